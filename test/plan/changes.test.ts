import { describe, expect, test } from 'vitest';
import { readChanges } from '../../src/plan/changes.ts';
import { engineOf, readBy } from '../engineOf.ts';
import { tinyPack } from '../tinyPack.ts';

const engine = engineOf(tinyPack);
const late = readBy(engine, { outcome: 'rejected', attended: 'there', arrival: 'late', 'minutes-late': 10 });
const indexOf = (id: string): number => tinyPack.questions.findIndex(question => question.id === id);

/** The problems with some changes; none where they can be read. */
function problemsWith(changes: unknown): readonly object[] {
  const read = readChanges(engine.baseline, late, changes);
  return read.ok ? [] : read.problems;
}

describe('what might have been otherwise', () => {
  const changed = (changes: object): { readonly questions: readonly number[]; readonly fixes: readonly string[] } => {
    const read = readChanges(engine.baseline, late, changes);
    if (!read.ok) throw new Error('these changes can be read');
    return { questions: read.value.questions, fixes: read.value.fixes.map(({ cause, fix }) => `${tinyPack.causes[cause]?.id ?? ''}: ${fix.id}`) };
  };

  test('is nothing, where nothing is said', () => {
    expect(changed({})).toEqual({ questions: [], fixes: [] });
    expect(changed({ answers: undefined, fixes: undefined })).toEqual({ questions: [], fixes: [] });
  });

  test('is named by questions in the order of the pack, however they were given', () => {
    const answers = { 'questions-asked': 2, stage: 'phone-screen', arrival: 'on-time' };
    expect(changed({ answers }).questions).toEqual(['stage', 'arrival', 'questions-asked'].map(indexOf));
  });

  test('gives an interview that is answered so', () => {
    const read = readChanges(engine.baseline, late, { answers: { arrival: 'on-time' } });
    expect(read.ok && read.value.interview.known.reading.answers[indexOf('arrival')]).toEqual({ kind: 'choice', option: 0 });
    expect(late.known.reading.answers[indexOf('arrival')]).toEqual({ kind: 'choice', option: 1 });
  });

  test('names each fix once, with its cause', () => {
    expect(changed({ fixes: ['late-next', 'no-questions-next', 'late-next'] }).fixes).toEqual(['late: late-next', 'no-questions: no-questions-next']);
  });
});

describe('what cannot be changed is told', () => {
  const object = { code: 'not-an-object', hint: 'pass whatIf as an object: { "answers": { "question": "answer" }, "fixes": ["fix"] }', path: ['whatIf'] };
  const noList = { code: 'wrong-kind', message: 'fixes must be a list of their ids', hint: 'write ["fix"]', path: ['whatIf', 'fixes'] };
  const noAnswers = { code: 'not-an-object', message: 'answers must be an object', hint: 'pass answers as an object: { "question": "answer" }', path: ['whatIf'] };

  test.each<[changes: unknown, problems: readonly object[]]>([
    [7, [{ ...object, message: 'whatIf must be an object' }]],
    [{ fixs: [] }, [{ code: 'unknown-key', message: '“fixs” cannot be changed', hint: 'did you mean “fixes”?', path: ['whatIf', 'fixs'] }]],
    [{ answers: {}, plan: {} }, [{ code: 'unknown-key', message: '“plan” cannot be changed', hint: 'one of: answers, fixes', path: ['whatIf', 'plan'] }]],
    [{ fixes: 'late-next' }, [noList]],
    [{ answers: 7 }, [noAnswers]],
    [{ answers: 7, fixes: 7 }, [noList, noAnswers]],
    [{ fixes: ['late-next', 'late-nxt', 7] }, [
      { code: 'unknown-fix', message: 'no fix is called “late-nxt”', hint: 'did you mean “late-next”?', path: ['whatIf', 'fixes', 1] },
      { code: 'unknown-fix', message: 'no fix is called 7', hint: 'write its id', path: ['whatIf', 'fixes', 2] },
    ]],
    [{ answers: { arrival: 'soon' } }, [{ code: 'unknown-option', message: '“soon” is no answer to “arrival”', hint: 'one of: on-time, late, unknown', path: ['whatIf', 'answers', 'arrival'] }]],
  ])('%j', (changes, problems) => { expect(problemsWith(changes)).toEqual(problems); });
});
