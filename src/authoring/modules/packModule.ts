import type { ReadPack } from '../readPack.ts';
import { answersInterface, inComment } from './answersInterface.ts';
import { parsed } from './parsed.ts';

/** A pack as a module that needs neither disk nor YAML, in TypeScript, or in JavaScript with its declarations. */
export interface PackModule {
  readonly typescript: string;
  readonly javascript: string;
  readonly declarations: string;
}

/** What a module gives by each name, and what it is. */
const parts = [
  ['logic', 'Logic', 'What inference needs of the pack, and no text: `prepareLogic` of `afterview/engine` takes it.'],
  ['words', 'Words', 'The texts of the pack.'],
  ['notes', 'Notes', 'Where its figures and claims come from: reports for coaches take it.'],
] as const;

/** The module of a pack: the whole, the type of its answers, and the parts that are used alone. */
export function packModule(read: Pick<ReadPack, 'pack' | 'logic' | 'words' | 'notes'>): PackModule {
  const { id, version, title, questions } = read.pack;
  const head = `// Made from the pack “${id}” ${version} by “afterview compile”. Do not edit: change its files instead.\n`;
  const whole = `/** ${inComment(title)}: \`diagnose(answers, { pack })\` knows its questions and their answers. */\n`;
  const answers = answersInterface('Answers', questions);
  const exported = (line: (name: (typeof parts)[number][0], type: string) => string): string => parts.map(([name, type, says]) => `/** ${says} */\n${line(name, type)}\n`).join('\n');
  const types = 'type Logic, type Notes, type TypedPack, type Words';
  return {
    typescript: `${head}import { ${types}, withWords } from 'afterview';

${answers}
${exported((name, type) => `export const ${name} = ${parsed(read[name])} as ${type};`)}
${whole}export const pack = /* @__PURE__ */ withWords(logic, words) as TypedPack<Answers>;
`,
    javascript: `${head}import { withWords } from 'afterview';

${exported(name => `export const ${name} = ${parsed(read[name])};`)}
${whole}export const pack = /* @__PURE__ */ withWords(logic, words);
`,
    declarations: `${head}import type { ${types.replaceAll('type ', '')} } from 'afterview';

${answers}
${exported((name, type) => `export declare const ${name}: ${type};`)}
${whole}export declare const pack: TypedPack<Answers>;
`,
  };
}
