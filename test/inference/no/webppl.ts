import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import type { NoisyOr } from './noisyOr.ts';

/** What WebPPL says of one network, causes in their order. */
export interface Answer {
  readonly chanceOfNo: number;
  readonly presence: readonly number[];
  /** Of the causes, the background and the standing. */
  readonly share: readonly number[];
  readonly necessity: readonly number[];
}

/** The generative story, told once and asked twice: how often it ends with a no, and what was so when it did. */
const story = (networks: readonly NoisyOr[]): string => `
  var world = function(network) {
    var there = map(function(cause) { return flip(cause.presence); }, network.causes);
    var causes = map2(function(isThere, cause) { return isThere ? flip(cause.strength) : false; }, there, network.causes);
    var level = discrete(map(function(each) { return each.weight; }, network.levels));
    var fired = append(causes, [flip(network.background), flip(network.levels[level].stops)]);
    return { there: there, fired: fired, count: sum(map(function(each) { return each ? 1 : 0; }, fired)) };
  };
  map(function(network) {
    var endsWithNo = Infer({ method: 'enumerate', model: function() { return world(network).count > 0; } });
    var givenNo = Infer({ method: 'enumerate', model: function() {
      var each = world(network);
      condition(each.count > 0);
      return each;
    } });
    var means = function(f, count) { return mapN(function(index) { return expectation(givenNo, function(each) { return f(each, index); }); }, count); };
    var causes = network.causes.length;
    return {
      chanceOfNo: Math.exp(endsWithNo.score(true)),
      presence: means(function(each, index) { return each.there[index] ? 1 : 0; }, causes),
      share: means(function(each, index) { return each.fired[index] ? 1 / each.count : 0; }, causes + 2),
      necessity: means(function(each, index) { return each.fired[index] && each.count === 1 ? 1 : 0; }, causes)
    };
  }, ${JSON.stringify(networks)})`;

/**
 * What WebPPL says of some networks, and how many milliseconds of work it took once it was ready. It runs in a process of
 * its own, as it fills the global object with its functions.
 */
export function askWebppl(networks: readonly NoisyOr[]): { readonly answers: readonly Answer[]; readonly milliseconds: number } {
  const webppl = createRequire(import.meta.url).resolve('webppl');
  const host = `
    const { run } = require(${JSON.stringify(webppl)});
    run('1', () => {
      const before = process.cpuUsage();
      run(require('fs').readFileSync(0, 'utf8'), (_, answers) => {
        const { user, system } = process.cpuUsage(before);
        console.log('\\n' + JSON.stringify({ answers, milliseconds: (user + system) / 1000 }));
      });
    });`;
  const output = execFileSync(process.execPath, ['--eval', host], { input: story(networks), encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'], timeout: 60_000 });
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as ReturnType<typeof askWebppl>;
}
