import { unanswered } from '../../src/pack/layout.ts';
import type { Prepared } from '../../src/pack/preparePack.ts';
import { chanceFrom } from '../score/drawnCases.ts';
import type { Count } from '../score/measures.ts';
import { drawCandidate, readerOf, type Way } from './candidates.ts';
import { brierSkill, calibrationLine, type Estimate, estimate, type Forecasts } from './line.ts';
import { type NumberError, wrongNumbers } from './wrongNumbers.ts';

/** The shares of one candidate as forecasts, and what else was true. */
export interface Judged extends Forecasts {
  readonly supported: readonly number[];
  /** The same for the presence of each cause. */
  readonly presence: Forecasts;
}

/** Candidates drawn with the pack's numbers and judged with the same. */
export function judge(prepared: Prepared, way: Way, count: number, seed: number): readonly Judged[] {
  const { read } = readerOf(prepared);
  return Array.from({ length: count }, (_, index) => {
    const { columns, decidedBy, present } = drawCandidate(prepared, way, chanceFrom(seed + index));
    const { shares, no } = read(columns);
    return { chances: shares, came: shares.map((_share, player) => Number(player === decidedBy)), supported: no.weighed.supported, presence: { chances: no.presence, came: present } };
  });
}

/** The shares without any answer, the same for everybody. */
export function usualShares(prepared: Prepared): readonly number[] {
  return readerOf(prepared).read(unanswered(prepared.layout)).shares;
}

/** Only the players for which this holds. */
export function only(candidates: readonly Judged[], wanted: (candidate: Judged, player: number) => boolean): readonly Forecasts[] {
  return candidates.map(candidate => {
    const players = candidate.chances.flatMap((_, player) => (wanted(candidate, player) ? [player] : []));
    return { chances: players.map(player => candidate.chances[player] as number), came: players.map(player => candidate.came[player] as number) };
  });
}

/** The players whose shares the report adds up under one name. */
export function groupsOf({ pack, ofNo }: Prepared): ReadonlyMap<string, readonly number[]> {
  const count = pack.causes.length;
  const ofControl = (control: string): readonly number[] => ofNo.filter(cause => pack.causes[cause]?.control === control);
  return new Map([
    ['in their hands', ofControl('you')], ['between them and the role', ofControl('fit')], ['with the employer', ofControl('them')],
    ['luck', [count]], ['unseen', [count + 1]], ['all', [...ofNo, count, count + 1]],
  ]);
}

/** Skill of the shares of some players, one by one, and of their sum, beside the shares without answers. */
export function skillOf(candidates: readonly Forecasts[], usual: readonly number[], players: readonly number[]): { readonly each: Estimate; readonly sum: Estimate } {
  const picked = (row: readonly number[]): readonly number[] => players.map(player => row[player] as number);
  const added = (row: readonly number[]): readonly number[] => [picked(row).reduce((sum, part) => sum + part, 0)];
  const with_ = (how: typeof picked): readonly Forecasts[] => candidates.map(({ chances, came }) => ({ chances: how(chances), came: how(came) }));
  return { each: brierSkill(with_(picked), picked(usual)), sum: brierSkill(with_(added), added(usual)) };
}

/** Forecasts of about the same size: what they say on average, and how often it came. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly said: number;
  readonly came: Count;
}

const EDGES = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

export function reliability(candidates: readonly Forecasts[]): readonly Bin[] {
  const bins = EDGES.slice(1).map((to, index) => ({ from: EDGES[index] as number, to, sum: 0, right: 0, of: 0 }));
  for (const { chances, came } of candidates) {
    chances.forEach((chance, index) => {
      const bin = bins.find(({ to }) => chance < to) ?? bins.at(-1);
      if (!bin || chance === 0) return;
      bin.sum += chance;
      bin.right += came[index] as number;
      bin.of += 1;
    });
  }
  return bins.filter(({ of }) => of > 0).map(({ from, to, sum, right, of }) => ({ from, to, said: sum / of, came: { right, of } }));
}

/** How far the pack's numbers lead where others are true. */
export interface Misled {
  readonly line: ReturnType<typeof calibrationLine>;
  readonly skill: Estimate;
  /** The first cause is the one that the true numbers put first. */
  readonly sameFirst: Count;
  /** That one is among the first three. */
  readonly firstInThree: Count;
  /** Where a cause decided it, that cause is among the first three; and so with the true numbers. */
  readonly decidedInThree: Count;
  readonly decidedInThreeAtBest: Count;
  /** Kendall's τ of the order of all causes with the true one. */
  readonly order: Estimate;
}

/** Candidates who come from other numbers each, and are judged with the pack's own; `null` for no error at all. */
export function mislead(prepared: Prepared, error: NumberError | null, way: Way, count: number, seed: number): Misled {
  const { read } = readerOf(prepared);
  const cases = Array.from({ length: count }, (_, index) => {
    const chance = chanceFrom(seed + index);
    const world = error ? wrongNumbers(prepared, error, chance) : prepared;
    const { columns, decidedBy } = drawCandidate(world, way, chance);
    const [ours, truth] = [read(columns), readerOf(world).read(columns)];
    return { ours, truth, decidedBy, chances: ours.shares, came: ours.shares.map((_share, player) => Number(player === decidedBy)), tau: kendall(ours.order, truth.order) };
  });
  const counted = (of: readonly (typeof cases)[number][], right: (each: (typeof cases)[number]) => boolean): Count => ({ right: of.filter(right).length, of: of.length });
  const byCause = cases.filter(({ decidedBy }) => decidedBy < prepared.pack.causes.length);
  const mean = cases.reduce((sum, { tau }) => sum + tau, 0) / count;
  return {
    line: calibrationLine(cases),
    skill: skillOf(cases, usualShares(prepared), groupsOf(prepared).get('all') ?? []).each,
    sameFirst: counted(cases, ({ ours, truth }) => ours.order[0] === truth.order[0]),
    firstInThree: counted(cases, ({ ours, truth }) => ours.order.slice(0, 3).includes(truth.order[0] as number)),
    decidedInThree: counted(byCause, ({ ours, decidedBy }) => ours.order.slice(0, 3).includes(decidedBy)),
    decidedInThreeAtBest: counted(byCause, ({ truth, decidedBy }) => truth.order.slice(0, 3).includes(decidedBy)),
    order: estimate(mean, cases.reduce((sum, { tau }) => sum + (tau - mean) ** 2, 0) / count ** 2),
  };
}

/** Kendall's τ of two orders of the same causes: 1 where they are the same, −1 where one is the other backwards. */
export function kendall(some: readonly number[], others: readonly number[]): number {
  const places = new Map(others.map((cause, place) => [cause, place]));
  const row = some.map(cause => places.get(cause) ?? Number.NaN);
  const signs = row.flatMap((place, index) => row.slice(index + 1).map(later => Math.sign(later - place)));
  return signs.reduce((sum, sign) => sum + sign, 0) / signs.length;
}
