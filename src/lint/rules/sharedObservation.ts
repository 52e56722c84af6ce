import type { LabCause, LabSign } from '../lab.ts';
import type { LintRule } from '../rule.ts';
import { alwaysTogether, subjectOf } from '../sameSign.ts';

export const sharedObservation: LintRule = {
  id: 'shared-observation',
  severity: 'warning',
  title: 'One observation speaks for two causes that are not said to be neighbours.',
  why: 'The same answer then puts two causes before the reader, as if there were two reasons. Where one cause is a kind of the other, “part-of” says so, and both are told as one; otherwise one sign should be narrower.',
  file: 'cause',
  bad: `signs:
  - when: { prepared: none }
    speaks: for
    because: You read nothing about them.
`,
  good: `signs:
  - when: { prepared: none, questions-asked: 0 }
    speaks: for
    because: You read nothing about them and had nothing to ask.
`,
  *find(lab) {
    const bySubject = new Map<string, [LabCause, LabSign][]>();
    for (const cause of lab.causes) {
      for (const sign of cause.signs.filter(({ path, weight }) => path[0] === 'signs' && weight > 0)) {
        const before = bySubject.get(subjectOf(sign)) ?? [];
        const other = before.find(([earlier, own]) => !areNeighbours(earlier, cause) && alwaysTogether(lab, own, sign));
        bySubject.set(subjectOf(sign), [...before, [cause, sign]]);
        if (other) yield { file: cause.file, path: [...sign.path, 'when'], part: 'key', ...told(other) };
      }
    }
  },
};

function told([cause, sign]: readonly [LabCause, LabSign]): { readonly message: string; readonly hint: string } {
  const { line } = cause.file.place(sign.path);
  return { message: `the same answers speak for “${cause.cause.id}” (${cause.file.file}, line ${line})`, hint: `write “part-of: ${cause.cause.id}” if this is a kind of it, or narrow one of the signs` };
}

function areNeighbours({ cause: one }: LabCause, { cause: other }: LabCause): boolean {
  return one.id === other.id || one.partOf === other.id || other.partOf === one.id || (one.partOf !== undefined && one.partOf === other.partOf);
}
