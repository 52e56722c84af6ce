import type { Pack } from './pack.ts';

/** Packs that nobody can change any more, down to their last part. */
const packs = new WeakSet<object>();

/** A whole pack, sealed, and known as such from now on. */
export function sealedPack<P extends Pack>(pack: P): P {
  packs.add(sealed(pack));
  return pack;
}

/** Whether a pack was sealed: one that is only frozen on the outside, or was copied since, was not. */
export function isSealed(value: unknown): value is Pack {
  return typeof value === 'object' && value !== null && packs.has(value);
}

/**
 * The same plain data, frozen all the way down: whoever gets hold of a part of it cannot change it for others. Objects
 * that may leave a key out lose their prototype, so that it is not found on `Object.prototype` either; conditions leave
 * out nothing, and are looked at so often that they keep theirs, as objects with one are faster.
 */
export function sealed<T extends object>(data: T): T {
  seal(data);
  return data;
}

/**
 * Nothing is called for texts and numbers, which are most of what there is, and keys are not listed: the core pack is
 * sealed before it is used for the first time, and listing them takes three times as long.
 */
function seal(whole: object): void {
  if (Object.isFrozen(whole)) return;
  if (Array.isArray(whole)) {
    for (const part of whole as readonly unknown[]) if (typeof part === 'object' && part !== null) seal(part);
  } else {
    for (const key in whole) {
      if (!Object.hasOwn(whole, key)) continue;
      const part = (whole as Readonly<Record<string, unknown>>)[key];
      if (typeof part === 'object' && part !== null) seal(part);
    }
    if (!Object.hasOwn(whole, 'test')) Object.setPrototypeOf(whole, null);
  }
  Object.freeze(whole);
}
