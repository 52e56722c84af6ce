import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/api/diagnose.ts';
import { diagnoseHistory } from '../../src/api/diagnose.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { foregroundOf } from '../../src/report/coach/causesSection.ts';
import { toText } from '../../src/report/toText.ts';

/** What people were told that was not so, or that nobody may be told: each kind once. */
type Given = Parameters<typeof diagnose>[0];

function explained(answers: Given, cause: string): Diagnosis['explanations'][number] {
  const found = diagnose(answers).explanations.find(each => each.cause === cause);
  if (!found) throw new Error(cause);
  return found;
}

const firstOf = (answers: Given): string | undefined => diagnose(answers).ranking[0]?.cause;
const unlawful = { outcome: 'rejected', 'asked-unlawfully': ['family'] } as const;

describe('whoever was asked or told what the law forbids', () => {
  test.each([
    ['a reason of another kind, put with something of its own', { ...unlawful, 'stated-reason': ['something-else'], 'reason-detail': 'specific' }],
    ['a private reason', { outcome: 'rejected', 'stated-reason': ['private'], 'reason-detail': 'specific' }],
    ['experience, while someone with less of it got the job', { outcome: 'rejected', 'asked-unlawfully': ['health'], 'stated-reason': ['experience'], 'reason-detail': 'specific', 'hired-person': 'less-experienced' }],
    ['fit', { ...unlawful, 'stated-reason': ['fit'], 'reason-detail': 'specific' }],
    ['nothing', unlawful],
  ] as const)('and then was told %s, reads of it first', (_what, answers) => {
    const { ranking, headline, plan, beliefs, employerQuestion } = diagnose<never>(answers as never);
    expect(ranking[0]?.cause).toBe('unlawful-bias');
    expect(headline.verdict).not.toBe('mostly-you');
    expect(plan.now.map(({ id }) => id)).toEqual(expect.arrayContaining(['note-what-they-asked', 'ask-someone-who-knows-the-law']));
    expect(beliefs.map(({ id }) => id)).not.toContain('a-plain-no-is-rude');
    expect(employerQuestion).toBeNull();
  });

  test('reads of it in the foreground, however many other things were said', () => {
    const diagnosis = diagnose({ ...unlawful, arrival: 'late', 'questions-missed': 4 });
    expect(toText(diagnosis, { for: 'coach' })).toMatch(/^ \* .*they may have held something private against you/m);
    expect(toText(diagnosis)).toMatch(/^You were asked or told something that has no place in an interview\./);
  });

  test('has nothing written to this employer, and their coach reads what to take care of', () => {
    for (const outcome of ['rejected', 'cancelled', 'no-reply', 'waiting'] as const) {
      const { plan, flags } = diagnose({ ...unlawful, outcome, arrival: 'late', 'days-since-interview': 2 });
      expect([outcome, plan.message, flags.map(({ id }) => id)]).toEqual([outcome, null, ['law']]);
    }
  });

  test('is not coached for a private plan, nor for hair, faith, an interpreter or an aid', () => {
    expect(explained({ ...unlawful, 'leaving-signs': ['until-something'] }, 'flight-risk').for).toEqual([]);
  });
});

describe('nobody is accused of what was never said', () => {
  test('a vague reason finds no fact: “manners” is no phone, and no bad word about an employer', () => {
    const answers = { outcome: 'rejected', 'stated-reason': ['manners'], manners: ['swore'] } as const;
    expect(firstOf(answers)).toBe('rude');
    for (const cause of ['phone-use', 'spoke-ill-of-employer']) expect(explained(answers, cause).supported).toBe(false);
  });

  test('“the note” is no late note, no slip and no generic one', () => {
    const answers = { outcome: 'rejected', 'stated-reason': ['note'], 'reason-detail': 'specific' } as const;
    for (const cause of ['late-thank-you', 'careless-note', 'generic-note']) expect(explained(answers, cause).supported).toBe(false);
  });

  test('too sure or too keen is a matter of fit, and no nerves', () => {
    const answers = { outcome: 'rejected', 'stated-reason': ['too-forceful'], 'reason-detail': 'in-private', 'interviewer-signals': ['praised'] } as const;
    expect(firstOf(answers)).toBe('too-forceful');
    expect(explained(answers, 'too-forceful')).toMatchObject({ control: 'fit', generally: { cause: 'culture-fit' } });
    expect(explained(answers, 'low-confidence').supported).toBe(false);
  });

  test('who spoke to a machine asked no questions of anyone', () => {
    const { explanations, notes } = diagnose({ outcome: 'rejected', stage: 'phone-screen', format: 'recorded', 'questions-asked': 0 });
    expect(explanations.find(({ cause }) => cause === 'no-questions')?.supported).toBe(false);
    expect(notes.map(({ question }) => question)).toEqual(['questions-asked']);
  });
});

describe('nobody is told the contrary of what they were told', () => {
  test.each([
    ['the test', { 'stated-reason': ['test'], test: 'most-solved' }, 'failed-test'],
    ['a reference', { 'stated-reason': ['references'], references: 'briefed' }, 'weak-references'],
    ['nerves', { 'stated-reason': ['presence'], nerves: [] }, 'low-confidence'],
    ['too little interest', { 'stated-reason': ['motivation'], 'motive-question': 'this-job' }, 'no-reason-for-role'],
    ['answers', { 'stated-reason': ['answers'], 'questions-missed': 0 }, 'unprepared-answers'],
  ] as const)('%s, put with something of its own, is at least as likely as not, whatever they thought of it themselves', (_what, given, cause) => {
    const answers = { outcome: 'rejected', 'reason-detail': 'specific', ...given } as Given;
    const { presence, share, against } = explained(answers, cause);
    expect(presence).toBeGreaterThanOrEqual(0.5);
    expect(share).toBeGreaterThanOrEqual(0.3);
    expect(against).toEqual([]);
    expect(firstOf(answers)).toBe(cause);
    expect(diagnose(answers).strengths.filter(strength => strength.cause === cause)).toEqual([]);
  });

  test('who was told of the test keeps no test as a strength', () => {
    const { strengths } = diagnose({ outcome: 'rejected', 'stated-reason': ['test'], 'reason-detail': 'specific', test: 'most-solved' });
    expect(strengths.flatMap(({ answers }) => answers.map(({ question }) => question))).not.toContain('test');
  });

  test('a belief never denies what comes first', () => {
    expect(diagnose({ outcome: 'rejected', 'stated-reason': [], nerves: ['voice', 'eyes'] }).beliefs.map(({ id }) => id)).not.toContain('i-blamed-my-nerves');
    expect(diagnose({ outcome: 'rejected', 'stated-reason': [], attended: 'as-agreed', arrival: 'late', 'minutes-late': 5 }).beliefs.map(({ id }) => id)).not.toContain('i-blamed-the-slip');
  });

  test('an offer that was taken back is the employer’s process first', () => {
    expect(firstOf({ outcome: 'rejected', stage: 'later', 'interviewer-signals': ['offered-by-word'], 'employer-conduct': ['took-back'], 'stated-reason': ['motivation'], 'reason-detail': 'specific' })).toBe('poor-employer-process');
  });

  test('a search that was called off is all but settled, a next step is not', () => {
    const search = explained({ outcome: 'cancelled', 'called-off': 'search' }, 'needs-changed');
    const step = explained({ outcome: 'cancelled', 'called-off': 'next-step' }, 'needs-changed');
    expect([search.presence, search.share > 0.5, step.supported]).toEqual([1, true, false]);
    expect(diagnose({ outcome: 'cancelled', 'called-off': 'search' }).headline.verdict).toBe('mostly-them');
  });
});

describe('figures that speak for themselves', () => {
  test('a threat weighs clearly more than being short with someone', () => {
    expect(explained({ outcome: 'rejected', manners: ['threatened'] }, 'rude').share - explained({ outcome: 'rejected', manners: ['curt'] }, 'rude').share).toBeGreaterThan(0.15);
  });

  test('one question asked is hardly any, and none is none', () => {
    const presence = (asked: number): number => explained({ outcome: 'rejected', 'questions-asked': asked }, 'no-questions').presence;
    expect([presence(0), presence(1) > 0.2, presence(1) < 0.5, presence(2)]).toEqual([1, true, true, 0]);
  });

  test('the line that everyone gets is said to have been said, and counts for little', () => {
    const { explanations, headline } = diagnose({ outcome: 'rejected', 'stated-reason': ['someone-else'], 'reason-detail': 'stock' });
    const stronger = explanations.find(({ cause }) => cause === 'stronger-candidate');
    expect(stronger?.for.map(({ because }) => because)).toEqual([expect.stringMatching(/^They said that someone else .+\.$/)]);
    expect(stronger?.share).toBeLessThan(0.2);
    expect(headline.verdict).toBe('mostly-them');
  });

  test('what was probably not there stands in no foreground', () => {
    const diagnosis = diagnose({ outcome: 'rejected', directions: 'refused' });
    const improbable = diagnosis.explanations.find(each => each.supported && each.presence < 0.2);
    expect(improbable?.cause).toBe('rude');
    expect(foregroundOf(diagnosis).map(({ cause }) => cause)).not.toContain('rude');
    expect(toText(diagnosis)).not.toMatch(/(?:Probably|Almost certainly) not/);
    expect(toText(diagnosis).replaceAll(/\s+/g, ' ').toLowerCase()).not.toContain(improbable?.title.toLowerCase());
    expect(toText(diagnosis, { for: 'coach' })).toMatch(/^ \* Probably not: /m); // told in full, as what it is
  });
});

describe('a month without a word', () => {
  const past = { outcome: 'no-reply', 'days-since-interview': 26, 'timeline-given': 'by-date', 'days-past-promise': 12 } as const;

  test('is open at a large employer with others still to see, and they are still deciding', () => {
    const { silence, ranking, headline } = diagnose({ ...past, 'employer-kind': 'large', 'told-next': ['more-to-see'] });
    expect([silence?.verdict, ranking[0]?.cause, headline.verdict]).toEqual(['open', 'still-deciding', 'mostly-them']);
    expect(headline.text).toMatch(/^It's still open/);
  });

  test('tells no more when the missed day is ticked, too: it counts once', () => {
    const never = (answers: Given): number => diagnose(answers).silence?.never ?? 0;
    expect(never({ ...past, 'employer-conduct': ['missed-own-date'] }) - never(past)).toBeLessThan(0.01);
  });
});

describe('several interviews', () => {
  const three = (answers: object): Diagnosis => diagnoseHistory([answers, answers, answers] as never);

  test.each([
    ['terms', { outcome: 'rejected', terms: ['permit'] }, 'terms-mismatch', /That is the pattern to work on first\./],
    ['unlawful questions', unlawful, 'unlawful-bias', /That is the pattern, and it does not lie with you\./],
    ['failed group exercises', { outcome: 'rejected', test: 'little-solved', 'test-kind': ['group'] }, 'failed-test', /That is the pattern to work on first\./],
  ])('the same %s in each is the pattern, named first', (_what, answers, cause, said) => {
    const diagnosis = three(answers);
    expect(diagnosis.pattern?.recurring[0]).toMatchObject({ cause, interviews: 3 });
    const [page, sheet] = (['candidate', 'coach'] as const).map(reader => toText(diagnosis, { for: reader }).replace(/\s+/g, ' ')) as [string, string];
    for (const text of [page, sheet]) {
      expect(text).toMatch(said);
      expect(text).not.toContain('is no pattern');
    }
    expect(page.startsWith(`${diagnosis.headline.text} In all three interviews your answers point to the same: `)).toBe(true);
    expect(sheet.indexOf('What your 3 interviews say together')).toBeGreaterThan(0);
    expect(sheet.indexOf('What your 3 interviews say together')).toBeLessThan(sheet.indexOf('How much of it'));
  });

  test('the first line does not say that nothing stands out where a pattern does', () => {
    const told = [1, 1, 1, 0, 0, 0, 0, 0].map(stories => ({ outcome: 'rejected', 'stories-told': stories }));
    const diagnosis = diagnoseHistory(told as never);
    expect(diagnosis.headline.verdict).toBe('cannot-tell');
    expect(diagnosis.pattern?.recurring[0]).toMatchObject({ cause: 'no-stories', interviews: 5 });
    expect(diagnosis.headline.text).toContain('what your interviews have in common tells more');
    expect(diagnosis.headline.text).not.toMatch(/weighs no more|What remains/);
  });

  test('no step is planned for what no answer speaks for', () => {
    expect(three({ outcome: 'rejected', stage: 'later' }).plan.main).toBeNull();
  });

  test('a trifle that was there each time is no pattern', () => {
    expect(three({ outcome: 'rejected', 'thank-you': 'none' }).pattern?.recurring).toEqual([]);
  });

  test('who goes out at the end reads what passing the earlier steps means', () => {
    expect(diagnose({ outcome: 'rejected', stage: 'later', 'rounds-passed': 3 }).beliefs.map(({ id }) => id)).toContain('out-at-the-end');
  });
});
