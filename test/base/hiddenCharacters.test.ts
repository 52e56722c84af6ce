import { describe, expect, test } from 'vitest';
import { hiddenIn, withDots, withoutSteering, withoutUnprintable } from '../../src/base/hiddenCharacters.ts';

describe('what belongs to a word or a picture is not hidden', () => {
  test.each([
    ['Persian', 'می\u200cشود و خانه\u200cهای ما'],
    ['Sinhala', 'ශ\u0dca\u200dර\u0dd3 ලංකා'],
    ['Hindi, with a vowelless letter at the end', 'क\u094d\u200dष and र\u094d\u200d'],
    ['Bengali', 'র\u200d\u09cdয'],
    ['Malayalam, at the end of a word', 'അവന\u0d4d\u200d'],
    ['a family', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}'],
    ['hands of two colours', '\u{1faf1}\u{1f3fb}\u200d\u{1faf2}\u{1f3ff}'],
    ['a heart on fire', '\u2764\ufe0f\u200d\u{1f525}'],
    ['the flag of England', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['many words one after the other', 'می\u200cشود'.repeat(100)],
  ])('%s', (_what, text) => {
    expect([...hiddenIn(text)]).toEqual([]);
    expect([withDots(text), withoutSteering(text), withoutUnprintable(text)]).toEqual([text, text, text]);
  });
});

describe('what stands by itself is', () => {
  test.each([
    ['a joiner in a Latin word', 'la\u200dte', 'late', [2]],
    ['what keeps letters apart, in a Latin word', 'la\u200cte', 'late', [2]],
    ['a joiner at the start', '\u200dش', 'ش', [0]],
    ['two in a row', 'می\u200c\u200cشود', 'میشود', [2, 3]],
    ['one at the end of a Persian word', 'می\u200c ', 'می ', [2]],
    ['a joiner behind one picture', '\u{1f468}\u200d!', '\u{1f468}!', [2]],
    ['a joiner before a picture', 'a\u200d\u{1f468}', 'a\u{1f468}', [1]],
    ['a space without width in a Persian word', 'می\u200bشود', 'میشود', [2]],
    ['a mark of direction in a Persian word', 'می\u202eشود', 'میشود', [2]],
    ['the letters of a flag without one', 'a\u{e0067}\u{e007f}', 'a', [1, 3]],
    ['the letters of a flag without an end', '\u{1f3f4}\u{e0067}\u{e0062}', '\u{1f3f4}', [2, 4]],
    ['a message behind a flag', `\u{1f3f4}${'\u{e0061}'.repeat(7)}\u{e007f}`, '\u{1f3f4}', [2, 4, 6, 8, 10, 12, 14, 16]],
    ['a byte-order mark', 'a\ufeffb', 'ab', [1]],
  ])('%s', (_what, text, shown, places) => {
    expect([...hiddenIn(text)].map(({ index }) => index)).toEqual(places);
    expect(withoutSteering(text)).toBe(shown);
    expect(withDots(text)).toHaveLength(text.length);
    expect(withDots(text)).toContain('·');
  });
});
