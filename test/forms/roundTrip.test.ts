import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/answers/answers.ts';
import { safeDiagnose } from '../../src/api/diagnose.ts';
import { corePack } from '../../src/core/corePack.ts';
import { fromCsv } from '../../src/forms/fromCsv.ts';
import { fromSurveyJs } from '../../src/forms/fromSurveyJs.ts';
import { fromTypeform } from '../../src/forms/fromTypeform.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { consistentAnswersTo } from '../arbitraryPack.ts';
import { tinyPack } from '../tinyPack.ts';
import { services, typeformOf } from './services.ts';
import { SurveyForm } from './surveyModel.ts';

const core: Pack = corePack;

/** Answers that can all be true, some of them “I don't know”. */
function said(pack: Pack): fc.Arbitrary<Answers> {
  const unknown = fc.subarray(pack.questions.map(({ id }) => id), { maxLength: 4 });
  return fc.tuple(consistentAnswersTo(pack), unknown).map(([answers, ids]) => ({ ...answers, ...Object.fromEntries(ids.map(id => [id, 'unknown'])) }));
}

/** The same with each list in the order of its options, as forms give it; it says the same. */
function inOrder(pack: Pack, answers: Answers): Answers {
  return Object.fromEntries(pack.questions.flatMap(question => {
    const answer = answers[question.id];
    if (answer === undefined || answer === null) return [];
    return [[question.id, Array.isArray(answer) && 'options' in question ? question.options.map(({ id }) => id).filter(id => answer.includes(id)) : answer]];
  }));
}

const packs = [['the core pack', core], ['a small pack', tinyPack]] as const;
const runs = { numRuns: 30 };

describe.each(packs)('answers to %s come back as they were given', (_what, pack) => {
  const people = fc.array(said(pack).map(answers => inOrder(pack, answers)), { minLength: 1, maxLength: 4 });

  test('from a form of SurveyJS that holds them', () => {
    const form = new SurveyForm(pack);
    fc.assert(fc.property(said(pack).map(answers => inOrder(pack, answers)), answers => {
      form.empty();
      for (const question of pack.questions) if (answers[question.id] !== undefined) form.say(question, answers[question.id] ?? undefined);
      // a field for a number or a day is left empty by those who don't know
      const held = Object.fromEntries(Object.entries(answers).filter(([id, answer]) => answer !== 'unknown' || 'options' in (pack.questions.find(question => question.id === id) ?? {})));
      expect(fromSurveyJs(form.data(), { pack })).toEqual([{ pack: pack.id, answers: held }]);
    }), { numRuns: 25 });
  });

  test.each(services)('from the CSV of %s', (_name, { write, dates }) => {
    fc.assert(fc.property(people, all => {
      expect(fromCsv(write(pack, all), { pack, map: { ...(dates ? { dates } : {}) } })).toEqual(all.map(answers => ({ pack: pack.id, asOf: '2026-11-22', answers })));
    }), runs);
  });

  test.each([['ref', true], ['label', false]] as const)('from Typeform, choices by %s', (_name, byRef) => {
    fc.assert(fc.property(people, all => {
      expect(fromTypeform(typeformOf(pack, all, byRef), { pack })).toEqual(all.map(answers => ({ pack: pack.id, asOf: '2026-11-22', answers })));
    }), runs);
  });

  test('and are diagnosed as they would have been', () => {
    fc.assert(fc.property(said(pack), answers => {
      const [, service] = services[0] as (typeof services)[number];
      const [file] = fromCsv(service.write(pack, [answers]), { pack });
      expect(safeDiagnose(file?.answers, { pack })).toEqual(safeDiagnose(answers, { pack }));
    }), { numRuns: 20 });
  });
});

test('what was completed in a form of SurveyJS is what it sends, hidden answers among it', () => {
  const form = new SurveyForm(tinyPack);
  const say = (id: string, answer: string | number): void => { for (const question of tinyPack.questions) if (question.id === id) form.say(question, answer); };
  say('attended', 'there');
  say('arrival', 'late');
  say('minutes-late', 20);
  expect(form.visible()).toContain('warned-ahead');
  say('arrival', 'on-time');
  expect(form.visible()).not.toContain('minutes-late');
  expect(form.accepts()).toBe(true);
  const [file] = fromSurveyJs(form.results(), { pack: tinyPack });
  expect(file).toEqual({ pack: 'tiny', answers: { attended: 'there', arrival: 'on-time', 'minutes-late': 20 } });
  expect(safeDiagnose(file?.answers, { pack: tinyPack })).toMatchObject({ ok: true, value: { notes: [{ code: 'not-asked', question: 'minutes-late' }] } });
});

test.each([
  ['minutes-late', 0], ['minutes-late', 241], ['minutes-late', 2.5], ['promised-date', '2026-11-09'],
] as const)('a form of SurveyJS itself refuses %s: %s', (id, wrong) => {
  const form = new SurveyForm(tinyPack);
  const said: readonly (readonly [string, string | number])[] = [['outcome', 'waiting'], ['interview-date', '2026-11-10'], ['attended', 'there'], ['arrival', 'late'], ['promised-date', '2026-11-10'], ['minutes-late', 20]];
  const say = (name: string, answer: string | number): void => { for (const question of tinyPack.questions) if (question.id === name) form.say(question, answer); };
  for (const [name, answer] of said) say(name, answer);
  expect(form.accepts()).toBe(true);
  say(id, wrong);
  expect(form.accepts()).toBe(false);
});
