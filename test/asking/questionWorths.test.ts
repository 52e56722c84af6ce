import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepare } from '../../src/api/prepare.ts';
import type { Contenders } from '../../src/asking/contenders.ts';
import { type Asking, askingOf, movedMost, questionWorths, worthOf } from '../../src/asking/questionWorths.ts';
import { corePack } from '../../src/core/corePack.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { type Answered, arbitraryPack, AS_OF, consistentAnswersTo } from '../arbitraryPack.ts';
import { engineOf, readBy } from '../engineOf.ts';
import { examples, expectedMoves, onlyVisible, openTo } from './expectedChange.ts';

const shown = arbitraryPack().chain(pack => consistentAnswersTo(pack).map(answers => ({ pack, answers: onlyVisible(pack, answers) })));

function askingBy(pack: Pack, answers: Answered): Asking {
  const engine = engineOf(pack);
  const { known: { reading }, weighed } = readBy(engine, answers, AS_OF);
  return askingOf(engine.baseline, reading, weighed, engine.likely);
}

test('each question that is open has its worth, in the order of the pack, but for dates, days that a date tells, and those that were put', () => {
  fc.assert(fc.property(shown, fc.nat(), ({ pack, answers }, pick) => {
    const asking = askingBy(pack, answers);
    const worths = questionWorths(asking);
    expect(worths.map(({ question }) => pack.questions[question]?.id)).toEqual(openTo(pack, answers).filter(open => asking.trial.answers[pack.questions.findIndex(({ id }) => id === open.id)] === undefined).map(({ id }) => id));
    const put = worths[pick % worths.length]?.question ?? -1;
    expect(questionWorths(asking, new Set([put]))).toEqual(worths.filter(({ question }) => question !== put));
  }), { numRuns: 100 });
});

test('how likely another cause comes first, and which shares move most, is what trying out each answer in the whole diagnosis gives', () => {
  let [overtaking, moving] = [0, 0];
  fc.assert(fc.property(shown, ({ pack, answers }) => {
    const asking = askingBy(pack, answers);
    for (const { question, overtakes } of questionWorths(asking)) {
      const asked = pack.questions[question];
      const expected = asked && expectedMoves(pack, answers, asked);
      if (!expected) continue; // rounding decides
      expect(overtakes).toBeCloseTo(expected.overtakes, 9);
      const most = expected.moved.toSorted((a, b) => b - a).slice(0, 2);
      const ours = movedMost(asking, question).map(cause => expected.moved[cause] ?? Number.NaN);
      most.forEach((by, place) => { expect(ours[place] ?? 0).toBeCloseTo(by, 8); });
      expect(ours.length).toBeLessThanOrEqual(2);
      overtaking += Number(overtakes > 0.01);
      moving += Number((most[0] ?? 0) > 0.01);
    }
  }), { numRuns: 200, seed: 7, examples: examples.map((example): [typeof example] => [example]) });
  expect(Math.min(overtaking, moving)).toBeGreaterThan(0);
});

test('what moves no share names no cause', () => {
  fc.assert(fc.property(shown, ({ pack, answers }) => {
    const deaf = { ...pack, causes: pack.causes.map(({ baseRate, strength, ...cause }) => ({ ...cause, signs: [], baseRate: { ...baseRate, when: [] }, ...(strength && { strength: { ...strength, when: [] } }) })) };
    const asking = askingBy(deaf, answers);
    for (const { question, change } of questionWorths(asking)) expect([change, movedMost(asking, question)]).toEqual([0, []]);
  }), { numRuns: 50 });
});

/** As the definition has it: two parts of how near each cause is to coming first, one of which one does. */
function apart(one: Contenders, other: Contenders): number {
  const variation = one.nearness.reduce((sum, near, cause) => sum + Math.abs(near - (other.nearness[cause] ?? Number.NaN)), 0) / 2;
  return (2 * variation + Number(one.leader !== other.leader)) / 3;
}

test.each([['no-reply', {}], ['no-reply', { arrival: 'late', 'minutes-late': 25 }], ['waiting', {}]] as const)('after %s and %j, how long it has been silent tells what an interview with so many days does', (outcome, more) => {
  const question = corePack.questions.findIndex(({ id }) => id === 'days-since-interview');
  const asked = corePack.questions[question];
  if (asked?.kind !== 'number') throw new Error('it asks for days');
  const answers = { outcome, ...more };
  const asking = askingBy(corePack, answers);
  const tried = asked.typical.flatMap(({ value, share }) => {
    const given = { ...answers, [asked.id]: value };
    return prepare().safeInterview(given, { asOf: AS_OF }).ok ? [{ share, by: apart(asking.before, askingBy(corePack, given).before) }] : [];
  });
  const whole = tried.reduce((sum, { share }) => sum + share, 0);
  const expected = (1 - asked.dontKnow) * tried.reduce((sum, { share, by }) => sum + (share * by) / whole, 0);
  expect(expected).toBeGreaterThan(0.001);
  expect(worthOf(asking, question).change).toBeCloseTo(expected, 9);
});
