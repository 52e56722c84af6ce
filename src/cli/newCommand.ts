import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { SCHEMA_FOLDER, schemaLine } from '../authoring/editor/schemaFiles.ts';
import { readFolder, withSlashes } from '../authoring/folder/readFolder.ts';
import { basesBeside } from '../authoring/folder/basesBeside.ts';
import type { Bases } from '../authoring/extend/parsePack.ts';
import { readWithPlaces } from '../authoring/readPack.ts';
import { type Addition, newBelief, newCause, newQuestion, overwriting, wrongId } from '../authoring/start/additions.ts';
import { idFrom } from '../authoring/start/names.ts';
import { type OpenedPack, openPack } from '../authoring/start/openedPack.ts';
import { packSkeleton } from '../authoring/start/packSkeleton.ts';
import type { Problem } from '../base/problem.ts';
import { Refusal, unsteering } from './refusal.ts';
import { runExamples } from '../examples/runExamples.ts';
import { writeSchemas } from './schemaCommand.ts';
import { writeOutput } from './writeOutput.ts';

type Texts = ReadonlyMap<string, string | undefined>;

/** `afterview new pack FOLDER`: a pack to learn from, in a folder that is empty or still to be made. */
export function newPackCommand(folder: string, title: string | undefined): void {
  const name = basename(resolve(folder));
  const files = [...packSkeleton(idFrom(name) ?? 'my-pack', /\s/.test(folder) ? JSON.stringify(folder) : folder, title)].map(([path, text]) => [withSlashes(join(folder, path)), text] as const);
  const there = files.map(([path]) => path).filter(path => existsSync(path));
  if (there.length > 0) throw new Refusal(there.map(overwriting), 2);
  const addition: Addition = new Map(files);
  const bases = basesBeside(folder);
  const wrong = problemsIn(new Map([...existsSync(folder) ? textsIn(folder) : [], ...addition]), bases);
  const ofTitle = title === undefined ? [] : wrong.filter(({ at }) => at?.file === withSlashes(join(folder, 'pack.yaml')));
  if (ofTitle.length > 0) throw new Refusal(ofTitle.map(({ code, message, hint }) => ({ code, message, hint, path: ['--title'] })), 2);
  if (wrong.length > 0) throw new Refusal(wrong);
  const pack = openPack(addition, folder, bases);
  write(addition, pack.ok ? pack.value : null);
}

export interface NewItemOptions {
  readonly question?: string;
  readonly section?: string;
}

/** `afterview new cause|belief|question FOLDER ID`: one more of them, which leaves the pack as sound as it was. */
export function newItemCommand(kind: 'cause' | 'belief' | 'question', folder: string, id: string, { question, section }: NewItemOptions): void {
  const slips = [id, question, section].flatMap(each => (each === undefined ? [] : wrongId(each)));
  if (slips.length > 0) throw new Refusal(slips, 2);
  const texts = textsIn(folder);
  const bases = basesBeside(folder);
  const pack = openPack(texts, folder, bases);
  if (!pack.ok) throw new Refusal(pack.problems);
  const made = { cause: () => newCause(pack.value, id, question), belief: () => newBelief(pack.value, id, question), question: () => newQuestion(pack.value, id, section) }[kind]();
  if (!made.ok) throw new Refusal(made.problems);
  const before = problemsIn(texts, bases);
  const addition = firstSound(made.value, texts, before, bases);
  const after = openPack(new Map([...texts, ...addition]), folder, bases);
  write(addition, after.ok && existsSync(pack.value.pathOf(SCHEMA_FOLDER)) ? after.value : null);
  if (before.length > 0) process.stderr.write(unsteering(`The pack has problems, as it had before: npx afterview check ${folder}\n`));
}

/** @throws Refusal with what is wrong after the last one, when none leaves the pack as sound as it was */
function firstSound(additions: readonly Addition[], texts: Texts, before: readonly Problem[], bases: Bases): Addition {
  let further: readonly Problem[] = [];
  for (const addition of additions) {
    further = furtherProblems(before, problemsIn(new Map([...texts, ...addition]), bases));
    if (further.length === 0) return addition;
  }
  throw new Refusal(further);
}

function textsIn(folder: string): Texts {
  const read = readFolder(folder);
  if (!read.ok) throw new Refusal(read.problems);
  return read.value.texts;
}

/** Everything that is wrong with a pack and its examples. */
function problemsIn(texts: Texts, bases: Bases): readonly Problem[] {
  const read = readWithPlaces(texts, bases);
  return read.ok ? runExamples(read.value.read.pack, read.value.read.examples) : read.problems;
}

/** Those that were not there before, wherever they stand by now. */
function furtherProblems(before: readonly Problem[], after: readonly Problem[]): readonly Problem[] {
  const nameOf = ({ code, message, at }: Problem): string => JSON.stringify([code, message, at?.file]);
  const known = new Set(before.map(nameOf));
  return after.filter(problem => !known.has(nameOf(problem)));
}

/**
 * Files that are new are made, and never in the place of another.
 *
 * @param known - the pack after that, where editors are to know it: a new file then says where its schema is
 */
function write(addition: Addition, known: OpenedPack | null): void {
  for (const [path, text] of addition) {
    if (existsSync(path)) {
      writeOutput(text, path);
    } else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${known ? schemaLine(path.slice(known.pathOf('').length), known.own.kindOf(path)) : ''}${text}`, { flag: 'wx' });
    }
    process.stdout.write(unsteering(`${path}\n`));
  }
  if (known) writeSchemas(known);
}
