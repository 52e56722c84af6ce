import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, nearest } from '../../src/base/nearest.ts';

const questions = ['arrival', 'minutes-late', 'warned-ahead', 'thank-you', 'thank-you-hours', 'format', 'stage'];

describe('the name that was meant is found', () => {
  test.each([
    ['a letter left out', 'arival', 'arrival'],
    ['a letter too many', 'arrrival', 'arrival'],
    ['a wrong letter', 'arrivel', 'arrival'],
    ['two letters swapped', 'arrivla', 'arrival'],
    ['capitals', 'Minutes-Late', 'minutes-late'],
    ['an underscore for a hyphen', 'minutes_late', 'minutes-late'],
    ['a space for a hyphen', 'minutes late', 'minutes-late'],
    ['spaces around', '  format ', 'format'],
    ['no hyphen', 'minuteslate', 'minutes-late'],
    ['wide letters', 'ｆｏｒｍａｔ', 'format'],
    ['the name itself', 'stage', 'stage'],
    ['four slips in twelve letters', 'menuts-lete', 'minutes-late'],
  ])('in spite of %s', (_slip, written, meant) => {
    expect(nearest(written, questions)).toBe(meant);
  });

  test('and of two that are near the nearer one', () => {
    expect(nearest('thank-you-hour', questions)).toBe('thank-you-hours');
    expect(nearest('thank-yu', questions)).toBe('thank-you');
  });

  test('and of two that are equally near the first', () => {
    expect(nearest('lat', ['late', 'last'])).toBe('late');
    expect(nearest('lat', ['last', 'late'])).toBe('last');
  });
});

describe('a name that is far from all is not taken for one of them', () => {
  test.each(['', 'x', 'punctuality', 'form-of-address', 'arr'])('%j', written => {
    expect(nearest(written, questions)).toBeUndefined();
  });

  test('a third of the letters may differ, and no more', () => {
    expect(nearest('abcdxx', ['abcdef'])).toBe('abcdef');
    expect(nearest('abcxxx', ['abcdef'])).toBeUndefined();
    expect(nearest('abxde', ['abcde'])).toBe('abcde');
    expect(nearest('axxde', ['abcde'])).toBeUndefined();
  });

  test('of a short name one letter may', () => {
    expect(nearest('ne', ['no'])).toBe('no');
    expect(nearest('xx', ['no'])).toBeUndefined();
  });

  test('nor when there is nothing to choose from', () => {
    expect(nearest('arrival', [])).toBeUndefined();
  });
});

describe('for every name', () => {
  const name = fc.stringMatching(/^[a-z]{6,12}$/);

  test('one letter changed, added or left out, or two swapped, still leads back to it', () => {
    fc.assert(fc.property(name, fc.nat(), fc.constantFrom('change', 'add', 'leave out', 'swap'), (meant, at, slip) => {
      const i = at % (meant.length - 1);
      const written = meant.slice(0, i) + { change: `_${meant.slice(i + 1)}`, add: `_${meant.slice(i)}`, 'leave out': meant.slice(i + 1), swap: `${meant[i + 1] ?? ''}${meant[i] ?? ''}${meant.slice(i + 2)}` }[slip];
      expect(nearest(written, [meant])).toBe(meant);
    }));
  });

  test('a long one takes no longer than a short one', () => {
    const start = performance.now();
    expect(nearest('x'.repeat(1_000_000), questions)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('the hint', () => {
  test.each([
    ['you\u00a0', 'a no-break space (U+00A0)'], ['on\u2011time', 'a no-break hyphen (U+2011)'], ['on\u2013time', 'a dash (U+2013)'], ['\u2009you', 'an unusual space (U+2009)'],
  ])('says what cannot be seen in “%s”', (written, what) => {
    const meant = written.includes('you') ? 'you' : 'on-time';
    expect(didYouMean(written, ['you', 'on-time'])).toBe(`did you mean “${meant}”? There is ${what} in what you wrote`);
  });

  test('asks for the near name', () => {
    expect(didYouMean('arival', questions)).toBe('did you mean “arrival”?');
  });

  test('otherwise lists what there is', () => {
    expect(didYouMean('tardiness', ['early', 'on-time', 'late'])).toBe('one of: early, on-time, late');
  });

  test('but no more than twelve of them', () => {
    const many = Array.from({ length: 13 }, (_, index) => `cause-number-${index + 1}`);
    expect(didYouMean('x', many)).toBe('one of: cause-number-1, cause-number-2, cause-number-3, cause-number-4, cause-number-5, cause-number-6, cause-number-7, cause-number-8, cause-number-9, cause-number-10, cause-number-11, cause-number-12, … (13 in all)');
    expect(didYouMean('x', many.slice(1))).toMatch(/cause-number-13$/);
  });

  test('says when there is nothing', () => {
    expect(didYouMean('x', [])).toBe('there is none to choose from');
  });

  test('takes names that can be walked through only once', () => {
    expect(didYouMean('arival', new Map([['arrival', 1]]).keys())).toBe('did you mean “arrival”?');
    expect(didYouMean('xyz', new Set(questions).values())).toContain('one of: arrival');
  });
});
