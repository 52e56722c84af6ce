import { describe, expect, test } from 'vitest';
import { formatProblems, type Problem } from '../../src/base/problem.ts';
import type { FormMap } from '../../src/forms/formMap.ts';
import { fromCsv, safeFromCsv } from '../../src/forms/fromCsv.ts';
import { fromSurveyJs, safeFromSurveyJs } from '../../src/forms/fromSurveyJs.ts';
import { fromTypeform, safeFromTypeform } from '../../src/forms/fromTypeform.ts';
import { safeToJsonSchema, toJsonSchema } from '../../src/forms/toJsonSchema.ts';
import { safeToSurveyJs, toSurveyJs } from '../../src/forms/toSurveyJs.ts';
import { isAnswersError } from '../../src/base/errors.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { tinyPack } from '../tinyPack.ts';

type Read = ReturnType<typeof safeFromCsv>;

/** Each problem as its place, code, message and hint; or the answers of each response. */
function told(read: Read): unknown {
  if (read.ok) return read.value.map(({ answers }) => answers);
  return read.problems.map(({ code, message, hint, path = [], at }: Problem) => `${at ? `${at.line}:${at.column}` : path.join('.')} ${code}: ${message}; ${hint}`);
}

function csv(text: string, map?: FormMap, pack: Pack = tinyPack): unknown {
  return told(safeFromCsv(text, { pack, ...(map ? { map } : {}) }));
}

const field = 'What did you do to prepare? Choose all.';

describe('a CSV file says what it says', () => {
  test.each<[what: string, text: string, map: FormMap | undefined, answers: readonly object[]]>([
    ['titles and labels of the pack', 'Timestamp,How did it end?,Were you there?\nx,They said no,Yes\n', undefined, [{ outcome: 'rejected', attended: 'there' }]],
    ['ids in their place', 'outcome,attended\nrejected,there\n', undefined, [{ outcome: 'rejected', attended: 'there' }]],
    ['titles with spaces of every kind', '\ufeff How did  it\u00a0end? \r\n They said\u00a0no \r\n', undefined, [{ outcome: 'rejected' }]],
    ['nothing where a cell is empty', 'outcome,questions-asked\n,3\nrejected, \n', undefined, [{ 'questions-asked': 3 }, { outcome: 'rejected' }]],
    ['“I don’t know” in words', "questions-asked,arrival,prepared\nI don't know,I don't know,I don't know\n", undefined, [{ arrival: 'unknown', prepared: 'unknown', 'questions-asked': 'unknown' }]],
    ['none of these', 'prepared\nNone of these\n"None of these;"\nnone\n', undefined, [{ prepared: [] }, { prepared: [] }, { prepared: [] }]],
    ['several, joined in every way', 'prepared\n"Read their site, Practised aloud"\nRead the news;Practised aloud;\nRead their site; Read the news\n', undefined,
      [{ prepared: ['read-site', 'practised'] }, { prepared: ['read-news', 'practised'] }, { prepared: ['read-site', 'read-news'] }]],
    ['days as ISO has them, with midnight or slashes', 'interview-date\n2026-11-10\n2026-11-10 00:00:00\n2026/11/10\n', undefined, Array.from({ length: 3 }, () => ({ 'interview-date': '2026-11-10' }))],
    ['days with the day first', 'interview-date\n10/11/2026\n10.11.2026\n', { dates: 'day-first' }, [{ 'interview-date': '2026-11-10' }, { 'interview-date': '2026-11-10' }]],
    ['days with the month first', 'interview-date\n11/10/2026\n', { dates: 'month-first' }, [{ 'interview-date': '2026-11-10' }]],
    ['what the map calls otherwise', 'Ergebnis,Wie viele Fragen?,Ihr Name\nAbsage,keine,Ada\n',
      { questions: { Ergebnis: 'outcome', 'Wie viele Fragen?': 'questions-asked' }, options: { outcome: { Absage: 'rejected' }, 'questions-asked': { keine: 0 } }, ignore: ['Ihr Name'] }, [{ outcome: 'rejected', 'questions-asked': 0 }]],
    ['the second column of one title, where the map says so', 'outcome,Comment,Comment\nrejected,fine,3\n', { questions: { 'Comment (2)': 'questions-asked' }, ignore: ['Comment'] }, [{ outcome: 'rejected', 'questions-asked': 3 }]],
    ['one answer in two columns, as branches of a form give it', 'outcome,End\nrejected,\n,rejected\nrejected,They said no\n', { questions: { End: 'outcome' } }, Array.from({ length: 3 }, () => ({ outcome: 'rejected' }))],
    ['a title in which there are separators', `"How did it end?";"${field}"\n"They said no";"Read their site;Read the news"\n`, undefined, [{ outcome: 'rejected', prepared: ['read-site', 'read-news'] }]],
    ['a column that the map means, though services have one of that name', 'Name,outcome\n3,rejected\n', { questions: { Name: 'questions-asked' } }, [{ outcome: 'rejected', 'questions-asked': 3 }]],
  ])('%s', (_what, text, map, answers) => {
    expect(csv(text, map)).toEqual(answers);
  });

  test('tells the day on which a response was sent, where there is one reading of it', () => {
    const days = (text: string, map: FormMap = {}): unknown => fromCsv(text, { pack: tinyPack, map }).map(({ asOf }) => asOf);
    expect(days('Timestamp,outcome\n2026/11/22 9:14:05 am GMT+1,rejected\n11/22/2026 9:14:05,rejected\n')).toEqual(['2026-11-22', undefined]);
    expect(days('Completion time,outcome\n11/22/2026 9:14,rejected\n', { dates: 'month-first' })).toEqual(['2026-11-22']);
  });
});

describe('labels that hold what joins them are told apart', () => {
  const says = ['Slow', 'Slow, late', 'late', 'A; B', 'A', 'B, and more'];
  const pack: Pack = { ...tinyPack, questions: [{ id: 'several', section: 'day', ask: 'Which?', kind: 'several-of', dontKnow: 0, options: says.map((each, at) => ({ id: `option-${at}`, says: each, typical: 0.1 })) }] };

  test.each([
    ['Slow, late', ['option-1']], ['Slow, late, late', ['option-1', 'option-2']], ['A; B', ['option-3']], ['A;B, and more', ['option-4', 'option-5']],
    ['A; B, and more', ['option-4', 'option-5']], ['A, A; B;', ['option-4', 'option-3']],
  ])('%s', (joined, options) => {
    expect(csv(`several\n"${joined}"\n`, undefined, pack)).toEqual([{ several: options }]);
  });

  test('in time that grows with the text, even where nothing fits', () => {
    expect(csv(`several\n"${'Slow, late, '.repeat(800)}x"\n`, undefined, pack)).toEqual([expect.stringContaining('unknown-option: “x”') as string]);
    expect(csv(`several\n"${'A;'.repeat(1_000_000)}A"\n`, undefined, pack)).toEqual([expect.stringContaining('unknown-option: “A;A;') as string]);
  });
});

describe('what a CSV file does not make clear is told with its line and column', () => {
  test.each<[what: string, text: string, map: FormMap | undefined, problems: readonly string[]]>([
    ['nothing', '', undefined, ['1:1 empty-file: there is no response in this file; export the responses anew: a line of titles, then a line for each']],
    ['titles alone', 'outcome\n', undefined, ['1:1 empty-file: there is no response in this file; export the responses anew: a line of titles, then a line for each']],
    ['a misspelt title', 'outcome,How did it and?\nrejected,x\n', undefined, ['1:9 unknown-question: no question of the pack is called “How did it and?”; did you mean “How did it end?”? Otherwise name its question in “questions” of the map, or put it into “ignore”']],
    ['a title twice', 'outcome,outcome\nrejected,\n', undefined, ['1:9 unknown-question: no question of the pack is called “outcome (2)”; name its question in “questions” of the map, or put it into “ignore”']],
    ['a misspelt label', 'questions-asked,outcome\n1,They said not\n', undefined, ['2:3 unknown-option: “They said not” is no answer to “outcome”; did you mean “They said no”? Otherwise say in “options” of the map what it means']],
    ['a label of no option', 'outcome\nWho knows\n', undefined, ['2:1 unknown-option: “Who knows” is no answer to “outcome”; say in “options” of the map what it means']],
    ['a misspelt one of several', 'prepared\n"Read their site, Read the new, Practised aloud"\n', undefined, ['2:1 unknown-option: “Read the new, Practised aloud” is no answer to “prepared”; did you mean “Read the news”? Otherwise say in “options” of the map what it means']],
    ['one of several twice', 'prepared\nRead the news;Read the news\n', undefined, ['2:1 wrong-kind: “read-news” stands twice in “prepared”; name each answer once']],
    ['none and some', 'prepared\nRead the news;None of these\n', undefined, ['2:1 contradiction: “none” stands beside other answers to “prepared”; keep it alone, or take it out']],
    ['a number in words', 'questions-asked\nabout 3\n', undefined, ['2:1 wrong-kind: “questions-asked” takes a whole number of questions, not “about 3”; write a number without a unit, or say in “options” of the map what this means']],
    ['a number out of bounds', 'questions-asked\n51\n', undefined, ['2:1 out-of-range: 51 questions cannot be for “questions-asked”; from 0 to 50']],
    ['a day that does not exist', 'interview-date\n2026-02-30\n', undefined, ['2:1 out-of-range: “2026-02-30” is no day for “interview-date”; write it as YYYY-MM-DD']],
    ['a day with the month or the day first', 'interview-date\n10/11/2026\n', undefined, ['2:1 wrong-kind: “10/11/2026” for “interview-date” may start with the day or with the month; write "dates": "day-first" or "dates": "month-first" in the map']],
    ['a thirteenth month', 'interview-date\n10/13/2026\n', { dates: 'day-first' }, ['2:1 out-of-range: “10/13/2026” is no day for “interview-date”; write it as YYYY-MM-DD']],
    ['two answers to one question', 'outcome,End\nrejected,advanced\n', { questions: { End: 'outcome' } }, ['2:10 contradiction: this is a second answer to “outcome”, and not the same; keep one of them']],
    ['a line that is too long', 'outcome,arrival\nrejected,late,x,y\n', undefined, ['2:15 wrong-shape: this line has 4 fields, and the titles are 2; look for a separator or a line end that should stand in quotes']],
    ['a line that is too short', 'outcome,arrival\nrejected\n', undefined, ['2:1 wrong-shape: this line has 1 fields, and the titles are 2; look for a separator or a line end that should stand in quotes']],
    ['a quote that is never closed', 'outcome\n"rejected\n', undefined, ['2:1 csv-syntax: this quote is never closed; close it, or write a quote inside a field twice']],
    ['all that is wrong, at once', 'outcome,arrival\nx,y\nz,late\n', undefined, [expect.stringMatching(/^2:1 /) as string, expect.stringMatching(/^2:3 /) as string, expect.stringMatching(/^3:1 /) as string]],
  ])('%s', (_what, text, map, problems) => {
    expect(csv(text, map)).toEqual(problems);
  });

  test('with the line of the file and a caret below what is wrong', () => {
    const read = safeFromCsv('outcome;arrival\r\nrejected;Lat\r\n', { pack: tinyPack, file: 'responses.csv' });
    expect(read.ok ? '' : formatProblems(read.problems)).toBe('responses.csv:2:10 unknown-option: “Lat” is no answer to “arrival”\n  2 | rejected;Lat\n    |          ^^^\n  hint: did you mean “Late”? Otherwise say in “options” of the map what it means');
  });

  test('and from fifty on only counted', () => {
    const read = safeFromCsv(`outcome\n${'x\n'.repeat(5000)}`, { pack: tinyPack });
    expect(read.ok ? 0 : read.problems.length).toBe(51);
  });
});

describe('a map is checked before it is used', () => {
  test.each<[what: string, map: unknown, problems: readonly string[]]>([
    ['a list', [], ['map not-an-object: map must be an object; pass map as an object: { "questions": { "How did it end?": "outcome" } }']],
    ['a misspelt part', { question: {} }, ['map.question unknown-key: “question” is no part of a map; did you mean “questions”?']],
    ['a question that there is not', { questions: { End: 'outcom' } }, ['map.questions.End unknown-question: no question is called “outcom”; did you mean “outcome”?']],
    ['labels of a question that there is not', { options: { outcom: {} } }, ['map.options.outcom unknown-question: no question is called “outcom”; did you mean “outcome”?']],
    ['an option that there is not', { options: { outcome: { No: 'reject' } } }, ['map.options.outcome.No unknown-option: “reject” is no answer to “outcome”; did you mean “rejected”?']],
    ['an option of several that there is not', { options: { prepared: { News: 'read-new' } } }, ['map.options.prepared.News unknown-option: “read-new” is no answer to “prepared”; did you mean “read-news”?']],
    ['a number out of bounds', { options: { 'questions-asked': { many: 99 } } }, ['map.options.questions-asked.many out-of-range: 99 questions cannot be for “questions-asked”; from 0 to 50']],
    ['a meaning that is a list', { options: { prepared: { All: ['read-site', 'read-news'] } } }, ['map.options.prepared.All wrong-kind: a label of “prepared” means an answer, not a list; write the id of an option, or a number']],
    ['a name to ignore that is no name', { ignore: [1] }, ['map.ignore.0 wrong-kind: “ignore” takes names, not 1; write ["Your name"]']],
    ['a name that is used and ignored', { questions: { End: 'outcome' }, ignore: ['End '] }, ['map.ignore.0 contradiction: “End ” stands under “questions”, and is ignored; keep one of them']],
    ['days in another order', { dates: 'us' }, ['map.dates wrong-kind: “dates” takes how days are written, not “us”; write "day-first" for 10/11/2026 in November, "month-first" for 11/10/2026']],
  ])('%s', (_what, map, problems) => {
    for (const read of [safeFromCsv('outcome\nrejected\n', { pack: tinyPack, map }), safeFromSurveyJs({}, { pack: tinyPack, map }), safeFromTypeform({ answers: [] }, { pack: tinyPack, map })]) expect(told(read)).toEqual(problems);
  });
});

describe('results of SurveyJS', () => {
  const results = (value: unknown, map?: FormMap): unknown => told(safeFromSurveyJs(value, { pack: tinyPack, ...(map ? { map } : {}) }));

  test.each<[what: string, value: unknown, told: readonly unknown[]]>([
    ['of one person', { outcome: 'rejected', prepared: ['none'], arrival: 'unknown', 'questions-asked': 2 }, [{ arrival: 'unknown', outcome: 'rejected', prepared: [], 'questions-asked': 2 }]],
    ['of several', [{ outcome: 'rejected' }, {}], [{ outcome: 'rejected' }, {}]],
    ['yes and no as such', { 'warned-ahead': true }, [{ 'warned-ahead': 'yes' }]],
    ['an unknown name, once', [{ weather: 'rain' }, { weather: 'sun' }], ['0.weather unknown-question: no question of the pack is called “weather”; name its question in “questions” of the map, or put it into “ignore”']],
    ['an unknown item', [{ prepared: ['read-site', 'read-new'] }], ['0.prepared.1 unknown-option: “read-new” is no answer to “prepared”; did you mean “read-news”? Otherwise say in “options” of the map what it means']],
    ['a number that is none', { 'questions-asked': 2.5 }, ['questions-asked wrong-kind: “questions-asked” takes a whole number of questions, not 2.5; round it']],
    ['a list for one answer', { outcome: ['rejected'] }, ['outcome wrong-kind: “outcome” takes a word, not a list; this question takes one answer, not a list']],
    ['a text', 'x', [' not-an-object: results must be an object; pass results as an object: { "outcome": "rejected" }']],
  ])('%s', (_what, value, expected) => {
    expect(results(value)).toEqual(expected);
  });

  test('of another form, with a map', () => {
    expect(results({ q1: 'item2', q2: 'x' }, { questions: { q1: 'outcome' }, options: { outcome: { item2: 'rejected' } }, ignore: ['q2'] })).toEqual([{ outcome: 'rejected' }]);
  });
});

describe('responses of Typeform', () => {
  const typeform = (answers: unknown, map?: FormMap): unknown => told(safeFromTypeform({ form_response: { submitted_at: '2026-11-22T09:14:05Z', answers } }, { pack: tinyPack, ...(map ? { map } : {}) }));
  const by = (ref: string): object => ({ field: { id: 'abc', type: 'x', ref } });

  test.each<[what: string, answers: unknown, map: FormMap | undefined, told: readonly unknown[]]>([
    ['nobody answered', null, undefined, [{}]],
    ['a choice with a word of one’s own', [{ ...by('outcome'), type: 'choice', choice: { other: 'Who knows' } }], undefined, ['form_response.answers.0.choice.other unknown-option: “Who knows” is no answer to “outcome”; say in “options” of the map what it means']],
    ['an unknown label of several', [{ ...by('prepared'), type: 'choices', choices: { labels: ['Read their site', 'Slept'] } }], undefined, ['form_response.answers.0.choices.labels.1 unknown-option: “Slept” is no answer to “prepared”; say in “options” of the map what it means']],
    ['a field by its id', [{ field: { id: 'abc', ref: 'own' }, type: 'number', number: 3 }], { questions: { abc: 'questions-asked' } }, [{ 'questions-asked': 3 }]],
    ['an unknown ref', [{ ...by('weather'), type: 'text', text: 'rain' }], undefined, ['form_response.answers.0.field.ref unknown-question: no question of the pack is called “weather”; name its question in “questions” of the map, or put it into “ignore”']],
    ['a ref to ignore', [{ ...by('weather'), type: 'text', text: 'rain' }], { ignore: ['weather'] }, [{}]],
    ['an answer without a type', [{ ...by('outcome') }], undefined, ['form_response.answers.0 wrong-shape: this answer says nothing under the name of its type; pass a response as Typeform gave it']],
    ['a type without its answer', [{ ...by('outcome'), type: 'choice' }], undefined, ['form_response.answers.0 wrong-shape: this answer says nothing under the name of its type; pass a response as Typeform gave it']],
    ['no field', [{ type: 'number', number: 3 }], undefined, ['form_response.answers.0.field not-an-object: a response of Typeform must be an object; pass a response of Typeform as an object: { "answers": [] }']],
    ['answers that are no list', 'x', undefined, ['form_response.answers wrong-kind: “answers” takes a list, not “x”; pass a response as Typeform gave it']],
  ])('%s', (_what, answers, map, expected) => {
    expect(typeform(answers, map)).toEqual(expected);
  });
});

describe('every door returns problems, or throws them', () => {
  const hostile: readonly unknown[] = [undefined, null, 1, 'x', [], new Map(), { __proto__: { items: [] } }, Object.defineProperty({}, 'items', { enumerable: true, get: () => { throw new Error('no'); } }), new Proxy({}, { ownKeys: () => { throw new Error('no'); } })];

  test('for anything that is handed to it', () => {
    for (const value of hostile) {
      for (const read of [safeFromCsv, safeFromSurveyJs, safeFromTypeform]) {
        expect(typeof read(value, { pack: tinyPack }).ok).toBe('boolean');
        expect(read({}, value).ok).toBe(false);
      }
      for (const write of [safeToJsonSchema, safeToSurveyJs]) {
        expect(write(value).ok).toBe(false);
        expect(typeof write(tinyPack, value).ok).toBe('boolean');
      }
    }
  });

  test.each<[string, () => unknown, string]>([
    ['fromCsv', () => fromCsv('outcome\nx\n', { pack: tinyPack }), 'form.csv:2:1 unknown-option'],
    ['fromSurveyJs', () => fromSurveyJs({ outcome: 'x' }, { pack: tinyPack }), 'outcome unknown-option'],
    ['fromTypeform', () => fromTypeform({ items: 3 }, { pack: tinyPack }), 'items wrong-kind'],
    ['toSurveyJs', () => toSurveyJs({} as Pack), 'pack wrong-kind'],
    ['toJsonSchema', () => toJsonSchema({} as Pack), 'pack wrong-kind'],
  ])('%s', (_name, call, message) => {
    let thrown: unknown;
    try {
      call();
    } catch (error) {
      thrown = error;
    }
    expect(isAnswersError(thrown) && thrown.message).toContain(message);
  });
});
