import { orDiagnosisError } from '../base/errors.ts';
import type { Checked } from '../base/problem.ts';
import { readTimeline, type Timeline, unlessTimelineBroken } from '../diagnosis/timelineShape.ts';
import { sectionsIn } from './english.ts';
import { htmlOf } from './format/html.ts';
import { sectionsToMarkdown } from './format/markdown.ts';
import { sectionsToText } from './format/text.ts';
import {
  type HtmlOptions, readReportOptions, type ReportOptionName, type ReportOptions, type TextOptions,
} from './reportOptions.ts';
import type { Section } from './section.ts';
import { timelineOutline } from './timelineText.ts';

export type TimelineReportOptions = Pick<ReportOptions, 'english'>;

const TITLE = 'Your interviews over time';

/**
 * A timeline as text for a terminal.
 *
 * @throws DiagnosisError for anything but a timeline of this version, and for options that cannot be
 */
export function timelineToText(timeline: Timeline, options: TimelineReportOptions & TextOptions = {}): string {
  return orDiagnosisError(safeTimelineToText(timeline, options));
}

/** As `timelineToText`, for a timeline and options of any origin: it returns problems instead of throwing them. */
export function safeTimelineToText(timeline: unknown, options: unknown = {}): Checked<string> {
  return written(timeline, options, ['english', 'width', 'colour'], sectionsToText);
}

/**
 * A timeline as Markdown (CommonMark).
 *
 * @throws DiagnosisError for anything but a timeline of this version, and for options that cannot be
 */
export function timelineToMarkdown(timeline: Timeline, options: TimelineReportOptions = {}): string {
  return orDiagnosisError(safeTimelineToMarkdown(timeline, options));
}

/** As `timelineToMarkdown`, for a timeline and options of any origin: it returns problems instead of throwing them. */
export function safeTimelineToMarkdown(timeline: unknown, options: unknown = {}): Checked<string> {
  return written(timeline, options, ['english'], sections => sectionsToMarkdown(TITLE, sections));
}

/**
 * A timeline as one HTML page that needs nothing from elsewhere: no script, no font, no picture, no network.
 *
 * @throws DiagnosisError for anything but a timeline of this version, and for options that cannot be
 */
export function timelineToHtml(timeline: Timeline, options: TimelineReportOptions & HtmlOptions = {}): string {
  return orDiagnosisError(safeTimelineToHtml(timeline, options));
}

/** As `timelineToHtml`, for a timeline and options of any origin: it returns problems instead of throwing them. */
export function safeTimelineToHtml(timeline: unknown, options: unknown = {}): Checked<string> {
  const names = ['english', 'title', 'language', 'fragment'] as const;
  return written(timeline, options, names, (sections, looks) => htmlOf(sections, { ...looks, title: looks.title ?? TITLE }));
}

type Looks = TimelineReportOptions & TextOptions & HtmlOptions;
type Writer = (sections: readonly Section[], looks: Looks) => string;

function written(timeline: unknown, given: unknown, names: readonly ReportOptionName[], write: Writer): Checked<string> {
  const read = readTimeline(timeline);
  if (!read.ok) return read;
  const options = readReportOptions(given, names);
  if (!options.ok) return options;
  const { english = 'uk' } = options.value;
  return unlessTimelineBroken(() => {
    const sections = sectionsIn(timelineOutline(read.value), english);
    return { ok: true, value: write(sections, options.value) };
  });
}
