import type { Pack } from '../../src/pack/pack.ts';
import type { Ranker } from './rankers.ts';
import type { RealCase } from './realCases.ts';

/** How far two readers agree on one question, over all people of whom at least one of them answered it. */
export interface QuestionAgreement {
  readonly question: string;
  /** People of whom the first, the second and both readers answered it. */
  readonly first: number;
  readonly second: number;
  readonly both: number;
  /** Cohen's kappa of what they answered, “nothing” being an answer, too; `null` where everyone always answered alike. */
  readonly kappa: number | null;
}

/**
 * Agreement of two readers beyond chance, question by question. Answers agree when they are the same, lists in any order.
 *
 * Source: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960) 37–46.
 */
export function agreementOf(pack: Pack, first: readonly RealCase[], second: readonly RealCase[]): readonly QuestionAgreement[] {
  return pack.questions.flatMap(({ id }) => {
    const pairs = first.map((each, at) => [plain(each.answers[id]), plain(second[at]?.answers[id])] as const);
    const [one, other, both] = [pairs.filter(([a]) => a !== NOTHING).length, pairs.filter(([, b]) => b !== NOTHING).length, pairs.filter(([a, b]) => a !== NOTHING && b !== NOTHING).length];
    return one + other === 0 ? [] : [{ question: id, first: one, second: other, both, kappa: kappaOf(pairs) }];
  });
}

const NOTHING = '';

function plain(answer: unknown): string {
  if (answer === undefined) return NOTHING;
  return JSON.stringify(Array.isArray(answer) ? [...answer as readonly string[]].sort() : answer);
}

/** @param pairs - what each of two readers gave to the same thing */
export function kappaOf(pairs: readonly (readonly [string, string])[]): number | null {
  const share = (of: (pair: readonly [string, string]) => boolean): number => pairs.filter(of).length / pairs.length;
  const observed = share(([a, b]) => a === b);
  const chance = [...new Set(pairs.flat())].reduce((sum, given) => sum + share(([a]) => a === given) * share(([, b]) => b === given), 0);
  return chance === 1 ? null : (observed - chance) / (1 - chance);
}

/** The agreement of two readers in words, and how often their answers lead to the same first cause. */
export function agreementText(pack: Pack, ranker: Ranker, first: readonly RealCase[], second: readonly RealCase[]): string {
  const rows = agreementOf(pack, first, second);
  const alike = first.filter((each, at) => ranker.rank(each)[0]?.cause === ranker.rank(second[at] as RealCase)[0]?.cause).length;
  const unanswered = pack.questions.filter(({ id, kind }) => kind !== 'date' && !rows.some(({ question }) => question === id)).map(({ id }) => id);
  return [
    `${'question'.padEnd(24)}first second  both  kappa`,
    ...rows.map(({ question, first: one, second: other, both, kappa }) => `${question.padEnd(24)}${[one, other, both].map(count => String(count).padStart(5)).join(' ')}  ${kappa === null ? '    –' : kappa.toFixed(2).padStart(5)}`),
    `\nAnswered for nobody: ${unanswered.join(', ') || 'none'}`,
    `The same first cause from both readers' answers: ${alike} of ${first.length}`,
  ].join('\n');
}
