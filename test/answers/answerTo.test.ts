import { describe, expect, test } from 'vitest';
import { answerTo, chosenIn, followUpsIn, tookPlaceIn } from '../../src/answers/answerTo.ts';
import { isAskable } from '../../src/answers/askable.ts';
import { isSilent, outcomeOf } from '../../src/answers/outcome.ts';
import type { Reading } from '../../src/answers/reading.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { engineOf, readBy } from '../engineOf.ts';
import { tinyPack } from '../tinyPack.ts';

/** The tiny pack, which also asks how many follow-ups there were, and in what other ways nobody met. */
const pack: Pack = {
  ...tinyPack,
  questions: [
    ...tinyPack.questions.map(question => (question.id === 'attended' && 'options' in question
      ? { ...question, options: [...question.options, ...['wrong-day', 'they-did-not-come'].map(id => ({ id, says: id, typical: 0 }))] } : question)),
    { id: 'follow-ups', kind: 'number', section: 'day', ask: 'How many?', unit: 'messages', from: 0, to: 9, typical: [], dontKnow: 0 },
  ],
};
const engine = engineOf(pack);
const { prepared } = engine.baseline;
const without = engineOf({ ...tinyPack, questions: [], contradictions: [], causes: [], beliefs: [] }).baseline.prepared;
const nothing: Reading = { answers: [], columns: [] };

function reading(answers: object): Reading {
  return readBy(engine, answers).known.reading;
}

describe('an answer is found by the id of its question', () => {
  test('where there is one', () => {
    expect(answerTo(prepared, reading({ 'questions-asked': 3 }), 'questions-asked')).toEqual({ kind: 'number', value: 3 });
    expect(answerTo(prepared, reading({}), 'questions-asked')).toBeUndefined();
    expect(answerTo(prepared, reading({}), 'weather')).toBeUndefined();
  });

  test('as the option that was chosen, where one is to be chosen', () => {
    const given = reading({ stage: 'first-interview', 'questions-asked': 1, prepared: ['read-site'] });
    expect(['stage', 'questions-asked', 'prepared', 'arrival', 'weather'].map(id => chosenIn(prepared, given, id))).toEqual(['first-interview', undefined, undefined, undefined, undefined]);
  });
});

describe('an interview took place', () => {
  test.each([['there', true], ['missed', false], ['wrong-day', false], ['they-did-not-come', false]])('%s: %s', (attended, tookPlace) => {
    expect(tookPlaceIn(prepared, reading({ attended }))).toBe(tookPlace);
  });

  test('as far as is known', () => {
    expect([tookPlaceIn(prepared, reading({})), tookPlaceIn(without, nothing)]).toEqual([true, true]);
  });
});

test('follow-ups are counted where their number is known', () => {
  expect([followUpsIn(prepared, reading({ 'follow-ups': 2 })), followUpsIn(prepared, reading({})), followUpsIn(without, nothing)]).toEqual([2, 0, 0]);
});

test('the outcome is known where it was said; silence is one of two', () => {
  const outcomes = ['advanced', 'rejected', 'cancelled', 'no-reply', 'waiting'].map(outcome => outcomeOf(prepared, reading({ outcome })));
  expect(outcomes).toEqual(['advanced', 'rejected', 'cancelled', 'no-reply', 'waiting']);
  expect([outcomeOf(prepared, reading({})), outcomeOf(without, nothing)]).toEqual([null, null]);
  expect([...outcomes, null].filter(isSilent)).toEqual(['no-reply', 'waiting']);
});

test('a question is put to someone for whom its condition is known to hold, and one without a condition to everybody', () => {
  const [arrival, stage] = ['arrival', 'stage'].map(id => pack.questions.findIndex(question => question.id === id)) as [number, number];
  const put = (answers: object): readonly boolean[] => [stage, arrival].map(index => isAskable(prepared, reading(answers).columns, index));
  expect([put({}), put({ attended: 'there' }), put({ attended: 'missed' })]).toEqual([[true, false], [true, true], [true, false]]);
});
