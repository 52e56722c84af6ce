import type { Pack } from '../pack/pack.ts';
import { type AskedInterview, type ExplainedHistory, explainHistories, explainHistory, nanosecondsToExplain, type WeighedInterview } from './explainHistory.ts';

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

/** The last interview explained in the light of all of them, and their pattern. */
export interface ExplainedTogether {
  readonly history: ExplainedHistory;
  readonly pattern: ExplainedPattern;
}

/**
 * What the latest failure says in the light of all interviews, beside what it would say alone. Where none has failed, it
 * is what the last interview would say, had it been a no.
 *
 * @param interviews - oldest first
 * @param unasked - an interview of which nothing is known yet, as the next one
 * @returns `null` for fewer than two interviews.
 */
export function explainTogether(pack: Pack, interviews: readonly WeighedInterview[], unasked: WeighedInterview): ExplainedTogether | null {
  const asking = askingOf(interviews, unasked);
  if (!asking) return null;
  const [history, upNext, afterNo, afterYes, earlier] = explainHistories(pack, asking.others, asking.asked);
  if (!history || !upNext || !afterNo || !afterYes) throw new RangeError('not all that was asked is explained');
  const together = earlier ?? history;
  const alone = explainHistory(pack, asking.latest, []);
  const before = new Map(alone.lasting.map(({ cause, presence }) => [cause, presence]));
  const pattern: ExplainedPattern = {
    interviews: interviews.length,
    failures: interviews.filter(({ failed }) => failed === true).length,
    lasting: together.lastingShare,
    lastingAtFirst: alone.lastingShare,
    standing: together.standingShare,
    causes: together.lasting
      .map(({ cause, presence }) => ({ cause, presence, presenceAtFirst: before.get(cause) ?? presence }))
      .sort((a, b) => (b.presence - b.presenceAtFirst) - (a.presence - a.presenceAtFirst) || (a.cause < b.cause ? -1 : 1)),
    next: { advance: 1 - upNext.no.chanceOfNo, lastingAfterNo: afterNo.lastingShare, lastingAfterYes: afterYes.lastingShare },
  };
  return { history, pattern };
}

/** About how many nanoseconds that takes; parameters are the same. */
export function nanosecondsForPattern(pack: Pack, interviews: readonly WeighedInterview[], unasked: WeighedInterview): number {
  const asking = askingOf(interviews, unasked);
  return asking ? nanosecondsToExplain(pack, asking.others, asking.asked) : 0;
}

interface Asking {
  readonly latest: WeighedInterview;
  readonly others: readonly WeighedInterview[];
  readonly asked: readonly AskedInterview[];
}

/** What has to be explained: the last one, the next one, the latest failure after one more no and after one more yes, and that failure itself where it is not the last one. */
function askingOf(interviews: readonly WeighedInterview[], unasked: WeighedInterview): Asking | null {
  const last = interviews.at(-1);
  const latest = interviews.findLast(({ failed }) => failed === true) ?? last;
  if (!last || !latest || interviews.length < 2) return null;
  const since = latest === last ? [] : [last];
  return {
    latest,
    others: interviews.filter(each => each !== latest && each !== last),
    asked: [
      { interview: last, besides: latest === last ? [] : [latest] },
      { interview: unasked, besides: [latest, ...since] },
      ...[true, false].map(failed => ({ interview: latest, besides: [...since, { ...unasked, failed }] })),
      ...since.map(each => ({ interview: latest, besides: [each] })),
    ],
  };
}
