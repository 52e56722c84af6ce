import type { Lasting, PastInterview } from './lasting.ts';
import type { View } from './view.ts';
import { bestSplit, splitBy, type WorldSplit } from './worldSplit.ts';

/** Views that are summed in one walk through the worlds. */
export interface Walk {
  readonly split: WorldSplit;
  readonly views: readonly View[];
}

/**
 * The walks that take the least time: one for all views, in which every cause is enumerated, as what they share is most
 * of the work; or one for each view, in which all outcomes count alike and causes may be thinned.
 *
 * @param others - interviews whose outcome counts in all views
 */
export function walksFor(lasting: Lasting, others: readonly PastInterview[], views: readonly View[]): readonly Walk[] {
  const levels = lasting.levels.length;
  const modes = (of: readonly View[]): number => of.reduce((sum, { times }) => sum + 1 + times.length, 0);
  const used = usedIn(lasting, [...others, ...views.flatMap(({ explained, besides }) => [explained, ...besides])]);
  const together: Walk = { split: splitBy(used, [], others, { levels, views: views.length, modes: modes(views) }), views };
  const apart = views.map((view): Walk => {
    const known = [...others, ...view.besides];
    return { split: bestSplit(usedIn(lasting, [view.explained, ...known]), known, { levels, views: 1, modes: modes([view]) }), views: [{ ...view, besides: [] }] };
  });
  return nanosecondsOf([together]) < nanosecondsOf(apart) ? [together] : apart;
}

/** About how many nanoseconds they take on an ordinary machine. */
export function nanosecondsOf(walks: readonly Walk[]): number {
  return walks.reduce((sum, { split }) => sum + split.cost, 0);
}

/** Lasting causes that may fire in some interview. */
function usedIn({ presence }: Lasting, all: readonly PastInterview[]): readonly number[] {
  return [...presence.keys()].filter(j => all.some(({ strengths }) => (strengths[j] ?? 0) > 0));
}
