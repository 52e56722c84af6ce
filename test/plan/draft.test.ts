import { describe, expect, test } from 'vitest';
import type { Reading } from '../../src/answers/reading.ts';
import { dayNumber } from '../../src/base/calendar.ts';
import type { Condition } from '../../src/pack/condition.ts';
import type { Draft } from '../../src/pack/words.ts';
import { type DraftText, draftFor, inWords } from '../../src/plan/draft.ts';

/** Answers to a question of each kind: a number, a day, a choice; the last is unknown. */
const reading: Reading = {
  answers: [{ kind: 'number', value: 10 }, { kind: 'date', day: dayNumber('2026-11-10') ?? 0 }, { kind: 'choice', option: 0 }, undefined],
  columns: [],
};
const [NUMBER, DAY, CHOICE, UNKNOWN] = [0, 1, 2, 3];
const chosen = (question: number, option: number): Condition => ({ test: 'chosen', question, options: [option] });

function filled(...draft: Draft): DraftText {
  return draftFor(draft, reading);
}

describe('a draft is filled', () => {
  test('with numbers as they are, and days in words', () => {
    expect(filled({ pieces: [['I came ', { answer: NUMBER }, ' minutes late on ', { answer: DAY }, '.']] })).toEqual(['I came 10 minutes late on Tuesday, 10 November.']);
  });

  test('without a piece that names an answer that is unknown, or has no words', () => {
    expect(filled({ pieces: [['I came late'], [' by ', { answer: UNKNOWN }], ['.']] })).toEqual(['I came late.']);
    expect(filled({ pieces: [['I came late'], [' by ', { answer: CHOICE }], ['.']] })).toEqual(['I came late.']);
  });

  test('with the passages for these answers, a blank between them and none at the ends', () => {
    const holding = chosen(CHOICE, 0);
    const [refuted, open] = [chosen(CHOICE, 1), chosen(UNKNOWN, 0)];
    expect(filled(
      { pieces: [[' One. ']] }, { when: holding, pieces: [['Two.']] }, { when: refuted, pieces: [['Three.']] }, { when: open, pieces: [['Four.']] },
      { unless: holding, pieces: [['Five.']] }, { unless: refuted, pieces: [['Six.']] }, { unless: open, pieces: [['Seven.']] },
    )).toEqual(['One. Two. Six. Seven.']);
  });

  test('without passages of which nothing is left', () => {
    expect(filled({ pieces: [[{ answer: UNKNOWN }]] }, { pieces: [['  ']] }, { pieces: [['Thank you.']] }, { pieces: [['']] })).toEqual(['Thank you.']);
    expect(filled({ pieces: [[{ answer: UNKNOWN }]] })).toEqual([]);
    expect(filled()).toEqual([]);
    expect(filled({ pieces: [['One.']] }, { pieces: [[{ answer: UNKNOWN }]] }, { pieces: [[' ']] }, { pieces: [['Two.']] })).toEqual(['One. Two.']);
  });

  test('around what only the person can fill in', () => {
    const blank = { blank: 'what they said' };
    expect(filled({ pieces: [['You said ', blank, '. ']] }, { pieces: [[blank, ' it was.']] })).toEqual(['You said ', blank, '. ', blank, ' it was.']);
    expect(filled({ pieces: [[blank, ' it was.']] })).toEqual([blank, ' it was.']);
    expect(filled({ pieces: [['Thank you for '], [blank]] }, { pieces: [['Best wishes.']] })).toEqual(['Thank you for ', blank, ' Best wishes.']);
    expect(inWords(['You said ', blank, '.'])).toBe('You said [what they said].');
  });
});
