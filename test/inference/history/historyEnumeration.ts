/**
 * Several interviews by brute force: every combination of lasting causes and level of the standing, and within the
 * failure to explain every combination of players that fire. Written from the definitions, without anything of src.
 */

interface Person {
  readonly presence: readonly number[];
  readonly levels: readonly { readonly stops: number; readonly weight: number }[];
}

interface Interview {
  readonly failed: boolean;
  readonly fresh: readonly number[];
  readonly strengths: readonly number[];
}

/** What is thought of everything that lasts. */
interface Lasts {
  readonly presence: readonly number[];
  /** Mean chance that the standing stops the person. */
  readonly standing: number;
}

export interface Enumerated extends Lasts {
  /** The same if the latest interview had passed, and if its outcome were not known. */
  readonly otherwise: { readonly passed: Lasts; readonly open: Lasts };
  /** Of the lasting causes and of the fresh players: that it fired, and nothing else did. */
  readonly alone: readonly number[];
  /** Of the lasting causes, of the fresh players, and of the standing. */
  readonly shares: readonly number[];
  readonly chanceOfNo: number;
}

export function enumerateHistory({ presence, levels }: Person, latest: Interview, others: readonly Interview[]): Enumerated {
  const [failed, passed] = [weigher(presence.length), weigher(presence.length)];
  const shares = Array.from({ length: presence.length + latest.fresh.length + 1 }, () => 0);
  const alone = shares.slice();
  for (let world = 0; world < 2 ** presence.length; world++) {
    const there = presence.map((_, j) => Math.floor(world / 2 ** j) % 2 === 1);
    for (const { stops, weight } of levels) {
      let prior = weight;
      presence.forEach((p, j) => { prior *= there[j] ? p : 1 - p; });
      for (const other of others) {
        const goesOn = playersOf(other, there, stops).reduce((product, q) => product * (1 - q), 1);
        prior *= other.failed ? 1 - goesOn : goesOn;
      }
      const { no, parts, only } = divide(playersOf(latest, there, stops));
      failed.add(prior * no, there, stops);
      passed.add(prior * (1 - no), there, stops);
      parts.forEach((part, player) => { shares[player] = (shares[player] ?? 0) + prior * part; });
      only.forEach((chance, player) => { alone[player] = (alone[player] ?? 0) + prior * chance; });
    }
  }
  return {
    ...meansOf(presence.length, failed),
    otherwise: { passed: meansOf(presence.length, passed), open: meansOf(presence.length, failed, passed) },
    shares: shares.map(sum => sum / failed.whole()), alone: alone.slice(0, -1).map(sum => sum / failed.whole()),
    chanceOfNo: failed.whole() / (failed.whole() + passed.whole()),
  };
}

/** Weights of worlds, in all, with each cause, and times the chance that the standing stops. */
interface Weigher {
  readonly add: (weight: number, there: readonly boolean[], stops: number) => void;
  readonly whole: () => number;
  readonly with: (cause: number) => number;
  readonly stopped: () => number;
}

function weigher(causes: number): Weigher {
  const withCause = Array.from({ length: causes }, () => 0);
  let [whole, stopped] = [0, 0];
  return {
    add: (weight, there, stops) => {
      whole += weight;
      stopped += weight * stops;
      there.forEach((isThere, j) => { if (isThere) withCause[j] = (withCause[j] ?? 0) + weight; });
    },
    whole: () => whole, with: cause => withCause[cause] ?? 0, stopped: () => stopped,
  };
}

function meansOf(causes: number, ...weighers: readonly Weigher[]): Lasts {
  const sum = (of: (each: Weigher) => number): number => weighers.reduce((all, each) => all + of(each), 0);
  const whole = sum(each => each.whole());
  return { presence: Array.from({ length: causes }, (_, cause) => sum(each => each.with(cause)) / whole), standing: sum(each => each.stopped()) / whole };
}

function playersOf({ fresh, strengths }: Interview, there: readonly boolean[], stops: number): readonly number[] {
  return [...strengths.map((strength, j) => (there[j] ? strength : 0)), ...fresh, stops];
}

/** Who fired, in every combination; those that fired share what happened equally. */
function divide(players: readonly number[]): { readonly no: number; readonly parts: readonly number[]; readonly only: readonly number[] } {
  let no = 0;
  const [parts, only] = [players.map(() => 0), players.map(() => 0)];
  for (let pattern = 1; pattern < 2 ** players.length; pattern++) {
    const fired = players.map((_, i) => Math.floor(pattern / 2 ** i) % 2 === 1);
    let weight = 1;
    players.forEach((q, i) => { weight *= fired[i] ? q : 1 - q; });
    const count = fired.filter(Boolean).length;
    no += weight;
    fired.forEach((did, i) => { if (did) parts[i] = (parts[i] ?? 0) + weight / count; });
    if (count === 1) only[fired.indexOf(true)] = weight;
  }
  return { no, parts, only };
}
