import type { Cause, Pack, Sign } from '../pack/pack.ts';
import type { Speaks } from '../pack/speaks.ts';
import type { Problem } from '../base/problem.ts';
import type { Reading } from '../answers/answers.ts';
import { type Finding, findingsFor, questionsShowing, shownSigns } from './findings.ts';
import { presenceGiven } from './presence.ts';
import { valueGiven } from './valueGiven.ts';

/** What the answers say of one cause. Probabilities are from 0 to 1. */
export interface WeighedCause {
  readonly cause: Cause;
  readonly findings: readonly Finding[];
  /** Probability that it is there for anyone of whom these answers hold that the base rate depends on. */
  readonly baseRate: number;
  /** Probability that it was there, from the answers alone, before the outcome is counted. */
  readonly presence: number;
  /** Probability that it alone stops someone, given that it was there; 0 when it explains silence only. */
  readonly strength: number;
}

/** Weighs the answers for and against one cause. */
export function weigh(cause: Cause, reading: Reading): WeighedCause {
  const findings = findingsFor(cause, reading);
  const baseRate = valueGiven(cause.baseRate, reading);
  return {
    cause,
    findings,
    baseRate,
    presence: presenceGiven(baseRate, findings),
    strength: cause.strength === undefined ? 0 : valueGiven(cause.strength, reading),
  };
}

/** Causes that one answer establishes and another rules out, each named with the questions that are at odds. */
export function contradictions(pack: Pack, reading: Reading): readonly Problem[] {
  return pack.causes.flatMap(cause => {
    const clash = clashOf(cause, reading);
    if (!clash) return [];
    const { establishes, rulesOut } = clash;
    const [one, other] = [namesOf(pack, establishes, reading), namesOf(pack, rulesOut, reading)];
    return [{
      code: 'contradiction' as const,
      message: `${one} and ${other} cannot both be true: ${establishes.because} ${rulesOut.because}`,
      hint: 'change one of these answers, or leave it out',
      path: [pack.questions[questionsShowing(establishes, reading)[0] ?? -1]?.id ?? ''],
    }];
  });
}

/** A sign that establishes a cause and one that rules it out, when answers show both. */
export function clashOf(cause: Cause, reading: Reading): { readonly establishes: Sign; readonly rulesOut: Sign } | null {
  const establishes = firstShown(cause, 'establishes', reading);
  const rulesOut = establishes && firstShown(cause, 'rules out', reading);
  return establishes && rulesOut ? { establishes, rulesOut } : null;
}

function firstShown({ signs }: Cause, speaks: Speaks, reading: Reading): Sign | undefined {
  return shownSigns(signs.filter(sign => sign.speaks === speaks), reading).at(0);
}

function namesOf(pack: Pack, sign: Sign, reading: Reading): string {
  return questionsShowing(sign, reading).map(index => `“${pack.questions[index]?.id}”`).join(' with ');
}
