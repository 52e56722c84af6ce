import type { Prepared } from '../../pack/preparePack.ts';
import { type AskedHistory, explainAhead, type ExplainedHistory, explainHistory, nanosecondsAhead } from './explainHistory.ts';
import type { WeighedInterview } from './players.ts';

/** What several interviews of one person say together. Shares and probabilities are from 0 to 1. */
export interface ExplainedPattern {
  readonly interviews: number;
  readonly failures: number;
  readonly lasting: number;
  readonly lastingAtFirst: number;
  readonly standing: number;
  /** Causes that the answers about most interviews, and two at least, speak for, by index in the pack, in how many: the oftenest first. */
  readonly recurring: readonly { readonly cause: number; readonly interviews: number }[];
  /** By index in the pack. */
  readonly causes: readonly { readonly cause: number; readonly presence: number; readonly presenceAtFirst: number }[];
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
export function explainTogether(prepared: Prepared, interviews: readonly WeighedInterview[], unasked: WeighedInterview): ExplainedTogether | null {
  const asked = askedOf(interviews);
  if (!asked) return null;
  const { explained, last } = asked;
  const { now, advance, lastingAfterNo, lastingAfterYes } = explainAhead(prepared, asked, unasked);
  const alone = explainHistory(prepared, { explained, others: [], last: explained });
  const before = new Map(alone.lasting.map(({ cause, presence }) => [cause, presence]));
  const pattern: ExplainedPattern = {
    interviews: interviews.length,
    failures: interviews.filter(({ failed }) => failed === true).length,
    lasting: now.lastingShare,
    lastingAtFirst: alone.lastingShare,
    standing: now.standingShare,
    recurring: recurringIn(interviews, now),
    causes: now.lasting
      .map(({ cause, presence }) => ({ cause, presence, presenceAtFirst: before.get(cause) ?? presence }))
      .sort((a, b) => (b.presence - b.presenceAtFirst) - (a.presence - a.presenceAtFirst) || a.cause - b.cause),
    next: { advance, lastingAfterNo, lastingAfterYes },
  };
  return { history: explained === last ? now : explainHistory(prepared, lastOf(interviews)), pattern };
}

/** What most of the interviews that failed have in common, by their own answers; equally often, the one with the larger share now. */
function recurringIn(interviews: readonly WeighedInterview[], { no: { share } }: ExplainedHistory): ExplainedPattern['recurring'] {
  const failed = interviews.filter(each => each.failed !== false);
  const times = share.map((_, cause) => failed.filter(({ weighed: { supported } }) => supported[cause] === 1).length);
  return times.flatMap((count, cause) => (count >= 2 && 2 * count > failed.length && (share[cause] as number) >= MAY_DECIDE ? [{ cause, interviews: count }] : []))
    .sort((a, b) => b.interviews - a.interviews || (share[b.cause] as number) - (share[a.cause] as number) || a.cause - b.cause);
}

/** What has less of a share than this is no pattern to work on, however often it was there. */
const MAY_DECIDE = 0.02;

/** About how many nanoseconds the longer of its sums takes; parameters are the same. */
export function nanosecondsForPattern(prepared: Prepared, interviews: readonly WeighedInterview[], unasked: WeighedInterview): number {
  const asked = askedOf(interviews);
  if (!asked) return 0;
  const ahead = nanosecondsAhead(prepared, asked, unasked);
  return asked.explained === asked.last ? ahead : Math.max(ahead, nanosecondsAhead(prepared, lastOf(interviews), unasked));
}

/** The latest failure is explained, or the last interview where there is none. */
function askedOf(interviews: readonly WeighedInterview[]): AskedHistory | null {
  const last = interviews.at(-1);
  const explained = interviews.findLast(({ failed }) => failed === true) ?? last;
  if (!last || !explained || interviews.length < 2) return null;
  return { explained, last, others: interviews.filter(each => each !== explained) };
}

/** The last interview, explained in the light of all others. */
function lastOf(interviews: readonly WeighedInterview[]): AskedHistory {
  const last = interviews.at(-1) as WeighedInterview;
  return { explained: last, last, others: interviews.slice(0, -1) };
}
