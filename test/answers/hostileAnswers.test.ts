import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { safeDiagnose } from '../../src/api/diagnose.ts';
import type { Problem } from '../../src/base/problem.ts';
import { readAnswersFile } from '../../src/answers/answersFile.ts';
import { tinyPack } from '../tinyPack.ts';

const answers = { outcome: 'rejected', attended: 'there', arrival: 'late', 'minutes-late': 20, prepared: ['read-news', 'read-site'] };

function bytes(of: unknown = answers): string {
  return JSON.stringify(safeDiagnose(of, { pack: tinyPack }));
}

function problemsOf(of: unknown): readonly Problem[] {
  const result = safeDiagnose(of, { pack: tinyPack });
  return result.ok ? [] : result.problems;
}

function throwing(): never {
  throw new Error('this is what a getter threw');
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
}

describe('whatever throws while it is read becomes a problem', () => {
  const unread = { code: 'not-an-object', message: 'answers could not be read', hint: 'pass a plain object without getters that throw', path: [] };
  test.each([
    ['a getter', Object.defineProperty({}, 'outcome', { get: throwing, enumerable: true })],
    ['a proxy that refuses its keys', new Proxy({}, { ownKeys: throwing })],
    ['a proxy that refuses its values', new Proxy({ outcome: 'rejected' }, { get: throwing })],
    ['a proxy that refuses its prototype', new Proxy({}, { getPrototypeOf: throwing })],
    ['a proxy that was revoked', revoked()],
  ])('%s, in place of the answers', (_what, hostile) => {
    expect(problemsOf(hostile)).toEqual([unread]);
  });

  test.each([
    ['a list whose item throws', 'prepared', Object.defineProperty(['read-site'], 0, { get: throwing })],
    ['a list that refuses its length', 'prepared', new Proxy([], { get: throwing })],
    ['a revoked proxy for a list', 'prepared', revoked()],
    ['a revoked proxy for a word', 'attended', revoked()],
  ])('%s, in place of one answer', (_what, id, hostile) => {
    expect(problemsOf({ ...answers, [id]: hostile })).toEqual([
      { code: 'wrong-kind', message: `the answer to “${id}” could not be read`, hint: 'pass a plain value without getters that throw', path: [id] },
    ]);
  });

  test('the methods of a value are never called', () => {
    const booby = { toString: throwing, valueOf: throwing, toJSON: throwing, [Symbol.toPrimitive]: throwing };
    expect(problemsOf({ attended: booby, prepared: [booby], 'questions-asked': booby, 'interview-date': booby }).map(({ message }) => message)).toEqual([
      '“attended” takes a word, not an object',
      'an object is no day for “interview-date”',
      'an object is no answer to “prepared”',
      '“questions-asked” takes a number of questions, not an object',
    ]);
  });

  test.each([['pack'], ['asOf'], ['interview'], ['answers'], ['interviews']])('a revoked proxy for “%s” of an answers file', key => {
    const opened = readAnswersFile({ ...(key === 'interviews' ? {} : { answers: {} }), [key]: revoked() }, tinyPack);
    expect(opened.ok ? [] : opened.problems.map(({ path }) => path)).toEqual([[key]]);
  });

  test.each([[7], [null], ['yesterday'], [new Date(0)]])('%s for asOf', asOf => {
    const result = safeDiagnose({}, { pack: tinyPack, asOf: asOf as string });
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'out-of-range', hint: 'write asOf as YYYY-MM-DD, without a time', path: ['asOf'] }] });
  });
});

describe('too much of anything is refused quickly', () => {
  test.each<[what: string, hostile: () => unknown, message: string]>([
    ['100,000 unknown questions', () => Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`question-${n}`, 1])), 'answers hold 100000 keys, far more than there are questions'],
    ['10 MB of text for an answer', () => ({ attended: 'x'.repeat(1e7) }), `“${'x'.repeat(40)}…” is no answer to “attended”`],
    ['10 MB of text for a question', () => ({ ['x'.repeat(1e7)]: 1 }), `no question is called “${'x'.repeat(40)}…”`],
    ['10 MB of text for a number', () => ({ 'questions-asked': '1'.repeat(1e7) }), `“questions-asked” takes a number of questions, not “${'1'.repeat(40)}…”`],
    ['10 MB of text for a day', () => ({ 'interview-date': '1'.repeat(1e7) }), `“${'1'.repeat(40)}…” is no day for “interview-date”`],
    ['a million choices', () => ({ prepared: new Array<string>(1e6).fill('read-site') }), '“prepared” has 3 answers to choose from, not 1000000'],
  ])('%s', (_what, hostile, message) => {
    const made = hostile();
    const start = performance.now();
    const problems = problemsOf(made);
    expect(performance.now() - start).toBeLessThan(250); // some 5 to 50 ms on an idle machine
    expect(problems.map(problem => problem.message)).toEqual([message]);
  });

  test('a thousand unknown questions, each looked up among all that there are', () => {
    const names = Array.from({ length: 1000 }, (_, n) => `a-question-that-nobody-ever-asked-${'anybody-'.repeat(8)}${n}`);
    const start = performance.now();
    const result = safeDiagnose(Object.fromEntries(names.map(name => [name, 'yes'])));
    expect(performance.now() - start).toBeLessThan(700); // some 50 ms; two seconds when every name is compared in full
    expect(result).toMatchObject({ ok: false, problems: { length: 51, 50: { code: 'too-many', message: 'and 950 more' } } });
  });

  test('nothing is written about answers that hold themselves', () => {
    const cyclic: Record<string, unknown> = { attended: 'there' };
    cyclic['arrival'] = cyclic;
    expect(problemsOf(cyclic).map(({ message }) => message)).toEqual(['“arrival” takes a word, not an object']);
  });
});

describe('the same answers in another guise give the same bytes', () => {
  test.each([
    ['frozen', Object.freeze({ ...answers, prepared: Object.freeze([...answers.prepared]) })],
    ['sealed', Object.seal({ ...answers })],
    ['without a prototype', Object.assign(Object.create(null) as object, answers)],
    ['from JSON', JSON.parse(JSON.stringify(answers)) as unknown],
    ['in another order', Object.fromEntries(Object.entries(answers).toReversed())],
    ['with what is not known spelled out', { ...answers, stage: null, 'interview-date': undefined, 'questions-asked': 'unknown' }],
    ['with keys that are not enumerable, and symbols', Object.defineProperty({ ...answers, [Symbol('stage')]: 'first-interview' }, 'stage', { value: 'first-interview', enumerable: false })],
  ])('%s', (_guise, same) => {
    expect(bytes(same)).toBe(bytes());
  });

  test('minus nought is nought', () => {
    expect(safeDiagnose({ 'questions-asked': -0 }, { pack: tinyPack })).toEqual(safeDiagnose({ 'questions-asked': 0 }, { pack: tinyPack })); // toEqual tells them apart
  });

  test('while every prototype is polluted', () => {
    const before = bytes();
    const polluted = Object.prototype as Record<string, unknown>;
    const names = ['outcome', 'arrival', 'stage', 'late', 'unknown', 'kind', 'day', '0'];
    try {
      for (const name of names) Object.defineProperty(polluted, name, { value: 'missed', configurable: true, writable: true });
      expect(bytes()).toBe(before);
      expect(safeDiagnose({ outcome: 'rejected' })).toEqual(safeDiagnose({ outcome: 'rejected' }, { pack: corePack }));
    } finally {
      for (const name of names) Reflect.deleteProperty(polluted, name);
    }
    expect(bytes({})).toBe(bytes(Object.create(null)));
  });
});

describe('nothing is shared between one diagnosis and the next', () => {
  test('changing a result in every place changes neither the next one nor the answers', () => {
    const given = structuredClone(answers);
    const before = bytes(given);
    spoil(safeDiagnose(given, { pack: tinyPack }));
    expect(bytes(given)).toBe(before);
    expect(given).toEqual(answers);
  });

  test('changing the answers after the call does not change the result', () => {
    const given = structuredClone(answers);
    const result = safeDiagnose(given, { pack: tinyPack });
    const before = JSON.stringify(result);
    spoil(given);
    expect(JSON.stringify(result)).toBe(before);
  });

  test('two hundred calls at once, with two packs, give what each gives alone', async () => {
    const alone = [JSON.stringify(safeDiagnose({ outcome: 'rejected' }, { pack: tinyPack })), JSON.stringify(safeDiagnose({ outcome: 'rejected' }))];
    const calls = Array.from({ length: 200 }, async (_, n) => {
      await Promise.resolve();
      return JSON.stringify(safeDiagnose({ outcome: 'rejected' }, n % 2 === 0 ? { pack: tinyPack } : {}));
    });
    expect([...new Set(await Promise.all(calls))]).toEqual(alone);
  });
});

/** Writes over everything that can be written over, from the inside out. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    spoil(inner);
    (value as Record<string, unknown>)[key] = 'spoiled';
  }
  if (Array.isArray(value)) value.push('spoiled');
}
