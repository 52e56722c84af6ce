import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { diagnose, diagnoseHistory } from '../../src/api/diagnose.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { toText } from '../../src/report/toText.ts';
import { columnsOf } from '../../src/base/columns.ts';
import { wrap } from '../../src/report/format/wrap.ts';
import { arbitraryPack, AS_OF, consistentAnswersTo } from '../arbitraryPack.ts';
import { tinyNotes, tinyPack } from '../tinyPack.ts';
import { packSaying } from './packSaying.ts';

const late = diagnose({ outcome: 'rejected', attended: 'there', arrival: 'late' }, { pack: tinyPack });

test("a diagnosis as the candidate's page", () => {
  // Two fifths of .388; yours .516, the match .098, the others .258 + .064 + .064 (the sums stand below).
  expect(toText(late, { width: 100 })).toBe(`A no hurts. Most of what your answers point to is something that you can change before the next one.

Most likely
  You came late.
  You came after the agreed time. It carried about two fifths of the weight.

What wasn't yours
Always possible, and never yours: someone else suited them better.
  █████████████████████▓▓▓▓░░░░░░░░░░░░░░░
  █ yours to change 52  ▓ the match 10  ░ others, luck, the unseen 38  (of 100)

Do this
  > Today, send this:
    “Sorry that you had to wait.”
  > Next time: if I have an interview, then I am at the door early.

More, with all figures and sources: the coach's sheet (--for coach).
`);
  expect(toText(late, { for: 'candidate' })).toBe(toText(late));
});

test("a diagnosis as the coach's sheet", () => {
  // Chances that each stops someone: late 1 × .5, no questions .2 × .4, no research .3 × .4, skills .3 × .5, rival
  // .6 × .6, background .1, standing .5 × .2; by visiting all worlds the shares are .388, .051, .077, .098, .258, .064, .064.
  expect(toText(late, { for: 'coach', notes: tinyNotes })).toBe(`A no hurts. Most of what your answers point to is something that you can change
before the next one.

What most likely lay behind it
 * You came late
    ████████░░░░░░░░░░░░ about 39 in 100
    Was it there? Yes, by your own answers. Did it decide? Its part is about 39
    in 100. In about 22 of 100 cases like this it is the only reason.
    + You came after the agreed time.
    That is how it goes.

Always possible, and nothing in your answers speaks for or against them (about
36 in 100 together): someone else suited them better; you lacked a skill.

What would change the order
These answers are missing, and would tell most:
  - What did you do to prepare? It would tell “You knew little about them” from
    “You came late”.
  - Which conversation was it? It would tell “You lacked a skill” from “You came
    late”.

How much of it was yours
  Things you can do differently         ██████████░░░░░░░░░░ about 52 in 100
  The match between you and this role   ██░░░░░░░░░░░░░░░░░░ about 10 in 100
  The employer and the other candidates █████░░░░░░░░░░░░░░░ about 26 in 100
  Luck of the day                       █░░░░░░░░░░░░░░░░░░░ about 6 in 100
  Something we did not ask about        █░░░░░░░░░░░░░░░░░░░ about 6 in 100
The employer, the others and luck make up about 32 in 100; the match, about 10
in 100, can change with the jobs you apply for.

With this employer
  > Say that you are sorry.
    “Sorry that you had to wait.”

The message
  > Today, send this:
    “Sorry that you had to wait.”

One plan for the next interview
  > If I have an interview, then I am at the door early.
You'll see it in your next answer to “When did you come?”
With it, your chance of getting through next time rises from about 24 in 100 to
about 29 in 100, if these figures hold for you.

The figures behind it
  - Of 100 people of whom nothing is known, about 69 do not get through to the
    next round.
  - The first explanation stays first with about 100 of 100 sets of figures
    within their ranges.
  - The next interview, elsewhere, goes well in about 24 of 100 cases as it
    stands, and in about 29 of 100 with the whole plan, if these figures hold.
  - Shares are exact for the rules “tiny” 1.2.3; the rules themselves are rough,
    and their ranges say how rough.

What this is based on
  - You came late: Somebody.
Where nobody has measured it, the figure is a judgement, and its range is wide.
`);
});

describe('lines', () => {
  const widest = (text: string): number => Math.max(...text.split('\n').map(columnsOf));

  test.each([[40], [60], [79], [80], [100]])('are never wider than %i columns, for any diagnosis', width => {
    const packs = fc.oneof({ arbitrary: arbitraryPack(), weight: 4 }, { arbitrary: fc.constant(tinyPack), weight: 2 }, { arbitrary: fc.constant(corePack as Pack), weight: 1 });
    const diagnoses = packs.chain(pack => consistentAnswersTo(pack).map(answers => diagnose(answers, { pack, asOf: AS_OF })));
    fc.assert(fc.property(diagnoses, diagnosis => {
      for (const reader of ['candidate', 'coach'] as const) expect(widest(toText(diagnosis, { width, for: reader }))).toBeLessThanOrEqual(width);
    }), { numRuns: 50, seed: 61 });
  });

  test.each([[40], [60], [80]])('are never wider than %i columns beside the longest figures', width => {
    const extreme: Diagnosis = { ...late, parts: { you: 0.999, fit: 0.001, them: 0.9999, background: 1, unseen: 0 }, explanations: late.explanations.map(each => ({ ...each, share: 0.999 })) };
    const text = toText(extreme, { width, for: 'coach' });
    expect(text).toContain('more than 99 in 100');
    expect(text).toContain('less than 1 in 100');
    expect(widest(text)).toBeLessThanOrEqual(width);
  });

  test('are 40 columns at least and 100 at most, and 80 unless asked for', () => {
    expect(toText(late, { width: 10 })).toBe(toText(late, { width: 40 }));
    expect(toText(late, { width: 1000 })).toBe(toText(late, { width: 100 }));
    for (const unknown of [0, Number.NaN]) expect(toText(late, { width: unknown })).toBe(toText(late)); // what some terminals say
    expect(toText(late, { width: 60.9 })).toBe(toText(late, { width: 60 }));
    expect(widest(toText(late, { width: 100, for: 'coach' }))).toBeGreaterThan(80);
  });

  test('keep the label above its bar where there is no room beside it', () => {
    expect(toText(late, { width: 40, for: 'coach' })).toContain('\n  The employer and the other candidates\n    ████░░░░░░░░░░░░ about 26 in 100\n');
    expect(toText(late, { width: 79, for: 'coach' })).toContain('\n  The employer and the other candidates\n    █████░░░░░░░░░░░░░░░ about 26 in 100\n');
  });

  test('have no blanks at their ends', () => {
    for (const width of [40, 60, 80]) for (const reader of ['candidate', 'coach'] as const) expect(toText(late, { width, for: reader })).not.toMatch(/ $/m);
  });
});

describe('bars', () => {
  test.each([
    [0, '░░░░░░░░░░░░░░░░░░░░ about 0 in 100'],
    [0.0001, '█░░░░░░░░░░░░░░░░░░░ less than 1 in 100'],
    [0.5, '██████████░░░░░░░░░░ about 50 in 100'],
    [1, '████████████████████ about 100 in 100'],
  ])('of %d', (value, bar) => {
    expect(toText({ ...late, parts: { ...late.parts, background: value } }, { for: 'coach' })).toContain(`  Luck of the day                       ${bar}\n`);
  });
});

describe('one bar of three parts', () => {
  const barOf = (parts: Partial<Diagnosis['parts']>, width = 80): string => toText({ ...late, parts: { ...late.parts, ...parts } }, { width }).split('\n').find(line => /^ {2}[█▓░]{2}/.test(line))?.trim() ?? '';

  test.each<[Partial<Diagnosis['parts']>, string]>([
    [{ you: 0.5, fit: 0.25, them: 0.25, background: 0, unseen: 0 }, `${'█'.repeat(20)}${'▓'.repeat(10)}${'░'.repeat(10)}`],
    [{ you: 0, fit: 0, them: 0.2, background: 0.3, unseen: 0.5 }, '░'.repeat(40)],
    [{ you: 1, fit: 0, them: 0, background: 0, unseen: 0 }, '█'.repeat(40)],
  ])('%j', (parts, bar) => {
    expect(barOf(parts)).toBe(bar);
  });

  test('is 40 columns long, or as long as there is room, whatever the parts', () => {
    const parts = fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 }).filter(list => list.some(each => each > 0)).map(list => list.map(each => each / list.reduce((sum, some) => sum + some, 0)));
    fc.assert(fc.property(parts, fc.constantFrom(40, 60, 80), ([you = 0, fit = 0, them = 0, background = 0, unseen = 0], width) => {
      expect(barOf({ you, fit, them, background, unseen }, width)).toMatch(/^█*▓*░*$/);
      expect(barOf({ you, fit, them, background, unseen }, width)).toHaveLength(Math.min(40, width - 4));
    }), { numRuns: 60 });
  });
});

describe('colour', () => {
  const codes = /\u001b\[\d+m/g;

  test('is there only when asked for', () => {
    expect(toText(late)).not.toContain('\u001b');
    expect(toText(late, { colour: false })).not.toContain('\u001b');
    expect(toText(late, { colour: true })).toMatch(codes);
  });

  test('changes nothing but the colour, and ends on the line on which it begins', () => {
    const coloured = (['candidate', 'coach'] as const).map(reader => toText(late, { colour: true, for: reader })).join('');
    expect(coloured.replaceAll(codes, '')).toBe(toText(late) + toText(late, { for: 'coach' }));
    for (const line of coloured.split('\n')) expect(line.match(codes) ?? []).toEqual((line.match(codes) ?? []).map((_, index) => (index % 2 === 0 ? expect.stringMatching(/\[(1|2|36)m/) as string : '\u001b[0m')));
  });
});

test('what stands on the prototype of all objects is no option', () => {
  const plain = toText(late);
  try {
    Object.assign(Object.prototype, { width: 40, colour: true });
    expect(toText(late)).toBe(plain);
  } finally {
    for (const key of ['width', 'colour']) Reflect.deleteProperty(Object.prototype, key);
  }
});

describe('texts of a pack', () => {
  const answers = { outcome: 'rejected', attended: 'there', arrival: 'late', 'questions-asked': 0, prepared: ['read-site'] };

  test('cannot steer the terminal, nor turn a line round', () => {
    for (const reader of ['candidate', 'coach'] as const) {
      const text = toText(diagnose(answers, { pack: packSaying('a\u001b[2J\u009b1mb\u202ec\u2066d\u0007e\nf\rg\u061ch') }), { for: reader });
      expect(text).toContain('a[2J1mbcde f gh');
      expect(text).not.toMatch(/[^\P{C}\n]/u);
    }
  });

  test('nor can a figure of a stored diagnosis that stands in a heading', () => {
    const two = diagnoseHistory([{ outcome: 'rejected' }, { outcome: 'rejected' }]);
    const odd = { ...two, pattern: { ...two.pattern, interviews: '\u001b[31mred' } } as unknown as typeof two;
    expect(toText(odd, { for: 'coach' })).not.toContain('\u001b');
  });

  test('with wide signs are wrapped by the columns they take', () => {
    const pack = packSaying(Array.from({ length: 30 }, () => '面接官').join(' '));
    for (const reader of ['candidate', 'coach'] as const) expect(widestOf(toText(diagnose(answers, { pack }), { width: 40, for: reader }))).toBeLessThanOrEqual(40);
  });

  test('columns are counted as terminals do', () => {
    expect(['ab', '面接', '\u{20000}\u{2f800}', '😀', '❤️', '❤', '1️⃣', '1', 'é', '한국', '🇩🇪'].map(columnsOf)).toEqual([2, 4, 4, 2, 2, 1, 2, 1, 1, 4, 2]);
  });

  test('columns of plain letters, marks and bars are those that they have beside signs of other scripts', () => {
    const plain = Array.from({ length: 0x25a0 }, (_, code) => String.fromCharCode(code)).filter(sign => /[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2500-\u259f]/.test(sign));
    for (const sign of plain) expect(columnsOf(`${sign}面`) - 2).toBe(columnsOf(sign));
    fc.assert(fc.property(fc.array(fc.constantFrom(...plain)).map(signs => signs.join('')), text => { expect(columnsOf(`${text}面`) - 2).toBe(columnsOf(text)); }));
  });

  test('lines break at spaces, and a longer word stands alone on its line', () => {
    expect(wrap('one two面接 three', 10, '- ')).toEqual(['- one', '  two面接', '  three']);
    expect(wrap('한국어 면접관', 10)).toEqual(['한국어', '면접관']);
    expect(wrap('a-word-longer-than-the-line and', 10)).toEqual(['a-word-longer-than-the-line', 'and']);
  });

  function widestOf(text: string): number {
    return Math.max(...text.split('\n').map(columnsOf));
  }
});
