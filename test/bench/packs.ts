import type { Condition } from '../../src/pack/condition.ts';
import type { Figure } from '../../src/pack/logic.ts';
import type { Cause, Option, Pack, Question, Sign } from '../../src/pack/pack.ts';
import { speaksWords } from '../../src/pack/speaks.ts';
import { numbersFrom } from './numbersFrom.ts';

/** For each sign, as the smallest pack must have room for as many answers as the others. */
const QUESTIONS_PER_SIGN = 0.36;
const SIGNS_PER_CAUSE = 8;
/** Causes in the core pack: with more of them each stops fewer, so that as many candidates go on. */
const USUAL_CAUSES = 47;

type Random = () => number;

/**
 * A pack with the shape of the core pack in any size: about eight signs a cause, four of five with one test and the
 * others with two or three, over questions that take one word, several, or a number; some questions are put to some
 * people only, some conditions are turned round, and one sign of eleven has an exception. The same in every run.
 *
 * @param signs - how many signs it has, at least 20
 */
export function syntheticPack(signs: number): Pack {
  const random = numbersFrom(signs);
  const questions = questionsOf(Math.round(signs * QUESTIONS_PER_SIGN), random);
  const many = Math.round(signs / SIGNS_PER_CAUSE);
  const causes = Array.from({ length: many }, (_, index) => {
    const count = Math.floor(((index + 1) * signs) / many) - Math.floor((index * signs) / many);
    return causeOf(
      index,
      Math.min(1, USUAL_CAUSES / many),
      Array.from({ length: count }, (_each, sign) => signOf(questions, sign, index % 2 === 0, random)),
    );
  });
  return {
    format: 1,
    id: `synthetic-${signs}`,
    version: '1.0.0',
    title: `A pack of ${signs} signs`,
    hash: `synthetic-${signs}`,
    background: judged(0.12),
    standing: {
      levels: [
        { stops: 0.5, weight: 0.3 },
        { stops: 0.1, weight: 0.7 },
      ],
    },
    sections: [{ id: 'all', title: 'All questions' }],
    questions,
    contradictions: [],
    causes,
    beliefs: [],
  };
}

function questionsOf(count: number, random: Random): readonly Question[] {
  const questions: Question[] = [];
  for (let index = 0; index < count; index++) {
    const before = questions.findLastIndex(({ kind }) => kind === 'one-of');
    const question = questionOf(index, random);
    questions.push(
      index % 18 === 17 ? { ...question, askIf: { test: 'chosen', question: before, options: [0] } } : question,
    );
  }
  return questions;
}

function questionOf(index: number, random: Random): Question {
  if (index === 0)
    return {
      ...asked('outcome'),
      kind: 'one-of',
      options: optionsOf(['advanced', 'rejected', 'cancelled', 'no-reply', 'waiting']),
    };
  const shared = asked(`question-${index}`);
  const kind = random();
  if (kind < 0.16)
    return {
      ...shared,
      kind: 'number',
      unit: 'minutes',
      from: 0,
      to: 60,
      typical: [
        { value: 5, share: 0.5 },
        { value: 20, share: 0.5 },
      ],
    };
  const options = optionsOf(Array.from({ length: 2 + pick(random, 4) }, (_, option) => `option-${option}`));
  return { ...shared, kind: kind < 0.5 ? 'several-of' : 'one-of', options };
}

function asked(id: string): Pick<Question, 'id' | 'section' | 'ask' | 'dontKnow'> {
  return { id, section: 'all', ask: `What happened at ${id}?`, dontKnow: 0.05 };
}

function optionsOf(ids: readonly string[]): readonly Option[] {
  return ids.map(id => ({ id, says: id, typical: 1 / ids.length }));
}

function causeOf(index: number, strength: number, signs: readonly Sign[]): Cause {
  const id = `cause-${index}`;
  return {
    id,
    title: `It was ${id}`,
    control: (['you', 'fit', 'them'] as const)[index % 3] ?? 'you',
    scope: 'interview',
    why: 'It happens.',
    baseRate: { ...judged(0.06), when: [] },
    strength: { ...judged(0.3 * strength), when: [] },
    signs,
    fixes: [
      {
        id: `${id}-next`,
        for: 'next',
        if: 'I sit down',
        do: 'take a breath',
        removes: judged(0.5),
        effort: 'minutes',
      },
    ],
  };
}

/** A cause has signs that establish it or signs that rule it out, never both: no answers contradict each other. */
function signOf(questions: readonly Question[], index: number, establishes: boolean, random: Random): Sign {
  const words = speaksWords.filter(word => word !== (establishes ? 'rules out' : 'establishes'));
  const [tests, exception] = [random(), random()];
  return {
    when:
      tests < 0.8
        ? testOf(questions, random)
        : {
            test: tests < 0.97 ? 'all' : 'any',
            of: Array.from({ length: tests < 0.95 ? 2 : 3 }, () => testOf(questions, random)),
          },
    ...(exception < 0.09 && { unless: testOf(questions, random) }),
    speaks: words[pick(random, words.length)] ?? 'for',
    because: `Sign ${index} shows.`,
    keep: false,
  };
}

function testOf(questions: readonly Question[], random: Random): Condition {
  const question = pick(random, questions.length);
  const turned = random() < 0.02;
  const test = plainTestOf(questions, question, random);
  return turned ? { test: 'not', of: test } : test;
}

function plainTestOf(questions: readonly Question[], question: number, random: Random): Condition {
  const asks = questions[question];
  const [start, width] = [pick(random, 50), 1 + pick(random, 10)];
  if (asks === undefined || !('options' in asks))
    return {
      test: 'within',
      question,
      from: { value: start, included: start % 2 === 0 },
      to: width > 5 ? null : { value: start + width, included: true },
    };
  if (asks.kind === 'several-of' && width === 1) return { test: 'none-chosen', question };
  if (asks.kind === 'several-of' && width === 2)
    return { test: 'within', question, from: { value: 2, included: true }, to: null };
  const first = start % asks.options.length;
  const second = width > 7 && asks.options.length > 2 ? [(first + 1) % asks.options.length] : [];
  return { test: 'chosen', question, options: [first, ...second].sort((a, b) => a - b) };
}

function judged(value: number): Figure {
  return { value };
}

function pick(random: Random, count: number): number {
  return Math.floor(random() * count);
}
