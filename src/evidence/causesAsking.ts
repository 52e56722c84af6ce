import { type Condition, questionsOf } from '../pack/condition.ts';
import type { Cause, Pack } from '../pack/pack.ts';

const asking = new WeakMap<Pack, readonly (readonly number[])[]>();

/** For each question of a pack the indices of the causes whose numbers or signs look at it; found once for a pack, as packs never change. */
export function causesAsking(pack: Pack): readonly (readonly number[])[] {
  const known = asking.get(pack);
  if (known) return known;
  const asked = pack.causes.map(cause => new Set(conditionsOf(cause).flatMap(questionsOf)));
  const found = pack.questions.map((_, index) => asked.flatMap((questions, cause) => (questions.has(index) ? [cause] : [])));
  asking.set(pack, found);
  return found;
}

function conditionsOf({ baseRate, strength, signs }: Cause): readonly Condition[] {
  return [
    ...[...baseRate.when, ...(strength?.when ?? [])].map(branch => branch.if),
    ...signs.flatMap(({ when, unless }) => (unless ? [when, unless] : [when])),
  ];
}
