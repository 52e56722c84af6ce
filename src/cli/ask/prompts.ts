import { styleText } from 'node:util';
import { columnsOf, signsOf } from '../../base/columns.ts';
import { printable, wrap } from '../../report/format/wrap.ts';
import type { Keyboard } from './keyboard.ts';
import { emptyLine, type Line, textOf, typed } from './line.ts';
import { linesAround } from './list.ts';
import { openPainter, type Screen, type Size } from './painter.ts';

/** An entry to choose; `value` is what comes back. */
export interface Entry {
  readonly value: string;
  readonly label: string;
}

/** A question as it is shown: what is asked, and quieter lines below it. */
export interface Prompt {
  readonly ask: string;
  readonly below?: readonly string[];
}

/** A terminal in which someone is asked. Each promise gives `null` when they want to leave (Ctrl-C, Ctrl-D, Escape). */
export interface Terminal {
  readonly choose: (prompt: Prompt, entries: readonly Entry[], marked?: string) => Promise<string | null>;
  readonly chooseSeveral: (prompt: Prompt, entries: readonly Entry[], marked: readonly string[]) => Promise<readonly string[] | null>;
  /** @param problemWith - a sentence on what is wrong with a text, `null` when it will do */
  readonly type: (prompt: Prompt, problemWith: (text: string) => string | null, usual?: string) => Promise<string | null>;
  readonly open: (text: string) => void;
  readonly say: (text: string) => void;
  readonly warn: (text: string) => void;
  /** Prints text that has its lines already. */
  readonly print: (text: string) => void;
  /** Says the last sentence. */
  readonly close: (text: string) => void;
}

/** A terminal, with what is done when another program takes it in between. */
export interface OpenTerminal extends Terminal {
  readonly pause: () => void;
  readonly resume: () => void;
  readonly release: () => void;
}

/** Where a prompt stands. */
type Step = 'asked' | 'wrong' | 'answered' | 'left';

/** Something that is asked: how it looks, and what a key does to it. */
interface Asked<T> {
  readonly lines: (step: Step, size: Size) => readonly string[];
  /** The value, when the key ends it; `'wrong'` when there is something wrong with it. */
  readonly press: (key: string) => { readonly value: T } | 'wrong' | null;
}

const BAR = '│';
/** “│  ” stands before every line. */
const GUIDE = 3;
/** “● ” before every entry. */
const MARK = 2;
/** In a window with fewer rows it is not said which keys there are. */
const ROWS_FOR_KEYS = 15;
const FEWEST_LINES = 3;

const symbols = { asked: styleText('cyan', '◆'), wrong: styleText('yellow', '▲'), answered: styleText('green', '◇'), left: styleText('red', '■') } as const;
const bars = { asked: styleText('cyan', BAR), wrong: styleText('yellow', BAR), answered: styleText('gray', BAR), left: styleText('gray', BAR) } as const;
const ends = { asked: styleText('cyan', '└'), wrong: styleText('yellow', '└') } as const;
const dim = (text: string): string => styleText('dim', text);

const leaving: ReadonlySet<string> = new Set(['\u0003', '\u0004', '\u001b']);
const steps: ReadonlyMap<string, -1 | 1> = new Map([
  ...['\u001b[A', '\u001bOA', '\u001b[D', '\u001bOD', 'k', 'h'].map(key => [key, -1] as const),
  ...['\u001b[B', '\u001bOB', '\u001b[C', '\u001bOC', 'j', 'l'].map(key => [key, 1] as const),
]);
const isEnter = (key: string): boolean => key === '\r' || key === '\n';

/** A terminal that hears these keys and shows on this screen. */
export function openTerminal(keys: Pick<Keyboard, 'next'>, output: Screen): OpenTerminal {
  const painter = openPainter(output);
  const sentence = (text: string): readonly string[] => fitted(text, roomIn(painter.size()));
  const write = (lines: readonly string[]): void => { output.write(lines.map(line => `${line}\n`).join('')); };
  const gray = styleText('gray', BAR);
  const say = (symbol: string, [first = '', ...rest]: readonly string[]): void => { write([gray, `${symbol}  ${first}`, ...rest.map(line => `${gray}  ${line}`)]); };
  const ask = async <T>({ lines, press }: Asked<T>): Promise<T | null> => {
    let step: Step = 'asked';
    for (;;) {
      const now: Step = step;
      painter.paint(() => lines(now, painter.size()));
      const key = await keys.next();
      const done = key === null || leaving.has(key) ? 'left' : press(key);
      if (done !== null && typeof done === 'object') {
        painter.settle(lines('answered', painter.size()));
        return done.value;
      }
      if (done === 'left') {
        painter.settle(lines('left', painter.size()));
        return null;
      }
      step = done ?? 'asked';
    }
  };
  return {
    choose: (prompt, entries, marked) => ask(choice(prompt, entries, marked)),
    chooseSeveral: (prompt, entries, marked) => ask(choices(prompt, entries, marked)),
    type: (prompt, problemWith, usual = '') => ask(text(prompt, problemWith, usual)),
    open: words => { write(sentence(words).map((line, index) => `${styleText('gray', index === 0 ? '┌' : BAR)}  ${line}`)); },
    say: words => { say(styleText('blue', '●'), sentence(words)); },
    warn: words => { say(styleText('yellow', '▲'), sentence(words)); },
    print: report => { output.write(report); },
    close: words => {
      write([gray, ...sentence(words).map((line, index) => `${styleText('gray', index === 0 ? '└' : BAR)}  ${line}`), '']);
    },
    pause: painter.pause, resume: painter.resume, release: painter.release,
  };
}

function roomIn({ columns }: Size): number {
  return columns - GUIDE;
}

function heading({ ask, below = [] }: Prompt, step: Step, size: Size): readonly string[] {
  const lines = [...fitted(ask, roomIn(size)), ...below.flatMap(line => fitted(line, roomIn(size))).map(dim)];
  return [styleText('gray', BAR), ...lines.map((line, index) => `${index === 0 ? symbols[step] : bars[step]}  ${line}`)];
}

/** The rest of a prompt, each line behind its bar; without one that nothing stands behind when it is over. */
function below(step: Step, lines: readonly string[]): readonly string[] {
  return lines.map(line => (line === '' ? bars[step] : `${bars[step]}  ${line}`));
}

interface Marks {
  readonly here: string;
  readonly elsewhere: string;
}

function choice(prompt: Prompt, entries: readonly Entry[], marked: string | undefined): Asked<string> {
  let cursor = Math.max(0, entries.findIndex(({ value }) => value === marked));
  return {
    lines: (step, size) => listLines(prompt, step, size, entries, cursor, () => ({ here: styleText('green', '●'), elsewhere: dim('○') }), '↑/↓ to navigate • Enter: confirm', entries.slice(cursor, cursor + 1)),
    press: key => {
      if (isEnter(key)) return { value: entries[cursor]?.value ?? '' };
      cursor = moved(cursor, key, entries.length);
      return null;
    },
  };
}

function choices(prompt: Prompt, entries: readonly Entry[], marked: readonly string[]): Asked<readonly string[]> {
  let cursor = 0;
  let chosen: readonly string[] = marked;
  const box = ({ value }: Entry): Marks => (chosen.includes(value)
    ? { here: styleText('green', '◼'), elsewhere: styleText('green', '◼') }
    : { here: styleText('cyan', '◻'), elsewhere: dim('◻') });
  const inOrder = (): readonly Entry[] => entries.filter(({ value }) => chosen.includes(value));
  return {
    lines: (step, size) => listLines(prompt, step, size, entries, cursor, box, '↑/↓ to navigate • Space: select • Enter: confirm', inOrder()),
    press: key => {
      if (isEnter(key)) return { value: inOrder().map(({ value }) => value) };
      const here = entries[cursor]?.value;
      if (key === ' ' && here !== undefined) chosen = chosen.includes(here) ? chosen.filter(value => value !== here) : [...chosen, here];
      cursor = moved(cursor, key, entries.length);
      return null;
    },
  };
}

/** From the last entry on to the first, and back. */
function moved(cursor: number, key: string, entries: number): number {
  return (cursor + (steps.get(key) ?? 0) + entries) % entries;
}

function listLines(prompt: Prompt, step: Step, size: Size, entries: readonly Entry[], cursor: number, marksOf: (entry: Entry) => Marks, keyWords: string, chosen: readonly Entry[]): readonly string[] {
  const head = heading(prompt, step, size);
  if (step === 'left') return [...head, bars.left];
  if (step === 'answered') return [...head, ...below(step, answered(chosen.map(({ label }) => label).join(', ') || 'none', size))];
  const keysSaid = size.rows >= ROWS_FOR_KEYS ? fitted(keyWords, roomIn(size)).map(dim) : [];
  const lines = entries.map((entry, index) => {
    const { here, elsewhere } = marksOf(entry);
    const [first = '', ...rest] = fitted(entry.label, roomIn(size) - MARK).map(line => (index === cursor ? line : dim(line)));
    return [`${index === cursor ? here : elsewhere} ${first}`, ...rest.map(line => `${' '.repeat(MARK)}${line}`)];
  });
  const tallest = Math.max(...lines.map(({ length }) => length)) + 2;
  const left = size.rows - 2 - head.length - keysSaid.length;
  const height = Math.max(FEWEST_LINES, left, Math.min(tallest, size.rows - 3 - keysSaid.length));
  return [...head, ...below(step, [...linesAround(lines, cursor, height), ...keysSaid]), ends.asked];
}

function answered(said: string, size: Size): readonly string[] {
  return fitted(said, roomIn(size)).map(dim);
}

function text(prompt: Prompt, problemWith: (text: string) => string | null, usual: string): Asked<string> {
  let line = emptyLine;
  let problem: string | null = null;
  const said = (): string => textOf(line) || usual;
  return {
    lines: (step, size) => {
      const head = heading(prompt, step, size);
      if (step === 'left') return [...head, bars.left];
      if (step === 'answered') return [...head, ...below(step, answered(said(), size))];
      const written = textOf(line) === '' && usual !== '' ? [`${styleText('inverse', usual[0] ?? '')}${dim(usual.slice(1))}`] : lineLines(line, roomIn(size));
      const [first, ...rest] = problem === null ? [] : fitted(problem, roomIn(size)).map(words => styleText('yellow', words));
      const end = ends[step];
      return [...head, ...below(step, written), first === undefined ? end : `${end}  ${first}`, ...rest.map(words => `${' '.repeat(GUIDE)}${words}`)];
    },
    press: key => {
      if (!isEnter(key)) {
        line = typed(line, key);
        problem = null;
        return null;
      }
      problem = problemWith(textOf(line));
      return problem === null ? { value: said() } : 'wrong';
    },
  };
}

/** The typed line with its cursor. */
function lineLines({ before, after: [at = ' ', ...after] }: Line, width: number): readonly string[] {
  return cut([...before, at, ...after], width, (sign, index) => (index === before.length ? styleText('inverse', sign) : sign));
}

/** A sentence in lines that fit, and a word too long for one in several. */
function fitted(sentence: string, width: number): readonly string[] {
  return wrap(printable(sentence), width).flatMap(line => (columnsOf(line) > width ? cut(signsOf(line), width) : [line]));
}

function cut(signs: readonly string[], width: number, shown: (sign: string, index: number) => string = sign => sign): readonly string[] {
  const lines: string[] = [];
  let [current, columns] = ['', 0];
  signs.forEach((sign, index) => {
    const wide = columnsOf(sign);
    if (columns + wide > width) {
      lines.push(current);
      [current, columns] = ['', 0];
    }
    current += shown(sign, index);
    columns += wide;
  });
  return [...lines, current];
}
