import type { Context, Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { prepare } from '../../api/prepare.ts';
import { localDay } from '../../base/calendar.ts';
import { type Checked, type Problem, refused, sortProblems } from '../../base/problem.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { toHtml } from '../../report/toHtml.ts';
import { toMarkdown } from '../../report/toMarkdown.ts';
import { toText } from '../../report/toText.ts';
import { whatIfTool } from '../../tools/changeTools.ts';
import { nextQuestionTool } from '../../tools/questionTools.ts';
import { inAnswers, readInput } from '../../tools/toolInput.ts';
import { answersIn, diagnosisOf } from '../answersInput.ts';
import type { ChosenPack } from '../choosePack.ts';
import type { JsonFile } from '../readJson.ts';
import { Refusal } from '../refusal.ts';
import { refuse } from './problemDetails.ts';
import { jsonOf } from './requestBody.ts';

/** More interviews than these keep a processor busy for longer than others should wait. */
const MOST_INTERVIEWS = 12;

/** The calls whose body is JSON. Where no day is given, they count up to the one on the clock, as the command does. */
export function addCalls(app: Hono, chosen: ChosenPack): void {
  addCall(app, '/diagnose', body => diagnosed(chosen, body), inWantedForm);
  const prepared = prepare(chosen.pack);
  addCall(app, '/explain', ({ value }) => {
    const given = readInput(untilToday(value), ['answers', 'asOf']);
    if (!given.ok) return given;
    const interview = inAnswers(prepared.safeInterview(given.value.get('answers') ?? {}, { asOf: given.value.get('asOf') as string }), ['asOf']);
    if (!interview.ok) return interview;
    const { chanceOfNo, parts, supported } = interview.value.explanation();
    return { ok: true, value: { chanceOfNo, parts, supported } };
  });
  for (const [path, { run }] of [['/next', nextQuestionTool(chosen.pack)], ['/what-if', whatIfTool(chosen.pack)]] as const) {
    addCall(app, path, ({ value }) => {
      const result = run(untilToday(value));
      return result.ok ? { ok: true, value: result.value.data } : result;
    });
  }
}

/** What is refused is told at its place in the body. */
function addCall<T extends object>(app: Hono, path: string, run: (body: JsonFile) => Checked<T>, reply: (context: Context, value: T) => Response = (context, value) => context.json(value)): void {
  app.post(path, async context => {
    const body = await jsonOf(context);
    if (body instanceof Response) return body;
    const result = body.has(['interviews', MOST_INTERVIEWS]) ? refused([tooMany]) : run(body);
    if (result.ok) return reply(context, result.value);
    return refuse(context, 422, 'these answers cannot be used', sortProblems(result.problems.map(problem => (problem.code === 'too-many' ? problem : body.locate(problem)))));
  });
}

const tooMany: Problem = { code: 'too-large', message: `a request takes at most ${MOST_INTERVIEWS} interviews`, hint: 'leave out the oldest ones', path: ['interviews'] };

function diagnosed(chosen: ChosenPack, body: JsonFile): Checked<Diagnosis> {
  try {
    return { ok: true, value: diagnosisOf(answersIn(body, chosen)) };
  } catch (error) {
    if (error instanceof Refusal) return refused(error.problems);
    throw error;
  }
}

/** As data, or as the page in the form that is asked for. */
function inWantedForm(context: Context, diagnosis: Diagnosis): Response {
  switch (accepts(context, { header: 'Accept', supports: ['application/json', 'text/html', 'text/markdown', 'text/plain'], default: 'application/json' })) {
    case 'text/html': return context.body(toHtml(diagnosis), 200, { 'content-type': 'text/html; charset=utf-8' });
    case 'text/markdown': return context.body(toMarkdown(diagnosis), 200, { 'content-type': 'text/markdown; charset=utf-8' });
    case 'text/plain': return context.text(toText(diagnosis));
    default: return context.json(diagnosis);
  }
}

/** What is no object stays as it is, and is refused. */
function untilToday(value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && (!Object.hasOwn(value, 'asOf') || (value as { readonly asOf: unknown }).asOf === null) ? { ...value, asOf: localDay(new Date()) } : value;
}
