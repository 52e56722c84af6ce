import { DECIDES, MOST_EVIDENCE, standingOut } from '../../../src/inference/no/focus.ts';
import { gaussLegendre } from '../../../src/inference/numbers/gaussLegendre.ts';
import type { CaseFeatures } from './features.ts';
import type { Numbers } from './numbers.ts';

/** What a cause without support counts for beside supported ones, when an expert is asked for the main one. */
const UNSUPPORTED = 0.2;
const TINY = 1e-9;
const { nodes, weights: quadrature } = gaussLegendre(24);

/** What moved numbers make of one case, by cause. */
interface Played {
  readonly presence: Float64Array;
  readonly strength: Float64Array;
  readonly fires: Float64Array;
  /** Log likelihood ratio of its evidence, and whether moves change it. */
  readonly evidence: Float64Array;
  readonly moves: readonly boolean[];
  /** Share of a no divided by `fires`, times the probability of a no. */
  readonly alone: Float64Array;
  /** At each node, the product of all `1 − fires · t`. */
  readonly products: readonly number[];
  readonly chanceOfNo: number;
}

function play({ causes }: CaseFeatures, { causes: count, all, others }: Numbers, moves: Float64Array): Played {
  const [presence, strength, fires, evidence, alone] = [0, 0, 0, 0, 0].map(() => new Float64Array(count)) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  causes.forEach(({ baseRate, strength: odds, signs, settled }, index) => {
    const sum = signs.reduce((total, sign) => total + (all[sign]?.value ?? 0) + (moves[sign] as number), 0);
    evidence[index] = settled === null ? Math.max(-MOST_EVIDENCE, Math.min(MOST_EVIDENCE, sum)) : settled === 1 ? MOST_EVIDENCE : -MOST_EVIDENCE;
    presence[index] = settled ?? logistic(baseRate + (moves[index] as number) + sum);
    strength[index] = logistic(odds + (moves[count + index] as number));
    fires[index] = Math.min((presence[index]) * (strength[index]), 1 - TINY);
  });
  const productAt = (t: number): number => [...others, ...fires].reduce((product, q) => product * (1 - q * t), 1);
  const products = nodes.map(productAt);
  for (let cause = 0; cause < count; cause++) {
    nodes.forEach((t, node) => { alone[cause] = (alone[cause] as number) + ((quadrature[node] as number) * (products[node] as number)) / (1 - (fires[cause] as number) * t); });
  }
  return { presence, strength, fires, evidence, alone, products, chanceOfNo: 1 - productAt(1), moves: causes.map(({ settled }, index) => settled === null && Math.abs(evidence[index] as number) < MOST_EVIDENCE) };
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** The parts of the causes in what lies behind it, before and after counting how far each stands out. */
function partsOf(features: CaseFeatures, { focus }: Numbers, { fires, alone, evidence, chanceOfNo }: Played): { readonly parts: readonly number[]; readonly lifts: readonly number[] } {
  const parts = features.causes.map((_, i) => (features.reasons * (fires[i] as number) * (alone[i] as number)) / chanceOfNo + (features.silence[i] as number));
  return { parts, lifts: parts.map((part, i) => standingOut({ focus: { value: focus } }, evidence[i] as number, part)) };
}

/** Causes in the order in which they would be named: supported ones first, by weight. */
export function rankingBy(features: CaseFeatures, numbers: Numbers, moves: Float64Array): readonly number[] {
  const { parts, lifts } = partsOf(features, numbers, play(features, numbers, moves));
  const weight = (i: number): number => (parts[i] as number) * (lifts[i] as number);
  const backed = (i: number): number => Number(features.causes[i]?.supported && (features.silent[i] !== true || (parts[i] as number) > 0));
  return parts.map((_, i) => i).sort((a, b) => backed(b) - backed(a) || weight(b) - weight(a) || a - b);
}

/**
 * Minus the logarithm of what the model gives the expert's verdict; its slope by each move is added to `slope`. The
 * probability of a no and the bound on what hardly decides are held while the slope is taken, as moves hardly change them.
 */
export function lossOf(features: CaseFeatures, numbers: Numbers, moves: Float64Array, weight = 1, slope?: Float64Array): number {
  const played = play(features, numbers, moves);
  const { presence, strength } = played;
  const { parts, lifts } = partsOf(features, numbers, played);
  const counts = parts.map((_, i) => (lifts[i] as number) * (features.causes[i]?.supported ? 1 : UNSUPPORTED));
  const total = parts.reduce((sum, part, i) => sum + (counts[i] as number) * (part + TINY), 0);
  const loss = features.target.reduce((sum, target, i) => (target > 0 ? sum - target * Math.log((counts[i] as number) * ((parts[i] as number) + TINY)) : sum), Math.log(total));
  if (!slope) return weight * loss;
  const pull = parts.map((part, i) => (counts[i] as number) / total - (features.target[i] as number) / (part + TINY));
  const byFires = slopeByFires(features, played, pull);
  features.causes.forEach(({ signs, settled, strength: odds }, j) => {
    const [p, s, at] = [presence[j] as number, strength[j] as number, weight * (byFires[j] as number)];
    if (settled === null) {
      const byOdds = at * s * p * (1 - p);
      const byLift = played.moves[j] ? weight * numbers.focus * ((parts[j] as number) + TINY) * (pull[j] as number) * Math.min(1, (parts[j] as number) / DECIDES) : 0;
      slope[j] = (slope[j] as number) + byOdds;
      for (const sign of signs) slope[sign] = (slope[sign] as number) + byOdds + byLift;
    }
    if (Number.isFinite(odds)) slope[numbers.causes + j] = (slope[numbers.causes + j] as number) + at * p * s * (1 - s);
  });
  return weight * loss;
}

/** How the loss moves with how often each cause fires: by its own share, and by what it takes from the shares of others. */
function slopeByFires({ reasons }: CaseFeatures, { fires, products, chanceOfNo }: Played, pull: readonly number[]): Float64Array {
  const slope = new Float64Array(pull.length);
  nodes.forEach((t, node) => {
    const scale = ((quadrature[node] as number) * (products[node] as number) * reasons) / chanceOfNo;
    const own = pull.map((each, i) => (each * scale) / (1 - (fires[i] as number) * t));
    const sum = own.reduce((all, each, i) => all + each * (fires[i] as number), 0);
    own.forEach((each, j) => { slope[j] = (slope[j] as number) + each - ((sum - each * (fires[j] as number)) * t) / (1 - (fires[j] as number) * t); });
  });
  return slope;
}
