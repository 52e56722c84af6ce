import type { LintRule } from '../rule.ts';

export const carriedByNothing: LintRule = {
  id: 'carried-by-nothing',
  severity: 'warning',
  title: 'Nothing in the pack rests on this source, or carries this claim.',
  why: 'A list of sources that support nothing looks like more knowledge than there is, and a claim that nothing carries is advice that no reader gets.',
  file: 'sources',
  bad: `- { id: a-survey, kind: survey, title: What people said, publisher: Somebody }
- { id: another-survey, kind: survey, title: What others said, publisher: Somebody else }
`,
  good: `- { id: a-survey, kind: survey, title: What people said, publisher: Somebody }
`,
  *find({ parsed }) {
    const files = [...parsed.pack, ...parsed.causes, ...parsed.beliefs];
    const [sources, claims] = ['from', 'claims'].map(key => new Set(files.flatMap(({ value }) => listsUnder(key, value)))) as [Set<unknown>, Set<unknown>];
    for (const file of parsed.sources) {
      for (const [at, { id, claims: made = [] }] of file.value.entries()) {
        const carried = made.filter(claim => claims.has(claim.id));
        if (!sources.has(id) && carried.length === 0) yield { file, path: [at, 'id'], message: `nothing rests on the source “${id}”`, hint: 'name it under “from” where it supports a number, or take it out' };
        else for (const [index, claim] of made.entries()) if (!claims.has(claim.id)) yield { file, path: [at, 'claims', index, 'id'], message: `no cause, fix or belief carries the claim ${claim.id}`, hint: 'name it under “claims” where a reader gets it' };
      }
    }
  },
};

/** All words in the lists under a key, anywhere inside. */
function listsUnder(key: string, value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([own, inner]): readonly unknown[] => (own === key && Array.isArray(inner) ? inner : listsUnder(key, inner)));
}
