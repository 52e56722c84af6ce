import type { Answers, AnswerValue } from '../../src/answers/answers.ts';
import type { Pack, Question } from '../../src/pack/pack.ts';

export interface CsvLooks {
  readonly separator: string;
  readonly end: string;
  /** Whether fields stand in quotes where they need none. */
  readonly always: boolean;
}

/** A table as CSV, by the rules; a field that would be lost stands in quotes. */
export function csvOf(rows: readonly (readonly string[])[], { separator, end, always }: CsvLooks): string {
  const field = (text: string, alone: boolean): string =>
    (always || (alone && text === '') || /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map(row => row.map(text => field(text, row.length === 1)).join(separator) + end).join('');
}

/** How a service puts answers into cells. */
interface Cells {
  readonly joined: (labels: readonly string[]) => string;
  readonly day: (iso: string) => string;
}

const slashedUs = (iso: string): string => `${Number(iso.slice(5, 7))}/${Number(iso.slice(8))}/${iso.slice(0, 4)}`;
const slashedUk = (iso: string): string => `${iso.slice(8)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;

export interface Service {
  /** What a table of responses looks like as a file. */
  readonly write: (pack: Pack, people: readonly Answers[]) => string;
  readonly dates?: 'day-first' | 'month-first';
}

function rowsOf(pack: Pack, people: readonly Answers[], { joined, day }: Cells): readonly (readonly string[])[] {
  const cell = (question: Question, answer: AnswerValue | null | undefined): string => {
    if (answer === undefined || answer === null) return '';
    if (answer === 'unknown') return "I don't know";
    if (typeof answer === 'number') return String(answer);
    if (question.kind === 'date') return day(String(answer));
    const says = (id: string): string => ('options' in question ? question.options.find(option => option.id === id)?.says ?? '' : '');
    if (typeof answer === 'string') return says(answer);
    return joined(answer.length === 0 ? ['None of these'] : answer.map(says));
  };
  return people.map(answers => pack.questions.map(question => cell(question, answers[question.id])));
}

function titles({ questions }: Pack): readonly string[] {
  return questions.map(({ ask }) => ask);
}

/** The CSV that Google Forms offers itself: all in quotes, answers joined by semicolons. */
const googleForms: Service = {
  write: (pack, people) => csvOf([['Timestamp', ...titles(pack)], ...rowsOf(pack, people, { joined: labels => labels.join(';'), day: iso => iso })
    .map(row => ['2026/11/22 9:14:05 am GMT', ...row])], { separator: ',', end: '\n', always: true }),
};

/** The CSV of the sheet in which Google Forms gathers responses: quotes where needed, answers joined by commas, days as written in the USA. */
const googleSheet: Service = {
  dates: 'month-first',
  write: (pack, people) => csvOf([['Timestamp', 'Email Address', ...titles(pack)], ...rowsOf(pack, people, { joined: labels => labels.join(', '), day: slashedUs })
    .map(row => ['11/22/2026 9:14:05', 'someone@example.org', ...row])], { separator: ',', end: '\r\n', always: false }),
};

const microsoftTitles = ['ID', 'Start time', 'Completion time', 'Email', 'Name'];

function microsoftRows(pack: Pack, people: readonly Answers[], day: Cells['day']): readonly (readonly string[])[] {
  const rows = rowsOf(pack, people, { joined: labels => labels.map(label => `${label};`).join(''), day });
  return [[...microsoftTitles, ...titles(pack)], ...rows.map((row, at) => [String(at + 1), `${day('2026-11-22')} 09:02:11`, `${day('2026-11-22')} 09:14:05`, 'anonymous', '', ...row])];
}

/** The workbook of Microsoft Forms, saved as CSV in the USA: answers end with semicolons each. */
const microsoftForms: Service = {
  dates: 'month-first',
  write: (pack, people) => `\ufeff${csvOf(microsoftRows(pack, people, slashedUs), { separator: ',', end: '\r\n', always: false })}`,
};

/** The same where commas are decimal signs: semicolons between fields, the day first. */
const microsoftFormsSemicolons: Service = {
  dates: 'day-first',
  write: (pack, people) => `\ufeff${csvOf(microsoftRows(pack, people, slashedUk), { separator: ';', end: '\r\n', always: false })}`,
};

export const services: readonly (readonly [name: string, service: Service])[] = [
  ['Google Forms', googleForms], ['a Google sheet', googleSheet], ['Microsoft Forms', microsoftForms], ['Microsoft Forms with semicolons', microsoftFormsSemicolons],
];

/** What Typeform gives for each person, in a form whose `ref`s are the ids of the pack. */
export function typeformOf(pack: Pack, people: readonly Answers[], byRef: boolean): unknown {
  const items = people.map((answers, at) => ({
    landing_id: `landing-${at}`, token: `token-${at}`, response_id: `token-${at}`, landed_at: '2026-11-22T09:02:11Z', submitted_at: '2026-11-22T09:14:05Z',
    metadata: { platform: 'other', browser: 'default' }, hidden: {}, calculated: { score: 0 },
    answers: pack.questions.flatMap((question, index) => {
      const answer = answers[question.id];
      return answer === undefined || answer === null ? [] : [{ field: { id: `field${index}`, ref: question.id, type: typeOf(question) }, ...typeformAnswer(question, answer, byRef) }];
    }),
  }));
  return { total_items: items.length, page_count: 1, items };
}

function typeOf({ kind }: Question): string {
  return { 'one-of': 'multiple_choice', 'several-of': 'multiple_choice', 'yes-no': 'yes_no', number: 'number', date: 'date' }[kind];
}

function typeformAnswer(question: Question, answer: AnswerValue, byRef: boolean): object {
  const says = (id: string): string => ({ unknown: "I don't know", none: 'None of these' }[id] ?? ('options' in question ? question.options.find(option => option.id === id)?.says ?? '' : ''));
  if (typeof answer === 'number') return { type: 'number', number: answer };
  if (question.kind === 'date') return answer === 'unknown' ? { type: 'text', text: says('unknown') } : { type: 'date', date: `${String(answer)}T00:00:00.000Z` };
  if (question.kind === 'number') return { type: 'text', text: says('unknown') };
  if (question.kind === 'yes-no' && answer !== 'unknown') return { type: 'boolean', boolean: answer === 'yes' };
  if (question.kind !== 'several-of') return { type: 'choice', choice: { id: 'x1', ref: byRef ? answer : 'a-ref-of-its-own', label: byRef ? 'Another label' : oneLabel(question, String(answer)) } };
  const ids = answer === 'unknown' ? ['unknown'] : answer.length === 0 ? ['none'] : answer as readonly string[];
  return { type: 'choices', choices: { ids: ids.map((_, at) => `x${at}`), refs: byRef ? ids : ids.map((_, at) => `ref-${at}`), labels: ids.map(says) } };
}

/** One of them may be called “none”, which of several means that nothing applies. */
function oneLabel(question: Question, id: string): string {
  return id === 'unknown' ? "I don't know" : ('options' in question ? question.options.find(option => option.id === id)?.says ?? '' : '');
}
