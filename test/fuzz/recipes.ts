import fc from 'fast-check';

/**
 * How to make a value, as JSON: so that a hostile one, be it a proxy that throws, can be kept in a file, made again and
 * made smaller. Texts, numbers, truth values, null and lists stand for themselves; anything else is an object with `$`.
 */
export type Recipe = string | number | boolean | null | readonly Recipe[] | { readonly $: 'object'; readonly of: readonly (readonly [key: string, value: Recipe])[] } | { readonly $: Odd; readonly of?: Recipe };

/** One for all, as each has numbers of its own that are shown. */
const promise = Promise.resolve('late');

const throwing = (): never => { throw new Error('this is what a getter threw'); };

class Sheet {
  constructor(readonly outcome: unknown) {}
}

/** Values that no JSON can hold, each around another one. */
const odds = {
  undefined: () => undefined,
  nan: () => Number.NaN,
  infinity: () => Number.POSITIVE_INFINITY,
  'minus nought': () => -0,
  bigint: () => 3n,
  symbol: () => Symbol.for('odd'),
  function: of => () => of,
  date: () => new Date(0),
  'broken date': () => new Date(Number.NaN),
  map: of => new Map([['outcome', of]]),
  set: of => new Set([of]),
  class: of => new Sheet(of),
  boxed: of => Object(of) as unknown,
  regexp: () => /x/,
  error: () => Object.assign(new Error('odd'), { stack: '' }),
  promise: () => promise,
  bytes: () => Uint8Array.of(1, 2, 3),
  'weak map': () => new WeakMap(),
  'array-like': of => ({ 0: of, length: 1 }),
  hole: of => Object.assign(new Array<unknown>(2), { 1: of }),
  'huge list': () => new Array<unknown>(2 ** 32 - 1),
  'list with a key': of => Object.assign([of], { outcome: 'rejected' }),
  'item that throws': of => Object.defineProperty([of], 0, { get: throwing }),
  'null prototype': of => Object.assign(Object.create(null) as object, of),
  inherited: of => Object.create(Object(of) as object) as unknown,
  'own hasOwnProperty': of => Object.create({ hasOwnProperty: () => true, outcome: of }) as unknown,
  'getter that throws': () => Object.defineProperty({}, 'outcome', { get: throwing, enumerable: true }),
  getter: of => Object.defineProperty({}, 'outcome', { get: () => of, enumerable: true }),
  'getter that counts': () => { let calls = 0; return Object.defineProperty({}, 'minutes-late', { get: () => (calls += 1), enumerable: true }); },
  hidden: of => Object.defineProperty({}, 'outcome', { value: of, enumerable: false }),
  'symbol key': of => ({ [Symbol.for('outcome')]: of }),
  'booby trap': () => ({ toString: throwing, valueOf: throwing, toJSON: throwing, [Symbol.toPrimitive]: throwing }),
  thenable: of => ({ then: throwing, of }),
  proxy: of => new Proxy(Object(of) as object, {}),
  'revoked proxy': () => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; },
  'proxy without keys': of => new Proxy(Object(of) as object, { ownKeys: throwing }),
  'proxy without values': of => new Proxy(Object(of) as object, { get: throwing }),
  'proxy without descriptors': of => new Proxy(Object(of) as object, { getOwnPropertyDescriptor: throwing }),
  'proxy without a prototype': of => new Proxy(Object(of) as object, { getPrototypeOf: throwing }),
  'proxy with every key': () => new Proxy({}, { has: () => true, get: (_of, key) => (key === 'length' ? 2 ** 31 : 'late') }),
  cycle: () => { const cycle: Record<string, unknown> = {}; cycle['outcome'] = cycle; return cycle; },
  'list in itself': () => { const list: unknown[] = []; list.push(list); return list; },
  'deep object': of => Array.from({ length: 1000 }).reduce<unknown>(inner => ({ outcome: inner }), of),
  'deep list': of => Array.from({ length: 1000 }).reduce<unknown>(inner => [inner], of),
  'long text': () => 'late'.repeat(50_000),
  'many keys': () => Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`asked-${index}`, 'late'])),
  'long list': of => new Array<unknown>(5000).fill(of),
} as const satisfies Readonly<Record<string, (of: unknown) => unknown>>;

export type Odd = keyof typeof odds;

/** Makes the value; the keys of an object are its own, whatever they are called. */
export function make(recipe: Recipe): unknown {
  if (typeof recipe !== 'object' || recipe === null) return recipe;
  if (isList(recipe)) return recipe.map(make);
  if (recipe.$ !== 'object') return odd(recipe.$, make(recipe.of ?? null));
  const object = {};
  for (const [key, value] of recipe.of) Object.defineProperty(object, key, { value: make(value), enumerable: true, configurable: true, writable: true });
  return object;
}

/** Nothing, where what it goes around throws already when it is made. */
function odd(kind: Odd, of: unknown): unknown {
  try {
    return (odds[kind] as (of: unknown) => unknown)(of);
  } catch {
    return undefined;
  }
}

function isList(recipe: Recipe): recipe is readonly Recipe[] {
  return Array.isArray(recipe);
}

/** Texts that people and programs write, and some that nobody would. */
export const oddTexts = [
  '', ' ', 'unknown', 'none', 'yes', 'no', 'true', 'Late', 'late ', 'ｌate', 'lāte', 'la\u0304te', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', '0', '-1', '1e400',
  '2026-11-10', '2026-02-30', '2026-11-10T00:00', '0000-00-00', '\ufeff', '\u0000', '\u001b[31m', '\u202e', '\ud800', '😀', '👩‍👩‍👧', '\u2028', '<script>', '${x}', '{{x}}', "'; --", '../../x', 'x'.repeat(5000), 'e\u0301'.repeat(300), '\n'.repeat(300),
] as const;

export const oddNumbers = [0, 1, 2, 3, 5, 15, 20, 100, 241, -1, 0.5, 1e9, 2 ** 53, 1e308, 5e-324] as const;

/** Any value: mostly small and plain, now and then one that no JSON can hold. */
export const anyRecipe: fc.Arbitrary<Recipe> = fc.letrec<{ value: Recipe; odd: Recipe; object: Recipe; list: Recipe; scalar: Recipe }>(tie => ({
  scalar: fc.oneof(fc.constantFrom<Recipe[]>(...oddTexts), fc.constantFrom<Recipe[]>(...oddNumbers), fc.constantFrom<Recipe[]>(true, false, null), fc.string({ unit: 'binary', maxLength: 12 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
  list: fc.array(tie('value'), { maxLength: 4 }),
  object: fc.array(fc.tuple(fc.oneof(fc.constantFrom(...oddTexts), fc.string({ maxLength: 8 })), tie('value')), { maxLength: 4 }).map(of => ({ $: 'object' as const, of })),
  odd: fc.tuple(fc.constantFrom(...Object.keys(odds) as Odd[]), tie('value')).map(([$, of]) => ({ $, of })),
  value: fc.oneof({ depthSize: 'small' }, { arbitrary: tie('scalar'), weight: 6 }, { arbitrary: tie('odd'), weight: 4 }, { arbitrary: tie('list'), weight: 1 }, { arbitrary: tie('object'), weight: 1 }),
})).value;
