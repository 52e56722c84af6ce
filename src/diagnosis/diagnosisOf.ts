import { givenAt } from '../answers/answerValue.ts';
import type { AnswerValue, Note } from '../answers/answers.ts';
import type { KnownAnswers } from '../answers/readAnswers.ts';
import type { Reading } from '../answers/reading.ts';
import { stopAsking } from '../asking/stopAsking.ts';
import { isoDate } from '../base/calendar.ts';
import { beliefsShown } from '../evidence/beliefs.ts';
import { findingsFor } from '../evidence/findings.ts';
import { orderedCauses } from '../inference/no/explainNo.ts';
import { outsideYourControl } from '../inference/no/parts.ts';
import type { ExplainedPattern } from '../inference/history/pattern.ts';
import type { Inferred } from '../interview/infer.ts';
import type { Belief, Cause, Pack, Question } from '../pack/pack.ts';
import type { Prepared } from '../pack/preparePack.ts';
import { type CorrectedBelief, type Diagnosis, DIAGNOSIS_VERSION, type Evidence, type Pattern } from './diagnosis.ts';
import { employerMessage } from './employerMessage.ts';
import { evidenceOf } from './evidenceOf.ts';
import { explanationOf } from './explanationOf.ts';
import { headlineOf } from './headline.ts';
import { planOf } from './planOf.ts';
import { byRanking, firstNamed, rankingOf } from './ranking.ts';
import { silenceReport } from './silenceReport.ts';
import type { WhatIf } from './whatIfOf.ts';

const MOST_QUESTIONS = 3;

/** Puts everything that is inferred into one plain, versioned value. */
export function diagnosisOf(inferred: Inferred, whatIf: WhatIf | null): Diagnosis {
  const { engine: { pack, baseline, baseline: { prepared } }, latest: { known, known: { reading } }, outcome } = inferred;
  const [explained, parts, silence, together, sensitivity] = [inferred.explained(), inferred.parts(), inferred.silence(), inferred.together(), inferred.sensitivity()];
  const waiting = silence && silenceReport(prepared, known, silence);
  const ranking = rankingOf(prepared, explained, silence);
  const explanations = orderedCauses(prepared, explained).map(cause => explanationOf(inferred, cause));
  return {
    version: DIAGNOSIS_VERSION,
    pack: { id: pack.id, version: pack.version, hash: pack.hash },
    asOf: known.today === null ? null : isoDate(known.today),
    answers: answersOf(pack, reading),
    outcome,
    headline: headlineOf({ prepared, outcome, explained, ranking, apart: sensitivity.apart, parts, usualNo: baseline.chanceOfNo(), silence: waiting?.silence ?? null, recurring: (together?.pattern.recurring.length ?? 0) > 0 }),
    parts,
    outsideYourControl: outsideYourControl(parts),
    explanations,
    steadiness: explanations.filter(({ supported }) => supported).sort(byRanking(ranking))[0]?.first ?? null,
    silence: waiting?.silence ?? null,
    pattern: together && withTitles(pack, together.pattern),
    funnel: inferred.funnel(),
    ranking,
    plan: planOf(inferred, waiting?.schedule ?? null),
    schedule: waiting?.schedule ?? [],
    strengths: strengthsOf(inferred),
    beliefs: beliefsOf(prepared, reading, firstNamed(prepared, explained, ranking), together === null && inferred.funnel() === null),
    nextQuestions: stopAsking(inferred.worths(), true).worthwhile.slice(0, MOST_QUESTIONS).map(({ question }) => {
      const { id, ask } = pack.questions[question] as Question;
      return { question: id, ask };
    }),
    employerQuestion: employerMessage(prepared, reading, outcome, waiting?.silence ?? null, inferred.employerQuestion()),
    whatIf,
    notes: notesOf(pack, known),
  };
}

/** What was answered, as it was understood: in the order of the pack, and without what is unknown. */
function answersOf(pack: Pack, reading: Reading): Readonly<Record<string, AnswerValue>> {
  return Object.fromEntries(pack.questions.flatMap(({ id }, index) => {
    const answer = givenAt(pack, reading, index);
    return answer === undefined ? [] : [[id, answer]];
  }));
}

function notesOf({ questions }: Pack, { leftOut }: KnownAnswers): readonly Note[] {
  return leftOut.map(index => {
    const { id, ask } = questions[index] as Question;
    return { code: 'not-asked', question: id, text: `Your answer to “${ask}” was left out: after your other answers that question does not come up.` };
  });
}

function withTitles({ causes }: Pack, pattern: ExplainedPattern): Pattern {
  return {
    ...pattern,
    recurring: pattern.recurring.map(({ cause, interviews }) => {
      const { id, title, control } = causes[cause] as Cause;
      return { cause: id, title, control, interviews };
    }),
    causes: pattern.causes.map(({ cause, presence, presenceAtFirst }) => {
      const { id, title } = causes[cause] as Cause;
      return { cause: id, title, presence, presenceAtFirst };
    }),
  };
}

/** What the reader did well, of the causes that cost most people most first; one for each answer that shows it, and none of a cause that is likelier there than not. */
function strengthsOf({ engine: { baseline: { prepared } }, latest: { known: { reading } }, explained }: Inferred): readonly Evidence[] {
  const { presence } = explained();
  const all = orderedCauses(prepared, explained()).filter(cause => (presence[cause] as number) <= 0.5).flatMap(index => {
    const { cause, baseRate, strength, signs } = prepared.causes[index] as Prepared['causes'][number];
    const cost = (strength ? strength.usual : 0) * baseRate.usual;
    return findingsFor(signs, reading.columns).filter(({ sign }) => sign.keep).map(finding => ({ cause: cause.id, index, finding, cost }));
  });
  const shownBy = new Map<string, Evidence>();
  for (const { cause, finding } of all.sort((a, b) => b.cost - a.cost || a.index - b.index)) {
    const strength = evidenceOf(prepared, cause, finding, reading);
    const answers = JSON.stringify(strength.answers);
    if (!shownBy.has(answers)) shownBy.set(answers, strength);
  }
  return [...shownBy.values()];
}

function beliefsOf(prepared: Prepared, { columns }: Reading, first: number, alone: boolean): readonly CorrectedBelief[] {
  return beliefsShown(prepared, columns, first).flatMap(index => {
    const { id, belief, truer, alone: onlyAlone } = prepared.pack.beliefs[index] as Belief;
    return alone || !onlyAlone ? [{ id, belief, truer }] : [];
  });
}
