import type { Condition } from '../../src/pack/condition.ts';
import type { ChoiceQuestion, Pack, Question } from '../../src/pack/pack.ts';

/**
 * A condition in the two-valued logic of rule engines: true where the answers show it, and false both where they refute
 * it and where they leave it open. There is no `not` in it, as “not shown” is not “refuted”; bounds are included, and
 * answers are named by their ids.
 */
export type Test =
  | { readonly test: 'all' | 'any'; readonly of: readonly Test[] }
  /** The answer to a question that takes one is among these. */
  | { readonly test: 'one-of'; readonly question: string; readonly options: readonly string[] }
  /** The list that was answered has one of these, or has none of these. */
  | { readonly test: 'includes' | 'excludes'; readonly question: string; readonly options: readonly string[] }
  /** A number, or how long the list is that was answered. */
  | { readonly test: 'number' | 'length'; readonly question: string; readonly from: number; readonly to: number };

/** A sign shows when its condition does, and its exception does not. */
export interface SignRule {
  readonly when: Test;
  readonly unless?: Test;
}

/** The signs of all causes of a pack, in their order, as rules for engines that know only true and false. */
export function signRulesOf(pack: Pack): readonly SignRule[] {
  return pack.causes.flatMap(({ signs }) =>
    signs.map(({ when, unless }) => ({ when: shownBy(pack, when), ...(unless && { unless: shownBy(pack, unless) }) })),
  );
}

/** What the tests of a rule are about, each question once. */
export function questionsIn(test: Test): readonly string[] {
  return 'of' in test ? [...new Set(test.of.flatMap(questionsIn))] : [test.question];
}

/** The test that says whether the answers show a condition. */
export function shownBy(pack: Pack, condition: Condition): Test {
  switch (condition.test) {
    case 'all':
    case 'any':
      return { test: condition.test, of: condition.of.map(part => shownBy(pack, part)) };
    case 'not':
      return refutedBy(pack, condition.of);
    default:
      return atomShown(questionAt(pack, condition.question), condition);
  }
}

/**
 * The test that says whether they refute it: De Morgan, down to the questions. A question that is not put to someone
 * refutes what is said of it.
 */
export function refutedBy(pack: Pack, condition: Condition): Test {
  switch (condition.test) {
    case 'all':
      return { test: 'any', of: condition.of.map(part => refutedBy(pack, part)) };
    case 'any':
      return { test: 'all', of: condition.of.map(part => refutedBy(pack, part)) };
    case 'not':
      return shownBy(pack, condition.of);
    default: {
      const question = questionAt(pack, condition.question);
      const refuted = atomRefuted(question, condition);
      return { test: 'any', of: question.askIf ? [...refuted, refutedBy(pack, question.askIf)] : refuted };
    }
  }
}

type Atom = Exclude<Condition, { readonly test: 'all' | 'any' | 'not' }>;

function atomShown(question: Question, atom: Atom): Test {
  switch (atom.test) {
    case 'chosen': {
      const { id, kind, options } = choice(question);
      return {
        test: kind === 'several-of' ? 'includes' : 'one-of',
        question: id,
        options: atom.options.map(index => options[index]?.id ?? ''),
      };
    }
    case 'none-chosen':
      return { test: 'length', question: question.id, from: 0, to: 0 };
    case 'within':
      return { ...measured(question), ...rangeOf(atom) };
  }
}

/** The ways in which an answer refutes a test of it, of which one is enough. */
function atomRefuted(question: Question, atom: Atom): readonly Test[] {
  switch (atom.test) {
    case 'chosen': {
      const { id, kind, options } = choice(question);
      if (kind === 'several-of')
        return [{ test: 'excludes', question: id, options: atom.options.map(index => options[index]?.id ?? '') }];
      return [
        {
          test: 'one-of',
          question: id,
          options: options.filter((_, index) => !atom.options.includes(index)).map(option => option.id),
        },
      ];
    }
    case 'none-chosen':
      return [{ test: 'length', question: question.id, from: 1, to: Infinity }];
    case 'within': {
      const { from, to } = rangeOf(atom);
      const below: readonly Test[] =
        from === -Infinity ? [] : [{ ...measured(question), from: -Infinity, to: from - 1 }];
      return to === Infinity ? below : [...below, { ...measured(question), from: to + 1, to: Infinity }];
    }
  }
}

function choice(question: Question): ChoiceQuestion {
  if (!('options' in question)) throw new RangeError(`“${question.id}” has no options`);
  return question;
}

function measured({ id, kind }: Question): { readonly test: 'number' | 'length'; readonly question: string } {
  return { test: kind === 'number' ? 'number' : 'length', question: id };
}

/** Answers are whole numbers, so that a bound that is not included is the next whole number. */
function rangeOf({ from, to }: Extract<Condition, { readonly test: 'within' }>): {
  readonly from: number;
  readonly to: number;
} {
  return {
    from: from === null ? -Infinity : from.included ? Math.ceil(from.value) : Math.floor(from.value) + 1,
    to: to === null ? Infinity : to.included ? Math.floor(to.value) : Math.ceil(to.value) - 1,
  };
}

function questionAt({ questions }: Pack, index: number): Question {
  const question = questions[index];
  if (!question) throw new RangeError(`there is no question ${index}`);
  return question;
}
