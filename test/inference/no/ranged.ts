import fc from 'fast-check';
import type { Figure } from '../../../src/pack/logic.ts';
import type { Cause, Pack } from '../../../src/pack/pack.ts';
import { arbitraryPack } from '../../arbitraryPack.ts';

/** Packs whose numbers have ranges, from next to nothing to wide ones; the causes are few enough to visit all worlds. */
export function rangedPack(mostCauses = 8): fc.Arbitrary<Pack> {
  const part = fc.integer({ min: 0, max: 100 }).map(hundredths => hundredths / 100);
  const ends = fc.record({ low: part, high: part });
  return fc.record({ pack: arbitraryPack().filter(({ causes }) => causes.length <= mostCauses), by: fc.array(ends, { minLength: 17, maxLength: 17 }) })
    .map(({ pack, by }) => {
      const ranged = <T extends Figure>(number: T, at: number): T => {
        const { low, high } = by[at] ?? { low: 0, high: 0 };
        return { ...number, range: [number.value * (1 - low), number.value + (1 - number.value) * high] };
      };
      const causes = pack.causes.map((cause, at): Cause => ({
        ...cause, baseRate: ranged(cause.baseRate, 2 * at), ...(cause.strength && { strength: ranged(cause.strength, 2 * at + 1) }),
      }));
      return { ...pack, background: ranged(pack.background, 16), causes };
    });
}

/** A probability moved on the scale of log-odds; what is certain stays certain. */
export function movedBy(probability: number, by: number): number {
  if (probability === 0 || probability === 1) return probability;
  return 1 / (1 + Math.exp(-(Math.log(probability) - Math.log1p(-probability) + by)));
}
