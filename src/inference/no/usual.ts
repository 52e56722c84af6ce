import { weigh } from '../../evidence/weigh.ts';
import type { Pack } from '../../pack/pack.ts';
import type { WeighedInterview } from '../history/players.ts';
import { explainNo } from './explainNo.ts';

const usual = new WeakMap<Pack, number>();

/** An interview of which nothing is known: every cause at its base rate. */
export function unaskedInterview(pack: Pack): WeighedInterview {
  const reading = pack.questions.map(() => undefined);
  return { weighed: pack.causes.map(cause => weigh(cause, reading)), failed: null };
}

/** Probability of a no before any answer; found once for a pack, as packs never change. */
export function usualChanceOfNo(pack: Pack): number {
  const known = usual.get(pack);
  if (known !== undefined) return known;
  const { chanceOfNo } = explainNo(pack, unaskedInterview(pack).weighed);
  usual.set(pack, chanceOfNo);
  return chanceOfNo;
}
