import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeReadPack } from '../../src/authoring/readPack.ts';
import { kinds } from './arbitraries.ts';
import type { Case, Kind } from './cases.ts';
import { cpuOf } from './growth.ts';
import { outcomeOf } from './laws.ts';
import { repeats } from './repeats.ts';

/** Generous, so that only what grows out of hand fails. */
const MOST_MILLISECONDS = 4000;

const corpus = readdirSync('test/fuzz/corpus').filter(file => file.endsWith('.json')).sort();

describe('inputs that once broke a law, or are odd in a way of their own, break none', () => {
  test.each(corpus)('%s', async file => {
    const one = JSON.parse(readFileSync(`test/fuzz/corpus/${file}`, 'utf8')) as Case;
    const { broken, milliseconds } = await outcomeOf(one, true);
    expect(broken).toBeNull();
    expect(milliseconds).toBeLessThan(MOST_MILLISECONDS);
  });
});

const runs: Readonly<Record<Kind, number>> = { answers: 500, diagnosis: 100, history: 100, file: 300, options: 400, stored: 100, pack: 40, command: 20 };

test.each(Object.keys(runs) as Kind[])('random %s break no law', async kind => {
  await fc.assert(fc.asyncProperty(kinds[kind].of, async one => {
    const { broken, milliseconds } = await outcomeOf(one, true);
    expect(broken).toBeNull();
    expect(milliseconds).toBeLessThan(MOST_MILLISECONDS);
  }), { numRuns: runs[kind] });
});

describe('a pack in which one thing is repeated is read, or refused, in time', () => {
  test.each([
    ['signs with a long group each', 1500], ['unknown sources where there are many', 3000], ['“all” of negations', 4000], ['unknown answers of a question with many', 2000],
    ['parts of a named reason, and signs against', 3000], ['parts of what is specific, and causes that can be named', 6000], ['causes that are part of an unknown one', 300],
  ])('%s, %i times', (what, size) => {
    const files = repeats.find(repeat => repeat.what === what)?.files(size) ?? new Map<string, string>();
    expect(files.size).toBeGreaterThan(0);
    expect(cpuOf(() => safeReadPack(files))).toBeLessThan(MOST_MILLISECONDS);
  });
});
