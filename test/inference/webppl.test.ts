import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { explainNo, type ExplainedNo } from '../../src/inference/explainNo.ts';
import { bareCause, barePack, probability } from '../arbitraryPack.ts';
import { largestDifference } from './enumeration.ts';

const chance = fc.integer({ min: 1, max: 999 }).map(thousandths => thousandths / 1000);

/** Causes by presence and strength; the standing by the weights of its levels and how often each of them stops. */
const networks = fc.record({
  presence: fc.tuple(chance, chance, chance, chance),
  strength: fc.tuple(probability, probability, probability, probability),
  background: chance,
  stops: fc.tuple(probability, probability, fc.constant(0)),
  weights: chance.map(part => [part / 2, part / 2, 1 - part]),
});

type Network = typeof networks extends fc.Arbitrary<infer T> ? T : never;

/** What WebPPL says of one network, causes in their order. */
interface Answer {
  readonly chanceOfNo: number;
  readonly presence: readonly number[];
  /** Of the causes, the background and the standing. */
  readonly share: readonly number[];
  readonly necessity: readonly number[];
}

/** The generative story, told once and asked twice: how often it ends with a no, and what was so when it did. */
const story = (cases: readonly Network[]): string => `
  var world = function(network) {
    var there = map(flip, network.presence);
    var causes = map2(function(isThere, strength) { return isThere ? flip(strength) : false; }, there, network.strength);
    var level = discrete(network.weights);
    var fired = append(causes, [flip(network.background), flip(network.stops[level])]);
    return { there: there, fired: fired, count: sum(map(function(each) { return each ? 1 : 0; }, fired)) };
  };
  map(function(network) {
    var endsWithNo = Infer({ method: 'enumerate', model: function() { return world(network).count > 0; } });
    var givenNo = Infer({ method: 'enumerate', model: function() {
      var each = world(network);
      condition(each.count > 0);
      return each;
    } });
    var mean = function(f) { return function(index) { return expectation(givenNo, function(each) { return f(each, index); }); }; };
    return {
      chanceOfNo: Math.exp(endsWithNo.score(true)),
      presence: map(mean(function(each, index) { return each.there[index] ? 1 : 0; }), [0, 1, 2, 3]),
      share: map(mean(function(each, index) { return each.fired[index] ? 1 / each.count : 0; }), [0, 1, 2, 3, 4, 5]),
      necessity: map(mean(function(each, index) { return each.fired[index] && each.count === 1 ? 1 : 0; }), [0, 1, 2, 3])
    };
  }, ${JSON.stringify(cases)})`;

/** Runs a WebPPL program in a process of its own, as WebPPL fills the global object with its functions. */
function runWebppl(program: string): readonly Answer[] {
  const webppl = createRequire(import.meta.url).resolve('webppl');
  const host = `require(${JSON.stringify(webppl)}).run(require('fs').readFileSync(0, 'utf8'), (_, value) => console.log('\\n' + JSON.stringify(value)))`;
  const output = execFileSync(process.execPath, ['--eval', host], { input: program, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'], timeout: 60_000 });
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as readonly Answer[];
}

function ourAnswer({ presence, strength, background, stops, weights }: Network): ExplainedNo {
  const levels = weights.map((weight, level) => ({ weight, stops: stops[level] ?? 0 }));
  const weighed = presence.map((there, index) =>
    ({ cause: bareCause(`cause-${index}`), findings: [], open: [], baseRate: 0.5, presence: there, strength: strength[index] ?? 0 }));
  const no = explainNo({ ...barePack(background, 0), standing: { levels, from: ['judgement'] } }, weighed);
  return { ...no, causes: [...no.causes].sort((one, other) => (one.cause.id < other.cause.id ? -1 : 1)) };
}

describe('exact enumeration by WebPPL agrees on random networks', () => {
  const cases = fc.sample(networks, { numRuns: 30, seed: 6 });
  const ours = cases.map(ourAnswer);
  let theirs: readonly Answer[] = [];
  beforeAll(() => { theirs = runWebppl(story(cases)); }, 90_000);

  const differences = (ourRow: (no: ExplainedNo) => readonly number[], theirRow: (answer: Answer) => readonly number[]): number =>
    largestDifference(ours.flatMap(ourRow), theirs.flatMap(theirRow));

  test('on how often it is a no', () => {
    expect(differences(no => [no.chanceOfNo], answer => [answer.chanceOfNo])).toBeLessThan(1e-12);
  });

  test('on the share of every cause, of the background and of the standing', () => {
    expect(differences(no => [...no.causes.map(({ share }) => share), no.background, no.unseen], answer => answer.share)).toBeLessThan(1e-12);
  });

  test('on how often each cause was the only reason', () => {
    expect(differences(no => no.causes.map(({ necessity }) => necessity), answer => answer.necessity)).toBeLessThan(1e-12);
  });

  test('on how likely each cause was there, given a no', () => {
    expect(differences(no => no.causes.map(({ presenceGivenNo }) => presenceGivenNo), answer => answer.presence)).toBeLessThan(1e-12);
  });
});
