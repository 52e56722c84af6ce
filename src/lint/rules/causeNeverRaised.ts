import { isShown } from '../../evidence/weigh.ts';
import type { Lab, LabCause } from '../lab.ts';
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
  const possible = cause.signs.filter(({ when, unless, weight }) => weight > 0 && lab.seek([when], unless ? [unless] : []) !== 'impossible');
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
    const shown = signs.filter(sign => isShown(sign, columns));
    const strongest = new Map<unknown, number>();
    for (const { sign, weight } of shown) {
      const fact = sign.group ?? sign;
      if (Math.abs(weight) > Math.abs(strongest.get(fact) ?? 0)) strongest.set(fact, weight);
    }
    const against = shown.filter(({ weight }) => weight < 0);
    const isRuledOut = against.some(({ weight }) => weight === Number.NEGATIVE_INFINITY);
    const isRaised = !isRuledOut && [...strongest.values()].reduce((sum, weight) => sum + weight, 0) > 0;
    return isRaised ? null : against.flatMap(({ unless }) => unless ?? []);
  };
}
