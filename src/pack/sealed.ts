/**
 * The same plain data, frozen all the way down: whoever gets hold of a part of it cannot change it for others. Its
 * objects lose their prototype, so that what is left out of them is not found on `Object.prototype` either.
 */
export function sealed<T>(data: T): T {
  if (typeof data !== 'object' || data === null || Object.isFrozen(data)) return data;
  for (const part of Object.values(data)) sealed(part);
  if (!Array.isArray(data)) Object.setPrototypeOf(data, null);
  return Object.freeze(data);
}
