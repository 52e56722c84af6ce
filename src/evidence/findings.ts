import { questionsOf } from '../pack/condition.ts';
import type { Question, Sign } from '../pack/pack.ts';
import type { Prepared, PreparedCause, PreparedSign } from '../pack/preparePack.ts';
import { shows } from '../pack/test.ts';
import { holds, openQuestions } from '../answers/holds.ts';
import type { Reading } from '../answers/reading.ts';
import type { Problem } from '../base/problem.ts';
import { isShown } from './weigh.ts';

/** A sign that the answers show and that is counted. */
export type Finding = PreparedSign<Sign>;

/** A sign that unanswered questions leave open. */
export interface OpenSign {
  readonly sign: Sign;
  /** Indices of the questions that would settle it. */
  readonly questions: readonly number[];
}

/** The signs that count: of a group only the strongest that shows, of equally strong ones the first, so that no fact counts twice. */
export function findingsFor<S>(signs: readonly PreparedSign<S>[], columns: readonly number[]): readonly PreparedSign<S>[] {
  const counted: PreparedSign<S>[] = [];
  for (const sign of signs) {
    if (!isShown(sign, columns)) continue;
    const rival = counted.findIndex(({ slot }) => slot === sign.slot);
    if (rival < 0) counted.push(sign);
    else if (Math.abs(sign.weight) > Math.abs((counted[rival] as PreparedSign<S>).weight)) counted[rival] = sign;
  }
  return counted;
}

/** The signs of a cause that are neither shown nor refuted, with what would settle them. */
export function openSignsOf({ signs }: PreparedCause, { answers, columns }: Reading): readonly OpenSign[] {
  const open = signs.filter(({ sign, unless }) => (unless === null || !shows(unless, columns)) && holds(sign.when, answers) === undefined);
  return open.map(({ sign }) => ({ sign, questions: openQuestions(sign.when, answers) }));
}

/** Indices of the questions whose answers show a sign. */
export function questionsShowing({ when }: Sign, { answers }: Reading): readonly number[] {
  return questionsOf(when).filter(index => answers[index] !== undefined && answers[index].kind !== 'not-asked');
}

/** Causes that one answer establishes and another rules out, each named with the questions that are at odds. */
export function contradictions({ pack, causes }: Prepared, reading: Reading): readonly Problem[] {
  return causes.flatMap(({ settling }): readonly Problem[] => {
    const shown = settling.filter(sign => isShown(sign, reading.columns));
    const [establishes, rulesOut] = [shown.find(({ weight }) => weight > 0)?.sign, shown.find(({ weight }) => weight < 0)?.sign];
    if (!establishes || !rulesOut) return [];
    const idsOf = (sign: Sign): readonly string[] => questionsShowing(sign, reading).map(index => (pack.questions[index] as Question).id);
    const named = (sign: Sign): string => idsOf(sign).map(id => `“${id}”`).join(' with ');
    return [{
      code: 'contradiction',
      message: `${named(establishes)} and ${named(rulesOut)} cannot both be true: ${establishes.because} ${rulesOut.because}`,
      hint: 'change one of these answers, or leave it out',
      path: idsOf(establishes).slice(0, 1),
    }];
  });
}
