import { openSignsOf } from '../evidence/findings.ts';
import type { ExplainedCause, ExplainedNo } from '../inference/no/explainNo.ts';
import { outsideYourControl, partsOf } from '../inference/no/parts.ts';
import type { ExplainedPattern } from '../inference/history/pattern.ts';
import { rankingOf } from './ranking.ts';
import type { Sensitivity } from '../inference/no/sensitivity.ts';
import type { Effort } from '../pack/effort.ts';
import type { Cause, Pack } from '../pack/pack.ts';
import { chooseFixes } from '../plan/choose.ts';
import type { FixOf } from '../plan/nextChance.ts';
import { applicable } from '../plan/fixes.ts';
import { askingOf } from '../asking/stopAsking.ts';
import type { ScheduleStep } from '../plan/schedule.ts';
import { isoDate } from '../base/calendar.ts';
import type { CheckedAnswers } from '../answers/checkAnswers.ts';
import { givenAt } from '../answers/answerValue.ts';
import type { AnswerValue, Reading } from '../answers/answers.ts';
import { holds } from '../answers/holds.ts';
import { outcomeOf } from '../answers/outcome.ts';
import { bandOf } from './band.ts';
import { type CitedSource, type CorrectedBelief, type Diagnosis, DIAGNOSIS_VERSION, type Evidence, type Explanation, type FixAdvice, type Pattern } from './diagnosis.ts';
import { adviceFor } from './advice.ts';
import { evidenceFor, evidenceOf } from './evidenceOf.ts';
import { headlineOf } from './headline.ts';
import type { Inferred } from './inferred.ts';
import { recruiterQuestion } from './employerMessage.ts';
import { silenceReport } from './silenceReport.ts';
import type { WhatIf } from './whatIfOf.ts';

const MOST_QUESTIONS = 3;

/** Puts everything that was inferred into one plain, versioned value. */
export function compose(pack: Pack, checked: CheckedAnswers, inferred: Inferred, whatIf: WhatIf | null, budget?: Effort): Diagnosis {
  const { reading, notes } = checked;
  const { explained, silence, pattern, usualNo } = inferred;
  const outcome = outcomeOf(pack, reading);
  const parts = partsOf(explained);
  const waiting = silence === null ? null : silenceReport(pack, checked, silence);
  const chosen = chooseFixes(explained.causes, inferred.next, reading, { lasting: gainedIn(pattern), budget });
  const advice = ({ cause, fix }: FixOf): FixAdvice => adviceFor(pack, cause, fix, reading);
  const explanations = explained.causes.map(each => explanationOf(pack, each, inferred.sensitivity, reading));
  const beliefs = beliefsOf(pack, reading, pattern === null && inferred.funnel === null);
  const [main, ...also] = chosen.next.map(advice);
  return {
    version: DIAGNOSIS_VERSION,
    pack: { id: pack.id, version: pack.version, hash: pack.hash },
    asOf: checked.today === null ? null : isoDate(checked.today),
    answers: answersOf(pack, reading),
    outcome,
    headline: headlineOf({ outcome, explained, apart: inferred.sensitivity.apart, parts, usualNo, silence: waiting?.silence ?? null }),
    parts,
    outsideYourControl: outsideYourControl(parts),
    explanations,
    steadiness: explanations.find(({ supported }) => supported)?.first ?? null,
    silence: waiting?.silence ?? null,
    pattern: pattern === null ? null : withTitles(pack, pattern),
    funnel: inferred.funnel,
    ranking: rankingOf(explained, silence),
    plan: { main: main ?? null, also, now: withinSchedule(chosen.now.map(advice), waiting?.schedule ?? null), chance: chosen.chance },
    schedule: waiting?.schedule ?? [],
    strengths: strengthsOf(pack, explained, reading),
    beliefs,
    nextQuestions: askingOf(inferred.worths, true).worthwhile.slice(0, MOST_QUESTIONS).map(({ question: { id, ask } }) => ({ question: id, ask })),
    recruiterQuestion: recruiterQuestion(pack, reading, outcome, waiting?.silence ?? null, inferred.employerQuestion),
    sources: citedBy(pack, [...explanations.filter(({ supported }) => supported), ...beliefs].flatMap(({ basedOn }) => basedOn)),
    whatIf,
    notes,
  };
}

/** What was answered, as it was understood: in the order of the pack, and without what is unknown. */
function answersOf(pack: Pack, reading: Reading): Readonly<Record<string, AnswerValue>> {
  return Object.fromEntries(pack.questions.flatMap(({ id }, index) => {
    const answer = givenAt(pack, reading, index);
    return answer === undefined ? [] : [[id, answer]];
  }));
}

/** While nothing has been heard, advice to write something counts as one of the few contacts that the schedule leaves. */
function withinSchedule(now: readonly FixAdvice[], schedule: readonly ScheduleStep[] | null): readonly FixAdvice[] {
  if (schedule === null) return now;
  const left = schedule.some(({ kind }) => kind !== 'let-go');
  const [message] = now.filter(({ say }) => say !== null);
  return now.filter(fix => fix.say === null || (left && fix === message));
}

/** Causes that several interviews made likelier, and likelier there than not. */
function gainedIn(pattern: ExplainedPattern | null): ReadonlySet<string> {
  return new Set(pattern?.causes.filter(({ presence, presenceAtFirst }) => presence > presenceAtFirst && presence > 0.5).map(({ cause }) => cause));
}

function explanationOf(pack: Pack, each: ExplainedCause, { ranges, first }: Sensitivity, reading: Reading): Explanation {
  const { cause, findings } = each;
  return {
    cause: cause.id,
    title: cause.title,
    why: cause.why,
    control: cause.control,
    supported: each.supported,
    presence: each.presenceGivenNo,
    share: each.share,
    shareRange: ranges.get(cause.id) ?? [each.share, each.share],
    first: first.get(cause.id) ?? 0,
    necessity: each.necessity,
    band: { ...bandOf(each.presenceGivenNo) },
    for: evidenceFor(pack, cause, findings, reading, 'for'),
    against: evidenceFor(pack, cause, findings, reading, 'against'),
    unknown: openSignsOf(cause, reading).map(({ sign, questions }) => ({ speaks: sign.speaks, because: sign.because, questions: questions.map(index => pack.questions[index]?.id ?? '') })),
    fixes: applicable(cause.fixes, reading).map(fix => adviceFor(pack, cause, fix, reading)),
    claims: [...cause.claims],
    basedOn: sourcesOf(pack, cause),
  };
}

function withTitles(pack: Pack, pattern: ExplainedPattern): Pattern {
  const titles = new Map(pack.causes.map(({ id, title }) => [id, title]));
  return { ...pattern, causes: pattern.causes.map(({ cause, presence, presenceAtFirst }) => ({ cause, title: titles.get(cause) ?? cause, presence, presenceAtFirst })) };
}

/** Sources of its figures, and articles that claim what it says; in order of id. */
function sourcesOf(pack: Pack, { baseRate, strength, claims }: Cause): readonly string[] {
  const articles = pack.sources.filter(source => source.claims.some(({ id }) => claims.includes(id))).map(({ id }) => id);
  return [...new Set([...baseRate.from, ...(strength?.from ?? []), ...articles])].filter(id => id !== 'judgement').sort();
}

function citedBy({ sources }: Pack, ids: readonly string[]): readonly CitedSource[] {
  const cited = new Set(ids);
  return sources.filter(({ id }) => cited.has(id)).map(({ id, kind, title, publisher, year, url }) => ({ id, kind, title, publisher, year: year ?? null, url: url ?? null }));
}

/** What the reader did well, of the causes that cost most people most first; one for each answer that shows it, and none of a cause that is likelier there than not. */
function strengthsOf(pack: Pack, { causes }: ExplainedNo, reading: Reading): readonly Evidence[] {
  const all = causes
    .filter(({ presenceGivenNo }) => presenceGivenNo <= 0.5)
    .flatMap(({ cause, findings }) => findings.filter(({ sign }) => sign.keep).map(finding => ({ cause, finding, cost: (cause.strength?.value ?? 0) * cause.baseRate.value })))
    .sort((a, b) => b.cost - a.cost || (a.cause.id < b.cause.id ? -1 : a.cause.id > b.cause.id ? 1 : 0))
    .map(({ cause, finding }) => evidenceOf(pack, cause, finding, reading));
  const shownBy = new Map<string, Evidence>();
  for (const strength of all) {
    const answers = JSON.stringify(strength.answers);
    if (!shownBy.has(answers)) shownBy.set(answers, strength);
  }
  return [...shownBy.values()];
}

function beliefsOf(pack: Pack, reading: Reading, alone: boolean): readonly CorrectedBelief[] {
  return pack.beliefs
    .filter(belief => (alone || !belief.alone) && holds(belief.when, reading) === true)
    .map(({ id, belief, truer, claims, from }) => ({ id, belief, truer, claims: [...claims], basedOn: from.filter(source => source !== 'judgement') }));
}
