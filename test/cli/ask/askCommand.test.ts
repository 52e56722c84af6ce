import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { askCommand, type AskCommandOptions, beginAsking } from '../../../src/cli/askCommand.ts';
import { Refusal } from '../../../src/cli/refusal.ts';
import { tinyPack } from '../../tinyPack.ts';
import { scratch, writeTinyPack } from '../command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });
const tiny = join(folder, 'tiny');
writeTinyPack(tiny);

function fileOf(value: unknown): string {
  const file = join(folder, 'answers.json');
  writeFileSync(file, JSON.stringify(value));
  return file;
}

/** The problems for which nothing is asked, each as its code and place. */
async function refused(options: AskCommandOptions): Promise<readonly string[]> {
  try {
    await beginAsking(options);
  } catch (error) {
    if (error instanceof Refusal) return [String(error.exitCode), ...error.problems.map(({ code, path = [], at }) => [code, path.join('.'), at ? `${at.line}:${at.column}` : ''].filter(Boolean).join(' '))];
    throw error;
  }
  return [];
}

const { version, hash } = tinyPack;
const stopped = { pack: 'tiny', asOf: '2026-11-22', answers: { outcome: 'rejected' }, session: { version, hash, asked: ['outcome', 'stage'] } };

describe('before the first question', () => {
  test('nothing is known, and the first is how it ended', async () => {
    const { session, greetings, interview } = await beginAsking({ pack: tiny, asOf: '2026-11-22' });
    expect([session.next?.question.id, session.asked, interview.asOf, greetings.length]).toEqual(['outcome', [], '2026-11-22', 1]);
  });

  test('a file that was saved gives back what was said', async () => {
    const { session, greetings, interview } = await beginAsking({ pack: tiny, resume: fileOf(stopped) });
    expect([session.answers, session.asked, interview.asOf]).toEqual([{ outcome: 'rejected', stage: 'unknown' }, ['outcome', 'stage'], '2026-11-22']);
    expect(greetings).toEqual(['Welcome back. The questions carry on where you stopped.']);
  });

  test('the day of the option comes before that of the file', async () => {
    expect((await beginAsking({ pack: tiny, asOf: '2026-11-23', resume: fileOf(stopped) })).interview.asOf).toBe('2026-11-23');
  });

  test('an answers file written by hand will do, and its answers are not asked for', async () => {
    const { session } = await beginAsking({ pack: tiny, resume: fileOf({ interview: { stage: 'phone-screen' }, answers: { outcome: 'rejected' } }) });
    expect([session.answers, session.asked]).toEqual([{ outcome: 'rejected', stage: 'phone-screen' }, []]);
  });

  test('other contents of the same version of the pack are told of', async () => {
    const { greetings } = await beginAsking({ pack: tiny, resume: fileOf({ ...stopped, session: { ...stopped.session, hash: 'f00' } }) });
    expect(greetings).toHaveLength(2);
    expect(greetings[1]).toMatch(/^The pack has changed since you stopped/);
  });

  test.each<[string, unknown, AskCommandOptions, readonly string[]]>([
    ['a day that is none', null, { asOf: 'soon' }, ['1', 'out-of-range --as-of']],
    ['a day that is none, for a file', stopped, { asOf: 'soon', resume: 'it' }, ['1', 'out-of-range --as-of']],
    ['a file with a wrong answer', { answers: { arrival: 'lat' } }, { resume: 'it' }, ['1', 'unknown-option answers.arrival 1:23']],
    ['answers that cannot all be true', { answers: { attended: 'missed', arrival: 'late' } }, { resume: 'it' }, ['1', 'contradiction answers.attended 1:24']],
    ['a file for another pack', { ...stopped, pack: 'core' }, { resume: 'it' }, ['1', 'wrong-kind pack 1:9']],
    ['a file of several interviews', { interviews: [{ answers: {} }] }, { resume: 'it' }, ['1', 'wrong-shape interviews 1:15']],
    ['a session of another version', { answers: {}, session: { version: '0.9.0', hash, asked: [] } }, { resume: 'it' }, ['1', 'unsupported-format session.version 1:36']],
    ['a session of questions that are none', { answers: {}, session: { version, hash, asked: ['arival'] } }, { resume: 'it' }, ['1', `unknown-question session.asked.0 1:${64 + hash.length - 1}`]],
  ])('%s is refused, with its place', async (_what, file, options, problems) => {
    expect(await refused({ pack: tiny, ...options, ...(options.resume === undefined ? {} : { resume: fileOf(file) }) })).toEqual(problems);
  });

  test('a file that is not there is refused', async () => {
    expect(await refused({ pack: tiny, resume: join(folder, 'none.json') })).toEqual(['1', 'unreadable 1:1']);
  });
});

test('without a terminal nothing is asked, and nothing is read', async () => {
  await expect(askCommand({ resume: join(folder, 'none.json') })).rejects.toMatchObject({ exitCode: 2, problems: [{ code: 'unreadable', message: expect.stringMatching(/^the questions need a terminal, and standard (?:input|output) is none$/) as string }] });
});
