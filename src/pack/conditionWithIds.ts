import type { Bound, Condition } from './condition.ts';
import type { Pack, Question } from './pack.ts';

/** A condition on answers with ids, as a form needs it: plain data, three-valued over answers that are missing. */
export type ConditionWithIds =
  | { readonly all: readonly ConditionWithIds[] }
  | { readonly any: readonly ConditionWithIds[] }
  | { readonly not: ConditionWithIds }
  /** One of these options was chosen; of an empty list, that none was. */
  | { readonly question: string; readonly chosen: readonly string[] }
  /** The number, or how many options were chosen, lies within these bounds. */
  | { readonly question: string; readonly 'at-least'?: number; readonly 'more-than'?: number; readonly 'at-most'?: number; readonly 'less-than'?: number };

/**
 * The condition with the ids of the pack in place of its indices.
 *
 * @example
 * const askIf = corePack.questions.find(({ id }) => id === 'minutes-late')?.askIf;
 * askIf && conditionWithIds(corePack, askIf); // { question: 'arrival', chosen: ['late'] }
 */
export function conditionWithIds({ questions }: Pick<Pack, 'questions'>, condition: Condition): ConditionWithIds {
  const within = (of: Condition): ConditionWithIds => conditionWithIds({ questions }, of);
  switch (condition.test) {
    case 'all':
      return { all: condition.of.map(within) };
    case 'any':
      return { any: condition.of.map(within) };
    case 'not':
      return { not: within(condition.of) };
    case 'none-chosen':
      return { question: (questions[condition.question] as Question).id, chosen: [] };
    case 'chosen': {
      const question = questions[condition.question] as Question;
      return { question: question.id, chosen: condition.options.map(option => ('options' in question ? question.options[option]?.id ?? '' : '')) };
    }
    case 'within':
      return { question: (questions[condition.question] as Question).id, ...bound(condition.from, 'at-least', 'more-than'), ...bound(condition.to, 'at-most', 'less-than') };
  }
}

function bound<I extends string, E extends string>(end: Bound | null, included: I, excluded: E): { readonly [key in I | E]?: number } {
  const given: readonly (readonly [I | E, number])[] = end === null ? [] : [[end.included ? included : excluded, end.value]];
  return Object.fromEntries(given) as { readonly [key in I | E]?: number };
}
