import fc from 'fast-check';
import type { NoisyOr } from '../inference/no/noisyOr.ts';
import type { exactPlayers } from './comparison.ts';
import type { HiddenExactly } from './exactWorlds.ts';
import { exactly, one } from './rational.ts';

/** Ordinary chances, and among them impossible and certain ones, equal ones, and those next to both ends. */
function chance(...ends: readonly number[]): fc.Arbitrary<number> {
  return fc.oneof(
    { arbitrary: fc.constantFrom(0, 1, 0.5, 0.3, 1e-9, 1 - 1e-9, 1 - 1e-16, ...ends), weight: 2 },
    { arbitrary: fc.integer({ min: 1, max: 999 }).map(thousandths => thousandths / 1000), weight: 2 },
    { arbitrary: fc.double({ min: 1e-5, max: 1, noNaN: true }), weight: 1 },
  );
}

/** Two chances multiply to no less than 1e-290, where doubles still have all their digits. */
const strength = chance(1e-280, 1e-150);

/** Networks of one to six causes, some of them twins, of whom one player at least can fire. */
export const extremeNetworks: fc.Arbitrary<NoisyOr> = fc.record({
  causes: fc.array(fc.record({ presence: chance(), strength }), { minLength: 1, maxLength: 5, size: 'max' }),
  twin: fc.boolean(), background: strength, standing: strength,
}).filter(({ causes, background, standing }) => background + standing > 0 || causes.some(each => each.presence * each.strength > 0))
  .map(({ causes, twin, background, standing }) => ({ causes: twin ? [...causes, ...causes.slice(0, 1)] : causes, background, levels: [{ stops: standing, weight: 1 }] }));

/** The players of a network without rounding. */
export function exactPlayersOf({ causes, background, levels }: NoisyOr): Pick<ReturnType<typeof exactPlayers>, 'always'> & { readonly causes: readonly HiddenExactly[] } {
  const stops = [background, ...levels.map(level => level.stops)];
  return {
    causes: causes.map(each => ({ presence: exactly(each.presence), strength: exactly(each.strength) })),
    always: stops.map(each => ({ presence: one, strength: exactly(each) })),
  };
}
