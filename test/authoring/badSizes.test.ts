import { describe, expect, test } from 'vitest';
import { formatProblems, type Problem } from '../../src/base/problem.ts';
import { readYaml } from '../../src/authoring/yaml/readYaml.ts';
import { problemsOf, withFile } from './reading.ts';

/** Generous, so that only what grows out of hand fails; each takes far less. */
const MOST_MILLISECONDS = 2000;

function repeated(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('');
}

/** a0 is nine texts, and each further one nine times the one before: 9^30 texts, were aliases followed. */
const billionLaughs = `a0: &a0 [x, x, x, x, x, x, x, x, x]\n${repeated(29, i => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]\n`)}`;

const heavy: readonly (readonly [what: string, text: string, first: string])[] = [
  ['billion laughs', billionLaughs, '1:5 yaml-feature'],
  ['4000 aliases of one word', `a: &a x\nb: [${Array(4000).fill('*a').join(', ')}]`, '1:4 yaml-feature'],
  ['500 brackets in each other', `a: ${'['.repeat(500)}${']'.repeat(500)}`, '1:68 too-deep'],
  ['5000 brackets in each other', `a: ${'['.repeat(5000)}${']'.repeat(5000)}`, '1:68 too-deep'],
  ['100,000 brackets in each other', `a: ${'['.repeat(100_000)}${']'.repeat(100_000)}`, '1:68 too-deep'],
  ['30,000 maps in each other on a line', 'a: '.concat('{a: '.repeat(30_000)), '1:260 too-deep'],
  ['25 brackets in each other', `a: ${'['.repeat(25)}${']'.repeat(25)}`, '1:28 too-deep'],
  ['700 maps in each other, a line each', repeated(700, i => `${' '.repeat(i)}a:\n`), '26:26 too-deep'],
  ['700 lists in each other, a line each', repeated(700, i => `${' '.repeat(i)}-\n`), '26:26 too-deep'],
  ['2000 maps in each other, a line each', repeated(2000, i => `${' '.repeat(i)}a:\n`), '1:1 too-large'],
  ['3000 dashes in a row', `${'- '.repeat(3000)}x`, '1:1 too-deep'],
  ['3000 keys of keys in a row', `${'? '.repeat(3000)}x`, '1:1 too-deep'],
  ['700 keys of keys, a line each', repeated(700, i => `${' '.repeat(i)}?\n`), '2:2 yaml-syntax'],
  ['100,000 keys', repeated(100_000, i => `k${i}: 1\n`), '1:1 too-large'],
  ['21,000 short keys', repeated(21_000, i => `k${i}:\n`), '19999:8 too-large'],
  ['9,000 short keys', repeated(9_000, i => `k${i}:\n`), '1:1 missing-key'],
  ['9,000 keys that are nearly right', repeated(9_000, i => `titl${i}: x\n`), '1:1 missing-key'],
  ['one key 20,000 times', 'a: b\n'.repeat(20_000), '2:1 duplicate-key'],
  ['30,000 texts in a row', `a: ${'"x" '.repeat(30_000)}`, '1:8 yaml-syntax'],
  ['5 MB of one text', `a: ${'x'.repeat(5_000_000)}`, '1:1 too-large'],
  ['a key of 250,000 letters', `${'x'.repeat(250_000)}: a`, '1:1 yaml-syntax'],
  ['16,000 brackets that are never closed', '['.repeat(16_000), '1:65 too-deep'],
  ['64 brackets that are never closed', 'a: [\n'.repeat(64), '1:4 yaml-syntax'],
  ['256 KiB of letters of three bytes', `a: ${'あ'.repeat(100_000)}`, '1:1 too-large'],
  ['262,000 braces that close nothing', '}'.repeat(262_000), '1:10000 too-large'],
  ['130,000 empty lists in a row', '[]'.repeat(130_000), '1:10000 too-large'],
  ['groups of 60 brackets in each other', `${'['.repeat(60)}${']'.repeat(60)}`.repeat(2100), '1:10000 too-large'],
  ['a list of 260,000 commas', `[${','.repeat(260_000)}]`, '1:10000 too-large'],
  ['130,000 tags', '! '.repeat(130_000), '1:19998 too-large'],
  ['60,000 explicit keys', '? a\n'.repeat(60_000), '19999:2 too-large'],
  ['one key 50,000 times', 'a: 1\n'.repeat(50_000), '19999:3 too-large'],
  ['120,000 backslashes', `"${'\\q'.repeat(120_000)}"`, '1:19999 too-large'],
  ['120,000 comments', '#\n'.repeat(120_000), '20000:1 too-large'],
  ['80,000 texts in a list without commas', `[${'"a"'.repeat(80_000)}]`, '1:5 yaml-syntax'],
  ['200,000 spaces', ' '.repeat(200_000), '1:1 empty-file'],
  ['9,000 braces that close nothing', '}'.repeat(9000), '1:1 yaml-syntax'],
];

/** What took seconds before, and is refused by a look at its signs. */
const refusedAtSight = heavy.filter(([what]) => /^(?:262,000 braces|130,000 |groups of|a list of 260|60,000 expl|one key 50|120,000 )/.test(what));

test('what would keep the parser busy is refused without it', () => {
  const start = process.cpuUsage();
  for (const [, text] of refusedAtSight) readYaml(text, 'odd.yaml');
  expect(process.cpuUsage(start).user / 1000 / refusedAtSight.length).toBeLessThan(150);
  expect(refusedAtSight).toHaveLength(9);
});

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

describe('a file that is too much for a parser is refused in time', () => {
  test.each(heavy)('%s', (_what, text, first) => {
    const start = process.cpuUsage();
    const problems = problemsOf(withFile('odd.yaml', text));
    expect(milliseconds(process.cpuUsage(start))).toBeLessThan(MOST_MILLISECONDS); // whatever else the machine does
    expect(problems.map(placeAndCode)[0]).toBe(`odd.yaml:${first}`);
    expect(problems.every(({ at, hint, message }) => at?.file === 'odd.yaml' && hint !== '' && message.length < 200)).toBe(true);
    expect(problems.length).toBeLessThanOrEqual(100);
    expect(formatProblems(problems).length).toBeLessThan(50_000);
  });

  test('a file at the edge of what is allowed is read to its end', () => {
    const text = `${'# a line that nobody minds\n'.repeat(9700)}id: Late\n`;
    expect(text.length).toBeGreaterThan(255 * 1024);
    expect(problemsOf(withFile('odd.yaml', text)).map(placeAndCode)).toContain('odd.yaml:9701:5 wrong-shape');
  });

  test('brackets in sentences are no nesting', () => {
    const text = `id: Late\nwhy: "${':[ '.repeat(60)}"\n`;
    expect(problemsOf(withFile('odd.yaml', text)).map(({ code }) => code)).not.toContain('too-deep');
  });
});

function placeAndCode({ at, code }: Problem): string {
  return `${at?.file}:${at?.line}:${at?.column} ${code}`;
}
