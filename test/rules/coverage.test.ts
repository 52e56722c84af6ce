import { describe, expect, test } from 'vitest';
import { safeLoadPack } from '../../src/node.ts';
import type { PackExample } from '../../src/authoring/check/packExamples.ts';
import { applies } from '../../src/plan/applies.ts';
import { formatProblems } from '../../src/base/problem.ts';
import type { Reading } from '../../src/answers/reading.ts';
import { holds } from '../../src/answers/holds.ts';
import { isShown } from '../../src/evidence/weigh.ts';
import { checkAnswers, engineOf } from '../engineOf.ts';

const read = safeLoadPack('rules');
if (!read.ok) throw new Error(formatProblems(read.problems));
const { pack, examples } = read.value;

function readingOf({ name, answers }: PackExample): Reading {
  const checked = checkAnswers(pack, answers);
  if (!checked.ok) throw new Error(`${name}: ${formatProblems(checked.problems)}`);
  return checked.value.reading;
}

const readings = new Map(examples.map(example => [example, readingOf(example)]));
const NOTHING_READ: Reading = { answers: [], columns: [] };

function examplesOf(cause: string): readonly PackExample[] {
  return examples.filter(({ file }) => file.endsWith(`/${cause}.yaml`));
}

function readingsOf(cause: string): readonly Reading[] {
  return examplesOf(cause).map(example => readings.get(example) ?? NOTHING_READ);
}

/** How many examples of a cause expect it, and nothing else of it, in one of these ways. */
function expecting(cause: string, ways: readonly string[]): number {
  return examplesOf(cause).filter(({ expect: expected }) => ways.some(way => [expected[way]].flat().includes(cause))).length;
}

/** A named reason is one fact, however it was put. */
function factOf(because: string): string {
  return because.replace(/ (?:They were specific about it|It was put in words that may mean little)\.$/, '');
}

describe('the examples of a file show all that is in it', () => {
  test('every sign', () => {
    const untriggered = engineOf(pack).baseline.prepared.causes.flatMap(({ cause, signs }) => {
      const shown = signs.filter(sign => readingsOf(cause.id).some(({ columns }) => isShown(sign, columns)));
      const facts = new Set(shown.map(({ sign }) => factOf(sign.because)));
      return signs.filter(({ sign }) => !facts.has(factOf(sign.because))).map(({ sign }) => `${cause.id}: ${sign.because}`);
    });
    expect(untriggered).toEqual([]);
  });

  test('every fix', () => {
    const never = pack.causes.flatMap(({ id, fixes }) =>
      fixes.filter(fix => !readingsOf(id).some(reading => applies(fix, reading))).map(fix => `${id}: ${fix.id}`));
    expect(never).toEqual([]);
  });

  test('every passage of a draft that has a condition', () => {
    const never = pack.causes.flatMap(({ id, fixes }) => fixes.flatMap(fix => {
      const met = readingsOf(id).filter(reading => applies(fix, reading));
      return (fix.say ?? []).filter(({ when }) => when && !met.some(reading => holds(when, reading.answers) === true)).map(({ pieces }) => `${fix.id}: ${JSON.stringify(pieces)}`);
    }));
    expect(never).toEqual([]);
  });

  test('every belief, both where it is held and where it is not', () => {
    const unseen = pack.beliefs.flatMap(({ id, when }) => {
      const truths = new Set(examples.filter(({ expect: expected }) => [expected['belief'], expected['no-belief']].flat().includes(id))
        .map(example => holds(when, (readings.get(example) ?? NOTHING_READ).answers) === true));
      return [true, false].filter(truth => !truths.has(truth)).map(truth => `${id}: ${truth ? 'never shown' : 'always shown'}`);
    });
    expect(unseen).toEqual([]);
  });
});

describe('the examples of a cause draw its borders', () => {
  /** What explains nothing but silence stands in no order of reasons, so it can be supported but never first or minor. */
  const silent = new Set(pack.causes.filter(({ strength }) => strength === undefined).map(({ id }) => id));
  const few = (ways: readonly string[], least: number, of = (id: string): boolean => !silent.has(id)): readonly string[] =>
    pack.causes.filter(({ id }) => of(id) && expecting(id, ways) < least).map(({ id }) => id);

  test('there are four or more', () => {
    expect(pack.causes.filter(({ id }) => examplesOf(id).length < 4).map(({ id }) => id)).toEqual([]);
  });

  test('one in which it comes first', () => {
    expect(few(['first'], 1)).toEqual([]);
  });

  test('one in which it is there and something else comes first', () => {
    expect(few(['minor'], 1)).toEqual([]);
  });

  test('of what explains only silence, two in which something speaks for it', () => {
    expect(few(['supported'], 2, id => silent.has(id))).toEqual([]);
  });

  test('two in which it is ruled out or nothing speaks for it, one of them a near miss', () => {
    expect(few(['absent', 'unsupported'], 2, () => true)).toEqual([]);
  });
});
