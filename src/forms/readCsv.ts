import type { Placed } from '../base/sourceText.ts';

/** A field of a CSV file, without its quotes, and where it stands with them. */
export interface CsvField extends Placed {
  readonly text: string;
}

export type ReadCsv = { readonly rows: readonly (readonly CsvField[])[] } | { readonly wrong: Placed & { readonly message: string; readonly hint: string } };

/** What may stand between fields: where commas are decimal signs, programs write semicolons. */
export const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

/**
 * Reads CSV strictly: fields in quotes may hold separators, line ends and quotes, written twice; a quote stands
 * nowhere else. Lines end with CR LF, LF or CR, and empty ones are passed over.
 *
 * Source: Y. Shafranovich, RFC 4180 (2005), section 2.
 */
export function readCsv(text: string, separator: Separator): ReadCsv {
  const plain = new RegExp(`[^"\\r\\n${separator}]*`, 'y');
  const rows: CsvField[][] = [];
  let row: CsvField[] = [];
  let offset = 0;
  while (offset < text.length || row.length > 0) {
    const start = offset;
    const field = text[start] === '"' ? quoted(text, start) : plainField(text, start, plain);
    if (field === undefined) return { wrong: { message: 'this quote is never closed', hint: 'close it, or write a quote inside a field twice', offset: start, length: 1 } };
    offset = start + field.length;
    row.push(field);
    const next = text[offset];
    if (next === separator) {
      offset += 1;
      continue;
    }
    if (next !== undefined && next !== '\r' && next !== '\n') {
      return { wrong: { message: text[start] === '"' ? 'something stands behind this quote' : 'a quote stands inside a field', hint: 'put the whole field in quotes, and write each quote in it twice', offset, length: 1 } };
    }
    if (row.length > 1 || field.length > 0) rows.push(row);
    row = [];
    offset += text.startsWith('\r\n', offset) ? 2 : 1;
  }
  return { rows };
}

function plainField(text: string, start: number, plain: RegExp): CsvField {
  plain.lastIndex = start;
  const found = plain.exec(text)?.[0] ?? '';
  return { text: found, offset: start, length: found.length };
}

function quoted(text: string, start: number): CsvField | undefined {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 2)) {
    if (text[end + 1] !== '"') return { text: text.slice(start + 1, end).replaceAll('""', '"'), offset: start, length: end + 1 - start };
  }
  return undefined;
}
