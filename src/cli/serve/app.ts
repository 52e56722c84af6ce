import { Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { cors } from 'hono/cors';
import { localDay } from '../../base/calendar.ts';
import { type Checked, type Problem, refused, sortProblems } from '../../base/problem.ts';
import { prepare, type PreparedPack } from '../../api/prepare.ts';
import { questionData } from '../../forms/questionData.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { toHtml } from '../../report/toHtml.ts';
import { toMarkdown } from '../../report/toMarkdown.ts';
import { toText } from '../../report/toText.ts';
import { assistantTools } from '../../tools/assistantTools.ts';
import { answersIn, diagnosisOf } from '../answersInput.ts';
import type { ChosenPack } from '../choosePack.ts';
import type { JsonFile } from '../readJson.ts';
import { Refusal } from '../refusal.ts';
import type { Tool } from '../../tools/tool.ts';
import { inAnswers, readInput } from '../../tools/toolInput.ts';
import { openApi } from './openApi.ts';
import { type Asset, assetsFor } from './assets.ts';
import { refuse } from './problemDetails.ts';
import { jsonOf, limited } from './requestBody.ts';

export interface Serving {
  readonly chosen: ChosenPack;
  readonly version: string;
  /** Names of hosts by which it may be asked; nothing where any will do. */
  readonly hosts: readonly string[] | null;
  /** The one origin whose pages may ask it from a browser. */
  readonly allowOrigin?: string | undefined;
}

/** More interviews than these keep a processor busy for longer than others should wait. */
export const MOST_INTERVIEWS = 12;

const headers = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' } as const;

/** Everything that is served: what a request says comes back in its answer, and is kept nowhere. */
export function appFor(serving: Serving): Hono {
  const { chosen, hosts, allowOrigin } = serving;
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
  });
  app.use(async (context, next) => {
    const host = (context.req.header('host') ?? '').replace(/:\d*$/, '').toLowerCase();
    if (hosts !== null && !hosts.includes(host)) return refuse(context, 403, `this is not the host that was asked for: ask it as ${hosts.join(' or ')}`);
    return next();
  });
  if (allowOrigin !== undefined) app.use(cors({ origin: allowOrigin, allowMethods: ['GET', 'POST'], allowHeaders: ['content-type', 'accept'] }));
  app.use(limited);
  addCalls(app, chosen);
  addPlaces(app, serving);
  app.onError((_error, context) => refuse(context, 500, 'this should not have happened: please report it, without the answers'));
  return app;
}

function addCalls(app: Hono, chosen: ChosenPack): void {
  app.post('/diagnose', async context => {
    const body = await jsonOf(context);
    if (body instanceof Response) return body;
    const diagnosis = limitedHistory(body) ?? diagnosed(chosen, body);
    if (!diagnosis.ok) return refuse(context, 422, 'these answers cannot be diagnosed', diagnosis.problems);
    switch (accepts(context, { header: 'Accept', supports: ['application/json', 'text/html', 'text/markdown', 'text/plain'], default: 'application/json' })) {
      case 'text/html': return context.html(toHtml(diagnosis.value));
      case 'text/markdown': return context.body(toMarkdown(diagnosis.value), 200, { 'content-type': 'text/markdown; charset=utf-8' });
      case 'text/plain': return context.text(toText(diagnosis.value));
      default: return context.json(diagnosis.value);
    }
  });
  const prepared = prepare(chosen.pack);
  app.post('/explain', async context => {
    const body = await jsonOf(context);
    if (body instanceof Response) return body;
    const explained = explainedBy(prepared, untilToday(body.value));
    return explained.ok ? context.json(explained.value) : refuse(context, 422, 'these answers cannot be explained', locatedIn(body, explained.problems));
  });
  const tools = assistantTools(chosen.pack);
  for (const [path, name] of [['/next', 'next_question'], ['/what-if', 'what_if']] as const) {
    const { run } = tools.find(each => each.name === name) as Tool;
    app.post(path, async context => {
      const body = await jsonOf(context);
      if (body instanceof Response) return body;
      const result = limitedHistory(body) ?? run(untilToday(body.value));
      if (!result.ok) return refuse(context, 422, 'these answers cannot be used', locatedIn(body, result.problems));
      return context.json(result.value.data);
    });
  }
}

/** As the command does: the day on the clock counts as today where none is given, and the diagnosis says which it was. */
function diagnosed(chosen: ChosenPack, body: JsonFile): Checked<Diagnosis> {
  try {
    return { ok: true, value: diagnosisOf(answersIn(body, chosen)) };
  } catch (error) {
    if (error instanceof Refusal) return refused(error.problems);
    throw error;
  }
}

/** The same where the shape is that of a tool; what is no object stays as it is, and is refused. */
function untilToday(value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && (!Object.hasOwn(value, 'asOf') || (value as { readonly asOf: unknown }).asOf === null) ? { ...value, asOf: localDay(new Date()) } : value;
}

/** The shares alone, in ids and numbers: a hundredth of the work of a diagnosis. */
function explainedBy(prepared: PreparedPack, input: unknown): Checked<object> {
  const given = readInput(input, ['answers', 'asOf']);
  if (!given.ok) return given;
  const interview = inAnswers(prepared.safeInterview(given.value.get('answers') ?? {}, { asOf: given.value.get('asOf') as string | undefined }), ['asOf']);
  if (!interview.ok) return interview;
  const { chanceOfNo, parts, supported } = interview.value.explanation();
  return { ok: true, value: { chanceOfNo, parts, supported } };
}

function limitedHistory(body: JsonFile): Extract<Checked<never>, { readonly ok: false }> | null {
  if (!body.has(['interviews', MOST_INTERVIEWS])) return null;
  return refused([body.locate({ code: 'too-large', message: `a request takes at most ${MOST_INTERVIEWS} interviews`, hint: 'leave out the oldest ones', path: ['interviews'] })]);
}

function locatedIn(body: JsonFile, problems: readonly Problem[]): readonly Problem[] {
  return sortProblems(problems.map(problem => (problem.code === 'too-many' ? problem : body.locate(problem))));
}

function addPlaces(app: Hono, { chosen: { pack }, version }: Serving): void {
  const { id, version: packVersion, sections, questions } = pack;
  const document = openApi(pack, version);
  app.get('/openapi.json', context => context.json(document));
  app.get('/questions', context => context.json({ pack: { id, version: packVersion }, sections, questions: questions.map(question => questionData(pack, question)) }));
  for (const [path, asset] of assetsFor(pack)) app.get(path, () => answered(asset));
  const allowed = new Map<string, string[]>();
  for (const { path, method } of app.routes) if (method !== 'ALL') allowed.set(path, [...allowed.get(path) ?? [], ...(method === 'GET' ? ['GET', 'HEAD'] : [method])]);
  app.notFound(context => {
    const methods = allowed.get(context.req.path);
    if (!methods) return refuse(context, 404, `there is nothing at this path: ${[...allowed.keys()].join(', ')}`);
    context.header('allow', methods.join(', '));
    return refuse(context, 405, `ask for this by ${methods.join(' or ')}`);
  });
}

function answered({ type, body }: Asset): Response {
  return new Response(body(), { headers: { 'content-type': type, 'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'" } });
}
