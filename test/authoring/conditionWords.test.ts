import { describe, expect, test } from 'vitest';
import { checkAnswers } from '../engineOf.ts';
import { formatProblems } from '../../src/base/problem.ts';
import { holds, type Held } from '../../src/answers/holds.ts';
import { edited, packOf } from './reading.ts';

/** Whether a condition in an author's words holds for these answers. */
function truthOf(words: string, answers: Readonly<Record<string, string | number | readonly string[]>>): Held {
  const { pack } = packOf(edited('beliefs.yaml', '{ nerves: { at-least: 1 } }', words));
  const [belief] = pack.beliefs;
  const checked = checkAnswers(pack, answers);
  if (!belief || !checked.ok) throw new Error(checked.ok ? 'no belief' : formatProblems(checked.problems));
  return holds(belief.when, checked.value.reading.answers);
}

const late = { arrival: 'late', 'minutes-late': 20, 'warned-ahead': 'no', nerves: ['blank', 'shaking'] };

describe('an author’s words mean what they say', () => {
  test.each([
    ['{ arrival: late }', true],
    ['{ arrival: [early, on-time] }', false],
    ['{ arrival: [late, on-time] }', true],
    ['{ format: phone }', undefined],
    ['{ arrival: late, warned-ahead: no }', true],
    ['{ arrival: late, warned-ahead: yes }', false],
    ['{ arrival: late, format: phone }', undefined],
    ['{ arrival: early, format: phone }', false],
    ['[{ arrival: early }, { warned-ahead: no }]', true],
    ['[{ arrival: early }, { warned-ahead: yes }]', false],
    ['[{ arrival: early }, { format: phone }]', undefined],
    ['{ any: [{ arrival: early }, { warned-ahead: no }], nerves: blank }', true],
    ['{ all: [{ arrival: late }, { warned-ahead: yes }] }', false],
    ['{ all: [{ nerves: blank }, { nerves: shaking }] }', true],
    ['{ all: [{ arrival: [late, early] }, { arrival: [late, on-time] }] }', true],
    ['{ not: { arrival: early } }', true],
    ['{ not: { arrival: late, warned-ahead: no } }', false],
    ['{ not: [{ arrival: early }, { format: phone }] }', undefined],
    ['{ minutes-late: 20 }', true],
    ['{ minutes-late: { at-least: 20 } }', true],
    ['{ minutes-late: { more-than: 20 } }', false],
    ['{ minutes-late: { at-least: 10, less-than: 20 } }', false],
    ['{ minutes-late: { more-than: 19, at-most: 20 } }', true],
    ['{ minutes-late: { at-most: 20 } }', true],
    ['{ minutes-late: { at-least: 1, at-most: 240 } }', true],
    ['{ minutes-late: 240 }', false],
    ['{ nerves: shaking }', true],
    ['{ nerves: [none] }', false],
    ['{ nerves: { at-least: 0, at-most: 3 } }', true],
    ['{ nerves: [too-fast] }', false],
    ['{ nerves: none }', false],
    ['{ nerves: { at-least: 2 } }', true],
    ['{ nerves: { more-than: 2 } }', false],
  ] as const)('%s is %s for someone twenty minutes late', (words, truth) => {
    expect(truthOf(words, late)).toBe(truth);
  });

  test('none of several holds for an empty list only', () => {
    expect(truthOf('{ nerves: none }', { nerves: [] })).toBe(true);
    expect(truthOf('{ nerves: none }', {})).toBeUndefined();
  });

  test('a question that does not come up is refuted, and one that may come up is open', () => {
    expect(truthOf('{ warned-ahead: no }', { arrival: 'early' })).toBe(false);
    expect(truthOf('{ not: { warned-ahead: no } }', { arrival: 'early' })).toBe(true);
    expect(truthOf('{ warned-ahead: no }', {})).toBeUndefined();
  });

  test('the order in which keys and answers are written changes nothing', () => {
    const [one, other] = ['{ arrival: [late, early], warned-ahead: no }', '{ warned-ahead: no, arrival: [early, late, late] }']
      .map(words => packOf(edited('beliefs.yaml', '{ nerves: { at-least: 1 } }', words)).pack);
    expect(one?.beliefs).toEqual(other?.beliefs);
    expect(one?.hash).toBe(other?.hash);
  });

  test('nor does it of conditions in conditions, and a list of one is that one', () => {
    const compiled = (words: string): object | undefined => packOf(edited('beliefs.yaml', '{ nerves: { at-least: 1 } }', words)).pack.beliefs[0]?.when;
    const [any, not, question] = ['any: [{ arrival: early }, { nerves: blank }]', 'not: { format: phone }', 'warned-ahead: no'] as const;
    const orders = [[any, not, question], [question, any, not], [not, question, any]].map(parts => compiled(`{ ${parts.join(', ')} }`));
    expect(orders[1]).toEqual(orders[0]);
    expect(orders[2]).toEqual(orders[0]);
    expect(orders[0]).toMatchObject({ test: 'all', of: [{ test: 'chosen', question: 6 }, { test: 'any' }, { test: 'not' }] });
    for (const one of ['[{ arrival: late }]', '{ any: [{ arrival: late }] }', '{ all: [{ arrival: late }] }']) expect(compiled(one)).toEqual(compiled('{ arrival: late }'));
  });
});
