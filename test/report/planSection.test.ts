import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/api/diagnose.ts';
import type { Diagnosis, Explanation, FixAdvice, Plan } from '../../src/diagnosis/diagnosis.ts';
import { nowSection, planSection, planText, scheduleSection } from '../../src/report/coach/planSection.ts';
import { messageSection } from '../../src/report/coach/messageSection.ts';
import type { Message } from '../../src/plan/message.ts';
import { toMarkdown } from '../../src/report/toMarkdown.ts';
import { toText } from '../../src/report/toText.ts';
import { tinyPack } from '../tinyPack.ts';

const late = diagnose({ outcome: 'rejected', attended: 'there', arrival: 'late' }, { pack: tinyPack });
const own = late.plan.main as FixAdvice;
const main: FixAdvice = { ...own, if: 'they give me a time' };
const another: FixAdvice = { ...main, id: 'another', if: null, do: 'Sleep well.' };

function withPlan(plan: Partial<Plan>): Diagnosis {
  return { ...late, plan: { ...late.plan, main, ...plan } };
}

const SHOWS = "You'll see it in your next answer to “When did you come?”";

describe('one plan for the next interview', () => {
  const lastOf = (diagnosis: Diagnosis): unknown => planSection(diagnosis).blocks.at(-1);
  const chance = (asItStands: number, withIt: number): Plan['chance'] => ({ asItStands, withPlan: withIt });

  test('is a forecast from one figure to another, never a promise', () => {
    expect(lastOf(withPlan({ chance: chance(0.242, 0.291) }))).toEqual({ kind: 'text', text: 'With it, your chance of getting through next time rises from about 24 in 100 to about 29 in 100, if these figures hold for you.' });
    expect(lastOf(withPlan({ also: [another], chance: chance(0.242, 0.33) }))).toEqual({ kind: 'text', text: 'With all of it, your chance of getting through next time rises from about 24 in 100 to about 33 in 100, if these figures hold for you.' });
  });

  test('says plainly where it changes little', () => {
    expect(lastOf(withPlan({ chance: chance(0.2401, 0.2449) }))).toEqual({ kind: 'text', text: 'How far it raises your chances is too little to put a figure on.' });
  });

  test('comes before what else there is, and each may have words to say', () => {
    expect(planSection(withPlan({ also: [another, { ...another, say: 'Good morning.' }] })).blocks.slice(0, -1)).toEqual([
      { kind: 'plan', text: 'If they give me a time, then I am at the door early.', say: null },
      { kind: 'text', text: `To practise: Picture that moment once, step by step, and see yourself do it. ${SHOWS}` },
      { kind: 'text', text: 'Once that comes naturally:' },
      { kind: 'plan', text: 'Sleep well.', say: null },
      { kind: 'text', text: SHOWS },
      { kind: 'plan', text: 'Sleep well.', say: 'Good morning.' },
      { kind: 'text', text: `To practise: Say these words aloud twice, slowly. ${SHOWS}` },
    ]);
    expect(planSection(late).blocks.filter(({ kind }) => kind === 'text')).toHaveLength(2);
  });

  test('is rehearsed as its author says, and shows nowhere where no answer can show it', () => {
    expect(planSection(withPlan({ main: { ...main, rehearse: 'Look up the way.', shows: null } })).blocks[1]).toEqual({ kind: 'text', text: 'To practise: Look up the way.' });
  });

  test('is pictured only where someone else gives the cue, as days and errands are no moments', () => {
    const below = (change: Partial<FixAdvice>): unknown => planSection(withPlan({ main: { ...main, ...change } })).blocks[1];
    expect(below({ if: 'they ask about pay', shows: null })).toEqual({ kind: 'text', text: 'To practise: Picture that moment once, step by step, and see yourself do it.' });
    expect(below({ if: 'I choose where to apply this week' })).toEqual({ kind: 'text', text: SHOWS });
    expect(below({ if: 'I choose where to apply this week', shows: null })).toMatchObject({ text: expect.stringMatching(/^With it, your chance/) as string });
  });

  test('names its cause where nothing above has told of it in full, and does not call it merely possible', () => {
    const rival = late.explanations.find(({ cause }) => cause === 'skills-gap') as Explanation;
    const planned = withPlan({ main: { ...main, cause: rival.cause } });
    expect(rival.supported).toBe(false);
    expect(planSection(planned).blocks[0]).toEqual({ kind: 'text', text: 'For “you lacked a skill”, which your interviews together make more likely:' });
    expect(toMarkdown(late, { for: 'coach' })).toMatch(/Always possible, .*you lacked a skill/);
    expect(toMarkdown(planned, { for: 'coach' })).not.toMatch(/Always possible, .*you lacked a skill/);
    const [first] = planSection({ ...planned, explanations: late.explanations.map(each => (each === rival ? { ...rival, supported: true, share: 0.001 } : each)) }).blocks;
    expect(first).toEqual({ kind: 'text', text: 'For “you lacked a skill”, which your answers also point to:' });
    expect(planSection(withPlan({})).blocks[0]).toMatchObject({ kind: 'plan' });
  });

  test('a cue turns it into an if-then, in the middle of which no capital stands but of “I”', () => {
    expect([planText(main), planText(another), planText({ ...main, do: 'Read their site.' })]).toEqual(['If they give me a time, then I am at the door early.', 'Sleep well.', 'If they give me a time, then read their site.']);
  });

  test('stands in text and in Markdown', () => {
    const both = withPlan({ also: [{ ...another, say: 'Good morning.' }], chance: chance(0.242, 0.33) });
    expect(toText(both, { for: 'coach' })).toContain(`
One plan for the next interview
  > If they give me a time, then I am at the door early.
To practise: Picture that moment once, step by step, and see yourself do it.
You'll see it in your next answer to “When did you come?”
Once that comes naturally:
  > Sleep well.
    “Good morning.”
To practise: Say these words aloud twice, slowly. You'll see it in your next
answer to “When did you come?”
With all of it, your chance of getting through next time rises from about 24 in
100 to about 33 in 100, if these figures hold for you.
`);
    expect(toMarkdown(both, { for: 'coach' })).toContain(`
## One plan for the next interview

- **If they give me a time, then I am at the door early.**

To practise: Picture that moment once, step by step, and see yourself do it. ${SHOWS}

Once that comes naturally:

- **Sleep well.**

  > Good morning.

To practise: Say these words aloud twice, slowly. ${SHOWS}

With all of it, your chance of getting through next time rises from about 24 in 100 to about 33 in 100, if these figures hold for you.
`);
  });
});

describe('what to send, and when', () => {
  const schedule: Diagnosis['schedule'] = [
    { kind: 'thank-you', date: '2026-11-22', inDays: 0 }, { kind: 'check-in', date: '2026-11-23', inDays: 1 },
    { kind: 'last-message', date: '2026-11-30', inDays: 8 }, { kind: 'let-go', date: null, inDays: 15 },
  ];

  test('is a list with days, each also counted from today', () => {
    expect(scheduleSection({ ...late, asOf: '2026-11-22', schedule })).toEqual({
      title: 'What to send, and when',
      blocks: [{ kind: 'list', items: [
        'Sunday, 22 November (today): Send a short thank-you note with something from your conversation.',
        'Monday, 23 November (tomorrow): Check in once, in a few friendly lines.',
        'Monday, 30 November (in 8 days): Without an answer, write one last short message, a week or more after the one before.',
        'In 15 days: Without an answer, let it go, and put the energy into the next one.',
      ] }],
    });
    expect(scheduleSection({ ...late, schedule: schedule.slice(2) }).blocks).toEqual([{ kind: 'list', items: [expect.stringMatching(/^Monday, 30 November/), expect.stringMatching(/^In 15 days: /)] }]);
  });

  test('is nothing more, once there is only letting go left; the day is named if it lies ahead', () => {
    const left = (date: string | null, inDays: number): unknown => scheduleSection({ ...late, asOf: '2026-11-22', schedule: [{ kind: 'let-go', date, inDays }] });
    expect(left('2026-11-22', 0)).toEqual({ title: 'Nothing more to send', blocks: [{ kind: 'text', text: 'You have done your part. Put the energy into the next one.' }] });
    expect(left('2026-12-04', 12)).toMatchObject({ blocks: [{ text: 'You have done your part. The day to let go is Friday, 4 December (in 12 days); until then, put the energy into the next one.' }] });
    expect(left(null, 1)).toMatchObject({ blocks: [{ text: 'You have done your part. The day to let go is tomorrow; until then, put the energy into the next one.' }] });
  });

  test('is left out once something was heard', () => {
    expect(scheduleSection(late).blocks).toEqual([]);
    expect(toText(late, { for: 'coach' })).not.toContain('What to send');
  });
});

describe('the message', () => {
  const message = late.plan.message as Message;
  const open: Message = { ...message, parts: [{ place: 'words', fix: null, text: ['Thank you for ', { blank: 'what-they-did' }, '.'] }], blanks: [{ id: 'what-they-did', says: 'what they did' }] };

  test('is left out where nothing is to be sent', () => {
    expect(messageSection(withPlan({ message: null }))).toEqual({ title: null, blocks: [] });
    expect(toMarkdown(withPlan({ message: null }), { for: 'coach' })).not.toContain('The message');
  });

  test('is one, with its day and all that is said in it', () => {
    expect(messageSection({ ...withPlan({ message: { ...message, date: '2026-12-08', inDays: 8 } }), asOf: '2026-11-30' })).toEqual({
      title: 'The message', blocks: [{ kind: 'message', lead: 'On Tuesday, 8 December, send this:', text: 'Sorry that you had to wait.', blanks: [] }],
    });
  });

  test('that has gaps says so, and what to fill in, in text and in Markdown', () => {
    const shown = withPlan({ message: open });
    expect(toText(shown, { for: 'coach' })).toContain(`
The message
  > Today, send this, with the gaps filled:
    “Thank you for [what they did].”
  - To fill in: what they did.
`);
    expect(toMarkdown(shown, { for: 'coach' })).toContain(`
## The message

- **Today, send this, with the gaps filled:**

  > Thank you for \\[what they did\\].

- To fill in: what they did.
`);
  });

  test('stands below what can be done with this employer, and above the plan', () => {
    const text = toText(late, { for: 'coach' });
    const places = ['With this employer', 'The message', 'One plan for the next interview'].map(title => text.indexOf(`\n${title}\n`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });
});

test('what can still be done with this employer comes with its words, and is left out where there is nothing', () => {
  expect(nowSection(late).blocks).toEqual([{ kind: 'plan', text: 'Say that you are sorry.', say: 'Sorry that you had to wait.' }]);
  expect(nowSection(withPlan({ now: [] })).blocks).toEqual([]);
  expect(toText(withPlan({ now: [] }), { for: 'coach' })).not.toContain('With this employer');
});

test('while nothing has been heard, words for this employer are none beside the schedule, but belong into its next message', () => {
  const waiting: Diagnosis = { ...late, schedule: [{ kind: 'check-in', date: null, inDays: 3 }, { kind: 'let-go', date: null, inDays: 15 }] };
  expect(nowSection(waiting).blocks).toEqual([
    { kind: 'text', text: 'These words can go into the next message above:' },
    { kind: 'plan', text: 'Say that you are sorry.', say: 'Sorry that you had to wait.' },
  ]);
  const wordless = { ...waiting, plan: { ...late.plan, now: late.plan.now.map(fix => ({ ...fix, say: null })) } };
  expect(nowSection(wordless).blocks).toEqual([{ kind: 'plan', text: 'Say that you are sorry.', say: null }]);
});
