import type { WeighedCause } from '../../evidence/weigh.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Asked, AskedAhead } from './asked.ts';
import { bySupportThenShare, type ExplainedCause, type ExplainedNo, isSupported } from '../no/explainNo.ts';
import { type LastingPosterior, nanosecondsAhead, type Posterior, posteriorAhead, posteriorOf } from './history.ts';
import type { PastInterview } from './lasting.ts';
import type { Person } from '../no/person.ts';
import { isSettled, type Players, playersOf, type WeighedInterview } from './players.ts';

/** What several interviews teach of the person. Probabilities and shares are from 0 to 1. */
export interface ExplainedHistory {
  /** The no of the interview in question, in the light of all others. */
  readonly no: ExplainedNo;
  /** Of each lasting cause that no answer of that interview settles: whether it follows the person, given every outcome. */
  readonly lasting: readonly { readonly cause: string; readonly presence: number }[];
  /** Share of everything that lasts in that no: of the lasting causes, and of the standing. */
  readonly lastingShare: number;
  readonly standingShare: number;
  /** What is thought to follow the person from here, once the outcome of that interview is counted, if there is one. */
  readonly person: Person;
  /** The same before that interview's outcome is counted. */
  readonly before: Person;
}

/** An explanation, and what one more interview would make of it. */
export interface ExplainedAhead {
  readonly now: ExplainedHistory;
  /** How likely the next one goes on. */
  readonly advance: number;
  readonly lastingAfterNo: number;
  readonly lastingAfterYes: number;
  readonly also: readonly ExplainedHistory[];
}

/**
 * Explains the no of one interview in the light of others of the same person. Causes of scope `candidate` and the
 * standing are one hidden state for all of them; everything else is fresh each time.
 *
 * @param interview - the one to explain
 * @param others - the rest, in any order; those that are still open give answers, but no outcome
 */
export function explainHistory(pack: Pack, interview: WeighedInterview, others: readonly WeighedInterview[]): ExplainedHistory {
  const players = playersOf(pack, [interview, ...others]);
  return readOff(pack, interview, posteriorOf(players.lasting, players.of(interview), withOutcome(others).map(players.of)), players);
}

/** The same for all that is asked, with what one more interview would make of it; interviews that are still open give answers here, too. */
export function explainAhead(pack: Pack, asked: AskedAhead<WeighedInterview>): ExplainedAhead {
  const { explained, also } = asked;
  const players = playersAhead(pack, asked);
  const { now, afterNo, afterYes, advance, also: rest } = posteriorAhead(players.lasting, asPlayers(asked, players));
  return {
    now: readOff(pack, explained, now, players),
    advance: explained.failed === null ? advance.open : explained.failed ? advance.failed : advance.passed,
    lastingAfterNo: readOff(pack, explained, afterNo, players).lastingShare,
    lastingAfterYes: readOff(pack, explained, afterYes, players).lastingShare,
    also: also.flatMap((each, index) => (rest[index] ? [readOff(pack, each.explained, rest[index], players)] : [])),
  };
}

/** About how many nanoseconds that takes. */
export function nanosecondsToExplain(pack: Pack, asked: AskedAhead<WeighedInterview>): number {
  const players = playersAhead(pack, asked);
  return nanosecondsAhead(players.lasting, asPlayers(asked, players));
}

/** Base rates are those of what else is asked of, if anything is, as that is the last interview; before any outcome, what lasts is the same for all. */
function playersAhead(pack: Pack, { explained, besides, next, also, others }: AskedAhead<WeighedInterview>): Players {
  return playersOf(pack, [...also.map(each => each.explained), explained, ...besides, next, ...others]);
}

function asPlayers({ explained, besides, next, also, others }: AskedAhead<WeighedInterview>, { of }: Players): AskedAhead<PastInterview> {
  const asked = (each: Asked<WeighedInterview>): Asked<PastInterview> => ({ explained: of(each.explained), besides: withOutcome(each.besides).map(of) });
  return { ...asked({ explained, besides }), next: of(next), also: also.map(asked), others: withOutcome(others).map(of) };
}

function withOutcome(interviews: readonly WeighedInterview[]): readonly WeighedInterview[] {
  return interviews.filter(({ failed }) => failed !== null);
}

function readOff(pack: Pack, interview: WeighedInterview, posterior: Posterior, { lastingIndices: lasting, freshIndices: fresh }: Players): ExplainedHistory {
  const { weighed, failed } = interview;
  const { shares, chanceOfNo, alone } = posterior;
  const settledAt = 1 + fresh.length;
  const explained = [...fresh.map((index, at) => ({ index, share: shares.fresh[at + 1] ?? 0, necessity: alone.fresh[at + 1] ?? 0, presence: presenceOfFresh(weighed[index], alone.fresh[at + 1] ?? 0, chanceOfNo) })),
    ...lasting.map((index, at) => (isSettled(weighed[index])
      ? { index, share: shares.fresh[settledAt + at] ?? 0, necessity: alone.fresh[settledAt + at] ?? 0, presence: weighed[index]?.presence ?? 0 }
      : { index, share: shares.lasting[at] ?? 0, necessity: alone.lasting[at] ?? 0, presence: posterior.presence[at] ?? 0 }))]
    .flatMap(({ index, share, necessity, presence }): ExplainedCause[] => {
      const each = weighed[index];
      return each ? [{ ...each, supported: isSupported(each), presenceGivenNo: presence, share, necessity }] : [];
    });
  const unsettled = lasting.flatMap((index, at) => (isSettled(weighed[index]) ? [] : [{ cause: weighed[index]?.cause.id ?? '', presence: posterior.presence[at] ?? 0 }]));
  const lastingShare = lasting.reduce((sum, _, at) => sum + (shares.lasting[at] ?? 0) + (shares.fresh[settledAt + at] ?? 0), shares.standing);
  return {
    no: { chanceOfNo, causes: explained.sort(bySupportThenShare), background: shares.fresh[0] ?? 0, unseen: shares.standing },
    lasting: unsettled,
    lastingShare,
    standingShare: shares.standing,
    person: personOf(pack, interview, known(posterior, failed), lasting),
    before: personOf(pack, interview, posterior.otherwise.open, lasting),
  };
}

/** What lasts, once an outcome is counted. */
function known(posterior: Posterior, failed: boolean | null): LastingPosterior {
  return failed === null ? posterior.otherwise.open : failed ? posterior : posterior.otherwise.passed;
}

function personOf({ standing }: Pack, { weighed }: WeighedInterview, { presence, levels }: LastingPosterior, lasting: readonly number[]): Person {
  return {
    presence: new Map(lasting.flatMap((index, at) => {
      const each = weighed[index];
      return each ? [[each.cause.id, isSettled(each) ? each.presence : presence[at] ?? 0] as const] : [];
    })),
    standing: standing.levels.reduce((sum, { stops }, level) => sum + stops * (levels[level] ?? 0), 0),
  };
}

/** Given a no: it fired, or it was there and did not fire while something else did. */
function presenceOfFresh(each: WeighedCause | undefined, necessity: number, chanceOfNo: number): number {
  if (!each || each.presence === 0) return 0;
  const { presence, strength } = each;
  const fires = presence * strength;
  // Two ways to say how often nobody else fires, each exact where the other divides by next to nothing.
  const nobodyElse = fires < 0.5 ? (1 - chanceOfNo) / (1 - fires) : (necessity * chanceOfNo) / fires;
  return (presence * (strength + (1 - strength) * (1 - nobodyElse))) / chanceOfNo;
}
