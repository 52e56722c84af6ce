/** A version is three numbers. */
type Version = readonly [number, number, number];

/** What a pack needs of another one: its id, and a version or the first of those that are compatible (`^`). */
export const requirement = /^([a-z][a-z0-9-]*) (\^?)(\d+)(?:\.(\d+))?(?:\.(\d+))?$/;

/**
 * Whether a pack is what another one requires: `core ^1.2` takes every 1.x from 1.2.0 on, `core ^0.1` every 0.1.x, as
 * npm reads them; `core 1.2.0` that version alone.
 */
export function accepts(required: string, id: string, version: string): boolean {
  const [, name, caret, ...numbers]: readonly (string | undefined)[] = requirement.exec(required) ?? [];
  const wanted = numbers.map(number => Number(number ?? 0)) as unknown as Version;
  const given = version.split('.').map(Number) as unknown as Version;
  if (name !== id) return false;
  if (caret === '') return compare(given, wanted) === 0;
  const fixed = wanted.findIndex(number => number > 0);
  return compare(given, wanted) >= 0 && given.slice(0, (fixed < 0 ? 0 : fixed) + 1).join() === wanted.slice(0, (fixed < 0 ? 0 : fixed) + 1).join();
}

function compare(one: Version, other: Version): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}
