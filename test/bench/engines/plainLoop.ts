import type { AnswerSet } from '../answerSets.ts';
import { signRulesOf, type Test } from '../signRules.ts';
import { factsFor } from './facts.ts';
import { type Engine, sealedMatcher } from './matcher.ts';

/** What anybody would write first: a loop over the rules that looks up each answer by its name. */
export const plainLoop: Engine = {
  name: 'a plain loop over the rules',
  matcherOf: pack => {
    const rules = signRulesOf(pack);
    return sealedMatcher({
      factsOf: factsFor([]),
      match: (answers: AnswerSet) => {
        const shown = new Uint8Array(rules.length);
        for (const [index, { when, unless }] of rules.entries())
          if (showsBy(when, answers) && !(unless && showsBy(unless, answers))) shown[index] = 1;
        return shown;
      },
    });
  },
};

/** Whether answers show what a test asks; one that is missing shows nothing. */
export function showsBy(test: Test, answers: AnswerSet): boolean {
  switch (test.test) {
    case 'all':
      return test.of.every(part => showsBy(part, answers));
    case 'any':
      return test.of.some(part => showsBy(part, answers));
    case 'one-of': {
      const answer = answers[test.question];
      return typeof answer === 'string' && test.options.includes(answer);
    }
    case 'includes':
    case 'excludes': {
      const answer = answers[test.question];
      return (
        Array.isArray(answer) && test.options.some(option => answer.includes(option)) === (test.test === 'includes')
      );
    }
    default: {
      const answer = answers[test.question];
      const value = Array.isArray(answer) ? answer.length : answer;
      return typeof value === 'number' && value >= test.from && value <= test.to;
    }
  }
}
