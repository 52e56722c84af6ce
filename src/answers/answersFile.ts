import { didYouMean } from '../base/nearest.ts';
import type { Pack } from '../pack/pack.ts';
import { type Checked, MOST_LISTED, type Problem, refused } from '../base/problem.ts';
import { isUnknown } from '../pack/answer.ts';
import type { Answers, AnswerValue } from './answers.ts';
import { checkCoachNotes, type CoachNotes } from './coachNotes.ts';
import { checkFunnelCounts, type FunnelCounts } from './funnelCounts.ts';
import { plainEntries, plainItems } from '../base/plainObject.ts';
import { showAny } from '../base/show.ts';

/** What an answers file holds, once its frame is checked. The answers themselves are checked by `diagnose`. */
export interface AnswersFile {
  /** Answers of each interview, oldest first; at least one. */
  readonly interviews: readonly Answers[];
  readonly asOf?: string;
  /** How many applications reached each stage of the search so far. */
  readonly funnel?: FunnelCounts;
  /** What a coach knows of the latest interview that the answers do not say. */
  readonly coach?: CoachNotes;
}

/** More interviews than these are not taken together. */
export const MOST_INTERVIEWS = 100;

const example = '{ "answers": { "outcome": "rejected" } }';

const frameKeys = ['$schema', 'pack', 'asOf', 'interview', 'answers', 'interviews', 'funnel', 'coach', 'session'] as const;
/** Written by programs, not by people: no hint names them. */
const unhinted: readonly string[] = ['$schema', 'session'];
const interviewKeys = ['interview', 'answers'] as const;

/** What `interview` says, and the question that it answers. */
export const questionOf: Readonly<Record<string, string>> = { date: 'interview-date', stage: 'stage' };

type Path = readonly (string | number)[];
type Entries = ReadonlyMap<string, unknown>;

/**
 * Reads the frame of an answers file, as `openAnswersFile` describes it. Answers without a frame, as `diagnose` takes
 * them, are those of one interview.
 *
 * @param value - what was parsed from JSON
 * @param pack - the pack that the file must be meant for
 */
export function readAnswersFile(value: unknown, pack: Pack): Checked<AnswersFile> {
  const entries = plainEntries(value, 'an answers file', example);
  if (!entries.ok) return entries;
  const file: Entries = isFlat(entries.value, pack) ? new Map([['answers', value]]) : new Map(entries.value);
  const problems: Problem[] = [...unknownKeys(file, frameKeys, 'an answers file', pack, [])];
  const [id, asOf] = [file.get('pack'), file.get('asOf')];
  if (id !== undefined && id !== pack.id) {
    problems.push({ code: 'wrong-kind', message: `these answers are for the pack ${showAny(id)}, not for “${pack.id}”`, hint: 'name the folder of that pack, or correct the name', path: ['pack'] });
  }
  if (asOf !== undefined && typeof asOf !== 'string') {
    problems.push({ code: 'wrong-kind', message: `asOf takes a day, not ${showAny(asOf)}`, hint: 'write it as YYYY-MM-DD', path: ['asOf'] });
  }
  const interviews = file.has('interviews') ? severalOf(file, pack, problems) : [answersOf(file, [], problems)];
  const funnel = file.has('funnel') ? checkFunnelCounts(pack, file.get('funnel')) : undefined;
  if (funnel?.ok === false) problems.push(...funnel.problems);
  const coach = file.has('coach') ? checkCoachNotes(pack, file.get('coach')) : undefined;
  if (coach?.ok === false) problems.push(...coach.problems);
  if (problems.length > 0) return refused(problems);
  return { ok: true, value: { interviews, ...(coach ? { coach: file.get('coach') as CoachNotes } : {}), ...(typeof asOf === 'string' ? { asOf } : {}), ...(funnel?.ok ? { funnel: Object.freeze(Object.fromEntries(funnel.value)) } : {}) } };
}

/** Whether these are answers alone: no part of a frame, and the id of a question. */
function isFlat(entries: readonly (readonly [string, unknown])[], { questions }: Pack): boolean {
  const keys = entries.map(([key]) => key);
  return !keys.some(key => frameKeys.some(known => known === key)) && questions.some(({ id }) => keys.includes(id));
}

function unknownKeys(entries: Entries, known: readonly string[], what: string, pack: Pack, path: Path): readonly Problem[] {
  return [...entries.keys()].filter(key => !known.includes(key)).map((key, count) => {
    const hint = count >= MOST_LISTED ? 'take it out' : didYouMean(key, known.filter(each => !unhinted.includes(each) && (each !== 'funnel' || pack.funnel)));
    return { code: 'unknown-key', message: `${showAny(key)} is no part of ${what}`, hint: pack.questions.some(question => question.id === key) ? 'put it inside “answers”' : hint, path: [...path, key] };
  });
}

function severalOf(file: Entries, pack: Pack, problems: Problem[]): readonly Answers[] {
  const list = plainItems(file.get('interviews'));
  if (file.has('answers') || file.has('interview')) {
    problems.push({ code: 'unknown-key', message: '“interviews” stands beside “answers” or “interview”', hint: 'put each interview into the list, oldest first', path: ['interviews'] });
  }
  if (list === undefined || list.length === 0) {
    const given = showAny(file.get('interviews'));
    problems.push(!list && given === 'a list'
      ? { code: 'wrong-kind', message: `“interviews” holds far more than ${MOST_INTERVIEWS}, or cannot be read`, hint: 'leave out the oldest ones', path: ['interviews'] }
      : { code: 'wrong-kind', message: `“interviews” takes a list, not ${list ? 'an empty one' : given}`, hint: `write [${example}]`, path: ['interviews'] });
    return [];
  }
  return list.map((item: unknown, index): Answers => {
    const path = ['interviews', index];
    const entries = plainEntries(item, 'an interview', example);
    if (!entries.ok) {
      problems.push(...entries.problems.map(problem => ({ ...problem, path })));
      return {};
    }
    const interview: Entries = new Map(entries.value);
    problems.push(...unknownKeys(interview, interviewKeys, 'an interview', pack, path));
    return answersOf(interview, path, problems);
  });
}

function answersOf(file: Entries, path: Path, problems: Problem[]): Answers {
  const interview = interviewOf(file, path, problems);
  if (!file.has('answers')) {
    problems.push({ code: 'missing-key', message: '“answers” is missing', hint: `write ${example}`, path });
    return {};
  }
  const given = plainEntries(file.get('answers'), 'answers');
  if (!given.ok) {
    problems.push(...given.problems.map(problem => ({ ...problem, path: [...path, 'answers'] })));
    return {};
  }
  const answers = new Map(given.value.map(([id, value]) => [id, copied(value)]));
  for (const [key, value] of interview) {
    const question = questionOf[key] ?? key;
    const other = answers.get(question);
    if (isUnknown(value)) continue;
    if (!isUnknown(other) && other !== value) {
      problems.push({ code: 'contradiction', message: `interview.${key} is ${showAny(value)}, but the answer to “${question}” is ${showAny(other)}`, hint: 'keep one of them', path: [...path, 'interview', key] });
    }
    answers.set(question, value);
  }
  return Object.freeze(Object.assign(Object.create(null), Object.fromEntries(answers))) as Readonly<Record<string, AnswerValue>>;
}

/** A list as one that nobody can change afterwards; anything else as it is. */
function copied(value: unknown): unknown {
  const items = plainItems(value);
  return items === undefined ? value : Object.freeze(items);
}

function interviewOf(file: Entries, path: Path, problems: Problem[]): readonly (readonly [string, unknown])[] {
  if (file.get('interview') === undefined) return [];
  const entries = plainEntries(file.get('interview'), 'interview', '{ "date": "2026-11-10" }');
  if (!entries.ok) {
    problems.push(...entries.problems.map(problem => ({ ...problem, path: [...path, 'interview'] })));
    return [];
  }
  return entries.value.filter(([key]) => {
    if (Object.hasOwn(questionOf, key)) return true;
    problems.push({ code: 'unknown-key', message: `${showAny(key)} is no part of “interview”`, hint: didYouMean(key, Object.keys(questionOf)), path: [...path, 'interview', key] });
    return false;
  });
}
