import type { Pack } from '../pack/pack.ts';
import { type ExplainedHistory, explainHistory, nanosecondsToExplain, type WeighedInterview } from './explainHistory.ts';

/** What several interviews of one person say together. Shares and probabilities are from 0 to 1. */
export interface ExplainedPattern {
  readonly interviews: number;
  readonly failures: number;
  readonly lasting: number;
  readonly lastingAtFirst: number;
  readonly standing: number;
  readonly causes: readonly { readonly cause: string; readonly presence: number; readonly presenceAtFirst: number }[];
  readonly next: { readonly advance: number; readonly lastingAfterNo: number; readonly lastingAfterYes: number };
}

/**
 * What the latest failure says in the light of all interviews, beside what it would say alone. Where none has failed, it
 * is what the last interview would say, had it been a no.
 *
 * @param interviews - oldest first, at least one
 * @param unasked - an interview of which nothing is known yet, as the next one
 * @param known - the explanation of the last one in the light of all, where it has been made
 */
export function patternOf(pack: Pack, interviews: readonly WeighedInterview[], unasked: WeighedInterview, known: ExplainedHistory | null = null): ExplainedPattern | null {
  const latest = latestFailure(interviews);
  if (interviews.length < 2 || !latest) return null;
  const others = interviews.filter(each => each !== latest);
  const together = known && latest === interviews.at(-1) ? known : explainHistory(pack, latest, others);
  const alone = explainHistory(pack, latest, []);
  const before = new Map(alone.lasting.map(({ cause, presence }) => [cause, presence]));
  const upNext = explainHistory(pack, unasked, interviews);
  return {
    interviews: interviews.length,
    failures: interviews.filter(({ failed }) => failed === true).length,
    lasting: together.lastingShare,
    lastingAtFirst: alone.lastingShare,
    standing: together.standingShare,
    causes: together.lasting
      .map(({ cause, presence }) => ({ cause, presence, presenceAtFirst: before.get(cause) ?? presence }))
      .sort((a, b) => (b.presence - b.presenceAtFirst) - (a.presence - a.presenceAtFirst) || (a.cause < b.cause ? -1 : 1)),
    next: {
      advance: 1 - upNext.no.chanceOfNo,
      lastingAfterNo: upNext.lastingShare,
      lastingAfterYes: explainHistory(pack, latest, [...others, { ...unasked, failed: false }]).lastingShare,
    },
  };
}

function latestFailure(interviews: readonly WeighedInterview[]): WeighedInterview | undefined {
  return interviews.findLast(({ failed }) => failed === true) ?? interviews.at(-1);
}

/**
 * About how many nanoseconds it takes to explain the last interview in the light of the others, and to find the pattern.
 *
 * @param interviews - oldest first, at least one
 * @param unasked - an interview of which nothing is known yet, as the next one
 */
export function nanosecondsForPattern(pack: Pack, interviews: readonly WeighedInterview[], unasked: WeighedInterview): number {
  const [last, latest] = [interviews.at(-1), latestFailure(interviews)];
  if (!last || !latest || interviews.length < 2) return 0;
  const without = (one: WeighedInterview): readonly WeighedInterview[] => interviews.filter(each => each !== one);
  const explained = nanosecondsToExplain(pack, last, without(last));
  const together = latest === last ? 0 : nanosecondsToExplain(pack, latest, without(latest));
  return explained + together + nanosecondsToExplain(pack, unasked, interviews) + nanosecondsToExplain(pack, latest, [...without(latest), { ...unasked, failed: false }]);
}
