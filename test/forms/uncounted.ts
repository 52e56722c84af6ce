import type { Pack, Question } from '../../src/pack/pack.ts';

/** The same pack with days that nobody counts: a form does not count from its dates. */
export function uncounted(pack: Pack): Pack {
  return { ...pack, questions: pack.questions.map(withoutCounting) };
}

function withoutCounting(question: Question): Question {
  if (question.kind !== 'number') return question;
  return Object.fromEntries(Object.entries(question).filter(([key]) => key !== 'countsDaysFrom')) as unknown as Question;
}
