import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText } from '../../src/cli/jsonText.ts';

test('JSON is the same data, and nothing in it steers a terminal or turns the direction of a line', () => {
  const text = fc.string({ unit: fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), fc.constantFrom('\u009b', '\u202e', '\u2066', '\u061c', '\ufeff', '\u001b', '\u007f')) });
  fc.assert(fc.property(fc.dictionary(text, text), value => {
    const printed = jsonText(value);
    expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(value)));
    expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/);
  }));
});
