import { exp, log, log1p } from '../../base/elementary.ts';
import { findingsFor } from '../../evidence/findings.ts';
import type { Weighed } from '../../evidence/weigh.ts';
import { weightOf } from '../../pack/speaks.ts';
import type { Prepared, PreparedCause } from '../../pack/preparePack.ts';
import type { Lasting, PastInterview } from './lasting.ts';

/** One interview of several, with what its answers say of each cause; the causes stand in the pack's order. */
export interface WeighedInterview {
  readonly weighed: Weighed;
  /** Its answers as bits. */
  readonly columns: readonly number[];
  /** `null` while it is open. */
  readonly failed: boolean | null;
}

/** Several interviews of a person as players: those that last, and those of each one. */
export interface Players {
  readonly lasting: Lasting;
  /** Which causes of the pack last, and which are fresh each time. */
  readonly lastingIndices: readonly number[];
  readonly freshIndices: readonly number[];
  /** The players of one of the interviews. */
  readonly of: (interview: WeighedInterview) => PastInterview;
}

/** What an answer settles in one interview speaks this strongly for the others. */
const SETTLED_ELSEWHERE = weightOf('strongly for');
/** Just below 1, so that what would stop everybody can still be divided by the chance that it does not. */
const SUREST = 1 - 1e-13;

/**
 * Causes of scope `candidate` and the standing are one hidden state for all interviews of a person.
 *
 * @param all - every interview whose answers count, at least one; the base rates are those of the first
 */
export function playersOf(prepared: Prepared, all: readonly WeighedInterview[]): Players {
  const { pack, ofNo } = prepared;
  const lastingIndices = ofNo.filter(index => pack.causes[index]?.scope === 'candidate');
  const freshIndices = ofNo.filter(index => pack.causes[index]?.scope === 'interview');
  return {
    lasting: {
      presence: lastingIndices.map(index => presenceAcross(prepared, index, all)),
      levels: pack.standing.levels.map(({ stops, weight }) => ({ stops: Math.min(SUREST, stops), weight })),
    },
    lastingIndices, freshIndices,
    of: interview => pastInterview(prepared, interview, lastingIndices, freshIndices),
  };
}

/** Players of one interview. Lasting causes that its answers settle are players of it alone. */
function pastInterview({ pack }: Prepared, { weighed, failed }: WeighedInterview, lasting: readonly number[], fresh: readonly number[]): PastInterview {
  const strengthOf = (index: number): number => Math.min(SUREST, weighed.strength[index] as number);
  const firing = (index: number): number => Math.min(SUREST, (weighed.presence[index] as number) * (weighed.strength[index] as number));
  return {
    failed: failed ?? true,
    fresh: [Math.min(SUREST, pack.background.value), ...fresh.map(firing), ...lasting.map(index => (isSettled(weighed, index) ? firing(index) : 0))],
    strengths: lasting.map(index => (isSettled(weighed, index) ? 0 : strengthOf(index))),
  };
}

/** Whether the answers say for sure that a cause was there, or that it was not. */
export function isSettled({ presence }: Weighed, index: number): boolean {
  return presence[index] === 0 || presence[index] === 1;
}

/**
 * Probability that a lasting cause follows the person, from all answers. One fact counts once, however many interviews
 * show it: of what speaks for it the strongest, and of what speaks against it in others the strongest, too. The base rate
 * is that of the first one, where the answers differ in what it depends on.
 */
function presenceAcross({ causes }: Prepared, index: number, all: readonly WeighedInterview[]): number {
  const { signs } = causes[index] as PreparedCause;
  const facts = new Map<number, { most: number; least: number }>();
  for (const { columns } of all) {
    for (const { slot, weight: own } of findingsFor(signs, columns)) {
      const weight = Math.max(-SETTLED_ELSEWHERE, Math.min(SETTLED_ELSEWHERE, own));
      const { most, least } = facts.get(slot) ?? { most: 0, least: 0 };
      facts.set(slot, { most: Math.max(most, weight), least: Math.min(least, weight) });
    }
  }
  const baseRate = all[0]?.weighed.baseRate[index] as number;
  const weights = [...facts.values()].map(({ most, least }) => most + least).sort((a, b) => a - b);
  const logOdds = weights.reduce((sum, weight) => sum + weight, log(baseRate) - log1p(-baseRate));
  return 1 / (1 + exp(-logOdds));
}
