import fc from 'fast-check';
import type { Effort } from '../../src/pack/effort.ts';
import type { Cause, Fix, Pack } from '../../src/pack/pack.ts';
import { arbitraryPack } from '../arbitraryPack.ts';
import { sealedPack } from '../../src/pack/sealed.ts';

const efforts: readonly Effort[] = ['minutes', 'evening', 'weekend', 'weeks'];

interface Changes {
  readonly follows: boolean;
  readonly lifts: Fix['lifts'];
  readonly exclude: boolean;
  readonly effort: Effort;
}

const changes: fc.Arbitrary<Changes> = fc.record({
  follows: fc.boolean(), lifts: fc.constantFrom(undefined, 'nerve' as const, 'support' as const), exclude: fc.boolean(), effort: fc.constantFrom(...efforts),
});

/** Packs some of whose causes follow the person, with fixes of every effort that some answers forbid. */
export function arbitraryPlannedPack(): fc.Arbitrary<Pack> {
  return fc.record({ pack: arbitraryPack(), by: fc.array(changes, { minLength: 8, maxLength: 8 }) })
    .map(({ pack, by }) => sealedPack({ ...pack, causes: pack.causes.map((cause, index) => changed(cause, by[index % by.length])) }));
}

function changed(cause: Cause, by: Changes | undefined): Cause {
  if (!by) return cause;
  return { ...cause, scope: by.follows ? 'candidate' : 'interview', fixes: cause.fixes.map(fix => changedFix(fix, by)) };
}

function changedFix({ when, ...fix }: Fix, { lifts, exclude, effort }: Changes): Fix {
  return { ...fix, effort, ...(lifts && { lifts }), ...(when && (exclude ? { unless: when } : { when })) };
}
