import { matcherOf, readerOf } from '../ours.ts';
import { type Engine, sealedMatcher } from './matcher.ts';

/** Ours with answers that were read before, as those of the others are brought into their form before. */
export const afterview: Engine = {
  name: 'afterview: matching',
  matcherOf: pack => sealedMatcher({ factsOf: readerOf(pack), match: matcherOf(pack) }),
};

/** Ours from answers as they come in, which it checks as well. */
export const afterviewFromAnswers: Engine = {
  name: 'afterview: checking answers, and matching',
  matcherOf: pack => {
    const [read, match] = [readerOf(pack), matcherOf(pack)];
    return sealedMatcher({ factsOf: answers => answers, match: answers => match(read(answers)) });
  },
};
