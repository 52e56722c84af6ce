import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose, diagnoseHistory, safeDiagnose } from '../../src/api/diagnose.ts';
import type { Interview } from '../../src/api/interview.ts';
import { nextQuestions } from '../../src/api/nextQuestions.ts';
import { prepare, safePrepare } from '../../src/api/prepare.ts';
import { prepareLogic, safePrepareLogic } from '../../src/api/prepareLogic.ts';
import { whatIf } from '../../src/api/whatIf.ts';
import { AnswersError, PackError } from '../../src/base/errors.ts';
import { coreLogic } from '../../src/core/coreLogic.ts';
import { type CoreAnswers, corePack } from '../../src/core/corePack.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Changes } from '../../src/plan/changes.ts';
import { AS_OF, type Answered, arbitraryPack, consistentAnswersTo } from '../arbitraryPack.ts';
import { tinyPack } from '../tinyPack.ts';

const answers = { outcome: 'rejected', arrival: 'late', 'minutes-late': 20, 'warned-ahead': 'no', nerves: ['voice'] } as const;
const interview = prepare().interview(answers, { asOf: AS_OF });

function preparedInterview(pack: Pack, given: Answered): Interview<Answered> {
  return prepare(pack).interview(given, { asOf: AS_OF });
}

describe('an interview of a prepared pack', () => {
  const answered = fc.oneof({ arbitrary: arbitraryPack(), weight: 3 }, { arbitrary: fc.constant(corePack as Pack), weight: 1 })
    .chain(pack => fc.record({ pack: fc.constant(pack), given: consistentAnswersTo(pack) }));

  test('says what the one-line doors say', () => {
    fc.assert(fc.property(answered, ({ pack, given }) => {
      const one = preparedInterview(pack, given);
      const diagnosis = diagnose(given, { pack, asOf: AS_OF });
      expect(one.diagnosis()).toEqual(diagnosis);
      expect(one.plan()).toEqual(diagnosis.plan);
      expect(one.nextQuestions()).toEqual(nextQuestions(given, { pack, asOf: AS_OF }));
      const { parts, supported, causes } = one.explanation();
      expect(parts).toEqual(diagnosis.parts);
      expect(causes().map(({ cause, share, presence }) => [cause, share, presence])).toEqual(diagnosis.explanations.map(({ cause, share, presence }) => [cause, share, presence]));
      expect(supported.map(({ cause }) => cause)).toEqual(diagnosis.explanations.filter(each => each.supported).map(({ cause }) => cause));
      expect(one.sensitivity().causes.map(({ range }) => range)).toEqual(diagnosis.explanations.filter(each => each.supported).map(({ shareRange }) => shareRange));
    }), { numRuns: 100 });
  });

  test('with one answer otherwise is the interview that starts with that answer', () => {
    const changed = answered.chain(({ pack, given }) => fc.record({ pack: fc.constant(pack), given: fc.constant(given), others: consistentAnswersTo(pack) }));
    fc.assert(fc.property(changed, ({ pack, given, others }) => {
      let one = preparedInterview(pack, given);
      let all = given;
      for (const [id, answer] of Object.entries(others)) {
        all = { ...all, [id]: answer };
        const [then, anew] = [one.safeAnswer(id, answer), safeDiagnose(all, { pack, asOf: AS_OF })];
        expect(then.ok).toBe(anew.ok);
        if (!then.ok || !anew.ok) return;
        one = then.value;
        expect(one.diagnosis()).toEqual(anew.value);
      }
    }), { numRuns: 60 });
  });

  test.each(['explanation', 'sensitivity', 'plan', 'diagnosis'] as const)('works its %s out once', part => {
    expect(interview[part]()).toBe(interview[part]());
    expect(interview.explanation().causes()).toBe(interview.explanation().causes());
  });

  test('never changes, whatever is asked of it', () => {
    const before = JSON.stringify(interview.diagnosis());
    interview.answer('arrival', 'on-time').diagnosis();
    expect(JSON.stringify(interview.diagnosis())).toBe(before);
  });

  test('of several is the latest in the light of all', () => {
    const two = [{ outcome: 'rejected', arrival: 'late' }, answers] as const;
    expect(prepare().history(two, { asOf: AS_OF }).diagnosis()).toEqual(diagnoseHistory(two, { asOf: AS_OF }));
  });

  test('minds the search so far, and how much effort there is', () => {
    const options = { asOf: AS_OF, funnel: { sent: 120, screens: 2 }, budget: 'minutes' } as const;
    const one = prepare().interview(answers, options);
    expect(one.diagnosis()).toEqual(diagnose(answers, options));
    expect(one.diagnosis()).not.toEqual(interview.diagnosis());
    expect(one.answer('arrival', 'on-time').diagnosis()).toEqual(diagnose({ ...answers, arrival: 'on-time' }, options));
  });

  test('of several, with another answer, has the same ones before it', () => {
    const [first, then] = [{ outcome: 'rejected', arrival: 'late' }, { ...answers, arrival: 'on-time' }] as const;
    const one = prepare().history([first, answers], { asOf: AS_OF }).answer('arrival', 'on-time');
    expect(one.diagnosis()).toEqual(diagnoseHistory([first, then], { asOf: AS_OF }));
  });

  test.each<[what: string, changes: Changes<CoreAnswers>]>([
    ['with another answer', { answers: { arrival: 'on-time' } }],
    ['with a fix done', { fixes: [interview.plan().main?.id ?? ''] }],
    ['with nothing changed', {}],
  ])('says what would be otherwise %s', (_what, changes) => {
    const expected = whatIf(answers, changes, { asOf: AS_OF });
    expect(interview.whatIf(changes)).toEqual(expected);
    expect(interview.safeWhatIf(changes)).toEqual({ ok: true, value: expected });
  });

  test.each([0, 1, 2, 99])('asks %i questions at most, as the one-line door does', most => {
    expect(interview.nextQuestions(most)).toEqual(nextQuestions(answers, { asOf: AS_OF, most }));
  });

  test('tells of any cause in full, whether or not an answer speaks for it', () => {
    const { explanations } = interview.diagnosis();
    for (const each of explanations) {
      const { cause, presence, share, fixes } = interview.details(each.cause);
      expect([cause, presence, share]).toEqual([each.cause, each.presence, each.share]);
      expect(fixes.length).toBeGreaterThanOrEqual(each.fixes.length);
      if (each.supported) expect(interview.details(each.cause)).toEqual(each);
      expect(interview.safeDetails(each.cause)).toEqual({ ok: true, value: interview.details(each.cause) });
    }
    const unsupported = explanations.filter(({ supported }) => !supported);
    expect(unsupported.every(({ fixes, unknown }) => fixes.length + unknown.length === 0)).toBe(true);
    expect(unsupported.some(({ cause }) => interview.details(cause).fixes.length > 0)).toBe(true);
    for (const { cause, share } of unsupported) {
      const [from, to] = interview.details(cause).shareRange;
      expect([from, share, to]).toEqual([from, share, to].toSorted((a, b) => a - b));
    }
  });

  test('gives by its safe doors what the others give', () => {
    const prepared = prepare();
    const [one, two] = [prepared.safeInterview(answers, { asOf: AS_OF }), prepared.safeHistory([answers, answers], { asOf: AS_OF })];
    expect(one.ok && one.value.diagnosis()).toEqual(interview.diagnosis());
    expect(two.ok && two.value.diagnosis()).toEqual(prepared.history([answers, answers], { asOf: AS_OF }).diagnosis());
    const answered = interview.safeAnswer('arrival', 'on-time');
    expect(answered.ok && answered.value.diagnosis()).toEqual(interview.answer('arrival', 'on-time').diagnosis());
    const ready = safePrepare(tinyPack);
    expect(ready.ok && ready.value.pack).toBe(prepare(tinyPack).pack);
  });

  test('tells what is wrong, in one way by throwing and in the other as data', () => {
    expect(() => interview.answer('arrival', 'tardy' as 'late')).toThrow(AnswersError);
    expect(interview.safeAnswer('arrival', 'tardy')).toMatchObject({ ok: false, problems: [{ code: 'unknown-option', path: ['arrival'] }] });
    expect(interview.safeAnswer('arival', 'late')).toMatchObject({ ok: false, problems: [{ code: 'unknown-question', path: ['arival'] }] });
    expect(() => interview.details('lateness')).toThrow(AnswersError);
    expect(interview.safeDetails('lateness')).toMatchObject({ ok: false, problems: [{ code: 'unknown-cause' }] });
    expect(interview.safeWhatIf({ fixes: ['fly'] })).toMatchObject({ ok: false, problems: [{ code: 'unknown-fix' }] });
    expect(() => prepare().interview({ arival: 'late' } as object)).toThrow(AnswersError);
    expect(prepare().safeInterview({ outcome: 'rejected' }, { most: 3 } as object)).toMatchObject({ ok: false, problems: [{ code: 'unknown-key', path: ['most'] }] });
    expect(safePrepare('core')).toMatchObject({ ok: false, problems: [{ code: 'wrong-kind' }] });
    expect(() => prepare({ ...tinyPack, questions: [] })).toThrow(PackError);
    expect(() => interview.whatIf({ fixes: ['fly'] })).toThrow(AnswersError);
    expect(() => prepare().history([answers, { arival: 'late' } as object])).toThrow(AnswersError);
    expect(prepare().safeHistory([answers, { arival: 'late' }])).toMatchObject({ ok: false, problems: [{ code: 'unknown-question', path: [1, 'arival'] }] });
    expect(prepare().safeHistory([])).toMatchObject({ ok: false, problems: [{ code: 'wrong-kind', path: [] }] });
  });

  test('tells an answer that contradicts another one, and stays as it was', () => {
    expect(interview.safeAnswer('attended', 'missed')).toMatchObject({ ok: false, problems: [{ code: 'contradiction' }] });
    expect(interview.answer('attended', 'as-agreed').diagnosis()).toEqual(diagnose({ ...answers, attended: 'as-agreed' }, { asOf: AS_OF }));
  });

  test('of a pack that somebody can change is of the pack as it was', () => {
    const pack = JSON.parse(JSON.stringify(tinyPack)) as Pack;
    const prepared = prepare(pack);
    const before = prepared.interview({ outcome: 'rejected', arrival: 'late' }).diagnosis();
    Object.assign(pack.causes[0] as object, { baseRate: { value: 0.9, when: [] } });
    expect(prepared.interview({ outcome: 'rejected', arrival: 'late' }).diagnosis()).toEqual(before);
  });
});

describe('an interview without words', () => {
  const bare = prepareLogic(coreLogic);

  test('comes to the same numbers as one with words', () => {
    fc.assert(fc.property(consistentAnswersTo(corePack), given => {
      const [one, other] = [bare.interview(given, { asOf: AS_OF }), preparedInterview(corePack, given)];
      expect(one.explanation().causes()).toEqual(other.explanation().causes());
      expect(one.sensitivity()).toEqual(other.sensitivity());
      const { questions } = other.nextQuestions(corePack.questions.length);
      expect(one.nextQuestions().questions).toEqual(questions.map(({ question, change }) => ({ question, change })));
    }), { numRuns: 25 });
  });

  test('takes another answer, or says what is wrong with it', () => {
    const one = bare.interview({ outcome: 'rejected' }).answer('arrival', 'late');
    expect(one.explanation().supported).toEqual(bare.interview({ outcome: 'rejected', arrival: 'late' }).explanation().supported);
    expect(one.safeAnswer('arrival', 'tardy')).toMatchObject({ ok: false, problems: [{ code: 'unknown-option' }] });
    expect(bare.safeInterview({ arival: 'late' })).toMatchObject({ ok: false, problems: [{ code: 'unknown-question' }] });
    for (const value of [null, 'core', {}, { ...coreLogic, questions: 3 }]) expect(safePrepareLogic(value)).toMatchObject({ ok: false, problems: [{ code: 'wrong-kind' }] });
  });
});
