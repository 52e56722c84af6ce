import { safeTimeline } from '../api/timeline.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Timeline } from '../diagnosis/timelineShape.ts';
import type { English } from '../report/english.ts';
import { timelineToHtml, timelineToMarkdown, timelineToText } from '../report/toTimelineReport.ts';
import { type AnswersInput, diagnosisOf, readAnswersInput, together } from './answersInput.ts';
import { jsonText } from './jsonText.ts';
import { Refusal } from './refusal.ts';
import { looksOf, refuseOverwriting, writeOutput } from './writeOutput.ts';

export interface TimelineCommandOptions {
  readonly format: 'text' | 'json' | 'md' | 'html';
  readonly english: English;
  readonly pack?: string;
  readonly asOf?: string;
  readonly out?: string;
}

/** `afterview timeline FILES…`: answers files of one or several interviews each in, all of them side by side out. */
export async function timelineCommand(files: readonly string[], options: TimelineCommandOptions): Promise<void> {
  refuseTwice(files);
  refuseOverwriting(options.out, files);
  const read: (readonly Diagnosis[] | Refusal)[] = [];
  for (const file of files) read.push(await diagnosed(file, options));
  const refusals = read.filter(each => each instanceof Refusal);
  if (refusals.length > 0) throw together(refusals);
  const diagnoses = read.flatMap(each => (each instanceof Refusal ? [] : each));
  writeOutput(render(timelineOf(files, diagnoses), options), options.out);
}

/** An interview that is given twice would count twice. */
function refuseTwice(files: readonly string[]): void {
  const twice = files.find((file, index) => files.indexOf(file) < index);
  if (twice === undefined) return;
  const file = twice === '-' ? 'standard input' : twice;
  const at = { file, line: 1, column: 1 };
  throw new Refusal([{ code: 'unreadable', message: 'this is named twice', hint: 'name each file once', at }], 2);
}

/**
 * The diagnosis of each interview of a file, in the light of those before it; or what is wrong with the file, so that
 * the problems of one do not hide those of others.
 */
async function diagnosed(file: string, options: TimelineCommandOptions): Promise<readonly Diagnosis[] | Refusal> {
  try {
    const input = await readAnswersInput(file, options);
    const latest = diagnosisOf(input);
    return [...input.interviews.slice(1).map((_, index) => diagnosisOf(upTo(input, index))), latest];
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** As if the file ended with this interview: the counts and the coach's notes are those of the latest. */
function upTo({ pack, notes, json, interviews, asOf, refusal }: AnswersInput, interview: number): AnswersInput {
  return { pack, notes, json, refusal, asOf, interviews: interviews.slice(0, interview + 1) };
}

function timelineOf(files: readonly string[], diagnoses: readonly Diagnosis[]): Timeline {
  const [only = ''] = files;
  if (diagnoses.length < 2) {
    const at = { file: only === '-' ? 'standard input' : only, line: 1, column: 1 };
    const message = 'this is one interview, and a timeline takes two or more';
    throw new Refusal([{ code: 'wrong-kind', message, hint: 'name the answers file of another interview, too', at }]);
  }
  const result = safeTimeline(diagnoses);
  if (!result.ok) throw new Refusal(result.problems);
  return result.value;
}

function render(timeline: Timeline, { format, english, out }: TimelineCommandOptions): string {
  switch (format) {
    case 'json':
      return jsonText(timeline);
    case 'md':
      return timelineToMarkdown(timeline, { english });
    case 'html':
      return timelineToHtml(timeline, { english });
    case 'text':
      return timelineToText(timeline, { ...looksOf(out), english });
  }
}
