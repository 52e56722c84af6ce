import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, sortProblems } from '../base/problem.ts';
import { safeFromCsv } from '../forms/fromCsv.ts';
import { safeFromSurveyJs } from '../forms/fromSurveyJs.ts';
import { safeFromTypeform } from '../forms/fromTypeform.ts';
import type { FormAnswersFile } from '../forms/responses.ts';
import type { Pack } from '../pack/pack.ts';
import { choosePack } from './choosePack.ts';
import { jsonText } from './jsonText.ts';
import { readInput } from './readInput.ts';
import { type JsonFile, readJson } from './readJson.ts';
import { Refusal } from './refusal.ts';
import { writeOutput } from './writeOutput.ts';

export type FormService = 'surveyjs' | 'typeform' | 'google-forms' | 'microsoft-forms';

export interface ImportCommandOptions {
  readonly from: FormService;
  readonly map?: string;
  readonly pack?: string;
  readonly out?: string;
}

/** `afterview import FILE --from SERVICE`: the responses to a form in, an answers file for each out; all of them, or none. */
export async function importCommand(file: string, { from, map, pack: folder, out }: ImportCommandOptions): Promise<void> {
  if (file === '-' && map === '-') throw new Refusal([problem('both files are standard input', 'name at least one of them', ['--map'])], 2);
  const input = await readInput(file);
  const mapFile = map === undefined ? undefined : await jsonIn(map);
  const { pack } = await choosePack(folder);
  const files = filesIn(input, from, pack, mapFile);
  if (out === undefined) writeOne(files);
  else writeAll(files, out);
}

async function jsonIn(file: string): Promise<JsonFile> {
  const { name, text } = await readInput(file);
  return readJson(name, text);
}

/** @throws Refusal with everything that was not understood, in the file of the responses or in the map */
function filesIn({ name, text }: { readonly name: string; readonly text: string }, from: FormService, pack: Pack, map: JsonFile | undefined): readonly FormAnswersFile[] {
  const options = { pack, ...(map ? { map: map.value } : {}) };
  const json = from === 'surveyjs' || from === 'typeform' ? readJson(name, text) : undefined;
  const read = json ? (from === 'surveyjs' ? safeFromSurveyJs : safeFromTypeform)(json.value, options) : safeFromCsv(text, { ...options, file: name });
  if (!read.ok) throw new Refusal(sortProblems(read.problems.map(each => placed(each, json, map))));
  return read.value;
}

function placed(each: Problem, json: JsonFile | undefined, map: JsonFile | undefined): Problem {
  if (each.at !== undefined || each.code === 'too-many') return each;
  const { path = [] } = each;
  return map && path[0] === 'map' ? map.locate({ ...each, path: path.slice(1) }) : json?.locate(each) ?? each;
}

function writeOne(files: readonly FormAnswersFile[]): void {
  const [only] = files;
  if (!only || files.length > 1) throw new Refusal([problem(`there are ${files.length} responses, and only one goes to standard output`, 'name a folder: --out answers', ['--out'])], 2);
  writeOutput(jsonText(only), undefined);
}

/** One file for each response, numbered in their order. What is there already is never written over. */
function writeAll(files: readonly FormAnswersFile[], folder: string): void {
  const digits = String(files.length).length;
  const names = files.map((_, at) => join(folder, `response-${String(at + 1).padStart(digits, '0')}.json`));
  const there = names.find(name => existsSync(name));
  if (there !== undefined) throw new Refusal([problem(`${there} is there already`, 'name another folder', ['--out'])], 2);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new Refusal([problem(`the folder ${folder} cannot be made (${code})`, 'name another one, or check whether you may write there', ['--out'])]);
  }
  files.forEach((file, at) => { writeOutput(jsonText(file), names[at]); });
  process.stderr.write(`${files.length === 1 ? '1 answers file' : `${files.length} answers files`} in ${folder}\n`);
}

function problem(message: string, hint: string, path: readonly string[]): Problem {
  return { code: 'unreadable', message, hint, path };
}
