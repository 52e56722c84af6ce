import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRuntimes, spawned, versionOf } from './installed.ts';
import type { Result } from './result.ts';
import { endings, type Format } from './suite.ts';

const compilers = ['typescript-5.4', 'typescript-5.9', 'typescript-6.0', 'typescript-7.0'];

/** A way of finding modules, and the module format that goes with it for each kind of file. */
interface Resolution {
  readonly name: string;
  readonly modules: Readonly<Record<Format, string>>;
}

const resolutions: readonly Resolution[] = [
  { name: 'node10', modules: { ESM: 'esnext', CJS: 'commonjs' } },
  { name: 'node16', modules: { ESM: 'node16', CJS: 'node16' } },
  { name: 'nodenext', modules: { ESM: 'nodenext', CJS: 'nodenext' } },
  { name: 'bundler', modules: { ESM: 'esnext', CJS: 'preserve' } },
];

const entries = { main: 'afterview', engine: 'afterview/engine', notes: 'afterview/core/notes', pack: 'afterview/pack', files: 'afterview/node', schema: 'afterview/schema', forms: 'afterview/forms', tools: 'afterview/tools' };

/** Uses every entry. What must not compile shows that the types were found at all. */
const body = `
const answers: main.AnswersTo<typeof main.corePack> = { outcome: 'rejected', arrival: 'late', 'minutes-late': 20 };
const diagnosis: main.Diagnosis = main.diagnose(answers, { asOf: '2026-11-22' });
// @ts-expect-error -- no answer to this question
main.diagnose({ arrival: 'laet' });
const page: string = main.toHtml(diagnosis, { for: 'coach', notes: notes.coreNotes });
const presence: number | undefined = engine.prepareLogic(engine.coreLogic).interview({ outcome: 'rejected' }).explanation().causes()[0]?.presence;
const read: pack.ReadPack = pack.readPack(new Map([['pack.yaml', page]]));
const loaded: main.Checked<files.ReadPack> = files.safeLoadPack('rules');
// @ts-expect-error -- a path is a text
files.safeLoadPack(3);
const parsed = schema.answersSchema(main.corePack).safeParse(answers);
const again: main.AnswersTo<typeof main.corePack> | undefined = parsed.data;
const known: string = schema.diagnosisSchema.parse(diagnosis).headline.text;
// @ts-expect-error -- the notes hold no such thing
notes.coreNotes.songs;
try {
  main.diagnose(again ?? {});
  main.diagnose({ outcome: 'rejected' }, { pack: loaded.ok ? loaded.value.pack : read.pack });
} catch (error) {
  if (main.isAnswersError(error)) error.problems.map(({ message }) => message + known + String(presence));
}
`;

/** Lets every compiler check a project that uses every entry, with the declarations of all packages. */
export function compileConsumers(home: string): readonly Result[] {
  return compilers.flatMap(compiler => resolutions.flatMap(resolution => (['ESM', 'CJS'] as const).map(format => compile(home, compiler, resolution, format))));
}

function compile(home: string, compiler: string, { name, modules }: Resolution, format: Format): Result {
  const folder = join(home, `${compiler}-${name}-${format}`);
  mkdirSync(folder);
  // the older resolution does not know files that say their format by their ending
  const file = name === 'node10' ? 'consumer.ts' : `consumer.${endings[format].replace('js', 'ts')}`;
  const load = (local: string, from: string): string => (format === 'ESM' ? `import * as ${local} from '${from}';` : `import ${local} = require('${from}');`);
  writeFileSync(join(folder, file), `${Object.entries(entries).map(([local, from]) => load(local, from)).join('\n')}\n${body}`);
  // the declarations of zod need it there; elsewhere it follows from the module format
  const interop = name === 'node10' ? { esModuleInterop: true } : {};
  const deprecated = name === 'node10' && versionOf(compiler).startsWith('6.') ? { ignoreDeprecations: '6.0' } : {};
  const compilerOptions = {
    target: 'es2022', lib: ['es2022', 'dom'], types: [], module: modules[format], moduleResolution: name, strict: true, skipLibCheck: false, exactOptionalPropertyTypes: true, noEmit: true, ...interop, ...deprecated,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
  const result = { runtime: `TypeScript ${versionOf(compiler)}`, format, suite: `types by ${name}, ${modules[format]}` };
  const program = inRuntimes(compiler, 'bin', 'tsc');
  if (!existsSync(program)) return { ...result, failed: 'it is not installed' };
  const { status, stdout, stderr } = spawned(process.execPath, [program, '-p', folder, '--pretty', 'false'], folder);
  if (status === 0) return { ...result, passed: 'no errors' };
  const errors = stdout.split('\n').filter(line => line.includes('error TS'));
  const removed = name === 'node10' && errors.length > 0 && errors.every(line => /error TS510[278].*(?:moduleResolution|node10)/.test(line));
  return removed ? { ...result, passed: 'the compiler has this resolution no more' } : { ...result, failed: `${errors.length} errors: ${errors.slice(0, 3).join('; ')}${stderr}` };
}
