import { describe, expect, test } from 'vitest';
import type { QuestionWorth } from '../../src/asking/questionWorths.ts';
import { stopAsking } from '../../src/asking/stopAsking.ts';

const worth = (question: number, change: number, overtakes: number): QuestionWorth => ({ question, change, overtakes });

/** Enough has been asked, or how many questions may be left. */
function left(worths: readonly QuestionWorth[], started = true): string {
  const { shouldStop, remaining: { from, to } } = stopAsking(worths, started);
  expect(shouldStop).toBe(to === 0);
  return shouldStop ? `stop, ${from} to ${to}` : `${from} to ${to}`;
}

describe('enough has been asked', () => {
  test('when there is nothing left, or nothing that changes half a hundredth', () => {
    expect(left([])).toBe('stop, 0 to 0');
    expect(left([worth(0, 0.0049, 1)])).toBe('stop, 0 to 0');
    expect(left([worth(0, 0.005, 1)])).toBe('1 to 1');
  });

  test('when what leads is safe from every single question', () => {
    expect(left([worth(0, 0.3, 0.0199), worth(1, 0.2, 0)])).toBe('stop, 0 to 0');
    expect(left([worth(0, 0.3, 0), worth(1, 0.2, 0.02)])).toBe('1 to 2');
    expect(left([worth(0, 0.3, 0), worth(1, 0.001, 0.9)])).toBe('stop, 0 to 0'); // what is not worth asking endangers nothing
  });

  test('but not before some answer speaks for what leads', () => {
    expect(left([worth(0, 0.3, 0), worth(1, 0.2, 0)], false)).toBe('1 to 2');
    expect(left([], false)).toBe('stop, 0 to 0');
  });
});

test('the most telling question comes first; equal ones stay in the order of the pack', () => {
  const worths = [worth(0, 0.1, 0), worth(1, 0.004, 0), worth(2, 0.3, 0), worth(3, 0.1, 0)];
  expect(stopAsking(worths, true).worthwhile.map(({ question }) => question)).toEqual([2, 0, 3]);
});
