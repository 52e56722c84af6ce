import { describe, expect, test } from 'vitest';
import { diagnose, diagnoseHistory } from '../../src/api/diagnose.ts';
import type { Diagnosis, Evidence, Explanation, FixAdvice, Pattern, SilenceReport } from '../../src/diagnosis/diagnosis.ts';
import { candidateSheet } from '../../src/report/candidate/candidateSheet.ts';
import { beliefSection, keepSection } from '../../src/report/candidate/keepSection.ts';
import { likelySection, namedIn, silenceCauseSection } from '../../src/report/candidate/likelySection.ts';
import { notYoursSection } from '../../src/report/candidate/notYoursSection.ts';
import { patternText } from '../../src/report/candidate/patternText.ts';
import { todoSection } from '../../src/report/candidate/todoSection.ts';
import { waitingText } from '../../src/report/candidate/waitingText.ts';
import { tinyPack } from '../tinyPack.ts';

const late = diagnose({ outcome: 'rejected', attended: 'there', arrival: 'late' }, { pack: tinyPack });
const [first] = late.explanations as [Explanation];
const [evidence] = first.for as [Evidence];

describe('what most likely lay behind it', () => {
  const reasonOf = (change: Partial<Explanation>, most = 1): unknown => likelySection(late, [{ ...first, ...change }], most).blocks[0];

  test('is told by its evidence and its part, with a range where the figures are rough', () => {
    expect(reasonOf({ share: 0.39, shareRange: null })).toEqual({ kind: 'reason', title: 'You came late.', text: 'You came after the agreed time. It carried about two fifths of the weight.' });
    expect(reasonOf({ share: 0.2, shareRange: [0.06, 0.34] })).toMatchObject({ text: 'You came after the agreed time. It carried about a fifth of the weight (anywhere from a twentieth to a third).' });
    expect(reasonOf({ share: 0.97, shareRange: [0.96, 0.98] })).toMatchObject({ text: 'You came after the agreed time. It carried nearly all of the weight.' });
    expect(reasonOf({ share: 0.01, shareRange: [0, 0.02] })).toMatchObject({ text: 'You came after the agreed time. It carried hardly any weight.' });
    expect(reasonOf({ share: 0.02, shareRange: [0, 0.11] })).toMatchObject({ text: 'You came after the agreed time. It carried hardly any weight (anywhere from next to nothing to a tenth).' });
  });

  test('is told by how likely it was there, where that is not certain, and by no second figure', () => {
    expect(reasonOf({ presence: 0.6, band: { words: 'likely', from: 0.55, to: 0.8 } })).toEqual({ kind: 'reason', title: 'Likely (55–80%): you came late.', text: 'You came after the agreed time.' });
  });

  test('has more evidence where there is room for it, of the first cause only; what it said is not said again below', () => {
    const several = [evidence, { ...evidence, because: 'They waited.' }, { ...evidence, because: 'They said so.' }];
    expect(reasonOf({ for: several, share: 0.39 }, 2)).toMatchObject({ text: 'You came after the agreed time. They waited. It carried about two fifths of the weight.' });
    const [, second] = likelySection(late, [first, { ...first, for: several, share: 0.39 }], 2).blocks;
    expect(second).toMatchObject({ text: 'They waited. It carried about two fifths of the weight.' });
    const [, same] = likelySection(late, [first, { ...first, for: [evidence], share: 0.39 }], 2).blocks;
    expect(same).toMatchObject({ text: 'You came after the agreed time. It carried about two fifths of the weight.' });
  });

  test('is not said twice where its evidence is its title', () => {
    expect(reasonOf({ for: [{ ...evidence, because: 'You came late.' }], share: 0.39 })).toMatchObject({ title: 'You came late.', text: 'It carried about two fifths of the weight.' });
    expect(reasonOf({ for: [], presence: 0.6 })).toMatchObject({ text: '' });
  });

  test.each([['rejected', 'carried'], ['cancelled', 'carried'], ['advanced', 'would carry'], ['no-reply', 'would carry'], ['waiting', 'would carry']])('after “%s” it %s its part', (outcome, verb) => {
    const diagnosis = diagnose({ outcome, arrival: 'late' } as never);
    expect(likelySection(diagnosis, namedIn(diagnosis), 1).blocks[0]).toMatchObject({ text: expect.stringMatching(new RegExp(` It ${verb} about a [a-z]+ of the weight`)) as string });
  });

  test('is not what a coach has struck, and that is said as theirs', () => {
    const answers = { outcome: 'rejected', arrival: 'late', 'questions-asked': 0 } as const;
    const coached = diagnose(answers, { coach: { strike: ['late'] } });
    expect(namedIn(diagnose(answers)).map(({ cause }) => cause)).toEqual(['late', 'no-questions']);
    expect(namedIn(coached).map(({ cause }) => cause)).toEqual(['no-questions']);
    expect(candidateSheet(coached).find(({ title }) => title === 'From your coach')?.blocks).toEqual([{ kind: 'list', items: ["It wasn't this: you arrived late."] }]);
  });
});

describe('behind the silence', () => {
  const open = diagnose({ outcome: 'no-reply', 'days-since-interview': 12 });
  const cause = { cause: 'still-deciding', title: 'They are still deciding', why: '', probability: 0.6, for: [evidence], against: [] };
  const said = (silence: Partial<SilenceReport>, change: Partial<typeof cause> = {}): readonly unknown[] =>
    silenceCauseSection({ ...open, silence: { ...(open.silence as SilenceReport), tookPlace: true, verdict: 'open', causes: [{ ...cause, ...change }], ...silence } }).blocks;

  test('is its likeliest cause, where an answer speaks for it and it is as likely as not at least', () => {
    expect(said({})).toEqual([{ kind: 'reason', title: 'Likely (55–80%): they are still deciding.', text: 'You came after the agreed time.' }]);
    expect([said({}, { probability: 0.44 }), said({}, { for: [] }), said({ causes: [] })]).toEqual([[], [], []]);
  });

  test('is nothing once it is over, nor where the interview did not take place or something was heard', () => {
    expect([said({ verdict: 'over' }), said({ tookPlace: false }), silenceCauseSection(late).blocks]).toEqual([[], [], []]);
  });
});

describe("what wasn't theirs", () => {
  test('is what may always be, then what answers show, then one bar of three parts that add to 1', () => {
    const rival = late.explanations.find(({ cause }) => cause === 'rival') as Explanation;
    const shown: Explanation = { ...rival, cause: 'insider', supported: true, for: [{ ...evidence, because: 'Someone inside got it.' }] };
    const { title, blocks } = notYoursSection({ ...late, explanations: [...late.explanations, shown] }, [first], 2);
    expect(title).toBe("What wasn't yours");
    expect(blocks.slice(0, -1)).toEqual([{ kind: 'text', text: 'Always possible, and never yours: someone else suited them better.' }, { kind: 'text', text: 'Someone inside got it.' }]);
    const bar = blocks.at(-1);
    expect(bar?.kind === 'split' && bar.parts.map(({ value }) => value)).toEqual([late.parts.you, late.parts.fit, late.parts.them + late.parts.background + late.parts.unseen]);
    expect(bar?.kind === 'split' && bar.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12);
  });

  test('is the bar alone where there is no room for words, or where they stand above', () => {
    const rival = late.explanations.find(({ cause }) => cause === 'rival') as Explanation;
    expect(notYoursSection(late, [first], 0).blocks.map(({ kind }) => kind)).toEqual(['split']);
    expect(notYoursSection(late, [rival], 2).blocks.map(({ kind }) => kind)).toEqual(['split']);
    expect(notYoursSection({ ...late, explanations: [{ ...rival, presence: 0.19 }] }, [], 2).blocks.map(({ kind }) => kind)).toEqual(['split']);
    expect(notYoursSection({ ...late, explanations: [{ ...rival, against: [evidence] }] }, [], 2).blocks.map(({ kind }) => kind)).toEqual(['split']);
  });

  test('would not be, while nothing is decided, and is nothing for whoever went on, or where nobody said how it ended', () => {
    expect(notYoursSection(diagnose({}), [], 2).blocks).toEqual([]);
    expect(notYoursSection(diagnose({ outcome: 'waiting' }), [], 2).title).toBe("What wouldn't be yours");
    expect(notYoursSection(diagnose({ outcome: 'advanced' }), [], 2).blocks).toEqual([]);
  });
});

describe('what to do', () => {
  const main = late.plan.main as FixAdvice;
  const act = (change: Partial<FixAdvice>): FixAdvice => ({ ...main, for: 'now', if: null, say: null, place: null, do: 'Write it down.', ...change });
  const todo = (plan: Partial<Diagnosis['plan']>, change: Partial<Diagnosis> = {}): readonly unknown[] => todoSection({ ...late, ...change, plan: { ...late.plan, ...plan } }).blocks;

  test('is what to do now, then one message with its day, then one plan', () => {
    expect(todo({ now: [act({})] }, { asOf: '2026-11-30' })).toEqual([
      { kind: 'plan', text: 'Write it down.', say: null },
      { kind: 'message', lead: 'Today, send this:', text: 'Sorry that you had to wait.', blanks: [] },
      { kind: 'plan', text: 'Next time: if I have an interview, then I am at the door early.', say: null },
    ]);
  });

  test('tells nothing beside the message that stands in it already', () => {
    const texts = (now: readonly FixAdvice[], message = late.plan.message): unknown => todo({ now, message, main }).flatMap(block => ((block as { kind: string }).kind === 'plan' ? [(block as { text: string }).text] : [])).slice(0, -1);
    expect(texts([act({ say: 'Sorry.' }), act({ place: 'apology' })])).toEqual([]);
    expect(texts([act({ say: 'Sorry.' }), act({ place: 'apology' })], null)).toEqual(['Write it down.']);
  });

  test('makes no plan up: it says whether the answers are too few, or ask for no change', () => {
    const lastAfter = (count: number): unknown => todo({ main: null }, { answers: Object.fromEntries(Array.from({ length: count }, (_, index) => [`question-${index}`, 'yes'])) }).at(-1);
    expect(lastAfter(9)).toMatchObject({ text: expect.stringMatching(/^Your answers are too few to plan/) as string });
    expect(lastAfter(10)).toMatchObject({ text: expect.stringMatching(/^Nothing that you told asks for a change\./) as string });
    const advanced = diagnose({ outcome: 'advanced' });
    expect(todoSection(advanced).blocks.map(({ kind }) => kind)).toEqual(['message']);
  });
});

describe('what to keep, and what is easy to think', () => {
  const strength = (because: string, ...questions: readonly string[]): Evidence => ({ cause: 'any', speaks: 'against', because, answers: questions.map(question => ({ question, answer: 'yes' })) });

  test('are the first strengths, but none whose answer speaks for a cause that the page names', () => {
    const strengths = [strength('You read their site.', 'prepared'), strength('You were calm.', 'nerves'), strength('You told them.', 'arrival', 'warned-ahead'), strength('You asked.', 'questions-asked')];
    const items = (named: readonly Explanation[], most: number): unknown => keepSection({ ...late, strengths }, named, most).blocks;
    expect(evidence.answers.map(({ question }) => question)).toEqual(['arrival']);
    expect(items([first], 3)).toEqual([{ kind: 'list', items: ['You read their site.', 'You were calm.', 'You asked.'] }]);
    expect(items([], 3)).toEqual([{ kind: 'list', items: ['You read their site.', 'You were calm.', 'You told them.'] }]);
    expect(items([first], 1)).toEqual([{ kind: 'list', items: ['You read their site.'] }]);
    expect(items([first], 0)).toEqual([]);
  });

  test('is the first belief that denies nothing that the page names, as long as it is quickly read', () => {
    const sentenceOf = (count: number): string => `${Array.from({ length: count }, (_, index) => (index === 0 ? 'Word' : 'word')).join(' ')}.`;
    const belief = (id: string, denies: string | null, truer: string): Diagnosis['beliefs'][number] => ({ id, belief: `It was ${id}.`, truer, denies });
    const said = (...beliefs: Diagnosis['beliefs']): unknown => beliefSection({ ...late, beliefs }, [first]).blocks;
    expect(said(belief('one', 'late', 'No.'), belief('two', 'rival', 'Not so.'), belief('three', null, 'No.'))).toEqual([{ kind: 'text', text: '“It was two.” Not so.' }]);
    expect(said(belief('one', 'late', 'No.'))).toEqual([]);
    expect(said(belief('one', null, `${sentenceOf(20)} ${sentenceOf(20)} ${sentenceOf(3)}`))).toEqual([{ kind: 'text', text: `“It was one.” ${sentenceOf(20)} ${sentenceOf(20)}` }]);
    expect(said(belief('one', null, `${sentenceOf(60)} ${sentenceOf(3)}`))).toEqual([{ kind: 'text', text: `“It was one.” ${sentenceOf(60)}` }]);
    expect(said(belief('one', null, 'It is 2.5 of 10, they say. So it is.'))).toEqual([{ kind: 'text', text: '“It was one.” It is 2.5 of 10, they say. So it is.' }]);
  });
});

describe('the days ahead', () => {
  const waiting = diagnose({ outcome: 'waiting', 'days-since-interview': 3 });
  const silence: SilenceReport = { ...(waiting.silence as SilenceReport), tookPlace: true, days: 3, clock: 'interview', assumed: false, verdict: 'open' };
  const schedule: Diagnosis['schedule'] = [
    { kind: 'recovery', date: '2026-11-30', inDays: 0 }, { kind: 'check-in', date: '2026-12-03', inDays: 3 }, { kind: 'last-message', date: '2026-12-10', inDays: 10 }, { kind: 'let-go', date: '2027-01-04', inDays: 35 },
  ];
  const told = (change: Partial<Diagnosis>, silent: Partial<SilenceReport> = {}): string => waitingText({ ...waiting, asOf: '2026-11-30', schedule, ...change, silence: { ...silence, ...silent } });

  test('are three at most: the first two, and the day to let go', () => {
    expect(told({})).toBe('Today, send the message below; on Thursday, 3 December, check in once; on Monday, 4 January 2027, let it go. (3 days of silence, counted up to Monday, 30 November.)');
    expect(told({ schedule: schedule.slice(2) })).toBe('On Thursday, 10 December, write one last time; on Monday, 4 January 2027, let it go. (3 days of silence, counted up to Monday, 30 November.)');
    expect(told({ asOf: null, schedule: [{ kind: 'thank-you', date: null, inDays: 1 }, { kind: 'check-in', date: null, inDays: 6 }] })).toBe('Tomorrow, send a thank-you note; in 6 days, check in once. (3 days of silence.)');
  });

  test('say what was counted, and what was assumed', () => {
    const counted = (silent: Partial<SilenceReport>): string => told({ schedule: schedule.slice(3) }, silent).replace(/^.*let it go\. /, '');
    expect(counted({ days: 1 })).toBe('(1 day of silence, counted up to Monday, 30 November.)');
    expect(counted({ days: 14, assumed: true })).toBe('(You did not say how long ago it was; this counts 14 days.)');
    expect(counted({ clock: 'promised-day', days: 0 })).toBe('(The day they named has not passed, counted up to Monday, 30 November.)');
    expect(counted({ clock: 'promised-day', days: 2 })).toBe('(2 days past the day they named, counted up to Monday, 30 November.)');
  });

  test('count no days of silence after an interview that did not take place', () => {
    expect(told({ schedule: schedule.slice(3) }, { tookPlace: false })).toBe('On Monday, 4 January 2027, let it go.');
  });

  test('are none once it is over, or once something was heard', () => {
    expect(told({ schedule: schedule.slice(3) }, { verdict: 'over', days: 60 })).toBe('(60 days of silence, counted up to Monday, 30 November.)');
    expect(waitingText(late)).toBe('');
  });
});

describe('several interviews', () => {
  const pattern: Pattern = {
    interviews: 9, failures: 8, history: [], lasting: 0.6, lastingAtFirst: 0.4, standing: 0.1, recurring: [], causes: [], next: { advance: 0.2, lastingAfterNo: 0.65, lastingAfterYes: 0.45 },
  };
  const said = (change: Partial<Pattern>): string => patternText({ ...late, pattern: { ...pattern, ...change } });

  test('say what most of them have in common, else that something lasting is likelier, else that they are no pattern', () => {
    const recurring = [{ cause: 'late', title: 'You came late', control: 'you', interviews: 6 }] as const;
    expect(said({ recurring })).toBe('In six of nine interviews your answers point to the same: you came late. That is the pattern to work on first.');
    expect(said({})).toMatch(/^Eight noes together make it likelier that something lasting plays a part\./);
    expect(said({ failures: 20 })).toMatch(/^20 noes together /);
    expect(said({ lasting: 0.49, failures: 2 })).toBe("Hearing no twice is no pattern, so don't take it for one.");
    expect(said({ lasting: 0.49 })).toBe("Hearing no eight times is no pattern, so don't take it for one.");
  });

  test('say nothing after a single no, nor where there is one interview', () => {
    expect([said({ failures: 1 }), said({ failures: 0 }), patternText(late)]).toEqual(['', '', '']);
  });

  test('and the counts of a search say where it stops', () => {
    const funnel = { sent: 400, screens: 0 };
    expect(patternText(diagnose({ outcome: 'rejected' }, { funnel }))).toMatch(/^What decides before a first call is the application/);
    expect(patternText(diagnoseHistory([{ outcome: 'rejected' }, { outcome: 'rejected' }], { funnel }))).toMatch(/^Hearing no twice is no pattern, .* What decides before a first call/);
    expect(patternText(diagnose({ outcome: 'rejected' }, { funnel: { sent: 30, screens: 2 } }))).toBe('');
  });
});

describe('where it would be longer than one screen', () => {
  const roomy = diagnose({ outcome: 'rejected', attended: 'there', arrival: 'late', prepared: [], 'questions-asked': 5 }, { pack: tinyPack });
  const kept = Array.from({ length: 3 }, (_, index): Evidence => ({ cause: 'any', speaks: 'against', because: `You did the thing number ${index} well.`, answers: [{ question: `q-${index}`, answer: 'yes' }] }));
  const beliefs = [{ id: 'one', belief: 'It was all my fault.', truer: 'Most of it is never yours.', denies: null }];

  /** How many causes, rivals, strengths and beliefs are told beside a message of so many words. */
  function toldBeside(words: number): readonly number[] {
    const message = { occasion: 'after-a-no', date: null, inDays: 0, blanks: [], parts: [{ place: 'words', fix: null, text: [Array.from({ length: words }, () => 'word').join(' ')] }] } as const;
    const sheet = candidateSheet({ ...roomy, strengths: kept, beliefs, plan: { ...roomy.plan, message } });
    const count = (title: RegExp, kind: string): number => sheet.filter(each => title.test(each.title ?? '')).flatMap(({ blocks }) => blocks.filter(block => block.kind === kind)).reduce((sum, block) => sum + (block.kind === 'list' ? block.items.length : 1), 0);
    return [count(/^Most likely$|^What your answers point to$/, 'reason'), count(/^What wasn't yours$/, 'text'), count(/^Keep$/, 'list'), count(/^Easy to think/, 'text')];
  }

  test('what helps least is left out first: strengths and the belief, then the second cause, then rivals, and never the first cause', () => {
    const steps = Array.from({ length: 200 }, (_, words) => toldBeside(words) as [number, number, number, number]);
    const distinct = steps.filter((step, index) => JSON.stringify(step) !== JSON.stringify(steps[index - 1]));
    expect([distinct[0], distinct.at(-1)]).toEqual([[2, 1, 3, 1], [1, 0, 0, 0]]);
    for (const [causes, rivals, strengths, belief] of distinct) {
      if (causes === 1) expect([strengths <= 1, belief]).toEqual([true, 0]);
      if (rivals === 0) expect([causes, strengths, belief]).toEqual([1, 0, 0]);
      if (belief === 0) expect(strengths).toBeLessThan(3);
    }
    for (const part of [0, 1]) expect(distinct.map(step => step[part])).toEqual(distinct.map(step => step[part] as number).sort((a, b) => b - a));
  });
});
