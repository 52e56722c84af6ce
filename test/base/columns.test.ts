import { afterEach, describe, expect, test, vi } from 'vitest';

const cases: readonly (readonly [string, number])[] = [['plain', 5], ['é', 1], ['e\u0301', 1], ['面接', 4], ['“quoted”', 8], ['███', 3]];

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe('how many columns a text takes', () => {
  test.each(cases)('%s: %i', async (text, columns) => {
    const { columnsOf } = await import('../../src/base/columns.ts');
    expect(columnsOf(text)).toBe(columns);
  });

  test.each(cases)('%s: %i, where nothing tells signs apart', async (text, columns) => {
    vi.stubGlobal('Intl', {});
    const { columnsOf } = await import('../../src/base/columns.ts');
    expect(columnsOf(text)).toBe(columns);
  });

  test('a family is one sign of two columns, where signs are told apart', async () => {
    const { columnsOf } = await import('../../src/base/columns.ts');
    expect(columnsOf('👩🏽‍💻')).toBe(2);
  });
});
