import type { Answers } from '../../src/answers/answers.ts';
import { safeCompare } from '../../src/api/compare.ts';
import { diagnose, safeDiagnose, safeDiagnoseHistory } from '../../src/api/diagnose.ts';
import { safeNextQuestions } from '../../src/api/nextQuestions.ts';
import { safeOpenAnswersFile } from '../../src/api/openAnswersFile.ts';
import { prepare, safePrepare } from '../../src/api/prepare.ts';
import { safePrepareLogic } from '../../src/api/prepareLogic.ts';
import { type Session, safeAnswerSession, safeResumeSession, safeSessionSetting, safeStartSession, sessionSetting, startSession } from '../../src/api/session.ts';
import { safeTimeline } from '../../src/api/timeline.ts';
import { safeVisibleQuestions } from '../../src/api/visibleQuestions.ts';
import { safeWhatIf } from '../../src/api/whatIf.ts';
import { safeReadPack } from '../../src/authoring/readPack.ts';
import type { Checked } from '../../src/base/problem.ts';
import { safeWithWords } from '../../src/pack/withWords.ts';
import { safeFillMessage } from '../../src/plan/fillMessage.ts';
import { safeComparisonToMarkdown, safeComparisonToText } from '../../src/report/comparisonText.ts';
import { safeToCalendar } from '../../src/report/toCalendar.ts';
import { safeToHtml } from '../../src/report/toHtml.ts';
import { safeToMarkdown } from '../../src/report/toMarkdown.ts';
import { safeTimelineToHtml, safeTimelineToMarkdown, safeTimelineToText } from '../../src/report/toTimelineReport.ts';
import { safeToText } from '../../src/report/toText.ts';
import { safeToWorksheet } from '../../src/report/toWorksheet.ts';
import { tinyPack } from '../tinyPack.ts';

const pack = tinyPack;
const answers = { outcome: 'rejected', attended: 'there', arrival: 'late', 'minutes-late': 20, 'interview-date': '2026-11-10' };
const diagnosis = diagnose(answers, { pack, asOf: '2026-11-22' });

/** As it may have lain in a file. */
export const storedDiagnosis: unknown = JSON.parse(JSON.stringify(diagnosis));

const comparison = valueOf(safeCompare(diagnosis, diagnosis));
const course = valueOf(safeTimeline([diagnosis, diagnosis]));
const setting = sessionSetting({ pack });
const session = startSession({}, setting);
const interview = prepare<typeof pack>(pack).interview(answers);

function valueOf<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new Error(checked.problems[0]?.message);
  return checked.value;
}

type Door = (value: unknown) => Checked<unknown>;

/** The options of each call, and every other value of any origin that one takes: it gives problems, and never throws. */
export const doors = {
  'diagnose, options': value => safeDiagnose(answers, value as object),
  'diagnose, options with the tiny pack': value => safeDiagnose(answers, mixed(value)),
  'history, options': value => safeDiagnoseHistory([answers, answers], mixed(value)),
  'next questions, options': value => safeNextQuestions(answers, mixed(value)),
  'visible questions, options': value => safeVisibleQuestions(answers, mixed(value)),
  'what if, changes': value => safeWhatIf(answers, value, { pack }),
  'what if, options': value => safeWhatIf(answers, { answers: { arrival: 'on-time' } }, mixed(value)),
  'what if, source': value => safeWhatIf(value, { answers: { arrival: 'on-time' } }, { pack }),
  prepare: value => called(safePrepare(value)),
  'prepare logic': value => called(safePrepareLogic(value)),
  'interview, options': value => called(prepare<typeof pack>(pack).safeInterview(answers, value as object)),
  'interview, answer': value => called(interview.safeAnswer('arrival', value)),
  'interview, question': value => called(interview.safeAnswer(value as string, 'late')),
  'interview, what if': value => interview.safeWhatIf(value),
  'interview, details': value => interview.safeDetails(value),
  'answers file': value => safeOpenAnswersFile(value, { pack }),
  'answers file, options': value => safeOpenAnswersFile({ answers }, value),
  'session setting': value => called(safeSessionSetting(value)),
  'session start': value => called(safeStartSession(value as Answers, setting)),
  'session answer': value => called(safeAnswerSession(session, value as string, setting)),
  'session resume': value => called(safeResumeSession(value, [], setting)),
  'session asked': value => called(safeResumeSession({}, value, setting)),
  'session itself': value => called(safeAnswerSession(value as Session, 'late', setting)),
  compare: value => safeCompare(value, diagnosis),
  'compare, after': value => safeCompare(diagnosis, value),
  timeline: value => safeTimeline(value),
  'timeline of two': value => safeTimeline([value, diagnosis]),
  'read pack': value => called(safeReadPack(value as ReadonlyMap<string, unknown>)),
  'with words': value => called(safeWithWords(value as never, value as never)),
  'fill message': value => safeFillMessage(value, {}),
  'fill message, filled': value => safeFillMessage({ occasion: 'after-a-no', parts: [], blanks: [] }, value),
  text: value => safeToText(value),
  'text, options': value => safeToText(diagnosis, value),
  markdown: value => safeToMarkdown(value),
  'markdown, options': value => safeToMarkdown(diagnosis, value),
  html: value => safeToHtml(value),
  'html, options': value => safeToHtml(diagnosis, value),
  calendar: value => safeToCalendar(value),
  'calendar, options': value => safeToCalendar(diagnosis, value),
  worksheet: value => safeToWorksheet('note', value),
  'worksheet, kind': value => safeToWorksheet(value, diagnosis),
  'worksheet, options': value => safeToWorksheet('stories', diagnosis, value),
  'comparison as text': value => safeComparisonToText(value),
  'comparison as text, options': value => safeComparisonToText(comparison, value),
  'comparison as markdown': value => safeComparisonToMarkdown(value),
  'timeline as text': value => safeTimelineToText(value),
  'timeline as text, options': value => safeTimelineToText(course, value),
  'timeline as markdown': value => safeTimelineToMarkdown(value),
  'timeline as html, options': value => safeTimelineToHtml(course, value),
} as const satisfies Readonly<Record<string, Door>>;

export type DoorName = keyof typeof doors;

/** The tiny pack among options that are an object; anything else as it is. */
function mixed(value: unknown): object {
  try {
    return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype && !Object.hasOwn(value, 'pack') ? { pack, ...value } : value as object;
  } catch {
    return value as object;
  }
}

/** Values with functions in them are told by being there. */
function called(checked: Checked<unknown>): Checked<unknown> {
  return checked.ok ? { ok: true, value: 'taken' } : checked;
}
