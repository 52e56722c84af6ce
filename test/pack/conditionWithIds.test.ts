import fc from 'fast-check';
import { expect, test } from 'vitest';
import { givenAt } from '../../src/answers/answerValue.ts';
import { holds } from '../../src/answers/holds.ts';
import { corePack } from '../../src/core/corePack.ts';
import { type ConditionWithIds, conditionWithIds } from '../../src/pack/conditionWithIds.ts';
import { questionsOf } from '../../src/pack/condition.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { AS_OF, consistentAnswersTo } from '../arbitraryPack.ts';
import { engineOf, readBy } from '../engineOf.ts';

const pack: Pack = corePack;
type Given = Readonly<Record<string, unknown>>;

/** Kleene's three values, written as somebody would who has only the JSON: `null` is unknown. */
function evaluate(condition: ConditionWithIds, given: Given): boolean | null {
  if ('all' in condition) return every(condition.all.map(each => evaluate(each, given)));
  if ('any' in condition) return not(every(condition.any.map(each => not(evaluate(each, given)))));
  if ('not' in condition) return not(evaluate(condition.not, given));
  const answer = given[condition.question] ?? null;
  if (answer === null || answer === 'unknown') return null;
  if ('chosen' in condition) {
    const chosen = [answer].flat();
    return condition.chosen.length === 0 ? chosen.length === 0 : condition.chosen.some(option => chosen.includes(option));
  }
  const count = typeof answer === 'number' ? answer : [answer].flat().length;
  const { 'at-least': from = -Infinity, 'more-than': above = -Infinity, 'at-most': to = Infinity, 'less-than': below = Infinity } = condition;
  return count >= from && count > above && count <= to && count < below;
}

function every(values: readonly (boolean | null)[]): boolean | null {
  if (values.includes(false)) return false;
  return values.includes(null) ? null : true;
}

function not(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

test('says of every question of the core pack what the pack says, for all answers', () => {
  const asked = pack.questions.flatMap(({ askIf }) => askIf ?? []);
  expect(asked.length).toBeGreaterThan(20);
  const engine = engineOf(pack);
  fc.assert(fc.property(consistentAnswersTo(pack), answers => {
    const { known: { reading } } = readBy(engine, answers, AS_OF);
    const given: Given = Object.fromEntries(pack.questions.map(({ id }, index) => [id, givenAt(pack, reading, index) ?? null]));
    for (const condition of asked) {
      const unclear = questionsOf(condition).some(question => reading.answers[question]?.kind === 'not-asked');
      if (!unclear) expect(evaluate(conditionWithIds(pack, condition), given)).toBe(holds(condition, reading.answers) ?? null);
    }
  }), { numRuns: 300 });
});
