import type { Pack, Question } from '../pack/pack.ts';
import { columnsOf } from '../base/columns.ts';
import { questionData } from '../forms/questionData.ts';
import { toJsonSchema } from '../forms/toJsonSchema.ts';
import { toSurveyJs } from '../forms/toSurveyJs.ts';
import { printable, wrap } from '../report/format/wrap.ts';
import { choosePack } from './choosePack.ts';
import { jsonText } from './jsonText.ts';
import { writeOutput } from './writeOutput.ts';

export interface QuestionsCommandOptions {
  readonly format: 'text' | 'json' | 'surveyjs' | 'json-schema';
  readonly pack?: string;
  readonly out?: string;
  readonly short?: boolean;
}

/** `afterview questions`: the questionnaire, to read or to build a form from. */
export async function questionsCommand({ format, pack: folder, out, short = false }: QuestionsCommandOptions): Promise<void> {
  const { pack } = await choosePack(folder);
  writeOutput(render(pack, format, short), out);
}

function render(pack: Pack, format: QuestionsCommandOptions['format'], short: boolean): string {
  const { id, version } = pack;
  const questions = short ? pack.questions.filter(({ core }) => core) : pack.questions;
  const sections = pack.sections.filter(section => questions.some(question => question.section === section.id));
  switch (format) {
    case 'json':
      return jsonText({ pack: { id, version }, sections, questions: questions.map(question => questionData(pack, question)) });
    case 'surveyjs':
      return jsonText(toSurveyJs(pack, { short }));
    case 'json-schema':
      return jsonText(toJsonSchema(pack, { short }));
    case 'text':
      return asText(sections, questions);
  }
}

function asText(sections: Pack['sections'], questions: Pack['questions']): string {
  return sections.map(({ id, title }) => {
    const heading = printable(title);
    const own = questions.filter(question => question.section === id);
    return `${heading}\n${'='.repeat(columnsOf(heading))}\n\n${own.map(questionText).join('\n\n')}`;
  }).join('\n\n').concat('\n');
}

function questionText(question: Question): string {
  const lines = [question.id, ...wrap(printable(question.ask), 80, '  ')];
  if (question.help !== undefined) lines.push(...wrap(printable(question.help), 80, '  '));
  if (question.askIf !== undefined) lines.push('  (comes up after certain answers only)');
  if (question.kind === 'number') lines.push(`  a whole number of ${question.unit}, ${question.from} to ${question.to}`);
  else if (question.kind === 'date') lines.push('  a day, YYYY-MM-DD');
  else lines.push(...question.options.flatMap(({ id, says }) => wrap(printable(says), 80, `  ${question.kind === 'several-of' ? '[ ]' : '( )'} ${id.padEnd(20)} `)));
  return lines.join('\n');
}
