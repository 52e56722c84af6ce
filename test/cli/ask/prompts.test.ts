import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import type { Keyboard } from '../../../src/cli/ask/keyboard.ts';
import { type OpenTerminal, openTerminal, type Terminal } from '../../../src/cli/ask/prompts.ts';
import { openScreen, type Screen } from '../screen.ts';

const keys = { enter: '\r', space: ' ', down: '\u001b[B', left: '\u001b[D', interrupt: '\u0003', endOfInput: '\u0004' };

interface Bench {
  readonly terminal: OpenTerminal;
  /** Presses keys, and waits until the prompt has seen them. */
  readonly press: (...pressed: readonly string[]) => Promise<void>;
  readonly end: () => void;
  /** Changes the size of the window. */
  readonly resize: (columns: number, rows: number) => void;
  /** Everything that was written, without colours. */
  readonly shown: () => string;
  readonly screen: Screen;
}

const opened: OpenTerminal[] = [];
afterEach(() => { for (const terminal of opened.splice(0)) terminal.release(); });

/** The prompts with keys that come from a test, and a screen that it can read. */
function bench(columns?: number, rows = 50): Bench {
  const keyboard = pressable();
  const output = Object.assign(new PassThrough(), columns === undefined ? {} : { columns, rows });
  const chunks: string[] = [];
  const screen = openScreen(columns ?? 80, columns === undefined ? 24 : rows);
  output.setEncoding('utf8').on('data', (chunk: string) => {
    chunks.push(chunk);
    screen.write(chunk);
  });
  const terminal = openTerminal(keyboard, output);
  opened.push(terminal);
  return {
    terminal,
    press: async (...pressed) => {
      for (const key of pressed) keyboard.press(key);
      await turn();
    },
    end: () => { keyboard.press(null); },
    resize: (wide, high) => {
      screen.resize(wide, high);
      Object.assign(output, { columns: wide, rows: high }).emit('resize');
    },
    shown: () => stripVTControlCharacters(chunks.join('')),
    screen,
  };
}

/** Keys that wait until they are asked for. */
function pressable(): Pick<Keyboard, 'next'> & { readonly press: (key: string | null) => void } {
  const keys: (string | null)[] = [];
  let taker: ((key: string | null) => void) | null = null;
  return {
    next: () => (keys.length > 0 ? Promise.resolve((keys[0] === null ? null : keys.shift()) ?? null) : new Promise(resolve => { taker = resolve; })),
    press: key => {
      const waiting = taker;
      taker = null;
      if (waiting) waiting(key); else keys.push(key);
      if (waiting && key === null) keys.push(null);
    },
  };
}

const entries = [{ value: 'late', label: 'Late' }, { value: 'on-time', label: 'On time' }, { value: ':why', label: '(Why do you ask?)' }];
const prompt = { ask: 'When did you come?', below: ['The agreed time counts.', '3 more questions'] };

describe('a prompt', () => {
  test('to choose one gives its value, from the marked one on', async () => {
    const { terminal, press, shown } = bench();
    const [chosen] = await Promise.all([terminal.choose(prompt, entries), press(keys.down, keys.enter)]);
    const [marked] = await Promise.all([terminal.choose(prompt, entries, ':why'), press(keys.enter)]);
    expect([chosen, marked]).toEqual(['on-time', ':why']);
    expect(shown()).toMatch(/◆ {2}When did you come\?\n│ {2}The agreed time counts\.\n│ {2}3 more questions\n│ {2}● Late\n│ {2}○ On time\n/);
  });

  test('to choose several gives their values, and none of them, too', async () => {
    const { terminal, press } = bench();
    const [several] = await Promise.all([terminal.chooseSeveral(prompt, entries, ['late']), press(keys.down, keys.space, keys.enter)]);
    const [none] = await Promise.all([terminal.chooseSeveral(prompt, entries, []), press(keys.enter)]);
    expect([several, none]).toEqual([['late', 'on-time'], []]);
  });

  test('to type gives the text once nothing is wrong with it', async () => {
    const { terminal, press, shown } = bench();
    const problemWith = (text: string): string | null => (text === '20' ? null : 'Twenty it must be.');
    const [typed] = await Promise.all([terminal.type(prompt, problemWith), press('2', keys.enter, '0', keys.enter)]);
    expect(typed).toBe('20');
    expect(shown()).toContain('└  Twenty it must be.');
  });

  test('to type gives what is usual when nothing was typed', async () => {
    const { terminal, press, shown } = bench();
    const [typed] = await Promise.all([terminal.type({ ask: 'Which file?' }, () => null, 'answers.json'), press(keys.enter)]);
    expect(typed).toBe('answers.json');
    expect(shown()).toContain('answers.json');
  });

  test.each([[40], [60], [100]])('keeps its lines within %i columns, with what follows a long one below it', async columns => {
    const { terminal, press, shown } = bench(columns);
    const long = 'A sentence that goes on and on until nobody knows any more how it began, nor whether it will ever come to an end.';
    for (const said of [terminal.open, terminal.say, terminal.warn, terminal.close]) said(long);
    const typed = terminal.type({ ask: long, below: [long] }, () => null);
    const first = shown(); // before anything is painted over
    await Promise.all([typed, press('1', keys.enter)]);
    const before = shown().length;
    const chosen = terminal.choose({ ask: long, below: [long] }, [{ value: 'long', label: long }]);
    const second = shown().slice(before);
    await Promise.all([chosen, press(keys.enter)]);
    const lines = [first, second].flatMap(text => text.split('\n'));
    expect(Math.max(...lines.map(line => line.trimEnd().length))).toBeLessThanOrEqual(columns);
    expect(lines.filter(line => !/^(?:[│┌└●▲◆] {2}.*|[│└]?)$/u.test(line))).toEqual([]);
    expect(second).toMatch(/│ {2}● A sentence .+\n│ {4}\S/);
  });

  test('shows nothing that steers a terminal', async () => {
    const { terminal, press, shown } = bench();
    await Promise.all([terminal.choose({ ask: 'One\u0007two', below: ['three\u009bfour'] }, [{ value: 'a', label: 'five\u0008six' }]), press(keys.enter)]);
    expect(shown()).toContain('Onetwo');
    expect(shown()).not.toMatch(/[\u0007\u0008\u009b]/);
  });
});

describe('wanting to leave gives null', () => {
  const ways: readonly (readonly [string, (terminal: Terminal) => Promise<unknown>])[] = [
    ['choosing one', terminal => terminal.choose(prompt, entries)],
    ['choosing several', terminal => terminal.chooseSeveral(prompt, entries, [])],
    ['typing', terminal => terminal.type(prompt, () => null)],
  ];

  test.each(ways)('while %s: by Ctrl-C and by Ctrl-D, and the next prompt is there again', async (_what, put) => {
    const { terminal, press } = bench();
    for (const key of [keys.interrupt, keys.endOfInput]) expect(await Promise.all([put(terminal), press(key)])).toEqual([null, undefined]);
    expect(await Promise.all([terminal.choose(prompt, entries), press(keys.enter)])).toEqual(['late', undefined]);
  });

  test.each(ways)('while %s: when the keys end, and for every prompt after that', async (_what, put) => {
    const { terminal, end } = bench();
    const left = put(terminal);
    end();
    expect([await left, await put(terminal), await put(terminal)]).toEqual([null, null, null]);
  });
});

const many = Array.from({ length: 12 }, (_, index) => ({ value: String(index), label: `The answer with the number ${index}, which takes some room` }));
const longPrompt = { ask: 'What have they told you about the reason, or about where things stand? Choose all that apply.', below: ['What they wrote or said, or what someone there told you.', 'At most 29 more questions.'] };

describe('in a window that is small', () => {
  test.each([[80, 10], [40, 8], [60, 5], [30, 24], [200, 60]])('of %i by %i, a heading stands there once, and every entry can be seen and chosen', async (columns, rows) => {
    const { terminal, press, screen } = bench(columns, rows);
    const choosing = terminal.chooseSeveral(longPrompt, many, []);
    for (let index = 0; index < many.length; index++) {
      expect(screen.shown().filter(line => line.includes(`number ${index},`) || line.startsWith('│  ◻') || line.startsWith('│    number')).length).toBeGreaterThan(0);
      expect(screen.shown().join(' ').replaceAll(/ *│ +/g, ' ')).toContain(`number ${index},`);
      expect(screen.all().filter(line => line.startsWith('◆'))).toHaveLength(1);
      await press(keys.down);
    }
    await press(keys.space, keys.enter);
    expect(await choosing).toEqual(['0']);
    expect(screen.all().filter(line => /^[◆◇]  What have/.test(line))).toHaveLength(1);
    expect(screen.all().filter(line => /^└/.test(line))).toEqual([]);
    expect(screen.cursorIsShown()).toBe(true);
  });

  test.each<[[number, number], [number, number]]>([[[40, 8], [100, 30]], [[100, 30], [40, 8]], [[80, 10], [50, 12]], [[30, 40], [80, 10]]])('from %j to %j and back, in the middle, nothing is left of what was drawn before', async (first, second) => {
    const { terminal, press, resize, screen } = bench(...first);
    const choosing = terminal.choose(longPrompt, many);
    await press(keys.down, keys.down);
    for (const size of [second, first, second]) {
      resize(...size);
      expect(screen.shown().filter(line => /^◆/.test(line)).length).toBeLessThanOrEqual(1);
      expect(screen.shown().filter(line => /^└/.test(line))).toHaveLength(1);
      expect(screen.shown().filter(line => /●/.test(line))).toEqual([expect.stringContaining('│  ● The answer with')]);
      await press(keys.down);
      expect(screen.shown().filter(line => /●/.test(line))).toHaveLength(1);
    }
    await press(keys.enter);
    expect(await choosing).toBe('5');
  });

  test('a word longer than a line is broken, and so is what is typed', async () => {
    const { terminal, press, screen } = bench(40, 10);
    const typing = terminal.type({ ask: `There is a file ${'x'.repeat(100)} here.` }, () => null);
    await press(...Array.from({ length: 50 }, () => 'y'), keys.left, '!');
    expect(screen.all().filter(line => line.startsWith('◆'))).toHaveLength(1);
    expect(screen.all().join('').match(/[xy!]/g)).toHaveLength(151);
    await press(keys.enter);
    expect(await typing).toBe(`${'y'.repeat(49)}!y`);
  });
});

test('a prompt is drawn again below what another program has left, with the cursor hidden again', async () => {
  const { terminal, press, screen } = bench(60, 20);
  const choosing = terminal.choose(prompt, entries);
  await press(keys.down);
  expect(screen.cursorIsShown()).toBe(false);
  terminal.pause();
  expect(screen.cursorIsShown()).toBe(true);
  screen.write('$ fg\r\n');
  terminal.resume();
  expect(screen.cursorIsShown()).toBe(false);
  const shown = screen.shown();
  expect(shown.slice(shown.indexOf('$ fg') + 1).filter(line => line !== '')).toEqual([
    '│', '◆  When did you come?', '│  The agreed time counts.', '│  3 more questions', '│  ○ Late', '│  ● On time', '│  ○ (Why do you ask?)', '│  ↑/↓ to navigate • Enter: confirm', '└',
  ]);
  await press(keys.enter);
  expect(await choosing).toBe('on-time');
});
