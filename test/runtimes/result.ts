import type { Said } from './checks.ts';

/** One line of the table. */
export interface Result {
  readonly runtime: string;
  readonly format: string;
  readonly suite: string;
  /** What went well, in a few words. */
  readonly passed?: string;
  /** What went wrong, or why it could not be run. */
  readonly failed?: string;
}

/** What a suite said, or why it said nothing. */
export type Heard = readonly Said[] | { readonly failed: string };

/** Compares what a runtime said with what Node 20 said, byte for byte. */
export function judged(heard: Heard, expected: ReadonlyMap<string, string>): Pick<Result, 'passed' | 'failed'> {
  if ('failed' in heard) return heard;
  const wrong = heard.filter(({ wrong }) => wrong !== undefined).map(({ name, wrong }) => `${name}: ${wrong ?? ''}`);
  const other = heard.flatMap(({ name, text }) => {
    const before = expected.get(name);
    return text === undefined || before === undefined || before === text ? [] : [`${name}: ${firstDifference(before, text)}`];
  });
  const missing = [...expected.keys()].filter(name => !heard.some(said => said.name === name));
  const failures = [...wrong, ...other, ...(heard.length === 0 ? ['it said nothing'] : [])];
  if (failures.length > 0) return { failed: failures.join('; ') };
  return { passed: `${heard.length} checks${missing.length > 0 ? `, without: ${missing.join(', ')}` : ''}` };
}

export function textsOf(heard: Heard): ReadonlyMap<string, string> {
  if ('failed' in heard) throw new Error(`Node 20, which all others are compared with, failed: ${heard.failed}`);
  return new Map(heard.flatMap(({ name, text }) => (text === undefined ? [] : [[name, text]])));
}

function firstDifference(expected: string, text: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === text[at]) at += 1;
  const start = Math.max(0, at - 30);
  return `“${text.slice(start, start + 60)}” instead of “${expected.slice(start, start + 60)}”`;
}
