import { describe, expect, test } from 'vitest';
import { diagnose, diagnoseHistory } from '../../src/api/diagnose.ts';
import type { CoreAnswers } from '../../src/core/corePack.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { fillMessage } from '../../src/plan/fillMessage.ts';
import { toText } from '../../src/report/toText.ts';

const asOf = '2026-11-30';
const of = (answers: CoreAnswers): Diagnosis => diagnose(answers, { asOf });
const page = (diagnosis: Diagnosis): string => toText(diagnosis).replaceAll(/\s+/g, ' ');
const message = ({ plan }: Diagnosis): string => (plan.message ? fillMessage(plan.message).text : '');

describe('what can still be put right comes before anything else', () => {
  const missed = of({ outcome: 'waiting', attended: 'missed', 'missed-why': 'own-slip', 'interview-date': '2026-11-29' });

  test('an interview that was missed yesterday: today, and no word on silence, as there was no interview', () => {
    expect(missed.schedule[0]).toMatchObject({ kind: 'recovery', inDays: 0 });
    expect(missed.plan.message).toMatchObject({ occasion: 'recovery', date: asOf });
    expect(message(missed)).toMatch(/sorry/);
    expect(page(missed)).toMatch(/Get in touch today/);
    expect(page(missed)).not.toMatch(/silence|too early/);
    expect(toText(missed, { for: 'coach' })).not.toContain('What the silence says');
  });

  test('several slips of yesterday are owned in one message, the apology first', () => {
    const several = of({ outcome: 'waiting', 'name-used': 'wrong', 'questions-asked': 0, 'thank-you': 'none', 'interview-date': '2026-11-29' });
    const places = several.plan.message?.parts.map(({ place }) => place) ?? [];
    expect(places[0]).toBe('apology');
    expect(places).toEqual(expect.arrayContaining(['thanks', 'recovery', 'interest']));
    expect(several.schedule.filter(({ inDays }) => inDays === 0)).toHaveLength(1);
  });
});

describe('each step fits its case', () => {
  const terms = ['pay', 'place', 'start', 'hours', 'permit'] as const;
  test('each term has a step of its own', () => {
    const steps = terms.map(term => of({ outcome: 'rejected', terms: [term], 'stated-reason': ['terms'], 'reason-detail': 'specific' }).plan.main);
    expect(steps.every(step => step?.cause === 'terms-mismatch')).toBe(true);
    expect(new Set(steps.map(step => step?.id)).size).toBe(terms.length);
    expect(`${String(steps[4]?.if)} ${String(steps[4]?.do)}`).toMatch(/permit|sponsor/);
  });

  test('so has each kind of test', () => {
    const kinds = ['at-home', 'coding', 'presentation', 'lesson', 'group', 'personality'] as const;
    const steps = kinds.map(kind => of({ outcome: 'rejected', test: 'little-solved', 'test-kind': [kind], 'stated-reason': ['test'], 'reason-detail': 'specific' }).plan.main);
    expect(steps.every(step => step?.cause === 'failed-test')).toBe(true);
    expect(new Set(steps.map(step => step?.id)).size).toBeGreaterThanOrEqual(5);
  });

  test('nobody leaves home for an interview on a screen', () => {
    const { plan } = of({ outcome: 'rejected', format: 'video', conduct: ['company'] });
    expect([plan.main, ...plan.also].map(fix => `${String(fix?.if)} ${String(fix?.do)}`).join(' ')).not.toMatch(/leave home/);
  });

  test('a door that was left open is kept open', () => {
    expect(message(of({ outcome: 'rejected', 'told-next': ['other-openings'] }))).toMatch(/other role/);
  });

  test('an insider gets no farewell', () => {
    expect(message(of({ outcome: 'rejected', 'contact-origin': ['inside'] }))).not.toMatch(/all the best/);
  });

  test('a step that moves next to nothing comes with no figure', () => {
    const note = of({ outcome: 'rejected', 'thank-you': 'none' });
    expect(note.plan.main?.cause).toBe('no-thank-you');
    expect(toText(note, { for: 'coach' })).toContain('too little to put a figure on');
  });
});

describe('what is asked of the employer', () => {
  test('is any feedback, with thanks, and no question about somebody who was chosen', () => {
    const words = message(of({ outcome: 'rejected' }));
    expect(words).toMatch(/^Thank you for letting me know.*feedback/);
    expect(words).not.toMatch(/you chose/);
  });

  test.each<[string, CoreAnswers]>([
    ['after questions that the law forbids', { outcome: 'rejected', 'asked-unlawfully': ['family'] }],
    ['after a private reason', { outcome: 'rejected', 'stated-reason': ['private'], 'reason-detail': 'specific' }],
    ['once it was asked', { outcome: 'rejected', 'after-the-no': ['asked-why'] }],
    ['after sharp words', { outcome: 'rejected', manners: ['swore'] }],
  ])('is nothing %s', (_when, answers) => {
    expect(message(of(answers))).not.toMatch(/feedback|\?/);
  });
});

describe('whoever went on', () => {
  test('is congratulated, thanks them, and has the next round in view', () => {
    const advanced = of({ outcome: 'advanced', 'company-question': 'facts' });
    expect(page(advanced)).toMatch(/^You're through: well done/);
    expect(advanced.plan.message?.occasion).toBe('after-a-yes');
    expect(message(advanced)).toMatch(/the next step/);
  });
});

describe('where nothing is known', () => {
  test('nobody is told to prepare as they did', () => {
    for (const answers of [{}, { outcome: 'rejected' }] as const) for (const reader of ['candidate', 'coach'] as const) expect(toText(of(answers), { for: reader })).not.toMatch(/as you did/);
  });

  test('how it ended is asked first', () => {
    const nothing = of({});
    expect(nothing.nextQuestions[0]?.question).toBe('outcome');
    expect(page(nothing)).toMatch(/^You haven't said yet how it ended/);
    expect(page(nothing)).not.toMatch(/A no hurts/);
  });

  test('that someone else suited better was said, and weighs as a line for anyone does', () => {
    const told = page(of({ outcome: 'rejected', 'stated-reason': ['someone-else'], 'reason-detail': 'stock' }));
    expect(told).toContain('They said that someone else suited the job better. It was put in words that may mean little.');
  });
});

describe('several interviews', () => {
  test('lost finals: every round before was passed, and that is the news', () => {
    const finals = diagnoseHistory([0, 1, 2, 3].map(() => ({ outcome: 'rejected', stage: 'later', 'rounds-passed': 3 }) as const), { asOf });
    expect(finals.headline.text).toMatch(/every round before it/);
  });

  test('the same, three times, is the pattern, and leads page and plan', () => {
    const permits = diagnoseHistory([0, 1, 2].map(() => ({ outcome: 'rejected', terms: ['permit'] }) as const), { asOf });
    expect(page(permits)).toMatch(/In all three interviews your answers point to the same/);
    expect(permits.plan.main?.cause).toBe('terms-mismatch');
  });
});
