/**
 * The text, or the texts, under a key, as an own property: nothing else that a name leads to is one.
 *
 * @throws TypeError when there is none
 */
export function textOf<T extends object, K extends keyof T & (string | number)>(texts: T, key: K): NonNullable<T[K]> {
  const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
  if (text === undefined || text === null) throw new TypeError(`the words lack a text: ${key}`);
  return text;
}
