import type { LabSign } from '../lab.ts';
import type { LintRule } from '../rule.ts';
import { alwaysTogether } from '../sameSign.ts';

export const countedTwice: LintRule = {
  id: 'counted-twice',
  severity: 'warning',
  title: 'Two signs of a cause always show together, so that one fact counts twice.',
  why: 'Log-odds add: a fact that is told in two signs makes the cause look far likelier than that one answer can. Of signs in one group only the strongest counts.',
  file: 'cause',
  bad: `signs:
  - when: { prepared: none }
    speaks: for
    because: You read nothing about them.
  - when: { prepared: { at-most: 0 } }
    speaks: for
    because: There was no time to prepare.
`,
  good: `signs:
  - when: { prepared: none }
    speaks: for
    group: preparation
    because: You read nothing about them.
  - when: { prepared: { at-most: 0 } }
    speaks: for
    group: preparation
    because: There was no time to prepare.
`,
  *find(lab) {
    for (const { file, signs } of lab.causes) {
      const own = signs.filter(({ path, weight }) => path[0] === 'signs' && Number.isFinite(weight));
      for (const [index, later] of own.entries()) {
        const earlier = own.slice(0, index).find(other => countsBeside(other, later) && alwaysTogether(lab, other, later));
        if (!earlier) continue;
        const { line } = file.place(earlier.path);
        yield { file, path: [...later.path, 'when'], part: 'key', message: `this sign shows whenever that of line ${line} does, and the other way round`, hint: 'give both one group, or take one out' };
      }
    }
  },
};

function countsBeside(one: LabSign, other: LabSign): boolean {
  return one.weight * other.weight > 0 && (one.sign.group === undefined || one.sign.group !== other.sign.group);
}
