import type { AnswerValue } from '../../src/answers/answers.ts';
import type { Pack, Question } from '../../src/pack/pack.ts';
import { showsBy } from './engines/plainLoop.ts';
import { numbersFrom } from './numbersFrom.ts';
import { questionsIn, refutedBy, shownBy, type SignRule, signRulesOf, type Test } from './signRules.ts';

/** What one person answered, by question id. */
export type AnswerSet = Readonly<Record<string, AnswerValue>>;

/**
 * Sets of answers that people who were turned down may give, the same in every run: to questions that are put to them,
 * all of which can be true together. Dates are not answered, as rule engines do not count days.
 *
 * @param many - how many sets
 * @param answered - how many questions are answered in each; where fewer are put, and for `Infinity`, all that are
 */
export function answerSets(pack: Pack, many: number, answered: number): readonly AnswerSet[] {
  const random = numbersFrom(many + pack.questions.length);
  const notPut = pack.questions.map(({ askIf }) => (askIf ? refutedBy(pack, askIf) : null));
  const clashes = clashesOf(pack);
  return Array.from({ length: many }, () =>
    someOf(withoutClashes(clashes, visibleAnswers(pack, notPut, random)), answered, random),
  );
}

function visibleAnswers({ questions }: Pack, notPut: readonly (Test | null)[], random: () => number): AnswerSet {
  const answers: Record<string, AnswerValue> = {};
  questions.forEach((question, index) => {
    const hidden = notPut[index];
    const answer = answerTo(question, random);
    if (answer !== undefined && !(hidden && showsBy(hidden, answers))) answers[question.id] = answer;
  });
  return answers;
}

function answerTo(question: Question, random: () => number): AnswerValue | undefined {
  if (question.id === 'outcome') return 'rejected';
  switch (question.kind) {
    case 'date':
      return undefined;
    case 'number':
      return question.from + Math.floor(random() * (Math.min(question.to, question.from + 60) - question.from + 1));
    case 'several-of':
      return question.options.filter(() => random() < 1 / 3).map(({ id }) => id);
    default:
      return question.options[Math.floor(random() * question.options.length)]?.id;
  }
}

/** What cannot be true together: the pack says so, or one sign establishes a cause that another rules out. */
function clashesOf(pack: Pack): readonly (readonly SignRule[])[] {
  const rules = signRulesOf(pack);
  let at = 0;
  const ofCauses = pack.causes.flatMap(({ signs }) => {
    const [from, to] = [at, (at += signs.length)];
    const those = (speaks: string): readonly SignRule[] =>
      rules.slice(from, to).filter((_, sign) => signs[sign]?.speaks === speaks);
    return those('establishes').flatMap(one => those('rules out').map(other => [one, other]));
  });
  return [...pack.contradictions.map(({ when }) => [{ when: shownBy(pack, when) }]), ...ofCauses];
}

/** Leaves out the last answer of each clash, until there is none. */
function withoutClashes(clashes: readonly (readonly SignRule[])[], answers: AnswerSet): AnswerSet {
  const clash = clashes.find(signs =>
    signs.every(({ when, unless }) => showsBy(when, answers) && !(unless && showsBy(unless, answers))),
  );
  const odd = clash
    ?.flatMap(({ when }) => questionsIn(when))
    .filter(id => id in answers && id !== 'outcome')
    .at(-1);
  if (odd === undefined) return answers;
  return withoutClashes(clashes, Object.fromEntries(Object.entries(answers).filter(([id]) => id !== odd)));
}

/** As many of the answers, without order, and the outcome in any case. */
function someOf(answers: AnswerSet, many: number, random: () => number): AnswerSet {
  const drawn = Object.entries(answers).map(([id, answer]) => ({ id, answer, lot: id === 'outcome' ? -1 : random() }));
  return Object.fromEntries(
    drawn
      .sort((a, b) => a.lot - b.lot)
      .slice(0, many)
      .map(({ id, answer }) => [id, answer]),
  );
}
