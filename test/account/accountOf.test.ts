import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountOf } from '../../src/account/accountOf.ts';
import type { CauseAccount } from '../../src/account/causeAccount.ts';
import { prepare } from '../../src/api/prepare.ts';
import { readWithPlaces } from '../../src/authoring/readPack.ts';
import { baselineOf } from '../../src/inference/no/baseline.ts';
import { readInterview } from '../../src/inference/readInterview.ts';
import { labOf } from '../../src/lint/lab.ts';
import { likelihoodRatio } from '../../src/pack/speaks.ts';
import { preparePack } from '../../src/pack/preparePack.ts';
import { answersTo, type Answered, withoutOdds } from '../arbitraryPack.ts';
import { coreFiles } from '../authoring/coreFiles.ts';
import { tinyFiles } from '../tinyPack.ts';

/** Gives accounts of a pack. */
function accountant(files: ReadonlyMap<string, string>): (cause: string, answers: Answered) => CauseAccount {
  const placed = readWithPlaces(files, { names: [], find: () => null });
  if (!placed.ok) throw new Error('no pack');
  const [lab, baseline] = [labOf(placed.value), baselineOf(preparePack(placed.value.read.pack))];
  return (cause, answers) => {
    const interview = readInterview(baseline, answers, '2026-11-22');
    if (!interview.ok) throw new Error(interview.problems[0]?.message);
    return accountOf(lab, baseline, interview.value, lab.pack.causes.findIndex(({ id }) => id === cause));
  };
}

const tiny = accountant(tinyFiles);
const core = accountant(coreFiles);

describe('an account', () => {
  test('tells of each sign what became of it, where it stands and what it looked at', () => {
    const { signs, baseRate, strength } = tiny('no-research', { outcome: 'rejected', prepared: ['read-site'] });
    expect(signs.map(({ state, decibans, given, answers, at: { line } }) => ({ state, decibans, given, answers, line }))).toEqual([
      { state: 'refuted', decibans: expect.closeTo(10, 12) as unknown, given: 0, answers: { prepared: ['read-site'] }, line: 11 },
      { state: 'counts', decibans: expect.closeTo(10 * Math.log10(0.5), 12) as unknown, given: expect.closeTo(10 * Math.log10(0.5), 12) as unknown, answers: { prepared: ['read-site'] }, line: 12 },
    ]);
    expect([baseRate, strength]).toMatchObject([{ value: 0.3, usual: 0.3, range: [0.3, 0.3], at: { line: 6 } }, { value: 0.4, at: { line: 7 } }]);
    expect(tiny('no-research', {}).signs.map(({ state, open }) => [state, open])).toEqual([['open', ['prepared']], ['open', ['prepared']]]);
  });

  test('tells what settles it as certain, and the case of its strength', () => {
    const account = core('late', { outcome: 'rejected', arrival: 'late', 'minutes-late': 25, 'warned-ahead': 'no' });
    expect(account.signs.find(({ state }) => state === 'counts')).toMatchObject({ speaks: 'establishes', decibans: null, given: null });
    expect(account).toMatchObject({ evidence: null, presence: 1, presenceGivenNo: 1, supported: true, strength: { value: 0.45, usual: 0.25, at: { line: 24 } }, wouldRaise: [] });
  });

  test('tells a sign that a stronger one of its group outweighs, and what the stronger one moves beside it', () => {
    const pack = accountant(new Map([...tinyFiles, ['causes/no-questions.yaml', (tinyFiles.get('causes/no-questions.yaml') ?? '')
      .replace('signs:\n', 'signs:\n  - { when: { stage: phone-screen }, speaks: slightly for, group: asked, because: It was a call. }\n')
      .replace('speaks: for, because', 'speaks: for, group: asked, because')]]));
    const { signs } = pack('no-questions', { outcome: 'rejected', stage: 'phone-screen', 'questions-asked': 0 });
    expect(signs.map(({ state }) => state)).toEqual(['outweighed', 'counts', 'refuted']);
    expect(signs[1]?.given).toBeCloseTo(10 * Math.log10(5 / 2), 12);
  });

  test('names the answers that would raise it most, with what would be then', () => {
    const { wouldRaise } = tiny('no-questions', { outcome: 'rejected' });
    expect(wouldRaise).toEqual([]); // the typical answer is two questions, which says nothing
    const [raised] = tiny('no-research', { outcome: 'rejected' }).wouldRaise;
    expect(raised).toMatchObject({ question: 'prepared', answer: [] });
    const then = tiny('no-research', { outcome: 'rejected', prepared: [] });
    expect([raised?.presence, raised?.share]).toEqual([then.presence, then.share]);
  });
});

const answered = answersTo(prepare().pack).map(answers => withoutOdds(prepare().pack, answers));

describe('its figures', () => {
  test('are those of the engine', () => {
    fc.assert(fc.property(answered, fc.constantFrom(...prepare().pack.causes.map(({ id }) => id)), (answers, cause) => {
      const account = core(cause, answers);
      const explained = prepare().interview(answers, { asOf: '2026-11-22' }).explanation();
      const own = explained.causes().find(each => each.cause === cause);
      if (own) expect([account.presenceGivenNo, account.share, account.necessity]).toEqual([own.presence, own.share, own.necessity]);
      else expect(account.strength).toBeNull();
    }), { numRuns: 40 });
  });

  test('add up: prior odds times the ratios of what counts are posterior odds', () => {
    fc.assert(fc.property(answered, fc.constantFrom(...prepare().pack.causes.map(({ id }) => id)), (answers, cause) => {
      const { baseRate, signs, presence, evidence } = core(cause, answers);
      const ratios = signs.filter(({ state }) => state === 'counts').map(({ speaks }) => likelihoodRatio[speaks]);
      if (ratios.some(ratio => ratio === 0)) expect(presence).toBe(0);
      else if (ratios.includes(Number.POSITIVE_INFINITY)) expect(presence).toBe(1);
      else {
        const odds = ratios.reduce((product, ratio) => product * ratio, baseRate.value / (1 - baseRate.value));
        expect(presence).toBeCloseTo(odds / (1 + odds), 12);
        expect(evidence).toBeCloseTo(10 * Math.log10(ratios.reduce((product, ratio) => product * ratio, 1)), 9);
      }
    }), { numRuns: 40 });
  });
});
