import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeDiagnose } from '../../../src/api/diagnose.ts';
import { corePack } from '../../../src/core/corePack.ts';
import type { Pack, Waiting } from '../../../src/pack/pack.ts';
import { AS_OF, consistentAnswersTo } from '../../arbitraryPack.ts';
import { engineOf, readBy } from '../../engineOf.ts';
import { toNumber } from '../../exact/rational.ts';
import { type AnswersInOrder, ratios, shownOf, strongestOfEachGroup, weighExactly } from '../../exact/weighExactly.ts';
import { type Chance, chanceFrom, pick } from '../../score/drawnCases.ts';
import { drawNormal, largestError, type MonteCarlo, monteCarlo, tooFar } from '../monteCarlo.ts';

/**
 * Silence drawn as the design tells it: an employer of some type, who says yes, says no or never tells, after a time of
 * its own; those of whom something was heard by now are left out. What answers speak of is weighed by their ratios.
 */
const pack: Pack = corePack;
const waiting = pack.waiting as Waiting;
const ofSilence = pack.causes.filter(({ silence }) => silence);
const DRAWS = 40_000;

/** How much likelier signs make what they speak of; what they establish is a thousand times likelier. */
function likelier(signs: Parameters<typeof shownOf>[0], answers: AnswersInOrder): number {
  const shown = shownOf(signs, answers);
  if (shown.some(({ speaks }) => speaks === 'rules out')) return 0;
  if (shown.some(({ speaks }) => speaks === 'establishes')) return 1000;
  return strongestOfEachGroup(shown).reduce((product, { speaks }) => { const ratio = ratios[speaks]; return ratio ? product * toNumber(ratio) : Number.NaN; }, 1);
}

function goesOn(answers: AnswersInOrder): number {
  const standing = meanStanding();
  return weighExactly(pack, answers).reduce((product, { presence, strength }) => product * (1 - toNumber(presence) * toNumber(strength)), (1 - pack.background.value) * (1 - standing));
}

function meanStanding(): number {
  return pack.standing.levels.reduce((sum, { stops, weight }) => sum + stops * weight, 0);
}

function simulate(answers: AnswersInOrder, clock: { readonly days: number; readonly promised: boolean }, chance: Chance): ReturnType<MonteCarlo['means']> {
  const [now, usual] = [goesOn(answers), goesOn(pack.questions.map(() => undefined))];
  const better = (now / (1 - now)) / (usual / (1 - usual));
  const ratio = (of: string): number => likelier(waiting.signs.filter(sign => sign.of === of), answers);
  const [ofType, ofState] = [waiting.types.map(({ id }) => ratio(id)), ['advance', 'told-no', 'never-told'].map(ratio) as [number, number, number]];
  const ofCause = ofSilence.map(cause => Math.min(1000, likelier(cause.signs, answers)));
  const missed = clock.promised && clock.days > 0 ? waiting.missedPromise : 1;
  const drawn = monteCarlo(3 + ofSilence.length);
  for (let draw = 0; draw < DRAWS; draw++) {
    const at = pick(waiting.types.map(({ weight }) => weight), chance);
    const type = waiting.types[at] as Waiting['types'][number];
    const odds = (better * type.advance) / (1 - type.advance);
    const yes = odds / (1 + odds);
    const rest = (1 - yes) / (1 - type.advance);
    const state = pick([yes, type.toldNo * rest, (1 - type.advance - type.toldNo) * rest], chance);
    const time = [type.timeToYes, type.timeToNo][state];
    if (time && time.median * Math.exp(time.sigma * drawNormal(chance)) <= clock.days) continue; // it would have been heard
    const cause = pick(ofSilence.map(({ silence }) => (silence && (silence.state === 'never-told') === (state === 2) ? silence.share.value : 0)), chance);
    const weight = (ofType[at] as number) * (ofState[state] as number) * (ofCause[cause] as number) * (state === 0 ? 1 : missed);
    drawn.add(weight, [...[0, 1, 2].map(each => Number(each === state)), ...ofSilence.map((_, index) => Number(index === cause))]);
  }
  return drawn.means();
}

describe('silence is what a simulation of employers comes to, within four standard errors', () => {
  const compare = (answers: Readonly<Record<string, unknown>>, clock: Parameters<typeof simulate>[1], seed: number): number => {
    const result = safeDiagnose(answers, { pack: corePack, asOf: AS_OF });
    if (!result.ok || !result.value.silence) throw new Error(JSON.stringify(result));
    const { advance, noToCome, never, causes } = result.value.silence;
    const means = simulate(readBy(engineOf(corePack), answers, AS_OF).known.reading.answers, clock, chanceFrom(seed));
    const ours = [advance, noToCome, never, ...ofSilence.map(({ id }) => causes.find(({ cause }) => cause === id)?.probability ?? Number.NaN)];
    expect([answers, tooFar(ours, means)]).toEqual([answers, []]);
    return largestError(means);
  };

  test.each([0, 3, 7, 14, 28, 60])('after %i days of which nothing else is known', days => {
    expect(compare({ outcome: 'no-reply', 'days-since-interview': days }, { days, promised: false }, days)).toBeLessThan(0.006);
  });

  test.each([0, 1, 10])('%i days after the promised one', days => {
    expect(compare({ outcome: 'no-reply', 'days-since-interview': 21, 'timeline-given': 'by-date', 'days-past-promise': days }, { days, promised: true }, 100 + days)).toBeLessThan(0.006);
  });

  test('for any answers', () => {
    const base = fc.record({ answers: consistentAnswersTo(pack), days: fc.integer({ min: 0, max: 40 }), promised: fc.boolean() });
    let [compared, errors] = [0, 0];
    fc.assert(fc.property(base, ({ answers, days, promised }) => {
      const undated = { 'interview-date': null, 'promised-date': null, 'days-past-promise': null };
      const clock = promised ? { 'timeline-given': 'by-date', 'days-past-promise': days } : { 'timeline-given': 'not-said' };
      const whole = { ...answers, ...undated, outcome: 'no-reply', 'days-since-interview': promised ? 60 : days, ...clock };
      fc.pre(safeDiagnose(whole, { pack: corePack, asOf: AS_OF }).ok);
      errors += compare(whole, { days, promised }, days);
      compared += 1;
    }), { numRuns: 15, endOnFailure: true });
    expect(errors / compared).toBeLessThan(0.02);
  });
});
