import fc from 'fast-check';

/** So many samples of a property are tried for each mutant: a law that a mutant breaks is mostly broken by the first ones. */
const MOST_RUNS = 20;

/** Fails without looking for a smaller sample and without writing the sample down, which for whole packs takes seconds. */
function failShortly({ failed, interrupted }: Pick<fc.RunDetails<unknown>, 'failed' | 'interrupted'>): void {
  if (failed) throw new Error(interrupted ? 'the property was interrupted' : 'the property does not hold');
}

function assertFew(property: fc.IRawProperty<unknown>, { numRuns = MOST_RUNS, ...parameters }: fc.Parameters<unknown> = {}): void | Promise<void> {
  const few = { ...parameters, numRuns: Math.min(numRuns, MOST_RUNS), endOnFailure: true };
  if (property.isAsync()) return fc.assert(property as fc.IAsyncProperty<unknown>, { ...few, asyncReporter: details => { failShortly(details); return Promise.resolve(); } });
  fc.assert(property as fc.IProperty<unknown>, { ...few, reporter: failShortly });
}

/** All of fast-check, with fewer samples in every property; the config puts it in the place of the other. */
export default { ...fc, assert: assertFew };
