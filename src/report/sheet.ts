import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { candidateSheet } from './candidate/candidateSheet.ts';
import { coachSheet } from './coach/coachSheet.ts';
import { sectionsIn } from './english.ts';
import type { KnownReportOptions } from './reportOptions.ts';
import type { Section } from './section.ts';

/**
 * The sections of a report for its reader, in their English.
 *
 * @param how - how the candidate gets at the coach's sheet from here
 */
export function sheetOf(diagnosis: Diagnosis, { for: reader = 'candidate', notes, english = 'uk' }: KnownReportOptions, how = ''): readonly Section[] {
  return sectionsIn(reader === 'coach' ? coachSheet(diagnosis, notes) : candidateSheet(diagnosis, how, notes), english);
}

export function titleOf({ for: reader = 'candidate' }: KnownReportOptions): string {
  return reader === 'coach' ? "After the interview: the coach's sheet" : 'After your interview';
}
