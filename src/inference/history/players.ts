import type { Finding } from '../../evidence/findings.ts';
import type { WeighedCause } from '../../evidence/weigh.ts';
import type { Cause, Pack } from '../../pack/pack.ts';
import { weightOf } from '../../pack/speaks.ts';
import type { Lasting, PastInterview } from './lasting.ts';

/** One interview of several, with what its answers say of each cause; the causes stand in the pack's order. */
export interface WeighedInterview {
  readonly weighed: readonly WeighedCause[];
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
export function playersOf(pack: Pack, all: readonly WeighedInterview[]): Players {
  const stopping = pack.causes.flatMap(({ strength, scope }, index) => (strength === undefined ? [] : [{ index, scope }]));
  const indicesOf = (wanted: Cause['scope']): readonly number[] => stopping.filter(({ scope }) => scope === wanted).map(({ index }) => index);
  const [lastingIndices, freshIndices] = [indicesOf('candidate'), indicesOf('interview')];
  return {
    lasting: {
      presence: lastingIndices.map(index => presenceAcross(all.flatMap(({ weighed }) => weighed[index] ?? []))),
      levels: pack.standing.levels.map(({ stops, weight }) => ({ stops: Math.min(SUREST, stops), weight })),
    },
    lastingIndices, freshIndices,
    of: interview => pastInterview(pack, interview, lastingIndices, freshIndices),
  };
}

/** Players of one interview. Lasting causes that its answers settle are players of it alone. */
function pastInterview(pack: Pack, { weighed, failed }: WeighedInterview, lasting: readonly number[], fresh: readonly number[]): PastInterview {
  const firing = (index: number): number => Math.min(SUREST, (weighed[index]?.presence ?? 0) * (weighed[index]?.strength ?? 0));
  return {
    failed: failed ?? true,
    fresh: [Math.min(SUREST, pack.background.value), ...fresh.map(firing), ...lasting.map(index => (isSettled(weighed[index]) ? firing(index) : 0))],
    strengths: lasting.map(index => (isSettled(weighed[index]) ? 0 : Math.min(SUREST, weighed[index]?.strength ?? 0))),
  };
}

/** Whether the answers say for sure that it was there, or that it was not. */
export function isSettled(weighed: WeighedCause | undefined): boolean {
  return weighed?.presence === 0 || weighed?.presence === 1;
}

/**
 * Probability that a lasting cause follows the person, from all answers. One fact counts once, however many interviews
 * show it: of what speaks for it the strongest, and of what speaks against it in others the strongest, too. The base rate
 * is that of the first one, where the answers differ in what it depends on.
 */
function presenceAcross(weighed: readonly WeighedCause[]): number {
  const facts = new Map<string, { most: number; least: number }>();
  for (const { cause, findings } of weighed) {
    for (const finding of findings) {
      const weight = Math.max(-SETTLED_ELSEWHERE, Math.min(SETTLED_ELSEWHERE, finding.weight));
      const fact = factOf(finding, cause.signs.indexOf(finding.sign));
      const { most, least } = facts.get(fact) ?? { most: 0, least: 0 };
      facts.set(fact, { most: Math.max(most, weight), least: Math.min(least, weight) });
    }
  }
  const baseRate = weighed[0]?.baseRate ?? 0.5;
  const weights = [...facts.values()].map(({ most, least }) => most + least).sort((a, b) => a - b);
  const logOdds = weights.reduce((sum, weight) => sum + weight, Math.log(baseRate) - Math.log1p(-baseRate));
  return 1 / (1 + Math.exp(-logOdds));
}

function factOf({ sign }: Finding, index: number): string {
  return sign.group === undefined ? `sign ${index}` : `group ${sign.group}`;
}
