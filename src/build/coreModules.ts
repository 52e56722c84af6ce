import type { ReadPack } from '../authoring/readPack.ts';
import type { Logic } from '../pack/logic.ts';
import type { Notes } from '../pack/notes.ts';
import type { Pack, Question } from '../pack/pack.ts';

const HEAD = '// Made from rules/ by the build. Do not edit: change the rules instead.\n';

/** The TypeScript modules of a pack, name → source: the whole with the type of its answers, and the parts that are used alone. */
export function coreModules({ pack, logic, notes }: ReadPack): ReadonlyMap<string, string> {
  return new Map([
    ['corePack.ts', packModule(pack)],
    ['coreLogic.ts', partModule('coreLogic', 'Logic', logic, 'What inference needs of the core pack')],
    ['coreNotes.ts', partModule('coreNotes', 'Notes', notes, 'Where the figures and claims of the core pack come from')],
  ]);
}

function partModule(name: string, type: 'Logic' | 'Notes', part: Logic | Notes, says: string): string {
  return `${HEAD}import type { ${type} } from '../pack/${type.toLowerCase()}.ts';
import { sealed } from '../pack/sealed.ts';

/** ${says}. */
export const ${name} = /* @__PURE__ */ sealed(/* @__PURE__ */ JSON.parse(${quoted(JSON.stringify(part))}) as ${type});
`;
}

/** As a string, which is parsed faster than the same data as code. */
function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}

function packModule(pack: Pack): string {
  return `${HEAD}import type { TypedPack } from '../pack/pack.ts';
import { sealedPack } from '../pack/sealed.ts';

/** The answers to the questions of this pack. Leave out what is not known, or answer \`'unknown'\`. */
export interface CoreAnswers {
${pack.questions.map(propertyOf).join('\n')}
}

/** The pack that comes with afterview: ${pack.title.replaceAll('*/', '')} */
export const corePack = /* @__PURE__ */ sealedPack(/* @__PURE__ */ JSON.parse(${quoted(JSON.stringify(pack))}) as TypedPack<CoreAnswers>);
`;
}

function propertyOf(question: Question): string {
  const doc = question.ask.replaceAll('*/', '').replaceAll('\n', ' ');
  return `  /** ${doc}${boundsOf(question)} */\n  readonly '${question.id}'?: ${typeOf(question)} | 'unknown' | null | undefined;`;
}

function boundsOf(question: Question): string {
  if (question.kind === 'number') return ` Whole ${question.unit}, ${question.from} to ${question.to}.`;
  return question.kind === 'date' ? ' `YYYY-MM-DD`.' : '';
}

function typeOf(question: Question): string {
  if (question.kind === 'number') return 'number';
  if (question.kind === 'date') return '`${number}-${number}-${number}`';
  const options = question.options.map(({ id }) => `'${id}'`).join(' | ');
  return question.kind === 'several-of' ? `readonly (${options})[]` : options;
}
