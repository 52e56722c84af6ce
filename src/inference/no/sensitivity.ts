import type { Pack } from '../../pack/pack.ts';
import type { WeighedCause } from '../../evidence/weigh.ts';
import { explainNo, type ExplainedNo, meanStanding } from './explainNo.ts';
import { moved, numberSamples } from './numberSamples.ts';
import { shares } from './orGame.ts';
import type { Person } from './person.ts';
import { unaskedInterview } from './usual.ts';

/** How far the explanation of a no hangs on numbers of the pack that are known only roughly. */
export interface Sensitivity {
  /** Of each cause, by id, the range of its share: 5 in 100 sets of numbers lie below it, 5 above. */
  readonly ranges: ReadonlyMap<string, readonly [number, number]>;
  /** Of each supported cause, by id, in what part of all sets of numbers it comes first among the supported; these add to 1. */
  readonly first: ReadonlyMap<string, number>;
  /** Whether some supported cause has a larger share than the rough numbers alone could give it without any answer. */
  readonly apart: boolean;
}

/**
 * How the shares move when the pack's numbers move within their ranges, all at once and each its own way, while the
 * chance of going on without answers stays what it is.
 *
 * @param explained - what is to be tried out
 * @param before - what other interviews tell of the person, where there are any
 */
export function sensitivityOf(pack: Pack, explained: ExplainedNo, before?: Person): Sensitivity {
  const { causes } = explained;
  const rows = rowsOf(pack, causes.map(each => ({ ...each, presence: before?.presence.get(each.cause.id) ?? each.presence })), before?.standing ?? meanStanding(pack));
  return {
    ranges: new Map(causes.map(({ cause, share }, at) => [cause.id, rangeOf(rows.map(row => row[at] ?? 0), share)])),
    first: firstAmong(explained, rows),
    apart: causes.some(({ cause, share, supported }) => supported && share > (unaskedRanges(pack).get(cause.id)?.[1] ?? 1)),
  };
}

/** Nearly exact is enough for a range. */
const NODES = 10;

/** Shares of these causes, one row for each set of numbers. */
function rowsOf(pack: Pack, weighed: readonly WeighedCause[], standing: number): readonly (readonly number[])[] {
  const indices = weighed.map(({ cause }) => pack.causes.indexOf(cause));
  return numberSamples(pack).map(({ baseRate, strength, background }) => {
    const fires = weighed.map((each, at) => moved(each.presence, baseRate[indices[at] ?? -1] ?? 0) * moved(each.strength, strength[indices[at] ?? -1] ?? 0));
    return shares([...fires, background, standing], NODES);
  });
}

/** Equal shares leave the one first that the explanation has first. */
function firstAmong({ causes }: ExplainedNo, rows: readonly (readonly number[])[]): ReadonlyMap<string, number> {
  const supported = causes.flatMap((each, at) => (each.supported ? [{ id: each.cause.id, at }] : []));
  const leaders = rows.map(row => supported.reduce<{ readonly id: string; readonly at: number } | undefined>((lead, each) => (lead && (row[lead.at] ?? 0) >= (row[each.at] ?? 0) ? lead : each), undefined));
  return new Map(supported.map(({ id }) => [id, leaders.filter(lead => lead?.id === id).length / rows.length]));
}

const OUTSIDE = 0.05;

/** From the value above the lowest twentieth to the one below the highest; what the pack's own numbers give always lies inside. */
function rangeOf(values: readonly number[], value: number): readonly [number, number] {
  const sorted = Float64Array.from(values).sort();
  const outside = Math.floor(OUTSIDE * sorted.length);
  return [Math.min(value, sorted[outside] ?? value), Math.max(value, sorted[sorted.length - 1 - outside] ?? value)];
}

const unasked = new WeakMap<Pack, ReadonlyMap<string, readonly [number, number]>>();

/** The ranges of the shares without any answer; found once for a pack, as packs never change. */
function unaskedRanges(pack: Pack): ReadonlyMap<string, readonly [number, number]> {
  const known = unasked.get(pack);
  if (known) return known;
  const { causes } = explainNo(pack, unaskedInterview(pack).weighed);
  const rows = rowsOf(pack, causes, meanStanding(pack));
  const ranges = new Map(causes.map(({ cause, share }, at) => [cause.id, rangeOf(rows.map(row => row[at] ?? 0), share)]));
  unasked.set(pack, ranges);
  return ranges;
}
