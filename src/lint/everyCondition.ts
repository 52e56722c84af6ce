import type { Condition } from '../pack/condition.ts';
import type { Pack } from '../pack/pack.ts';
import { type Draft, occasions } from '../pack/words.ts';

interface Excepted {
  readonly when?: Condition;
  readonly unless?: Condition;
}

/** Every condition that stands anywhere in a pack. */
export function everyCondition(pack: Pack): readonly Condition[] {
  const { questions, contradictions, causes, beliefs, waiting, flags = [], messages = {} } = pack;
  const drafts = occasions.flatMap(occasion => (messages[occasion] ?? []).map(({ words }) => words ?? []));
  return [
    ...questions.flatMap(({ askIf, employer }) => [askIf ?? [], employer?.if ?? []].flat()),
    ...contradictions.map(({ when }) => when),
    ...causes.flatMap(({ baseRate, strength, signs, fixes }) => [
      ...[...baseRate.when, ...strength?.when ?? []].map(branch => branch.if),
      ...[...signs, ...fixes].flatMap(excepted),
      ...fixes.flatMap(({ say }) => (say ? passagesOf(say) : [])),
    ]),
    ...[...beliefs, ...waiting?.signs ?? [], ...flags].flatMap(excepted),
    ...drafts.flatMap(passagesOf),
    ...[pack.askNothingIf ?? [], pack.askDirectlyIf ?? [], pack.sendNothingIf ?? []].flat(),
  ];
}

function passagesOf(draft: Draft): readonly Condition[] {
  return draft.flatMap(excepted);
}

function excepted({ when, unless }: Excepted): readonly Condition[] {
  return [when ?? [], unless ?? []].flat();
}
