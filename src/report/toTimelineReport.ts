import { orDiagnosisError } from '../base/errors.ts';
import type { Checked } from '../base/problem.ts';
import type { Timeline } from '../diagnosis/timelineShape.ts';
import { sectionsIn } from './english.ts';
import { htmlOf } from './format/html.ts';
import { sectionsToMarkdown } from './format/markdown.ts';
import { sectionsToText } from './format/text.ts';
import type { HtmlOptions, ReportOptions, TextOptions } from './reportOptions.ts';
import { safeTimelineReport } from './safeReport.ts';
import type { Section } from './section.ts';
import { timelineOutline } from './timelineText.ts';

/** The options of every report of a timeline. */
export type TimelineReportOptions = Pick<ReportOptions, 'english'>;

const TITLE = 'Your interviews over time';

/**
 * A timeline as text for a terminal.
 *
 * @throws DiagnosisError for anything but a timeline of this version, and for options that cannot be
 *
 * @example
 * const course = timeline([diagnose({ outcome: 'rejected' }), diagnose({ outcome: 'advanced' })]);
 * timelineToText(course, { width: 60 }).split('\n').every(line => line.length <= 60); // true
 */
export function timelineToText(timeline: Timeline, options: TimelineReportOptions & TextOptions = {}): string {
  return orDiagnosisError(safeTimelineToText(timeline, options));
}

/**
 * As `timelineToText`, for a timeline and options of any origin: it returns problems instead of throwing them.
 *
 * @example
 * safeTimelineToText(null).ok; // false
 */
export function safeTimelineToText(timeline: unknown, options: unknown = {}): Checked<string> {
  return safeTimelineReport(timeline, options, ['english', 'width', 'colour'], (known, looks) => sectionsToText(outlineIn(known, looks), looks));
}

/**
 * A timeline as Markdown (CommonMark).
 *
 * @throws DiagnosisError for anything but a timeline of this version, and for options that cannot be
 *
 * @example
 * const course = timeline([diagnose({ outcome: 'rejected' }), diagnose({ outcome: 'advanced' })]);
 * timelineToMarkdown(course).split('\n')[0]; // '# Your interviews over time'
 */
export function timelineToMarkdown(timeline: Timeline, options: TimelineReportOptions = {}): string {
  return orDiagnosisError(safeTimelineToMarkdown(timeline, options));
}

/**
 * As `timelineToMarkdown`, for a timeline and options of any origin: it returns problems instead of throwing them.
 *
 * @example
 * safeTimelineToMarkdown(null).ok; // false
 */
export function safeTimelineToMarkdown(timeline: unknown, options: unknown = {}): Checked<string> {
  return safeTimelineReport(timeline, options, ['english'], (known, looks) => sectionsToMarkdown(TITLE, outlineIn(known, looks)));
}

/**
 * A timeline as one HTML page that needs nothing from elsewhere: no script, no font, no picture, no network.
 *
 * @throws DiagnosisError for anything but a timeline of this version, and for options that cannot be
 *
 * @example
 * const course = timeline([diagnose({ outcome: 'rejected' }), diagnose({ outcome: 'advanced' })]);
 * timelineToHtml(course, { title: 'My autumn' }).includes('<title>My autumn</title>'); // true
 */
export function timelineToHtml(timeline: Timeline, options: TimelineReportOptions & HtmlOptions = {}): string {
  return orDiagnosisError(safeTimelineToHtml(timeline, options));
}

/**
 * As `timelineToHtml`, for a timeline and options of any origin: it returns problems instead of throwing them.
 *
 * @example
 * safeTimelineToHtml(null).ok; // false
 */
export function safeTimelineToHtml(timeline: unknown, options: unknown = {}): Checked<string> {
  const names = ['english', 'title', 'language', 'fragment'] as const;
  return safeTimelineReport(timeline, options, names, (known, looks) => htmlOf(outlineIn(known, looks), { ...looks, title: looks.title ?? TITLE }));
}

function outlineIn(timeline: Timeline, { english = 'uk' }: TimelineReportOptions): readonly Section[] {
  return sectionsIn(timelineOutline(timeline), english);
}
