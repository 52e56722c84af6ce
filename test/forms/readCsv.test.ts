import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, type Separator, separators } from '../../src/forms/readCsv.ts';
import { csvOf } from './services.ts';

function rowsIn(text: string, separator: Separator = ','): readonly (readonly string[])[] | string {
  const read = readCsv(text, separator);
  return 'rows' in read ? read.rows.map(row => row.map(field => field.text)) : `${read.wrong.offset}: ${read.wrong.message}`;
}

describe('a CSV file is read strictly', () => {
  test.each<[what: string, text: string, rows: readonly (readonly string[])[]]>([
    ['nothing', '', []],
    ['a line without an end', 'a,b', [['a', 'b']]],
    ['lines of every kind', 'a,b\r\nc,d\ne,f\rg,h\r\n', [['a', 'b'], ['c', 'd'], ['e', 'f'], ['g', 'h']]],
    ['empty fields', ',a,\n,,\n', [['', 'a', ''], ['', '', '']]],
    ['empty lines, which are passed over', '\n\r\na\n\n\nb\n', [['a'], ['b']]],
    ['an empty field in quotes, which is one', '""\n', [['']]],
    ['separators, line ends and quotes in quotes', '"a,b","c\r\nd","e ""f"" g"\n', [['a,b', 'c\r\nd', 'e "f" g']]],
    ['spaces, which belong to the field', ' a , b \n', [[' a ', ' b ']]],
    ['a separator of another kind', 'a;b\tc\n', [['a;b\tc']]],
  ])('%s', (_what, text, rows) => {
    expect(rowsIn(text)).toEqual(rows);
  });

  test.each([
    ['a,"b', '2: this quote is never closed'],
    ['"a"b,c', '3: something stands behind this quote'],
    ['"a" ,c', '3: something stands behind this quote'],
    ['a "b" c', '2: a quote stands inside a field'],
    ['"""', '0: this quote is never closed'],
  ])('%s is refused', (text, wrong) => {
    expect(rowsIn(text)).toBe(wrong);
  });
});

describe('whatever is written by the rules is read back', () => {
  const field = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\r', '\n', 'a', 'é', ' ') }));
  const table = fc.integer({ min: 1, max: 4 }).chain(width => fc.array(fc.array(field, { minLength: width, maxLength: width }), { maxLength: 5 }));

  test.each(separators.map(separator => [JSON.stringify(separator), separator] as const))('with %s between fields', (_name, separator) => {
    fc.assert(fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (rows, end, always) => {
      expect(rowsIn(csvOf(rows, { separator, end, always }), separator)).toEqual(rows);
    }), { numRuns: 500 });
  });

  test('each field stands where it says', () => {
    fc.assert(fc.property(table, rows => {
      const text = csvOf(rows, { separator: ',', end: '\n', always: true });
      const read = readCsv(text, ',');
      const fields = 'rows' in read ? read.rows.flat() : [];
      expect(fields.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(rows.flat().map(each => `"${each.replaceAll('"', '""')}"`));
    }), { numRuns: 300 });
  });

  test('any text at all is read or refused, in one pass', () => {
    fc.assert(fc.property(field, text => {
      const read = readCsv(text, ',');
      if ('wrong' in read) expect(read.wrong.offset).toBeLessThan(text.length);
    }), { numRuns: 500 });
  });
});
