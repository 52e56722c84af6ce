import type { Reading } from '../answers/reading.ts';
import { addWatching, copyOf, type Weighed, weighCause } from '../evidence/weigh.ts';
import type { Answer } from '../pack/answer.ts';
import { type QuestionBits, writeAnswer } from '../pack/layout.ts';
import type { Prepared, Watcher } from '../pack/preparePack.ts';
import { shows, type Test } from '../pack/test.ts';

/**
 * An interview on which answers can be tried on and taken off again, last on first off: only the questions that come up
 * or fall away by an answer, and the causes that look at what changed, are touched.
 */
export interface Trial {
  readonly prepared: Prepared;
  /** As they stand with the answers that are on; changed in place. */
  readonly answers: (Answer | undefined)[];
  readonly columns: number[];
  readonly weighed: Weighed;
  /** The causes that answers on have touched, by index; a cause may stand here twice. */
  readonly touched: number[];
  /** How many answers are on by which some cause, or what silence means, stands otherwise. */
  moving: number;
  /** How many of them what silence means is worked out by. */
  waiting: number;
}

export function trialOf(prepared: Prepared, { answers, columns }: Reading, weighed: Weighed): Trial {
  return { prepared, answers: [...answers], columns: columns.slice(), weighed: copyOf(weighed), touched: [], moving: 0, waiting: 0 };
}

/** What it takes to take an answer off again. */
export interface TriedOn {
  /** Whether the answer can be given beside the others. */
  readonly possible: boolean;
  /** Whether any cause, or what silence means, stands otherwise by it. */
  readonly moves: boolean;
  /** Whether what silence means is worked out by it. */
  readonly waits: boolean;
  readonly questions: readonly AnsweredBefore[];
  readonly causes: readonly WeighedBefore[];
  /** How many causes had been touched. */
  readonly since: number;
}

interface AnsweredBefore {
  readonly question: number;
  readonly answer: Answer | undefined;
  readonly columns: readonly number[];
}

type WeighedBefore = readonly [cause: number, baseRate: number, evidence: number, presence: number, strength: number, supported: number];

const NOT_ASKED: Answer = { kind: 'not-asked' };

/** Tries an answer on. What it refutes is no longer asked, and what it no longer refutes is unknown; days stay as they are. */
export function tryOn(trial: Trial, question: number, answer: Answer): TriedOn {
  const { prepared: { layout, ofWaiting, watchers }, columns, touched, weighed } = trial;
  const since = touched.length;
  const questions = putOn(trial, question, answer);
  const causes: WeighedBefore[] = [];
  if (contradicts(trial, questions)) return { possible: false, moves: false, waits: false, questions, causes, since };
  for (const { question: changed, columns: before } of questions) {
    const { first } = layout.questions[changed] as QuestionBits;
    before.forEach((from, index) => { addWatching(watchers[first + index] as readonly Watcher[], from, columns[first + index] as number, touched, since); });
  }
  const waits = questions.some(({ question: changed }) => ofWaiting[changed]);
  let [possible, moves] = [true, waits];
  for (let at = since; at < touched.length && possible; at++) {
    const cause = touched[at] as number;
    const before = weighedNow(weighed, cause);
    causes.push(before);
    possible = weighCause(trial.prepared, cause, columns, weighed);
    moves ||= isMoved(weighed, before);
  }
  if (moves) trial.moving += 1;
  if (waits) trial.waiting += 1;
  return { possible, moves, waits, questions, causes, since };
}

/** Takes off the answer that was tried on last. */
export function takeOff(trial: Trial, { moves, waits, questions, causes, since }: TriedOn): void {
  const { answers, columns, prepared: { layout }, touched, weighed } = trial;
  for (const { question, answer, columns: before } of questions) {
    const { first } = layout.questions[question] as QuestionBits;
    answers[question] = answer;
    for (let index = 0; index < before.length; index++) columns[first + index] = before[index] as number;
  }
  for (const [cause, baseRate, evidence, presence, strength, supported] of causes) {
    weighed.baseRate[cause] = baseRate;
    weighed.evidence[cause] = evidence;
    weighed.presence[cause] = presence;
    weighed.strength[cause] = strength;
    weighed.supported[cause] = supported;
  }
  touched.length = since;
  if (moves) trial.moving -= 1;
  if (waits) trial.waiting -= 1;
}

/** Writes an answer, and settles which later questions are asked; gives all that changed, with what they had before. */
function putOn(trial: Trial, question: number, answer: Answer): readonly AnsweredBefore[] {
  const { answers, columns, prepared: { opens, askIf } } = trial;
  const changed: AnsweredBefore[] = [write(trial, question, answer)];
  const later = (opens[question] as readonly number[]).slice();
  for (let at = 0; at < later.length; at++) {
    const next = later[at] as number;
    const refuted = shows((askIf[next] as NonNullable<Prepared['askIf'][number]>).refuted, columns);
    if (refuted === (answers[next]?.kind === 'not-asked')) continue;
    changed.push(write(trial, next, refuted ? NOT_ASKED : undefined));
    addInOrder(later, at + 1, opens[next] as readonly number[]);
  }
  return changed;
}

/** Adds questions to those that wait from a place on, in order and each once, as a question asks-if earlier ones only. */
function addInOrder(waiting: number[], from: number, more: readonly number[]): void {
  for (const question of more) {
    let at = from;
    while (at < waiting.length && (waiting[at] as number) < question) at += 1;
    if (waiting[at] !== question) waiting.splice(at, 0, question);
  }
}

function write({ answers, columns, prepared: { layout } }: Trial, question: number, answer: Answer | undefined): AnsweredBefore {
  const bits = layout.questions[question] as QuestionBits;
  const before = { question, answer: answers[question], columns: columns.slice(bits.first, bits.first + bits.columns) };
  answers[question] = answer;
  writeAnswer(bits, answer, columns);
  return before;
}

function contradicts({ columns, prepared: { contradictions, contradicting } }: Trial, changed: readonly AnsweredBefore[]): boolean {
  return changed.some(({ question }) => (contradicting[question] as readonly number[]).some(each => shows(contradictions[each] as Test, columns)));
}

function weighedNow({ baseRate, evidence, presence, strength, supported }: Weighed, cause: number): WeighedBefore {
  return [cause, baseRate[cause] as number, evidence[cause] as number, presence[cause] as number, strength[cause] as number, supported[cause] as number];
}

function isMoved({ evidence, presence, strength, supported }: Weighed, [cause, , weight, p, s, backed]: WeighedBefore): boolean {
  return evidence[cause] !== weight || presence[cause] !== p || strength[cause] !== s || supported[cause] !== backed;
}
