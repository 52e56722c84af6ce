import { expect, test } from 'vitest';
import { localDay } from '../../src/base/calendar.ts';

test('today is the day where the clock stands', () => {
  expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});
