import { describe, expect, test } from 'vitest';
import { begin, type Given } from '../../src/element/begin.ts';
import { memoryFor } from '../../src/element/memory.ts';
import { answered, back, goOn, mend, placeOf, type Talk, toPage, toQuestions } from '../../src/element/talk.ts';
import { tinyPack } from '../tinyPack.ts';

const given: Given = { pack: tinyPack, answers: null, notes: null, for: null, locale: null, asOf: '2026-11-22', short: false, remember: 'off' };

function begun(more: Partial<Given> = {}): { readonly talk: Talk; readonly say: (talk: Talk, answer: string) => Talk } {
  const result = begin({ ...given, ...more }, null);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  const { setting, talk } = result.value;
  return {
    talk,
    say: (before, answer) => {
      const then = answered(before, answer, setting);
      if (!then.ok) throw new Error(then.problems[0]?.message);
      return then.value;
    },
  };
}

describe('a talk', () => {
  test('keeps what was said where someone goes back over it', () => {
    const { talk, say } = begun();
    const later = say(say(talk, 'rejected'), 'phone-screen');
    const start = back(back(later));
    expect(start.session.answers).toEqual({});
    expect(start.said).toEqual({ outcome: 'rejected', stage: 'phone-screen' });
    expect(placeOf(start)).toMatchObject({ at: 'question', question: { id: 'outcome' } });
  });

  test('goes on though it is enough only where they want it', () => {
    const { talk, say } = begun();
    let now = say(talk, 'rejected');
    while (!now.session.enough) now = say(now, 'unknown');
    expect(placeOf(now).at).toBe('enough');
    expect(placeOf(goOn(now)).at).toBe(now.session.next === null ? 'enough' : 'question');
    expect(placeOf(toPage(now)).at).toBe('page');
    expect(placeOf(toQuestions(toPage(now))).at).toBe('enough');
  });

  test('changes one answer from the page, and comes back to it with the others as they were', () => {
    const { talk, say } = begun({ answers: { outcome: 'rejected', attended: 'there', arrival: 'on-time' } });
    const arrival = tinyPack.questions.find(({ id }) => id === 'arrival');
    if (!arrival) throw new Error('the pack has no arrival');
    const mending = mend(toPage(talk), arrival);
    expect(placeOf(mending)).toEqual({ at: 'mending', question: arrival });
    const then = say(mending, 'late');
    expect(placeOf(then).at).toBe('page');
    expect(then.session.answers).toEqual({ outcome: 'rejected', attended: 'there', arrival: 'late' });
  });
});

describe('memory', () => {
  const broken = (): Storage => { throw new Error('switched off'); };

  test('survives a storage that throws', () => {
    const memory = memoryFor(tinyPack, '', broken);
    expect(memory.read()).toBeUndefined();
    expect(() => { memory.write({ outcome: 'rejected' }); memory.clear(); }).not.toThrow();
  });

  test('goes on with the order in which answers were given', () => {
    const kept = { outcome: 'rejected', stage: 'unknown' };
    const result = begin({ ...given, remember: null }, null, () => ({ read: () => kept, write: () => undefined, clear: () => undefined }));
    expect(result.ok && [result.value.goesOn, result.value.talk.session.asked]).toEqual([true, ['outcome', 'stage']]);
  });

  test('is neither read nor written where the page around has the answers', () => {
    const result = begin({ ...given, remember: null, answers: {} }, null, () => { throw new Error('must not be asked'); });
    expect(result.ok && result.value.memory).toBeNull();
  });
});

test.each(['../../dist/element.js', '../../dist/bareElement.js'])('%s can be loaded where there are no elements', async file => {
  const loaded = await import(file) as Record<string, unknown>;
  expect(loaded['AfterViewElement']).toBeTypeOf('function');
});
