import { describe, expectTypeOf, test } from 'vitest';
import {
  type Answers, type AnswersTo, type Band, type Checked, type CoreAnswers, corePack, diagnose, type Diagnosis, type Evidence,
  type Explanation, type FixAdvice, type Pack, type Problem, safeDiagnose, type TypedPack, type Verdict,
} from '../src/index.ts';
import { loadPack } from '../src/node.ts';

declare const untyped: Pack;

interface AuditionAnswers {
  readonly 'pulse-check'?: 'nowhere' | 'several';
}

declare const auditions: TypedPack<AuditionAnswers>;

describe('the compiler knows the questions of the core pack', () => {
  test('answers of every kind compile', () => {
    diagnose({});
    diagnose({
      outcome: 'rejected',
      'warned-ahead': 'no',
      'minutes-late': 20,
      prepared: ['read-site', 'reread-advert'],
      'stated-reason': [],
      'interview-date': '2026-11-10',
    });
    diagnose({ outcome: 'no-reply', arrival: 'unknown', nerves: null, clothes: undefined, 'questions-asked': 'unknown' });
    diagnose({ outcome: 'waiting' }, { asOf: '2026-11-22', pack: corePack });
    diagnose({ outcome: 'waiting' }, { asOf: undefined, funnel: undefined, coach: undefined, whatIf: undefined, budget: undefined });
  });

  test('a misspelt question does not', () => {
    // @ts-expect-error -- the question is called “arrival”
    diagnose({ outcome: 'rejected', arival: 'late' });
    // @ts-expect-error -- questions are written with hyphens
    diagnose({ thankYou: 'none' });
  });

  test('a misspelt option does not', () => {
    // @ts-expect-error -- the option is called “rejected”
    diagnose({ outcome: 'refused' });
    // @ts-expect-error -- one of several is misspelt
    diagnose({ prepared: ['read-site', 'read-sites'] });
    // @ts-expect-error -- yes and no are words
    diagnose({ 'warned-ahead': false });
  });

  test('an answer of the wrong kind does not', () => {
    // @ts-expect-error -- a number, not its digits
    diagnose({ 'minutes-late': '20' });
    // @ts-expect-error -- one of them, not a list
    diagnose({ outcome: ['rejected'] });
    // @ts-expect-error -- a list, even of one
    diagnose({ prepared: 'read-site' });
    // @ts-expect-error -- a day is written as YYYY-MM-DD
    diagnose({ 'interview-date': 'yesterday' });
  });

  test('nor does an option of another question, or an option that the library does not have', () => {
    // @ts-expect-error -- “late” answers another question
    diagnose({ outcome: 'late' });
    // @ts-expect-error -- it is called asOf
    diagnose({}, { today: '2026-11-22' });
  });

  test('every question is offered, and every option of each', () => {
    expectTypeOf<AnswersTo<typeof corePack>>().toEqualTypeOf<CoreAnswers>();
    expectTypeOf<CoreAnswers>().toHaveProperty('company-question');
    expectTypeOf<CoreAnswers['arrival']>().toEqualTypeOf<'very-early' | 'early' | 'on-time' | 'late' | 'unknown' | null | undefined>();
    expectTypeOf<CoreAnswers['follow-ups']>().toEqualTypeOf<number | 'unknown' | null | undefined>();
  });
});

describe('other packs', () => {
  test('answers to a pack that was read from a folder may have any id', () => {
    diagnose({ outcome: 'rejected', 'pulse-check': 'several', anything: ['at', 'all'], bars: 12 }, { pack: untyped });
    diagnose({ 'pulse-check': 'several' }, { pack: loadPack('examples/own-pack').pack });
    expectTypeOf<AnswersTo<Pack>>().toEqualTypeOf<Answers>();
  });

  test('but an answer is still a word, a number or a list of words', () => {
    // @ts-expect-error -- yes and no are words
    diagnose({ 'pulse-check': true }, { pack: untyped });
    // @ts-expect-error -- a list of words
    diagnose({ 'pulse-check': [1, 2] }, { pack: untyped });
  });

  test('a pack with a type of its own has its own answers', () => {
    diagnose({ 'pulse-check': 'several' }, { pack: auditions });
    // @ts-expect-error -- the option is called “several”
    diagnose({ 'pulse-check': 'many' }, { pack: auditions });
    // @ts-expect-error -- a question of the core pack
    diagnose({ arrival: 'late' }, { pack: auditions });
    expectTypeOf<AnswersTo<typeof auditions>>().toEqualTypeOf<AuditionAnswers>();
  });

  test('safeDiagnose takes whatever comes in', () => {
    expectTypeOf(safeDiagnose).parameter(0).toBeUnknown();
    expectTypeOf(safeDiagnose('no answers', { pack: untyped })).toEqualTypeOf<Checked<Diagnosis>>();
  });
});

describe('a diagnosis', () => {
  test('has typed fields', () => {
    expectTypeOf(diagnose({})).toEqualTypeOf<Diagnosis>();
    expectTypeOf<Diagnosis['headline']>().toEqualTypeOf<{ readonly verdict: Verdict; readonly text: string }>();
    expectTypeOf<Verdict>().toEqualTypeOf<'mostly-you' | 'mostly-them' | 'both' | 'too-early' | 'cannot-tell' | 'advanced'>();
    expectTypeOf<Diagnosis['parts']['unseen']>().toBeNumber();
    expectTypeOf<Diagnosis['explanations']>().toEqualTypeOf<readonly Explanation[]>();
    expectTypeOf<Diagnosis['plan']['main']>().toEqualTypeOf<FixAdvice | null>();
    expectTypeOf<Diagnosis['strengths']>().toEqualTypeOf<readonly Evidence[]>();
    expectTypeOf<Explanation['control']>().toEqualTypeOf<'you' | 'fit' | 'them'>();
    expectTypeOf<Explanation['band']>().toEqualTypeOf<Band>();
    expectTypeOf<Explanation['for']>().toEqualTypeOf<readonly Evidence[]>();
  });

  test('cannot be written to', () => {
    const diagnosis = diagnose({});
    // @ts-expect-error -- a diagnosis is read-only
    diagnosis.outsideYourControl = 1;
    // @ts-expect-error -- so are its lists
    diagnosis.explanations.length = 0;
  });

  test('is there only once the result is known to be ok', () => {
    const result = safeDiagnose({});
    // @ts-expect-error -- it may hold problems instead
    expectTypeOf(result.value).not.toBeAny();
    if (result.ok) expectTypeOf(result.value).toEqualTypeOf<Diagnosis>();
    else expectTypeOf(result.problems).toEqualTypeOf<readonly Problem[]>();
  });
});
