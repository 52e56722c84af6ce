import { word } from './names.ts';
import type { Clue } from './clues.ts';

/** An item of a list of beliefs, which looks at one answer. */
export function beliefSkeleton(id: string, clue: Clue): string {
  return `# Told where these answers suggest it. Not where an answer forbids it (unless), nor where a cause comes first (denies).
- id: ${word(id)}
  # What articles of sources.yaml claim about it, such as [A1]; it may be empty.
  claims: []
  when: ${clue.when}
  belief: Say here what they may wrongly conclude, in their own words.
  truer: Say here the truer reading of it, in two or three kind sentences.
  from: [judgement]
  examples:
    - name: an answer suggests it
      answers: { ${clue.answers} }
      expect: { belief: ${word(id)} }
    - name: nothing is known
      answers: {}
      expect: { no-belief: ${word(id)} }
`;
}
