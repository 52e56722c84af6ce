import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { diagnose } from '../../src/api/diagnose.ts';
import type { Pack, Question } from '../../src/pack/pack.ts';
import { employerQuestion } from '../../src/asking/employerQuestion.ts';
import { type Asking, askingOf, questionWorths } from '../../src/asking/questionWorths.ts';
import { holds } from '../../src/answers/holds.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { type Answered, AS_OF, consistentAnswersTo } from '../arbitraryPack.ts';
import { checkAnswers, engineOf, readBy } from '../engineOf.ts';
import { tinyPack } from '../tinyPack.ts';

/** The tiny pack with words to the employer for some of its questions. */
function asking(words: Readonly<Record<string, NonNullable<Question['employer']>>>, change: (question: Question) => Question = question => question): Pack {
  return { ...tinyPack, questions: tinyPack.questions.map(question => change({ ...question, ...(words[question.id] && { employer: words[question.id] }) })) };
}

function askingBy(pack: Pack, answers: Answered): Asking {
  const engine = engineOf(pack);
  const { known: { reading }, weighed } = readBy(engine, answers, AS_OF);
  return askingOf(engine.baseline, reading, weighed, engine.likely);
}

function chosen(pack: Pack, answers: Answered): string | null {
  const by = askingBy(pack, answers);
  const found = employerQuestion(by, questionWorths(by));
  if (!found) return null;
  expect(found.words).toBe(pack.questions[found.question]?.employer?.ask);
  return pack.questions[found.question]?.id ?? '';
}

/** What each unanswered question is expected to change for whoever can answer it. */
function changes(pack: Pack, answers: Answered): ReadonlyMap<string, number> {
  return new Map(questionWorths(askingBy(pack, answers)).map(({ question: index, change }) => {
    const { id, dontKnow } = pack.questions[index] as Question;
    return [id, change / (1 - dontKnow)];
  }));
}

const words = { ask: 'May I ask?' };
const both = { stage: words, 'questions-asked': words, prepared: words };

describe('the question to the employer', () => {
  test('is the one of those they can answer whose answer would change most', () => {
    const by = changes(asking(both), { outcome: 'rejected' });
    const [most] = [...by].filter(([id]) => id in both).toSorted(([, one], [, other]) => other - one);
    expect(chosen(asking(both), { outcome: 'rejected' })).toBe(most?.[0]);
    const others = Object.fromEntries(Object.entries(both).filter(([id]) => id !== most?.[0]));
    const [next] = [...by].filter(([id]) => id in others).toSorted(([, one], [, other]) => other - one);
    expect(chosen(asking(others), { outcome: 'rejected' })).toBe(next?.[0]);
    const late = { outcome: 'rejected', stage: 'phone-screen', attended: 'there' };
    expect([...changes(asking({ arrival: words, prepared: words }), late)].filter(([, change]) => change >= 0.01).map(([id]) => id)).toEqual(['arrival', 'prepared']);
    expect(chosen(asking({ arrival: words, prepared: words }), late)).toBe('prepared'); // though it is asked later, it changes more
    expect(chosen(asking({ ...both, arrival: words, attended: words }), { outcome: 'rejected', attended: 'there', arrival: 'late' })).not.toBe('arrival');
  });

  test('counts what they know, however few candidates know it', () => {
    const most = chosen(asking(both), { outcome: 'rejected' });
    const few = asking(both, question => (question.id === most ? { ...question, dontKnow: 0.95 } : question));
    expect(most).not.toBeNull();
    expect(chosen(few, { outcome: 'rejected' })).toBe(most);
  });

  test('is open when nothing was said so far, and not once something was', () => {
    const pack = asking({ prepared: words });
    expect(chosen(pack, { outcome: 'rejected' })).toBe('prepared');
    expect(chosen(pack, { outcome: 'rejected', prepared: [] })).toBe('prepared');
    expect(chosen(pack, { outcome: 'rejected', prepared: ['read-site'] })).toBeNull();
  });

  test('is put only where its condition is known to hold, and where the question itself is put', () => {
    const conditional = asking({ prepared: { ...words, if: { test: 'chosen', question: 1, options: [0] } } });
    expect(chosen(conditional, { outcome: 'rejected', stage: 'phone-screen' })).toBe('prepared');
    expect(chosen(conditional, { outcome: 'rejected', stage: 'first-interview' })).toBeNull();
    expect(chosen(conditional, { outcome: 'rejected' })).toBeNull();
    expect(chosen(asking({ arrival: words }), { outcome: 'rejected', attended: 'there' })).toBe('arrival');
    expect(chosen(asking({ arrival: words }), { outcome: 'rejected' })).toBeNull();
  });

  test('is none where no answer would change anything, or nobody may be asked', () => {
    expect(chosen(asking({ 'days-past-promise': words, 'promised-date': words }), { outcome: 'rejected' })).toBeNull();
    const deaf = { ...asking(both), causes: tinyPack.causes.map(cause => ({ ...cause, signs: [] })) };
    expect(chosen(deaf, { outcome: 'rejected' })).toBeNull();
    expect(chosen(tinyPack, { outcome: 'rejected' })).toBeNull();
  });
});

describe('with the core pack', () => {
  const put = (answers: Answered): Diagnosis['employerQuestion'] => diagnose(answers as object, { asOf: AS_OF }).employerQuestion;

  test('for all answers: one that they can answer, open, allowed, and the most telling of those', () => {
    fc.assert(fc.property(consistentAnswersTo(corePack), answers => {
      const asked = askingBy(corePack, answers);
      const { answers: given } = readBy(engineOf(corePack), answers, AS_OF).known.reading;
      const best = employerQuestion(asked, questionWorths(asked));
      const by = changes(corePack, answers);
      const open = corePack.questions.filter(({ id, employer }) => employer && by.has(id) && (employer.if === undefined || holds(employer.if, given) === true));
      if (best === null) {
        if (corePack.askNothingIf && holds(corePack.askNothingIf, given) === true) return;
        for (const { id } of open) expect(by.get(id)).toBeLessThan(0.01);
        return;
      }
      const { id: chosenId, employer: theirs } = corePack.questions[best.question] as Question;
      expect(best.words).toBe(theirs?.ask);
      const change = by.get(chosenId);
      if (change !== undefined) for (const { id } of open) expect(by.get(id)).toBeLessThanOrEqual(change + 1e-12);
      else expect(given[best.question]).toEqual({ kind: 'choices', options: [] });
    }), { numRuns: 40 });
  });

  test('its words can go out as they stand: no placeholder, one question, 40 words at most, and a message that asks it asks nothing else', () => {
    const asked = fc.sample(consistentAnswersTo(corePack), 80).flatMap(answers => ['rejected', 'cancelled', 'waiting', 'no-reply'].flatMap(outcome => {
      const open = { ...answers, 'stated-reason': 'unknown', 'follow-ups': 'unknown', outcome };
      if (!checkAnswers(corePack, open, AS_OF).ok) return [];
      const { employerQuestion: found, plan } = diagnose(open as object, { asOf: AS_OF });
      return found === null ? [] : [{ ask: found.ask, message: plan.message }];
    }));
    expect(new Set(asked.map(({ ask }) => ask)).size).toBeGreaterThan(3);
    for (const { ask, message } of asked) {
      expect(ask).not.toMatch(/[[\]{}<>…_]|\bX+\b|\byour name\b|undefined|!| {2}/i);
      expect(ask).toMatch(/^[A-Z][^?]*\?$/);
      expect(ask.split(/\s+/).length).toBeLessThanOrEqual(40);
      const words = message?.parts.filter(({ fix }) => fix === null).flatMap(({ text }) => text).filter(piece => typeof piece === 'string').join(' ') ?? '';
      if (words.includes(ask)) expect(words.match(/\?/g)).toHaveLength(1);
    }
    expect(asked.filter(({ ask, message }) => JSON.stringify(message).includes(ask)).length).toBeGreaterThan(0);
  });

  test('its words are those of the question that it names', () => {
    const found = put({ outcome: 'rejected', 'stated-reason': ['test'] });
    expect(found?.ask).toBe(corePack.questions.find(({ id }) => id === found?.question)?.employer?.ask);
    expect(found?.ask).toBeDefined();
  });

  test('a task is asked about only where they spoke of one', () => {
    const told = (...reasons: readonly string[]): Answered => ({ outcome: 'rejected', 'stated-reason': reasons, 'hired-person': 'like-me', 'requirements-missing': 0 });
    expect(put(told('too-experienced'))?.question).not.toBe('test');
    expect(put(told('test'))?.question).toBe('test');
  });
});

describe('contact is not allowed', () => {
  const pack = asking(both);
  const put = (answers: Answered, of: Pack = pack): string | null => diagnose(answers, { pack: of }).employerQuestion?.question ?? null;

  test('for whoever went on, and while nothing can be asked yet or any more', () => {
    expect(put({ outcome: 'rejected' })).not.toBeNull();
    expect(put({ outcome: 'cancelled' })).not.toBeNull();
    for (const outcome of ['advanced', 'no-reply', 'waiting']) expect(put({ outcome })).toBeNull(); // that pack says nothing of silence
    expect(put({})).toBeNull();
    const core = (answers: Answered): string | null => diagnose(answers as object, { asOf: AS_OF }).employerQuestion?.question ?? null;
    expect(core({ outcome: 'waiting', 'days-since-interview': 2 })).toBeNull();
    expect(core({ outcome: 'no-reply', 'days-since-interview': 12 })).not.toBeNull();
    expect(core({ outcome: 'no-reply', 'days-since-interview': 120 })).toBeNull();
  });

  test('after unlawful questions, a private reason, a threat or sharp words', () => {
    const core = (answers: Answered): string | null => diagnose(answers as object).employerQuestion?.question ?? null;
    expect(core({ outcome: 'rejected', manners: [] })).not.toBeNull();
    for (const harm of [{ 'asked-unlawfully': ['family'] }, { 'stated-reason': ['private'] }, { manners: ['swore'] }, { manners: ['threatened'] }, { 'after-the-no': ['argued'] }] as readonly Answered[]) {
      expect([harm, core({ outcome: 'rejected', ...harm })]).toEqual([harm, null]);
    }
  });

  test('once two messages have gone out', () => {
    const core = (sent: number): Diagnosis['employerQuestion'] => diagnose({ outcome: 'rejected', 'follow-ups': sent }).employerQuestion;
    expect([0, 1].map(sent => core(sent) !== null)).toEqual([true, true]);
    expect([2, 3, 9].map(sent => core(sent))).toEqual([null, null, null]);
  });
});
