import fc from 'fast-check';
import { prepare } from '../src/api/prepare.ts';
import type { Condition } from '../src/pack/condition.ts';
import type { Conditional, Figure } from '../src/pack/logic.ts';
import type { Cause, Fix, Pack, Question, Sign } from '../src/pack/pack.ts';
import { speaksWords } from '../src/pack/speaks.ts';
import { formatProblems } from '../src/base/problem.ts';
import type { AnswerValue } from '../src/answers/answers.ts';
import { isoDate } from '../src/base/calendar.ts';
import { sealedPack } from '../src/pack/sealed.ts';

/**
 * Packs and answers for property tests. Parts are drafted on their own and refer to each other by any natural
 * number, taken modulo what is there, so that every draft makes a valid pack and shrinks well.
 */
type Draft<T> = (questions: readonly Question[]) => T;

export type Answered = Readonly<Record<string, AnswerValue>>;

/** The day that counts as today in tests. */
export const AS_OF = '2026-11-22';
const TODAY = 20_779;

/** A pack without questions: background, one level of standing, and causes. */
export function barePack(background: number, standing: number, causes: readonly Cause[] = []): Pack {
  return {
    format: 1, id: 'bare', version: '1.0.0', title: 'A pack of a test', hash: 'none',
    background: figure(background),
    standing: { levels: [{ stops: standing, weight: 1 }] },
    sections: [{ id: 'all', title: 'All questions' }],
    questions: [], contradictions: [], causes, beliefs: [],
  };
}

/** A cause of a no that no answer speaks of. */
export function bareCause(id: string, baseRate = 0.5, strength = 0.5): Cause {
  return { ...common(id), baseRate: { ...figure(baseRate), when: [] }, strength: { ...figure(strength), when: [] } };
}

function common(id: string): Omit<Cause, 'baseRate' | 'strength'> {
  return { id, title: `It was ${id}`, control: 'you', scope: 'interview', why: 'It happens.', signs: [], fixes: [] };
}

/**
 * Packs of 2–8 questions of every kind and 1–8 causes with signs, groups, conditional numbers, ask-if and fixes.
 * The background is never below 1 in 100, and a cause has signs that establish it or signs that rule it out, never
 * both, so that answers cannot contradict each other over a cause.
 */
export function arbitraryPack(): fc.Arbitrary<Pack> {
  return fc.record({
    questions: fc.array(questionDraft, { minLength: 1, maxLength: 7 }),
    causes: fc.array(causeDraft, { minLength: 1, maxLength: 8 }),
    background: fc.double({ min: 0.01, max: 1, noNaN: true }),
    levels: fc.array(fc.record({ stops: probability, weight: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 5 }),
    beliefs: fc.array(conditionDraft, { maxLength: 2 }),
  }).map(({ questions: drafts, causes, background, levels, beliefs }) => {
    const questions = drafts.reduce<readonly Question[]>((asked, draft) => [...asked, draft(asked)], [outcome]);
    const weights = levels.reduce((sum, { weight }) => sum + weight, 0);
    return sealedPack({
      ...barePack(background, 0, causes.map((draft, index) => draft(`cause-${index}`, questions))),
      standing: { levels: levels.map(({ stops, weight }) => ({ stops, weight: weight / weights })) },
      questions,
      beliefs: beliefs.map((draft, index) => ({
        id: `belief-${index}`, when: draft(questions), alone: false, belief: 'I cannot talk.', truer: 'You can.',
      })),
    });
  });
}

/** Answers to some questions of a pack that can all be true. */
export function consistentAnswersTo(pack: Pack): fc.Arbitrary<Answered> {
  return answersTo(pack).map(answers => withoutOdds(pack, answers));
}

/** Leaves out answers that are at odds with others, until nothing is wrong with the rest. */
export function withoutOdds(pack: Pack, answers: Answered): Answered {
  const prepared = prepare(pack);
  let rest = answers;
  for (;;) {
    const opened = prepared.safeInterview(rest, { asOf: AS_OF });
    if (opened.ok) return rest;
    const ids = Object.keys(rest);
    if (ids.length === 0) throw new Error(formatProblems(opened.problems));
    const odd = ids.find(id => id === opened.problems[0]?.path?.[0]) ?? ids.at(-1);
    rest = Object.fromEntries(Object.entries(rest).filter(([id]) => id !== odd));
  }
}

/** Answers to some questions of a pack, each valid by itself; together they may be at odds. */
export function answersTo(pack: Pack): fc.Arbitrary<Answered> {
  return fc.tuple(fc.subarray([...pack.questions]), fc.tuple(...pack.questions.map(answerTo))).map(([answered, answers]) =>
    Object.fromEntries(pack.questions.flatMap((question, index): [string, AnswerValue][] => {
      const answer = answers[index];
      return answer !== undefined && answered.includes(question) ? [[question.id, answer]] : [];
    })));
}

function answerTo(question: Question): fc.Arbitrary<AnswerValue> {
  switch (question.kind) {
    case 'number': return fc.integer({ min: question.from, max: question.to });
    case 'date': return fc.integer({ min: TODAY - 60, max: TODAY }).map(isoDate);
    case 'several-of': return fc.shuffledSubarray(question.options.map(({ id }) => id));
    default: return fc.constantFrom(...question.options.map(({ id }) => id));
  }
}

/** Probabilities: mostly ordinary ones, with both ends, equal ones and extremely small and large ones among them. */
export const probability: fc.Arbitrary<number> = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 999_999 }).map(millionths => millionths / 1_000_000), weight: 4 },
  { arbitrary: fc.constantFrom(0, 1, 0.5, 0.05, 1e-3, 1e-9, 1e-15), weight: 2 },
  { arbitrary: fc.double({ min: 0, max: 1, noNaN: true }), weight: 1 }, // nearly all of them next to 0 or 1
);

const outcome: Question = {
  id: 'outcome', section: 'all', ask: 'How did it end?', dontKnow: 0, kind: 'one-of',
  options: ['advanced', 'rejected', 'cancelled', 'no-reply', 'waiting'].map(id => ({ id, says: id, typical: 0.2 })),
};

const any = fc.nat(999);

/** A test of one question; dates cannot be compared, so the next question that can be is taken. */
const atomDraft: fc.Arbitrary<Draft<Condition>> = fc.record({ question: any, one: any, other: any, word: fc.nat(3) }).map(
  ({ question: pick, one, other, word }) => questions => {
    const comparable = questions.filter(({ kind }) => kind !== 'date');
    const asked = comparable[pick % comparable.length] ?? outcome;
    const question = Math.max(0, questions.indexOf(asked));
    if (asked.kind === 'number') {
      const [from, to] = [one, other].map(at => asked.from + (at % (asked.to - asked.from + 1))).sort((a, b) => a - b);
      const [lower, upper] = [{ value: from ?? 0, included: word !== 2 }, { value: to ?? 0, included: true }];
      return { test: 'within', question, from: word === 1 ? null : lower, to: word === 3 ? null : upper };
    }
    const options = 'options' in asked ? asked.options.length : 1;
    if (asked.kind === 'several-of' && word === 0) return { test: 'none-chosen', question };
    if (asked.kind === 'several-of' && word === 1) return { test: 'within', question, from: { value: one % options, included: true }, to: null };
    return { test: 'chosen', question, options: [...new Set([one % options, other % options])].sort((a, b) => a - b) };
  });

const conditionDraft: fc.Arbitrary<Draft<Condition>> = fc.oneof(
  { arbitrary: atomDraft, weight: 4 },
  { arbitrary: atomDraft.map(draft => (questions: readonly Question[]) => ({ test: 'not' as const, of: draft(questions) })), weight: 1 },
  { arbitrary: fc.tuple(fc.constantFrom('all' as const, 'any' as const), fc.array(atomDraft, { minLength: 2, maxLength: 3 }))
    .map(([test, drafts]) => (questions: readonly Question[]) => ({ test, of: drafts.map(draft => draft(questions)) })), weight: 1 },
);

const questionDraft: fc.Arbitrary<Draft<Question>> = fc.record({
  kind: fc.constantFrom('one-of', 'several-of', 'yes-no', 'number', 'date'),
  askIf: sometimes(conditionDraft),
  size: fc.integer({ min: 2, max: 5 }),
}).map(({ kind, askIf, size }) => asked => {
  const shared = { id: `question-${asked.length}`, section: 'all', ask: 'What happened?', dontKnow: 0.1, ...(askIf && { askIf: askIf(asked) }) };
  const dates = asked.findLastIndex(question => question.kind === 'date');
  if (kind === 'date') return { ...shared, kind, ...(dates < 0 ? {} : { notBefore: dates }) };
  const days = { ...shared, kind: 'number' as const, unit: 'days', from: 0, typical: [{ value: 1, share: 1 }] };
  if (kind === 'number') return dates < 0 ? { ...days, to: size } : { ...days, to: 90, countsDaysFrom: dates };
  const ids = kind === 'yes-no' ? ['yes', 'no'] : Array.from({ length: size }, (_, index) => `option-${index}`);
  return { ...shared, kind, options: ids.map(id => ({ id, says: id, typical: 1 / ids.length })) };
});

const baseRate = fc.oneof(fc.double({ min: 1e-4, max: 0.999, noNaN: true }), fc.constantFrom(0.05, 0.5, 1e-9));

const signDrafts = fc.array(fc.record({
  when: conditionDraft, unless: sometimes(conditionDraft), speaks: fc.constantFrom(...speaksWords),
  group: fc.constantFrom(undefined, 'one-fact', 'another-fact'), keep: fc.boolean(),
}), { minLength: 1, maxLength: 5 });

const fixDrafts = fc.array(fc.record({
  for: fc.constantFrom('now' as const, 'next' as const), when: sometimes(conditionDraft), removes: probability,
}), { maxLength: 2 });

const causeDraft: fc.Arbitrary<(id: string, questions: readonly Question[]) => Cause> = fc.record({
  control: fc.constantFrom('you' as const, 'fit' as const, 'them' as const),
  settledBy: fc.constantFrom('establishes' as const, 'rules out' as const),
  baseRate: conditionalDraft(baseRate),
  strength: fc.option(conditionalDraft(probability), { freq: 6, nil: undefined }),
  signs: signDrafts, fixes: fixDrafts,
}).map(draft => (id, questions) => ({
  ...common(id),
  control: draft.control,
  baseRate: draft.baseRate(questions),
  ...(draft.strength ? { strength: draft.strength(questions) } : { silence: { state: 'never-told', share: figure(0.5) } }),
  signs: draft.signs.map(({ when, unless, speaks, group, keep }, index): Sign => ({
    when: when(questions), ...(unless && { unless: unless(questions) }), ...(group && { group }), keep,
    speaks: speaks === 'establishes' || speaks === 'rules out' ? draft.settledBy : speaks, because: `Sign ${index} of ${id} shows.`,
  })),
  fixes: draft.fixes.map((fix, index): Fix => ({
    id: `${id}-fix-${index}`, for: fix.for, ...(fix.when && { when: fix.when(questions) }), ...(fix.for === 'next' && { if: 'I sit down' }),
    do: 'Take a breath.', removes: figure(fix.removes), effort: 'minutes',
  })),
}));

function conditionalDraft(numbers: fc.Arbitrary<number>): fc.Arbitrary<Draft<Conditional>> {
  return fc.tuple(numbers, fc.array(fc.tuple(conditionDraft, numbers), { maxLength: 2 })).map(([value, branches]) => questions =>
    ({ ...figure(value), when: branches.map(([condition, number]) => ({ if: condition(questions), ...figure(number) })) }));
}

function sometimes<T>(part: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ arbitrary: fc.constant(undefined), weight: 3 }, { arbitrary: part, weight: 1 });
}

function figure(value: number): Figure {
  return { value };
}
