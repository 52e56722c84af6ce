import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { inSentence, listOf, type Section } from '../section.ts';

/** What a coach said, as theirs: it stands beside what was inferred, and never in it. */
export function coachSection({ coach }: Diagnosis): Section {
  if (coach === null) return { title: null, blocks: [] };
  const { struck, added, theory, agreed } = coach;
  return {
    title: 'From your coach',
    blocks: listOf([
      ...struck.map(({ title }) => `It wasn't this: ${inSentence(title)}.`),
      ...added.map(({ title }) => `Also look at this: ${inSentence(title)}.`),
      ...(theory === null ? [] : [`Your own view: ${theory}`]),
      ...agreed.map(step => `Agreed: ${step}`),
    ]),
  };
}
