import { questionsOf } from '../pack/condition.ts';
import type { Lab, LabSign } from './lab.ts';

/** Whether each of two signs shows whenever the other one does. */
export function alwaysTogether(lab: Lab, one: LabSign, other: LabSign): boolean {
  return JSON.stringify([one.sign.when, one.sign.unless]) === JSON.stringify([other.sign.when, other.sign.unless])
    || (follows(lab, one, other) && follows(lab, other, one));
}

/** The questions that a sign is about: those of signs that always show together are mostly the same. */
export function subjectOf({ sign: { when } }: LabSign): string {
  return questionsOf(when).join(' ');
}

/** Whether no answers show the first without the second: neither where that is not shown, nor where it is cancelled. */
function follows(lab: Lab, { when, unless }: LabSign, other: LabSign): boolean {
  const own = unless ? [unless] : [];
  return lab.seek([when], [...own, other.when]) === 'impossible'
    && (other.unless === null || lab.seek([when, other.unless], own) === 'impossible');
}
