import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { safeDiagnose } from '../../src/api/diagnose.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Answer } from '../../src/pack/answer.ts';
import { checkAnswers } from '../engineOf.ts';
import { safeVisibleQuestions } from '../../src/api/visibleQuestions.ts';
import { answersTo, arbitraryPack, AS_OF } from '../arbitraryPack.ts';
import { tinyPack } from '../tinyPack.ts';

interface Seen {
  readonly answers: Readonly<Record<string, Answer | undefined>>;
  readonly leftOut: readonly string[];
}

/** What the engine takes from these answers, by question, and the questions whose answers it left out. */
function read(answers: unknown): Seen {
  const checked = checkAnswers(tinyPack, answers);
  if (!checked.ok) throw new Error(checked.problems[0]?.message);
  return {
    answers: Object.fromEntries(tinyPack.questions.map(({ id }, index) => [id, checked.value.reading.answers[index]])),
    leftOut: checked.value.leftOut.map(index => tinyPack.questions[index]?.id ?? ''),
  };
}

function visible(answers: unknown, pack: Pack = tinyPack): readonly string[] {
  const questions = safeVisibleQuestions(answers, { pack });
  return questions.ok ? questions.value.map(({ id }) => id) : [];
}

describe('an answer counts unless its question is known not to come up', () => {
  test('it counts while the question before it is unanswered', () => {
    expect(read({ 'minutes-late': 20 })).toMatchObject({ answers: { 'minutes-late': { kind: 'number', value: 20 } }, leftOut: [] });
  });

  test.each([['unknown'], [null], [undefined]])('it counts while the one before it is answered with %s', unknown => {
    expect(read({ arrival: unknown, 'minutes-late': 20 })).toMatchObject({ answers: { 'minutes-late': { kind: 'number', value: 20 } }, leftOut: [] });
  });

  test('it counts where the question before it is answered so that it comes up', () => {
    expect(read({ arrival: 'late', 'minutes-late': 20 })).toMatchObject({ answers: { 'minutes-late': { kind: 'number', value: 20 } }, leftOut: [] });
  });

  test('it is left out, with a note, where the question does not come up', () => {
    expect(read({ arrival: 'on-time', 'minutes-late': 20 })).toMatchObject({ answers: { 'minutes-late': { kind: 'not-asked' } }, leftOut: ['minutes-late'] });
    expect(safeDiagnose({ arrival: 'on-time', 'minutes-late': 20 }, { pack: tinyPack })).toMatchObject({
      ok: true,
      value: { notes: [{ code: 'not-asked', question: 'minutes-late', text: 'Your answer to “How many minutes late?” was left out: after your other answers that question does not come up.' }] },
    });
  });

  test('“I don’t know” about a question that does not come up needs no note', () => {
    expect(read({ arrival: 'on-time', 'minutes-late': 'unknown', 'warned-ahead': null })).toMatchObject({ answers: { 'minutes-late': { kind: 'not-asked' } }, leftOut: [] });
  });

  test('a wrong answer to a question that does not come up is a problem all the same', () => {
    expect(safeDiagnose({ arrival: 'on-time', 'minutes-late': 500 }, { pack: tinyPack })).toMatchObject({ ok: false, problems: [{ code: 'out-of-range', path: ['minutes-late'] }] });
  });

  test('the diagnosis is the one without the answer that was left out', () => {
    const [less, more] = [{ arrival: 'on-time' }, { arrival: 'on-time', 'minutes-late': 20 }].map(answers => safeDiagnose(answers, { pack: tinyPack }));
    expect(less?.ok && more?.ok && { ...more.value, notes: [] }).toEqual(less?.ok && less.value);
  });
});

describe('a chain of questions is settled from its beginning', () => {
  test('where the first does not come up, neither do the ones that depend on it', () => {
    expect(read({ attended: 'missed', 'minutes-late': 20, 'warned-ahead': 'no' })).toMatchObject({
      answers: { arrival: { kind: 'not-asked' }, 'minutes-late': { kind: 'not-asked' }, 'warned-ahead': { kind: 'not-asked' } },
      leftOut: ['minutes-late', 'warned-ahead'],
    });
  });

  test('an answer in the middle that does not come up settles nothing', () => {
    expect(read({ arrival: 'on-time', 'minutes-late': 20, 'warned-ahead': 'no' }).leftOut).toEqual(['minutes-late', 'warned-ahead']);
  });

  test('while the beginning is unknown, the answers that follow count', () => {
    expect(read({ 'minutes-late': 20, 'warned-ahead': 'no' }).leftOut).toEqual([]);
    expect(read({ 'minutes-late': 3, 'warned-ahead': 'no' }).leftOut).toEqual(['warned-ahead']); // asked from five minutes on
  });

  test('the order in which answers are given makes no difference', () => {
    const [one, other] = [{ 'warned-ahead': 'no', 'minutes-late': 20, attended: 'missed' }, { attended: 'missed', 'minutes-late': 20, 'warned-ahead': 'no' }];
    expect(read(one)).toEqual(read(other));
  });
});

describe('the questions to show', () => {
  const always = ['outcome', 'stage', 'interview-date', 'days-since-interview', 'attended', 'prepared', 'questions-asked', 'days-past-promise'];

  test('at first are those without a condition, in the order in which they are asked', () => {
    expect(visible({})).toEqual(always);
  });

  test.each([
    [{ attended: 'there' }, ['arrival']],
    [{ attended: 'missed' }, []],
    [{ attended: 'there', arrival: 'late' }, ['arrival', 'minutes-late']],
    [{ attended: 'there', arrival: 'late', 'minutes-late': 4 }, ['arrival', 'minutes-late']],
    [{ attended: 'there', arrival: 'late', 'minutes-late': 5 }, ['arrival', 'minutes-late', 'warned-ahead']],
    [{ arrival: 'late' }, ['minutes-late']],
    [{ outcome: 'waiting' }, ['promised-date']],
  ])('after %j also %j', (answers, more) => {
    const shown = tinyPack.questions.map(({ id }) => id).filter(id => [...always, ...more].includes(id));
    expect(visible(answers)).toEqual(shown);
  });

  test('answered ones stay, so that a form can be gone back over', () => {
    expect(visible({ outcome: 'rejected' })).toContain('outcome');
  });

  test('wrong answers give problems instead', () => {
    expect(safeVisibleQuestions({ arival: 'late' }, { pack: tinyPack })).toMatchObject({ ok: false, problems: [{ code: 'unknown-question', path: ['arival'] }] });
  });
});

describe('for every pack and all answers', () => {
  const given = arbitraryPack().chain(pack => fc.tuple(fc.constant(pack), answersTo(pack)));

  test('leaving out what was noted changes nothing but the notes', () => {
    fc.assert(fc.property(given, ([pack, answers]) => {
      const checked = checkAnswers(pack, answers, AS_OF);
      fc.pre(checked.ok);
      const left = new Set(checked.value.leftOut.map(index => pack.questions[index]?.id));
      const rest = Object.fromEntries(Object.entries(answers).filter(([id]) => !left.has(id)));
      const again = checkAnswers(pack, rest, AS_OF);
      expect(again).toEqual({ ok: true, value: { ...checked.value, given: again.ok && again.value.given, leftOut: [] } });
    }), { numRuns: 300, seed: 21 });
  });

  test('no question is both shown and left out', () => {
    const core = fc.tuple(fc.constant(corePack as Pack), answersTo(corePack));
    fc.assert(fc.property(fc.oneof(given, core), ([pack, answers]) => {
      const checked = checkAnswers(pack, answers);
      fc.pre(checked.ok);
      const shown = visible(answers, pack);
      expect(checked.value.leftOut.filter(index => shown.includes(pack.questions[index]?.id ?? ''))).toEqual([]);
      const unasked = pack.questions.filter((_, index) => checked.value.reading.answers[index]?.kind === 'not-asked');
      expect(unasked.filter(({ id }) => shown.includes(id))).toEqual([]);
    }), { numRuns: 300, seed: 22 });
  });
});
