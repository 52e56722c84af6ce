import type { PackScope } from './compileCause.ts';
import type { FunnelRate } from '../../pack/logic.ts';
import type { PackFile } from '../files/fileSchemas.ts';
import { compileSourced, probabilityOf } from './compileSourced.ts';

type Words = NonNullable<PackFile['funnel']>;

const steps = [
  { from: 'sent', to: 'screens' },
  { from: 'screens', to: 'first-interviews' },
  { from: 'first-interviews', to: 'second-interviews' },
  { from: 'second-interviews', to: 'offers' },
] as const;

/** Compiles how many usually pass from each stage of a search to the next, in order. */
export function compileFunnel(words: Words, scope: PackScope): readonly FunnelRate[] {
  return steps.map(({ from, to }) => {
    const rate = words[to];
    const path = ['funnel', to];
    const [value, lowest, highest] = [rate.value, ...rate.range].map(probabilityOf) as [number, number, number];
    const spreads = 0 < lowest && lowest < value && value < highest && highest < 1;
    if (!spreads && lowest <= value && value <= highest) {
      const at = [...path, 'range'];
      scope.problems.push({ code: 'out-of-range', message: `${rate.range.join(' to ')} around ${rate.value} is no spread between people`, hint: 'give the central 95% of people: below and above the value, between 0% and 100%', path: at, at: scope.file.place(at) });
    }
    return { from, to, rate: { ...compileSourced(rate.value, rate, path, scope), range: [lowest, highest] } };
  });
}
