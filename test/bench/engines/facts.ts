import type { AnswerSet } from '../answerSets.ts';
import type { SignRule, Test } from '../signRules.ts';

/** Answers by question id, and beside each list how long it is, for engines that cannot count. */
export type Facts = Readonly<Record<string, string | number | readonly string[]>>;

/** How the length of the list is called that answers a question. */
export function lengthOf(question: string): string {
  return `${question}_length`;
}

/**
 * Makes the facts of answers; lengths are given only of those lists whose length some rule asks for. They have no
 * prototype, as engines find what is missing from such objects up to seven times faster.
 *
 * @param nameOf - how the engine wants a question to be called
 */
export function factsFor(
  rules: readonly SignRule[],
  nameOf: (question: string) => string = id => id,
): (answers: AnswerSet) => Facts {
  const counted = new Set(
    rules.flatMap(({ when, unless }) => [...countedIn(when), ...(unless ? countedIn(unless) : [])]),
  );
  return answers => {
    const facts = Object.create(null) as Record<string, string | number | readonly string[]>;
    for (const [id, answer] of Object.entries(answers)) {
      facts[nameOf(id)] = answer;
      if (typeof answer === 'object' && counted.has(id)) facts[lengthOf(nameOf(id))] = answer.length;
    }
    return facts;
  };
}

function countedIn(test: Test): readonly string[] {
  if ('of' in test) return test.of.flatMap(countedIn);
  return test.test === 'length' ? [test.question] : [];
}
