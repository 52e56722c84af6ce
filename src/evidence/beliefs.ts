import type { Prepared } from '../pack/preparePack.ts';
import { isShown } from './weigh.ts';

/**
 * Beliefs that the answers suggest, by index in the pack. One that denies the cause that comes first is left out: nobody
 * is told in one report that something decided and that it did not.
 *
 * @param first - index of the cause that comes first, if an answer speaks for it; −1 otherwise
 */
export function beliefsShown({ pack, beliefs }: Prepared, columns: readonly number[], first: number): readonly number[] {
  return pack.beliefs.flatMap(({ denies }, index) => (isShown(beliefs[index] as Prepared['beliefs'][number], columns) && denies !== first ? [index] : []));
}
