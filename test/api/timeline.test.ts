import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/api/compare.ts';
import { diagnose } from '../../src/api/diagnose.ts';
import { safeTimeline, timeline } from '../../src/api/timeline.ts';
import { DiagnosisError } from '../../src/base/errors.ts';
import { corePack } from '../../src/core/corePack.ts';
import type { Diagnosis, FixAdvice } from '../../src/diagnosis/diagnosis.ts';
import type { Timeline, TriedFix } from '../../src/diagnosis/timelineShape.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { arbitraryPack, AS_OF, consistentAnswersTo } from '../arbitraryPack.ts';
import { tinyPack } from '../tinyPack.ts';

type Given = Readonly<Record<string, string | number | readonly string[]>>;

function of(answers: Given, pack: Pack = tinyPack): Diagnosis {
  return diagnose({ outcome: 'rejected', ...answers }, { pack });
}

const late = { attended: 'there', arrival: 'late' };
const onTime = { attended: 'there', arrival: 'on-time' };
const january = of({ ...late, 'questions-asked': 0, 'interview-date': '2026-01-12', stage: 'phone-screen' });
const february = of({ ...onTime, 'questions-asked': 0, 'interview-date': '2026-02-09' });
const march = of({ ...onTime, 'questions-asked': 4, 'interview-date': '2026-03-30', outcome: 'advanced' });
const months = timeline([january, february, march]);

/** Each fix with when it was planned, and what became of it since. */
function fates(tried: readonly TriedFix[]): readonly string[] {
  return tried.map(({ fix, planned, later }) => `${fix.id} ${planned.join('+')}: ${later.map(each => `${each.interview} ${each.status}`).join(', ')}`);
}

describe('the order', () => {
  test('is that of the dates, whatever order they are given in', () => {
    for (const given of [[january, march, february], [march, february, january], [february, january, march]]) expect(timeline(given)).toEqual(months);
    expect(months.interviews.map(({ date }) => date)).toEqual(['2026-01-12', '2026-02-09', '2026-03-30']);
  });

  test('one without a date stays behind the one before it, and leads where none is before it', () => {
    const undated = of({ 'questions-asked': 9 });
    const dates = (given: readonly Diagnosis[]): readonly (string | null)[] => timeline(given).interviews.map(({ date }) => date);
    expect(dates([march, undated, january])).toEqual(['2026-01-12', '2026-03-30', null]);
    expect(dates([march, january, undated, undated])).toEqual(['2026-01-12', null, null, '2026-03-30']);
    expect(dates([undated, march, january])).toEqual([null, '2026-01-12', '2026-03-30']);
    expect(dates([undated, undated])).toEqual([null, null]);
  });

  test('those of one day keep theirs', () => {
    const [one, other] = [of({ ...late, 'interview-date': '2026-02-09' }), of({ ...onTime, 'interview-date': '2026-02-09' })];
    expect(timeline([one, other]).interviews.map(({ first }) => first?.cause)).toEqual(['late', undefined]);
    expect(timeline([other, one]).interviews.map(({ first }) => first?.cause)).toEqual([undefined, 'late']);
  });
});

describe('each interview', () => {
  test('is told by its day, its stage, its ending, what it points to first, and how much lay outside', () => {
    expect(months.interviews[0]).toEqual({
      date: '2026-01-12', stage: 'phone-screen', outcome: 'rejected', verdict: january.headline.verdict,
      first: { cause: 'late', title: 'You came late' }, outsideYourControl: january.outsideYourControl,
    });
    expect(months.interviews[2]).toMatchObject({ stage: null, outcome: 'advanced', verdict: 'advanced', first: null });
  });

  test('what a coach struck is neither first nor seen', () => {
    const coached = diagnose({ outcome: 'rejected', ...late, 'questions-asked': 0 }, { pack: tinyPack, coach: { strike: ['late'] } });
    const { interviews, changes } = timeline([coached, coached]);
    expect(interviews.map(({ first }) => first?.cause)).toEqual(['no-questions', 'no-questions']);
    expect(changes.map(({ cause }) => cause)).toEqual(['no-questions']);
  });
});

describe('what was tried', () => {
  test('every fix that was planned, with what became of it at each interview since', () => {
    expect(fates(months.tried)).toEqual(['late-next 0: 1 done, 2 done', 'no-questions-next 0+1: 1 again, 2 done', 'skills-gap-next 0: 1 cannot-tell, 2 cannot-tell']);
    expect(months.tried[0]?.later[0]?.because.map(({ because }) => because)).toEqual(['You were there at the agreed time.']);
  });

  test('what the latest plan brings up first is there, with nothing to tell yet', () => {
    expect(fates(timeline([march, of({ ...late, 'interview-date': '2026-05-05' })]).tried)).toEqual(['late-next 1: ']);
  });

  test('a fix is told as it was planned last, and called what the latest that knows its cause calls it', () => {
    const renamed = { ...tinyPack, causes: tinyPack.causes.map(cause => (cause.id === 'late' ? { ...cause, title: 'You were late', fixes: cause.fixes.map(fix => ({ ...fix, do: 'Leave early.' })) } : cause)) } as Pack;
    const without = { ...tinyPack, causes: tinyPack.causes.filter(({ id }) => id !== 'late') };
    const { tried: [fix] } = timeline([of(late), of(late, renamed), of(onTime, without)]);
    expect([fix?.title, fix?.fix.do, fix?.planned, fix?.later.map(({ status }) => status)]).toEqual(['You were late', 'Leave early.', [0, 1], ['again', 'cannot-tell']]);
  });
});

describe('what changed', () => {
  const courses = (...given: readonly Given[]): readonly string[] =>
    timeline(given.map(each => of(each))).changes.map(({ cause, course, seen }) => `${cause} ${course} ${seen.join('+')}`);

  test('stayed, came, went, or not told since', () => {
    expect(courses(late, late)).toEqual(['late stayed 0+1']);
    expect(courses(late, onTime, late)).toEqual(['late stayed 0+2']);
    expect(courses(onTime, late)).toEqual(['late came 1']);
    expect(courses(late, onTime)).toEqual(['late went 0']);
    expect(courses(late, onTime, {})).toEqual(['late went 0']);
    expect(courses(late, {})).toEqual(['late not-told 0']);
    expect(courses(onTime, late, {})).toEqual(['late not-told 1']);
  });

  test('those seen at most interviews first, then those seen last', () => {
    const none = { 'questions-asked': 0 };
    expect(courses({ ...late, ...none }, { ...late, prepared: [] }, none).map(line => line.split(' ')[0])).toEqual(['no-questions', 'late', 'no-research']);
  });

  test('with its standing at each', () => {
    const { at } = months.changes.find(({ cause }) => cause === 'no-questions') ?? {};
    expect(at?.map(each => each?.says)).toEqual(['for', 'for', 'against']);
    const known = [january, february, march].map(({ explanations }) => explanations.find(({ cause }) => cause === 'no-questions'));
    expect(at?.map(each => [each?.presence, each?.share])).toEqual(known.map(each => [each?.presence, each?.share]));
    const without = { ...tinyPack, causes: tinyPack.causes.filter(({ id }) => id !== 'late') };
    expect(timeline([of(late), of({}, without)]).changes[0]?.at[1]).toBeNull();
  });
});

describe('what is open', () => {
  const open = (...given: readonly Given[]): readonly string[] => timeline(given.map(each => of(each))).open.fixes.map(({ fix }) => fix.id);

  test('what the last answers speak for again, until they show it done or not needed', () => {
    expect(open(late, late)).toEqual(['late-next']);
    expect(open(late, late, {})).toEqual(['late-next']);
    expect(open(late, late, onTime)).toEqual([]);
    expect(open(late, onTime, late)).toEqual(['late-next']);
    expect(open({ attended: 'missed' }, late)).toEqual([]);
  });

  test('what was planned more than once, and never told of', () => {
    const unsaid = of({});
    const planning = { ...unsaid, plan: january.plan };
    expect(timeline([planning, unsaid]).open.fixes).toEqual([]);
    expect(timeline([planning, planning]).open.fixes.map(({ fix }) => fix.id)).toEqual(timeline([planning, planning]).tried.map(({ fix }) => fix.id));
  });

  test('nothing of a cause that a coach has struck since', () => {
    const struck = diagnose({ outcome: 'rejected', ...late }, { pack: tinyPack, coach: { strike: ['late'] } });
    expect(timeline([of(late), struck]).open.fixes).toEqual([]);
    expect(timeline([of(late), struck]).changes.map(({ cause, course }) => `${cause} ${course}`)).toEqual(['late went']);
    expect(timeline([of(late), struck, of(late)]).open.fixes.map(({ fix }) => fix.id)).toEqual(['late-next']);
  });

  test('each step that was agreed with a coach, once', () => {
    const agreeing = (...agreed: readonly string[]): Diagnosis => diagnose({ outcome: 'rejected' }, { pack: tinyPack, coach: { agreed } });
    expect(timeline([agreeing('Rest.', 'Read.'), of({}), agreeing('Read.', 'Read.')]).open.agreed).toEqual([{ step: 'Rest.', interviews: [0] }, { step: 'Read.', interviews: [0, 2] }]);
  });
});

describe('what to keep', () => {
  test('is what was done well at more than half of them, and two at least', () => {
    const kept = (...given: readonly Given[]): readonly string[] => timeline(given.map(each => of(each))).kept.map(({ strength, interviews }) => `${strength.because} ${interviews.join('+')}`);
    expect(kept(onTime, onTime, late)).toEqual(['You were there at the agreed time. 0+1']);
    expect(kept(onTime, late)).toEqual([]);
    expect(kept(onTime, onTime, late, late)).toEqual([]);
    expect(kept({ ...onTime, 'questions-asked': 3 }, { 'questions-asked': 3 }, { ...onTime, 'questions-asked': 4 })).toEqual(['You asked several questions. 0+1+2', 'You were there at the agreed time. 0+2']);
  });
});

describe('the rest', () => {
  test('the latest plan is the next one, and the version is told', () => {
    expect([months.version, months.next]).toEqual([1, march.plan]);
  });

  test('whether one pack weighed them all is told by what is in it', () => {
    expect(months.samePack).toBe(true);
    expect(timeline([january, of(late, { ...tinyPack, hash: 'another' })]).samePack).toBe(false);
  });
});

describe('what is no list of diagnoses is refused by what is wrong with it', () => {
  const few = 'a timeline takes a list of two diagnoses or more';
  const throwing = new Proxy([january, january], { get: () => { throw new Error('no'); } });

  test('what is no list, and a list of too few or too many', () => {
    for (const given of [null, undefined, 'all', {}, [], [january], Array.from({ length: 101 }, () => january), throwing]) {
      expect(safeTimeline(given)).toMatchObject({ ok: false, problems: [{ code: 'wrong-kind', message: few, path: [] }] });
      expect(() => timeline(given as readonly Diagnosis[])).toThrow(DiagnosisError);
    }
  });

  test('each that is none is told at its place, all of them together', () => {
    expect(safeTimeline([null, january, { ...january, version: 3 }, { version: 4 }, new Date()])).toMatchObject({
      ok: false,
      problems: [{ code: 'not-an-object', path: [0] }, { code: 'unsupported-format', path: [2, 'version'] }, { code: 'wrong-kind', path: [3] }, { code: 'not-an-object', path: [4] }],
    });
  });

  test('a broken one never throws, whatever is broken in it', () => {
    for (const key of Object.keys(january)) {
      for (const broken of [undefined, null, 7, 'x', [], {}, [null], { explanations: 1 }, () => 1]) {
        for (const given of [[{ ...january, [key]: broken }, march], [january, { ...march, [key]: broken }]]) {
          const result = safeTimeline(given);
          if (!result.ok) expect(['wrong-shape', 'wrong-kind', 'unsupported-format']).toContain(result.problems[0]?.code);
        }
      }
    }
  });

  test('names that every object has are names like others', () => {
    const odd = (cause: string): Diagnosis => JSON.parse(JSON.stringify(january).replaceAll('"late"', JSON.stringify(cause))) as Diagnosis;
    for (const cause of ['__proto__', 'constructor', 'toString']) expect(timeline([odd(cause), march]).changes.map(each => each.cause)).toContain(cause);
  });
});

/** Every object and list in a value. */
function partsOf(value: unknown, found = new Set<unknown>()): ReadonlySet<unknown> {
  if (typeof value !== 'object' || value === null || found.has(value)) return found;
  found.add(value);
  for (const part of Object.values(value)) partsOf(part, found);
  return found;
}

function plannedBy({ plan: { main, also } }: Diagnosis): readonly FixAdvice[] {
  return [...(main ? [main] : []), ...also];
}

describe.each([['random packs', arbitraryPack(), 60], ['the core pack', fc.constant(corePack as Pack), 12]] as const)('for %s and all answers', (_name, packs, numRuns) => {
  const histories = packs.chain(pack => fc.array(consistentAnswersTo(pack), { minLength: 2, maxLength: 5 })
    .map(all => all.map((answers, month) => {
      const made = diagnose(answers, { pack, asOf: AS_OF });
      return { ...made, answers: { ...made.answers, 'interview-date': `2026-0${month + 1}-15` } };
    })));

  test('every planned fix is there once, with its plans and one standing for each interview since', () => {
    fc.assert(fc.property(histories, diagnoses => {
      const planned = diagnoses.flatMap((diagnosis, interview) => plannedBy(diagnosis).map(({ id }) => `${id} ${interview}`));
      const { tried } = timeline(diagnoses);
      expect(tried.flatMap(({ fix, planned: at }) => at.map(interview => `${fix.id} ${interview}`)).toSorted()).toEqual(planned.toSorted());
      expect(new Set(tried.map(({ fix }) => fix.id)).size).toBe(tried.length);
      for (const { planned: [first = 0], later } of tried) expect(later.map(({ interview }) => interview)).toEqual(diagnoses.flatMap((_, index) => (index > first ? [index] : [])));
    }), { numRuns });
  });

  test('what became of a fix is what any comparison of two interviews says', () => {
    fc.assert(fc.property(histories, diagnoses => {
      for (const { fix, planned, later } of timeline(diagnoses).tried) {
        for (const { interview, status, because } of later) {
          for (const before of planned.filter(each => each < interview)) {
            const compared = compare(diagnoses[before] as Diagnosis, diagnoses[interview] as Diagnosis).fixes.filter(each => each.fix.id === fix.id);
            expect(compared).toMatchObject([{ status, because }]);
          }
        }
      }
    }), { numRuns });
  });

  test('two interviews say what their comparison says', () => {
    fc.assert(fc.property(histories, ([before, after]) => {
      const pair = [before, after] as [Diagnosis, Diagnosis];
      const [{ tried, changes, kept, next, samePack }, compared] = [timeline(pair), compare(...pair)];
      expect(tried.flatMap(({ fix, later: [standing] }) => (standing ? [[fix.id, standing.status]] : []))).toEqual(compared.fixes.map(({ fix, status }) => [fix.id, status]));
      expect(kept.map(({ strength }) => strength)).toEqual(compared.keep);
      expect([next, samePack]).toEqual([compared.next, compared.samePack]);
      for (const { cause, at: [was, is] } of changes) {
        const change = compared.changes.find(each => each.cause === cause);
        expect([was?.says === 'for', was?.share, is?.says === 'for', is?.share]).toEqual([change?.before?.supported ?? false, change?.before?.share, change?.after?.supported ?? false, change?.after?.share]);
      }
    }), { numRuns });
  });

  test('causes are those that some answers speak for, and each course fits what is seen', () => {
    fc.assert(fc.property(histories, diagnoses => {
      const { changes } = timeline(diagnoses);
      expect(changes.map(({ cause }) => cause).toSorted()).toEqual([...new Set(diagnoses.flatMap(({ explanations }) => explanations.filter(each => each.supported).map(each => each.cause)))].toSorted());
      for (const { cause, course, seen, at } of changes) {
        expect(seen).toEqual(diagnoses.flatMap(({ explanations }, index) => (explanations.some(each => each.cause === cause && each.supported) ? [index] : [])));
        const [first, last] = [seen.includes(0), seen.includes(at.length - 1)];
        expect(last).toBe(course === 'stayed' || course === 'came');
        if (last) expect(first).toBe(course === 'stayed');
      }
    }), { numRuns });
  });

  test('any order gives the same bytes; nothing given is changed, and nothing of it is shared', () => {
    fc.assert(fc.property(histories.chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([diagnoses, shuffled]) => {
      const copy = structuredClone(diagnoses);
      const first: Timeline = timeline(diagnoses);
      expect(JSON.stringify(timeline(shuffled))).toBe(JSON.stringify(first));
      expect(diagnoses).toEqual(copy);
      expect(JSON.parse(JSON.stringify(first))).toEqual(first);
      const given = partsOf(diagnoses);
      expect([...partsOf(first)].filter(part => given.has(part))).toEqual([]);
    }), { numRuns: Math.ceil(numRuns / 3) });
  });
});
