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
import { corePack } from '../../src/core/corePack.ts';
import type { Pack } from '../../src/pack/pack.ts';
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

  test('works each part out once, and never changes', () => {
    expect(interview.explanation()).toBe(interview.explanation());
    expect(interview.diagnosis()).toBe(interview.diagnosis());
    const before = JSON.stringify(interview.diagnosis());
    interview.answer('arrival', 'on-time').diagnosis();
    expect(JSON.stringify(interview.diagnosis())).toBe(before);
  });

  test('of several is the latest in the light of all', () => {
    const two = [{ outcome: 'rejected', arrival: 'late' }, answers] as const;
    expect(prepare().history(two, { asOf: AS_OF }).diagnosis()).toEqual(diagnoseHistory(two, { asOf: AS_OF }));
  });

  test('says what would be otherwise', () => {
    expect(interview.whatIf({ answers: { arrival: 'on-time' } })).toEqual(whatIf(answers, { answers: { arrival: 'on-time' } }, { asOf: AS_OF }));
  });

  test('tells of any cause in full, whether or not an answer speaks for it', () => {
    const { explanations } = interview.diagnosis();
    for (const each of explanations) {
      const { cause, presence, share, fixes } = interview.details(each.cause);
      expect([cause, presence, share]).toEqual([each.cause, each.presence, each.share]);
      expect(fixes.length).toBeGreaterThanOrEqual(each.fixes.length);
    }
    const unsupported = explanations.filter(({ supported }) => !supported);
    expect(unsupported.every(({ fixes, unknown }) => fixes.length + unknown.length === 0)).toBe(true);
    expect(unsupported.some(({ cause }) => interview.details(cause).fixes.length > 0)).toBe(true);
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
