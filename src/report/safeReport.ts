import type { Checked } from '../base/problem.ts';
import type { Comparison } from '../diagnosis/comparison.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { readComparison, readDiagnosis, readTimeline, unlessBroken } from '../diagnosis/readDiagnosis.ts';
import type { Timeline } from '../diagnosis/timelineShape.ts';
import { type KnownReportOptions, readReportOptions, type ReportOptionName } from './reportOptions.ts';

type Names = readonly ReportOptionName[];
type Writer<T> = (value: T, options: KnownReportOptions) => string;

/** Writes a report of a diagnosis of any origin, with options of any origin, of which there are these `names`. */
export function safeReport(diagnosis: unknown, options: unknown, names: Names, write: Writer<Diagnosis>): Checked<string> {
  const read = readDiagnosis(diagnosis);
  if (!read.ok) return read;
  return unlessBroken('diagnosis', () => written(read.value, readReportOptions(options, names, read.value), write));
}

/** The same of a comparison. */
export function safeComparisonReport(comparison: unknown, options: unknown, names: Names, write: Writer<Comparison>): Checked<string> {
  const read = readComparison(comparison);
  if (!read.ok) return read;
  return unlessBroken('comparison', () => written(read.value, readReportOptions(options, names), write));
}

/** The same of a timeline. */
export function safeTimelineReport(timeline: unknown, options: unknown, names: Names, write: Writer<Timeline>): Checked<string> {
  const read = readTimeline(timeline);
  if (!read.ok) return read;
  return unlessBroken('timeline', () => written(read.value, readReportOptions(options, names), write));
}

function written<T>(value: T, options: Checked<KnownReportOptions>, write: Writer<T>): Checked<string> {
  return options.ok ? { ok: true, value: write(value, options.value) } : options;
}
