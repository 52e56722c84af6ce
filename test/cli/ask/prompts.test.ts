import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { openTerminal, type Terminal } from '../../../src/cli/ask/prompts.ts';

const keys = { enter: '\r', space: ' ', down: '\u001b[B', interrupt: '\u0003', endOfInput: '\u0004' };

interface Bench {
  readonly terminal: Terminal;
  /** Presses keys one after the other, each once the prompt has seen the one before. */
  readonly press: (...pressed: readonly string[]) => Promise<void>;
  readonly end: () => void;
  /** Everything that was written, without colours. */
  readonly shown: () => string;
}

const opened: Terminal[] = [];
afterEach(() => { for (const terminal of opened.splice(0)) terminal.close(''); });

/** The prompts with keys that come from a test, and a screen that it can read. */
function bench(columns?: number): Bench {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), columns === undefined ? {} : { columns, rows: 50 });
  const chunks: Buffer[] = [];
  const terminal = openTerminal(input, output);
  opened.push(terminal);
  output.on('data', (chunk: Buffer) => { chunks.push(chunk); });
  return {
    terminal,
    press: async (...pressed) => {
      for (const key of pressed) {
        await turn();
        input.write(key);
        await turn();
      }
    },
    end: () => { input.end(); },
    shown: () => stripVTControlCharacters(Buffer.concat(chunks).toString('utf8')),
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

  test('when an interrupt comes between two prompts, at the next one only', async () => {
    const { terminal, press } = bench();
    process.emit('SIGINT');
    expect(await terminal.choose(prompt, entries)).toBeNull();
    expect(await Promise.all([terminal.choose(prompt, entries), press(keys.enter)])).toEqual(['late', undefined]);
    terminal.close('Thank you.');
  });

  test('nothing is heard of interrupts any more once the terminal is closed', () => {
    const before = process.listenerCount('SIGINT');
    const { terminal } = bench();
    expect(process.listenerCount('SIGINT')).toBe(before + 1);
    terminal.close('Thank you.');
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});
