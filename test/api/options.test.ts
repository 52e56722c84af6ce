import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { diagnose, type DiagnoseOptions, safeDiagnose, safeDiagnoseHistory } from '../../src/api/diagnose.ts';
import { safeNextQuestions } from '../../src/api/nextQuestions.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { AnswersError } from '../../src/base/errors.ts';
import type { Checked, Problem } from '../../src/base/problem.ts';
import { safeWhatIf } from '../../src/api/whatIf.ts';
import { tinyPack } from '../tinyPack.ts';

const answers = { outcome: 'rejected', arrival: 'late' } as const;
const pack: Pack = tinyPack;

/** Every call that takes options. */
const doors: readonly (readonly [string, (options: DiagnoseOptions) => Checked<unknown>])[] = [
  ['safeDiagnose', options => safeDiagnose(answers, options)],
  ['safeDiagnoseHistory', options => safeDiagnoseHistory([answers, answers], options)],
  ['safeNextQuestions', options => safeNextQuestions(answers, options)],
  ['safeWhatIf', options => safeWhatIf(answers, {}, options)],
];

function told(result: Checked<unknown>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ code, message, path }) => `${code} ${JSON.stringify(path)} ${message}`);
}

function thrower(): never {
  throw new Error('this is what a getter threw');
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

describe.each(doors)('%s tells what is wrong with its options', (_name, ask) => {
  const noObject = ['not-an-object [] options must be an object'];
  const noPack = (what: string): readonly string[] => [`wrong-kind ["pack"] “pack” takes a pack, not ${what}`];
  test.each<[string, unknown, readonly string[]]>([
    ['null', null, noObject],
    ['a number', 5, noObject],
    ['a list', [], noObject],
    ['a revoked proxy', revoked(), ['not-an-object [] options could not be read']],
    ['a getter that throws', Object.defineProperty({}, 'pack', { get: thrower, enumerable: true }), ['not-an-object [] options could not be read']],
    ['no pack', { pack: null }, noPack('nothing')],
    ['the name of a pack', { pack: 'core' }, noPack('“core”')],
    ['an empty pack', { pack: {} }, noPack('an object')],
    ['a list for a pack', { pack: [] }, noPack('a list')],
    ['a number for a pack', { pack: 7 }, noPack('7')],
    ['a revoked pack', { pack: revoked() }, noPack('an object')],
    ['half a pack', { pack: { id: 'x', questions: [], causes: [], contradictions: [] } }, noPack('an object')],
    ['a pack with an odd question', { pack: { ...pack, questions: [...pack.questions, { id: 'x', ask: 'X?', kind: 'essay' }] } }, noPack('an object')],
    ['a pack with an odd cause', { pack: { ...pack, causes: [{ id: 'x' }] } }, noPack('an object')],
    ['a pack on a prototype', { pack: Object.create(pack) as object }, noPack('an object')],
    ['a day that does not exist', { pack, asOf: '2026-02-30' }, ['out-of-range ["asOf"] “2026-02-30” is no day']],
    ['a misspelt option', { pack, asof: '2026-11-22' }, ['unknown-key ["asof"] “asof” is no option']],
    ['two at once', { pack, asof: '2026-11-22', asOf: 5 }, ['unknown-key ["asof"] “asof” is no option', 'out-of-range ["asOf"] 5 is no day']],
  ])('%s', (_what, options, problems) => {
    expect(told(ask(options as DiagnoseOptions))).toEqual(problems);
  });

  test('with the option that was meant', () => {
    const result = ask({ pack, asof: '2026-11-22' } as DiagnoseOptions);
    expect(result.ok ? [] : result.problems.map(({ hint }) => hint)).toEqual(['did you mean “asOf”?']);
  });

  test('and takes what is undefined, without a prototype, or a copy of a pack', () => {
    expect(told(ask({ pack: undefined, asOf: undefined }))).toEqual([]);
    expect(told(ask(Object.assign(Object.create(null) as object, { pack })))).toEqual([]);
    expect(ask({ pack: structuredClone(pack) })).toEqual(ask({ pack }));
    expect(ask({ pack: JSON.parse(JSON.stringify(pack)) as Pack })).toEqual(ask({ pack }));
  });

  test('and sees nothing that stands on the prototype of all objects', () => {
    const before = ask({ pack });
    try {
      Object.assign(Object.prototype, { asOf: '2026-02-30', pack: null, funnel: 5, whatIf: 5, most: 0 });
      expect(JSON.stringify(ask({ pack }))).toBe(JSON.stringify(before));
    } finally {
      for (const key of ['asOf', 'pack', 'funnel', 'whatIf', 'most']) Reflect.deleteProperty(Object.prototype, key);
    }
  });
});

test('options and answers are told together, and thrown by the throwing door', () => {
  const options = { pack, asOf: 'today' };
  expect(told(safeDiagnose({ arival: 'late' }, options))).toEqual(['out-of-range ["asOf"] “today” is no day', 'unknown-question ["arival"] no question is called “arival”']);
  expect(() => diagnose({ outcome: 'rejected' }, options)).toThrow(AnswersError);
});

test('a day that does not exist is told once for several interviews', () => {
  expect(told(safeDiagnoseHistory([answers, answers, answers], { pack, asOf: '2026-02-30' }))).toEqual(['out-of-range ["asOf"] “2026-02-30” is no day']);
});

describe('how many questions to give', () => {
  const asked = (most: unknown): readonly string[] => {
    const result = safeNextQuestions(answers, { pack, most: most as number });
    return result.ok ? result.value.questions.map(({ question }) => question) : told(result);
  };

  test.each([[Number.NaN], [null], [{}], [-1], [1.5], [10n], [Symbol('most')], ['2'], [Infinity]])('%o is told', most => {
    expect(asked(most)).toEqual([expect.stringMatching(/^wrong-kind \["most"\] “most” takes how many questions, not /)]);
  });

  test('0 is none, and a thousand are all that there are', () => {
    expect(asked(0)).toEqual([]);
    expect(asked(undefined)).toEqual(asked(1000).slice(0, 3));
    expect(asked(2)).toEqual(asked(1000).slice(0, 2));
  });

  test('is no option of other calls', () => {
    expect(told(safeDiagnose(answers, { pack, most: 2 } as DiagnoseOptions))).toEqual(['unknown-key ["most"] “most” is no option']);
  });
});

describe('problems are listed up to fifty', () => {
  const unknown = (count: number, word: string): object => Object.fromEntries(Array.from({ length: count }, (_, index) => [`${word}-${index}`, 1]));
  const last = (result: Checked<unknown>): Problem | undefined => (result.ok ? undefined : result.problems.at(-1));

  test('with one that counts the others', () => {
    const result = safeDiagnose(unknown(53, 'arrivals'), { pack });
    expect(result).toMatchObject({ ok: false, problems: { length: 51 } });
    expect(last(result)).toEqual({ code: 'too-many', message: 'and 3 more', hint: 'mend these first', path: [] });
    expect(safeDiagnose(unknown(50, 'arrivals'), { pack })).toMatchObject({ problems: { length: 50 } });
    expect(last(safeNextQuestions(unknown(53, 'arrivals'), { pack }))?.message).toBe('and 3 more');
    expect(last(safeWhatIf(answers, { answers: unknown(53, 'arrivals') }, { pack }))?.message).toBe('and 3 more');
  });

  test('and of all interviews together, within a moment', () => {
    const start = performance.now();
    const result = safeDiagnoseHistory(Array.from({ length: 100 }, (_, index) => unknown(999, `a-question-of-${index}-that-nobody-asked`)));
    expect(performance.now() - start).toBeLessThan(8000); // some one and a half seconds; forty when every name is looked up
    expect(last(result)?.message).toBe('and 99850 more');
  });
});

test('the core pack and packs that were read cannot be changed by those who get them', () => {
  for (const each of [corePack, tinyPack] as readonly Pack[]) {
    expect(() => { (each.questions[0] as { ask: string }).ask = 'Spoilt?'; }).toThrow(TypeError);
    expect(() => { (each.causes as unknown[]).pop(); }).toThrow(TypeError);
    const open: object[] = [];
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) open.push(value);
      Object.values(value).forEach(visit);
    };
    visit(each);
    expect(open).toEqual([]);
  }
});
