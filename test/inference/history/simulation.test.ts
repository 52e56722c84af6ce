import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainHistory } from '../../../src/inference/history/explainHistory.ts';
import type { Cause, Pack } from '../../../src/pack/pack.ts';
import { sealedPack } from '../../../src/pack/sealed.ts';
import { type Answered, arbitraryPack, AS_OF, consistentAnswersTo } from '../../arbitraryPack.ts';
import { engineOf, readBy } from '../../engineOf.ts';
import { toNumber } from '../../exact/rational.ts';
import { type AnswersInOrder, numberGiven, ratios, shownOf, strongestOfEachGroup, weighExactly } from '../../exact/weighExactly.ts';
import { type Chance, chanceFrom } from '../../score/drawnCases.ts';
import { largestError, type MonteCarlo, monteCarlo, tooFar } from '../monteCarlo.ts';

/**
 * Several interviews drawn as the design tells it: a person with causes and a standing that last, and interviews each
 * with causes and luck of its own. Of the others it counts how likely they end as they did; the one to be explained is
 * drawn to its end, and those that fired share the no.
 */
interface Interview {
  readonly answers: AnswersInOrder;
  readonly failed: boolean | null;
}

const DRAWS = 20_000;
/** What is settled in one interview speaks “strongly” in the others. */
const MOST = Math.log(10);

/** Weights by fact of what one interview shows of a cause. */
function factsOf({ signs }: Cause, answers: AnswersInOrder): ReadonlyMap<unknown, number> {
  return new Map(strongestOfEachGroup(shownOf(signs, answers)).map(sign => {
    const ratio = ratios[sign.speaks];
    const settled = sign.speaks === 'establishes' ? MOST : -MOST;
    return [sign.group ?? sign, ratio ? Math.log(toNumber(ratio)) : settled];
  }));
}

/** Whether a lasting cause follows the person, from all answers: each fact counts once for, and once against. */
function presenceAcross(cause: Cause, explained: Interview, interviews: readonly Interview[]): number {
  const facts = interviews.map(({ answers }) => factsOf(cause, answers));
  const weights = [...new Set(facts.flatMap(each => [...each.keys()]))].map(fact => {
    const shown = facts.map(each => each.get(fact) ?? 0);
    return Math.max(0, ...shown) + Math.min(0, ...shown);
  });
  const base = toNumber(numberGiven(cause.baseRate, explained.answers));
  const odds = (base / (1 - base)) * Math.exp(weights.reduce((sum, weight) => sum + weight, 0));
  return odds / (1 + odds);
}

/** Of one interview: with what chance each cause fires, for a person who has these lasting causes. */
function firing(pack: Pack, { answers }: Interview): (person: readonly boolean[]) => readonly number[] {
  const causes = weighExactly(pack, answers).map(({ presence, strength }) => [toNumber(presence), toNumber(strength)] as const);
  const settled = causes.map(([presence]) => presence === 0 || presence === 1);
  return person => causes.map(([presence, strength], index) => (lasts(pack.causes[index]) && !settled[index] ? Number(person[index]) : presence) * strength);
}

function lasts(cause: Cause | undefined): boolean {
  return cause?.scope === 'candidate' && cause.strength !== undefined;
}

/** Means over the persons whose explained interview failed: each lasting cause, the standing's chance to stop, and the shares. */
function simulate(pack: Pack, explained: Interview, others: readonly Interview[], chance: Chance): MonteCarlo {
  const { causes, standing: { levels }, background } = pack;
  const presence = causes.map(cause => (lasts(cause) ? presenceAcross(cause, explained, [explained, ...others]) : 0));
  const oftener = presence.map(p => (p === 0 || p === 1 ? p : Math.min(0.9, Math.max(0.1, p)))); // what is rare is drawn oftener, and weighs less
  const ended = others.filter(({ failed }) => failed !== null).map(other => ({ failed: other.failed, fires: firing(pack, other) }));
  const fires = firing(pack, explained);
  const drawn = monteCarlo(2 * causes.length + 3);
  for (let draw = 0; draw < DRAWS; draw++) {
    const person = oftener.map(p => chance() < p);
    const { stops, weight: share } = levels[Math.floor(chance() * levels.length)] as (typeof levels)[number];
    const prior = person.reduce((product, is, index) => product * (is ? (presence[index] as number) / (oftener[index] as number) : (1 - (presence[index] as number)) / (1 - (oftener[index] as number))), share);
    const fired = [...fires(person), background.value, stops].map(q => chance() < q);
    const count = fired.filter(Boolean).length;
    if (count === 0) continue;
    const weight = ended.reduce((product, other) => {
      const goesOn = other.fires(person).reduce((all, q) => all * (1 - q), (1 - background.value) * (1 - stops));
      return product * (other.failed ? 1 - goesOn : goesOn);
    }, prior);
    drawn.add(weight, [...person.map(Number), stops, ...fired.map(each => Number(each) / count)]);
  }
  return drawn;
}

const outcomes = fc.constantFrom(true, true, true, false, null);
const cases = arbitraryPack().map(pack => sealedPack({ ...pack, background: { value: Math.min(0.6, Math.max(0.05, pack.background.value)) }, causes: pack.causes.map((cause, index) => (index % 3 < 2 ? { ...cause, scope: 'candidate' } : cause)) }))
  .chain(pack => fc.record({ pack: fc.constant(pack), told: fc.array(fc.tuple(consistentAnswersTo(pack), outcomes), { minLength: 1, maxLength: 5 }) }));

describe('several interviews are what a simulation of persons comes to', () => {
  const compare = (pack: Pack, told: readonly (readonly [Answered, boolean | null])[], seed: number): number => {
    const engine = engineOf(pack);
    const read = told.map(([answers, failed], index) => ({ ...readBy(engine, answers, AS_OF), failed: index === 0 ? true : failed }));
    const [first, ...rest] = read.map(({ known, failed }): Interview => ({ answers: known.reading.answers, failed })) as [Interview, ...Interview[]];
    const [explained, ...others] = read as [(typeof read)[number], ...typeof read];
    const { no, lasting, person } = explainHistory(engine.baseline.prepared, { explained, others, last: explained });
    const means = simulate(pack, first, rest, chanceFrom(seed)).means();
    const open = new Map(lasting.map(({ cause, presence }) => [cause, presence]));
    const judged = means.flatMap((mean, index) => (index >= pack.causes.length || open.has(index) ? [mean] : []));
    const ours = [...pack.causes.flatMap((_, index) => open.get(index) ?? []), person.standing, ...no.share, no.background, no.standing];
    expect([told, tooFar(ours, judged)]).toEqual([told, []]);
    return largestError(judged);
  };

  test('for random packs and one to five interviews, within four standard errors', () => {
    const errors: number[] = [];
    fc.assert(fc.property(cases, ({ pack, told }) => { errors.push(compare(pack, told, errors.length)); }), { numRuns: 40, endOnFailure: true });
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.01);
  });
});
