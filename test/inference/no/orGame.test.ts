import { expect, test } from 'vitest';
import { gameOf, play } from '../../../src/inference/no/orGame.ts';

test('a game stays as it was made, however often it is played with others', () => {
  const fires = [0.1, 0.5, 0.9];
  const game = gameOf(fires, 2);
  const first = play(game, fires, []);
  const changed = play(game, [0.1, 0.2, 0.9], [1]);
  expect(changed).not.toEqual(first);
  expect(play(game, fires, [])).toEqual(first);
  expect(play(game, [0.1, 0.2, 0.9], [1])).toEqual(changed);
});
