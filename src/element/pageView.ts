import type { Answers } from '../answers/answers.ts';
import { interviewOf } from '../api/interview.ts';
import type { SessionSetting } from '../api/session.ts';
import type { Checked } from '../base/problem.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { readInterview } from '../inference/readInterview.ts';
import { type KnownReportOptions, readReportOptions, reportOptions } from '../report/reportOptions.ts';
import { sheetOf, titleOf } from '../report/sheet.ts';
import { type Child, make } from './make.ts';
import { sheetNodes } from './sheetNodes.ts';

/** What `diagnose` says of these answers. */
export function diagnosisAfter({ engine, asOf }: SessionSetting, answers: Answers): Checked<Diagnosis> {
  const latest = readInterview(engine.baseline, answers, asOf);
  if (!latest.ok) return latest;
  const interview = interviewOf(engine, { latest: latest.value, earlier: [], counts: null, coach: null, budget: undefined });
  return interview.ok ? { ok: true, value: interview.value.diagnosis() } : interview;
}

/** The page of a diagnosis for its reader, with what can be done above and below it; a problem where its notes are of another pack. */
export function pageView(diagnosis: Diagnosis, looks: KnownReportOptions, above: readonly Child[], below: readonly Child[]): Checked<HTMLElement> {
  const known = readReportOptions(looks, reportOptions, diagnosis);
  if (!known.ok) return known;
  const sheet = sheetNodes(titleOf(known.value), sheetOf(diagnosis, known.value));
  return { ok: true, value: make('div', { class: 'view page' }, make('div', { class: 'actions' }, ...above), sheet, ...below) };
}
