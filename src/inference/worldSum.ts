import type { Lasting, PastInterview } from './lasting.ts';
import { type ConstantRows, explainedByConstant, type LastMode, poissonBinomial, weightOf } from './thinning.ts';

/** Sums over worlds: each by the way to look at the latest interview, but for the levels, of which only its two outcomes matter. */
export interface Sums {
  readonly total: Float64Array;
  readonly withCause: readonly Float64Array[];
  /** The worlds in which the standing fires in the latest interview: each weighed by its chance to, and not by that to pass. */
  readonly standing: Float64Array;
  /** For each level the worlds in which the latest interview fails, and those in which it passes. */
  readonly atLevel: readonly Float64Array[];
}

/** Mode 0 is the failure itself, mode 1 a success in its place; the others are nodes of the integral. */
const OUTCOMES = 2;

/**
 * One walk through the worlds of the varying causes. Its buffers are its own, one for each depth, so that nothing is
 * allocated on the way; indices of its loops are always in bounds, hence the assertions.
 */
export class WorldSum {
  private readonly sums: Sums;
  private readonly rows: ConstantRows;
  private readonly passes: readonly Float64Array[];
  private readonly soft: readonly Float64Array[];
  private readonly below: readonly Float64Array[];
  private readonly stays: Float64Array;
  /** Of each varying cause: the chances that it lets each other interview pass, and the latest one in each mode. */
  private readonly survive: readonly { readonly others: Float64Array; readonly latest: Float64Array }[];
  private readonly times: Float64Array;
  /** How many of the others failed; they stand before those that passed. */
  private readonly failures: number;

  constructor(
    private readonly lasting: Lasting, latest: PastInterview, others: readonly PastInterview[],
    private readonly varying: readonly number[], private readonly constant: readonly number[], modes: readonly LastMode[],
  ) {
    const buffers = (length: number): readonly Float64Array[] => indices(varying.length + 1).map(() => new Float64Array(length));
    const zeros = (): Float64Array => new Float64Array(modes.length);
    this.sums = { total: zeros(), withCause: lasting.presence.map(zeros), standing: zeros(), atLevel: lasting.levels.map(() => new Float64Array(OUTCOMES)) };
    this.rows = explainedByConstant(lasting, latest, others, constant, modes);
    [this.passes, this.soft, this.below] = [buffers(others.length), buffers(modes.length), buffers(modes.length)];
    this.stays = new Float64Array(others.length);
    this.times = Float64Array.from(modes, ({ time }) => time);
    const inOrder = [...others.filter(({ failed }) => failed), ...others.filter(({ failed }) => !failed)];
    this.failures = others.filter(({ failed }) => failed).length;
    this.survive = varying.map(cause => ({
      others: Float64Array.from(inOrder, ({ strengths }) => 1 - (strengths[cause] ?? 0)),
      latest: Float64Array.from(modes, ({ time }) => 1 - (latest.strengths[cause] ?? 0) * time),
    }));
    inOrder.forEach(({ fresh }, k) => { set(this.passes[0], k, fresh.reduce((product, q) => product * (1 - q), 1)); });
    modes.forEach(({ time }, m) => { set(this.soft[0], m, latest.fresh.reduce((product, q) => product * (1 - q * time), 1)); });
  }

  run(): Sums {
    this.visit(0, 0, 1);
    this.sums.total.set(this.below[0] ?? []);
    return this.sums;
  }

  /**
   * Sums the worlds below a depth into `below[depth]`.
   *
   * @param at - the buffers that hold this world's chances: a cause that is absent leaves them as they are
   */
  private visit(depth: number, at: number, prior: number): void {
    const [cause, sum] = [this.varying[depth], this.below[depth] ?? EMPTY];
    if (cause === undefined) {
      this.addWorld(at, prior, sum);
      return;
    }
    const [p, inner] = [this.lasting.presence[cause] ?? 0, this.below[depth + 1] ?? EMPTY];
    const survive = this.survive[depth] ?? { others: EMPTY, latest: EMPTY };
    this.visit(depth + 1, at, prior * (1 - p));
    sum.set(inner);
    multiply(this.passes[at] ?? EMPTY, survive.others, this.passes[depth + 1] ?? EMPTY);
    multiply(this.soft[at] ?? EMPTY, survive.latest, this.soft[depth + 1] ?? EMPTY);
    this.visit(depth + 1, depth + 1, prior * p);
    const withCause = this.sums.withCause[cause] ?? EMPTY;
    for (let m = 0; m < sum.length; m++) {
      const value = inner[m] as number;
      sum[m] = (sum[m] as number) + value;
      withCause[m] = (withCause[m] as number) + value;
    }
  }

  private addWorld(at: number, prior: number, sum: Float64Array): void {
    sum.fill(0);
    if (prior === 0) return;
    const [passes, soft] = [this.passes[at] ?? EMPTY, this.soft[at] ?? EMPTY];
    if (this.constant.length > 0) this.addThinned(passes, soft, prior, sum);
    else this.addSettled(passes, soft, prior, sum);
  }

  /**
   * A world that settles every outcome. Its levels are summed first: with K the weight of all and S that of those that
   * fire, the latest interview passes softly with weight soft · (K − S t).
   */
  private addSettled(passes: Float64Array, soft: Float64Array, prior: number, sum: Float64Array): void {
    const { levels } = this.lasting;
    const [failing, passing] = [soft[0] as number, soft[1] as number];
    let [all, firing] = [0, 0];
    for (let level = 0; level < levels.length; level++) {
      const { stops, weight } = levels[level] ?? NO_LEVEL;
      const known = prior * weight * this.known(passes, 1 - stops);
      all += known;
      firing += known * stops;
      const outcomes = this.sums.atLevel[level] ?? EMPTY;
      outcomes[0] = (outcomes[0] as number) + known * (1 - failing * (1 - stops));
      outcomes[1] = (outcomes[1] as number) + known * passing * (1 - stops);
    }
    if (all === 0) return;
    const { standing } = this.sums;
    for (let m = 0; m < sum.length; m++) {
      const [fires, passed] = [firing * (soft[m] as number), all * (soft[m] as number)];
      standing[m] = (standing[m] as number) + fires;
      sum[m] = passed - fires * (this.times[m] as number);
    }
    sum[0] = all - (sum[0] as number);
  }

  /** Chance of the outcomes of the others, where this world alone explains them. */
  private known(passes: Float64Array, standing: number): number {
    let product = this.passed(passes, standing);
    for (let k = 0; k < this.failures; k++) product *= 1 - (passes[k] as number) * standing;
    return product;
  }

  /** Chance that those of the others who went on did. */
  private passed(passes: Float64Array, standing: number): number {
    let product = 1;
    for (let k = this.failures; k < passes.length; k++) product *= (passes[k] as number) * standing;
    return product;
  }

  /** A world in which constant causes explain failures, too, level by level. */
  private addThinned(passes: Float64Array, soft: Float64Array, prior: number, sum: Float64Array): void {
    for (let level = 0; level < this.lasting.levels.length; level++) {
      const { stops, weight } = this.lasting.levels[level] ?? NO_LEVEL;
      const known = prior * weight * this.passed(passes, 1 - stops);
      if (known === 0) continue;
      for (let k = 0; k < this.failures; k++) this.stays[k] = (passes[k] as number) * (1 - stops);
      this.addThinnedLevel(this.sums.atLevel[level] ?? EMPTY, known, soft, stops, poissonBinomial(this.stays, this.failures), sum);
    }
  }

  private addThinnedLevel(atLevel: Float64Array, known: number, soft: Float64Array, stops: number, unexplained: Float64Array, sum: Float64Array): void {
    const { standing, withCause } = this.sums;
    for (let m = 0; m < sum.length; m++) {
      const last = (soft[m] as number) * (1 - stops * (this.times[m] as number));
      const value = known * weightOf(this.rows[m]?.[0], unexplained, last, m === 0);
      sum[m] = (sum[m] as number) + value;
      if (m < OUTCOMES) atLevel[m] = (atLevel[m] as number) + value;
      else standing[m] = (standing[m] as number) + known * stops * weightOf(this.rows[m]?.[0], unexplained, soft[m] as number, false);
      for (let index = 0; index < this.constant.length; index++) {
        const there = withCause[this.constant[index] ?? -1] ?? EMPTY;
        there[m] = (there[m] as number) + known * weightOf(this.rows[m]?.[index + 1], unexplained, last, m === 0);
      }
    }
  }
}

const NO_LEVEL = { stops: 0, weight: 0 };

function multiply(a: Float64Array, b: Float64Array, into: Float64Array): void {
  for (let index = 0; index < into.length; index++) into[index] = (a[index] as number) * (b[index] as number);
}

const EMPTY = new Float64Array(0);

function set(target: Float64Array | undefined, index: number, value: number): void {
  if (target) target[index] = value;
}

function indices(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}
