import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { safeDiagnose } from '../../src/api/diagnose.ts';
import { explainNo } from '../../src/inference/no/explainNo.ts';
import { nextQuestions } from '../../src/api/nextQuestions.ts';
import type { Pack, Question } from '../../src/pack/pack.ts';
import type { AnswerValue } from '../../src/answers/answers.ts';
import { type Answer, UNKNOWN } from '../../src/pack/answer.ts';
import type { Reading } from '../../src/answers/reading.ts';
import { engineOf, readBy } from '../engineOf.ts';
import { adaptive, ask, fixed, leaderOf } from './askingOrders.ts';
import { chanceFrom, drawCase } from './drawnCases.ts';
import { PART, simulate } from './simulation.ts';

const people = Array.from({ length: 400 }, (_, seed) => drawCase(corePack, chanceFrom(seed)));

/** The answers as a person writes them. */
function answersIn({ answers }: Reading): Readonly<Record<string, AnswerValue>> {
  return Object.fromEntries(corePack.questions.flatMap((question, index) => {
    const answer = answers[index];
    return answer && answer.kind !== 'not-asked' ? [[question.id, said(question, answer)]] : [];
  }));
}

function said(question: Question, answer: Answer): AnswerValue {
  if (answer.kind === 'number') return answer.value;
  const options = 'options' in question ? question.options.map(({ id }) => id) : [];
  if (answer.kind === 'choice') return options[answer.option] as string;
  return answer.kind === 'choices' ? answer.options.map(option => options[option] as string) : UNKNOWN;
}

describe('people drawn from the pack’s own model', () => {
  test('are the same for the same seed, and others for another', () => {
    expect(drawCase(corePack, chanceFrom(7))).toEqual(people[7]);
    expect(people[8]).not.toEqual(people[7]);
  });

  test('give answers that fit the pack and do not contradict each other, and nobody went on', () => {
    for (const { reading } of people) {
      const { known, failed } = readBy(engineOf(corePack), answersIn(reading));
      expect(known.reading).toEqual(reading);
      expect(failed).not.toBe(false);
    }
  });

  test('have the causes as often as the engine says of their answers', () => {
    const { baseline, baseline: { prepared } } = engineOf(corePack);
    const judged = people.flatMap(({ present, reading }) => {
      const { presence } = explainNo(baseline, readBy(engineOf(corePack), answersIn(reading)).weighed);
      return prepared.ofNo.map(cause => ({ chance: presence[cause] ?? Number.NaN, there: present.includes(corePack.causes[cause]?.id ?? '') }));
    });
    for (const [from, to] of [[0, 0.1], [0.1, 0.3], [0.3, 0.5], [0.5, 0.7], [0.7, 1.01]] as const) {
      const alike = judged.filter(({ chance }) => chance >= from && chance < to);
      const chance = alike.reduce((sum, each) => sum + each.chance, 0) / alike.length;
      expect(Math.abs(alike.filter(({ there }) => there).length / alike.length - chance)).toBeLessThan(0.08);
    }
  });
});

describe('asking them', () => {
  test('every question that comes up leads to all their answers, and to the first of the ranking', () => {
    for (const person of people.slice(0, 40)) {
      const { put, reading } = ask(corePack, person, fixed);
      expect(reading).toEqual(person.reading);
      expect(put).toBeGreaterThan(Object.keys(answersIn(reading)).length - 1);
      const diagnosis = safeDiagnose(answersIn(reading), { pack: corePack });
      expect(diagnosis.ok && diagnosis.value.ranking[0]?.cause).toBe(corePack.causes[leaderOf(corePack, reading)]?.id);
    }
  });

  test('in the adaptive order puts what `nextQuestions` puts first', () => {
    const [person] = people;
    let answers: Readonly<Record<string, AnswerValue>> = {};
    for (let put = 0; person && put < 12; put++) {
      const id = nextQuestions<Pack>(answers, { pack: corePack, most: 1 }).questions[0]?.question ?? '';
      const after = ask(corePack, person, adaptive, put + 1);
      answers = { ...answers, [id]: answersIn(person.reading)[id] ?? UNKNOWN };
      expect(answersIn(after.reading)).toEqual(Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== UNKNOWN)));
    }
  });

  test('comes to the same leading explanation in 40% of the questions: most telling first far oftener than in other orders', () => {
    const { adaptive: telling, fixed: inOrder, random, untilEnough } = simulate(corePack, 60, 1);
    for (const { put, full } of [telling, inOrder, random]) expect(put).toBeLessThanOrEqual(full * PART);
    expect(telling.same.right / telling.same.of).toBeGreaterThanOrEqual(0.78);
    expect(telling.same.right).toBeGreaterThan(inOrder.same.right + 15);
    expect(telling.same.right).toBeGreaterThan(random.same.right + 20);
    expect(untilEnough.same.right / untilEnough.same.of).toBeGreaterThanOrEqual(0.85);
    expect(untilEnough.put).toBeLessThan(untilEnough.full * PART);
  });
});
