import type { Finding } from '../evidence/findings.ts';
import type { WeighedCause } from '../evidence/weigh.ts';
import type { Cause, Pack } from '../pack/pack.ts';
import { weightOf } from '../pack/speaks.ts';
import { bySupportThenShare, type ExplainedCause, type ExplainedNo, isSupported } from './explainNo.ts';
import { type Asked, type LastingPosterior, nanosecondsFor, type Posterior, posteriorsOf } from './history.ts';
import type { Lasting, PastInterview } from './lasting.ts';
import type { Person } from './person.ts';

/** One interview of several, with what its answers say of each cause; the causes stand in the pack's order. */
export interface WeighedInterview {
  readonly weighed: readonly WeighedCause[];
  /** `null` while it is open. */
  readonly failed: boolean | null;
}

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

/** What an answer settles in one interview speaks this strongly for the others. */
const SETTLED_ELSEWHERE = weightOf('strongly for');
/** Just below 1, so that what would stop everybody can still be divided by the chance that it does not. */
const SUREST = 1 - 1e-13;

/** An interview to explain, and others whose outcomes count with it beside those that always do. */
export interface AskedInterview {
  readonly interview: WeighedInterview;
  readonly besides: readonly WeighedInterview[];
}

/**
 * Explains the no of one interview in the light of others of the same person. Causes of scope `candidate` and the
 * standing are one hidden state for all of them; everything else is fresh each time.
 *
 * @param interview - the one to explain
 * @param others - the rest, in any order; those that are still open give answers, but no outcome
 */
export function explainHistory(pack: Pack, interview: WeighedInterview, others: readonly WeighedInterview[]): ExplainedHistory {
  const [explained] = explainHistories(pack, others, [{ interview, besides: [] }]);
  if (!explained) throw new RangeError('nothing is asked');
  return explained;
}

/**
 * The same for several interviews, each in the light of the same others, in less time than one by one. What lasts is
 * the same for all of them, before any outcome: what all answers say of it, with the base rate of the first one.
 */
export function explainHistories(pack: Pack, others: readonly WeighedInterview[], asked: readonly AskedInterview[]): readonly ExplainedHistory[] {
  const players = playersOf(pack, others, asked);
  const { lastingIndices, freshIndices } = players;
  const posteriors = posteriorsOf(players.lasting, players.past, players.asked);
  return asked.flatMap(({ interview }, index) => {
    const posterior = posteriors[index];
    if (!posterior) return [];
    const person = (of: LastingPosterior): Person => personOf(pack, interview, of, lastingIndices);
    return [{ ...readOff(interview, posterior, lastingIndices, freshIndices), person: person(known(posterior, interview.failed)), before: person(posterior.otherwise.open) }];
  });
}

/** About how many nanoseconds that takes. */
export function nanosecondsToExplain(pack: Pack, others: readonly WeighedInterview[], asked: readonly AskedInterview[]): number {
  const players = playersOf(pack, others, asked);
  return nanosecondsFor(players.lasting, players.past, players.asked);
}

interface Players {
  readonly lasting: Lasting;
  readonly past: readonly PastInterview[];
  readonly asked: readonly Asked[];
  /** Which causes of the pack last, and which are fresh each time. */
  readonly lastingIndices: readonly number[];
  readonly freshIndices: readonly number[];
}

function playersOf(pack: Pack, others: readonly WeighedInterview[], asked: readonly AskedInterview[]): Players {
  const all = [...asked.flatMap(({ interview, besides }) => [interview, ...besides]), ...others];
  const stopping = pack.causes.flatMap(({ strength, scope }, index) => (strength === undefined ? [] : [{ index, scope }]));
  const indicesOf = (wanted: Cause['scope']): readonly number[] => stopping.filter(({ scope }) => scope === wanted).map(({ index }) => index);
  const [lastingIndices, freshIndices] = [indicesOf('candidate'), indicesOf('interview')];
  const lasting: Lasting = {
    presence: lastingIndices.map(index => presenceAcross(all.flatMap(({ weighed }) => weighed[index] ?? []))),
    levels: pack.standing.levels.map(({ stops, weight }) => ({ stops: Math.min(SUREST, stops), weight })),
  };
  const player = (each: WeighedInterview): PastInterview => pastInterview(pack, each, lastingIndices, freshIndices);
  const past = (some: readonly WeighedInterview[]): readonly PastInterview[] => some.filter(({ failed }) => failed !== null).map(player);
  return { lasting, past: past(others), asked: asked.map(({ interview, besides }) => ({ explained: player(interview), besides: past(besides) })), lastingIndices, freshIndices };
}

/** Players of one interview. Lasting causes that its answers settle are players of it alone. */
function pastInterview(pack: Pack, { weighed, failed }: WeighedInterview, lasting: readonly number[], fresh: readonly number[]): PastInterview {
  const firing = (index: number): number => Math.min(SUREST, (weighed[index]?.presence ?? 0) * (weighed[index]?.strength ?? 0));
  return {
    failed: failed ?? true,
    fresh: [Math.min(SUREST, pack.background.value), ...fresh.map(firing), ...lasting.map(index => (isSettled(weighed[index]) ? firing(index) : 0))],
    strengths: lasting.map(index => (isSettled(weighed[index]) ? 0 : Math.min(SUREST, weighed[index]?.strength ?? 0))),
  };
}

function isSettled(weighed: WeighedCause | undefined): boolean {
  return weighed?.presence === 0 || weighed?.presence === 1;
}

/**
 * Probability that a lasting cause follows the person, from all answers. One fact counts once, however many interviews
 * show it: of what speaks for it the strongest, and of what speaks against it in others the strongest, too. The base rate
 * is that of the first one, where the answers differ in what it depends on.
 */
function presenceAcross(weighed: readonly WeighedCause[]): number {
  const facts = new Map<string, { most: number; least: number }>();
  for (const { cause, findings } of weighed) {
    for (const finding of findings) {
      const weight = Math.max(-SETTLED_ELSEWHERE, Math.min(SETTLED_ELSEWHERE, finding.weight));
      const fact = factOf(finding, cause.signs.indexOf(finding.sign));
      const { most, least } = facts.get(fact) ?? { most: 0, least: 0 };
      facts.set(fact, { most: Math.max(most, weight), least: Math.min(least, weight) });
    }
  }
  const baseRate = weighed[0]?.baseRate ?? 0.5;
  const weights = [...facts.values()].map(({ most, least }) => most + least).sort((a, b) => a - b);
  const logOdds = weights.reduce((sum, weight) => sum + weight, Math.log(baseRate) - Math.log1p(-baseRate));
  return 1 / (1 + Math.exp(-logOdds));
}

function factOf({ sign }: Finding, index: number): string {
  return sign.group === undefined ? `sign ${index}` : `group ${sign.group}`;
}

function readOff({ weighed }: WeighedInterview, posterior: Posterior, lasting: readonly number[], fresh: readonly number[]): Omit<ExplainedHistory, 'person' | 'before'> {
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
