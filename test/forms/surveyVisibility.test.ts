import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeVisibleQuestions } from '../../src/api/visibleQuestions.ts';
import { corePack } from '../../src/core/corePack.ts';
import { fromSurveyJs } from '../../src/forms/fromSurveyJs.ts';
import { questionsOf } from '../../src/pack/condition.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { arbitraryPack } from '../arbitraryPack.ts';
import { tinyPack } from '../tinyPack.ts';
import { type Act, acts, saidTo } from './person.ts';
import { SurveyForm } from './surveyModel.ts';
import { uncounted } from './uncounted.ts';

const core: Pack = corePack;

/** The questions that the library would show after what a form holds; nothing where answers contradict each other. */
function shownBy(form: SurveyForm, pack: Pack, short: boolean): readonly string[] | undefined {
  const [file] = fromSurveyJs(form.data(), { pack });
  const questions = safeVisibleQuestions(file?.answers, { pack, short });
  if (!questions.ok && questions.problems.some(({ code }) => code !== 'contradiction')) throw new Error(JSON.stringify(questions.problems));
  return questions.ok ? questions.value.map(({ id }) => id) : undefined;
}

interface Tally { sets: number; answered: number; hidden: number; cameUp: number }

/**
 * Goes through a form as a person would, one question in view after the other, back and forth, most of them such that
 * others depend on; an answer at odds with others is taken back.
 */
function goThrough(form: SurveyForm, pack: Pack, said: readonly Act[], tally: Tally, short = false): void {
  const known = new Map(pack.questions.map(question => [question.id, question]));
  const answers = new Map<string, ReturnType<typeof saidTo>>();
  const depends = new Set(pack.questions.flatMap(({ id, askIf }) => (askIf ? [id, ...questionsOf(askIf).map(index => pack.questions[index]?.id ?? '')] : [])));
  expect(form.visible()).toEqual(shownBy(form, pack, short));
  for (const act of said) {
    const inView = form.visible();
    const telling = act.question % 3 > 0 ? inView.filter(id => depends.has(id)) : [];
    const from = telling.length > 0 ? telling : inView;
    const question = known.get(from[Math.floor(act.question / 3) % from.length] ?? '');
    if (!question) return;
    form.say(question, saidTo(question, act));
    const shown = shownBy(form, pack, short);
    if (shown === undefined) {
      form.say(question, answers.get(question.id));
      continue;
    }
    answers.set(question.id, saidTo(question, act));
    expect(form.visible()).toEqual(shown);
    if (shown.some(id => !inView.includes(id))) tally.cameUp += 1;
    if (inView.some(id => !shown.includes(id))) tally.hidden += 1;
  }
  tally.sets += 1;
  tally.answered += Object.keys(form.data() as object).length;
}

/** One form takes milliseconds to follow an answer, and there are thousands of them. */
const patience = { timeout: 600_000 };

describe('a form of SurveyJS shows the questions that the library would, after each answer', () => {
  test.each([['a thousand people who go through all', false], ['a hundred who go through the short intake', true]] as const)('for %s of the core pack', patience, (_what, short) => {
    const form = new SurveyForm(core, { short });
    const tally: Tally = { sets: 0, answered: 0, hidden: 0, cameUp: 0 };
    fc.assert(fc.property(acts(10), said => {
      form.empty();
      goThrough(form, core, said, tally, short);
    }), { numRuns: short ? 100 : 1000 });
    expect(tally.answered / tally.sets).toBeGreaterThan(2);
    expect(Math.min(tally.cameUp, tally.hidden)).toBeGreaterThan(20);
  });

  test('for packs of any kind whose questions depend on each other', patience, () => {
    const tally: Tally = { sets: 0, answered: 0, hidden: 0, cameUp: 0 };
    const packs = fc.oneof(arbitraryPack(), fc.constant(tinyPack)).map(uncounted);
    fc.assert(fc.property(packs, acts(15), (pack, said) => { goThrough(new SurveyForm(pack), pack, said, tally); }), { numRuns: 200 });
    expect(Math.min(tally.cameUp, tally.hidden)).toBeGreaterThan(20);
  });
});
