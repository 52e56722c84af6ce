import { describe, expect, test } from 'vitest';
import { diagnose, safeDiagnose } from '../../src/api/diagnose.ts';
import { AnswersError } from '../../src/base/errors.ts';
import type { Problem } from '../../src/base/problem.ts';
import { tinyPack } from '../tinyPack.ts';

/** What is wrong with these answers to the tiny pack, in the order in which it is told. */
function problemsOf(answers: unknown): readonly Problem[] {
  const result = safeDiagnose(answers, { pack: tinyPack });
  return result.ok ? [] : result.problems;
}

const asObject = 'pass answers as an object: { "question": "answer" }';

describe('answers that are no plain object are refused', () => {
  class Sheet {
    readonly outcome = 'rejected';
  }
  test.each([
    ['nothing', undefined, 'answers must be an object'],
    ['null', null, 'answers must be an object'],
    ['a text', 'rejected', 'answers must be an object'],
    ['a number', 7, 'answers must be an object'],
    ['a list', [{ outcome: 'rejected' }], 'answers must be an object'],
    ['a function', () => ({ outcome: 'rejected' }), 'answers must be an object'],
    ['a Date', new Date(0), 'answers must be a plain object'],
    ['a Map', new Map([['outcome', 'rejected']]), 'answers must be a plain object'],
    ['an instance of a class', new Sheet(), 'answers must be a plain object'],
    ['an object with a prototype of its own', Object.create({ outcome: 'rejected' }), 'answers must be a plain object'],
    ['one that passes its prototype off as that of all objects', Object.create({ hasOwnProperty: () => true, outcome: 'rejected' }), 'answers must be a plain object'],
    ['an object below one without a prototype', Object.create(Object.create(null) as object), 'answers must be a plain object'],
  ])('%s', (_slip, answers, message) => {
    expect(problemsOf(answers)).toEqual([{ code: 'not-an-object', message, hint: asObject, path: [] }]);
  });
});

describe('a question that does not exist is named, with the nearest one', () => {
  const known = 'one of: outcome, stage, interview-date, days-since-interview, attended, arrival, minutes-late, warned-ahead, prepared, questions-asked, promised-date, days-past-promise';
  test.each([
    ['a letter missing', 'arival', 'did you mean “arrival”?'],
    ['two letters swapped', 'arrvial', 'did you mean “arrival”?'],
    ['capital letters', 'Arrival', 'did you mean “arrival”?'],
    ['underscores', 'minutes_late', 'did you mean “minutes-late”?'],
    ['a space at the end', 'arrival ', 'did you mean “arrival”?'],
    ['letters that only look the same', 'ａrrival', 'did you mean “arrival”?'],
    ['nothing near', 'weather', known],
    ['the name of a method', 'toString', known],
    ['the name of another', 'hasOwnProperty', known],
    ['the constructor', 'constructor', known],
    ['no name', '', known],
  ])('%s', (_slip, id, hint) => {
    expect(problemsOf({ [id]: 'late' })).toEqual([{ code: 'unknown-question', message: `no question is called “${id}”`, hint, path: [id] }]);
  });

  test('an own key “__proto__” from JSON is one, and what it holds is not read', () => {
    expect(problemsOf(JSON.parse('{ "__proto__": { "outcome": "rejected" } }'))).toEqual([
      { code: 'unknown-question', message: 'no question is called “__proto__”', hint: known, path: ['__proto__'] },
    ]);
  });

  test('signs that steer a terminal are shown as dots, and a long name is shortened', () => {
    expect(problemsOf({ '\u001b[2J\u202e': 1, ['x'.repeat(41)]: 1 }).map(({ message }) => message)).toEqual([
      'no question is called “·[2J·”',
      `no question is called “${'x'.repeat(40)}…”`,
    ]);
  });
});

describe('an answer of the wrong kind is not coerced', () => {
  const options = 'one of: there, missed';
  const whole = 'write a number without quotes or unit';
  const aList = 'write a list, such as [] for none of them';
  test.each<[slip: string, id: string, value: unknown, message: string, hint: string]>([
    ['true for a word', 'attended', true, '“attended” takes a word, not true', options],
    ['a number for a word', 'attended', 0, '“attended” takes a word, not 0', options],
    ['a list for a word', 'attended', ['there'], '“attended” takes a word, not a list', 'this question takes one answer, not a list'],
    ['an object for a word', 'attended', { there: true }, '“attended” takes a word, not an object', options],
    ['a text object for a word', 'attended', new String('there'), '“attended” takes a word, not an object', options],
    ['a function for a word', 'attended', () => 'there', '“attended” takes a word, not a function', options],
    ['a symbol for a word', 'attended', Symbol('there'), '“attended” takes a word, not a symbol', options],
    ['true for yes', 'warned-ahead', true, '“warned-ahead” takes a word, not true', 'write "yes"'],
    ['false for no', 'warned-ahead', false, '“warned-ahead” takes a word, not false', 'write "no"'],
    ['1 for yes', 'warned-ahead', 1, '“warned-ahead” takes a word, not 1', 'one of: yes, no'],
    ['a word for a list', 'prepared', 'read-site', '“prepared” takes a list of answers, not “read-site”', 'write ["read-site"]'],
    ['another word for a list', 'prepared', 'nothing', '“prepared” takes a list of answers, not “nothing”', aList],
    ['an object for a list', 'prepared', { 0: 'read-site', length: 1 }, '“prepared” takes a list of answers, not an object', aList],
    ['a Set for a list', 'prepared', new Set(['read-site']), '“prepared” takes a list of answers, not an object', aList],
    ['an answer twice', 'prepared', ['read-site', 'read-site'], '“read-site” stands twice in “prepared”', 'name each answer once'],
    ['more than there are', 'prepared', ['read-site', 'read-news', 'practised', 'read-site'], '“prepared” has 3 answers to choose from, not 4', 'name each one once'],
    ['a number in quotes', 'questions-asked', '3', '“questions-asked” takes a number of questions, not “3”', whole],
    ['a number with its unit', 'questions-asked', '3 questions', '“questions-asked” takes a number of questions, not “3 questions”', whole],
    ['true for a number', 'questions-asked', true, '“questions-asked” takes a number of questions, not true', whole],
    ['a list for a number', 'questions-asked', [3], '“questions-asked” takes a number of questions, not a list', whole],
    ['a big integer', 'questions-asked', 3n, '“questions-asked” takes a number of questions, not a bigint', whole],
    ['not a number', 'questions-asked', Number.NaN, '“questions-asked” takes a number of questions, not NaN', whole],
    ['infinity', 'questions-asked', Number.POSITIVE_INFINITY, '“questions-asked” takes a number of questions, not Infinity', whole],
    ['1e400 from JSON', 'questions-asked', JSON.parse('1e400'), '“questions-asked” takes a number of questions, not Infinity', whole],
    ['a half', 'questions-asked', 2.5, '“questions-asked” takes a whole number of questions, not 2.5', 'round it'],
    ['2^53', 'questions-asked', 2 ** 53, '“questions-asked” takes a whole number of questions, not 9007199254740992', 'round it'],
    ['a Date for a day', 'interview-date', new Date(0), 'an object is no day for “interview-date”', 'write it as YYYY-MM-DD, without a time'],
    ['milliseconds for a day', 'interview-date', 0, '0 is no day for “interview-date”', 'write it as YYYY-MM-DD, without a time'],
  ])('%s', (_slip, id, value, message, hint) => {
    expect(problemsOf({ [id]: value })).toEqual([{ code: 'wrong-kind', message, hint, path: [id, ...(message.includes(' stands twice ') ? [1] : [])] }]);
  });
});

describe('a value that the question does not have is named, with what it has', () => {
  test.each<[slip: string, id: string, value: unknown, code: string, message: string, hint: string, item?: number]>([
    ['a misspelt option', 'attended', 'mised', 'unknown-option', '“mised” is no answer to “attended”', 'did you mean “missed”?'],
    ['another language', 'attended', 'ja', 'unknown-option', '“ja” is no answer to “attended”', 'one of: there, missed, unknown'],
    ['capital letters', 'warned-ahead', 'Yes', 'unknown-option', '“Yes” is no answer to “warned-ahead”', 'did you mean “yes”?'],
    ['“unknown” misspelt', 'attended', 'unkown', 'unknown-option', '“unkown” is no answer to “attended”', 'did you mean “unknown”?'],
    ['no text', 'attended', '', 'unknown-option', '“” is no answer to “attended”', 'one of: there, missed, unknown'],
    ['an inherited name', 'attended', 'toString', 'unknown-option', '“toString” is no answer to “attended”', 'one of: there, missed, unknown'],
    ['a misspelt option in a list', 'prepared', ['read-site', 'read-new'], 'unknown-option', '“read-new” is no answer to “prepared”', 'did you mean “read-news”?', 1],
    ['“unknown” in a list', 'prepared', ['unknown'], 'unknown-option', '“unknown” is no answer to “prepared”', 'one of: read-site, read-news, practised', 0],
    ['a hole in a list', 'prepared', new Array(1), 'unknown-option', 'nothing is no answer to “prepared”', 'one of: read-site, read-news, practised', 0],
    ['too many', 'questions-asked', 51, 'out-of-range', '51 questions cannot be for “questions-asked”', 'from 0 to 50'],
    ['fewer than none', 'questions-asked', -1, 'out-of-range', '-1 questions cannot be for “questions-asked”', 'from 0 to 50'],
  ])('%s', (_slip, id, value, code, message, hint, item) => {
    expect(problemsOf({ [id]: value })).toEqual([{ code, message, hint, path: item === undefined ? [id] : [id, item] }]);
  });
});

describe('all problems come at once', () => {
  const answers = { 'questions-asked': '3', arival: 'late', attended: 'mised' };

  test('in the order of the names of their questions', () => {
    expect(problemsOf(answers).map(({ code, path }) => [code, path])).toEqual([
      ['unknown-question', ['arival']], ['unknown-option', ['attended']], ['wrong-kind', ['questions-asked']],
    ]);
  });

  test('and are thrown as one AnswersError by the door that throws', () => {
    let thrown: unknown;
    try {
      diagnose(answers, { pack: tinyPack });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(AnswersError);
    expect((thrown as AnswersError).problems).toEqual(problemsOf(answers));
    expect((thrown as AnswersError).message).toBe([
      'arival unknown-question: no question is called “arival”',
      '  hint: did you mean “arrival”?',
      'attended unknown-option: “mised” is no answer to “attended”',
      '  hint: did you mean “missed”?',
      'questions-asked wrong-kind: “questions-asked” takes a number of questions, not “3”',
      '  hint: write a number without quotes or unit',
    ].join('\n'));
  });
});
