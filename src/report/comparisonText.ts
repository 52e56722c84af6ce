import { orDiagnosisError } from '../base/errors.ts';
import type { Checked } from '../base/problem.ts';
import { bandOf, bandText, CERTAIN, inHundred } from '../diagnosis/band.ts';
import type { CauseChange, Comparison, FixOutcome, FixStatus } from '../diagnosis/comparison.ts';
import type { Evidence, Plan } from '../diagnosis/diagnosis.ts';
import { planText } from './coach/planSection.ts';
import { type Block, inSentence, listOf, type Section, textBlock } from './section.ts';
import { sectionsToMarkdown } from './format/markdown.ts';
import { sectionsIn } from './english.ts';
import type { ReportOptions, TextOptions } from './reportOptions.ts';
import { safeComparisonReport } from './safeReport.ts';
import { sectionsToText } from './format/text.ts';

const MOST_CHANGES = 6;
const MOST_KEPT = 6;
/** Less than this is no change worth a line. */
const LEAST_SHARE = 0.01;
const LEAST_PRESENCE = 0.05;

/**
 * A comparison as text for a terminal.
 *
 * @throws DiagnosisError for anything but a comparison of this version, and for options that cannot be
 *
 * @example
 * const comparison = compare(diagnose({ outcome: 'rejected' }), diagnose({ outcome: 'advanced' }));
 * comparisonToText(comparison, { width: 60 }).split('\n').every(line => line.length <= 60); // true
 */
export function comparisonToText(comparison: Comparison, options: TextOptions & Pick<ReportOptions, 'english'> = {}): string {
  return orDiagnosisError(safeComparisonToText(comparison, options));
}

/**
 * As `comparisonToText`, for a comparison and options of any origin: it returns problems instead of throwing them.
 *
 * @example
 * safeComparisonToText(null).ok; // false
 */
export function safeComparisonToText(comparison: unknown, options: unknown = {}): Checked<string> {
  return safeComparisonReport(comparison, options, ['width', 'colour', 'english'], (known, looks) => sectionsToText(sectionsIn(comparisonOutline(known), looks.english ?? 'uk'), looks));
}

/**
 * A comparison as Markdown.
 *
 * @throws DiagnosisError for anything but a comparison of this version, and for options that cannot be
 *
 * @example
 * const comparison = compare(diagnose({ outcome: 'rejected' }), diagnose({ outcome: 'advanced' }));
 * comparisonToMarkdown(comparison).split('\n')[0]; // '# Two interviews, one after the other'
 */
export function comparisonToMarkdown(comparison: Comparison, options: Pick<ReportOptions, 'english'> = {}): string {
  return orDiagnosisError(safeComparisonToMarkdown(comparison, options));
}

/**
 * As `comparisonToMarkdown`, for a comparison and options of any origin: it returns problems instead of throwing them.
 *
 * @example
 * safeComparisonToMarkdown(null).ok; // false
 */
export function safeComparisonToMarkdown(comparison: unknown, options: unknown = {}): Checked<string> {
  return safeComparisonReport(comparison, options, ['english'], (known, { english = 'uk' }) => sectionsToMarkdown('Two interviews, one after the other', sectionsIn(comparisonOutline(known), english)));
}

/** A comparison in words: how both ended, what became of the plan, what changed, what to keep, what to try next. */
export function comparisonOutline(comparison: Comparison): readonly Section[] {
  const { keep } = comparison;
  const sections: readonly Section[] = [
    openingSection(comparison),
    fixesSection(comparison),
    changesSection(comparison),
    { title: 'What to keep', blocks: listOf(keep.slice(0, MOST_KEPT).map(({ because }) => because)) },
    nextSection(comparison.next, keep),
  ];
  return sections.filter(({ blocks }) => blocks.length > 0);
}

const endings: Readonly<Record<string, string>> = {
  advanced: 'you got through to the next step', rejected: 'it was a no', cancelled: 'it was called off', 'no-reply': 'you heard nothing back', waiting: 'you were still waiting to hear',
};

function openingSection({ before, after, samePack }: Comparison): Section {
  const bars: Block = { kind: 'bars', bars: [{ label: 'The earlier interview', value: before.outsideYourControl }, { label: 'The later one', value: after.outsideYourControl }] };
  return {
    title: null,
    blocks: [
      { kind: 'text', text: `${endingText(before.outcome, after.outcome)} One more ending proves little, since luck and rivals play a part in every one. What you did differently tells you more.` },
      ...(samePack ? [] : [textBlock('The two were weighed by different rules, and some of the figures differ for that reason alone.')]),
      { kind: 'text', text: [before, after].every(({ outcome }) => outcome === 'rejected' || outcome === 'cancelled') ? 'Outside your control:' : 'Outside your control, had each of them been a no:' },
      bars,
    ],
  };
}

function endingText(before: string | null, after: string | null): string {
  const [earlier, later] = [before, after].map(outcome => endings[outcome ?? ''] ?? "you didn't say how it ended");
  return earlier === later ? `Both times ${earlier}.` : `The earlier interview: ${earlier}. The later one: ${later}.`;
}

const statusWords: Readonly<Record<FixStatus, string>> = {
  done: 'Done, going by your answers',
  gone: 'Not needed this time, going by your answers',
  again: 'Still needed, going by your answers',
  'cannot-tell': "Your answers don't say",
};

function fixesSection({ fixes }: Comparison): Section {
  return { title: 'What you set out to do', blocks: listOf(fixes.map(fixText)) };
}

function fixText({ fix, title, status, because: [evidence] }: FixOutcome): string {
  const shown = evidence ? ` ${evidence.because}` : '';
  return `${statusWords[status]}: ${planText(fix)} This was about “${inSentence(title)}”.${shown}`;
}

function changesSection({ changes }: Comparison): Section {
  const told = changes.filter(isTold).slice(0, MOST_CHANGES);
  return { title: 'What changed', blocks: told.length > 0 ? listOf(told.map(changeText)) : [textBlock('Nothing in your answers changed much.')] };
}

/** Causes that answers speak for at one of the interviews, and whose part moved; or their presence, where they had a part or were settled. */
function isTold({ before, after }: CauseChange): boolean {
  const [was, is] = [before ?? ABSENT, after ?? ABSENT];
  const counts = Math.max(was.share, is.share) >= LEAST_SHARE || [was, is].some(({ presence }) => presence === 0 || presence > CERTAIN);
  return (was.supported || is.supported) && (Math.abs(is.share - was.share) >= LEAST_SHARE || (counts && Math.abs(is.presence - was.presence) >= LEAST_PRESENCE));
}

const ABSENT = { supported: false, presence: 0, share: 0 } as const;

function changeText({ title, before, after }: CauseChange): string {
  const [was, is] = [before ?? ABSENT, after ?? ABSENT];
  const [earlier, later] = [there(was.presence), there(is.presence)];
  const presence = earlier === later ? `${earlier} both times` : `${earlier} the first time, ${later} the second`;
  return `${title}: ${presence}.${partText(was.share, is.share)}`;
}

function there(presence: number): string {
  if (presence === 0) return 'ruled out';
  return presence > CERTAIN ? 'certain' : bandText(bandOf(presence));
}

function partText(before: number, after: number): string {
  if (Math.max(before, after) < LEAST_SHARE) return ' Its share is small.';
  const [earlier, later] = [part(before), part(after)];
  return earlier === later ? ` Its share stays at ${later}.` : ` Its share went from ${earlier} to ${later}.`;
}

function part(share: number): string {
  return share === 0 ? 'nothing' : inHundred(share);
}

/**
 * The latest plan; where there is none, what that comes to.
 *
 * @param kept - what was done well, and should be again
 */
export function nextSection({ main, also }: Plan, kept: readonly Evidence[]): Section {
  const title = 'What to try next';
  if (main) return { title, blocks: [main, ...also].map((fix): Block => ({ kind: 'plan', text: planText(fix), say: fix.say })) };
  const prepared = kept.some(({ answers }) => answers.some(({ question }) => question === PREPARATION));
  return { title, blocks: [textBlock(`Nothing in your latest answers calls for a change.${prepared ? ' Prepare as you did.' : ''}`)] };
}

/** The question of a pack about the preparation: only what it shows can be done again. */
const PREPARATION = 'prepared';
