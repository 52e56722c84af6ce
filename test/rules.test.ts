import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runExamples } from '../src/examples/runExamples.ts';
import { corePack } from '../src/core/corePack.ts';
import { safeLoadPack } from '../src/node.ts';
import type { PackExample } from '../src/authoring/check/packExamples.ts';
import { formatProblems } from '../src/base/problem.ts';

const read = safeLoadPack('rules');
if (!read.ok) throw new Error(formatProblems(read.problems));
const { pack, notes, examples } = read.value;
const ruleFiles = [...new Set(examples.map(({ file }) => file))];

/** What a candidate could have done otherwise. */
const controllable = [
  'wrong-name', 'weak-company-research', 'weak-industry-knowhow', 'no-reason-for-role', 'unprepared-answers', 'late', 'rude',
  'appearance', 'low-confidence', 'missed-interview', 'no-stories', 'wrong-story', 'monologue', 'untailored-application',
  'no-thank-you', 'late-thank-you', 'generic-note', 'careless-note', 'too-little-follow-up', 'too-persistent',
  'ignored-timeline', 'ignored-directions', 'no-questions', 'social-media', 'no-online-presence', 'weak-references',
];

/** What nobody on this side of the table did. */
const external = [
  'needs-changed', 'internal-candidate', 'no-hire', 'culture-fit', 'stronger-candidate', 'still-deciding',
  'avoids-confrontation', 'high-volume', 'employer-mistake', 'poor-employer-process',
];

/** What the articles leave out and real cases need. */
const beyondTheArticles = [
  'skills-gap', 'failed-test', 'flight-risk', 'misrepresentation', 'spoke-ill-of-employer', 'phone-use', 'terms-mismatch',
  'unprofessional-conduct', 'hidden-requirement', 'unlawful-bias', 'background-check', 'no-opening', 'technical-trouble', 'too-forceful', 'worrying-disclosure',
];

const lastClaim = { A: 25, B: 9, C: 8, D: 11, E: 6 };

function examplesIn(file: string): readonly PackExample[] {
  return examples.filter(example => example.file === file);
}

describe('every example of a rule file comes out as its author expects', () => {
  test.each(ruleFiles)('%s', file => {
    expect(formatProblems(runExamples(pack, examplesIn(file)))).toBe('');
  });

  test('an example that expects something else is caught', () => {
    const [example] = examplesIn('rules/interview/late.yaml');
    if (!example) throw new Error('there is no example to spoil');
    expect(runExamples(pack, [{ ...example, expect: { absent: 'late' } }])).toHaveLength(1);
  });
});

describe('the core pack knows 51 causes', () => {
  test.each([
    ['26 that a candidate could have done otherwise', controllable, 26],
    ['10 on the other side of the table', external, 10],
    ['15 beyond the articles', beyondTheArticles, 15],
  ])('%s', (_kind, ids, count) => {
    expect(new Set(ids).size).toBe(count);
    expect(ids.filter(id => pack.causes.every(cause => cause.id !== id))).toEqual([]);
  });

  test('and no other', () => {
    expect(pack.causes.map(({ id }) => id)).toEqual([...controllable, ...external, ...beyondTheArticles].sort());
  });

  test('the compiled pack is the one in rules/', () => {
    expect(corePack.hash).toBe(pack.hash);
  });

  test('in whose hands each lies', () => {
    const controlOf = (ids: readonly string[]): ReadonlySet<string> =>
      new Set(pack.causes.filter(({ id }) => ids.includes(id)).map(({ control }) => control));
    expect(controlOf(controllable)).toEqual(new Set(['you']));
    expect(controlOf(external)).toEqual(new Set(['them']));
  });
});

describe.each(pack.causes)('$id', ({ id, signs, fixes }) => {
  test('has a sign that speaks for it and one that speaks against it', () => {
    const words = signs.map(({ speaks }) => speaks);
    expect(words.some(speaks => speaks.endsWith('for') || speaks === 'establishes')).toBe(true);
    expect(words.some(speaks => speaks.endsWith('against') || speaks === 'rules out')).toBe(true);
  });

  test('has a fix for the next interview that can always be taken', () => {
    expect(fixes.some(fix => fix.for === 'next' && fix.when === undefined && fix.unless === undefined)).toBe(true);
  });

  test('has two examples or more', () => {
    const [file] = ruleFiles.filter(each => each.endsWith(`/${id}.yaml`));
    expect(examplesIn(file ?? '').length).toBeGreaterThanOrEqual(2);
  });
});

describe('the pack as a whole', () => {
  test('the sources declare every claim of the articles, each once', () => {
    const expected = Object.entries(lastClaim).flatMap(([article, last]) => Array.from({ length: last }, (_, index) => `${article}${index + 1}`));
    const declared = notes.sources.flatMap(({ claims }) => claims.map(claim => claim.id));
    expect([...declared].sort()).toEqual([...expected].sort());
  });

  test('every claim is carried by a cause, a fix or a belief', () => {
    const carried = new Set([notes.causes, notes.fixes, notes.beliefs].flatMap(Object.values<{ readonly claims: readonly string[] }>).flatMap(({ claims }) => claims));
    expect(notes.sources.flatMap(({ claims }) => claims.map(claim => claim.id)).filter(claim => !carried.has(claim))).toEqual([]);
  });

  test('no two fixes share an id', () => {
    const ids = pack.causes.flatMap(({ fixes }) => fixes.map(fix => fix.id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('no text raises its voice', () => {
    expect(ruleFiles.filter(file => readFileSync(file, 'utf8').includes('!'))).toEqual([]);
    expect(JSON.stringify([pack, notes])).not.toContain('!');
  });
});
