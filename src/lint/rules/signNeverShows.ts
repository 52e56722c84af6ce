import { type Lab, type LabCause, neverShows } from '../lab.ts';
import type { Found, LintRule } from '../rule.ts';

export const signNeverShows: LintRule = {
  id: 'sign-never-shows',
  severity: 'error',
  title: 'No answers can show this sign.',
  why: 'Nobody will ever read it, and the cause stands as if it were not there. The condition holds for no one who can fill in the questionnaire: a question is not asked, or an exception always holds.',
  file: 'cause',
  bad: `signs:
  - when: { minutes-late: { at-least: 10 }, arrival: on-time }
    speaks: for
    because: You came ten minutes late.
`,
  good: `signs:
  - when: { minutes-late: { at-least: 10 }, arrival: late }
    speaks: for
    because: You came ten minutes late.
`,
  *find(lab) {
    for (const { file, signs } of lab.causes) {
      for (const sign of signs) if (sign.path[0] === 'signs' && neverShows(lab, sign)) yield { file, path: [...sign.path, 'when'], part: 'key', ...told };
    }
    for (const cause of lab.causes) yield* neverNamed(lab, cause);
  },
};

const told = { message: 'no answers can show this sign', hint: 'look at when its questions are asked, and at “unless”' };

/** What an employer names is three signs, by how they put it; one of them is enough. */
function* neverNamed(lab: Lab, { file, signs }: LabCause): Generator<Found> {
  const named = signs.filter(({ path }) => path[0] === 'named');
  if (named.length > 0 && named.every(sign => neverShows(lab, sign))) yield { file, path: ['named', 'when'], part: 'key', ...told };
}
