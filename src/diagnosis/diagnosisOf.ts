import { givenAt } from '../answers/answerValue.ts';
import { answerTo, chosenIn, followUpsIn, tookPlaceIn } from '../answers/answerTo.ts';
import { holds } from '../answers/holds.ts';
import type { AnswerValue, Note } from '../answers/answers.ts';
import { outcomeOf } from '../answers/outcome.ts';
import type { KnownAnswers } from '../answers/readAnswers.ts';
import type { Reading } from '../answers/reading.ts';
import { movedMost } from '../asking/questionWorths.ts';
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
import { type CoachView, type CorrectedBelief, type Diagnosis, DIAGNOSIS_VERSION, type Evidence, type Pattern, type SilenceReport } from './diagnosis.ts';
import { evidenceOf } from './evidenceOf.ts';
import { explanationOf } from './explanationOf.ts';
import { headlineOf } from './headline.ts';
import { MOST_FOLLOW_UPS } from '../plan/schedule.ts';
import { planOf, waitingIn } from './planOf.ts';
import { byRanking, firstNamed } from '../inference/ranking.ts';
import { whyAsked } from './whyAsked.ts';
import type { WhatIf } from './whatIfOf.ts';

const MOST_QUESTIONS = 3;

/** Puts everything that is inferred into one plain, versioned value. */
export function diagnosisOf(inferred: Inferred, whatIf: WhatIf | null): Diagnosis {
  const { engine: { pack, baseline, baseline: { prepared } }, latest: { known, known: { reading } }, outcome } = inferred;
  const [explained, parts, together, sensitivity] = [inferred.explained(), inferred.parts(), inferred.together(), inferred.sensitivity()];
  const waiting = waitingIn(inferred);
  const ranking = inferred.ranking();
  const plan = planOf(inferred, waiting);
  const explanations = orderedCauses(prepared, explained).map(cause => explanationOf(inferred, cause));
  return {
    version: DIAGNOSIS_VERSION,
    pack: { id: pack.id, version: pack.version, hash: pack.hash },
    asOf: known.today === null ? null : isoDate(known.today),
    answers: answersOf(pack, reading),
    outcome,
    headline: headlineOf({ prepared, outcome, explained, ranking, ...storyOf(inferred), message: dueIn(plan.message), apart: sensitivity.apart, silence: waiting?.silence ?? null, recurring: (together?.pattern.recurring.length ?? 0) > 0 }),
    usualNo: baseline.chanceOfNo(),
    parts,
    outsideYourControl: outsideYourControl(parts),
    explanations,
    steadiness: explanations.filter(({ supported }) => supported).sort(byRanking(ranking))[0]?.first ?? null,
    silence: waiting?.silence ?? null,
    pattern: together && withTitles(inferred, together.pattern),
    funnel: inferred.funnel(),
    ranking,
    plan,
    schedule: waiting?.schedule ?? [],
    strengths: strengthsOf(inferred),
    beliefs: beliefsOf(prepared, reading, firstNamed(prepared, explained, ranking), together === null && inferred.funnel() === null),
    nextQuestions: nextQuestionsOf(inferred),
    employerQuestion: employerQuestionOf(inferred, waiting?.silence ?? null),
    flags: flagsIn(pack, reading),
    whatIf,
    coach: coachOf(inferred),
    notes: notesOf(pack, known),
  };
}

/** What the two sentences above everything else have to fit. */
function storyOf({ engine: { pack, baseline: { prepared } }, latest, earlier, latest: { known: { reading } } }: Inferred): { readonly finals: boolean; readonly tookPlace: boolean; readonly harmed: boolean; readonly stopped: boolean } {
  const failed = [...earlier, latest].filter(each => each.failed === true);
  return {
    finals: failed.length >= 2 && failed.every(({ known }) => chosenIn(prepared, known.reading, 'stage') === 'later'),
    tookPlace: tookPlaceIn(prepared, reading),
    stopped: !['they', undefined].includes(chosenIn(prepared, reading, 'who-ended')),
    harmed: flagsIn(pack, reading).some(({ id }) => id === 'law'),
  };
}

/** Those that are expected to tell most; how it ended comes before all others. */
function nextQuestionsOf({ engine: { pack: { questions, causes }, baseline: { prepared } }, outcome, worths, asking }: Inferred): Diagnosis['nextQuestions'] {
  const worthwhile = stopAsking(worths(), true).worthwhile.map(({ question }) => question);
  const ending = prepared.questionIndices.get('outcome');
  const first = outcome === null && ending !== undefined ? [ending, ...worthwhile.filter(question => question !== ending)] : worthwhile;
  return first.slice(0, MOST_QUESTIONS).map(question => {
    const { id, ask } = questions[question] as Question;
    return { question: id, ask, why: question === ending ? 'Everything else depends on it.' : whyAsked(movedMost(asking(), question).map(cause => causes[cause] as Cause)) };
  });
}

function coachOf({ engine: { pack: { causes } }, coach }: Inferred): CoachView | null {
  const told = (cause: number): CoachView['struck'][number] => {
    const { id, title } = causes[cause] as Cause;
    return { cause: id, title };
  };
  return coach && { struck: coach.struck.map(told), added: coach.added.map(told), theory: coach.theory, agreed: coach.agreed };
}

/** When the message that is left is due. */
function dueIn(message: Diagnosis['plan']['message']): 'today' | 'later' | null {
  if (message === null) return null;
  return message.inDays === 0 ? 'today' : 'later';
}

function flagsIn({ flags = [] }: Pack, { answers }: Reading): Diagnosis['flags'] {
  return flags.filter(({ when }) => holds(when, answers) === true).map(({ id, says }) => ({ id, says }));
}

function dateIn(prepared: Prepared, reading: Reading): string | null {
  const answer = answerTo(prepared, reading, 'interview-date');
  return answer?.kind === 'date' ? isoDate(answer.day) : null;
}

/** It is for those who were told, and for those whose silence is still open; once two messages have gone out, nothing more is asked. */
function employerQuestionOf({ engine: { pack, baseline: { prepared } }, outcome, latest: { known: { reading } }, employerQuestion }: Inferred, silence: SilenceReport | null): Diagnosis['employerQuestion'] {
  const told = outcome === 'rejected' || outcome === 'cancelled' || silence?.verdict === 'open';
  const best = told && followUpsIn(prepared, reading) < MOST_FOLLOW_UPS ? employerQuestion() : null;
  return best && { question: (pack.questions[best.question] as Question).id, ask: best.words };
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

function withTitles({ engine: { pack: { causes }, baseline: { prepared } }, earlier, latest }: Inferred, pattern: ExplainedPattern): Pattern {
  return {
    ...pattern,
    history: [...earlier, latest].map(({ known: { reading } }) => ({
      date: dateIn(prepared, reading), outcome: outcomeOf(prepared, reading), stage: chosenIn(prepared, reading, 'stage') ?? null,
    })),
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
    const { id, belief, truer, alone: onlyAlone, denies } = prepared.pack.beliefs[index] as Belief;
    const denied = denies === undefined ? null : (prepared.pack.causes[denies] as Cause).id;
    return alone || !onlyAlone ? [{ id, belief, truer, denies: denied }] : [];
  });
}
