import { Ajv, type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { corePack } from '../src/core/corePack.ts';
import { diagnoseHistory, safeDiagnose, safeDiagnoseHistory } from '../src/api/diagnose.ts';
import type { Pack } from '../src/pack/pack.ts';
import { readAnswersFile } from '../src/answers/answersFile.ts';
import { answersFileSchema, answersSchema, diagnosisSchema, jsonSchemaOf } from '../src/schema.ts';
import { answersTo, arbitraryPack, AS_OF, consistentAnswersTo } from './arbitraryPack.ts';
import { tinyPack } from './tinyPack.ts';

const core: Pack = corePack;

/** Whether an answers file is usable, but for answers that contradict each other. */
function usable(file: unknown, pack: Pack): boolean {
  const opened = readAnswersFile(file, pack);
  const { asOf } = opened.ok ? opened.value : {};
  const result = opened.ok ? safeDiagnoseHistory(opened.value.interviews, { pack, ...(asOf === undefined ? {} : { asOf }) }) : opened;
  return result.ok || result.problems.every(({ code }) => code === 'contradiction');
}

function inEditor(schema: Parameters<typeof jsonSchemaOf>[0]): ValidateFunction {
  return new Ajv({ allErrors: true }).compile(jsonSchemaOf(schema, 'A schema of a test'));
}

const odd: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  'unknown', null, '', 'yes', 'no', 'Yes', 'toString', 'option-0', 'rejected', '3', '2026-11-10', '2026-11-22T00:00', true, false, 0, -1, 1, 3, 2.5, 241, 1e6, 1e308,
  [], ['unknown'], ['option-0'], ['option-0', 'option-0'], ['option-0', 'option-1'], ['read-site', 'read-news'], ['read-site', 'read-site'], [3], [null], {}, { yes: true }, [[]],
);

/** A pack and answers to it, of which some are made odd and some are given to other questions. */
const answered: fc.Arbitrary<readonly [Pack, Readonly<Record<string, unknown>>]> = fc.oneof({ arbitrary: arbitraryPack(), weight: 4 }, { arbitrary: fc.constant(tinyPack), weight: 4 }, { arbitrary: fc.constant(core), weight: 1 }).chain(pack => {
  const id = fc.constantFrom(...pack.questions.map(question => question.id), 'arival', '__proto__', 'constructor', 'answers');
  const oddities = fc.array(fc.tuple(id, odd), { maxLength: 3, depthIdentifier: 'odd' });
  return fc.tuple(fc.constant(pack), fc.tuple(answersTo(pack), fc.oneof(fc.constant([]), oddities)).map(([answers, changes]) =>
    JSON.parse(`{${[...Object.entries(answers).filter(([key]) => !changes.some(([other]) => other === key)), ...new Map(changes)].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`) as Record<string, unknown>));
});

describe('a schema of answers accepts what can be diagnosed, and nothing else', () => {
  const runs = { numRuns: 800, seed: 41 };

  test('for all answers, right and odd ones', () => {
    let accepted = 0;
    fc.assert(fc.property(answered, ([pack, answers]) => {
      const { success } = answersSchema(pack).safeParse(answers);
      accepted += Number(success);
      expect(success).toBe(usable({ answers }, pack));
    }), runs);
    expect(accepted / runs.numRuns).toBeGreaterThan(0.3);
    expect(accepted / runs.numRuns).toBeLessThan(0.9);
  });

  test('an editor that reads it as JSON Schema says the same', () => {
    fc.assert(fc.property(answered, ([pack, answers]) => {
      expect(inEditor(answersSchema(pack))(answers)).toBe(answersSchema(pack).safeParse(answers).success);
    }), { ...runs, numRuns: 150 });
  });

  test.each<[what: string, answers: unknown, right: boolean]>([
    ['nothing', {}, true],
    ['a word', { arrival: 'late' }, true],
    ['a word in capitals', { arrival: 'Late' }, false],
    ['true for yes', { 'warned-ahead': true }, false],
    ['the least and the most', { 'minutes-late': 1, 'questions-asked': 50 }, true],
    ['less than the least', { 'minutes-late': 0 }, false],
    ['more than the most', { 'questions-asked': 51 }, false],
    ['a half', { 'questions-asked': 1.5 }, false],
    ['a number in quotes', { 'questions-asked': '1' }, false],
    ['an empty list', { prepared: [] }, true],
    ['an answer twice', { prepared: ['read-site', 'read-site'] }, false],
    ['a leap day', { 'interview-date': '2024-02-29' }, true],
    ['a day with a time', { 'interview-date': '2024-02-29T10:00' }, false],
    ['an unknown question', { weather: 'rain' }, false],
    ['a list', [], false],
    ['null', null, false],
  ])('%s', (_what, answers, right) => {
    expect(answersSchema(tinyPack).safeParse(answers).success).toBe(right);
    expect(inEditor(answersSchema(tinyPack))(answers)).toBe(right);
    expect(usable({ answers }, tinyPack)).toBe(right);
  });

  test('a day that does not exist is refused, though JSON Schema has no words for it', () => {
    const answers = { 'interview-date': '2026-02-29' };
    expect([answersSchema(tinyPack).safeParse(answers).success, usable({ answers }, tinyPack), inEditor(answersSchema(tinyPack))(answers)]).toEqual([false, false, true]);
  });
});

describe('what is no plain object is no set of answers, and no answer', () => {
  /** Whether answers can be diagnosed, but for answers that contradict each other. */
  function diagnosable(answers: unknown, pack: Pack): boolean {
    const result = safeDiagnose(answers, { pack });
    return result.ok || result.problems.every(({ code }) => code === 'contradiction');
  }

  class Instance {
    readonly outcome = 'rejected';
  }
  const throwing = (): never => { throw new Error('not to be read'); };
  /** Made when they are tried, as showing some of them throws. */
  const oddObject = fc.constantFrom<() => unknown>(
    () => new Map([['outcome', 'rejected']]), () => new Map(), () => new Set(), () => new Date(0), () => new Instance(), () => /x/, () => new Error('x'), () => Promise.resolve(), () => new Uint8Array(0),
    () => new String('rejected'), () => new Number(3), () => () => 'rejected', () => Symbol('rejected'), () => 3n,
    () => Object.create({ outcome: 'rejected' }) as unknown, () => Object.assign(Object.create(null) as object, { outcome: 'rejected' }), () => Object.defineProperty({}, 'outcome', { value: 'rejcted' }),
    () => ({ [Symbol('outcome')]: 'rejected' }), () => ({ outcome: undefined }), () => ({ weather: undefined }), () => ({ constructor: Map }), () => ({ get outcome() { return throwing(); } }),
    () => new Proxy({}, { ownKeys: throwing }), () => new Proxy([], { get: throwing }),
    () => Object.assign(['read-site'], { length: 2 }), () => Array.from({ length: 1001 }, () => 'read-site'), () => Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`key-${index}`, 'yes'])),
  );
  const anything = fc.anything({ withMap: true, withSet: true, withDate: true, withNullPrototype: true, withObjectString: true, withBigInt: true, withBoxedValues: true, withTypedArray: true, withSparseArray: true }).map(value => () => value);
  const id = fc.constantFrom('outcome', 'prepared', 'questions-asked', 'interview-date', 'warned-ahead', 'weather');

  test('in the schema as in the library', () => {
    const runs = { numRuns: 3000, seed: 43 };
    const schema = answersSchema(tinyPack);
    const withOdd = fc.tuple(consistentAnswersTo(tinyPack), id, fc.oneof(anything, oddObject)).map(([answers, key, make]) => () => ({ ...answers, [key]: make() }));
    const plain = consistentAnswersTo(tinyPack).map(answers => () => answers);
    let accepted = 0;
    fc.assert(fc.property(fc.oneof<fc.Arbitrary<() => unknown>[]>(anything, oddObject, withOdd, plain), make => {
      const answers = make();
      const { success } = schema.safeParse(answers);
      accepted += Number(success);
      expect(success).toBe(diagnosable(answers, tinyPack));
    }), runs);
    expect(accepted / runs.numRuns).toBeGreaterThan(0.2);
    expect(accepted / runs.numRuns).toBeLessThan(0.8);
  });

  test.each<[what: string, file: unknown]>([
    ['a frame that is a Map', new Map([['answers', {}]])],
    ['a frame that is an instance', new class { answers = {}; }()],
    ['answers that are a Map', { answers: new Map() }],
    ['answers that are a date', { answers: new Date(0) }],
    ['an interview that is a Map', { interview: new Map(), answers: {} }],
    ['one of several interviews that is an instance', { interviews: [new class { answers = {}; }()] }],
    ['counts that are a Map', { funnel: new Map(), answers: {} }],
    ['notes of a coach that are a date', { coach: new Date(0), answers: {} }],
  ])('nor is it a part of an answers file: %s', (_what, file) => {
    expect(answersFileSchema(core).safeParse(file).success).toBe(false);
    expect(usable(file, core)).toBe(false);
  });
});

describe('a schema of answers files accepts what can be opened, and nothing else', () => {
  test.each<[what: string, file: unknown, right: boolean]>([
    ['answers only', { answers: {} }, true],
    ['everything', { $schema: './answers.schema.json', pack: 'tiny', asOf: '2026-11-22', interview: { date: '2026-11-10', stage: 'first-interview' }, answers: { outcome: 'rejected' } }, true],
    ['an empty interview', { interview: {}, answers: {} }, true],
    ['an interview of which nothing is known', { interview: { date: null, stage: 'unknown' }, answers: {} }, true],
    ['no answers', { pack: 'tiny' }, false],
    ['another pack', { pack: 'core', answers: {} }, false],
    ['a stage that the pack does not have', { interview: { stage: 'later' }, answers: {} }, false],
    ['a misspelt key', { asof: '2026-11-22', answers: {} }, false],
    ['a misspelt part of the interview', { interview: { day: '2026-11-10' }, answers: {} }, false],
    ['an interview that is null', { interview: null, answers: {} }, false],
    ['a day of asking that is null', { asOf: null, answers: {} }, false],
    ['a day of asking with a time', { asOf: '2026-11-22T10:00', answers: {} }, false],
    ['an answer outside', { outcome: 'rejected', answers: {} }, false],
    ['a wrong answer', { answers: { outcome: 'no' } }, false],
    ['several interviews', { asOf: '2026-11-22', interviews: [{ interview: { date: '2026-09-01' }, answers: {} }, { answers: { outcome: 'rejected' } }] }, true],
    ['a list of no interview', { interviews: [] }, false],
    ['more interviews than a hundred', { interviews: Array.from({ length: 101 }, () => ({ answers: {} })) }, false],
    ['several interviews beside answers', { interviews: [{ answers: {} }], answers: {} }, false],
    ['several interviews with a day of asking each', { interviews: [{ asOf: '2026-11-22', answers: {} }] }, false],
    ['several interviews with a wrong answer', { interviews: [{ answers: {} }, { answers: { outcome: 'no' } }] }, false],
  ])('%s', (_what, file, right) => {
    expect(answersFileSchema(tinyPack).safeParse(file).success).toBe(right);
    expect(inEditor(answersFileSchema(tinyPack))(file)).toBe(right);
    expect(usable(file, tinyPack)).toBe(right);
  });

  const files = readdirSync('examples/answers').filter(name => name.endsWith('.json'));
  test.each(files)('the example %s', name => {
    const file: unknown = JSON.parse(readFileSync(`examples/answers/${name}`, 'utf8'));
    expect(answersFileSchema(core).safeParse(file)).toMatchObject({ success: true });
    const valid = inEditor(answersFileSchema(core));
    expect([valid(file), valid.errors]).toEqual([true, null]);
    expect(usable(file, core)).toBe(true);
  });
});

describe('the schema of diagnoses accepts every diagnosis, as a value and as JSON', () => {
  test.each([['random packs', arbitraryPack(), 150], ['the core pack', fc.constant(core), 60], ['the tiny pack', fc.constant(tinyPack), 60]] as const)('of %s', (_what, packs, numRuns) => {
    const valid = inEditor(diagnosisSchema);
    fc.assert(fc.property(packs.chain(pack => fc.tuple(fc.constant(pack), consistentAnswersTo(pack))), ([pack, answers]) => {
      const whatIf = { answers: {}, fixes: pack.causes.flatMap(({ fixes }) => fixes).slice(0, 2).map(({ id }) => id) };
      const result = safeDiagnose(answers, { pack, asOf: AS_OF, ...(Object.keys(answers).length % 2 === 0 ? { whatIf } : {}) });
      const diagnosis = result.ok ? result.value : null;
      expect(diagnosisSchema.parse(diagnosis)).toEqual(diagnosis);
      const fromJson: unknown = JSON.parse(JSON.stringify(diagnosis));
      expect(fromJson).toEqual(diagnosis); // no undefined, no infinity, no Map
      expect([valid(fromJson), valid.errors]).toEqual([true, null]);
    }), { numRuns, seed: 42 });
  });

  test.each([['another version', { version: 1 }], ['a key more', { score: 7 }], ['a key less', { parts: undefined }], ['a share above one', { outsideYourControl: 1.5 }], ['an unknown verdict', { headline: { verdict: 'your-fault', text: '' } }]])('but not %s', (_what, change) => {
    const result = safeDiagnose({ outcome: 'rejected' }, { pack: tinyPack });
    expect(diagnosisSchema.safeParse({ ...(result.ok ? result.value : {}), ...change }).success).toBe(false);
  });
});

test('the schema of diagnoses accepts those of several interviews, to the last digit', () => {
  fc.assert(fc.property(fc.array(consistentAnswersTo(corePack), { minLength: 2, maxLength: 3 }), interviews => {
    expect(diagnosisSchema.safeParse(diagnoseHistory(interviews, { asOf: AS_OF })).error).toBeUndefined();
  }), { numRuns: 100, examples: [[[{}, { manners: ['spoke-over', 'hurried-them'], 'told-next': ['close-call'], 'hired-person': 'insider', 'employer-conduct': [] }]]] });
});

describe('the published schemas', () => {
  const published = (name: string): Record<string, unknown> => JSON.parse(readFileSync(`dist/schemas/${name}.schema.json`, 'utf8')) as Record<string, unknown>;
  const names = ['answers', 'beliefs', 'cause', 'diagnosis', 'extending-pack', 'pack', 'questions', 'sources'];

  test('are there, all of them', () => {
    expect(readdirSync('dist/schemas').sort()).toEqual(names.map(name => `${name}.schema.json`));
  });

  test.each(names)('%s is draft-07, has a title and can be used', name => {
    expect(published(name)).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#', title: expect.stringMatching(/afterview/) as string });
    expect(() => new Ajv().compile(published(name))).not.toThrow();
  });

  test('describe an object, or the list that the file is', () => {
    const lists = ['beliefs', 'sources'];
    expect(names.map(name => [name, published(name)['type']])).toEqual(names.map(name => [name, lists.includes(name) ? 'array' : 'object']));
  });

  test('those of answers and of diagnoses are those of the library', () => {
    expect(published('answers')).toEqual(JSON.parse(JSON.stringify(jsonSchemaOf(answersFileSchema(core), String(published('answers')['title'])))));
    expect(published('diagnosis')).toEqual(JSON.parse(JSON.stringify(jsonSchemaOf(diagnosisSchema, String(published('diagnosis')['title'])))));
  });

  test('those of a pack accept every file of the core pack', () => {
    for (const file of readdirSync('rules', { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.yaml'))) {
      const kind = file.startsWith('questions') ? 'questions' : names.find(name => file === `${name}.yaml`) ?? 'cause';
      const valid = new Ajv().compile(published(kind));
      expect([file, valid(parse(readFileSync(`rules/${file}`, 'utf8'))), valid.errors]).toEqual([file, true, null]);
    }
  });
});

describe('a form that knows only the Standard Schema', () => {
  test('finds the same problems in answers, at the same places', () => {
    let refused = 0;
    fc.assert(fc.property(answered, ([pack, answers]) => {
      const schema = answersSchema(pack);
      const { vendor, version, validate } = schema['~standard'];
      const result = validate(answers);
      if (result instanceof Promise) throw new Error('answers are checked at once');
      const issues = (schema.safeParse(answers).error?.issues ?? []).map(({ path, message }) => ({ path, message }));
      refused += Number(issues.length > 0);
      expect([vendor, version]).toEqual(['zod', 1]);
      expect((result.issues ?? []).map(({ path, message }) => ({ path, message }))).toEqual(issues);
      if (!result.issues) expect(result.value).toEqual(answers);
    }), { numRuns: 300, seed: 41 });
    expect(refused).toBeGreaterThan(50);
  });
});
