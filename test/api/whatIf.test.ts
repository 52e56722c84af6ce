import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose, diagnoseHistory, safeDiagnose, safeDiagnoseHistory } from '../../src/api/diagnose.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { AnswersError } from '../../src/base/errors.ts';
import { toText } from '../../src/report/toText.ts';
import { safeWhatIf, whatIf } from '../../src/api/whatIf.ts';
import { answersTo, arbitraryPack } from '../arbitraryPack.ts';
import { tinyPack } from '../tinyPack.ts';

const pack: Pack = tinyPack;
const late = { outcome: 'rejected', arrival: 'late', 'minutes-late': 20, 'warned-ahead': 'no', prepared: [] } as const;

/** Probability that no cause, no luck and no standing stops an interview with these shares of firing. */
function goesOn(of: Pack, fires: readonly number[]): number {
  const standing = of.standing.levels.reduce((sum, { stops, weight }) => sum + stops * weight, 0);
  return fires.reduce((product, q) => product * (1 - q), (1 - of.background.value) * (1 - standing));
}

describe('the same interview with other answers', () => {
  test('is what the other answers would have given', () => {
    const other = { ...late, arrival: 'on-time' };
    const found = whatIf(late, { answers: { arrival: 'on-time' } }, { pack });
    const [before, after] = [diagnose(late, { pack }), diagnose(other, { pack })];
    expect(found.parts).toEqual({ before: before.parts, after: after.parts });
    expect(found.next).toEqual({ before: before.plan.chance.asItStands, after: after.plan.chance.asItStands });
    expect(found.answers).toEqual([{ question: 'arrival', ask: 'When did you come?', before: 'late', after: 'on-time', says: { before: 'Late', after: 'On time' } }]);
    const cause = found.causes.find(each => each.cause === 'late');
    expect(cause?.presence).toEqual({ before: 1, after: 0 });
    expect(cause?.share).toEqual({ before: before.explanations.find(each => each.cause === 'late')?.share, after: 0 });
  });

  test('of all packs: chances from both sets of answers, and every cause that moved', () => {
    const cases = arbitraryPack().chain(of => fc.tuple(fc.constant(of), answersTo(of), answersTo(of)));
    fc.assert(fc.property(cases, ([of, asked, others]) => {
      const [before, after] = [safeDiagnose(asked, { pack: of }), safeDiagnose({ ...asked, ...others }, { pack: of })];
      const found = safeWhatIf(asked, { answers: others }, { pack: of });
      expect(found.ok).toBe(before.ok && after.ok);
      if (!found.ok || !before.ok || !after.ok) return;
      expect(found.value.parts).toEqual({ before: before.value.parts, after: after.value.parts });
      const shares = new Map(after.value.explanations.map(each => [each.cause, each.share]));
      const moved = before.value.explanations.filter(each => shares.get(each.cause) !== each.share).map(each => each.cause);
      expect(found.value.causes.map(each => each.cause)).toEqual(expect.arrayContaining(moved));
      for (const each of found.value.causes) expect(each.share.after).toBe(shares.get(each.cause));
    }), { numRuns: 60 });
  });

  test('no change changes nothing', () => {
    const found = whatIf(late, {}, { pack });
    expect([found.causes, found.answers, found.fixes, found.association]).toEqual([[], [], [], false]);
    expect([found.goesOn.after, found.next.after]).toEqual([found.goesOn.before, found.next.before]);
    expect(whatIf(late, { answers: late }, { pack }).causes).toEqual([]);
  });

  test('an answer can be taken back', () => {
    expect(whatIf(late, { answers: { arrival: 'unknown' } }, { pack }).answers[0]).toMatchObject({ before: 'late', after: null, says: { after: "I don't know" } });
  });

  test('a diagnosis stands for the answers that it was made from', () => {
    const dated = { outcome: 'rejected', 'interview-date': '2026-11-10', arrival: 'late' } as const;
    const changes = { answers: { arrival: 'on-time' } };
    expect(whatIf(diagnose(dated, { pack, asOf: '2026-11-22' }), changes, { pack })).toEqual(whatIf(dated, changes, { pack, asOf: '2026-11-22' }));
  });

  test('a diagnosis counts its days anew, from another date or up to another day', () => {
    const silent = { outcome: 'no-reply', 'interview-date': '2026-11-10' } as const;
    const made = diagnose(silent, { asOf: '2026-11-20' });
    const earlier = { answers: { 'interview-date': '2026-11-01' } } as const;
    expect(made.answers['days-since-interview']).toBe(10);
    expect(whatIf(made, earlier)).toEqual(whatIf(silent, earlier, { asOf: '2026-11-20' }));
    expect(whatIf(made, {}, { asOf: '2026-11-25' })).toEqual(whatIf(silent, {}, { asOf: '2026-11-25' }));
    expect(whatIf(JSON.parse(JSON.stringify(made)) as typeof made, earlier)).toEqual(whatIf(made, earlier));
    const said = diagnose({ outcome: 'no-reply', 'days-since-interview': 10 });
    expect(whatIf(said, { answers: { stage: 'later' } })).toEqual(whatIf({ outcome: 'no-reply', 'days-since-interview': 10 }, { answers: { stage: 'later' } }));
  });

  test('what is only a sign is told as association, the thing itself is not', () => {
    expect(whatIf(late, { answers: { arrival: 'on-time' } }, { pack }).association).toBe(false);
    const said = toText(diagnose(late, { pack, whatIf: { answers: { arrival: 'on-time' } } }));
    expect(said).toContain('This is the fact itself');
    expect(said).not.toContain('how people with such answers fare');
    const sign = toText(diagnose({ outcome: 'rejected', 'stated-reason': [] }, { whatIf: { answers: { 'stated-reason': ['reliability'] } } }));
    expect(sign).toContain('how people with such answers fare');
  });

  test('while nothing has been heard, it says what becomes of the invitation', () => {
    const waiting = { outcome: 'no-reply', 'days-since-interview': 10, nerves: [] } as const;
    const found = whatIf(waiting, { answers: { 'days-since-interview': 30 } });
    expect(found.advance?.after).toBeLessThan(found.advance?.before ?? 0);
    expect(whatIf(late, {}, { pack }).advance).toBeNull();
  });

  test.each([null, undefined, 'unknown'])('an answer of %s means that it is not known any more', value => {
    const found = whatIf(late, { answers: { arrival: value } }, { pack });
    expect(found.parts.after).toEqual(diagnose({ ...late, arrival: 'unknown' }, { pack }).parts);
    expect(found.parts.after).not.toEqual(found.parts.before);
  });
});

describe('fixes that are done', () => {
  const all = pack.causes.flatMap(cause => cause.fixes.map(fix => ({ cause, fix })));

  test.each(all.map(({ fix }) => fix.id))('%s takes its part of its cause, and lowers no chance', id => {
    const found = whatIf(late, { fixes: [id] }, { pack });
    const each = all.find(({ fix }) => fix.id === id);
    expect(found.fixes).toHaveLength(1);
    const [done] = found.fixes;
    expect(done?.stops.after).toBeCloseTo((done?.stops.before ?? 0) * (1 - (each?.fix.removes.value ?? 0)), 14);
    expect(found.next.after).toBeGreaterThanOrEqual(found.next.before);
    expect(found.goesOn.after).toBeGreaterThanOrEqual(found.goesOn.before);
    if (each?.fix.for === 'next') expect(found.goesOn.after).toBe(found.goesOn.before);
    else expect(found.next.after).toBe(found.next.before);
  });

  test('of this interview raise its chance exactly, of one cause by what each leaves of the others', () => {
    const now = all.filter(({ fix }) => fix.for === 'now');
    const found = whatIf(late, { fixes: now.map(({ fix }) => fix.id) }, { pack });
    const left = found.fixes.reduce((map, { cause, fix }) => map.set(cause, (map.get(cause) ?? 1) * (1 - (all.find(each => each.fix.id === fix)?.fix.removes.value ?? 0))), new Map<string, number>());
    const stops = found.fixes.reduce((map, { cause, stops: { before } }) => map.set(cause, before), new Map<string, number>());
    const lift = [...stops].reduce((product, [cause, q]) => product * ((1 - q * (left.get(cause) ?? 1)) / (1 - q)), 1);
    expect(now.length).toBeGreaterThan(0);
    expect(found.goesOn.after).toBeCloseTo(found.goesOn.before * lift, 14);
  });

  test('the chance before is that of nothing stopping it', () => {
    const one = diagnose({ outcome: 'rejected' }, { pack });
    expect(whatIf({ outcome: 'rejected' }, {}, { pack }).goesOn.before).toBeCloseTo(goesOn(pack, pack.causes.filter(({ strength }) => strength).map(cause => cause.baseRate.value * (cause.strength?.value ?? 0))), 14);
    expect(one.whatIf).toBeNull();
  });

  test('named twice it counts once', () => {
    const id = all[0]?.fix.id ?? '';
    expect(whatIf(late, { fixes: [id, id] }, { pack })).toEqual(whatIf(late, { fixes: [id] }, { pack }));
  });
});

describe('of several interviews it is the latest that is otherwise', () => {
  test('in the light of the others', () => {
    const interviews = [late, late, { ...late, arrival: 'on-time' }] as const;
    const found = diagnoseHistory(interviews, { pack, whatIf: { answers: { arrival: 'late' } } });
    expect(found.whatIf?.parts.after).toEqual(diagnoseHistory([late, late, late], { pack }).parts);
    const refused = safeWhatIf(found, {}, { pack });
    expect(refused.ok ? [] : refused.problems.map(({ code }) => code)).toEqual(['wrong-kind']);
  });
});

describe('what cannot be changed is told', () => {
  test.each([
    [{ answers: { arival: 'late' } }, ['unknown-question', ['whatIf', 'answers', 'arival']]],
    [{ answers: { arrival: 'lat' } }, ['unknown-option', ['whatIf', 'answers', 'arrival']]],
    [{ answers: { __proto__: null, arrival: 5 } }, ['wrong-kind', ['whatIf', 'answers', 'arrival']]],
    [{ answers: 5 }, ['not-an-object', ['whatIf']]],
    [{ fixes: ['nothing'] }, ['unknown-fix', ['whatIf', 'fixes', 0]]],
    [{ fixes: ['constructor'] }, ['unknown-fix', ['whatIf', 'fixes', 0]]],
    [{ fixes: [7] }, ['unknown-fix', ['whatIf', 'fixes', 0]]],
    [{ fixes: 'own-it' }, ['wrong-kind', ['whatIf', 'fixes']]],
    [{ fix: [] }, ['unknown-key', ['whatIf', 'fix']]],
    [null, ['not-an-object', ['whatIf']]],
    [[], ['not-an-object', ['whatIf']]],
  ])('%j', (changes, problem) => {
    const result = safeWhatIf(late, changes, { pack });
    expect(result.ok ? [] : result.problems.map(({ code, path }) => [code, path])).toEqual([problem]);
  });

  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  test.each<[string, unknown, string]>([
    ['a revoked proxy', revoked.proxy, 'answers could not be read'],
    ['a getter that throws', Object.defineProperty({}, 'pack', { enumerable: true, get: () => { throw new Error('this is what a getter threw'); } }), 'answers could not be read'],
    ['what is neither answers nor a diagnosis', { pack: {}, answers: {} }, 'no question is called “answers”'],
    ['an object of another kind', new Map(), 'answers must be a plain object'],
  ])('with %s in place of answers', (_what, source, message) => {
    const result = safeWhatIf(source, {}, { pack });
    expect(result.ok ? '' : result.problems[0]?.message).toBe(message);
  });

  test('without any changes', () => {
    const result = safeWhatIf(late, undefined, { pack });
    expect(result.ok ? [] : result.problems.map(({ code, path }) => [code, path])).toEqual([['not-an-object', ['whatIf']]]);
  });

  test('with problems of the answers themselves first', () => {
    const result = safeWhatIf({ arrival: 'lat' }, { fixes: ['x'] }, { pack });
    expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual([['arrival']]);
    expect(() => whatIf(late, { fixes: ['x'] }, { pack })).toThrow(AnswersError);
    const history = safeDiagnoseHistory([late, { arrival: 'lat' }], { pack, whatIf: {} });
    expect(history.ok ? [] : history.problems.map(({ path }) => path)).toEqual([[1, 'arrival']]);
  });

  test('with a diagnosis of another pack', () => {
    const result = safeWhatIf(diagnose({ outcome: 'rejected' }), {}, { pack });
    expect(result.ok ? [] : result.problems[0]?.message).toContain('another pack');
  });
});
