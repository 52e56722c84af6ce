import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hashOf } from '../../src/authoring/compile/hash.ts';

describe('the hash of a value', () => {
  test('is SHA-256 of its JSON in UTF-8, as Node has it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
      expect(hashOf([text])).toBe(createHash('sha256').update(JSON.stringify([text])).digest('hex'));
    }));
  });

  test('depends on the order of lists, and not on that of keys', () => {
    expect(hashOf({ a: 1, b: { c: 2, d: 3 } })).toBe(hashOf({ b: { d: 3, c: 2 }, a: 1 }));
    expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]));
  });
});
