import type { Reading } from '../answers/reading.ts';
import { openSignsOf } from '../evidence/findings.ts';
import type { Inferred } from '../interview/infer.ts';
import type { Pack, Question } from '../pack/pack.ts';
import type { PreparedCause } from '../pack/preparePack.ts';
import { applies } from '../plan/applies.ts';
import { adviceFor } from './advice.ts';
import { bandOf } from './band.ts';
import type { CauseDetails, Explanation, FixAdvice } from './diagnosis.ts';
import { evidenceOn } from './evidenceOf.ts';

/** A cause as a diagnosis tells of it: in full where some answer speaks for it. */
export function explanationOf(inferred: Inferred, cause: number): Explanation {
  const { engine: { baseline: { prepared } }, latest: { known: { reading } } } = inferred;
  const [{ weighed: { supported }, presence, share, necessity }, { ranges, first }] = [inferred.explained(), inferred.sensitivity()];
  const own = prepared.causes[cause] as PreparedCause;
  const { id, title, why, control, partOf } = own.cause;
  const general = prepared.causes[prepared.causeIndices.get(partOf ?? '') ?? -1]?.cause;
  const told = supported[cause] === 1;
  return {
    cause: id, title, why, control,
    generally: general ? { cause: general.id, title: general.title } : null,
    supported: told,
    presence: presence[cause] as number,
    share: share[cause] as number,
    shareRange: ranges.get(cause) ?? null,
    first: first.get(cause) ?? 0,
    necessity: necessity[cause] as number,
    band: { ...bandOf(presence[cause] as number) },
    ...evidenceOn(prepared, own, reading),
    unknown: told ? openOf(prepared.pack, own, reading) : [],
    fixes: told ? fixesFor(prepared.pack, own, reading) : [],
  };
}

/** A cause in full, whether or not some answer speaks for it. */
export function detailsOf(inferred: Inferred, cause: number): CauseDetails {
  const { engine: { baseline: { prepared } }, latest: { known: { reading } } } = inferred;
  const own = prepared.causes[cause] as PreparedCause;
  return {
    ...explanationOf(inferred, cause),
    shareRange: inferred.rangesOf([cause]).get(cause) as readonly [number, number],
    unknown: openOf(prepared.pack, own, reading),
    fixes: fixesFor(prepared.pack, own, reading),
  };
}

function openOf({ questions }: Pack, cause: PreparedCause, reading: Reading): Explanation['unknown'] {
  return openSignsOf(cause, reading).map(({ sign: { speaks, because }, questions: open }) => ({ speaks, because, questions: open.map(index => (questions[index] as Question).id) }));
}

function fixesFor(pack: Pack, { cause }: PreparedCause, reading: Reading): readonly FixAdvice[] {
  return cause.fixes.filter(fix => applies(fix, reading)).map(fix => adviceFor(pack, cause, fix, reading));
}
