import type { Problem } from '../../base/problem.ts';
import type { PackScope } from './compileCause.ts';
import { checkGroups } from '../check/checkGroups.ts';
import { compileCondition } from './compileCondition.ts';
import type { Cause, EmployerType, Waiting, WaitingSign } from '../../pack/pack.ts';
import type { ParsedFile } from '../files/parseFile.ts';
import type { PackFile } from '../files/fileSchemas.ts';
import { checkReason, checkSources, probabilityOf } from './compileSourced.ts';

type Words = NonNullable<PackFile['waiting']>;
type Path = readonly (string | number)[];

const states = ['advance', 'told-no', 'never-told'];

/**
 * Compiles how employers let time pass: types whose weights add to 1, and what speaks for each of them. The note on all
 * of it gives the reason of the times as well.
 */
export function compileWaiting(words: Words, scope: PackScope): Waiting {
  const path = ['waiting'];
  const missed = words['missed-promise'];
  for (const [key, part] of [['', words], ['missed-promise', missed], ['when-unsaid', words['when-unsaid']]] as const) {
    if (!part) continue;
    const at = key === '' ? path : [...path, key];
    checkSources(part.from, [...at, 'from'], scope);
    checkReason(part, at, scope, 'from');
  }
  if (missed && !(missed.range[0] <= missed.ratio && missed.ratio <= missed.range[1])) {
    add(scope, 'out-of-range', `${missed.ratio} lies outside its own range`, 'the range goes from the lowest to the highest value and holds the value', [...path, 'missed-promise', 'range']);
  }
  checkGroups(words.signs ?? [], [...path, 'signs'], scope);
  const promised = words['days-past-promise'];
  return {
    types: compileTypes(words, [...path, 'types'], scope),
    daysSince: dayCount(words['days-since'], [...path, 'days-since'], scope),
    ...(promised === undefined ? {} : { daysPastPromise: dayCount(promised, [...path, 'days-past-promise'], scope) }),
    missedPromise: missed?.ratio ?? 1,
    whenUnsaid: { waiting: words['when-unsaid'].waiting, 'no-reply': words['when-unsaid']['no-reply'] },
    signs: (words.signs ?? []).map((sign, index) => compileSign(sign, words, [...path, 'signs', index], scope)),
  };
}

/** Silence is explained by causes: some keep an employer undecided, and some leave a no untold. */
export function checkSilence(head: ParsedFile<PackFile>, causes: readonly Cause[], problems: Problem[]): void {
  for (const state of ['undecided', 'never-told'] as const) {
    if (causes.some(({ silence }) => silence?.state === state)) continue;
    const path = ['waiting'];
    problems.push({ code: 'unknown-cause', message: `no cause explains silence by the state “${state}”`, hint: `add one with “explains: silence” and “silence: { state: ${state}, … }”, or take “waiting:” out`, path, at: head.place(path, 'key') });
  }
}

function compileTypes({ types, note }: Words, path: Path, scope: PackScope): readonly EmployerType[] {
  const compiled = types.map((type, index): EmployerType => {
    const [advance, toldNo] = [probabilityOf(type.advance), probabilityOf(type['told-no'])];
    if (advance + toldNo > 1) add(scope, 'out-of-range', 'more than 100% hear a yes or a no', 'the rest of the two is never told', [...path, index, 'told-no']);
    else if (advance + toldNo > 1 - 1e-9) add(scope, 'out-of-range', 'all hear a yes or a no, so that silence could never last', 'leave a part, such as 1%, that is never told', [...path, index, 'told-no']);
    if (states.includes(type.id) || types.findIndex(({ id }) => id === type.id) < index) {
      add(scope, 'duplicate-id', `“${type.id}” is the name of another type or of a state`, 'rename one of them', [...path, index, 'id']);
    }
    for (const key of ['time-to-yes', 'time-to-no'] as const) {
      checkSources(type[key].from, [...path, index, key, 'from'], scope);
      checkReason({ note, ...type[key] }, [...path, index, key], scope, 'from');
    }
    return {
      id: type.id, title: type.title, weight: probabilityOf(type.weight), advance, toldNo,
      timeToYes: { median: type['time-to-yes'].median, sigma: type['time-to-yes'].sigma },
      timeToNo: { median: type['time-to-no'].median, sigma: type['time-to-no'].sigma },
    };
  });
  const sum = compiled.reduce((total, { weight }) => total + weight, 0);
  if (Math.abs(sum - 1) > 1e-9) add(scope, 'out-of-range', `the weights of the types add to ${Math.round(sum * 1000) / 10}%`, 'they are shares of all employers and add to 100%', path, 'key');
  return compiled;
}

function dayCount(id: string, path: Path, scope: PackScope): number {
  const found = scope.questions.get(id);
  if (found?.question.kind === 'number') return found.index;
  if (found === undefined && scope.unread('questions', id)) return 0;
  const numbers = new Set(scope.asked.filter(({ kind }) => kind === 'number').map(question => question.id));
  add(scope, 'unknown-question', `no question for a number is called “${id}”`, scope.suggestions.hint(id, numbers), path);
  return 0;
}

function compileSign(words: NonNullable<Words['signs']>[number], { types }: Words, path: Path, scope: PackScope): WaitingSign {
  const known = [...types.map(({ id }) => id), ...states];
  if (!known.includes(words.of)) add(scope, 'unknown-option', `“${words.of}” is no type of employer and no state`, scope.suggestions.hint(words.of, new Set(known)), [...path, 'of']);
  const unless = words.unless === undefined ? undefined : compileCondition(words.unless, [...path, 'unless'], scope);
  return {
    when: compileCondition(words.when, [...path, 'when'], scope),
    ...(unless ? { unless } : {}),
    speaks: words.speaks,
    of: words.of,
    ...(words.group === undefined ? {} : { group: words.group }),
    because: words.because,
  };
}

function add(scope: PackScope, code: Problem['code'], message: string, hint: string, path: Path, part: 'key' | 'value' = 'value'): void {
  scope.problems.push({ code, message, hint, path, at: scope.file.place(path, part) });
}
