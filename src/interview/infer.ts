import type { KnownCoachNotes } from '../answers/coachNotes.ts';
import type { KnownCounts } from '../answers/funnelCounts.ts';
import { employerQuestion, type EmployerQuestion } from '../asking/employerQuestion.ts';
import { once } from '../base/once.ts';
import { type Checked, refused } from '../base/problem.ts';
import { explainFunnel, type FunnelReport } from '../inference/funnel/explainFunnel.ts';
import { explainTogether, type ExplainedTogether, nanosecondsForPattern } from '../inference/history/pattern.ts';
import { TOO_LONG } from '../inference/history/posterior.ts';
import { personAfter } from '../inference/no/person.ts';
import { type ReadInterview, withAnswer } from '../inference/readInterview.ts';
import { explainSilence, type ExplainedSilence, waitOf } from '../inference/silence/explainSilence.ts';
import { type RankedCause, rankingOf } from '../inference/ranking.ts';
import type { Effort } from '../pack/effort.ts';
import { type Choice, chooseFixes } from '../plan/choose.ts';
import { nextInterview, type NextInterview } from '../plan/nextChance.ts';
import type { Engine } from './engine.ts';
import { inferNo, type InferredNo } from './inferNo.ts';

/** The latest of some interviews, and what else was said with them. */
export interface Told {
  readonly latest: ReadInterview;
  /** Oldest first. */
  readonly earlier: readonly ReadInterview[];
  readonly counts: KnownCounts | null;
  readonly coach: KnownCoachNotes | null;
  readonly budget: Effort | undefined;
}

/** All that can be inferred of the latest interview in the light of those before it: each when it is asked for, and once. */
export interface Inferred extends Told, InferredNo {
  readonly latest: ReadInterview;
  /** What all interviews say together; `null` where there is one. */
  readonly together: () => ExplainedTogether | null;
  readonly silence: () => ExplainedSilence | null;
  /** What this interview leaves for the next one. */
  readonly next: () => NextInterview;
  readonly choice: () => Choice;
  /** What most likely lies behind it, reasons and silence together. */
  readonly ranking: () => readonly RankedCause[];
  readonly employerQuestion: () => EmployerQuestion | null;
  readonly funnel: () => FunnelReport | null;
}

/** What can be inferred of some interviews; a problem where there are too many that differ to be weighed together. */
export function safeInfer(engine: Engine, told: Told): Checked<Inferred> {
  const interviews = [...told.earlier, told.latest];
  if (nanosecondsForPattern(engine.baseline.prepared, interviews, engine.unasked) <= TOO_LONG) return { ok: true, value: infer(engine, told) };
  return refused([{ code: 'too-large', message: `these ${interviews.length} interviews differ in too many ways to be weighed together`, hint: 'leave out the oldest ones', path: [] }]);
}

/** The same with one answer of the latest interview otherwise. */
export function inferAnswered({ engine, ...told }: Inferred, question: unknown, value: unknown): Checked<Inferred> {
  const latest = withAnswer(engine.baseline, told.latest, question, value);
  return latest.ok ? safeInfer(engine, { latest: latest.value, earlier: told.earlier, counts: told.counts, coach: told.coach, budget: told.budget }) : refused(latest.problems);
}

/** Nothing is inferred yet: each part is a question to be asked. */
export function infer(engine: Engine, told: Told): Inferred {
  const { baseline, baseline: { prepared }, unasked } = engine;
  const { latest, earlier, counts, coach, budget } = told;
  const { weighed, known: { reading } } = latest;
  const together = once(() => (earlier.length === 0 ? null : explainTogether(prepared, [...earlier, latest], unasked)));
  const no = inferNo(engine, latest, together);
  const { explained, asking, worths } = no;
  const next = once(() => nextInterview(prepared, explained(), together()?.history.person ?? personAfter(prepared, explained(), latest.failed), latest.failed));
  const silence = once(() => {
    const wait = waitOf(prepared, reading);
    return wait && explainSilence(baseline, wait, weighed, 1 - explained().chanceOfNo);
  });
  const ranking = once(() => rankingOf(prepared, explained(), silence()));
  const order = (): readonly number[] => [
    ...(coach?.added ?? []), ...(together()?.pattern.recurring ?? []).map(({ cause }) => cause), ...ranking().map(({ cause }) => prepared.causeIndices.get(cause) as number),
  ];
  return {
    ...no, earlier, counts, coach, budget, together, next, silence, ranking,
    choice: once(() => chooseFixes(prepared, explained(), next(), reading, { lasting: gainedIn(together(), [...earlier, latest]), budget, order: order(), ...(coach ? { struck: coach.struck, added: coach.added } : {}) })),
    employerQuestion: once(() => employerQuestion(asking(), worths())),
    funnel: once(() => funnelOf(engine, counts)),
  };
}

/** Causes that several interviews made likelier, and likelier there than not, and that an answer about one of them speaks for. */
function gainedIn(together: ExplainedTogether | null, interviews: readonly ReadInterview[]): ReadonlySet<number> {
  const gained = together?.pattern.causes.filter(({ cause, presence, presenceAtFirst }) =>
    presence > presenceAtFirst && presence > 0.5 && interviews.some(({ weighed }) => weighed.supported[cause] === 1));
  return new Set(gained?.map(({ cause }) => cause));
}

function funnelOf({ pack: { funnel }, people }: Engine, counts: KnownCounts | null): FunnelReport | null {
  return counts && counts.size > 0 && funnel ? explainFunnel(funnel, people(), counts) : null;
}
