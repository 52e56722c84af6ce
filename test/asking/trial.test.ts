import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeOff, type Trial, trialOf, tryOn, type TriedOn } from '../../src/asking/trial.ts';
import { likelyAnswers } from '../../src/asking/likelyAnswers.ts';
import { answerValue } from '../../src/answers/answerValue.ts';
import { isAskable } from '../../src/answers/askable.ts';
import { type ReadInterview, readInterview, withOtherAnswers } from '../../src/inference/readInterview.ts';
import type { Answer } from '../../src/pack/answer.ts';
import type { Pack, Question, Sign } from '../../src/pack/pack.ts';
import type { Engine } from '../../src/interview/engine.ts';
import { type Answered, arbitraryPack, bareCause, barePack, consistentAnswersTo } from '../arbitraryPack.ts';
import { engineOf, readBy } from '../engineOf.ts';

interface Asked {
  readonly engine: Engine;
  readonly read: ReadInterview;
}

/** Interviews of any pack, without dates, so that no days are counted, and without answers that do not come up. */
const interviews: fc.Arbitrary<Asked> = arbitraryPack()
  .chain(pack => consistentAnswersTo(pack).map(answers => ({ pack, answers })))
  .map(({ pack, answers }) => asked(pack, Object.fromEntries(Object.entries(answers).filter(([id]) => pack.questions.find(each => each.id === id)?.kind !== 'date'))))
  .filter(each => each !== null);

function asked(pack: Pack, answers: Answered): Asked | null {
  const engine = engineOf(pack);
  const first = readInterview(engine.baseline, answers);
  if (!first.ok) return null;
  const { leftOut } = first.value.known;
  const read = readInterview(engine.baseline, Object.fromEntries(Object.entries(answers).filter(([id]) => !leftOut.some(index => pack.questions[index]?.id === id))));
  return read.ok ? { engine, read: read.value } : null;
}

function trialBy({ engine, read }: Asked): Trial {
  return trialOf(engine.baseline.prepared, read.known.reading, read.weighed);
}

/** Every answer that people give to the questions that are open. */
function answersLeft({ engine: { baseline: { prepared } } }: Asked, { answers, columns }: Trial): readonly { readonly question: number; readonly answer: Answer }[] {
  return prepared.pack.questions.flatMap((asks, question) =>
    (answers[question] === undefined && isAskable(prepared, columns, question) ? likelyAnswers(asks).map(({ answer }) => ({ question, answer })) : []));
}

/** The same answer given to the whole interview. */
function anew({ engine, read }: Asked, pack: Pack, question: number, answer: Answer): ReadInterview | null {
  const asks = pack.questions[question] as Question;
  const then = withOtherAnswers(engine.baseline, read, [[asks.id, answerValue(asks, answer)]]);
  return then.ok ? then.value : null;
}

describe('an answer that is tried on', () => {
  test('leaves the interview as it is with that answer, and is possible where that one is', () => {
    fc.assert(fc.property(interviews, each => {
      const trial = trialBy(each);
      const { pack } = each.engine.baseline.prepared;
      for (const { question, answer } of answersLeft(each, trial)) {
        const tried = tryOn(trial, question, answer);
        const whole = anew(each, pack, question, answer);
        expect(tried.possible).toBe(whole !== null);
        if (whole) {
          expect([trial.answers, trial.columns]).toEqual([whole.known.reading.answers, whole.known.reading.columns]);
          expect(trial.weighed).toEqual(whole.weighed);
          const ofWaiting = pack.questions.some((_, index) => each.engine.baseline.prepared.ofWaiting[index] && JSON.stringify(whole.known.reading.answers[index]) !== JSON.stringify(each.read.known.reading.answers[index]));
          expect(tried.moves).toBe(ofWaiting || JSON.stringify({ ...whole.weighed, baseRate: [] }) !== JSON.stringify({ ...each.read.weighed, baseRate: [] }));
        }
        takeOff(trial, tried);
      }
    }), { numRuns: 200 });
  });

  test('and taken off again leaves nothing behind, one on top of another', () => {
    fc.assert(fc.property(interviews, fc.nat(), (each, pick) => {
      const trial = trialBy(each);
      const untouched = structuredClone({ ...trial, prepared: null });
      const stack: TriedOn[] = [];
      for (let depth = 0; depth < 4; depth++) {
        const left = answersLeft(each, trial);
        const next = left[(pick + depth) % Math.max(1, left.length)];
        if (next) stack.push(tryOn(trial, next.question, next.answer));
      }
      expect(trial.moving).toBe(stack.filter(({ moves }) => moves).length);
      for (const tried of stack.reverse()) takeOff(trial, tried);
      expect({ ...trial, prepared: null }).toEqual(untouched);
      expect([each.read.known.reading.answers, each.read.weighed]).toEqual([untouched.answers, untouched.weighed]);
    }), { numRuns: 200 });
  });
});

describe('by one answer', () => {
  const yes = (question: number): Sign['when'] => ({ test: 'chosen', question, options: [0] });
  const sign = (question: number, speaks: Sign['speaks']): Sign => ({ when: yes(question), speaks, because: 'It shows.', keep: false });
  /** Each is put to those who say yes to the one before; the last two both hang on the third. */
  const questions: Pack['questions'] = [undefined, 0, 1, 2, 2].map((before, index) => ({
    id: `question-${index}`, kind: 'yes-no', section: 'all', ask: 'Was it so?', dontKnow: 0, ...(before !== undefined && { askIf: yes(before) }),
    options: ['yes', 'no'].map(option => ({ id: option, says: option, typical: 0.5 })),
  }));
  const pack: Pack = {
    ...barePack(0.1, 0), questions,
    causes: [{ ...bareCause('a'), signs: [sign(0, 'for')] }, { ...bareCause('b'), signs: [sign(0, 'establishes'), sign(1, 'rules out')] }],
    contradictions: [{ when: { test: 'all', of: [yes(0), yes(1), yes(2)] }, because: 'Not all three.' }],
  };
  const engine = engineOf(pack);
  const { prepared } = engine.baseline;
  const trial = (answers: object): Trial => {
    const { known: { reading }, weighed } = readBy(engine, answers);
    return trialOf(prepared, reading, weighed);
  };
  const kindsOf = ({ answers }: Trial): readonly unknown[] => answers.map(answer => answer?.kind);
  const [YES, NO]: readonly [Answer, Answer] = [{ kind: 'choice', option: 0 }, { kind: 'choice', option: 1 }];

  test('all that hang on it are no longer put, each is named once, and they come back with it', () => {
    const tried = trial({});
    expect(tryOn(tried, 0, NO).questions.map(({ question }) => question)).toEqual([0, 1, 2, 3, 4]);
    expect(kindsOf(tried)).toEqual(['choice', 'not-asked', 'not-asked', 'not-asked', 'not-asked']);
    const otherwise = trial({ 'question-0': 'no' });
    expect(tryOn(otherwise, 0, YES).questions.map(({ question }) => question)).toEqual([0, 1, 2, 3, 4]);
    expect(kindsOf(otherwise)).toEqual(['choice', undefined, undefined, undefined, undefined]);
  });

  test('causes are weighed until the answers do not agree over one', () => {
    const tried = trial({ 'question-0': 'yes' });
    expect(tryOn(tried, 1, YES)).toMatchObject({ possible: false });
    expect(tryOn(trial({}), 0, YES)).toMatchObject({ possible: true, moves: true, since: 0 });
    expect(tryOn(trial({ 'question-0': 'yes' }), 1, NO)).toMatchObject({ possible: true, moves: false });
  });

  test('what the pack says cannot be is not possible, and moves nothing', () => {
    const without = engineOf({ ...pack, causes: [] });
    const { known: { reading }, weighed } = readBy(without, { 'question-0': 'yes', 'question-1': 'yes' });
    const tried = trialOf(without.baseline.prepared, reading, weighed);
    expect(tryOn(tried, 2, YES)).toMatchObject({ possible: false, moves: false, causes: [] });
    expect(tryOn(trialOf(without.baseline.prepared, reading, weighed), 2, NO).possible).toBe(true);
  });

  test('a later question is settled after all that it hangs on, and what the pack says stays as it is', () => {
    // the last is put to those who said no to the first, or yes to the third
    const last: Sign['when'] = { test: 'any', of: [yes(2), { test: 'chosen', question: 0, options: [1] }] };
    const other = engineOf({ ...barePack(0.1, 0), questions: questions.map((question, index) => (index === 4 ? { ...question, askIf: last } : question)) });
    const opens = structuredClone(other.baseline.prepared.opens);
    const { known: { reading }, weighed } = readBy(other, { 'question-0': 'no' });
    const tried = trialOf(other.baseline.prepared, reading, weighed);
    expect(tryOn(tried, 0, YES).questions.map(({ question }) => question)).toEqual([0, 1, 2, 3]);
    expect(kindsOf(tried)).toEqual(['choice', undefined, undefined, undefined, undefined]);
    expect(other.baseline.prepared.opens).toEqual(opens);
  });

  test('what cannot be is seen among all that it changes', () => {
    const never = engineOf({ ...pack, causes: [], contradictions: [{ when: { test: 'chosen', question: 0, options: [1] }, because: 'Never no.' }] });
    const { known: { reading }, weighed } = readBy(never, {});
    expect(tryOn(trialOf(never.baseline.prepared, reading, weighed), 0, NO).possible).toBe(false);
  });
});
