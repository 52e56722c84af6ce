import type { Lasting, PastInterview } from './lasting.ts';
import { type ConstantRows, explainedByConstant, type LastMode, poissonBinomial, weightOf } from './thinning.ts';

/** For each way to look at the latest interview: the weight of all worlds, of those with a cause, of those at a level. */
export interface Sums {
  readonly total: Float64Array;
  readonly withCause: readonly Float64Array[];
  readonly atLevel: readonly Float64Array[];
}

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
  private readonly failed: Uint8Array;
  /** Mode 0 is the failure itself; the others are nodes of the integral. */
  private readonly times: Float64Array;

  constructor(
    private readonly lasting: Lasting, latest: PastInterview, others: readonly PastInterview[],
    private readonly varying: readonly number[], private readonly constant: readonly number[], modes: readonly LastMode[],
  ) {
    const buffers = (length: number): readonly Float64Array[] => indices(varying.length + 1).map(() => new Float64Array(length));
    const zeros = (): Float64Array => new Float64Array(modes.length);
    this.sums = { total: zeros(), withCause: lasting.presence.map(zeros), atLevel: lasting.levels.map(zeros) };
    this.rows = explainedByConstant(lasting, latest, others, constant, modes);
    [this.passes, this.soft, this.below] = [buffers(others.length), buffers(modes.length), buffers(modes.length)];
    this.stays = new Float64Array(others.length);
    this.times = Float64Array.from(modes, ({ time }) => time);
    this.failed = Uint8Array.from(others, ({ failed }) => Number(failed));
    this.survive = varying.map(cause => ({
      others: Float64Array.from(others, ({ strengths }) => 1 - (strengths[cause] ?? 0)),
      latest: Float64Array.from(modes, ({ time }) => 1 - (latest.strengths[cause] ?? 0) * time),
    }));
    others.forEach(({ fresh }, k) => { set(this.passes[0], k, fresh.reduce((product, q) => product * (1 - q), 1)); });
    modes.forEach(({ time }, m) => { set(this.soft[0], m, latest.fresh.reduce((product, q) => product * (1 - q * time), 1)); });
  }

  run(): Sums {
    this.visit(0, 1);
    this.sums.total.set(this.below[0] ?? []);
    return this.sums;
  }

  /** Sums the worlds below a depth into `below[depth]`. */
  private visit(depth: number, prior: number): void {
    const [cause, sum] = [this.varying[depth], this.below[depth] ?? EMPTY];
    if (cause === undefined) {
      this.addWorld(depth, prior, sum);
      return;
    }
    const [p, inner] = [this.lasting.presence[cause] ?? 0, this.below[depth + 1] ?? EMPTY];
    const survive = this.survive[depth] ?? { others: EMPTY, latest: EMPTY };
    (this.passes[depth + 1] ?? EMPTY).set(this.passes[depth] ?? EMPTY);
    (this.soft[depth + 1] ?? EMPTY).set(this.soft[depth] ?? EMPTY);
    this.visit(depth + 1, prior * (1 - p));
    sum.set(inner);
    multiply(this.passes[depth] ?? EMPTY, survive.others, this.passes[depth + 1] ?? EMPTY);
    multiply(this.soft[depth] ?? EMPTY, survive.latest, this.soft[depth + 1] ?? EMPTY);
    this.visit(depth + 1, prior * p);
    const withCause = this.sums.withCause[cause] ?? EMPTY;
    for (let m = 0; m < sum.length; m++) {
      const value = inner[m] as number;
      sum[m] = (sum[m] as number) + value;
      withCause[m] = (withCause[m] as number) + value;
    }
  }

  private addWorld(depth: number, prior: number, sum: Float64Array): void {
    sum.fill(0);
    if (prior === 0) return;
    const [passes, soft] = [this.passes[depth] ?? EMPTY, this.soft[depth] ?? EMPTY];
    for (let level = 0; level < this.lasting.levels.length; level++) {
      const { stops, weight } = this.lasting.levels[level] ?? { stops: 0, weight: 0 };
      const known = prior * weight * this.known(passes, 1 - stops);
      const failures = this.constant.length === 0 ? 0 : this.keepFailures(passes, 1 - stops);
      if (known > 0) this.addLevel(level, known, soft, stops, failures, sum);
    }
  }

  /** Chance of the outcomes that this world settles: of those who went on, and of failures where no constant cause can explain them. */
  private known(passes: Float64Array, standing: number): number {
    let product = 1;
    for (let k = 0; k < passes.length; k++) {
      const pass = (passes[k] as number) * standing;
      if (this.failed[k] === 0) product *= pass;
      else if (this.constant.length === 0) product *= 1 - pass;
    }
    return product;
  }

  private keepFailures(passes: Float64Array, standing: number): number {
    let failures = 0;
    for (let k = 0; k < passes.length; k++) if (this.failed[k] === 1) this.stays[failures++] = (passes[k] as number) * standing;
    return failures;
  }

  private addLevel(level: number, known: number, soft: Float64Array, stops: number, failures: number, sum: Float64Array): void {
    const atLevel = this.sums.atLevel[level] ?? EMPTY;
    if (this.constant.length > 0) {
      this.addThinned(atLevel, known, soft, stops, poissonBinomial(this.stays, failures), sum);
      return;
    }
    for (let m = 0; m < sum.length; m++) {
      const last = (soft[m] as number) * (1 - stops * (this.times[m] as number));
      const value = known * (m === 0 ? 1 - last : last);
      sum[m] = (sum[m] as number) + value;
      atLevel[m] = (atLevel[m] as number) + value;
    }
  }

  private addThinned(atLevel: Float64Array, known: number, soft: Float64Array, stops: number, unexplained: Float64Array, sum: Float64Array): void {
    for (let m = 0; m < sum.length; m++) {
      const last = (soft[m] as number) * (1 - stops * (this.times[m] as number));
      const value = known * weightOf(this.rows[m]?.[0], unexplained, last, m === 0);
      sum[m] = (sum[m] as number) + value;
      atLevel[m] = (atLevel[m] as number) + value;
      for (let index = 0; index < this.constant.length; index++) {
        const withCause = this.sums.withCause[this.constant[index] ?? -1] ?? EMPTY;
        withCause[m] = (withCause[m] as number) + known * weightOf(this.rows[m]?.[index + 1], unexplained, last, m === 0);
      }
    }
  }
}

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
