import type { LabCause, LabSign } from '../lab.ts';
import type { LintRule } from '../rule.ts';

export const signsClash: LintRule = {
  id: 'signs-clash',
  severity: 'warning',
  title: 'One answer establishes this cause while another rules it out.',
  why: 'Whoever answers so is told that two of their answers cannot both be true. If they can, people are sent back for nothing; if they cannot, say so under “contradictions” in pack.yaml, in words of its own.',
  file: 'cause',
  bad: `signs:
  - when: { arrival: late }
    speaks: establishes
    because: You came after the agreed time.
  - when: { warned-ahead: yes }
    speaks: rules out
    because: They knew that you would be late.
`,
  good: `signs:
  - when: { arrival: late }
    speaks: establishes
    because: You came after the agreed time.
  - when: { warned-ahead: yes, not: { arrival: late } }
    speaks: rules out
    because: They knew that you would be late.
`,
  *find(lab) {
    for (const cause of lab.causes) {
      const [establishing, rulingOut] = [settling(cause, 1), settling(cause, -1)];
      for (const one of establishing) {
        for (const other of rulingOut) {
          const sheet = lab.seek([one.when, other.when], [one.unless ?? [], other.unless ?? []].flat(), { clashOf: cause });
          if (typeof sheet === 'string') continue;
          const { line } = cause.file.place(one.path);
          yield { file: cause.file, path: other.path, message: `this rules the cause out, and line ${line} establishes it, both after the same answers`, hint: 'narrow one of them, or add these answers to “contradictions” in pack.yaml', answers: sheet.answers };
        }
      }
    }
  },
};

function settling({ signs }: LabCause, side: 1 | -1): readonly LabSign[] {
  return signs.filter(({ weight }) => weight === side * Number.POSITIVE_INFINITY);
}
