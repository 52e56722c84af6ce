import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { afterview, scratch, shell, writeTinyPack } from '../command.ts';
import { atTerminal, keys, type PseudoTerminal } from '../pseudoTerminal.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });
const at = (name: string): string => join(folder, name);
const tiny = at('tiny');
writeTinyPack(tiny);

interface SavedFile {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly session: { readonly asked: readonly string[] };
}

function savedIn(file: string): SavedFile {
  return JSON.parse(readFileSync(file, 'utf8')) as SavedFile;
}

/** The question that is put: what is asked, and how many remain. */
function putOn(screen: string): string {
  const put = screen.slice(screen.lastIndexOf('◆')).split('\n');
  return [put[0], ...put.filter(line => /more question|question.* left;/.test(line))].join(' ');
}

const deeds = ['stop', 'result', 'why', 'back'] as const;

/** Presses what it takes to say this at a question of any kind. */
async function say(terminal: PseudoTerminal, screen: string, word: typeof deeds[number] | '?'): Promise<void> {
  if (screen.includes('Or type:')) {
    terminal.press(word, keys.enter);
    return;
  }
  const mark = screen.includes('Space:') ? [keys.space] : [];
  if (word === '?') {
    terminal.press(keys.up, keys.up, ...mark, keys.enter);
    return;
  }
  terminal.press(keys.up, ...mark, keys.enter);
  await terminal.shows('What would you like to do?');
  terminal.press(...deeds.slice(0, deeds.indexOf(word) + 1).map(() => keys.up), keys.enter);
}

const QUESTION = /more question|question.* left;/;

/** Answers how it ended: a no. */
async function afterRejection(terminal: PseudoTerminal): Promise<string> {
  await terminal.shows('How did it end?');
  terminal.press(keys.down, keys.enter);
  return terminal.shows(QUESTION);
}

describe('the questions in a real terminal', () => {
  test('are answered, taken back, explained and shown so far; stopped, saved and taken up at the same place', async () => {
    const file = at('answers.json');
    const terminal = atTerminal(['ask', '--out', file]);
    const second = await afterRejection(terminal);
    expect(putOn(second)).toMatch(/^◆ {2}.+ │ {2}At most \d+ more questions, fewer once the picture is clear$/);

    await say(terminal, second, 'why');
    const why = await terminal.shows(/● {2}It would .+/);
    expect(putOn(why)).toBe(putOn(second));

    await say(terminal, second, '?');
    const third = await terminal.shows(QUESTION);
    expect(putOn(third)).not.toBe(putOn(second));

    await say(terminal, third, 'back');
    expect(putOn(await terminal.shows(QUESTION))).toBe(putOn(second));

    terminal.press(keys.enter); // “I don't know” is still marked
    expect(putOn(await terminal.shows(QUESTION))).toBe(putOn(third));

    await say(terminal, third, 'result');
    const result = await terminal.shows('the coach\'s sheet');
    expect(result).toMatch(/\n\nA no hurts\. Your answers don't show why/);
    expect(putOn(result)).toBe(putOn(third));

    await say(terminal, third, 'stop');
    const { code, text } = await terminal.ended();
    expect(code).toBe(0);
    expect(text).toContain(`Your answers are in ${file}.`);
    const { answers, session } = savedIn(file);
    expect(answers).toEqual({ outcome: 'rejected', [session.asked[1] ?? '']: 'unknown' });

    const again = atTerminal(['ask', '--resume', file]);
    const resumed = await again.shows(QUESTION);
    expect(resumed).toContain('Welcome back.');
    expect(putOn(resumed)).toBe(putOn(third));
    await say(again, resumed, 'stop');
    expect((await again.ended()).code).toBe(0);
    expect(savedIn(file)).toEqual({ ...savedIn(file), answers, session });
    expect(await afterview(['diagnose', file])).toMatchObject({ code: 0, stderr: '' });
  });

  test('of every kind are answered by keys, up to the result', async () => {
    const file = at('tiny.json');
    const terminal = atTerminal(['ask', '--pack', tiny, '--out', file, '--as-of', '2026-11-22']);
    let screen = await afterRejection(terminal);
    const given: string[] = [];
    const answers: readonly (readonly [ask: string, ...pressed: readonly string[]])[] = [
      ['Thank you, that is enough', keys.down, keys.enter],
      ['Thank you, that was the last', keys.enter],
      ['Which conversation was it?', keys.down, keys.enter],
      ['On which day was it?', '2026-11-1', keys.enter],
      ['How many days ago', '6', keys.enter],
      ['Were you there?', keys.enter],
      ['When did you come?', keys.down, keys.enter],
      ['How many minutes late?', '20', keys.enter],
      ['Did they know', keys.down, keys.enter],
      ['What did you do to prepare?', keys.space, keys.down, keys.down, keys.space, keys.enter],
      ['How many questions did you ask?', '55', keys.enter],
      ['How many days is it past', '?', keys.enter],
    ];
    while (!given.includes('Thank you, that was the last')) {
      const put = putOn(screen);
      const [ask, ...pressed] = answers.find(([words]) => put.includes(words)) ?? ['nothing', keys.interrupt];
      terminal.press(...pressed);
      given.push(ask);
      const corrected = pressed[0] === '55' ? keys.backspace : pressed[0] === '2026-11-1' ? '6' : null;
      if (corrected !== null) { // it says what it wants, and takes what is put right
        await terminal.shows(/└ {2}Type a .+, or \? if/);
        terminal.press(corrected, keys.enter);
      }
      if (ask !== 'Thank you, that was the last') screen = await terminal.shows(/◇[^◆]+◆/);
    }
    const { code, text } = await terminal.ended();
    expect(code).toBe(0);
    expect(text).toContain(`└  Read the result again with:\n\n  npx afterview diagnose ${file} --pack ${tiny}\n`);
    expect(text).toContain('You came late');
    expect(savedIn(file).answers).toMatchObject({
      outcome: 'rejected', stage: 'first-interview', 'interview-date': '2026-11-16', attended: 'there', arrival: 'late', 'minutes-late': 20, 'warned-ahead': 'no',
      prepared: ['read-site', 'practised'], 'questions-asked': 5,
    });
  }, 120_000);

  test('take keys that are pressed before they are put', async () => {
    const file = at('ahead.json');
    const terminal = atTerminal(['ask', '--pack', tiny, '--out', file]);
    await terminal.shows('How did it end?');
    terminal.press(keys.down, keys.enter, keys.down, keys.enter, keys.down, keys.enter, keys.interrupt, keys.enter);
    expect((await terminal.ended()).code).toBe(0);
    expect(savedIn(file)).toMatchObject({ answers: { outcome: 'rejected' } });
    expect(savedIn(file).session.asked[0]).toBe('outcome');
    expect(savedIn(file).session.asked.length).toBeGreaterThan(1);
  });

  test('are left by Ctrl-C, which offers to save', async () => {
    const file = at('left.json');
    const terminal = atTerminal(['ask', '--out', file]);
    await afterRejection(terminal);
    terminal.press(keys.interrupt);
    expect(putOn(await terminal.shows('Stop here?'))).toContain('Stop here?');
    terminal.press(keys.enter);
    expect((await terminal.ended()).code).toBe(0);
    expect(savedIn(file).session.asked).toEqual(['outcome']);
  });

  test.each([['Ctrl-C', keys.interrupt], ['Ctrl-D', keys.endOfInput], ['Escape', keys.escape]])('are left by %s twice, without saving and without a stack trace', async (_what, key) => {
    const terminal = atTerminal(['ask', '--out', at('never.json')]);
    await afterRejection(terminal);
    terminal.press(key);
    await terminal.shows('Stop here?');
    terminal.press(key);
    const { code, text } = await terminal.ended();
    expect(code).toBe(130);
    expect(text).toContain('Nothing was saved.');
    expect(text).not.toMatch(/\n {4}at |Error:|Warning:/);
  });

  test('say where to save, when that was not said before', async () => {
    const terminal = atTerminal(['ask']);
    const screen = await afterRejection(terminal);
    await say(terminal, screen, 'stop');
    await terminal.shows('Which file should they go to?');
    terminal.press(at('named.json'), keys.enter);
    expect((await terminal.ended()).text).toContain(`└  Carry on with:\n\n  npx afterview ask --resume ${at('named.json')}\n`);
    expect(savedIn(at('named.json')).answers).toEqual({ outcome: 'rejected' });
  });

  test('can be put in a terminal that does not tell its size', async () => {
    const terminal = atTerminal(['ask', '--out', at('no-size.json')], { columns: 0, rows: 0 });
    await say(terminal, await afterRejection(terminal), 'stop');
    expect((await terminal.ended()).code).toBe(0);
  });

  test.each([[undefined, true], ['1', false]])('with NO_COLOR=%s: colour is %s', async (value, colour) => {
    const terminal = atTerminal(['ask'], { env: { NO_COLOR: value, TERM: 'xterm-256color' } });
    await say(terminal, await afterRejection(terminal), 'result');
    await terminal.shows('the coach\'s sheet');
    expect([/\u001b\[36m◆/, /\u001b\[1mDo this/, /\u001b\[\d+m/].map(code => code.test(terminal.sent()))).toEqual([colour, colour, colour]);
    terminal.press(keys.interrupt);
    await terminal.shows('Stop here?');
    terminal.press(keys.interrupt);
    await terminal.ended();
  });
});

describe('without a terminal', () => {
  test.each([['no keyboard', 'afterview ask </dev/null', 'standard input'], ['keys from a pipe', 'yes | afterview ask', 'standard input']])('%s is told, and exits 2', async (_what, line, stream) => {
    expect(await shell(line)).toEqual({
      code: 2, stdout: '',
      stderr: `${stream}:1:1 unreadable: the questions need a terminal, and ${stream} is none\n  hint: write an answers file with the questions of afterview questions, and run: afterview diagnose answers.json\n`,
    });
  });

  test('no screen is told, and exits 2', async () => {
    const { code, stdout } = await shell(`script -qec "'${process.execPath}' dist/cli.js ask | cat; exit \\\${PIPESTATUS[0]}" /dev/null </dev/null`, { env: { SHELL: '/bin/bash' } });
    expect(code).toBe(2);
    expect(stdout).toContain('standard output:1:1 unreadable: the questions need a terminal, and standard output is none');
  });
});

test('a file that cannot be gone on with is refused before any question', async () => {
  writeFileSync(at('broken.json'), '{ "answers": { "arrival": "lat" } }');
  const terminal = atTerminal(['ask', '--resume', at('broken.json')]);
  const { code, text } = await terminal.ended();
  expect(code).toBe(1);
  expect(text).toContain('broken.json:1:27 unknown-option: “lat” is no answer to “arrival”');
});
