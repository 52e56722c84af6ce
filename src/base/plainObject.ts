import type { Checked } from './problem.ts';

/** More keys than this are not looked at one by one. */
const MOST_KEYS = 1000;

/**
 * The own entries of a plain object, read once each. Class instances, proxies that throw, getters that throw and
 * objects with a prototype of their own are refused; nothing inherited is ever read.
 *
 * @param what - how to name it in a message: “answers”
 * @param example - what it looks like
 */
export function plainEntries(value: unknown, what: string, example = '{ "question": "answer" }'): Checked<readonly (readonly [string, unknown])[]> {
  const refuse = (message: string, hint: string): Checked<never> => ({ ok: false, problems: [{ code: 'not-an-object', message, hint, path: [] }] });
  const hint = `pass ${what} as an object: ${example}`;
  try {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(`${what} must be an object`, hint);
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && (Object.getPrototypeOf(prototype) !== null || !Object.hasOwn(prototype as object, 'hasOwnProperty'))) {
      return refuse(`${what} must be a plain object`, hint);
    }
    const keys = Object.keys(value);
    if (keys.length > MOST_KEYS) return refuse(`${what} hold ${keys.length} keys, far more than there are questions`, hint);
    return { ok: true, value: keys.map(key => [key, (value as Readonly<Record<string, unknown>>)[key]] as const) };
  } catch {
    return refuse(`${what} could not be read`, 'pass a plain object without getters that throw');
  }
}

/** Whether a value of any origin is an object with a property of its own by this name; a proxy that throws has none. */
export function owns(value: unknown, name: string): boolean {
  try {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  } catch {
    return false;
  }
}

/** The items of a list, read once each; nothing when it is no list, or throws, or has more than a thousand. */
export function plainItems(value: unknown): readonly unknown[] | undefined {
  try {
    if (!Array.isArray(value) || value.length > MOST_KEYS) return undefined;
    return Array.from({ length: value.length }, (_, index): unknown => value[index]);
  } catch {
    return undefined;
  }
}
