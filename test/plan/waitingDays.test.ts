import { describe, expect, test } from 'vitest';
import type { ExplainedSilence } from '../../src/inference/silence/explainSilence.ts';
import { waitingDays, type WaitingDays } from '../../src/plan/waitingDays.ts';
import { fairToAsk } from '../../src/inference/silence/clock.ts';

/** A silence of so many days in which an invitation has this chance now, and drops below 1 in 20 after some day. */
function waited(days: number, advance: number, hopefulUntil = 40, promised = false): WaitingDays {
  return waitingDays({ days, promised, advance, noToCome: 0, never: 1 - advance, causes: [], advanceAfter: (day: number) => (day <= hopefulUntil ? 0.05 : 0.0499) } as unknown as ExplainedSilence);
}

describe('what a silence means', () => {
  const fair = fairToAsk(false);

  test.each<[what: string, days: number, advance: number, verdict: WaitingDays['verdict']]>([
    ['the day before asking is fair it is too early', fair - 1, 0.5, 'too-early'],
    ['also where there is little hope', fair - 1, 0.03, 'too-early'],
    ['from then on it is open', fair, 0.1, 'open'],
    ['below 1 in 10 it is probably over', fair, 0.0999, 'probably-over'],
    ['with 3 in 100 it still is only probably', fair, 0.03, 'probably-over'],
    ['below 3 in 100 it is over', fair, 0.0299, 'over'],
    ['even before asking is fair', fair - 1, 0.0299, 'over'],
  ])('%s', (_what, days, advance, verdict) => { expect(waited(days, advance).verdict).toBe(verdict); });

  test('asking is fair from a day on that hangs on a promise alone', () => {
    for (const promised of [true, false]) expect(waited(1, 0.5, 40, promised).ask).toBe(fairToAsk(promised));
  });
});

describe('the day to let go', () => {
  const afterAsking = fairToAsk(false) + 7;

  test('is the first on which an invitation is less likely than 1 in 20', () => {
    expect(waited(1, 0.5, 40).letGo).toBe(41);
  });

  test('is not before asking had a week to work', () => {
    expect(waited(1, 0.5, 2).letGo).toBe(afterAsking);
    expect(waited(1, 0.5, afterAsking).letGo).toBe(afterAsking + 1);
  });

  test('is never later than now once it is over, and today where that day has passed', () => {
    expect(waited(30, 0.01, 40).letGo).toBe(30);
    expect(waited(60, 0.01, 40).letGo).toBe(41);
    expect(waited(30, 0.04, 40).letGo).toBe(41);
  });

  test('comes within ten years, however hopeful an employer is', () => {
    expect(waited(1, 0.5, Infinity).letGo).toBe(3650);
  });
});
