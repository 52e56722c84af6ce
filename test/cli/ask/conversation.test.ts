import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { converse, type Ending } from '../../../src/cli/ask/conversation.ts';
import type { Entry, Prompt, Terminal } from '../../../src/cli/ask/prompts.ts';
import { openKeeper } from '../../../src/cli/ask/sessionKeeper.ts';
import { type SessionSetting, sessionSetting, startSession } from '../../../src/api/session.ts';
import type { Answers } from '../../../src/answers/answers.ts';
import { tinyNotes, tinyPack } from '../../tinyPack.ts';
import { scratch } from '../command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });
const at = (name: string): string => join(folder, name);

/** What somebody does at one prompt: chooses, marks, types, or wants to leave (`null`). */
type Deed = string | readonly string[] | null;

interface Talked {
  readonly ending: Ending;
  /** Everything that was shown, in order: questions with `?`, the marked entries in brackets, sentences as they are. */
  readonly shown: readonly string[];
}

const WHAT_ELSE = 'What would you like to do?';

/** A terminal at which everything that is done is known beforehand. */
function rehearsed(deeds: readonly Deed[], shown: string[]): Terminal {
  const left = [...deeds];
  const next = ({ ask }: Prompt, marked: readonly string[]): Deed => {
    if (String(left[0]).startsWith(':') && ask === WHAT_ELSE) return left.shift() ?? null;
    shown.push(`? ${ask}${marked.length > 0 ? ` [${marked.join()}]` : ''}`);
    const deed = left.shift();
    if (deed === undefined) throw new Error(`nobody is there any more to say something to:\n${shown.join('\n')}`);
    return deed;
  };
  const sentence = (text: string): void => { shown.push(text); };
  /** What stands in no list of answers is reached by the entry for all else. */
  const viaMore = (deed: Deed, entries: readonly Entry[]): Deed => {
    if (!String(deed).startsWith(':') || entries.some(({ value }) => value === deed)) return deed;
    left.unshift(deed);
    return ':more';
  };
  return {
    choose: (prompt, entries, marked) => {
      const deed = viaMore(next(prompt, marked === undefined ? [] : [marked]), entries);
      if (deed !== null && !entries.some(({ value }) => value === deed)) throw new Error(`“${String(deed)}” cannot be chosen at ${prompt.ask}`);
      return Promise.resolve(deed as string | null);
    },
    chooseSeveral: (prompt, entries, marked) => {
      const deed = next(prompt, marked) as readonly string[] | null;
      return Promise.resolve(deed && deed.map(each => viaMore(each, entries) as string));
    },
    type: (prompt, problemWith, usual) => {
      for (;;) {
        const deed = next(prompt, []);
        const problem = typeof deed === 'string' ? problemWith(deed) : null;
        if (problem === null) return Promise.resolve(deed === '' ? usual ?? '' : deed as string | null);
        sentence(problem);
      }
    },
    open: sentence, say: sentence, warn: sentence, print: text => { sentence(text.trim().split('\n')[0] ?? ''); }, close: sentence,
  };
}

const tiny = sessionSetting({ pack: tinyPack });
const ordered: SessionSetting = { // in the order of the pack, and never enough before the end
  ...tiny,
  guide: answers => {
    const guided = tiny.guide(answers);
    const questions = tinyPack.questions.map(({ id }) => ({ question: id, why: `It would tell more about ${id}.` }));
    return guided.ok ? { ok: true, value: { questions, shouldStop: false, remaining: { from: 1, to: 99 } } } : guided;
  },
};

async function talk(deeds: readonly Deed[], { interview = ordered, known = {}, file = null }: { interview?: SessionSetting; known?: Answers; file?: string | null } = {}): Promise<Talked> {
  const start = startSession(known, interview);
  const shown: string[] = [];
  const ending = await converse({ interview, notes: () => Promise.resolve(tinyNotes), terminal: rehearsed(deeds, shown), keeper: openKeeper(interview, file), file, commandFor: (verb, name) => `afterview ${verb} ${name}` }, start);
  return { ending, shown };
}

function savedIn(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

describe('at a question', () => {
  test('an answer leads to the next one, and stopping saves what was said', async () => {
    const file = at('stopped.json');
    const { ending, shown } = await talk(['rejected', ':unknown', '3', ':stop'], { file });
    expect(ending).toBe('done');
    expect(shown).toEqual([
      '? How did it end?', '? Which conversation was it?', '? How many days ago was it?', '? Were you there?',
      `Your answers are in ${file}.`, 'Carry on with:', `afterview ask --resume ${file}`,
    ]);
    expect(savedIn(file)).toEqual({
      pack: 'tiny', answers: { outcome: 'rejected', stage: 'unknown', 'days-since-interview': 3 },
      session: { version: '1.2.3', hash: tinyPack.hash, asked: ['outcome', 'stage', 'days-since-interview'] },
    });
  });

  test('back asks the last one again, with the answer marked', async () => {
    const { shown } = await talk(['rejected', ':back', 'rejected', ':unknown', 'back', ':back', null, 'leave']);
    expect(shown.slice(0, 7)).toEqual([
      '? How did it end?', '? Which conversation was it?', '? How did it end? [rejected]', '? Which conversation was it?',
      '? How many days ago was it?', '? Which conversation was it? [:unknown]', '? How did it end? [rejected]',
    ]);
  });

  test('back at a typed question with nothing before it says so', async () => {
    const { shown } = await talk(['back', '3', null, 'leave'], { known: { outcome: 'rejected', stage: 'phone-screen' } });
    expect(shown.slice(0, 3)).toEqual(['? How many days ago was it?', 'There is no answer to go back to yet.', '? How many days ago was it?']);
  });

  test('why is told, and asked again', async () => {
    const { shown } = await talk([':why', 'rejected', ':why', ':unknown', 'why', null, 'leave']);
    expect(shown.slice(0, 8)).toEqual([
      '? How did it end?', 'How it ended decides what can lie behind it. Everything else follows from there.', '? How did it end?',
      '? Which conversation was it?', 'It would tell more about stage.', '? Which conversation was it?', '? How many days ago was it?', 'It would tell more about days-since-interview.',
    ]);
  });

  test('the result so far is shown, and asked again', async () => {
    const { shown } = await talk(['rejected', ':result', null, 'leave']);
    expect(shown.slice(1, 4)).toEqual(['? Which conversation was it?', expect.stringMatching(/^A no hurts\. Your answers don't show why/), '? Which conversation was it?']);
  });

  test('several are marked, none of them counts, and what is marked stays while asking why', async () => {
    const file = at('several.json');
    const known = { outcome: 'rejected', stage: 'phone-screen', 'days-since-interview': 3, attended: 'missed' };
    const { shown } = await talk([['read-site', ':why'], ['read-site', ':unknown'], [], 'back', [], 'stop'], { known, file });
    const ask = '? What did you do to prepare? Choose all.';
    expect(shown.slice(0, 7)).toEqual([
      ask, 'It would tell more about prepared.', `${ask} [read-site]`, "Choose either answers or “I don't know”.", `${ask} [read-site]`, '? How many questions did you ask?', ask,
    ]);
    expect(savedIn(file)).toMatchObject({ answers: { ...known, prepared: [] } });
  });

  test('what is typed is checked at once', async () => {
    const { shown } = await talk(['rejected', ':unknown', 'soon', '101', '?', null, 'leave']);
    expect(shown.slice(2, 7)).toEqual([
      '? How many days ago was it?', "Type a whole number of days from 0 to 100, or ? if you don't know.",
      '? How many days ago was it?', "Type a whole number of days from 0 to 100, or ? if you don't know.", '? How many days ago was it?',
    ]);
  });

  test('an answer that does not fit with what was said before is told, and asked again', async () => {
    const file = at('fits.json');
    const known = { outcome: 'rejected', stage: 'phone-screen', arrival: 'late', 'days-since-interview': 3 };
    const { shown } = await talk(['missed', 'there', 'stop'], { known, file });
    expect(shown.slice(0, 5)).toEqual([
      '? Were you there?', "That doesn't fit with what you said before:",
      '“attended” and “arrival”: You were not there, and you say when you came. (change one of these answers, or leave it out)',
      '? Were you there? [missed]', '? How many minutes late?',
    ]);
  });
});

const answersToAll: readonly Deed[] = ['rejected', 'phone-screen', '3', 'missed', ['read-site'], '2', '0'];

describe('at the end', () => {
  test('the result is shown and saved', async () => {
    const file = at('finished.json');
    const { ending, shown } = await talk([...answersToAll, 'finish'], { file });
    expect(ending).toBe('done');
    expect(shown.slice(-5)).toEqual([
      '? Thank you, that was the last question.', expect.stringMatching(/^A no hurts/), `Your answers are in ${file}.`, 'Read the result again with:', `afterview diagnose ${file}`,
    ]);
    expect(savedIn(file)).toMatchObject({ answers: { 'questions-asked': 2, 'days-past-promise': 0 } });
  });

  test('without a file it asks whether to save, and where', async () => {
    const { shown } = await talk([...answersToAll, 'finish', 'no']);
    expect(shown.slice(-2)).toEqual(['? Save your answers to a file?', 'Thank you for your time.']);
    const file = at('asked.json');
    await talk([...answersToAll, 'finish', 'yes', file]);
    expect(savedIn(file)).toMatchObject({ answers: { outcome: 'rejected' } });
  });

  test('one can still go back, or stop', async () => {
    const file = at('late-stop.json');
    const { shown } = await talk([...answersToAll, 'back', '1', 'stop'], { file });
    expect(shown.filter(line => line === '? How many days is it past that day?')).toHaveLength(2);
    expect(savedIn(file)).toMatchObject({ answers: { 'days-past-promise': 1 } });
  });

  test('when it is enough, one may go on, and is not asked about it again', async () => {
    const enough: SessionSetting = { ...tiny, guide: answers => {
      const guided = ordered.guide(answers);
      return guided.ok ? { ok: true, value: { ...guided.value, shouldStop: true } } : guided;
    } };
    const { shown } = await talk(['rejected', 'go-on', 'phone-screen', '3', null, 'leave'], { interview: enough });
    expect(shown.slice(0, 5)).toEqual([
      '? How did it end?', '? Thank you, that is enough for a fair picture. More answers would hardly change it.',
      '? Which conversation was it?', '? How many days ago was it?', '? Were you there?',
    ]);
  });
});

describe('leaving', () => {
  test('offers to save, to go on, and to leave it', async () => {
    const file = at('left.json');
    expect(await talk(['rejected', null, 'save'], { file })).toMatchObject({ ending: 'done', shown: expect.arrayContaining(['? Stop here?', `Your answers are in ${file}.`]) as unknown });
    expect((await talk(['rejected', null, 'go-on', 'phone-screen', 'stop'], { file: at('went-on.json') })).ending).toBe('done');
    expect(await talk(['rejected', null, 'leave'])).toMatchObject({ ending: 'done', shown: expect.arrayContaining(['Nothing was saved.']) as unknown });
  });

  test('twice leaves without saving, and so does leaving before anything was said', async () => {
    expect(await talk(['rejected', null, null])).toMatchObject({ ending: 'interrupted', shown: expect.arrayContaining(['Nothing was saved.']) as unknown });
    expect(await talk([null])).toEqual({ ending: 'interrupted', shown: ['? How did it end?', 'Nothing was saved.'] });
  });

  test('at a typed question and when it is enough, too', async () => {
    expect((await talk(['rejected', ':unknown', null, 'leave'])).ending).toBe('done');
    expect((await talk([...answersToAll, null, 'leave'])).ending).toBe('done');
  });
});

describe('saving', () => {
  test('replaces a file only if they say so', async () => {
    const file = at('there.json');
    writeFileSync(file, 'mine');
    const { shown } = await talk(['rejected', ':stop', file, 'no', at('other.json')]);
    expect(shown.slice(2, 5)).toEqual(['? Which file should they go to?', `? There is a file ${file} already. Replace it?`, '? Which file should they go to?']);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    await talk(['rejected', ':stop', file, 'yes']);
    expect(savedIn(file)).toMatchObject({ answers: { outcome: 'rejected' } });
  });

  test('asks for another file when one cannot be written, so that nothing is lost', async () => {
    mkdirSync(at('folder'));
    const { shown } = await talk(['rejected', ':stop', at('rescued.json')], { file: at('folder') });
    expect(shown[2]).toBe(`${at('folder')}: this cannot be written (EISDIR); check the folder and whether you may write there`);
    expect(savedIn(at('rescued.json'))).toMatchObject({ answers: { outcome: 'rejected' } });
  });

  test('can be left, too', async () => {
    expect(await talk(['rejected', ':stop', null])).toMatchObject({ ending: 'interrupted' });
    expect(await talk(['rejected', ':stop', at('there.json'), null])).toMatchObject({ ending: 'interrupted' });
  });
});

describe('answers are in the file as soon as they are given', () => {
  test('for their owner alone, and so they stay where someone stops without an end', async () => {
    const file = at('at-once.json');
    writeFileSync(file, 'old', { mode: 0o644 });
    await expect(talk(['rejected', ':unknown'], { file })).rejects.toThrow('nobody is there any more');
    expect([savedIn(file), statSync(file).mode & 0o777]).toEqual([expect.objectContaining({ answers: { outcome: 'rejected', stage: 'unknown' } }), 0o600]);
  });

  test.each([['a file that was there', 'old'], ['no file', null]])('and are taken out again for those who want nothing saved: %s', async (what, before) => {
    const file = at(`${what}.json`);
    if (before !== null) {
      writeFileSync(file, before);
      chmodSync(file, 0o644);
    }
    expect((await talk(['rejected', null, 'leave'], { file })).shown.at(-1)).toBe('Nothing was saved.');
    expect(existsSync(file) ? [readFileSync(file, 'utf8'), statSync(file).mode & 0o777] : null).toEqual(before === null ? null : [before, 0o644]);
  });

  test('or it is told once that they cannot be', async () => {
    const { shown } = await talk(['rejected', ':unknown', null, 'leave'], { file: at('none/answers.json') });
    expect(shown.filter(line => line.includes('this cannot be written'))).toEqual([`${at('none/answers.json')}: this cannot be written (ENOENT); check the folder and whether you may write there`]);
  });
});
