/**
 * The sums over several interviews, side by side: by worlds, whose time doubles with each lasting cause, and by
 * subsets of the failures, whose time doubles with each failure that differs. Ends with an error unless both agree.
 */
import { corePack } from '../../src/core/corePack.ts';
import { diagnoseHistory } from '../../src/api/diagnose.ts';
import type { Lasting, PastInterview, Sums } from '../../src/inference/history/lasting.ts';
import { subsetsOf, sumOverSubsets } from '../../src/inference/history/subsetSum.ts';
import { sumOverWorlds } from '../../src/inference/history/worldSum.ts';
import { numbersFrom } from './numbersFrom.ts';
import { markdownTable } from './table.ts';

/** As many nodes as the integral of the shares takes at most, for the core pack. */
const NODES = 11;
const TIMES = [0, 1, ...Array.from({ length: NODES }, (_, node) => (node + 0.5) / NODES)];
/** More than these are not summed by subsets. */
const MOST_SUBSETS = 2 ** 14;
const CLOSE = 1e-10;

const cases = [[8, 4], [12, 12], [16, 12], [20, 6], [20, 30]] as const;

/** A person with so many lasting causes and so many interviews, no two of which are alike. */
function historyOf(causes: number, interviews: number): { readonly lasting: Lasting; readonly all: readonly PastInterview[] } {
  const next = numbersFrom(7);
  const values = (length: number, most: number): readonly number[] => Array.from({ length }, () => most * next());
  const all = Array.from({ length: interviews }, (_, k) => ({ failed: k % 10 !== 4, fresh: values(25, 0.1), strengths: values(causes, 0.4) }));
  return { lasting: { presence: values(causes, 0.4), levels: corePack.standing.levels }, all };
}

function timed<T>(work: () => T): { readonly value: T; readonly milliseconds: number } {
  const start = performance.now();
  const value = work();
  return { value, milliseconds: performance.now() - start };
}

function difference(some: Sums, others: Sums): number {
  const numbers = ({ total, withCause, standing }: Sums): readonly number[] => [total, ...withCause, standing].flat();
  const whole = Math.max(...some.total);
  return Math.max(...numbers(some).map((value, index) => Math.abs(value - (numbers(others)[index] as number)) / whole));
}

function row(causes: number, interviews: number): readonly string[] {
  const { lasting, all: [latest, ...others] } = historyOf(causes, interviews);
  const explained = latest as PastInterview;
  const worlds = timed(() => sumOverWorlds(lasting, explained, others, null, TIMES));
  const subsets = subsetsOf(others);
  if (subsets > MOST_SUBSETS) return [`${causes}`, `${interviews}`, worlds.milliseconds.toFixed(1), '–', '–'];
  const signed = timed(() => sumOverSubsets(lasting, explained, others, TIMES));
  if (signed.value === null) return [`${causes}`, `${interviews}`, worlds.milliseconds.toFixed(1), 'too few digits', '–'];
  const apart = difference(worlds.value[0] as Sums, signed.value);
  if (!(apart < CLOSE)) throw new Error(`the two sums differ by ${apart} for ${causes} causes and ${interviews} interviews`);
  return [`${causes}`, `${interviews}`, worlds.milliseconds.toFixed(1), signed.milliseconds.toFixed(1), apart.toExponential(0)];
}

/** Milliseconds for each way to sum, and for whole diagnoses of histories of the core pack. */
export function historyReport(): string {
  row(12, 8); // so that nothing is measured before it is compiled
  const sums = cases.map(([causes, interviews]) => row(causes, interviews));
  const unanswered = timed(() => diagnoseHistory(Array.from({ length: 30 }, () => ({ outcome: 'rejected' as const }))));
  return `${markdownTable(['lasting causes', 'interviews', 'by worlds, ms', 'by subsets, ms', 'apart'], sums)}

A whole diagnosis of thirty unanswered interviews of the core pack: ${unanswered.milliseconds.toFixed(0)} ms.`;
}
