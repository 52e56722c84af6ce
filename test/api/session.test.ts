import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backInSession as back, type Guide, safeAnswerSession, safeResumeSession, safeStartSession, type Session, type SessionSetting, sessionSetting,
} from '../../src/api/session.ts';
import { AnswersError } from '../../src/base/errors.ts';
import { corePack } from '../../src/core/corePack.ts';
import type { Pack, Question } from '../../src/pack/pack.ts';
import type { Checked } from '../../src/base/problem.ts';
import { UNKNOWN } from '../../src/pack/answer.ts';
import type { Answers, AnswerValue } from '../../src/answers/answers.ts';
import { isoDate } from '../../src/base/calendar.ts';
import { holds } from '../../src/answers/holds.ts';
import { arbitraryPack, AS_OF } from '../arbitraryPack.ts';
import { checkAnswers } from '../engineOf.ts';
import { tinyPack } from '../tinyPack.ts';

function valueOf<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new Error(checked.problems[0]?.message);
  return checked.value;
}

/** Asks by the real order of questions, or says what to ask. */
function interviewOf(pack: Pack, asOf?: string, guide?: Guide): SessionSetting {
  return { ...sessionSetting({ pack, ...(asOf === undefined ? {} : { asOf }) }), ...(guide ? { guide } : {}) };
}

function startSession(setting: SessionSetting, known: Answers = {}): Checked<Session> {
  return safeStartSession(known, setting);
}

function answered(setting: SessionSetting, session: Session, answer: AnswerValue): Checked<Session> {
  return safeAnswerSession(session, answer, setting);
}

function resumeSession(setting: SessionSetting, answers: Answers, asked: readonly string[]): Checked<Session> {
  return safeResumeSession(answers, asked, setting);
}

/** Whoever is guided by it is asked these questions in this order, and is told so many remain. */
function telling(questions: readonly string[], shouldStop = false, from = 1): Guide {
  return answers => {
    const open = questions.filter(id => answers[id] === undefined);
    return { ok: true, value: { questions: open.map(question => ({ question, why: `why ${question}` })), shouldStop, remaining: { from, to: open.length } } };
  };
}

function said(interview: SessionSetting, answers: readonly AnswerValue[]): Session {
  return answers.reduce((session, answer) => valueOf(answered(interview, session, answer)), valueOf(startSession(interview)));
}

function asks(session: Session): string | undefined {
  return session.next?.question.id;
}

describe('what is asked', () => {
  const tiny = interviewOf(tinyPack, undefined, telling(['questions-asked', 'prepared', 'minutes-late']));

  test('first how it ended, then what tells most, then the rest in the order of the pack', () => {
    expect(asks(said(tiny, []))).toBe('outcome');
    expect(said(tiny, ['rejected']).next).toMatchObject({ question: { id: 'questions-asked' }, why: 'why questions-asked' });
    expect(asks(said(tiny, ['rejected', 2]))).toBe('prepared');
    expect(said(tiny, ['rejected', 2, []]).next).toMatchObject({ question: { id: 'stage' }, why: null });
  });

  test('nothing that does not come up after these answers, though it would tell much', () => {
    const session = said(interviewOf(tinyPack, undefined, telling(['attended', 'arrival', 'minutes-late'])), ['rejected', 'there', 'on-time']);
    expect(asks(session)).not.toBe('minutes-late');
    expect(session.left).toBe(5); // the stage, both counts of days, what they prepared and asked; no dates, nothing about lateness
  });

  test('nothing twice, though nobody could answer it', () => {
    const session = said(tiny, [UNKNOWN, UNKNOWN]);
    expect([session.asked, session.answers, asks(session)]).toEqual([['outcome', 'questions-asked'], { outcome: UNKNOWN, 'questions-asked': UNKNOWN }, 'prepared']);
  });

  test('nothing that is known already', () => {
    const session = valueOf(startSession(tiny, { outcome: 'rejected', 'questions-asked': 2, prepared: 'unknown' }));
    expect([asks(session), session.asked]).toEqual(['stage', []]);
  });

  test('dates only where a day to count up to is known, and the days are not', () => {
    const dates = (asOf: string | undefined, ...answers: readonly AnswerValue[]): string | undefined => asks(said(interviewOf(tinyPack, asOf, telling(['stage', 'days-since-interview'])), answers));
    expect(dates(undefined, 'rejected', 'phone-screen')).toBe('days-since-interview');
    expect(dates(undefined, 'rejected', 'phone-screen', 3)).toBe('attended');
    expect(dates(AS_OF, 'rejected', 'phone-screen', 3)).toBe('attended');
    expect(dates(AS_OF, 'rejected', 'phone-screen', UNKNOWN)).toBe('interview-date');
    expect(dates(AS_OF, 'rejected', 'phone-screen', UNKNOWN, '2026-11-10')).toBe('attended');
  });

  test('when nothing is left, nothing', () => {
    const pack: Pack = { ...tinyPack, questions: tinyPack.questions.slice(0, 2), causes: [], beliefs: [], contradictions: [] };
    Reflect.deleteProperty(pack, 'waiting');
    const session = said(interviewOf(pack, undefined, telling(['stage'])), ['rejected', 'phone-screen']);
    expect(session).toMatchObject({ next: null, enough: true, left: 0 });
    expect(answered(interviewOf(pack), session, 'phone-screen')).toMatchObject({ ok: false, problems: [{ code: 'unknown-question' }] });
  });
});

describe('an answer that does not fit', () => {
  test('is a problem, and changes nothing', () => {
    const tiny = interviewOf(tinyPack, undefined, answers => {
      const checked = checkAnswers(tinyPack, answers);
      return checked.ok ? telling(['arrival', 'attended'])(answers) : checked;
    });
    const session = said(tiny, ['rejected']);
    expect(asks(session)).toBe('attended'); // when they came is asked only of those who were there
    expect(answered(tiny, session, 'perhaps')).toMatchObject({ ok: false, problems: [{ code: 'unknown-option', path: ['attended'] }] });
  });
});

describe('how many questions remain', () => {
  const many = ['stage', 'days-since-interview', 'attended', 'prepared', 'questions-asked'];

  test('is what the guide says, the one asked now included', () => {
    expect(said(interviewOf(tinyPack, undefined, telling(many, false, 3)), []).remaining).toEqual({ from: 3, to: 6 });
    expect(said(interviewOf(tinyPack, undefined, telling(many, false, 0)), []).remaining).toEqual({ from: 1, to: 6 });
  });

  test('never grows, though more turn out to be worth asking', () => {
    const grows: Guide = answers => telling(answers['outcome'] === undefined ? ['stage'] : many, false, answers['outcome'] === undefined ? 1 : 4)(answers);
    const tiny = interviewOf(tinyPack, undefined, grows);
    expect([[], ['rejected']].map(answers => said(tiny, answers).remaining)).toEqual([{ from: 1, to: 2 }, { from: 1, to: 1 }]);
  });

  test('is kept: once as many were asked as were announced, it is enough, and stays so', () => {
    const grows: Guide = answers => telling(answers['outcome'] === undefined ? [] : many)(answers);
    const tiny = interviewOf(tinyPack, undefined, grows);
    expect([[], ['rejected'], ['rejected', 'phone-screen']].map(answers => said(tiny, answers).enough)).toEqual([false, true, true]);
    expect(said(tiny, ['rejected', 'phone-screen'])).toMatchObject({ remaining: { from: 0, to: 0 }, next: { question: { id: 'days-since-interview' } } });
  });

  test('is none when the guide says that it is enough, but for how it ended', () => {
    const tiny = interviewOf(tinyPack, undefined, telling(many, true));
    expect(said(tiny, [])).toMatchObject({ enough: false, remaining: { to: 6 } });
    expect(said(tiny, ['rejected'])).toMatchObject({ enough: true, remaining: { from: 0, to: 0 } });
  });
});

describe('back', () => {
  test('asks the last question again, as if it had never been answered', () => {
    const tiny = interviewOf(tinyPack);
    const session = said(tiny, ['rejected']);
    expect(back(valueOf(answered(tiny, session, UNKNOWN)))).toBe(session);
  });

  test('at the start leads nowhere', () => {
    const start = said(interviewOf(tinyPack), []);
    expect(back(start)).toBe(start);
  });
});

describe('a session is taken up again', () => {
  const tiny = interviewOf(tinyPack);

  test('with what was known before the first question', () => {
    const start = valueOf(startSession(tiny, { stage: 'phone-screen', attended: 'there' }));
    const session = valueOf(answered(tiny, start, 'rejected'));
    expect(valueOf(resumeSession(tiny, session.answers, session.asked))).toEqual(session);
  });

  test('with questions in an order that would not be asked now, and back goes through them', () => {
    const session = valueOf(resumeSession(tiny, { outcome: 'rejected', prepared: [] }, ['prepared', 'outcome', 'questions-asked']));
    expect(session.answers).toEqual({ outcome: 'rejected', prepared: [], 'questions-asked': UNKNOWN });
    expect([back(session), back(back(session)), back(back(back(session)))].map(asks)).toEqual(['questions-asked', 'outcome', 'prepared']);
  });

  test('not with answers that do not fit, nor with questions that do not exist', () => {
    expect(resumeSession(tiny, { attended: 'missed', arrival: 'late' }, ['attended', 'arrival'])).toMatchObject({ ok: false, problems: [{ code: 'contradiction' }] });
    expect(resumeSession(tiny, {}, ['weather'])).toMatchObject({ ok: false, problems: [{ code: 'unknown-question', path: ['asked'] }] });
  });
});

/** An answer that a question may have. */
function answerTo(question: Question, pick: number): AnswerValue {
  switch (question.kind) {
    case 'number': return question.from + (pick % (question.to - question.from + 1));
    case 'date': return isoDate(20_779 - (pick % 60));
    case 'several-of': return question.options.map(({ id }) => id).filter((_, index) => (pick >> index) % 2 === 1);
    default: return question.options[pick % question.options.length]?.id ?? UNKNOWN;
  }
}

/** Answers whatever is asked, some of it with “I don't know”; what does not fit is not known either. */
function walk(interview: SessionSetting, moves: readonly number[]): readonly Session[] {
  return moves.reduce<readonly [Session, ...Session[]]>(([session, ...before], move) => {
    if (session.next === null) return [session, ...before];
    const answer = move % 5 === 0 ? UNKNOWN : answerTo(session.next.question, move);
    const result = answered(interview, session, answer);
    return [result.ok ? result.value : valueOf(answered(interview, session, UNKNOWN)), session, ...before];
  }, [valueOf(startSession(interview))]).toReversed();
}

const moves = fc.array(fc.nat(999), { maxLength: 15 });
const day = fc.constantFrom(undefined, AS_OF);

describe('for every pack and every way through it', () => {
  const runs = { numRuns: 300, seed: 71 };

  test('neither end of the range ever grows, what is left shrinks, and enough stays enough', () => {
    fc.assert(fc.property(arbitraryPack(), moves, day, (pack, list, asOf) => {
      const sessions = walk(interviewOf(pack, asOf), list);
      sessions.slice(1).forEach((session, index) => {
        const { remaining, left, enough } = sessions[index] ?? session;
        expect(session.remaining.from).toBeLessThanOrEqual(remaining.from);
        expect(session.remaining.to).toBeLessThanOrEqual(enough ? 0 : remaining.to - 1);
        expect(session.left).toBeLessThan(left);
        expect(session.enough || !enough).toBe(true);
      });
      for (const { remaining: { from, to }, enough, left, next } of sessions) {
        expect(from <= to && (enough ? to === 0 : from >= 1) && to <= left && (next !== null || enough)).toBe(true);
      }
    }), runs);
  });

  test('no question is asked twice, and none that does not come up', () => {
    fc.assert(fc.property(arbitraryPack(), moves, day, (pack, list, asOf) => {
      for (const { answers, asked, next } of walk(interviewOf(pack, asOf), list)) {
        expect(new Set(asked).size).toBe(asked.length);
        expect(Object.keys(answers)).toEqual(asked);
        if (next === null) continue;
        const { reading } = valueOf(checkAnswers(pack, answers, asOf));
        expect(asked).not.toContain(next.question.id);
        expect(next.question.askIf === undefined || holds(next.question.askIf, reading.answers) === true).toBe(true);
      }
    }), runs);
  });

  test('going back restores what was there, from wherever one goes back', () => {
    fc.assert(fc.property(arbitraryPack(), moves, fc.nat(15), day, (pack, list, steps, asOf) => {
      const sessions = walk(interviewOf(pack, asOf), list);
      const end = sessions.at(-1);
      const there = Array.from({ length: steps }).reduce<Session | undefined>(session => session && back(session), end);
      expect(there).toBe(sessions[Math.max(0, sessions.length - 1 - steps)]);
    }), runs);
  });

  test('answering, going back and answering the same leads to the same', () => {
    fc.assert(fc.property(arbitraryPack(), moves, day, (pack, list, asOf) => {
      const interview = interviewOf(pack, asOf);
      const session = walk(interview, list).at(-1);
      const last = session?.asked.at(-1);
      if (!session || last === undefined) return;
      expect(valueOf(answered(interview, back(session), session.answers[last] ?? UNKNOWN))).toEqual(session);
    }), runs);
  });

  test('a session taken up again is the same, with all that is behind it', () => {
    fc.assert(fc.property(arbitraryPack(), moves, day, (pack, list, asOf) => {
      const interview = interviewOf(pack, asOf);
      const session = walk(interview, list).at(-1);
      if (session) expect(valueOf(resumeSession(interview, session.answers, session.asked))).toEqual(session);
    }), runs);
  });
});

test('the core pack is asked to its end, and announces it', () => {
  const sessions = walk(interviewOf(corePack, AS_OF), Array.from({ length: 120 }, (_, index) => 7 * index + 1));
  expect(sessions.at(-1)).toMatchObject({ next: null, enough: true, left: 0 });
  expect(sessions.length).toBeGreaterThan(30);
  expect(sessions[0]?.next?.question.id).toBe('outcome');
  expect(sessions[0]?.remaining.to).toBeGreaterThan(10);
});

test.each([[undefined], [null], [7], ['x'], [[]], [{}], [{ answers: {} }]])('%j, which is no session and no setting, is refused by name', odd => {
  const setting = interviewOf(tinyPack, AS_OF);
  const session = valueOf(safeStartSession({}, setting));
  const told = (path: string): object => ({ ok: false, problems: [{ code: 'wrong-kind', path: [path] }] });
  expect(safeStartSession({}, odd as never)).toMatchObject(told('setting'));
  expect(safeResumeSession({}, [], odd as never)).toMatchObject(told('setting'));
  expect(safeAnswerSession(odd as never, 'rejected', setting)).toMatchObject(told('session'));
  expect(safeAnswerSession(session, 'rejected', odd as never)).toMatchObject(told('setting'));
  expect(() => back(odd as never)).toThrow(AnswersError);
});
