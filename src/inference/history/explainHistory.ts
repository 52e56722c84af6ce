import type { Prepared } from '../../pack/preparePack.ts';
import type { ExplainedNo } from '../no/explainNo.ts';
import type { Person } from '../no/person.ts';
import type { PastInterview } from './lasting.ts';
import { isSettled, type Players, playersOf, type WeighedInterview } from './players.ts';
import { type Ahead, type LastingPosterior, nanosecondsFor, type Posterior, posteriorAhead, posteriorOf, type Shares } from './posterior.ts';

/** What several interviews teach of the person. Probabilities and shares are from 0 to 1. */
export interface ExplainedHistory {
  /** The no of the interview in question, in the light of all others. */
  readonly no: ExplainedNo;
  /** Of each lasting cause, by index in the pack, that no answer of that interview settles: whether it follows the person, given every outcome. */
  readonly lasting: readonly { readonly cause: number; readonly presence: number }[];
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
}

/** Interviews of a person of which one is to be explained. */
export interface AskedHistory {
  readonly explained: WeighedInterview;
  /** In any order; those that are still open give answers, but no outcome. */
  readonly others: readonly WeighedInterview[];
  /** The last one, whose base rates count where the answers differ in what these depend on. */
  readonly last: WeighedInterview;
}

/**
 * Explains the no of one interview in the light of others of the same person. Causes of scope `candidate` and the
 * standing are one hidden state for all of them; everything else is fresh each time.
 */
export function explainHistory(prepared: Prepared, asked: AskedHistory): ExplainedHistory {
  const { players, explained, others } = asPlayers(prepared, asked);
  return readOff(asked.explained, posteriorOf(players.lasting, players.of(explained), others), players);
}

/** The same, with what one more interview would make of it. */
export function explainAhead(prepared: Prepared, asked: AskedHistory, next: WeighedInterview): ExplainedAhead {
  const { players, explained, others } = asPlayers(prepared, asked);
  const { now, afterNo, afterYes, advance } = posteriorAhead(players.lasting, players.of(explained), others, players.of(next));
  return {
    now: readOff(explained, now, players),
    advance: advanceGiven(advance, explained.failed),
    lastingAfterNo: lastingShareOf(afterNo, players),
    lastingAfterYes: lastingShareOf(afterYes, players),
  };
}

/** About how many nanoseconds that takes. */
export function nanosecondsAhead(prepared: Prepared, asked: AskedHistory, next: WeighedInterview): number {
  const { players, explained, others } = asPlayers(prepared, asked);
  return nanosecondsFor(players.lasting, players.of(explained), others, players.of(next));
}

function asPlayers(prepared: Prepared, { explained, others, last }: AskedHistory): { readonly players: Players; readonly explained: WeighedInterview; readonly others: readonly PastInterview[] } {
  const players = playersOf(prepared, [last, ...[explained, ...others].filter(each => each !== last)]);
  return { players, explained, others: others.filter(({ failed }) => failed !== null).map(players.of) };
}

function advanceGiven({ open, failed, passed }: Ahead['advance'], outcome: boolean | null): number {
  if (outcome === null) return open;
  return outcome ? failed : passed;
}

function readOff(interview: WeighedInterview, posterior: Posterior, { lastingIndices: lasting, freshIndices: fresh }: Players): ExplainedHistory {
  const { weighed, failed } = interview;
  const { shares, chanceOfNo, alone } = posterior;
  const settledAt = 1 + fresh.length;
  const [presence, share, necessity] = [weighed.presence.map(() => 0), weighed.presence.map(() => 0), weighed.presence.map(() => 0)];
  fresh.forEach((index, at) => {
    share[index] = shares.fresh[at + 1] as number;
    necessity[index] = alone.fresh[at + 1] as number;
    presence[index] = presenceOfFresh(weighed.presence[index] as number, weighed.strength[index] as number, alone.fresh[at + 1] as number, chanceOfNo);
  });
  lasting.forEach((index, at) => {
    const settled = isSettled(weighed, index);
    share[index] = (settled ? shares.fresh[settledAt + at] : shares.lasting[at]) as number;
    necessity[index] = (settled ? alone.fresh[settledAt + at] : alone.lasting[at]) as number;
    presence[index] = (settled ? weighed.presence[index] : posterior.presence[at]) as number;
  });
  return {
    no: { weighed, chanceOfNo, presence, share, necessity, background: shares.fresh[0] as number, standing: shares.standing },
    lasting: lasting.flatMap((cause, at) => (isSettled(weighed, cause) ? [] : [{ cause, presence: posterior.presence[at] as number }])),
    lastingShare: lastingShareOf(shares, { lastingIndices: lasting, freshIndices: fresh }),
    standingShare: shares.standing,
    person: personOf(interview, known(posterior, failed), lasting),
    before: personOf(interview, posterior.otherwise.open, lasting),
  };
}

/** Share of the standing and of all lasting causes, those that the answers settle among the fresh players. */
function lastingShareOf({ lasting, fresh, standing }: Shares, { lastingIndices, freshIndices }: Pick<Players, 'lastingIndices' | 'freshIndices'>): number {
  return lastingIndices.reduce((sum, _, at) => sum + (lasting[at] as number) + (fresh[1 + freshIndices.length + at] as number), standing);
}

/** What lasts, once an outcome is counted. */
function known(posterior: Posterior, failed: boolean | null): LastingPosterior {
  if (failed === null) return posterior.otherwise.open;
  return failed ? posterior : posterior.otherwise.passed;
}

function personOf({ weighed }: WeighedInterview, { presence, standing }: LastingPosterior, lasting: readonly number[]): Person {
  const person = weighed.presence.slice();
  lasting.forEach((index, at) => { if (!isSettled(weighed, index)) person[index] = presence[at] as number; });
  return { presence: person, standing };
}

/** Given a no: it fired, or it was there and did not fire while something else did. */
function presenceOfFresh(presence: number, strength: number, necessity: number, chanceOfNo: number): number {
  if (presence === 0) return 0;
  const fires = presence * strength;
  // Two ways to say how often nobody else fires, each exact where the other divides by next to nothing.
  const nobodyElse = fires < 0.5 ? (1 - chanceOfNo) / (1 - fires) : (necessity * chanceOfNo) / fires;
  return Math.min(1, (presence * (strength + (1 - strength) * (1 - nobodyElse))) / chanceOfNo);
}
