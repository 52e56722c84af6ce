import { type Condition, questionsOf } from '../pack/condition.ts';
import type { Cause, Pack } from '../pack/pack.ts';

/** A condition on which the numbers or the signs of a cause depend. */
export interface Asking {
  /** Index of the cause. */
  readonly cause: number;
  readonly condition: Condition;
}

const asking = new WeakMap<Pack, readonly (readonly Asking[])[]>();
const causes = new WeakMap<Pack, readonly (readonly number[])[]>();

/** For each question of a pack the conditions of causes that look at it; found once for a pack, as packs never change. */
export function conditionsAsking(pack: Pack): readonly (readonly Asking[])[] {
  const known = asking.get(pack);
  if (known) return known;
  const found: readonly Asking[][] = pack.questions.map(() => []);
  pack.causes.forEach((each, cause) => {
    for (const condition of conditionsOf(each)) for (const question of questionsOf(condition)) found[question]?.push({ cause, condition });
  });
  asking.set(pack, found);
  return found;
}

/** For each question of a pack the indices of the causes whose numbers or signs look at it. */
export function causesAsking(pack: Pack): readonly (readonly number[])[] {
  const known = causes.get(pack);
  if (known) return known;
  const found = conditionsAsking(pack).map(conditions => [...new Set(conditions.map(({ cause }) => cause))]);
  causes.set(pack, found);
  return found;
}

function conditionsOf({ baseRate, strength, signs }: Cause): readonly Condition[] {
  return [
    ...[...baseRate.when, ...(strength?.when ?? [])].map(branch => branch.if),
    ...signs.flatMap(({ when, unless }) => (unless ? [when, unless] : [when])),
  ];
}
