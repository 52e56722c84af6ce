import type { Conditional } from '../../pack/logic.ts';
import type { Lab } from '../lab.ts';
import type { LintRule } from '../rule.ts';

export const caseNeverChosen: LintRule = {
  id: 'case-never-chosen',
  severity: 'error',
  title: 'This case of a number is never chosen.',
  why: 'Of the cases under “when” the first that holds decides. One that can hold only where an earlier one does changes nothing, although its author meant it to.',
  file: 'cause',
  bad: `strength:
  usually: 25%
  range: [10%, 50%]
  from: [a-survey]
  when:
    - { if: { arrival: late }, value: 30%, from: [a-survey] }
    - { if: { arrival: late, warned-ahead: yes }, value: 12%, from: [a-survey] }
`,
  good: `strength:
  usually: 25%
  range: [10%, 50%]
  from: [a-survey]
  when:
    - { if: { arrival: late, warned-ahead: yes }, value: 12%, from: [a-survey] }
    - { if: { arrival: late }, value: 30%, from: [a-survey] }
`,
  *find(lab) {
    for (const { cause: { baseRate, strength }, file } of lab.causes) {
      const [ofRate, ofStrength] = [file.value['base-rate'].when, file.value.strength?.when];
      for (const index of neverChosen(lab, baseRate, ofRate?.length ?? 0)) yield { file, path: ['base-rate', 'when', index, 'if'], part: 'key', ...told };
      for (const index of strength ? neverChosen(lab, strength, ofStrength?.length ?? 0) : []) yield { file, path: ['strength', 'when', index, 'if'], part: 'key', ...told };
    }
  },
};

const told = { message: 'this case is never chosen: an earlier one always holds before it', hint: 'put it above the wider case, or take it out' };

/** Which of the cases that an author wrote are never chosen; those of what an employer names stand before them. */
function neverChosen(lab: Lab, { when }: Conditional, written: number): readonly number[] {
  const before = when.length - written;
  const tests = when.map(branch => lab.testOf(branch.if));
  return tests.flatMap((test, index) => (index >= before && lab.seek([test], tests.slice(0, index)) === 'impossible' ? [index - before] : []));
}
