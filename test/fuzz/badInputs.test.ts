import { describe, expect, test } from 'vitest';
import { diagnose, safeDiagnose } from '../../src/api/diagnose.ts';
import { safePrepare } from '../../src/api/prepare.ts';
import { toText } from '../../src/report/toText.ts';
import { minimalPack } from '../authoring/minimalPack.ts';
import { edited, packOf, told, withFile } from '../authoring/reading.ts';
import { afterview } from '../cli/command.ts';
import { tinyPack } from '../tinyPack.ts';

/** Inputs that have no place among the tests of one stage. */

describe('names that objects have of their own are names like others', () => {
  const renamed = (text: string, word: string, name: string): string => text.replaceAll(new RegExp(`(?<![-\\w])${word}(?![-\\w])`, 'g'), name);
  /** What the minimal pack says of one case when a word is replaced by a name everywhere, in its files and in the answers. */
  const said = (word: string, name: string): string => {
    const { pack } = packOf(new Map([...minimalPack].map(([file, text]) => [renamed(file, word, name), renamed(text, word, name)])));
    const answers = JSON.parse(renamed('{ "outcome": "rejected", "arrival": "late", "nerves": ["too-fast"] }', word, name)) as unknown;
    return JSON.stringify(safeDiagnose(answers, { pack })).replaceAll(pack.hash, '').replaceAll(name, 'NAME');
  };

  test.each(['arrival', 'late', 'leave-early', 'too-fast', 'it-was-the-nerves', 'study-2020', 'how-late'])('“%s” may be called “constructor”', word => {
    expect(said(word, 'constructor')).toBe(said(word, 'otherwise-x'));
    expect(said(word, 'constructor')).toMatch(/^{"ok":true/);
  });
});

describe('a condition that is no tree is refused, and does not throw', () => {
  const cycle: Record<string, unknown> = { test: 'not' };
  cycle['of'] = cycle;
  const deep = Array.from({ length: 10_000 }).reduce<unknown>(of => ({ test: 'not', of }), { test: 'chosen', question: 0, options: [0] });
  test.each([['in itself', cycle], ['10,000 levels deep', deep]])('%s', (_what, when) => {
    expect(safePrepare({ ...tinyPack, contradictions: [{ when, because: 'x' }] })).toMatchObject({ ok: false, problems: [{ code: 'wrong-kind', path: ['pack'] }] });
  });
});

describe('causes that are part of each other', () => {
  const late = minimalPack.get('interview/late.yaml') ?? '';
  const cause = (id: string, general: string): string => late.replace('id: late\n', `id: ${id}\npart-of: ${general}\n`).replaceAll(/id: (own-it|leave-early)/g, `id: $1-${id}`).replaceAll('first: late', `first: ${id}`).replaceAll('absent: late', `absent: ${id}`);

  test('are told once, with the way round', () => {
    const files = withFile('interview/rude.yaml', cause('rude', 'late'), withFile('interview/slow.yaml', cause('slow', 'rude'), edited('interview/late.yaml', 'id: late\n', 'id: late\npart-of: slow\n')));
    expect(told(files)).toEqual(['interview/late.yaml:2:10 unknown-cause: these causes are part of each other: late → slow → rude → late / hint: take one of the “part-of:” out']);
  });

  test('a row of them that ends is fine', () => {
    expect(told(withFile('interview/rude.yaml', cause('rude', 'late'), withFile('interview/slow.yaml', cause('slow', 'rude'))))).toEqual([]);
  });
});

describe('an answers file', () => {
  test.each([
    ['a list', '[]', 'not-an-object: an answers file must be an object'],
    ['a text', '"rejected"', 'not-an-object: an answers file must be an object'],
    ['a number', '5', 'not-an-object: an answers file must be an object'],
    ['null', 'null', 'not-an-object: an answers file must be an object'],
    ['a number with a nought before it', '{ "answers": { "questions-asked": 01 } }', 'json-syntax: this is not JSON'],
    ['a letter of two signs', JSON.stringify({ answers: { 'arri\u0301val': 'late' } }), 'unknown-question: no question is called “arri\u0301val”'],
    ['capitals', '{ "answers": { "ARRIVAL": "late" } }', 'unknown-question: no question is called “ARRIVAL”'],
  ])('that holds %s is refused', async (_what, input, message) => {
    const ran = await afterview(['diagnose', '-'], { input });
    expect({ code: ran.code, stdout: ran.stdout, told: ran.stderr.includes(message) }).toEqual({ code: 1, stdout: '', told: true });
  });
});

test('where nothing is answered, that is said', () => {
  const { explanations, headline } = diagnose({});
  expect(explanations.filter(({ share }) => !Number.isFinite(share))).toEqual([]);
  expect(headline.text).not.toBe('');
  expect(toText(diagnose({}))).toContain(headline.text.split(' ')[0] ?? '');
});
