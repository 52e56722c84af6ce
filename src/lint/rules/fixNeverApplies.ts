import type { LintRule } from '../rule.ts';

export const fixNeverApplies: LintRule = {
  id: 'fix-never-applies',
  severity: 'error',
  title: 'This fix can never apply.',
  why: 'Its advice reaches nobody: after the answers that it asks for, its cause is ruled out, or the answers cannot be given together.',
  file: 'cause',
  bad: `fixes:
  - { id: own-it, for: now, when: { arrival: on-time }, do: Say that you are sorry., removes: { value: 20%, from: [a-survey] }, effort: minutes }
`,
  good: `fixes:
  - { id: own-it, for: now, when: { arrival: late }, do: Say that you are sorry., removes: { value: 20%, from: [a-survey] }, effort: minutes }
`,
  *find(lab) {
    for (const { cause, file, signs } of lab.causes) {
      const without = signs.filter(({ weight }) => weight === Number.NEGATIVE_INFINITY);
      for (const [index, { id, when, unless }] of cause.fixes.entries()) {
        if (!when && !unless) continue;
        const sheet = lab.seek(when ? [lab.testOf(when)] : [], unless ? [lab.testOf(unless)] : [], { without });
        if (sheet === 'impossible') yield { file, path: ['fixes', index, when ? 'when' : 'unless'], part: 'key', message: `no answers let the fix “${id}” apply`, hint: 'look at its “when” and “unless”, and at what rules its cause out' };
      }
    }
  },
};
