import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { diagnose } from '../../src/api/diagnose.ts';
import { outline } from '../../src/report/outline.ts';

const late = diagnose({ outcome: 'rejected', arrival: 'late', 'thank-you': 'none' });
const section = outline(late).find(({ title }) => title === 'What this is based on');

describe('what a diagnosis is based on', () => {
  test('is every source of a supported cause or a belief, and no other', () => {
    const based = [...late.explanations.filter(({ supported }) => supported), ...late.beliefs].flatMap(({ basedOn }) => basedOn);
    expect(late.sources.map(({ id }) => id)).toEqual([...new Set(based)].sort());
    expect(based.length).toBeGreaterThan(5);
  });

  test('counts the articles that claim what a cause says', () => {
    const cause = late.explanations.find(each => each.cause === 'late');
    const articles = corePack.sources.filter(({ claims }) => claims.some(({ id }) => cause?.claims.includes(id))).map(({ id }) => id);
    expect(articles.length).toBeGreaterThan(0);
    expect(cause?.basedOn).toEqual(expect.arrayContaining(articles));
  });

  test('is told below the report for each cause in the foreground: who found it, and when', () => {
    const [list, note] = section?.blocks ?? [];
    const items = list?.kind === 'list' ? list.items : [];
    expect(items[0]).toMatch(/^You arrived late: [A-Z][^;]+ \(20\d\d\), .+, and \d+ more\.$/);
    expect(items.join(' ')).not.toContain(', via ');
    expect(note).toMatchObject({ kind: 'text', text: expect.stringContaining('judgement') as string });
  });

  test('is not told where no answer speaks for anything', () => {
    expect(outline(diagnose({ outcome: 'rejected' })).map(({ title }) => title)).not.toContain('What this is based on');
  });
});
