/** The middle one of numbers in order, or another quantile of them, such as a quartile. */
export function quantile(ordered: readonly number[], part = 0.5): number {
  const at = part * (ordered.length - 1);
  const [below, above] = [ordered[Math.floor(at)], ordered[Math.ceil(at)]];
  if (below === undefined || above === undefined) throw new RangeError('there is nothing to take the middle of');
  return below + (above - below) * (at - Math.floor(at));
}
