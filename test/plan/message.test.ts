import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose, safeDiagnose } from '../../src/api/diagnose.ts';
import { corePack } from '../../src/core/corePack.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import type { Fix, Pack } from '../../src/pack/pack.ts';
import type { Draft, MessagePlace, Occasion } from '../../src/pack/words.ts';
import { fillMessage } from '../../src/plan/fillMessage.ts';
import type { FixOf } from '../../src/plan/nextChance.ts';
import { type Message, messageFor, type MessageParts, MOST_WORDS } from '../../src/plan/message.ts';
import type { ScheduleStep } from '../../src/plan/schedule.ts';
import { type Answered, AS_OF, consistentAnswersTo } from '../arbitraryPack.ts';
import { engineOf, readBy } from '../engineOf.ts';
import { tinyPack } from '../tinyPack.ts';

const said = (words: string): Draft => [{ pieces: [[words]] }];
const place = (id: string, words?: string): MessagePlace => ({ place: id, ...(words !== undefined && { words: said(words) }) });

/** The tiny pack with a message for a no and for each step of waiting. */
const pack: Pack = {
  ...tinyPack,
  messages: {
    'after-a-no': [place('apology'), place('thanks', 'Thank you.'), place('recovery'), { ...place('question', 'Any feedback?'), asks: true }, place('close', 'All the best.')],
    'check-in': [place('apology'), place('thanks', 'Thank you again.'), { ...place('question', 'Where do things stand?'), asks: true }],
  },
};

/** A fix for now with words in a place of a message. */
function fix(id: string, where: string | undefined, words: string): FixOf {
  const made: Fix = { id, for: 'now', do: 'Write it.', say: said(words), ...(where !== undefined && { place: where }), removes: { value: 0.1 }, effort: 'minutes' };
  return { cause: 0, fix: made };
}

function composed(change: Partial<MessageParts> = {}, answers: Answered = { outcome: 'rejected' }, of: Pack = pack): Message | null {
  const { known: { reading } } = readBy(engineOf(of), answers);
  return messageFor({ pack: of, reading, outcome: 'rejected', today: null, now: [], schedule: null, question: null, ...change });
}

function wordsOf(message: Message | null): string | null {
  return message && fillMessage(message).text;
}

describe('a message is composed', () => {
  test('of what the pack says in each place, in the order of the places', () => {
    expect(wordsOf(composed())).toBe('Thank you. Any feedback? All the best.');
    expect(composed()?.parts.map(part => [part.place, part.fix])).toEqual([['thanks', null], ['question', null], ['close', null]]);
  });

  test('with the words of the fixes in the places that they name, instead of the pack’s own, whatever their order', () => {
    const [sorry, adds, again, thanks] = [fix('sorry', 'apology', 'I am sorry.'), fix('adds', 'recovery', 'I forgot this.'), fix('again', 'apology', 'It was my slip.'), fix('thanks', 'thanks', 'Thank you for the tour.')];
    expect(wordsOf(composed({ now: [adds, sorry] }))).toBe('I am sorry. Thank you. I forgot this. Any feedback? All the best.');
    expect(wordsOf(composed({ now: [adds, sorry, again] }))).toBe('I am sorry. It was my slip. Thank you. I forgot this. Any feedback? All the best.');
    expect(wordsOf(composed({ now: [thanks] }))).toBe('Thank you for the tour. Any feedback? All the best.');
    expect(composed({ now: [adds, sorry] })?.parts.map(part => part.fix)).toEqual(['sorry', null, 'adds', null, null]);
  });

  test('without what has no place on the occasion, and without fixes that have no words', () => {
    const mute: Fix = { id: 'mute', for: 'now', do: 'Call them.', place: 'apology', removes: { value: 0.1 }, effort: 'minutes' };
    expect(wordsOf(composed({ now: [fix('odd', 'interest', 'I like it.'), { cause: 0, fix: mute }] }))).toBe('Thank you. Any feedback? All the best.');
  });

  test('of 90 words at most: fixes that are worth less are left out first', () => {
    const long = (id: string, count: number): FixOf => fix(id, 'recovery', `${Array.from({ length: count }, () => 'word').join(' ')}.`);
    const kept = (...now: readonly FixOf[]): readonly (string | null)[] => composed({ now })?.parts.map(part => part.fix).filter(id => id !== null) ?? [];
    expect(MOST_WORDS).toBe(90);
    expect(kept(long('most', 40), long('less', 43))).toEqual(['most', 'less']); // 83, and 7 of the pack’s own
    expect(kept(long('most', 40), long('less', 44))).toEqual(['most']);
    expect(kept(long('most', 84), long('less', 1))).toEqual([]);
  });

  test('of the words of the best fix alone, where the pack has no messages', () => {
    expect(wordsOf(composed({ now: [fix('best', undefined, 'I am sorry.'), fix('less', undefined, 'And this.')] }, { outcome: 'rejected' }, tinyPack))).toBe('I am sorry.');
    expect(composed({}, { outcome: 'rejected' }, tinyPack)).toBeNull();
  });

  test('of nothing, where there is nothing to say', () => {
    expect(composed({ outcome: 'advanced' })).toBeNull();
    expect(composed({ outcome: null })).toBeNull();
  });
});

describe('its day', () => {
  const step = (kind: ScheduleStep['kind'], inDays: number): ScheduleStep => ({ kind, date: '2026-12-08', inDays });

  test('is today once they have answered, with a date where today is known', () => {
    expect(composed({ today: 20_787 })).toMatchObject({ occasion: 'after-a-no', date: '2026-11-30', inDays: 0 });
    expect(composed()).toMatchObject({ occasion: 'after-a-no', date: null, inDays: 0 });
    expect(composed({ outcome: 'cancelled' })).toMatchObject({ occasion: 'after-a-no' });
  });

  test('is that of the next step while nothing has been heard', () => {
    expect(composed({ outcome: 'no-reply', schedule: [step('check-in', 8), step('last-message', 15)] })).toMatchObject({ occasion: 'check-in', date: '2026-12-08', inDays: 8 });
    expect(wordsOf(composed({ outcome: 'waiting', schedule: [step('check-in', 8)] }))).toBe('Thank you again. Where do things stand?');
  });

  test('is none where nothing but letting go is left', () => {
    expect(composed({ outcome: 'no-reply', schedule: [step('let-go', 8)] })).toBeNull();
    expect(composed({ outcome: 'no-reply', schedule: [] })).toBeNull();
    expect(composed({ outcome: 'waiting' })).toBeNull();
  });
});

describe('the question in it', () => {
  const stage: Pack['askDirectlyIf'] = { test: 'chosen', question: 1, options: [0] };
  const asked = (of: Partial<Pack>, answers: Answered = {}): string | null => wordsOf(composed({ question: 'What was missing?' }, { outcome: 'rejected', ...answers }, { ...pack, ...of }));

  test('is put as it stands only where the pack lets it be', () => {
    expect(asked({ askDirectlyIf: stage }, { stage: 'phone-screen' })).toBe('Thank you. What was missing? All the best.');
    expect(asked({ askDirectlyIf: stage }, { stage: 'first-interview' })).toBe('Thank you. Any feedback? All the best.');
    expect(asked({ askDirectlyIf: stage })).toBe('Thank you. Any feedback? All the best.');
    expect(asked({})).toBe('Thank you. Any feedback? All the best.');
    expect(wordsOf(composed({ question: null }, { outcome: 'rejected', stage: 'phone-screen' }, { ...pack, askDirectlyIf: stage }))).toBe('Thank you. Any feedback? All the best.');
  });

  test('gives way to a fix that asks something itself', () => {
    expect(wordsOf(composed({ question: 'What was missing?', now: [fix('asks', 'question', 'May I ask one thing?')] }, { outcome: 'rejected', stage: 'phone-screen' }, { ...pack, askDirectlyIf: stage }))).toBe('Thank you. May I ask one thing? All the best.');
  });

  test('is left out where nothing may be asked, and nothing is written where nothing may be sent', () => {
    expect(asked({ askNothingIf: stage }, { stage: 'phone-screen' })).toBe('Thank you. All the best.');
    expect(asked({ sendNothingIf: stage }, { stage: 'phone-screen' })).toBeNull();
    expect(asked({ sendNothingIf: stage }, { stage: 'first-interview' })).not.toBeNull();
    expect(asked({ sendNothingIf: stage })).not.toBeNull();
  });
});

describe('its gaps are data', () => {
  const gapped: Pack = { ...pack, messages: { 'after-a-no': [{ place: 'thanks', words: [{ pieces: [['Thank you for ', { blank: 'what they did, and when' }, '. ', { blank: 'A day!' }, ' and ', { blank: 'what they did, and when' }]] }] }] } };

  test('each once, in the order in which they come up, with an id made of its words', () => {
    const message = composed({}, { outcome: 'rejected' }, gapped);
    expect(message?.blanks).toEqual([{ id: 'what-they-did-and-when', says: 'what they did, and when' }, { id: 'a-day', says: 'A day!' }]);
    expect(message?.parts).toEqual([{ place: 'thanks', fix: null, text: ['Thank you for ', { blank: 'what-they-did-and-when' }, '. ', { blank: 'a-day' }, ' and ', { blank: 'what-they-did-and-when' }] }]);
  });
});

describe('with the core pack', () => {
  const outcomes = ['rejected', 'cancelled', 'no-reply', 'waiting', 'advanced'] as const;
  const messageOf = (answers: Answered): Message | null => diagnose(answers as object, { asOf: AS_OF }).plan.message;
  const textOf = (answers: Answered): string => wordsOf(messageOf(answers)) ?? '';
  const partOf = (where: string, message: Message | null): string => message?.parts.filter(part => part.place === where).map(({ text }) => text.map(piece => (typeof piece === 'string' ? piece : '…')).join('')).join(' ') ?? '';

  test('for all answers: its places in their order, 90 words at most, gaps that are named, and the day of the next step', () => {
    fc.assert(fc.property(consistentAnswersTo(corePack), fc.constantFrom(...outcomes), (some, outcome) => {
      const checked = safeDiagnose({ ...some, outcome }, { asOf: AS_OF });
      if (!checked.ok) return;
      const { plan: { message, now }, schedule, asOf, explanations } = checked.value;
      if (message === null) return;
      const places = (corePack.messages?.[message.occasion] ?? []).map(each => each.place);
      const order = message.parts.map(part => places.indexOf(part.place));
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(order).not.toContain(-1);
      const { text, open } = fillMessage(message);
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(MOST_WORDS);
      expect(text).not.toMatch(/undefined|null|NaN|[<>{}]| {2}|!/);
      expect(text).toMatch(/^[A-Z[].*[.?]$/);
      expect(open).toEqual(message.blanks.map(({ id }) => id));
      const cited = message.parts.flatMap(part => part.text.flatMap(piece => (typeof piece === 'string' ? [] : [piece.blank])));
      expect([...new Set(cited)]).toEqual(open);
      for (const part of message.parts) for (const piece of part.text) if (typeof piece === 'string') expect(piece).not.toMatch(/[[\]]/);
      expect([message.date, message.inDays]).toEqual(schedule[0] ? [schedule[0].date, schedule[0].inDays] : [asOf, 0]);
      const offered = [...now, ...explanations.flatMap(({ fixes }) => fixes)].filter(each => each.for === 'now').map(({ id }) => id);
      for (const { fix: id } of message.parts) if (id !== null) expect(offered).toContain(id);
    }), { numRuns: 250 });
  });

  test('what is to be put right comes first, one thing after the other', () => {
    const waiting = { outcome: 'waiting', 'days-since-interview': 1 };
    const late = messageOf({ ...waiting, arrival: 'late', 'minutes-late': 12 });
    expect([late?.occasion, late?.inDays, late?.parts[0]?.place, late?.parts[0]?.fix]).toEqual(['recovery', 0, 'apology', 'own-the-lateness']);
    const both = messageOf({ ...waiting, arrival: 'late', 'minutes-late': 12, 'questions-asked': 0 });
    const recoveries = both?.parts.filter(part => part.fix !== null).map(part => part.place) ?? [];
    expect(recoveries.length).toBeGreaterThan(1);
    expect(recoveries[0]).toBe('apology');
  });

  test('nothing is written after unlawful questions or a private reason, whatever the outcome', () => {
    for (const outcome of outcomes) {
      const open = { outcome, arrival: 'late', 'days-since-interview': 2 };
      expect([outcome, messageOf({ ...open, 'asked-unlawfully': [] }) !== null]).toEqual([outcome, true]);
      for (const harm of [{ 'asked-unlawfully': ['family'] }, ...(outcome === 'advanced' ? [] : [{ 'stated-reason': ['private'] }])]) expect([outcome, harm, messageOf({ ...open, ...harm })]).toEqual([outcome, harm, null]); // whoever went on is not asked for a reason
    }
  });

  test('nobody is thanked for an interview that did not take place', () => {
    const met = /conversation|speak(?:ing)? with me|our talk|\bthe time you (?:took|gave)|interview on|told me about/i;
    expect(textOf({ outcome: 'rejected', attended: 'as-agreed' })).toMatch(met);
    for (const attended of ['missed', 'they-did-not-come'] as const) {
      for (const outcome of outcomes.filter(each => each !== 'advanced')) {
        for (const days of [1, 9, 20]) {
          const checked = safeDiagnose({ outcome, attended, 'days-since-interview': days }, { asOf: AS_OF });
          if (checked.ok) expect([attended, outcome, days, wordsOf(checked.value.plan.message) ?? '']).toEqual([attended, outcome, days, expect.not.stringMatching(met)]);
        }
      }
    }
  });

  test('feedback is asked for in general after a no, and in particular where the no was warm and by word of mouth', () => {
    const no: Answered = { outcome: 'rejected', 'stated-reason': [], attended: 'as-agreed' };
    const asked = (answers: Answered): readonly [string, string] => {
      const found: Diagnosis = diagnose<never>({ ...no, ...answers } as never);
      return [partOf('question', found.plan.message), found.employerQuestion?.ask ?? 'none'];
    };
    for (const distant of [{}, { 'heard-how': 'personal-mail' }, { 'heard-how': 'call' }, { 'heard-how': 'call', 'no-tone': 'plain' }, { 'heard-how': 'personal-mail', 'no-tone': 'warm' }]) {
      const checked = safeDiagnose({ ...no, ...distant });
      if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
      const [words, question] = asked(distant);
      expect([distant, words === question]).toEqual([distant, false]);
      expect(words).toMatch(/feedback/);
    }
    for (const near of [{ 'heard-how': 'call', 'no-tone': 'warm' }, { 'heard-how': 'on-the-spot', 'no-tone': 'sorry' }]) {
      const [words, question] = asked(near);
      expect(words).toBe(question);
      expect(words).toMatch(/\?$/);
    }
  });

  test('a day of the interview stands in it where it is known', () => {
    const no = { outcome: 'rejected', attended: 'as-agreed' };
    expect(textOf({ ...no, 'interview-date': '2026-11-18' })).toMatch(/ on Wednesday, 18 November\b/);
    expect(textOf(no)).not.toMatch(/ on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/);
  });

  test('each occasion of the pack has places, and one that asks is asked once', () => {
    const occasions = Object.entries(corePack.messages ?? {}) as readonly [Occasion, readonly MessagePlace[]][];
    expect(occasions.map(([occasion]) => occasion).toSorted()).toEqual(['after-a-no', 'after-a-yes', 'check-in', 'last-message', 'recovery', 'thank-you']);
    for (const [, places] of occasions) expect(new Set(places.map(each => each.place)).size).toBe(places.length);
    const named = corePack.causes.flatMap(({ fixes }) => fixes.flatMap(each => (each.place === undefined ? [] : [each.place])));
    const known = new Set(occasions.flatMap(([, places]) => places.map(each => each.place)));
    expect(named.filter(each => !known.has(each))).toEqual([]);
  });
});
