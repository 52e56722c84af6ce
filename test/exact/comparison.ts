import { explainNo, type ExplainedNo, orderedCauses } from '../../src/inference/no/explainNo.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Answer } from '../../src/pack/answer.ts';
import { type Answered, AS_OF } from '../arbitraryPack.ts';
import { engineOf, readBy } from '../engineOf.ts';
import { exactNo, type ExactNo, type HiddenExactly } from './exactWorlds.ts';
import { exactly, one, plus, type Rational, relativeError, times, toNumber, zero } from './rational.ts';
import { weighExactly, type WeighedExactly } from './weighExactly.ts';

/** What is compared, cause by cause where there are several. */
export const quantities = ['presence from the answers', 'chance of a no', 'presence given a no', 'share', 'necessity', 'share of luck', 'share of the standing'] as const;
export type Quantity = (typeof quantities)[number];

/** What the product makes of some answers. */
export interface Told {
  readonly answers: readonly (Answer | undefined)[];
  readonly no: ExplainedNo;
  /** Indices of the causes of a no, in the order of the explanations. */
  readonly order: readonly number[];
}

export function told(pack: Pack, answers: Answered): Told {
  const engine = engineOf(pack);
  const { weighed, known: { reading } } = readBy(engine, answers, AS_OF);
  const no = explainNo(engine.baseline, weighed);
  return { answers: reading.answers, no, order: orderedCauses(engine.baseline.prepared, no) };
}

/** The causes of a pack under these answers, and behind them the players that are always there: the background, and the mean of the standing. */
export function exactPlayers(pack: Pack, answers: Told['answers']): { readonly causes: readonly WeighedExactly[]; readonly always: readonly HiddenExactly[] } {
  const standing = pack.standing.levels.reduce((sum, { stops, weight }) => plus(sum, times(exactly(stops), exactly(weight))), zero);
  return { causes: weighExactly(pack, answers), always: [exactly(pack.background.value), standing].map(strength => ({ presence: one, strength })) };
}

/** What the product says, and what it should say, in the same order. */
export type Compared<Truth> = Readonly<Record<Quantity, { readonly ours: readonly number[]; readonly truth: readonly Truth[] }>>;

/** Both beside each other, causes first and then the two that are always there. */
export function compared<Truth>(no: ExplainedNo, presence: readonly Truth[], truth: { readonly chanceOfNo: Truth; readonly presence: readonly Truth[]; readonly share: readonly Truth[]; readonly necessity: readonly Truth[] }): Compared<Truth> {
  const count = presence.length;
  const ofCauses = (all: readonly Truth[]): readonly Truth[] => all.slice(0, count);
  return {
    'presence from the answers': { ours: no.weighed.presence, truth: presence },
    'chance of a no': { ours: [no.chanceOfNo], truth: [truth.chanceOfNo] },
    'presence given a no': { ours: no.presence, truth: ofCauses(truth.presence) },
    share: { ours: no.share, truth: ofCauses(truth.share) },
    necessity: { ours: no.necessity, truth: ofCauses(truth.necessity) },
    'share of luck': { ours: [no.background], truth: [truth.share[count] as Truth] },
    'share of the standing': { ours: [no.standing], truth: [truth.share[count + 1] as Truth] },
  };
}

export function comparedExactly(no: ExplainedNo, players: Pick<ReturnType<typeof exactPlayers>, 'always'> & { readonly causes: readonly HiddenExactly[] }): { readonly exact: ExactNo; readonly compared: Compared<Rational> } {
  const exact = exactNo([...players.causes, ...players.always]);
  return { exact, compared: compared(no, players.causes.map(({ presence }) => presence), exact) };
}

/** Doubles below this have ever fewer digits, so that nothing can be asked of them as a part of the truth. */
const SMALLEST = 2 ** -1000;

/** The largest distance of a quantity from the truth, and the largest as a part of the truth. */
export function worstOf({ ours, truth }: Compared<Rational>[Quantity]): { readonly absolute: number; readonly relative: number } {
  if (ours.length !== truth.length) throw new RangeError(`${ours.length} numbers beside ${truth.length}`);
  let [absolute, relative] = [0, 0];
  truth.forEach((each, index) => {
    const [value, size] = [ours[index] as number, toNumber(each)];
    if (!(value >= 0 && value <= 1)) throw new RangeError(`${value} is no probability`);
    const error = relativeError(value, each);
    absolute = Math.max(absolute, size === 0 ? value : error * size);
    if (Math.max(size, value) >= SMALLEST) relative = Math.max(relative, error);
  });
  return { absolute, relative };
}
