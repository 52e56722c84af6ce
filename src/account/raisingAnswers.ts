import { isAskable } from '../answers/askable.ts';
import { answerValue } from '../answers/answerValue.ts';
import { likelyAnswers } from '../asking/likelyAnswers.ts';
import { takeOff, trialOf, tryOn } from '../asking/trial.ts';
import type { Baseline } from '../inference/no/baseline.ts';
import { explainNo } from '../inference/no/explainNo.ts';
import type { ReadInterview } from '../inference/readInterview.ts';
import type { Raising } from './causeAccount.ts';

/** Of each question that is asked and open, the answer that would raise a cause most, where one does; the largest rise first. */
export function raisingAnswers(baseline: Baseline, { known: { reading }, weighed }: ReadInterview, cause: number): readonly Raising[] {
  const { prepared } = baseline;
  const trial = trialOf(prepared, reading, weighed);
  const raising = prepared.pack.questions.flatMap((question, index): readonly Raising[] => {
    if (reading.answers[index] !== undefined || !isAskable(prepared, reading.columns, index)) return [];
    const tried = likelyAnswers(question).flatMap(({ answer }): readonly Raising[] => {
      const on = tryOn(trial, index, answer);
      const presence = trial.weighed.presence[cause] as number;
      const raised = on.possible && presence > (weighed.presence[cause] as number);
      const value = raised ? answerValue(question, answer) : undefined;
      const found = value === undefined ? [] : [{ question: question.id, answer: value, presence, share: explainNo(baseline, trial.weighed).share[cause] as number }];
      takeOff(trial, on);
      return found;
    });
    return tried.sort(byPresence).slice(0, 1);
  });
  return raising.sort(byPresence);
}

function byPresence(a: Raising, b: Raising): number {
  return b.presence - a.presence || b.share - a.share;
}
