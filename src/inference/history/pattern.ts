import type { Pack } from '../../pack/pack.ts';
import type { AskedAhead } from './asked.ts';
import { explainAhead, type ExplainedHistory, explainHistory, nanosecondsToExplain } from './explainHistory.ts';
import type { WeighedInterview } from './players.ts';

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
  const asked = askedOf(interviews, unasked);
  if (!asked) return null;
  const { now, also: [last], advance, lastingAfterNo, lastingAfterYes } = explainAhead(pack, asked);
  const alone = explainHistory(pack, asked.explained, []);
  const before = new Map(alone.lasting.map(({ cause, presence }) => [cause, presence]));
  const pattern: ExplainedPattern = {
    interviews: interviews.length,
    failures: interviews.filter(({ failed }) => failed === true).length,
    lasting: now.lastingShare,
    lastingAtFirst: alone.lastingShare,
    standing: now.standingShare,
    causes: now.lasting
      .map(({ cause, presence }) => ({ cause, presence, presenceAtFirst: before.get(cause) ?? presence }))
      .sort((a, b) => (b.presence - b.presenceAtFirst) - (a.presence - a.presenceAtFirst) || (a.cause < b.cause ? -1 : 1)),
    next: { advance, lastingAfterNo, lastingAfterYes },
  };
  return { history: last ?? now, pattern };
}

/** About how many nanoseconds that takes; parameters are the same. */
export function nanosecondsForPattern(pack: Pack, interviews: readonly WeighedInterview[], unasked: WeighedInterview): number {
  const asked = askedOf(interviews, unasked);
  return asked ? nanosecondsToExplain(pack, asked) : 0;
}

/** The latest failure is explained with the next interview in view, and the last interview besides where it is not that failure. */
function askedOf(interviews: readonly WeighedInterview[], unasked: WeighedInterview): AskedAhead<WeighedInterview> | null {
  const last = interviews.at(-1);
  const latest = interviews.findLast(({ failed }) => failed === true) ?? last;
  if (!last || !latest || interviews.length < 2) return null;
  const since = latest === last ? [] : [last];
  return {
    explained: latest,
    besides: since,
    next: unasked,
    also: since.map(explained => ({ explained, besides: [latest] })),
    others: interviews.filter(each => each !== latest && each !== last),
  };
}
