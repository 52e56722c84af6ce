import { safeNextQuestions } from '../api/nextQuestions.ts';
import { readOptions } from '../api/options.ts';
import { refused } from '../base/problem.ts';
import { didYouMean } from '../base/nearest.ts';
import { show, showAny } from '../base/show.ts';
import { type QuestionData, questionData } from '../forms/questionData.ts';
import type { Pack, Question } from '../pack/pack.ts';
import { count, type JsonSchema, listOf, objectOf, oneOf, part, text, yesOrNo } from './jsonSchema.ts';
import type { Tool } from './tool.ts';
import { inAnswers, interviewInput, readInput } from './toolInput.ts';

const question: Readonly<Record<string, JsonSchema>> = {
  id: text(), section: text(), core: { ...yesOrNo, description: 'Whether it belongs to the short intake.' }, ask: text(), help: text(),
  kind: oneOf(['one-of', 'several-of', 'yes-no', 'number', 'date']),
  conditional: { ...yesOrNo, description: 'Whether it comes up after certain answers only.' }, askIf: { type: 'object' },
  unit: text(), from: { type: 'integer' }, to: { type: 'integer' }, notBefore: text(), options: listOf(objectOf({ id: text(), says: text() })),
};
const mayBeMissing = ['core', 'help', 'askIf', 'unit', 'from', 'to', 'notBefore', 'options'];

export function listQuestionsTool(pack: Pack): Tool {
  const sections = pack.sections.map(({ id }) => id);
  return {
    name: 'list_questions',
    title: 'List the questions',
    description: 'The questionnaire: every question with its id and what may be answered. Call it before you write answers. All of it is long: take the short intake, or a section at a time.',
    inputSchema: objectOf({ short: { ...yesOrNo, description: 'Only the short intake.' }, section: oneOf(sections, 'Only this section.') }, ['short', 'section']),
    outputSchema: objectOf({ questions: listOf(objectOf(question, mayBeMissing)) }),
    run: input => {
      const given = readInput(input, ['short', 'section']);
      if (!given.ok) return given;
      const [known, section] = [readOptions({ short: given.value.get('short') }, ['short'], pack), given.value.get('section')];
      if (!known.ok) return known;
      if (section !== undefined && !sections.includes(section as string)) return refused([{ code: 'unknown-section', message: `no section is called ${showAny(section)}`, hint: typeof section === 'string' ? didYouMean(section, sections) : `write one of ${sections.map(show).join(', ')}`, path: ['section'] }]);
      const asked = pack.questions.filter(each => (!known.value.short || each.core === true) && (section === undefined || each.section === section));
      const questions = asked.map(each => questionData(pack, each));
      return { ok: true, value: { text: questions.map(questionText).join('\n'), data: { questions } } };
    },
  };
}

export function nextQuestionTool(pack: Pack): Tool {
  return {
    name: 'next_question',
    title: 'What to ask next',
    description: 'The unanswered questions whose answers are expected to change most, the most telling first, and whether to stop asking. Ask the person one at a time, in your own words.',
    inputSchema: objectOf({ answers: interviewInput.answers, asOf: interviewInput.asOf, most: { ...count, description: 'How many at most; 1 unless given.' } }, ['answers', 'asOf', 'most']),
    outputSchema: objectOf({
      questions: listOf(objectOf({ ...question, why: text('What its answer would tell.'), change: part('Expected change of what lies behind it.') }, mayBeMissing)),
      shouldStop: { ...yesOrNo, description: 'Whether more answers would hardly change anything.' },
    }),
    run: input => {
      const given = readInput(input, ['answers', 'asOf', 'most']);
      if (!given.ok) return given;
      const [asOf, most] = [given.value.get('asOf'), given.value.get('most') ?? 1];
      const next = safeNextQuestions(given.value.get('answers') ?? {}, { pack, asOf: asOf as string | undefined, most: most as number });
      if (!next.ok) return inAnswers(next, ['asOf', 'most']);
      const questions = next.value.questions.map(({ question: id, why, change }) => ({ ...questionData(pack, pack.questions.find(each => each.id === id) as Question), why, change }));
      const { shouldStop } = next.value;
      const said = questions.map(each => `${questionText(each)}\n  Why: ${each.why}`).join('\n');
      return { ok: true, value: { text: shouldStop ? `It is enough: more answers would hardly change anything.\n${said}`.trim() : said, data: { questions, shouldStop } } };
    },
  };
}

/** A question in a line, and its options below it. */
export function questionText({ id, ask, help, kind, unit, from, to, options = [], conditional }: QuestionData): string {
  const range = kind === 'number' ? `a whole number of ${unit ?? ''}, ${from ?? ''} to ${to ?? ''}` : { 'several-of': 'all that apply', date: 'a day, YYYY-MM-DD' }[kind as string];
  const about = [range, conditional ? 'after certain answers only' : undefined].filter(each => each !== undefined).join('; ');
  return [`- ${id}: ${ask}${about === '' ? '' : ` (${about})`}`, ...(help === undefined ? [] : [`  ${help}`]), ...options.map(option => `  - ${option.id}: ${option.says}`)].join('\n');
}
