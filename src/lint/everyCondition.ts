import type { Condition } from '../pack/condition.ts';
import type { Pack } from '../pack/pack.ts';
import { type Draft, occasions } from '../pack/words.ts';

interface Excepted {
  readonly when?: Condition;
  readonly unless?: Condition;
}

/** Every condition that stands anywhere in a pack. */
export function everyCondition(pack: Pack): readonly Condition[] {
  const { questions, contradictions, causes, beliefs, waiting, flags = [] } = pack;
  return [
    ...questions.flatMap(({ askIf, employer }) => [askIf ?? [], employer?.if ?? []].flat()),
    ...contradictions.map(({ when }) => when),
    ...causes.flatMap(({ baseRate, strength, signs, fixes }) => [
      ...[...baseRate.when, ...strength?.when ?? []].map(branch => branch.if),
      ...[...signs, ...fixes].flatMap(excepted),
    ]),
    ...[...beliefs, ...waiting?.signs ?? [], ...flags].flatMap(excepted),
    ...passagesIn(pack).flatMap(excepted),
    ...[pack.askNothingIf ?? [], pack.askDirectlyIf ?? [], pack.sendNothingIf ?? []].flat(),
  ];
}

/** Indices of the questions whose answers stand in messages. */
export function questionsSaid(pack: Pack): readonly number[] {
  return passagesIn(pack).flatMap(({ pieces }) => pieces.flat().flatMap(piece => (typeof piece === 'object' && 'answer' in piece ? [piece.answer] : [])));
}

function passagesIn({ causes, messages = {} }: Pack): Draft {
  const ofMessages = occasions.flatMap(occasion => (messages[occasion] ?? []).flatMap(({ words }) => words ?? []));
  return [...causes.flatMap(({ fixes }) => fixes.flatMap(({ say }) => say ?? [])), ...ofMessages];
}

function excepted({ when, unless }: Excepted): readonly Condition[] {
  return [when ?? [], unless ?? []].flat();
}
