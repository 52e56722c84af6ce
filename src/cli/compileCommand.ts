import { extname } from 'node:path';
import { packModule } from '../authoring/modules/packModule.ts';
import { readInterview } from '../inference/readInterview.ts';
import { engineOf } from '../interview/engine.ts';
import { type LoadedPack, safeLoadPack } from '../node.ts';
import { networkOf } from './compile/network.ts';
import { toXmlBif } from './compile/xmlBif.ts';
import { latestInterview } from './latestInterview.ts';
import { Refusal } from './refusal.ts';
import { refuseOverwriting, writeOutput } from './writeOutput.ts';

export interface CompileCommandOptions {
  readonly format: 'module' | 'xmlbif';
  readonly out?: string;
  /** An answers file, or `-`: the network of its latest interview. */
  readonly answers?: string;
  readonly asOf?: string;
}

/** What the name of the output may end in, by format. */
const endings = { module: ['.ts', '.mts', '.js', '.mjs'], xmlbif: ['.xml', '.xmlbif'] } as const;

/** `afterview compile FOLDER`: a pack as a typed module, or one interview as a Bayesian network. */
export async function compileCommand(folder: string, options: CompileCommandOptions): Promise<void> {
  const { format, out, answers, asOf } = options;
  if (format === 'module' && (answers ?? asOf) !== undefined) throw wrong(answers === undefined ? '--as-of' : '--answers', 'a module is of a pack, and of no interview', 'take it out, or write --format xmlbif');
  checkEnding(format, out);
  const read = safeLoadPack(folder);
  if (!read.ok) throw new Refusal(read.problems);
  if (format === 'module') writeModule(read.value, out);
  else writeOutput(await networkIn(read.value, options), out);
}

function wrong(option: string, message: string, hint: string): Refusal {
  return new Refusal([{ code: 'wrong-kind', message, hint, path: [option] }], 2);
}

function checkEnding(format: CompileCommandOptions['format'], out: string | undefined): void {
  if (out === undefined || out === '-' || (endings[format] as readonly string[]).includes(extname(out))) return;
  const other = format === 'module' ? 'xmlbif' : 'module';
  const fitsOther = (endings[other] as readonly string[]).includes(extname(out));
  throw wrong('--out', `the name of ${format === 'module' ? 'a module' : 'a network'} ends in ${endings[format].join(', ')}`, fitsOther ? `write --format ${other}, or another name` : 'write another name');
}

/** JavaScript has its types in a file beside it. */
function writeModule(read: LoadedPack, out: string | undefined): void {
  const { typescript, javascript, declarations } = packModule(read);
  const [, name, kind] = /^(.*)\.(m?)js$/.exec(out ?? '') ?? [];
  writeOutput(name === undefined ? typescript : javascript, out);
  if (name !== undefined) writeOutput(declarations, `${name}.d.${kind ?? ''}ts`);
}

/** The network of the latest interview, or of one of which nothing is known. */
async function networkIn({ pack, notes }: LoadedPack, { answers, asOf, out }: CompileCommandOptions): Promise<string> {
  const { baseline } = engineOf(pack);
  const about = [`pack = ${pack.id} ${pack.version}`, `hash = ${pack.hash}`];
  if (answers === undefined) return toXmlBif(pack.id, about, networkOf(baseline.prepared, readOr(readInterview(baseline, {}))));
  refuseOverwriting(out, [answers]);
  const latest = await latestInterview(answers, baseline, notes, asOf);
  return toXmlBif(pack.id, [...about, `as of = ${latest.asOf}`], networkOf(baseline.prepared, latest.interview));
}

function readOr(read: ReturnType<typeof readInterview>): Extract<typeof read, { ok: true }>['value'] {
  if (!read.ok) throw new Refusal(read.problems);
  return read.value;
}
