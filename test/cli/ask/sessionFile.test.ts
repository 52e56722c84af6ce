import { describe, expect, test } from 'vitest';
import { answerSession, resumeSession, sessionSetting, startSession } from '../../../src/api/session.ts';
import { openSession, sessionFile } from '../../../src/cli/ask/sessionFile.ts';
import { safeDiagnose } from '../../../src/api/diagnose.ts';
import type { Problem } from '../../../src/base/problem.ts';
import { readAnswersFile } from '../../../src/answers/answersFile.ts';
import { answersFileSchema } from '../../../src/schema.ts';
import { engineOf } from '../../engineOf.ts';
import { tinyPack } from '../../tinyPack.ts';

const { version, hash } = tinyPack;
const engine = engineOf(tinyPack);
const tiny = sessionSetting({ pack: tinyPack, asOf: '2026-11-22' });

const there = answerSession(answerSession(startSession({}, tiny), 'rejected', tiny), 'unknown', tiny);
const text = sessionFile(tiny, there);

describe('a session that was stopped', () => {
  test('is saved as an answers file, with what it takes to go on beside it', () => {
    const { asked } = there;
    expect(asked).toHaveLength(2);
    expect(JSON.parse(text)).toEqual({ pack: 'tiny', asOf: '2026-11-22', answers: { outcome: 'rejected', [asked[1] ?? '']: 'unknown' }, session: { version, hash, asked } });
    expect(text.endsWith('}\n')).toBe(true);
  });

  test('without a day to count up to has none', () => {
    const file: unknown = JSON.parse(sessionFile({ engine: tiny.engine, guide: tiny.guide, short: false }, there));
    expect(Object.keys(file as object)).toEqual(['pack', 'answers', 'session']);
  });

  test('keeps the counts of the search', () => {
    const file: unknown = JSON.parse(sessionFile({ ...tiny, funnel: { sent: 12 } }, there));
    expect(file).toMatchObject({ funnel: { sent: 12 } });
  });

  test('can be diagnosed, and fits the schema', () => {
    const opened = readAnswersFile(JSON.parse(text), tinyPack);
    expect(opened.ok && safeDiagnose(opened.value.interviews[0], { pack: tinyPack, ...opened.value }).ok).toBe(true);
    expect(answersFileSchema(tinyPack).safeParse(JSON.parse(text)).success).toBe(true);
  });

  test('reopens where it was', () => {
    const file = JSON.parse(text) as { readonly session: unknown };
    const opened = readAnswersFile(file, tinyPack);
    const answers = opened.ok ? opened.value.interviews[0] ?? {} : {};
    const stopped = openSession(file.session, engine, answers, '2026-11-22');
    expect(stopped).toEqual({ ok: true, value: { asked: there.asked, otherContents: false } });
    expect(stopped.ok && resumeSession(answers, stopped.value.asked, tiny)).toEqual(there);
  });
});

describe('a file of one’s own', () => {
  test('is one in which nothing was asked yet', () => {
    expect(openSession(undefined, engine, { outcome: 'rejected' })).toEqual({ ok: true, value: { asked: [], otherContents: false } });
  });
});

const HINT = 'take “session” out of the file: its answers are kept, and the questions carry on from there';

describe('a session that does not belong here is a problem, with its place and a way out', () => {
  const whole = { version, hash, asked: ['outcome'] };

  test.each<[string, unknown, readonly Pick<Problem, 'code' | 'message' | 'path'>[]]>([
    ['no object', 'yes', [{ code: 'not-an-object', message: 'session must be an object', path: ['session'] }]],
    ['nothing in it', {}, [
      { code: 'wrong-kind', message: 'session.version takes a word, not nothing', path: ['session', 'version'] },
      { code: 'wrong-kind', message: 'session.hash takes a word, not nothing', path: ['session', 'hash'] },
      { code: 'wrong-kind', message: 'session.asked takes a list of questions, not nothing', path: ['session', 'asked'] },
    ]],
    ['another version', { ...whole, version: '1.2.2' }, [{ code: 'unsupported-format', message: 'this was saved with version “1.2.2” of the pack, and this is “1.2.3”', path: ['session', 'version'] }]],
    ['another version and other contents', { ...whole, version: '1.2.2', hash: 'f00' }, [{ code: 'unsupported-format', message: 'this was saved with version “1.2.2” of the pack, and this is “1.2.3”', path: ['session', 'version'] }]],
    ['questions that are none', { ...whole, asked: ['outcome', 'arival', 3] }, [
      { code: 'unknown-question', message: 'no question is called “arival”', path: ['session', 'asked', 1] },
      { code: 'unknown-question', message: 'no question is called 3', path: ['session', 'asked', 2] },
    ]],
    ['a question twice', { ...whole, asked: ['outcome', 'arrival', 'outcome'] }, [{ code: 'duplicate-id', message: '“outcome” was asked twice', path: ['session', 'asked', 2] }]],
  ])('%s', (_what, part, problems) => {
    const opened = openSession(part, engine, { outcome: 'rejected' });
    expect(opened).toMatchObject({ ok: false, problems });
    expect(opened.ok ? [] : opened.problems).toHaveLength(problems.length);
    expect(opened.ok || opened.problems.every(({ hint }) => hint !== '')).toBe(true);
  });

  test('other contents of the same version are noted while the answers fit, and refused when they do not', () => {
    const other = { ...whole, hash: 'f00' };
    expect(openSession(other, engine, { outcome: 'rejected' })).toEqual({ ok: true, value: { asked: ['outcome'], otherContents: true } });
    expect(openSession(other, engine, { outcome: 'lost' })).toEqual({
      ok: false, problems: [{ code: 'unsupported-format', message: 'this was saved with other contents of the pack, and its answers no longer fit', hint: HINT, path: ['session', 'hash'] }],
    });
  });
});
