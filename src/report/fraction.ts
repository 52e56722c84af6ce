/** Fractions as people say them: from the middle between two neighbours on, the next one is nearer. */
const fractions: readonly (readonly [number, string])[] = [
  [0.05, 'a twentieth'], [0.1, 'a tenth'], [0.2, 'a fifth'], [0.25, 'a quarter'], [1 / 3, 'a third'], [0.4, 'two fifths'], [0.5, 'half'],
  [0.6, 'three fifths'], [2 / 3, 'two thirds'], [0.75, 'three quarters'], [0.8, 'four fifths'], [0.9, 'nine tenths'],
];
const HARDLY = 0.025;
const NEARLY_ALL = 0.95;

/** “a third”: the nearest fraction that people say, for a part from 0 to 1. */
export function fraction(part: number): string {
  if (part < HARDLY) return 'next to nothing';
  if (part >= NEARLY_ALL) return 'nearly all';
  return fractions.reduce((best, each) => (Math.abs(each[0] - part) < Math.abs(best[0] - part) ? each : best))[1];
}

/** “about a third” and “ (anywhere from a fifth to a half)”, which is empty where both ends are the same. */
export function fractionWithin(part: number, [low, high]: readonly [number, number]): readonly [string, string] {
  const [middle, from, to] = [fraction(part), fraction(low), fraction(high)];
  return [/^(?:next|nearly)/.test(middle) ? middle : `about ${middle}`, from === to ? '' : ` (anywhere from ${from} to ${to})`];
}
