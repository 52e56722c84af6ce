import { orAnswersError } from '../base/errors.ts';
import { type Checked, MOST_LISTED, type Problem, type ProblemCode } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import { type Placed, SourceText } from '../base/sourceText.ts';
import type { FormField } from './formNames.ts';
import { plainText } from './plainText.ts';
import { type CsvField, readCsv, separators } from './readCsv.ts';
import { type FormReader, readForm, type ReadFormOptions } from './readForm.ts';
import { isoDay } from './readValue.ts';
import { answersFileOf, type FormAnswersFile, noField } from './responses.ts';

/** Options of `fromCsv`. */
export interface FromCsvOptions extends ReadFormOptions {
  /** How problems name the file; `form.csv` unless given. */
  readonly file?: string | undefined;
}

/** What Google Forms and Microsoft Forms write beside the answers, in small letters. The first of these say when. */
const submitted: readonly string[] = ['timestamp', 'completion time'];
const beside: readonly string[] = [...submitted, 'id', 'start time', 'last modified time', 'email', 'email address', 'username', 'name', 'language', 'score', 'total points', 'quiz feedback'];

/** More text than this is not read. */
const MOST_LENGTH = 4 * 1024 * 1024;

/**
 * Reads responses as Google Forms and Microsoft Forms export them: a line of titles, then a line for each response.
 * A column belongs to the question whose text is its title, or to the one that the map names; times and names of people
 * that the services write beside the answers are passed over. An empty cell is “I don't know”.
 *
 * @param text - separated by commas, semicolons or tabs, whichever makes sense of the titles
 * @returns An answers file for each response, with the day on which it was sent where that can be told.
 * @throws AnswersError with everything that was not understood, at its line and column
 *
 * @example
 * import { corePack } from 'afterview';
 * const sheet = 'How did it go?\nLate\n';
 * const map = { questions: { 'How did it go?': 'arrival' } };
 * fromCsv(sheet, { pack: corePack, map })[0]?.answers; // { arrival: 'late' }
 */
export function fromCsv(text: string, options: FromCsvOptions): readonly FormAnswersFile[] {
  return orAnswersError(safeFromCsv(text, options));
}

/**
 * As `fromCsv`, for texts and options of any origin: it returns problems instead of throwing them.
 *
 * @example
 * import { corePack } from 'afterview';
 * const read = safeFromCsv('How did it go?\nLate\n', { pack: corePack });
 * read.ok ? [] : read.problems.map(({ at }) => at?.column); // [1]
 */
export function safeFromCsv(text: unknown, options: unknown): Checked<readonly FormAnswersFile[]> {
  return readForm(options, ['pack', 'map', 'file'], (reader, problems) => {
    if (typeof text !== 'string') problems.push({ code: 'not-text', message: `CSV is read from a text, not ${showAny(text)}`, hint: 'pass what the file holds, as a text', path: [] });
    else if (text.length > MOST_LENGTH) problems.push({ code: 'too-large', message: 'this is longer than 4 MiB', hint: 'split it', path: [] });
    else return rowsOf(new SourceText(reader.file, text), reader, problems);
    return [];
  });
}

interface Column {
  readonly name: string;
  readonly field: FormField | 'ignored' | 'submitted' | undefined;
}

function rowsOf(source: SourceText, reader: FormReader, problems: Problem[]): readonly FormAnswersFile[] {
  const complain = (code: ProblemCode, { offset, length }: Placed, message: string, hint: string): void => { problems.push(source.problem(code, message, hint, offset, length)); };
  const csv = bestReading(source.text, reader);
  if ('wrong' in csv) {
    complain('csv-syntax', csv.wrong, csv.wrong.message, csv.wrong.hint);
    return [];
  }
  const [header, ...rows] = csv.rows;
  if (!header || rows.length === 0) {
    complain('empty-file', { offset: 0, length: 1 }, 'there is no response in this file', 'export the responses anew: a line of titles, then a line for each');
    return [];
  }
  const columns = columnsOf(header, reader);
  columns.forEach(({ name, field }, at) => {
    if (field === undefined) problems.push(noField(name, reader.pack, { at: source.position(header[at] as CsvField) }));
  });
  return rows.flatMap(row => {
    if (problems.length > MOST_LISTED) return []; // no more of them are listed
    if (row.length !== header.length) {
      complain('wrong-shape', row[Math.min(row.length, header.length + 1) - 1] as CsvField, `this line has ${row.length} fields, and the titles are ${header.length}`, 'look for a separator or a line end that should stand in quotes');
      return [];
    }
    const cells = row.flatMap(({ text: value, ...placed }, at) => {
      const field = columns[at]?.field;
      return typeof field === 'object' && value !== '' ? [{ field, value, place: () => ({ at: source.position(placed) }) }] : [];
    });
    const sent = row[columns.findIndex(({ field }) => field === 'submitted')]?.text ?? '';
    return [answersFileOf(reader.pack, cells, isoDay(/^[^ T]*/.exec(plainText(sent))?.[0] ?? '', reader.map.dates), problems)];
  });
}

/** The reading by which most titles mean something; of equals the one with more titles, then the first. */
function bestReading(text: string, { isKnown }: FormReader): ReturnType<typeof readCsv> {
  const readings = separators.map(separator => readCsv(text, separator));
  const worth = (reading: ReturnType<typeof readCsv>): number => {
    const titles = 'rows' in reading ? reading.rows[0] ?? [] : [];
    return titles.filter(title => isKnown(title.text) || beside.includes(plainText(title.text).toLowerCase())).length * 10_000 + titles.length;
  };
  return readings.reduce((best, reading) => (worth(reading) > worth(best) ? reading : best));
}

/** Columns of one title are told apart by their number: “Title”, “Title (2)”. */
function columnsOf(header: readonly CsvField[], { fieldOf }: FormReader): readonly Column[] {
  const seen = new Map<string, number>();
  return header.map(({ text }): Column => {
    const title = plainText(text);
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    const name = count === 1 ? title : `${title} (${count})`;
    const field = fieldOf(name);
    return { name, field: field ?? besideAnswers(title.toLowerCase()) };
  });
}

function besideAnswers(title: string): 'submitted' | 'ignored' | undefined {
  if (submitted.includes(title)) return 'submitted';
  return beside.includes(title) ? 'ignored' : undefined;
}
