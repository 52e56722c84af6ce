import type { ExplainedNo } from '../inference/no/explainNo.ts';
import type { CauseLogic } from '../pack/logic.ts';
import type { Prepared } from '../pack/preparePack.ts';
import { outsideYourControl, type Parts } from '../inference/no/parts.ts';
import { isSilent, type Outcome } from '../answers/outcome.ts';
import type { SilenceReport, Verdict } from './diagnosis.ts';
import { inHundred } from './band.ts';
import type { RankedCause } from './ranking.ts';

/** Of what the answers support, from here on it lies mostly in the reader's hands, and up to here mostly not; as people who hire judge. */
const MOSTLY_YOU = 0.5;
const MOSTLY_THEM = 0.2;
/** What decided less often than so is no verdict, however plain it is. */
const LEAST_SHARE = 0.01;

const IN_COMMON = 'The latest interview alone tells little; what your interviews have in common tells more.';

/** What a headline is made from. */
export interface HeadlineParts {
  readonly prepared: Prepared;
  readonly outcome: Outcome;
  readonly explained: ExplainedNo;
  readonly ranking: readonly RankedCause[];
  /** Whether some supported cause weighs more than rough figures alone could make it. */
  readonly apart: boolean;
  readonly parts: Parts;
  /** Probability of a no before any answer. */
  readonly usualNo: number;
  readonly silence: SilenceReport | null;
  /** Whether most of several interviews have a cause in common, by their own answers. */
  readonly recurring: boolean;
}

/** The verdict, and one human line with the base rate that stands above everything else. */
export function headlineOf(from: HeadlineParts): { readonly verdict: Verdict; readonly text: string } {
  const verdict = verdictOf(from);
  return { verdict, text: textOf(verdict, from) };
}

/** Where that lies which the answers support: too early where it is that nothing is decided yet, else by the causes in the order of the ranking. */
function verdictOf(from: HeadlineParts): Verdict {
  if (from.outcome === 'advanced') return 'advanced';
  const backed = supportedIn(from);
  const first = backed[0];
  if (first?.undecided) return from.outcome === 'waiting' || from.silence?.verdict === 'too-early' ? 'too-early' : 'mostly-them';
  const onRoughFigures = first?.control === 'you' && !from.apart; // nobody is accused on these
  if (first === undefined || onRoughFigures) return isOpen(from) ? 'too-early' : 'cannot-tell';
  const whole = backed.reduce((sum, { weight }) => sum + weight, 0);
  const yours = backed.reduce((sum, { weight, control }) => sum + (control === 'you' ? weight : 0), 0);
  if (yours >= MOSTLY_YOU * whole) return 'mostly-you';
  return yours <= MOSTLY_THEM * whole ? 'mostly-them' : 'both';
}

/** A cause that some answer speaks for, with its weight in the ranking. */
interface Backed extends Pick<CauseLogic, 'control'> {
  readonly weight: number;
  /** Whether it is that nothing is decided yet. */
  readonly undecided: boolean;
}

function supportedIn({ prepared: { pack, causeIndices }, explained: { share, weighed: { supported } }, ranking }: HeadlineParts): readonly Backed[] {
  return ranking.flatMap(({ cause, weight }): readonly Backed[] => {
    const index = causeIndices.get(cause) as number;
    if (supported[index] !== 1 || weight === 0) return [];
    const { control, silence, strength } = pack.causes[index] as CauseLogic;
    if (strength !== undefined && (share[index] as number) < LEAST_SHARE) return [];
    return [{ control, weight, undecided: silence?.state === 'undecided' }];
  });
}

function isOpen({ outcome, silence }: HeadlineParts): boolean {
  return silence === null ? outcome === 'waiting' : silence.verdict === 'too-early' || silence.verdict === 'open';
}

function textOf(verdict: Verdict, from: HeadlineParts): string {
  const { parts, usualNo } = from;
  const outside = inHundred(outsideYourControl(parts));
  switch (verdict) {
    case 'advanced':
      return `You went on, as ${inHundred(1 - usualNo)} people do. Below is what could have cost you the next step, and what to keep.`;
    case 'too-early':
      return `Not knowing is hard. ${from.silence?.verdict === 'open' ? 'It is still open' : 'It is too early to tell'}: nothing has been decided that you know of. ${hope(from.silence)}`.trim();
    case 'cannot-tell':
      return `${opening(from)} ${from.recurring ? IN_COMMON : `${nothingClear(from)} What remains is what is always possible, and most of that is not in your hands.`}`;
    case 'mostly-you':
      return `${opening(from)} Your answers point mostly to things that you can do otherwise next time; ${outside} lay outside your hands.`;
    case 'mostly-them':
      return `${opening(from)} Most of what lay behind it is not in your hands: ${outside}.${pointsAtReader(from) ? '' : ' Nothing in your answers points at you.'}`;
    case 'both':
      return `${opening(from)} Some of what lay behind it you can change, some of it was never yours: ${outside} lay outside your hands.`;
  }
}

function nothingClear(from: HeadlineParts): string {
  return supportedIn(from).length > 0
    ? 'What your answers speak for weighs no more with you than it may with anyone, as far as such rough figures can tell.'
    : 'Nothing in your answers points at you, nor clearly at anything else.';
}

function pointsAtReader(from: HeadlineParts): boolean {
  return supportedIn(from).some(({ control }) => control === 'you');
}

function hope(silence: SilenceReport | null): string {
  return silence === null ? '' : `Of 100 people in your place, ${inHundred(silence.advance).replace(' in 100', '')} still get an invitation.`;
}

function opening(from: HeadlineParts): string {
  const { outcome, usualNo, silence } = from;
  if (isOpen(from)) return `It is still open, and not knowing is hard. ${hope(silence)} If it turns out to be a no, this is what can be said of it.`.replace('  ', ' ');
  if (isSilent(outcome)) {
    const over = silence?.verdict === 'over' ? 'You have heard nothing, and by now it is as good as over.' : 'You have heard nothing, and it is probably over.';
    return `${over} That is hard to sit with. If it is a no, this is what can be said of it.`;
  }
  if (outcome === 'cancelled') return 'It was called off, which is hard after the work you put in.';
  const many = inHundred(usualNo);
  return `A no hurts. ${many.charAt(0).toUpperCase()}${many.slice(1)} people do not go on from an interview, for one reason or another.`;
}
