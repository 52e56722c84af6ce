import { PackError } from '../base/errors.ts';

/**
 * The text, or the texts, under a key, as an own property: nothing else that a name leads to is one.
 *
 * @throws PackError when there is none
 */
export function textOf<T extends object, K extends keyof T & (string | number)>(texts: T, key: K): NonNullable<T[K]> {
  const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
  if (text === undefined || text === null) throw new PackError([{ code: 'missing-key', message: `the words lack a text: ${key}`, hint: 'write it into the words of this language', path: [key] }]);
  return text;
}
