/**
 * How long it takes to say of each cause how likely it was there, given a no: `npm run bench`.
 *
 * Each peer is given the same network of causes, background and standing, and is measured once it is warm. All but ours
 * visit combinations of causes, so that each cause more takes them at least twice as long; what would take minutes is
 * not put to them. Ours says the shares and necessities besides. Ends with an error unless all say the same to 1e-9.
 */
import bayesjs from 'bayesjs';
import { corePack } from '../../src/core/corePack.ts';
import { enumeratePresence, largestDifference } from '../inference/no/enumeration.ts';
import { explainerOf, networkOf, type NoisyOr } from '../inference/no/noisyOr.ts';
import { askWebppl } from '../inference/no/webppl.ts';

interface Said {
  readonly presence: readonly number[];
  readonly milliseconds: number;
}

interface Peer {
  readonly name: string;
  readonly mostCauses: number;
  readonly ask: (network: NoisyOr) => Said;
}

const SIZES = [4, 6, 8, 10, 47];
const MEASURED_MILLISECONDS = 300;

const { variableElimination, junctionTree } = bayesjs.inferences;

const peers: readonly Peer[] = [
  { name: 'afterview', mostCauses: 47, ask: byAfterview },
  { name: 'every world, by brute force', mostCauses: 10, ask: network => timed(() => byBruteForce(network)) },
  { name: 'bayesjs, variable elimination', mostCauses: 8, ask: network => timed(() => byBayesjs(variableElimination.infer, network)) },
  { name: 'bayesjs, junction tree', mostCauses: 6, ask: network => timed(() => byBayesjs(junctionTree.infer, network)) },
  { name: 'WebPPL, enumeration', mostCauses: 6, ask: byWebppl },
];

function networkOfSize(size: number): NoisyOr {
  return {
    causes: Array.from({ length: size }, (_, index) => ({ presence: 0.1 + ((index * 7) % 9) / 12, strength: 0.05 + ((index * 5) % 11) / 25 })),
    background: corePack.background.value,
    levels: corePack.standing.levels,
  };
}

/** A pack is prepared once, however many are explained with it. */
function byAfterview(network: NoisyOr): Said {
  const explain = explainerOf(network);
  return timed(() => explain(network).presence);
}

function byBruteForce({ causes, background, levels }: NoisyOr): readonly number[] {
  return enumeratePresence(causes, [background, levels.reduce((sum, { stops, weight }) => sum + stops * weight, 0)]);
}

function byBayesjs(infer: typeof variableElimination.infer, { causes, ...rest }: NoisyOr): readonly number[] {
  const network = networkOf({ causes, ...rest });
  return causes.map((_, index) => infer(network, { [`cause-${index}`]: 'there' }, { no: 'yes' }));
}

function byWebppl(network: NoisyOr): Said {
  const { answers: [answer], milliseconds } = askWebppl([network]);
  return { presence: answer?.presence ?? [], milliseconds };
}

/** CPU time of one call, once it is warm: twice as many calls each time, until they fill the time. */
function timed(ask: () => readonly number[]): Said {
  const presence = ask();
  for (let calls = 1; ; calls *= 2) {
    const before = process.cpuUsage();
    for (let call = 0; call < calls; call++) ask();
    const { user, system } = process.cpuUsage(before);
    const spent = (user + system) / 1000;
    if (spent > MEASURED_MILLISECONDS) return { presence, milliseconds: spent / calls };
  }
}

function compare(size: number): void {
  const network = networkOfSize(size);
  let expected: readonly number[] | null = null;
  for (const { name, mostCauses, ask } of peers) {
    if (size > mostCauses) {
      console.log(`${String(size).padStart(2)} causes  ${name.padEnd(30)} not tried: it would take too long`);
      continue;
    }
    const { presence, milliseconds } = ask(network);
    expected ??= presence;
    const difference = largestDifference(presence, expected);
    console.log(`${String(size).padStart(2)} causes  ${name.padEnd(30)} ${milliseconds.toPrecision(3).padStart(8)} ms, difference ${difference.toExponential(0)}`);
    if (!(difference < 1e-9)) throw new Error(`${name} does not agree: ${difference}`);
  }
}

for (const size of SIZES) compare(size);
