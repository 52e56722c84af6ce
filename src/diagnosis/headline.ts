import type { ExplainedNo } from '../inference/no/explainNo.ts';
import type { CauseLogic } from '../pack/logic.ts';
import type { Prepared } from '../pack/preparePack.ts';
import { isSilent, type Outcome } from '../answers/outcome.ts';
import type { SilenceReport, Verdict } from './diagnosis.ts';
import type { RankedCause } from '../inference/ranking.ts';

/** Of what the answers support, from here on it lies mostly in the reader's hands, and up to here mostly not; as people who hire judge. */
const MOSTLY_YOU = 0.5;
const MOSTLY_THEM = 0.2;
/** What decided less often than so is no verdict, however plain it is. */
const LEAST_SHARE = 0.01;

/** What a headline is made from. */
export interface HeadlineParts {
  readonly prepared: Prepared;
  readonly outcome: Outcome;
  readonly explained: ExplainedNo;
  readonly ranking: readonly RankedCause[];
  /** Whether some supported cause weighs more than rough figures alone could make it. */
  readonly apart: boolean;
  readonly silence: SilenceReport | null;
  /** Whether most of several interviews have a cause in common, by their own answers. */
  readonly recurring: boolean;
  /** Whether every no, of two at least, came after earlier rounds were passed. */
  readonly finals: boolean;
  /** Whether the interview took place, as far as is known. */
  readonly tookPlace: boolean;
  /** Whether something unlawful was asked or said. */
  readonly harmed: boolean;
  /** Whether it was the reader who stopped. */
  readonly stopped: boolean;
  /** Whether a message is left to send, and whether it is due today. */
  readonly message: 'today' | 'later' | null;
}

/** The verdict, and two human sentences that stand above everything else. */
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

/** Two sentences that fit the case, without figures. */
function textOf(verdict: Verdict, from: HeadlineParts): string {
  const { outcome } = from;
  if (outcome === null) return "You haven't said yet how it ended. That tells more than any other answer, so start there.";
  if (outcome === 'advanced' && from.stopped) return 'You stopped before they did, and that can be the right decision. Here is what may be worth knowing for the next one.';
  if (outcome === 'advanced') return "You're through: well done, and enjoy it tonight. The next round is a new conversation, and a little preparation goes a long way.";
  if (from.harmed) return "You were asked or told something that has no place in an interview. That is not on you, and you don't have to deal with it alone.";
  if (!from.tookPlace && isOpen(from)) return missedText(from);
  if (isSilent(outcome)) return silentText(from);
  if (from.finals) return 'Coming this close and hearing no hurts more than an early one. But you got through every round before it, and that is the real news.';
  return `${outcome === 'cancelled' ? calledOff(verdict, from) : 'A no hurts.'} ${verdictText(verdict, from)}`;
}

function calledOff(verdict: Verdict, { tookPlace }: HeadlineParts): string {
  return verdict === 'mostly-you' || !tookPlace ? 'It was called off, and that stings.' : 'They called it off after all the work you put in.';
}

function missedText({ message }: HeadlineParts): string {
  const still = "The interview didn't happen, and that can often still be put right.";
  if (message === 'today') return `${still} Get in touch today: it gets harder with each day.`;
  return `${still} What to do, and when, stands below.`;
}

function silentText({ silence, message }: HeadlineParts): string {
  switch (silence?.verdict ?? 'too-early') {
    case 'too-early':
      return "It's too early to read anything into the silence. Waiting is hard, but as far as you know nothing has been decided.";
    case 'open':
      if (message === null) return "It's still open, and you have asked. Not knowing is hard, but all that is left to do is wait.";
      return "It's still open, and it's fair to ask once now. Not knowing is hard, and it says nothing about you.";
    case 'probably-over':
      return "It's probably over, and nobody has told you. That's hard to sit with, and it's no verdict on you.";
    case 'over':
      return "It's as good as over, and nobody has told you. You can let this one go: their silence is no verdict on you.";
  }
}

function verdictText(verdict: Verdict, from: HeadlineParts): string {
  switch (verdict) {
    case 'mostly-you':
      return 'Most of what your answers point to is something that you can change before the next one.';
    case 'both':
      return 'Part of it you can change before the next one, and part of it was never yours.';
    case 'mostly-them':
      return withoutYou(from);
    default:
      return from.recurring ? 'This interview alone tells little, but what your interviews have in common tells more.'
        : nothingClear(from);
  }
}

function nothingClear(from: HeadlineParts): string {
  return supportedIn(from).length > 0 ? "What your answers show weighs little, so don't be hard on yourself over it."
    : "Your answers don't show why, so don't go looking for a fault that may not be there.";
}

function withoutYou(from: HeadlineParts): string {
  const [first, ...others] = supportedIn(from);
  if (first?.control === 'fit') return 'What your answers point to is how you and this job matched, and that differs from job to job.';
  return [first, ...others].some(each => each?.control === 'you') ? 'Most of what your answers point to was never in your hands.' : "As far as your answers show, this wasn't about you.";
}
