import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ExplainedHistory, explainHistory } from '../../../src/inference/history/explainHistory.ts';
import { explainTogether } from '../../../src/inference/history/pattern.ts';
import type { WeighedInterview } from '../../../src/inference/history/players.ts';
import { readInterview } from '../../../src/inference/readInterview.ts';
import { type Engine, engineOf } from '../../../src/interview/engine.ts';
import type { Cause, Pack } from '../../../src/pack/pack.ts';
import { sealed } from '../../../src/pack/sealed.ts';
import { type Answered, arbitraryPack, AS_OF, bareCause, barePack, consistentAnswersTo } from '../../arbitraryPack.ts';

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

describe('what recurs', () => {
  const ids = ['often', 'rarer', 'harmless', 'same'];
  const strengths = [0.3, 0.5, 0.001, 0.3];
  const pack: Pack = {
    ...barePack(0.1, 0, ids.map((id, question): Cause => ({ ...bareCause(id, 0.5, strengths[question]), signs: [{ when: { test: 'chosen', question, options: [0] }, speaks: 'for', because: 'It shows.', keep: false }] }))),
    questions: ids.map(id => ({ id, kind: 'yes-no', section: 'all', ask: 'Was it so?', dontKnow: 0, options: ['yes', 'no'].map(option => ({ id: option, says: option, typical: 0.5 })) })),
  };

  /** Interviews by what shows in each: in how many of them each cause recurs, in order. */
  function recurring(...told: readonly (readonly [shows: string, failed: boolean | null])[]): readonly (readonly [string | undefined, number])[] {
    const { engine: { baseline: { prepared }, unasked }, interviews } = readAll({ pack, answers: told.map(([shows, failed]) => [Object.fromEntries(shows.split(' ').filter(Boolean).map(id => [id, 'yes'])), failed]) });
    return explainTogether(prepared, interviews, unasked)?.pattern.recurring.map(({ cause, interviews: count }) => [ids[cause], count]) ?? [];
  }

  test('shows in more than half of the interviews, and in two at least, the oftenest first', () => {
    expect(recurring(['often', true], ['often rarer', true], ['often rarer', true])).toEqual([['often', 3], ['rarer', 2]]);
    expect(recurring(['often', true], ['often', true], ['', true], ['', true])).toEqual([]);
    expect(recurring(['often', true], ['', false])).toEqual([]);
  });

  test('counts what is open, and not what went on', () => {
    expect(recurring(['often', true], ['often', null], ['', false], ['', false])).toEqual([['often', 2]]);
    expect(recurring(['often', true], ['often', false], ['', true])).toEqual([]);
  });

  test('comes by its share where it shows equally often, then in the order of the pack', () => {
    expect(recurring(['often rarer same', true], ['often rarer same', true])).toEqual([['rarer', 2], ['often', 2], ['same', 2]]);
  });

  test('is nothing that can hardly have decided', () => {
    expect(recurring(['harmless', true], ['harmless', true])).toEqual([]);
  });
});

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
      const { lasting, lastingAtFirst, standing, next, causes, failures } = together.pattern;
      const byItself = explain(latest, []);
      expect(lastingAtFirst).toBeCloseTo(byItself.lastingShare, 10);
      expect([together.pattern.interviews, failures]).toEqual([interviews.length, answers.filter(([, failed]) => failed === true).length]);
      const first = new Map(byItself.lasting.map(({ cause, presence }) => [cause, presence]));
      expect(causes.map(({ cause }) => cause).sort((a, b) => a - b)).toEqual(ofLatest.lasting.map(({ cause }) => cause));
      for (const { cause, presence } of ofLatest.lasting) {
        const ours = causes.find(each => each.cause === cause);
        expect(ours?.presence).toBeCloseTo(presence, 10);
        expect(ours?.presenceAtFirst).toBeCloseTo(first.get(cause) ?? presence, 10);
      }
      const gains = causes.map(({ presence, presenceAtFirst }) => presence - presenceAtFirst);
      expect(gains).toEqual(gains.toSorted((a, b) => b - a));
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
