import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose, diagnoseHistory } from '../../src/api/diagnose.ts';
import { openAnswersFile } from '../../src/api/openAnswersFile.ts';
import { timeline } from '../../src/api/timeline.ts';
import { DiagnosisError } from '../../src/base/errors.ts';
import { corePack } from '../../src/core/corePack.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import type { CauseCourse, CauseStanding, DatedInterview, Timeline, TriedFix } from '../../src/diagnosis/timelineShape.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { timelineOutline } from '../../src/report/timelineText.ts';
import {
  safeTimelineToHtml, safeTimelineToMarkdown, safeTimelineToText, timelineToHtml, timelineToMarkdown, timelineToText,
} from '../../src/report/toTimelineReport.ts';
import { AS_OF, consistentAnswersTo } from '../arbitraryPack.ts';
import { tinyPack } from '../tinyPack.ts';
import { packSaying } from './packSaying.ts';

type Given = Readonly<Record<string, string | number | readonly string[]>>;

function of(answers: Given, pack: Pack = tinyPack): Diagnosis {
  return diagnose(answers, { pack });
}

const late = { outcome: 'rejected', attended: 'there', arrival: 'late', prepared: ['read-site'], 'questions-asked': 0 };
const better = { ...late, arrival: 'on-time' };
const months = timeline([
  of({ ...late, 'interview-date': '2026-01-12' }),
  of({ ...better, 'interview-date': '2026-02-09', outcome: 'no-reply' }),
  diagnose({ ...better, 'interview-date': '2026-03-30', outcome: 'advanced' }, { pack: tinyPack, coach: { agreed: ['One mock interview in May'] } }),
]);

/** All lines of a section. */
function linesOf(title: string | null, of: Timeline): readonly string[] {
  return timelineOutline(of).filter(each => each.title === title).flatMap(({ blocks }) => blocks.flatMap(block => {
    if (block.kind === 'list') return block.items;
    if (block.kind === 'timeline') return block.points.map(({ when, label, ended }) => `${when}: ${label} [${ended}]`);
    return block.kind === 'text' || block.kind === 'plan' ? [block.text] : [];
  }));
}

describe('a timeline in words', () => {
  test('as text', () => {
    expect(timelineToText(months)).toBe(`Three interviews from 12 January to 30 March 2026: one ended with a no, one
brought no answer and one took you to the next step. No single ending proves
much, since luck and rivals play a part in every one. What you did differently
tells you more.
  ○ 12 January 2026: A no. What stood out: you came late.
  ◌ 9 February 2026: No answer. What stood out: you asked nothing.
  ● 30 March 2026: On to the next step.

What you set out to do
Going by your answers:
  - If I have an interview, then I am at the door early. Planned after 12
    January, to deal with “you came late”. Done every time since.
  - If I have an interview, then write down three questions. Planned after 12
    January, to deal with “you asked nothing”. Still needed every time since.

What changed
Going by your answers:
  - You asked nothing: came up every time.
  - You came late: came up on 12 January, and not since.

Still open
  - You asked nothing: you set out to change this three times, and it came up
    again on 30 March.
Agreed with your coach, and for the two of you to tick off:
  - One mock interview in May. (Agreed after 30 March.)

What to keep
In most of your interviews:
  - You read their site.
  - You were there at the agreed time.

What to try next
  > If I have an interview, then write down three questions.
`);
  });

  test('as Markdown', () => {
    const text = timelineToMarkdown(months);
    expect(text.startsWith('# Your interviews over time\n\nThree interviews from 12 January to 30 March 2026: ')).toBe(true);
    expect(text).toContain('\n\n- 12 January 2026: A no. What stood out: you came late.\n- 9 February 2026: No answer.');
    expect(text).toContain('\n\n## What you set out to do\n\nGoing by your answers:\n\n- If I have an interview, then I am at the door early. ');
    expect(text.endsWith('## What to try next\n\n- **If I have an interview, then write down three questions.**\n')).toBe(true);
  });

  test('as HTML, where the table behind the picture says the same', () => {
    const page = timelineToHtml(months);
    expect(page).toContain('<html lang="en-GB">');
    expect(page).toContain('<h1>Your interviews over time</h1>');
    expect(page.match(/<circle class="afterview-\w+"/g)).toEqual(['no', 'open', 'yes'].map(ended => `<circle class="afterview-${ended}"`));
    expect(page).toMatch(/<svg class="afterview-timeline"[^>]*aria-hidden="true"/);
    const rows = [...page.matchAll(/<tr><th scope="row">(.*?)<\/th><td>(.*?)<\/td><\/tr>/g)].map(([, when, label]) => `${when ?? ''}: ${label ?? ''}`);
    expect(rows).toEqual(['12 January 2026: A no. What stood out: you came late.', '9 February 2026: No answer. What stood out: you asked nothing.', '30 March 2026: On to the next step.']);
  });

  test('as a fragment, with a title and in a language of its own', () => {
    expect(timelineToHtml(months, { fragment: true, title: 'A <client>' })).toMatch(/^<article class="afterview-sheet">\n<h1>A &lt;client&gt;<\/h1>/);
    expect(timelineToHtml(months, { english: 'us' })).toContain('<html lang="en-US">');
    expect(timelineToHtml(months, { language: 'en-IE' })).toContain('<html lang="en-IE">');
  });

  test('in American words where they are asked for', () => {
    const american = timeline([of(late, packSaying('Practised')), of(late)]);
    for (const write of [timelineToText, timelineToMarkdown, timelineToHtml]) {
      expect(write(american)).toMatch(/practised/i);
      expect(write(american, { english: 'us' })).not.toMatch(/practised/i);
    }
  });
});

describe('the opening', () => {
  const opening = (...given: readonly Given[]): readonly string[] => linesOf(null, timeline(given.map(each => of(each))));
  const on = (date: string, outcome = 'rejected'): Given => ({ outcome, 'interview-date': date });

  test.each<[readonly Given[], string]>([
    [[on('2026-01-12'), on('2026-03-30')], 'Two interviews from 12 January to 30 March 2026: both ended with a no.'],
    [[on('2025-11-12'), on('2026-03-30', 'advanced')], 'Two interviews from 12 November 2025 to 30 March 2026: one ended with a no and one took you to the next step.'],
    [[on('2026-03-30'), on('2026-03-30'), on('2026-03-30')], 'Three interviews: all three ended with a no.'],
    [[on('2026-01-12', 'cancelled'), { outcome: 'cancelled' }], 'Two interviews: both were called off.'],
    [[{}, { outcome: 'waiting' }, { outcome: 'no-reply' }], 'Three interviews: one has no ending on record, one was still undecided and one brought no answer.'],
  ])('%#: %j', (given, words) => {
    expect(opening(...given)[0]).toBe(`${words} No single ending proves much, since luck and rivals play a part in every one. What you did differently tells you more.`);
  });

  test('each stands on the line by its day, its kind, its ending, and what stood out', () => {
    expect(opening({ ...late, ...on('2026-01-12'), stage: 'phone-screen' }, { ...late, outcome: 'advanced', stage: 'first-interview' }, {}, { outcome: 'cancelled' }).slice(1)).toEqual([
      '12 January 2026: Short first call, a no. What stood out: you came late. [no]',
      'Second, no date: First interview, on to the next step. [yes]',
      'Third, no date: Ending not told. [open]',
      'Fourth, no date: Called off. [no]',
      'Three of them have no date, so they stay next to the ones you gave before them.',
    ]);
  });

  test('what has no date is told', () => {
    expect(opening(on('2026-01-12'), {}).at(-1)).toBe('One of them has no date, so it stays next to the one you gave before it.');
    expect(opening({}, {}).at(-1)).toBe('None of them has a date, so they stand in the order you gave them in.');
  });

  test('different rules are told', () => {
    const flagged = "They weren't all weighed by the same rules, so not every difference is your doing.";
    expect(linesOf(null, months)).not.toContain(flagged);
    expect(linesOf(null, { ...months, samePack: false })).toContain(flagged);
  });
});

/** A timeline of so many months, with other parts in it. */
function monthly(count: number, parts: Partial<Timeline> = {}): Timeline {
  const interviews = Array.from({ length: count }, (_, month): DatedInterview => ({ ...(months.interviews[0] as DatedInterview), date: `2026-0${month + 1}-05` }));
  return { ...months, interviews, tried: [], changes: [], open: { fixes: [], agreed: [] }, kept: [], ...parts };
}

describe('what came of each plan', () => {
  const told = (...statuses: readonly TriedFix['later'][number]['status'][]): string => {
    const fix: TriedFix = { ...(months.tried[0] as TriedFix), planned: [0], later: statuses.map((status, index) => ({ interview: index + 1, status, because: [] })) };
    return linesOf('What you set out to do', monthly(8, { tried: [fix] }))[1]?.replace(/^.*“you came late”\. /, '') ?? 'nothing';
  };

  test('is said in the order of time, what is the same at once', () => {
    expect(told()).toBe('nothing');
    expect(told('done')).toBe('Done on 5 February.');
    expect(told('done', 'done', 'done')).toBe('Done every time since.');
    expect(told('again', 'done', 'again', 'done')).toBe('Still needed on 5 February and 5 April. Done on 5 March and 5 May.');
    expect(told('gone', 'gone')).toBe('Not needed since.');
    expect(told('cannot-tell', 'cannot-tell')).toBe('Not mentioned since.');
    expect(told('cannot-tell', 'gone')).toBe('Not mentioned on 5 February. Not needed on 5 March.');
    expect(told('again', 'again')).toBe('Still needed every time since.');
    expect(told('again', 'again', 'again', 'again', 'done')).toBe('Still needed four times, last on 5 May. Done on 5 June.');
  });

  test('interviews without a day of their own are counted', () => {
    const fix: TriedFix = { ...(months.tried[0] as TriedFix), planned: [0], later: [{ interview: 1, status: 'done', because: [] }, { interview: 2, status: 'again', because: [] }, { interview: 3, status: 'done', because: [] }] };
    const all = monthly(4, { tried: [fix] });
    const interviews = all.interviews.map((each, index) => ({ ...each, date: [null, '2026-02-05', '2026-03-05', '2026-03-05'][index] ?? null }));
    expect(linesOf('What you set out to do', { ...all, interviews })[1]).toMatch(/ Planned after the first of them, to deal with .+ Done on 5 February and at the fourth of them\. Still needed at the third of them\.$/);
  });

  test('years are named where there are several', () => {
    const [first, ...rest] = months.interviews as [DatedInterview, ...DatedInterview[]];
    expect(linesOf('What changed', { ...months, interviews: [{ ...first, date: '2025-11-12' }, ...rest] })[2]).toBe('You came late: came up on 12 November 2025, and not since.');
  });
});

describe('what changed', () => {
  const [one] = months.changes as [CauseCourse, ...CauseCourse[]];
  const changed = (count: number, course: CauseCourse['course'], seen: readonly number[], control: CauseCourse['control'] = 'you', share = 0.1): string => {
    const at = Array.from({ length: count }, (_, index): CauseStanding => ({ says: seen.includes(index) ? 'for' : 'nothing', presence: 0.5, share }));
    return linesOf('What changed', monthly(count, { changes: [{ ...one, control, course, seen, at }] })).slice(1).join('|');
  };

  test('is said with the days', () => {
    expect(changed(2, 'stayed', [0, 1])).toBe('You asked nothing: came up both times.');
    expect(changed(3, 'stayed', [0, 1, 2])).toBe('You asked nothing: came up every time.');
    expect(changed(4, 'stayed', [0, 2, 3])).toBe('You asked nothing: came up at three of the four, the latest included.');
    expect(changed(3, 'came', [2])).toBe('You asked nothing: came up for the first time on 5 March.');
    expect(changed(4, 'came', [1, 2, 3])).toBe('You asked nothing: has come up every time since 5 February.');
    expect(changed(5, 'came', [1, 4])).toBe('You asked nothing: first came up on 5 February, and again on 5 May.');
    expect(changed(4, 'went', [0, 1])).toBe('You asked nothing: came up on 5 January and 5 February, and not since.');
    expect(changed(3, 'not-told', [1])).toBe("You asked nothing: came up on 5 February, and hasn't been mentioned since.");
  });

  test('nothing of what lies with others, and nothing that hardly counted', () => {
    expect(changed(2, 'stayed', [0, 1], 'them')).toBe('');
    expect(changed(2, 'stayed', [0, 1], 'fit')).not.toBe('');
    expect(changed(2, 'stayed', [0, 1], 'you', 0.009)).toBe('');
  });

  test('eight lines at most', () => {
    expect(linesOf('What changed', { ...months, changes: Array.from({ length: 12 }, () => one) })).toHaveLength(9);
  });
});

describe('what is open', () => {
  test('of one cause is told once, and what no answer tells of is told as that', () => {
    const [fix] = months.open.fixes as [TriedFix];
    const silent: TriedFix = { ...fix, planned: [0, 1], later: [{ interview: 1, status: 'cannot-tell', because: [] }] };
    expect(linesOf('Still open', monthly(3, { open: { fixes: [silent, fix], agreed: [] } }))).toEqual(["You asked nothing: you set out to change this twice, and your answers don't say what came of it."]);
    expect(linesOf('Still open', monthly(3, { open: { fixes: [{ ...fix, planned: [0] }], agreed: [{ step: 'Rest.', interviews: [0, 1] }] } }))).toEqual([
      'You asked nothing: you set out to change this once, and it came up again on 5 March.',
      'Agreed with your coach, and for the two of you to tick off:', 'Rest. (Agreed after 5 January and 5 February.)',
    ]);
  });
});

describe('what comes next', () => {
  test('the preparation is to be repeated only where it is known to have been good', () => {
    const unplanned = { outcome: 'rejected', attended: 'there', arrival: 'on-time' };
    expect(linesOf('What to try next', timeline([of(unplanned), of(unplanned)]))).toEqual(['Nothing in your latest answers calls for a change.']);
    const prepared = of({ ...unplanned, prepared: ['read-site'] });
    expect(linesOf('What to try next', timeline([prepared, prepared]))).toEqual(['Nothing in your latest answers calls for a change. Prepare as you did.']);
  });
});

describe('what is no timeline, and options that cannot be, are refused', () => {
  const doors = [['text', timelineToText, safeTimelineToText], ['Markdown', timelineToMarkdown, safeTimelineToMarkdown], ['HTML', timelineToHtml, safeTimelineToHtml]] as const;

  test.each(doors)('as %s', (_name, door, safe) => {
    expect(safe(months)).toEqual({ ok: true, value: door(months) });
    const throwing = new Proxy({}, { ownKeys: () => { throw new Error('no'); } });
    for (const other of [null, undefined, 'all', 7, [], new Date(), throwing]) {
      expect(safe(other)).toMatchObject({ ok: false, problems: [{ code: 'not-an-object', message: expect.stringContaining('is not a timeline') as string }] });
      expect(() => door(other as Timeline)).toThrow(DiagnosisError);
    }
    expect(safe({ ...months, version: 2 })).toMatchObject({ ok: false, problems: [{ code: 'unsupported-format', message: 'this is a timeline of version 2, and 1 is read', path: ['version'] }] });
    expect(safe({ version: 1 })).toMatchObject({ ok: false, problems: [{ code: 'wrong-kind', message: 'this is not a timeline: it has no “interviews”' }] });
    expect(safe(months, { english: 'au' })).toMatchObject({ ok: false, problems: [{ code: 'wrong-kind', path: ['english'] }] });
    expect(safe(months, { for: 'coach' })).toMatchObject({ ok: false, problems: [{ code: 'unknown-key', path: ['for'] }] });
  });

  test.each(doors)('a broken one never throws, as %s', (_name, _door, safe) => {
    for (const key of Object.keys(months)) {
      for (const broken of [undefined, null, 7, 'x', {}, [null], [{}]]) {
        const result = safe({ ...months, [key]: broken });
        if (!result.ok) expect(['wrong-shape', 'wrong-kind', 'unsupported-format']).toContain(result.problems[0]?.code);
      }
    }
  });
});

describe('read aloud', () => {
  const histories = fc.array(fc.tuple(consistentAnswersTo(corePack), fc.constantFrom('2025-12-01', '2026-01-12', '2026-02-09', '2026-10-30', undefined)), { minLength: 2, maxLength: 5 })
    .map(all => timeline(all.map(([answers, date]) => {
      const made = diagnose(answers as object, { asOf: AS_OF });
      const others = Object.fromEntries(Object.entries(made.answers).filter(([id]) => id !== 'interview-date'));
      return { ...made, answers: date === undefined ? others : { ...others, 'interview-date': date } };
    })));

  test('every sentence is whole, with no figure where none is needed, and nobody shouting', () => {
    fc.assert(fc.property(histories, each => {
      for (const { title, blocks } of timelineOutline(each)) expect(blocks, title ?? 'opening').not.toEqual([]);
      for (const title of [null, 'What you set out to do', 'What changed', 'Still open', 'What to keep', 'What to try next']) {
        for (const text of linesOf(title, each)) {
          expect(text).toMatch(/^[A-Z0-9].*(?:[.?:]|\.\)|\[\w+\])$/);
          expect(text).not.toMatch(/!|\d\.\d| {2}|\.\.|undefined|null|NaN|in 100|%/);
        }
      }
    }), { numRuns: 40 });
  });

  test('sections come in this order', () => {
    fc.assert(fc.property(histories, each => {
      const order = [null, 'What you set out to do', 'What changed', 'Still open', 'What to keep', 'What to try next'];
      const titles = timelineOutline(each).map(({ title }) => title);
      expect(titles).toEqual(order.filter(title => titles.includes(title)));
    }), { numRuns: 15 });
  });

  test('lines fit the width', () => {
    fc.assert(fc.property(histories, fc.constantFrom(40, 60, 80), (each, width) => {
      expect(Math.max(...timelineToText(each, { width }).split('\n').map(line => line.length))).toBeLessThanOrEqual(width);
    }), { numRuns: 15 });
  });

  test('texts of a pack steer neither the terminal nor the markup', () => {
    const nasty = timeline([of(late, packSaying('a\u001b[2J <b>*b*')), of(better, packSaying('a\u001b[2J <b>*b*'))]);
    expect(timelineToText(nasty)).not.toMatch(/[^\P{C}\n]/u);
    expect(timelineToMarkdown(nasty)).toContain('a\\[2J \\<b\\>\\*b\\*');
    expect(timelineToHtml(nasty)).not.toContain('<b>');
    expect(timelineToText(months, { colour: true }).replaceAll(/\u001b\[\d+m/g, '')).toBe(timelineToText(months));
  });
});

describe('one client over months, from the examples', () => {
  const diagnoses = ['client-3', 'client-1', 'client-2'].flatMap(name => {
    const { interviews, asOf, coach } = openAnswersFile(JSON.parse(readFileSync(`examples/answers/${name}.json`, 'utf8')));
    return interviews.map((_, index) => diagnoseHistory(interviews.slice(0, index + 1) as Parameters<typeof diagnoseHistory>[0], {
      ...(asOf === undefined ? {} : { asOf }), ...(coach && index === interviews.length - 1 ? { coach } : {}),
    }));
  });
  const client = timeline(diagnoses);

  test('what they did differently comes before how it ended', () => {
    const [opening, ...points] = linesOf(null, client);
    expect(opening).toBe('Four interviews from 13 January to 5 May 2026: three ended with a no and one took you to the next step. No single ending proves much, since luck and rivals play a part in every one. What you did differently tells you more.');
    expect(points).toEqual([
      '13 January 2026: First interview, a no. What stood out: you arrived late. [no]',
      '17 February 2026: Short first call, a no. What stood out: you asked them few questions, or none. [no]',
      '19 March 2026: First interview, a no. What stood out: they already had someone in mind. [no]',
      '5 May 2026: First interview, on to the next step. [yes]',
    ]);
  });

  test('what they set out to do was done, and what is left is told', () => {
    const statuses = client.tried.map(({ fix: { cause }, later }) => `${cause}: ${later.map(({ status }) => status).join(', ')}`);
    expect(statuses).toContain('late: done, done, done');
    expect(statuses).toContain('no-questions: again, done, done');
    expect(linesOf('What changed', client)).toContain('Your answers ran long: has come up every time since 19 March.');
    expect(linesOf('Still open', client).slice(-2)).toEqual([
      'One mock interview on video before the next real one. (Agreed after 13 January.)',
      'Answers of two minutes at most, timed aloud with a friend. (Agreed after 19 March.)',
    ]);
    expect(client.next.main?.cause).toBe('monologue');
  });
});
