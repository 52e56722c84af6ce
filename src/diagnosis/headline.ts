import { type ExplainedNo, supportedCauses } from '../inference/no/explainNo.ts';
import type { Control } from '../pack/logic.ts';
import type { Prepared } from '../pack/preparePack.ts';
import { outsideYourControl, type Parts } from '../inference/no/parts.ts';
import { isSilent, type Outcome } from '../answers/outcome.ts';
import type { SilenceReport, Verdict } from './diagnosis.ts';
import { inHundred } from './band.ts';

/** From here on a part outweighs the others. */
const MOST = 0.5;
/** What lies outside outweighs only from here on, as it is more than half for everybody before any answer. */
const MOST_OUTSIDE = 0.7;

/** What a headline is made from. */
export interface HeadlineParts {
  readonly prepared: Prepared;
  readonly outcome: Outcome;
  readonly explained: ExplainedNo;
  /** Whether some supported cause weighs more than rough figures alone could make it. */
  readonly apart: boolean;
  readonly parts: Parts;
  /** Probability of a no before any answer. */
  readonly usualNo: number;
  readonly silence: SilenceReport | null;
}

/** The verdict, and one human line with the base rate that stands above everything else. */
export function headlineOf(from: HeadlineParts): { readonly verdict: Verdict; readonly text: string } {
  const verdict = verdictOf(from);
  return { verdict, text: textOf(verdict, from) };
}

/** From the outcome and the parts; never from the order of the causes. */
function verdictOf({ prepared, outcome, explained, apart, parts, silence }: HeadlineParts): Verdict {
  if (outcome === 'advanced') return 'advanced';
  if (silence === null ? outcome === 'waiting' : silence.verdict === 'too-early' || silence.verdict === 'open') return 'too-early';
  if (!apart) return 'cannot-tell';
  if (parts.you >= MOST) return 'mostly-you';
  const outside = outsideYourControl(parts);
  return outside >= MOST && outside + parts.unseen >= MOST_OUTSIDE && supportedElsewhere(prepared, explained) ? 'mostly-them' : 'both';
}

/** Some answer speaks for a cause that lies outside the reader's hands, or none of weight for one that lies in them. */
function supportedElsewhere(prepared: Prepared, explained: ExplainedNo): boolean {
  const supported = supportedCauses(prepared, explained);
  return supported.some(cause => controlOf(prepared, cause) !== 'you') || supported.every(cause => (explained.share[cause] as number) < 0.1);
}

function controlOf({ pack }: Prepared, cause: number): Control | undefined {
  return pack.causes[cause]?.control;
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
      return `${opening(from)} ${nothingClear(from)} What remains is what is always possible, and most of that is not in your hands.`;
    case 'mostly-you':
      return `${opening(from)} Your answers point mostly to things that you can do otherwise next time; ${outside} lay outside your hands.`;
    case 'mostly-them':
      return `${opening(from)} Most of what lay behind it is not in your hands: ${outside}.${pointsAtReader(from) ? '' : ' Nothing in your answers points at you.'}`;
    case 'both':
      return `${opening(from)} Some of what lay behind it you can change, some of it was never yours: ${outside} lay outside your hands.`;
  }
}

function nothingClear({ prepared, explained }: HeadlineParts): string {
  return supportedCauses(prepared, explained).length > 0
    ? 'What your answers speak for weighs no more with you than it may with anyone, as far as such rough figures can tell.'
    : 'Nothing in your answers points at you, nor clearly at anything else.';
}

function pointsAtReader({ prepared, explained }: HeadlineParts): boolean {
  return supportedCauses(prepared, explained).some(cause => controlOf(prepared, cause) === 'you');
}

function hope(silence: SilenceReport | null): string {
  return silence === null ? '' : `Of 100 people in your place, ${inHundred(silence.advance).replace(' in 100', '')} still get an invitation.`;
}

function opening({ outcome, usualNo, silence }: HeadlineParts): string {
  if (isSilent(outcome)) {
    const over = silence?.verdict === 'over' ? 'You have heard nothing, and by now it is as good as over.' : 'You have heard nothing, and it is probably over.';
    return `${over} That is hard to sit with. If it is a no, this is what can be said of it.`;
  }
  if (outcome === 'cancelled') return 'It was called off, which is hard after the work you put in.';
  const many = inHundred(usualNo);
  return `A no hurts. ${many.charAt(0).toUpperCase()}${many.slice(1)} people do not go on from an interview, for one reason or another.`;
}
