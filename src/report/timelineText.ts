import type { FixStatus } from '../diagnosis/comparison.ts';
import type { CauseCourse, DatedInterview, StillOpen, Timeline, TriedFix } from '../diagnosis/timelineShape.ts';
import { planText } from './coach/planSection.ts';
import { nextSection } from './comparisonText.ts';
import {
  type Block, capital, countInWords, inSentence, listOf, type Section, sentence, textBlock, type TimelinePoint,
} from './section.ts';
import { interviewPoint } from './interviewPoint.ts';
import { andList, type Names, namesOf, rangeOf, timesInWords } from './toTimelineNames.ts';

const MOST_CHANGES = 8;
const MOST_KEPT = 6;
/** What never had as much of a share as this is no change worth a line. */
const LEAST_SHARE = 0.01;

/** A timeline in words: how they ended, what was tried, what changed, what is open, what to keep, what to try next. */
export function timelineOutline(timeline: Timeline): readonly Section[] {
  const { interviews, tried, changes, open, kept, next } = timeline;
  const names = namesOf(interviews);
  const strengths = kept.map(({ strength }) => strength);
  const sections: readonly Section[] = [
    openingSection(timeline),
    triedSection(tried, names),
    changesSection(changes, names),
    openSection(open, names),
    keptSection(strengths.slice(0, MOST_KEPT).map(({ because }) => because), interviews.length),
    nextSection(next, strengths),
  ];
  return sections.filter(({ blocks }) => blocks.length > 0);
}

function openingSection({ interviews, samePack }: Timeline): Section {
  const count = capital(countInWords(interviews.length));
  const ended = `${count} interviews${rangeOf(interviews)}: ${endingsText(interviews)}.`;
  return {
    title: null,
    blocks: [
      textBlock(`${ended} No single ending proves much, since luck and rivals play a part in every one. What you did differently tells you more.`),
      { kind: 'timeline', points: interviews.map(pointOf) },
      ...[undatedText(interviews), samePack ? '' : OTHER_RULES].filter(text => text !== '').map(textBlock),
    ],
  };
}

const OTHER_RULES = "They weren't all weighed by the same rules, so not every difference is your doing.";

/** “three ended with a no and one took you to the next step”. */
function endingsText(interviews: readonly DatedInterview[]): string {
  const counts = new Map<string, number>();
  for (const { outcome } of interviews) counts.set(told(outcome), (counts.get(told(outcome)) ?? 0) + 1);
  const all = interviews.length === 2 ? 'both' : `all ${countInWords(interviews.length)}`;
  return andList([...counts].map(([ending, count]) => {
    const { one, several } = endings[ending] ?? untold;
    return `${count === interviews.length ? all : countInWords(count)} ${count === 1 ? one : several}`;
  }));
}

interface Ending {
  readonly one: string;
  readonly several: string;
}

const untold: Ending = { one: 'has no ending on record', several: 'have no ending on record' };

const endings: Readonly<Record<string, Ending>> = {
  rejected: { one: 'ended with a no', several: 'ended with a no' },
  advanced: { one: 'took you to the next step', several: 'took you to the next step' },
  cancelled: { one: 'was called off', several: 'were called off' },
  'no-reply': { one: 'brought no answer', several: 'brought no answer' },
  waiting: { one: 'was still undecided', several: 'were still undecided' },
};

/** The name of an ending, where there is a word for it. */
function told(outcome: string | null): string {
  return outcome !== null && Object.hasOwn(endings, outcome) ? outcome : '';
}

function pointOf(interview: DatedInterview, index: number): TimelinePoint {
  const { outcome, first } = interview;
  const point = interviewPoint(interview, index);
  const named = first && outcome !== 'advanced' ? ` What stood out: ${sentence(inSentence(first.title))}` : '';
  return { ...point, label: `${point.label}${named}` };
}

function undatedText(interviews: readonly DatedInterview[]): string {
  const undated = interviews.filter(({ date }) => date === null).length;
  if (undated === 0) return '';
  if (undated === interviews.length) return 'None of them has a date, so they stand in the order you gave them in.';
  if (undated === 1) return 'One of them has no date, so it stays next to the one you gave before it.';
  return `${capital(countInWords(undated))} of them have no date, so they stay next to the ones you gave before them.`;
}

function triedSection(tried: readonly TriedFix[], names: Names): Section {
  const items = tried.filter(({ later }) => later.length > 0).map(each => triedText(each, names));
  return { title: 'What you set out to do', blocks: bySaying(items) };
}

function bySaying(items: readonly string[]): readonly Block[] {
  return items.length > 0 ? [textBlock('Going by your answers:'), ...listOf(items)] : [];
}

const fates: Readonly<Record<FixStatus, { readonly once: string; readonly always: string }>> = {
  done: { once: 'Done', always: 'Done every time since.' },
  gone: { once: 'Not needed', always: 'Not needed since.' },
  again: { once: 'Still needed', always: 'Still needed every time since.' },
  'cannot-tell': { once: 'Not mentioned', always: 'Not mentioned since.' },
};

function triedText({ fix, title, planned: [first = 0], later }: TriedFix, names: Names): string {
  const by = new Map<FixStatus, number[]>();
  for (const { status, interview } of later) by.set(status, [...by.get(status) ?? [], interview]);
  const since = [...by].map(([status, at]) => {
    const { once, always } = fates[status];
    return at.length === later.length && at.length > 1 ? always : `${once} ${names.at(at)}.`;
  });
  return `${planText(fix)} Planned after ${names.name(first)}, to deal with “${inSentence(title)}”. ${since.join(' ')}`;
}

function changesSection(changes: readonly CauseCourse[], names: Names): Section {
  const counts = changes.filter(({ control, at }) => control !== 'them' && at.some(each => each && each.share >= LEAST_SHARE));
  const items = counts.slice(0, MOST_CHANGES).map(each => `${each.title}: ${courseText(each, names)}.`);
  return { title: 'What changed', blocks: bySaying(items) };
}

function courseText({ course, seen, at }: CauseCourse, { at: on, name }: Names): string {
  const [[first = 0], count] = [seen, at.length];
  switch (course) {
    case 'stayed':
      if (seen.length === count) return count === 2 ? 'came up both times' : 'came up every time';
      return `came up at ${countInWords(seen.length)} of the ${countInWords(count)}, the latest included`;
    case 'came':
      if (seen.length === 1) return `came up for the first time ${on(seen)}`;
      if (seen.length === count - first) return `has come up every time since ${name(first)}`;
      return `first came up ${on([first])}, and again ${on(seen.slice(1))}`;
    case 'went':
      return `came up ${on(seen)}, and not since`;
    case 'not-told':
      return `came up ${on(seen)}, and hasn't been mentioned since`;
  }
}

/** A cause with several open fixes is told once. */
function openSection({ fixes, agreed }: StillOpen, names: Names): Section {
  const byCause = new Map([...fixes].reverse().map(each => [each.fix.cause, each]));
  const steps = agreed.map(({ step, interviews }) => `${sentence(step)} (Agreed after ${andList(interviews.map(names.name))}.)`);
  return {
    title: 'Still open',
    blocks: [
      ...listOf(fixes.filter(each => byCause.get(each.fix.cause) === each).map(each => openText(each, names))),
      ...(steps.length > 0 ? [textBlock(AGREED), ...listOf(steps)] : []),
    ],
  };
}

const AGREED = 'Agreed with your coach, and for the two of you to tick off:';

function openText({ title, planned, later }: TriedFix, names: Names): string {
  const again = later.findLast(({ status }) => status === 'again');
  const fate = again ? `it came up again ${names.at([again.interview])}` : "your answers don't say what came of it";
  return `${title}: you set out to change this ${timesInWords(planned.length)}, and ${fate}.`;
}

function keptSection(kept: readonly string[], count: number): Section {
  const lead = textBlock(count === 2 ? 'Both times:' : 'In most of your interviews:');
  return { title: 'What to keep', blocks: kept.length > 0 ? [lead, ...listOf(kept)] : [] };
}
