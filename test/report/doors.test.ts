import { describe, expect, test } from 'vitest';
import { compare, safeCompare } from '../../src/api/compare.ts';
import { diagnose } from '../../src/api/diagnose.ts';
import { DiagnosisError } from '../../src/base/errors.ts';
import type { Checked } from '../../src/base/problem.ts';
import { comparisonToMarkdown, comparisonToText, safeComparisonToMarkdown, safeComparisonToText } from '../../src/report/comparisonText.ts';
import { safeToCalendar, toCalendar } from '../../src/report/toCalendar.ts';
import { safeToHtml, toHtml } from '../../src/report/toHtml.ts';
import { safeToMarkdown, toMarkdown } from '../../src/report/toMarkdown.ts';
import { safeToText, toText } from '../../src/report/toText.ts';

const late = diagnose({ outcome: 'waiting', 'interview-date': '2026-11-20', arrival: 'late' }, { asOf: '2026-11-22' });
const compared = compare(late, late);

type Door = (value: never) => unknown;

const ofDiagnoses: readonly (readonly [string, Door, (value: unknown) => Checked<unknown>])[] = [
  ['toText', toText, safeToText], ['toMarkdown', toMarkdown, safeToMarkdown], ['toHtml', toHtml, safeToHtml], ['toCalendar', toCalendar, safeToCalendar],
  ['compare', (value: never) => compare(value, late), value => safeCompare(value, late)],
];
const ofComparisons: typeof ofDiagnoses = [
  ['comparisonToText', comparisonToText, safeComparisonToText], ['comparisonToMarkdown', comparisonToMarkdown, safeComparisonToMarkdown],
];

function saying(text: string): string {
  return expect.stringContaining(text) as string;
}

const throwing = new Proxy({}, { ownKeys: () => { throw new Error('no'); } });

describe.each([...ofDiagnoses.map(door => [...door, late, 'a diagnosis'] as const), ...ofComparisons.map(door => [...door, compared, 'a comparison'] as const)])('%s', (_name, door, safe, value, what) => {
  test('gives the same in both ways', () => {
    expect(safe(value)).toEqual({ ok: true, value: door(value as never) });
  });

  test.each([[null], [undefined], ['late'], [7], [[]], [new Date()]])('refuses what is no such thing: %o', other => {
    expect(() => door(other as never)).toThrow(DiagnosisError);
    expect(safe(other)).toMatchObject({ ok: false, problems: [{ code: 'not-an-object', message: saying(`is not ${what}`) }] });
  });

  test('refuses what throws when it is looked at', () => {
    expect(safe(throwing)).toMatchObject({ ok: false, problems: [{ code: 'not-an-object' }] });
  });

  test('refuses another version by its number', () => {
    const refusedAs = safe({ ...value, version: 7 });
    expect(refusedAs).toMatchObject({ ok: false, problems: [{ code: 'unsupported-format', message: saying(`this is ${what} of version`) }] });
    expect(safe({ ...value, version: undefined })).toMatchObject({ ok: false, problems: [{ code: 'unsupported-format' }] });
  });

  test('refuses another kind of value by what it lacks', () => {
    expect(safe({ outcome: 'rejected' })).toMatchObject({ ok: false, problems: [{ code: 'wrong-kind', message: saying(`this is not ${what}: it has no “`) }] });
  });

  test('refuses a broken one, whatever is broken in it', () => {
    for (const key of Object.keys(value)) {
      const result = safe({ ...value, [key]: key === 'version' ? 0 : undefined });
      if (!result.ok) expect(['unsupported-format', 'wrong-kind', 'wrong-shape', 'no-schedule']).toContain(result.problems[0]?.code);
    }
  });
});

test('what is wrong with either side of a comparison is told at its place', () => {
  expect(safeCompare('before', { version: 1 })).toMatchObject({ ok: false, problems: [{ path: ['before'] }, { path: ['after'] }] });
});

describe('options of a report', () => {
  test.each([
    [{ widht: 80 }, 'unknown-key', ['widht']], [{ width: '80' }, 'wrong-kind', ['width']], [{ width: -1 }, 'wrong-kind', ['width']],
    [{ colour: 'yes' }, 'wrong-kind', ['colour']], [{ notes: 'all' }, 'wrong-kind', ['notes']], [{ for: 'coach', notes: 'all' }, 'wrong-kind', ['notes']],
    [{ for: 'friend' }, 'wrong-kind', ['for']], [{ english: 'gb' }, 'wrong-kind', ['english']],
  ])('that cannot be are told: %o', (options, code, path) => {
    expect(safeToText(late, options)).toMatchObject({ ok: false, problems: [{ code, path }] });
    expect(() => toText(late, options as object)).toThrow(DiagnosisError);
  });

  test.each([
    [{ title: '' }, ['title']], [{ title: 'a'.repeat(201) }, ['title']], [{ language: 'English' }, ['language']], [{ language: 'en-' }, ['language']], [{ fragment: 'yes' }, ['fragment']],
  ])('of a page that cannot be are told: %o', (options, path) => {
    expect(safeToHtml(late, options)).toMatchObject({ ok: false, problems: [{ code: 'wrong-kind', path }] });
    expect(() => toHtml(late, options as object)).toThrow(DiagnosisError);
  });

  test('are only those of that report', () => {
    for (const option of ['title', 'language', 'fragment']) expect(safeToText(late, { [option]: 'en' })).toMatchObject({ ok: false, problems: [{ code: 'unknown-key', path: [option] }] });
    expect(safeToMarkdown(late, { width: 80 })).toMatchObject({ ok: false, problems: [{ code: 'unknown-key', path: ['width'] }] });
    expect(safeToText(late, null)).toMatchObject({ ok: false, problems: [{ code: 'not-an-object' }] });
    expect(safeToText(late, { width: undefined, colour: undefined, notes: undefined, for: undefined, english: undefined })).toMatchObject({ ok: true });
  });
});
