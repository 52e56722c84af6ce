import type { Question } from '../../pack/pack.ts';

/** The type of the answers to questions, in TypeScript: every question and every option is known by its name. */
export function answersInterface(name: string, questions: readonly Question[]): string {
  return `/** The answers to the questions of this pack. Leave out what is not known, or answer \`'unknown'\`. */
export interface ${name} {
${questions.map(propertyOf).join('\n')}
}
`;
}

function propertyOf(question: Question): string {
  return `  /** ${inComment(question.ask)}${boundsOf(question)} */\n  readonly '${question.id}'?: ${typeOf(question)} | 'unknown' | null | undefined;`;
}

function boundsOf(question: Question): string {
  if (question.kind === 'number') return ` Whole ${inComment(question.unit)}, ${question.from} to ${question.to}.`;
  return question.kind === 'date' ? ' `YYYY-MM-DD`.' : '';
}

function typeOf(question: Question): string {
  if (question.kind === 'number') return 'number';
  if (question.kind === 'date') return '`${number}-${number}-${number}`';
  const options = question.options.map(({ id }) => `'${id}'`).join(' | ');
  return question.kind === 'several-of' ? `readonly (${options})[]` : options;
}

/** A text that does not end the comment in which it stands. */
export function inComment(text: string): string {
  return text.replaceAll('*/', '').replaceAll(/\s+/g, ' ');
}
