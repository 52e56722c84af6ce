import type { Pack, Question } from '../pack/pack.ts';

/** The source of a TypeScript module that holds a pack and the type of its answers. */
export function typedModule(pack: Pack): string {
  return `// Made from rules/ by the build. Do not edit: change the rules instead.
import type { TypedPack } from '../pack/pack.ts';
import { sealed } from '../pack/sealed.ts';

/** The answers to the questions of this pack. Leave out what is not known, or answer \`'unknown'\`. */
export interface CoreAnswers {
${pack.questions.map(propertyOf).join('\n')}
}

/** The pack that comes with afterview: ${pack.title.replaceAll('*/', '')} */
export const corePack = /* @__PURE__ */ sealed<unknown>(${JSON.stringify(pack)}) as TypedPack<CoreAnswers>;
`;
}

function propertyOf(question: Question): string {
  const doc = question.ask.replaceAll('*/', '').replaceAll('\n', ' ');
  return `  /** ${doc}${boundsOf(question)} */\n  readonly '${question.id}'?: ${typeOf(question)} | 'unknown' | null | undefined;`;
}

function boundsOf(question: Question): string {
  return question.kind === 'number' ? ` Whole ${question.unit}, ${question.from} to ${question.to}.` : question.kind === 'date' ? ' `YYYY-MM-DD`.' : '';
}

function typeOf(question: Question): string {
  if (question.kind === 'number') return 'number';
  if (question.kind === 'date') return '`${number}-${number}-${number}`';
  const options = question.options.map(({ id }) => `'${id}'`).join(' | ');
  return question.kind === 'several-of' ? `readonly (${options})[]` : options;
}
