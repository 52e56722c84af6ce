import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prepare } from '../../src/api/prepare.ts';
import { AnswersError } from '../../src/base/errors.ts';
import { corePack } from '../../src/core/corePack.ts';
import { fillMessage, safeFillMessage } from '../../src/plan/fillMessage.ts';
import type { Message } from '../../src/plan/message.ts';
import { AS_OF, consistentAnswersTo } from '../arbitraryPack.ts';

const message: Message = {
  occasion: 'check-in', date: null, inDays: 0,
  parts: [
    { place: 'thanks', fix: null, text: ['Thank you for ', { blank: 'what-they-did' }, '.'] },
    { place: 'interest', fix: 'a-fix', text: [{ blank: 'a-day' }, ' suits me, and ', { blank: 'what-they-did' }, ' was kind.'] },
  ],
  blanks: [{ id: 'what-they-did', says: 'what they did' }, { id: 'a-day', says: 'a day' }],
};

describe('a message', () => {
  test('is unfinished while a gap is open: it stands in its words, and is named', () => {
    expect(fillMessage(message)).toEqual({ text: 'Thank you for [what they did]. [a day] suits me, and [what they did] was kind.', open: ['what-they-did', 'a-day'] });
    expect(fillMessage(message, { 'a-day': 'Monday' })).toEqual({ text: 'Thank you for [what they did]. Monday suits me, and [what they did] was kind.', open: ['what-they-did'] });
  });

  test('is finished once each gap is filled, everywhere it stands', () => {
    expect(fillMessage(message, { 'a-day': ' Monday ', 'what-they-did': 'the tour' })).toEqual({ text: 'Thank you for the tour. Monday suits me, and the tour was kind.', open: [] });
  });

  test('takes words for what they are: what looks like a gap, a pattern or markup is none', () => {
    const words = '[a day] $& $1 <b> {outcome} \\';
    expect(fillMessage(message, { 'what-they-did': words, 'a-day': 'it' }).text).toBe(`Thank you for ${words}. it suits me, and ${words} was kind.`);
  });

  test('changes nothing in what it is given', () => {
    const before = JSON.stringify(message);
    const filled = Object.freeze({ 'a-day': ' Monday ' });
    fillMessage(message, filled);
    expect([JSON.stringify(message), filled]).toEqual([before, { 'a-day': ' Monday ' }]);
  });
});

describe('what cannot be is a problem', () => {
  test.each<[string, unknown, string, readonly string[]]>([
    ['a gap that is none', { 'a-dya': 'Monday' }, 'unknown-key', ['a-dya']],
    ['nothing', { 'a-day': '' }, 'wrong-kind', ['a-day']],
    ['blanks', { 'a-day': ' \n' }, 'wrong-kind', ['a-day']],
    ['a number', { 'a-day': 7 }, 'wrong-kind', ['a-day']],
    ['far too many words', { 'a-day': 'a'.repeat(301) }, 'wrong-kind', ['a-day']],
    ['undefined', { 'a-day': undefined }, 'wrong-kind', ['a-day']],
    ['what stands on the prototype of all objects', { constructor: 'x' }, 'unknown-key', ['constructor']],
    ['a list', ['Monday'], 'not-an-object', []],
    ['null', null, 'not-an-object', []],
  ])('%s', (_what, filled, code, path) => {
    expect(safeFillMessage(message, filled)).toMatchObject({ ok: false, problems: [{ code, path }] });
    expect(() => fillMessage(message, filled as never)).toThrow(AnswersError);
  });

  test('a misspelt gap is told the nearest one, and all of them are told at once', () => {
    expect(safeFillMessage(message, { 'a-dya': 'Monday', 'what-they-did': 3 })).toMatchObject({ ok: false, problems: [{ hint: 'did you mean “a-day”?' }, { path: ['what-they-did'] }] });
  });

  test.each([[null], [undefined], [5], ['a'], [{}], [{ parts: [], blanks: [null] }], [{ parts: [{}], blanks: [] }]])('%j is no message, and is refused', odd => {
    expect(safeFillMessage(odd, {})).toMatchObject({ ok: false, problems: [{ code: 'wrong-kind', path: [] }] });
    expect(() => fillMessage(odd as never)).toThrow(AnswersError);
  });

  test('300 letters are not too many', () => {
    expect(fillMessage(message, { 'a-day': 'a'.repeat(300), 'what-they-did': 'it' }).open).toEqual([]);
  });

  test('gives the same in both ways', () => {
    expect(safeFillMessage(message, { 'a-day': 'Monday' })).toEqual({ ok: true, value: fillMessage(message, { 'a-day': 'Monday' }) });
  });
});

test('for all messages of the core pack and all words: the gaps that were filled hold the words, the others are open', () => {
  const messages = consistentAnswersTo(corePack).map(answers => prepare().interview(answers as object, { asOf: AS_OF }).plan().message).filter(each => each !== null);
  const filling = messages.chain(each => fc.record({ each: fc.constant(each), ids: fc.subarray(each.blanks.map(({ id }) => id)), words: fc.string({ minLength: 1, maxLength: 300 }).filter(text => text.trim() !== '') }));
  fc.assert(fc.property(filling, ({ each, ids, words }) => {
    const { text, open } = fillMessage(each, Object.fromEntries(ids.map(id => [id, words])));
    expect(open).toEqual(each.blanks.map(({ id }) => id).filter(id => !ids.includes(id)));
    expect(text).toBe(each.parts.map(part => part.text.map(piece => {
      if (typeof piece === 'string') return piece;
      return ids.includes(piece.blank) ? words.trim() : `[${each.blanks.find(({ id }) => id === piece.blank)?.says ?? ''}]`;
    }).join('')).join(' '));
  }), { numRuns: 100 });
});
