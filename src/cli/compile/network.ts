import { outcomeOf } from '../../answers/outcome.ts';
import { isShown } from '../../evidence/weigh.ts';
import type { ReadInterview } from '../../inference/readInterview.ts';
import type { Pack, Sign } from '../../pack/pack.ts';
import type { Prepared, PreparedCause, PreparedSign } from '../../pack/preparePack.ts';
import { likelihoodRatio } from '../../pack/speaks.ts';

/** A variable of a Bayesian network, with its table of conditional probabilities. */
export interface Variable {
  readonly name: string;
  readonly states: readonly string[];
  /** Names of the variables on which it depends; they stand before it. */
  readonly given: readonly string[];
  /** Probabilities of its states, for every combination of the states of those, of which the last changes fastest. */
  readonly table: readonly number[];
  readonly says: string;
  /** The state that the answers show. */
  readonly observed?: string;
}

const ended = ['no', 'yes'];

/**
 * One interview as the Bayesian network behind its explanation, exact and with small tables. Hidden are the background,
 * the standing and each cause; `stopped.ID` says whether that cause, or something before it, stopped the candidate, so
 * that a chain of ORs stands for the noisy-OR; `interview.stopped` is its end. `sign.ID.…` are the facts that speak for a
 * cause or against it: a fact that is not observed changes nothing.
 *
 * Source: D. Heckerman, Causal independence for knowledge acquisition and inference, UAI 1993, for the chain.
 */
export function networkOf(prepared: Prepared, { weighed, columns, known }: ReadInterview): readonly Variable[] {
  const { pack, ofNo } = prepared;
  const causes = ofNo.map(index => ({ index, own: prepared.causes[index] as PreparedCause }));
  const names = ['hidden.stopped', ...causes.map(({ own }) => `stopped.${own.cause.id}`)];
  names[names.length - 1] = 'interview.stopped';
  const observed = stoppedBy(outcomeOf(prepared, known.reading));
  const chain = [firstStop(pack, names[0] as string), ...causes.map(({ index, own: { cause } }, at): Variable => ({
    name: names[at + 1] as string, states: ended, given: [names[at] as string, cause.id],
    table: [1, 0, 1 - (weighed.strength[index] as number), weighed.strength[index] as number, 0, 1, 0, 1],
    says: `Whether “${cause.title}”, or something before it, stopped the candidate`,
  }))];
  return [
    { name: 'hidden.background', states: ended, given: [], table: [1 - pack.background.value, pack.background.value], says: 'Luck and rivals' },
    { name: 'hidden.standing', states: pack.standing.levels.map((_, level) => `level-${level + 1}`), given: [], table: pack.standing.levels.map(({ weight }) => weight), says: 'Something lasting that no answer shows' },
    ...causes.flatMap(({ index, own }) => causeWithSigns(own, weighed.baseRate[index] as number, columns)),
    ...chain.map((variable, at) => (at === chain.length - 1 ? { ...variable, says: 'Whether the candidate was stopped: a no', ...(observed === undefined ? {} : { observed }) } : variable)),
  ];
}

/** What an outcome says of whether the candidate was stopped: nothing while it is open. */
function stoppedBy(outcome: ReturnType<typeof outcomeOf>): string | undefined {
  if (outcome === 'rejected' || outcome === 'cancelled') return 'yes';
  return outcome === 'advanced' ? 'no' : undefined;
}

/** Stopped by the background, or else by the standing. */
function firstStop({ standing }: Pack, name: string): Variable {
  const byStanding = standing.levels.flatMap(({ stops }) => [1 - stops, stops]);
  return {
    name, states: ended, given: ['hidden.background', 'hidden.standing'],
    table: [...byStanding, ...standing.levels.flatMap(() => [0, 1])],
    says: 'Whether luck, rivals or something lasting stopped the candidate',
  };
}

function causeWithSigns({ cause, signs, settling, graded }: PreparedCause, baseRate: number, columns: readonly number[]): readonly Variable[] {
  const facts = new Map<number, readonly PreparedSign<Sign>[]>();
  for (const sign of graded) facts.set(sign.slot, [...facts.get(sign.slot) ?? [], sign]);
  const stateOf = (sign: PreparedSign<Sign>): string => `sign-${signs.indexOf(sign) + 1}`;
  return [
    { name: cause.id, states: ['absent', 'present'], given: [], table: [1 - baseRate, baseRate], says: cause.title },
    ...[...settling.map(sign => [sign]), ...facts.values()].map((fact): Variable => {
      const [strongest] = fact as readonly [PreparedSign<Sign>];
      const shown = fact.find(sign => isShown(sign, columns));
      return {
        name: `sign.${cause.id}.${fact.length > 1 && strongest.sign.group !== undefined ? strongest.sign.group : stateOf(strongest)}`,
        states: [...fact.map(stateOf), 'not-known'], given: [cause.id], table: likelihoods(fact.map(({ sign }) => likelihoodRatio[sign.speaks])),
        says: fact.map(sign => `${stateOf(sign)}: ${sign.sign.because} (${sign.sign.speaks})`).join(' '),
        ...(shown ? { observed: stateOf(shown) } : {}),
      };
    }),
  ];
}

/**
 * How likely each of some signs is where the cause is absent, and where it is present, in these ratios; what is left is
 * the state that is never observed. Only the ratios mean something.
 */
function likelihoods(ratios: readonly number[]): readonly number[] {
  const whole = ratios.reduce((sum, ratio) => sum + (ratio > 1 && Number.isFinite(ratio) ? ratio : 1), 0);
  let unit = 1;
  while (unit * whole > 0.5) unit /= 2;
  const absent = ratios.map(ratio => (Number.isFinite(ratio) ? unit : 0));
  const present = ratios.map(ratio => (Number.isFinite(ratio) ? ratio * unit : unit));
  return [absent, present].flatMap(row => [...row, 1 - row.reduce((sum, each) => sum + each, 0)]);
}
