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

export interface Enumerated {
  readonly presence: readonly number[];
  /** Mean chance that the standing stops the person. */
  readonly standing: number;
  /** Of the lasting causes, of the fresh players, and of the standing. */
  readonly shares: readonly number[];
  readonly chanceOfNo: number;
}

export function enumerateHistory({ presence, levels }: Person, latest: Interview, others: readonly Interview[]): Enumerated {
  let [failed, passed] = [0, 0];
  const [withCause, atLevel] = [presence.map(() => 0), levels.map(() => 0)];
  const shares = Array.from({ length: presence.length + latest.fresh.length + 1 }, () => 0);
  for (let world = 0; world < 2 ** presence.length; world++) {
    const there = presence.map((_, j) => Math.floor(world / 2 ** j) % 2 === 1);
    levels.forEach(({ stops, weight }, index) => {
      let prior = weight;
      presence.forEach((p, j) => { prior *= there[j] ? p : 1 - p; });
      for (const other of others) {
        const goesOn = playersOf(other, there, stops).reduce((product, q) => product * (1 - q), 1);
        prior *= other.failed ? 1 - goesOn : goesOn;
      }
      const { no, parts } = divide(playersOf(latest, there, stops));
      failed += prior * no;
      passed += prior * (1 - no);
      there.forEach((isThere, j) => { if (isThere) withCause[j] = (withCause[j] ?? 0) + prior * no; });
      atLevel[index] = (atLevel[index] ?? 0) + prior * no;
      parts.forEach((part, player) => { shares[player] = (shares[player] ?? 0) + prior * part; });
    });
  }
  return { presence: withCause.map(sum => sum / failed), standing: levels.reduce((sum, { stops }, index) => sum + stops * (atLevel[index] ?? 0), 0) / failed, shares: shares.map(sum => sum / failed), chanceOfNo: failed / (failed + passed) };
}

function playersOf({ fresh, strengths }: Interview, there: readonly boolean[], stops: number): readonly number[] {
  return [...strengths.map((strength, j) => (there[j] ? strength : 0)), ...fresh, stops];
}

/** Who fired, in every combination; those that fired share what happened equally. */
function divide(players: readonly number[]): { readonly no: number; readonly parts: readonly number[] } {
  let no = 0;
  const parts = players.map(() => 0);
  for (let pattern = 1; pattern < 2 ** players.length; pattern++) {
    const fired = players.map((_, i) => Math.floor(pattern / 2 ** i) % 2 === 1);
    let weight = 1;
    players.forEach((q, i) => { weight *= fired[i] ? q : 1 - q; });
    const count = fired.filter(Boolean).length;
    no += weight;
    fired.forEach((did, i) => { if (did) parts[i] = (parts[i] ?? 0) + weight / count; });
  }
  return { no, parts };
}
