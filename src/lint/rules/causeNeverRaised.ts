import { findingsFor } from '../../evidence/findings.ts';
import { isShown } from '../../evidence/weigh.ts';
import { type Lab, type LabCause, neverShows } from '../lab.ts';
import { subsetsOf } from '../openAnswer.ts';
import type { LintRule } from '../rule.ts';
import type { Judge } from '../seekSheet.ts';

export const causeNeverRaised: LintRule = {
  id: 'cause-never-raised',
  severity: 'error',
  title: 'No answers can raise this cause above its base rate.',
  why: 'It will never be among the likely reasons, so its fixes reach nobody. Whatever speaks for it never shows, or something that speaks against it always shows as well.',
  file: 'cause',
  bad: `signs:
  - when: { arrival: on-time }
    speaks: against
    because: You were there at the agreed time.
`,
  good: `signs:
  - when: { arrival: on-time }
    speaks: against
    because: You were there at the agreed time.
  - when: { arrival: late }
    speaks: for
    because: You came after the agreed time.
`,
  *find(lab) {
    for (const cause of lab.causes) {
      if (isNeverRaised(lab, cause)) yield { file: cause.file, path: ['signs'], part: 'key', message: 'no answers can raise this cause above its base rate', hint: 'add a sign that speaks for it, or take out what always speaks against it' };
    }
  },
};

/** More signs than this are not tried together: whoever needs so many at once to raise a cause is not found. */
const MOST_TOGETHER = 3;

/** Tries ever more of what can speak for it together: whatever else such answers show can only speak against it. */
function isNeverRaised(lab: Lab, cause: LabCause): boolean {
  const judge = raises(cause);
  const possible = cause.signs.filter(sign => sign.weight > 0 && !neverShows(lab, sign));
  for (let many = 1; many <= Math.min(possible.length, MOST_TOGETHER); many++) {
    for (const some of subsetsOf(possible, many)) {
      if (lab.seek(some.map(({ when }) => when), some.flatMap(({ unless }) => unless ?? []), { judge }) !== 'impossible') return false;
    }
  }
  return possible.length <= MOST_TOGETHER;
}

/** Where it does not come out above its base rate, something that speaks against it has to be cancelled. */
function raises({ signs }: LabCause): Judge {
  return columns => {
    const evidence = findingsFor(signs, columns).reduce((sum, { weight }) => sum + weight, 0);
    return evidence > 0 ? null : signs.flatMap(sign => (sign.weight < 0 && sign.unless && isShown(sign, columns) ? [sign.unless] : []));
  };
}
