import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ExplainedHistory, explainHistory } from '../../../src/inference/history/explainHistory.ts';
import { explainTogether } from '../../../src/inference/history/pattern.ts';
import type { WeighedInterview } from '../../../src/inference/history/players.ts';
import { readInterview } from '../../../src/inference/readInterview.ts';
import { type Engine, engineOf } from '../../../src/interview/engine.ts';
import type { Pack } from '../../../src/pack/pack.ts';
import { sealed } from '../../../src/pack/sealed.ts';
import { type Answered, arbitraryPack, AS_OF, consistentAnswersTo } from '../../arbitraryPack.ts';

/** A pack in which every other cause lasts, and two to five interviews, some of them still open, some gone on. */
const told = arbitraryPack().map((pack): Pack => ({ ...pack, causes: pack.causes.map((cause, index) => (index % 2 === 0 ? { ...cause, scope: 'candidate' } : cause)) }))
  .chain(pack => fc.record({ pack: fc.constant(pack), answers: fc.array(fc.tuple(consistentAnswersTo(pack), fc.constantFrom(true, true, false, null)), { minLength: 2, maxLength: 5 }) }));

/** The same with base rates that are the same for all, so that what lasts is, too, whichever interview is explained. */
const toldAlike = told.map(({ pack, answers }) => ({ pack: { ...pack, causes: pack.causes.map(cause => ({ ...cause, baseRate: { ...cause.baseRate, when: [] } })) }, answers }));

interface Told {
  readonly pack: Pack;
  readonly answers: readonly (readonly [Answered, boolean | null])[];
}

function readAll({ pack, answers }: Told): { readonly engine: Engine; readonly interviews: readonly WeighedInterview[] } {
  const engine = engineOf(sealed(structuredClone(pack)));
  const interviews = answers.map(([each, failed]) => {
    const result = readInterview(engine.baseline, each, AS_OF);
    if (!result.ok) throw new Error(result.problems[0]?.message);
    return { ...result.value, failed };
  });
  return { engine, interviews };
}

const numbersOf = ({ no, lasting, lastingShare, standingShare, person, before }: ExplainedHistory): readonly number[] => [
  no.chanceOfNo, no.background, no.standing, ...no.share, ...no.necessity, ...no.presence,
  ...lasting.map(({ presence }) => presence), lastingShare, standingShare, ...person.presence, person.standing, ...before.presence, before.standing,
];

describe('what is asked of several interviews at once', () => {
  test('is what each would be told alone, on 200 random packs and histories', () => {
    fc.assert(fc.property(toldAlike, ({ pack, answers }) => {
      const { engine: { baseline: { prepared }, unasked }, interviews } = readAll({ pack, answers });
      const explain = (explained: WeighedInterview, others: readonly WeighedInterview[]): ExplainedHistory => explainHistory(prepared, { explained, others, last: explained });
      const together = explainTogether(prepared, interviews, unasked);
      const last = interviews.at(-1);
      const latest = interviews.findLast(({ failed }) => failed === true) ?? last;
      if (!together || !last || !latest) throw new Error('there is no pattern');
      const without = (one: WeighedInterview): readonly WeighedInterview[] => interviews.filter(each => each !== one);
      const alone = numbersOf(explain(last, without(last)));
      numbersOf(together.history).forEach((value, index) => { expect(value).toBeCloseTo(alone[index] ?? Number.NaN, 10); });
      const [upNext, ofLatest] = [explain(unasked, interviews), explain(latest, without(latest))];
      const [afterNo, afterYes] = [true, false].map(failed => explain(latest, [...without(latest), { ...unasked, failed }]).lastingShare);
      const { lasting, standing, next } = together.pattern;
      const expected = [ofLatest.lastingShare, ofLatest.standingShare, 1 - upNext.no.chanceOfNo, afterNo, afterYes];
      [lasting, standing, next.advance, next.lastingAfterNo, next.lastingAfterYes].forEach((value, index) => { expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 10); });
    }), { numRuns: 200 });
  });

  test('does not depend on the order of the others, even where base rates depend on the answers', () => {
    fc.assert(fc.property(told, ({ pack, answers }) => {
      const { engine: { baseline: { prepared } }, interviews: [explained, ...others] } = readAll({ pack, answers });
      if (!explained) throw new Error('there is no interview');
      const turned = numbersOf(explainHistory(prepared, { explained, others: others.toReversed(), last: explained }));
      numbersOf(explainHistory(prepared, { explained, others, last: explained })).forEach((value, index) => { expect(value).toBeCloseTo(turned[index] ?? Number.NaN, 10); });
    }), { numRuns: 200 });
  });
});
