import type { Answer } from '../../src/pack/answer.ts';
import type { Condition } from '../../src/pack/condition.ts';
import type { Conditional } from '../../src/pack/logic.ts';
import type { Cause, Pack, Sign } from '../../src/pack/pack.ts';
import type { Speaks } from '../../src/pack/speaks.ts';
import type { HiddenExactly } from './exactWorlds.ts';
import { compare, dividedBy, exactly, minus, one, plus, type Rational, ratio, times, zero } from './rational.ts';

/** One answer for each question of the pack, in its order; `undefined` where it is unknown. */
export type AnswersInOrder = readonly (Answer | undefined)[];

/** A cause as the answers leave it, before the outcome is counted. */
export interface WeighedExactly extends HiddenExactly {
  readonly supported: boolean;
}

/** The words of section 2 of the design as likelihood ratios; those that settle the matter have none. */
export const ratios: Readonly<Partial<Record<Speaks, Rational>>> = {
  'strongly against': ratio(1, 10), against: ratio(1, 5), 'slightly against': ratio(1, 2),
  'slightly for': ratio(2), for: ratio(5), 'strongly for': ratio(10),
};

/** Every cause of a pack under some answers; odds multiply, so that nothing needs a logarithm and nothing is rounded. */
export function weighExactly({ causes }: Pack, answers: AnswersInOrder): readonly WeighedExactly[] {
  return causes.map(cause => weighCauseExactly(cause, answers));
}

function weighCauseExactly({ baseRate, strength, signs }: Cause, answers: AnswersInOrder): WeighedExactly {
  const stops = strength ? numberGiven(strength, answers) : zero;
  const shown = shownOf(signs, answers);
  const settled = shown.find(({ speaks }) => speaks === 'establishes') ?? shown.find(({ speaks }) => speaks === 'rules out');
  if (settled) return { presence: settled.speaks === 'establishes' ? one : zero, strength: stops, supported: settled.speaks === 'establishes' };
  const counted = strongestOfEachGroup(shown).map(({ speaks }) => ratios[speaks] as Rational);
  const likelier = counted.reduce(times, one);
  const before = numberGiven(baseRate, answers);
  const there = times(before, likelier);
  const presence = dividedBy(there, plus(minus(one, before), there));
  return { presence, strength: stops, supported: presence.over !== 0n && counted.some(each => compare(each, one) > 0) };
}

type AnySign = Pick<Sign, 'when' | 'unless' | 'speaks' | 'group'>;

/** Signs whose condition holds, and whose exception is not known to hold. */
export function shownOf<S extends AnySign>(signs: readonly S[], answers: AnswersInOrder): readonly S[] {
  return signs.filter(({ when, unless }) => truth(when, answers) === YES && !(unless && truth(unless, answers) === YES));
}

/** Signs that share a group speak of one fact: the strongest counts, of equally strong ones the first. */
export function strongestOfEachGroup<S extends AnySign>(signs: readonly S[]): readonly S[] {
  return signs.filter((sign, index) => sign.group === undefined || !signs.some((other, at) =>
    other.group === sign.group && (strengthOf(other) > strengthOf(sign) || (strengthOf(other) === strengthOf(sign) && at < index))));
}

function strengthOf({ speaks }: AnySign): number {
  if (speaks === 'establishes' || speaks === 'rules out') return 4;
  if (speaks.startsWith('strongly')) return 3;
  return speaks.startsWith('slightly') ? 1 : 2;
}

export function numberGiven({ value, when }: Conditional, answers: AnswersInOrder): Rational {
  return exactly(when.find(branch => truth(branch.if, answers) === YES)?.value ?? value);
}

const [NO, UNKNOWN, YES] = [-1, 0, 1];

/** Kleene's three values as numbers: `all` is the least of them, `any` the largest, `not` the opposite. */
function truth(condition: Condition, answers: AnswersInOrder): number {
  switch (condition.test) {
    case 'all': return Math.min(YES, ...condition.of.map(part => truth(part, answers)));
    case 'any': return Math.max(NO, ...condition.of.map(part => truth(part, answers)));
    case 'not': return 0 - truth(condition.of, answers);
    default: {
      const answer = answers[condition.question];
      if (answer === undefined) return UNKNOWN;
      return says(condition, answer) ? YES : NO;
    }
  }
}

/** A question that is not put to someone shows nothing that is asked about it. */
function says(atom: Exclude<Condition, { readonly test: 'all' | 'any' | 'not' }>, answer: Answer): boolean {
  const chosen = new Set(answer.kind === 'choice' ? [answer.option] : answer.kind === 'choices' ? answer.options : []);
  if (atom.test === 'chosen') return atom.options.some(option => chosen.has(option));
  if (atom.test === 'none-chosen') return answer.kind === 'choices' && chosen.size === 0;
  if (answer.kind !== 'number' && answer.kind !== 'choices') return false;
  const value = answer.kind === 'number' ? answer.value : chosen.size;
  const [low, high] = [atom.from, atom.to];
  return !(low && (low.included ? value < low.value : value <= low.value)) && !(high && (high.included ? value > high.value : value >= high.value));
}
