import { safeDiagnose } from '../../src/api/diagnose.ts';
import { type Condition, questionsOf } from '../../src/pack/condition.ts';
import type { Pack, Question } from '../../src/pack/pack.ts';
import type { AnswerValue } from '../../src/answers/answers.ts';
import { safeVisibleQuestions } from '../../src/api/visibleQuestions.ts';
import { type Answered, AS_OF } from '../arbitraryPack.ts';
import { tinyPack } from '../tinyPack.ts';

/**
 * The expected change of a question by brute force: a whole diagnosis for each answer, and for each answer to a question
 * that it opens. Written from the definition, without the tables of the engine; for packs that say nothing of silence.
 */

function option(wanted: string, index: number): Condition {
  return { test: 'chosen', question: at(wanted), options: [index] };
}

function at(wanted: string): number {
  return tinyPack.questions.findIndex(({ id }) => id === wanted);
}

const [first, there, missed, readSite] = [option('stage', 1), option('attended', 0), option('attended', 1), option('prepared', 0)];
const daysKnown: Condition = { test: 'within', question: at('days-since-interview'), from: null, to: null };

/** What comes first under some answers. */
interface Ranked {
  readonly first: string;
  readonly shares: ReadonlyMap<string, number>;
  readonly nearness: ReadonlyMap<string, number>;
}

class RoundingDecides extends Error {}

/** @returns `null` where rounding decides, as causes of one weight come first or all weights are next to nothing. */
export function expectedChange(pack: Pack, answers: Answered, question: Question): number | null {
  return unlessRounding(() => changeOf(pack, answers, question));
}

/** By brute force as well: how likely another cause comes first after the answer, and how far the share of each is expected to move. */
export function expectedMoves(pack: Pack, answers: Answered, question: Question): { readonly overtakes: number; readonly moved: readonly number[] } | null {
  return unlessRounding(() => {
    const before = rankedBy(pack, answers);
    if (!before) throw new Error('the answers are at odds');
    const tried = outcomes(pack, answers, question);
    const expected = (of: (after: Ranked) => number): number => tried.reduce((sum, { chance, ranked }) => sum + chance * of(ranked), 0);
    return {
      overtakes: expected(({ first }) => Number(first !== before.first)),
      moved: pack.causes.map(({ id }) => expected(({ shares }) => Math.abs((shares.get(id) ?? 0) - (before.shares.get(id) ?? 0)))),
    };
  });
}

function unlessRounding<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof RoundingDecides) return null;
    throw error;
  }
}

/** Small packs with answers: what an answer opens, one question or two; what it cannot open, as it is open; a date; and answers that are at odds. */
export const examples: { readonly pack: Pack; readonly answers: Answered }[] = [
  ...[{}, { outcome: 'rejected' }, { outcome: 'rejected', attended: 'there' }, { outcome: 'rejected', attended: 'there', arrival: 'late' }].map(answers => ({ pack: tinyPack, answers })),
  { pack: askedIf({ prepared: there, 'questions-asked': there }), answers: { outcome: 'rejected' } },
  { pack: askedIf({ prepared: either(there, missed) }), answers: { outcome: 'rejected', stage: 'first-interview' } },
  { pack: askedIf({ prepared: either(there, daysKnown) }), answers: { outcome: 'rejected', attended: 'there' } },
  { pack: atOdds(tinyPack, first, readSite), answers: { outcome: 'rejected', prepared: ['read-site'] } },
  { pack: atOdds(askedIf({ prepared: there, 'questions-asked': there }), missed, first), answers: { outcome: 'rejected', stage: 'first-interview' } },
];

function either(...of: readonly Condition[]): Condition {
  return { test: 'any', of };
}

function atOdds(pack: Pack, ...of: readonly Condition[]): Pack {
  return { ...pack, contradictions: [{ when: { test: 'all', of }, because: 'Both cannot be.' }] };
}

function askedIf(conditions: Readonly<Record<string, Condition>>): Pack {
  return { ...tinyPack, questions: tinyPack.questions.map(question => ({ ...question, ...(conditions[question.id] && { askIf: conditions[question.id] }) })) };
}

/** The questions that can be put now, without those that are answered and dates. */
export function openTo(pack: Pack, answers: Answered): readonly Question[] {
  const visible = safeVisibleQuestions(answers, { pack });
  return visible.ok ? visible.value.filter(({ id, kind }) => kind !== 'date' && !Object.hasOwn(answers, id)) : [];
}

/** Without the answers to questions that are not put to this person, which would come back once they are. */
export function onlyVisible(pack: Pack, answers: Answered): Answered {
  const visible = safeVisibleQuestions(answers, { pack });
  const kept = Object.fromEntries(Object.entries(answers).filter(([id]) => visible.ok && visible.value.some(question => question.id === id)));
  return Object.keys(kept).length === Object.keys(answers).length ? answers : onlyVisible(pack, kept);
}

function changeOf(pack: Pack, answers: Answered, question: Question): number {
  const before = rankedBy(pack, answers);
  if (!before) throw new Error('the answers are at odds');
  const opens = pack.questions.filter(({ askIf, kind }) => askIf !== undefined && kind !== 'date' && questionsOf(askIf).includes(pack.questions.findIndex(({ id }) => id === question.id)));
  const further = opens.filter(({ id }) => !Object.hasOwn(answers, id) && !openTo(pack, answers).some(each => each.id === id));
  let once = 0;
  const more: { readonly chance: number; readonly by: number }[] = [];
  for (const { chance, given, ranked } of outcomes(pack, answers, question)) {
    const by = distance(before, ranked);
    const visible = openTo(pack, given);
    const then = further.filter(({ id }) => visible.some(each => each.id === id)).map(next => outcomes(pack, given, next)
      .reduce((sum, outcome) => sum + outcome.chance * (distance(before, outcome.ranked) - by), 0));
    once += chance * by;
    if (then.length > 0) more.push({ chance, by: Math.max(...then) });
  }
  // What is gained for each question put, by the best choice of the answers after which one goes on.
  const choices = Array.from({ length: more.length + 1 }, (_, count) => more.toSorted((a, b) => b.by - a.by).slice(0, count));
  return Math.max(...choices.map(goOn => goOn.reduce((sum, { chance, by }) => sum + chance * by, once) / goOn.reduce((sum, { chance }) => sum + chance, 1)));
}

function outcomes(pack: Pack, answers: Answered, question: Question): readonly { readonly chance: number; readonly given: Answered; readonly ranked: Ranked }[] {
  const possible = likely(question).flatMap(({ answer, chance }) => {
    const given = { ...answers, [question.id]: answer };
    const ranked = rankedBy(pack, given);
    return ranked ? [{ chance, given, ranked }] : [];
  });
  const whole = possible.reduce((sum, { chance }) => sum + chance, 0);
  return possible.map(each => ({ ...each, chance: (each.chance / whole) * (1 - question.dontKnow) }));
}

/** Each answer with how often it is given; of sets of options the sixteen likeliest. */
function likely(question: Question): readonly { readonly answer: AnswerValue; readonly chance: number }[] {
  switch (question.kind) {
    case 'date': return [];
    case 'number': return question.typical.map(({ value, share }) => ({ answer: value, chance: share }));
    case 'several-of': {
      const sets = Array.from({ length: 2 ** question.options.length }, (_, bits) => {
        const taken = question.options.map((_, index) => Math.floor(bits / 2 ** index) % 2 === 1);
        return {
          answer: question.options.filter((_, index) => taken[index]).map(({ id }) => id),
          chance: question.options.reduce((product, { typical }, index) => product * (taken[index] ? typical : 1 - typical), 1),
        };
      });
      return sets.sort((a, b) => b.chance - a.chance).slice(0, 16);
    }
    default: return question.options.map(({ id, typical }) => ({ answer: id, chance: typical }));
  }
}

function rankedBy(pack: Pack, answers: Answered): Ranked | null {
  const result = safeDiagnose(answers, { pack, asOf: AS_OF });
  if (!result.ok) return null;
  const { ranking, explanations } = result.value;
  const supported = new Map(explanations.map(each => [each.cause, each.supported]));
  const [first, second] = ranking;
  const close = first && second && supported.get(first.cause) === supported.get(second.cause) && first.weight - second.weight < 1e-9;
  if (close || ranking.every(({ weight }) => weight < 1e-30)) throw new RoundingDecides();
  const powers = ranking.map(({ cause, weight }) => [cause, ((supported.get(cause) ? 1 : 0.3) * weight) ** 4] as const);
  const whole = powers.reduce((sum, [, power]) => sum + power, 0);
  return { first: first?.cause ?? '', shares: new Map(explanations.map(({ cause, share }) => [cause, share])), nearness: new Map(powers.map(([cause, power]) => [cause, whole > 0 ? power / whole : 0])) };
}

/** Two parts of the total variation between how near each cause is to coming first, and one of whether another does. */
function distance(one: Ranked, other: Ranked): number {
  const variation = [...one.nearness].reduce((sum, [cause, near]) => sum + Math.abs(near - (other.nearness.get(cause) ?? 0)), 0) / 2;
  return (2 * variation + Number(one.first !== other.first)) / 3;
}
