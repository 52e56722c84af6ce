import { inspect } from 'node:util';
import { isAnswersError, isDiagnosisError, isPackError } from '../../src/base/errors.ts';
import { type Case, prepared } from './cases.ts';

/** What a case came to: whether a law is broken, and how long one run took. */
export interface Outcome {
  readonly broken: string | null;
  /** CPU of this process for one run. */
  readonly milliseconds: number;
}

/** What some other code may have left on the prototype of all objects. */
const left: Readonly<Record<string, unknown>> = {
  outcome: 'rejected', arrival: 'late', answers: {}, asOf: '2026-11-22', pack: null, whatIf: {}, most: 1, width: 40, title: 'x', path: ['x'], at: { file: 'f', line: 1, column: 1 },
  when: { test: 'all', of: [] }, unless: { test: 'all', of: [] }, if: {}, note: 'x', range: [0, 1], group: 'x', strength: { value: 0.5, when: [] }, silence: null, coach: {}, funnel: null, help: 'x', say: [], options: {},
};

/**
 * Checks one case. It throws nothing but our errors, gives the same twice, whatever lies on prototypes, and changes neither
 * what it is given (a frozen value would throw, and another is compared) nor what all code shares.
 *
 * @param thorough - whether the slow laws are checked as well
 */
export async function outcomeOf(one: Case, thorough: boolean): Promise<Outcome> {
  const frozen = prepared(one);
  freeze(frozen.given, 0);
  const before = process.cpuUsage();
  const first = await settled(frozen.run, frozen.given);
  const { user, system } = process.cpuUsage(before);
  const milliseconds = (user + system) / 1000;
  const broken = first.foreign ?? await differs(one, first.said, thorough);
  return { broken: broken ?? (shared() === asItWas ? null : 'a prototype was changed'), milliseconds };
}

async function differs(one: Case, first: string, thorough: boolean): Promise<string | null> {
  const again = prepared(one);
  const second = await settled(again.run, again.given);
  if (second.foreign !== null || second.said !== first) return `a second run gives another result: ${second.foreign ?? differing(first, second.said)}`;
  if (!thorough) return null;
  if (seen(again.given) !== seen(prepared(one).given)) return 'the input was changed';
  if (one.kind === 'command' || one.kind === 'stored') return null; // a stored diagnosis may lack what a prototype then has; the command runs among modules of others, which need their prototypes
  const polluted = prepared(one);
  const names = Object.keys(left).filter(name => !inShapes.includes(name) || !readsPacks(one));
  for (const name of names) Object.defineProperty(Object.prototype, name, { value: left[name], configurable: true, writable: true, enumerable: true });
  try {
    const third = await settled(polluted.run, polluted.given);
    return third.foreign === null && third.said === first ? null : `with names on prototypes it gives another result: ${third.foreign ?? differing(first, third.said)}`;
  } finally {
    for (const name of names) Reflect.deleteProperty(Object.prototype, name);
  }
}

/** The library that checks the shape of rule files reads these of its own parts, inherited or not. */
const inShapes = ['when', 'path'];

function readsPacks(one: Case): boolean {
  return one.kind === 'pack' || (one.kind === 'options' && one.door === 'read pack');
}

/** What was said, or which error was thrown that is none of ours. */
async function settled(run: (given: unknown) => string | Promise<string>, given: unknown): Promise<{ readonly said: string; readonly foreign: string | null }> {
  try {
    const said = run(given);
    return { said: typeof said === 'string' ? said : await said, foreign: null };
  } catch (error) {
    if (isAnswersError(error) || isPackError(error) || isDiagnosisError(error)) return { said: error.message, foreign: null };
    return { said: '', foreign: error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}${(error.stack ?? '').split('\n').filter(line => line.includes('/src/')).slice(0, 2).join('')}` : `thrown: ${typeof error}` };
  }
}

/** Freezes what can be frozen without calling anything of it. */
function freeze(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > 20) return;
  try {
    const descriptors = Object.values<PropertyDescriptor>(Object.getOwnPropertyDescriptors(value));
    if (descriptors.length < 2000) for (const { value: inner } of descriptors) freeze(inner, depth + 1);
    Object.freeze(value);
  } catch { /* a proxy that refuses, or bytes */ }
}

function seen(value: unknown): string {
  try {
    return inspect(value, { depth: 8, showHidden: true, maxArrayLength: 50, maxStringLength: 200 });
  } catch {
    return 'a proxy that was revoked';
  }
}

const builtins: readonly object[] = [Object, Array, String, Number, Function, Map, Set, Promise, RegExp, Error, Date].flatMap((each): object[] => [each, each.prototype as object]).concat([JSON, Math, globalThis]);

/** How many things hang on what all code shares. */
function shared(): number {
  return builtins.reduce((sum, each) => sum + Reflect.ownKeys(each).length, 0);
}

const asItWas = shared();

/** Two texts around the place where they part. */
function differing(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 40), at + 80));
  return `${around(one)} and ${around(other)}`;
}
