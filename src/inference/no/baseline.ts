import { type Weighed, weighUnasked } from '../../evidence/weigh.ts';
import type { Prepared } from '../../pack/preparePack.ts';
import { once } from '../../base/once.ts';
import { type StillWaiting, stillWaitingBy } from '../silence/stillWaiting.ts';
import { type Game, gameOf, nodesForPlayers, play } from './orGame.ts';

/** An interview of which nothing is known, every cause at its base rate: where all inference starts from. */
export interface Baseline {
  readonly prepared: Prepared;
  readonly weighed: Weighed;
  /** Of the causes in the pack's order, then of the background, then of the standing. */
  readonly fires: readonly number[];
  /** The game of these players at so many nodes. */
  readonly gameAt: (nodes: number) => Game;
  /** Probability of a no before any answer. */
  readonly chanceOfNo: () => number;
  /** By type of employer, after so many silent days. */
  readonly stillWaiting: (days: number) => readonly StillWaiting[];
}

export function baselineOf(prepared: Prepared): Baseline {
  const weighed = weighUnasked(prepared);
  const { pack } = prepared;
  const fires = firesOf(weighed, pack.background.value, meanStanding(pack));
  const games = new Map<number, Game>();
  const gameAt = (nodes: number): Game => {
    const game = games.get(nodes) ?? gameOf(fires, nodes);
    games.set(nodes, game);
    return game;
  };
  return {
    prepared, weighed, fires, gameAt,
    chanceOfNo: once(() => play(gameAt(nodesForPlayers(fires)), fires, []).any),
    stillWaiting: stillWaitingBy(pack.waiting),
  };
}

/** With what probability each cause fires, and after them the background and the standing. */
export function firesOf({ presence, strength }: Weighed, background: number, standing: number): number[] {
  const fires = presence.slice();
  for (let cause = 0; cause < fires.length; cause++) fires[cause] = (fires[cause] as number) * (strength[cause] as number);
  fires.push(background, standing);
  return fires;
}

/** For one interview only the mean of the hidden level matters: it is one more player. */
function meanStanding({ standing }: Prepared['pack']): number {
  return standing.levels.reduce((sum, { stops, weight }) => sum + stops * weight, 0);
}
