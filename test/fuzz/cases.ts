import { inspect } from 'node:util';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { readAnswersFile } from '../../src/answers/answersFile.ts';
import { safeDiagnose, safeDiagnoseHistory } from '../../src/api/diagnose.ts';
import type { Interview } from '../../src/api/interview.ts';
import { type PreparedPack, prepare } from '../../src/api/prepare.ts';
import { safeReadPack } from '../../src/authoring/readPack.ts';
import type { Checked } from '../../src/base/problem.ts';
import { readJson } from '../../src/cli/readJson.ts';
import { Refusal } from '../../src/cli/refusal.ts';
import { corePack } from '../../src/core/corePack.ts';
import { arbitraryPack } from '../arbitraryPack.ts';
import { coreFiles } from '../authoring/coreFiles.ts';
import { minimalPack } from '../authoring/minimalPack.ts';
import { afterview } from '../cli/command.ts';
import { tinyFiles, tinyPack } from '../tinyPack.ts';
import { type DoorName, doors, storedDiagnosis } from './doors.ts';
import { make, type Recipe } from './recipes.ts';

/** The core pack, the tiny one, or a random one by its seed. */
export type PackName = 'core' | 'tiny' | number;

/** A change to the files of a pack: of a file's text, or of the data that it holds. Numbers are taken modulo what there is. */
export type Edit =
  | { readonly file: number; readonly at: number; readonly cut: number; readonly put: string; readonly times: number }
  | { readonly file: number; readonly node: number; readonly change: 'take out' | 'twice' | 'first' | 'inside' | 'swap' | 'rename' | 'replace'; readonly by: Recipe };

/** One input, as JSON. */
export type Case =
  | { readonly kind: 'answers' | 'diagnosis' | 'history'; readonly pack: PackName; readonly given: Recipe }
  | { readonly kind: 'file'; readonly pack: PackName; readonly text: string }
  | { readonly kind: 'options'; readonly door: DoorName; readonly given: Recipe }
  | { readonly kind: 'stored'; readonly door: DoorName; readonly leaf: number; readonly by: Recipe }
  | { readonly kind: 'pack'; readonly files: 'minimal' | 'tiny' | 'core'; readonly edits: readonly Edit[] }
  | { readonly kind: 'command'; readonly args: readonly string[]; readonly input: string };

export type Kind = Case['kind'];

/** What a case comes to: a run of it, on a value that is made anew each time. */
export interface Prepared {
  readonly given: unknown;
  readonly run: (given: unknown) => string | Promise<string>;
}

export function prepared(one: Case): Prepared {
  switch (one.kind) {
    case 'answers':
      return { given: make(one.given), run: given => told(packNamed(one.pack).safeInterview(given), explained) };
    case 'diagnosis':
      return { given: make(one.given), run: given => told(safeDiagnose(given, { pack: packNamed(one.pack).pack })) };
    case 'history':
      return { given: make(one.given), run: given => told(safeDiagnoseHistory(given, { pack: packNamed(one.pack).pack, asOf: '2026-11-22' })) };
    case 'file':
      return { given: one.text, run: given => read(given as string, one.pack) };
    case 'options':
      return { given: make(one.given), run: given => (one.door === 'answers file' ? shown : told)(doors[one.door](given)) };
    case 'stored':
      return { given: withLeaf(one.leaf, make(one.by)), run: given => shown(doors[one.door](given)) };
    case 'pack':
      return { given: editedFiles(one), run: given => told(safeReadPack(given as ReadonlyMap<string, unknown>)) };
    case 'command':
      return { given: one.args, run: async args => JSON.stringify(await afterview(args as readonly string[], { input: one.input })) };
  }
}

const packs = new Map<PackName, PreparedPack>();

function packNamed(name: PackName): PreparedPack {
  const known = packs.get(name);
  if (known) return known;
  const made = prepare<typeof tinyPack>(packOf(name));
  packs.set(name, made);
  return made;
}

export function packOf(name: PackName): typeof tinyPack {
  if (name === 'core') return corePack;
  return name === 'tiny' ? tinyPack : fc.sample(arbitraryPack(), { seed: name, numRuns: 1 })[0] as typeof tinyPack;
}

/** A result as text; numbers that no JSON can hold are none that anybody should be given. */
function told<T>(result: Checked<T>, of: (value: T) => unknown = value => value): string {
  return JSON.stringify(result.ok ? of(result.value) : result.problems, (key, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${key} is ${value}`);
    return value;
  });
}

/** A stored diagnosis is not looked at inside, nor are answers that a file only frames: what is wrong in them may come out again. */
function shown(result: Checked<unknown>): string {
  return inspect(result.ok ? result.value : result.problems, { depth: null, maxArrayLength: null, maxStringLength: null });
}

function explained(interview: Pick<Interview, "explanation">): unknown {
  const explanation = interview.explanation();
  const parts: readonly number[] = Object.values(explanation.parts);
  const sum = parts.reduce((total, part) => total + part, 0);
  if (Math.abs(sum - 1) > 1e-6) throw new RangeError(`the parts add to ${sum}`);
  return { ...explanation, causes: explanation.causes() };
}

function read(text: string, pack: PackName): string {
  try {
    return told(readAnswersFile(readJson('a.json', text).value, packOf(pack)));
  } catch (error) {
    if (error instanceof Refusal) return JSON.stringify(error.problems);
    throw error;
  }
}

/** A stored diagnosis with one of its values replaced. */
function withLeaf(leaf: number, by: unknown): unknown {
  const copy = structuredClone(storedDiagnosis) as object;
  const places = placesIn(copy);
  const [holder, key] = places[leaf % places.length] as Place;
  holder[key] = by;
  return copy;
}

type Place = readonly [holder: Record<string | number, unknown>, key: string | number];

/** Everything inside a value that can be replaced, from the outside in. */
function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string | number, unknown>;
  return Object.keys(value).flatMap(key => [[holder, Array.isArray(value) ? Number(key) : key] as const, ...placesIn(holder[key])]);
}

const fileSets = { minimal: minimalPack, tiny: tinyFiles, core: coreFiles } as const;

function editedFiles({ files, edits }: Extract<Case, { kind: 'pack' }>): ReadonlyMap<string, string> {
  return edits.reduce<ReadonlyMap<string, string>>((before, edit) => {
    const names = [...before.keys()];
    const name = names[edit.file % names.length] ?? '';
    const text = before.get(name) ?? '';
    return new Map([...before, [name, 'put' in edit ? spliced(text, edit) : changed(text, edit)]]);
  }, fileSets[files]);
}

function spliced(text: string, { at, cut, put, times }: Extract<Edit, { put: string }>): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + put.repeat(times) + text.slice(start + cut);
}

/** The text after its data was changed; as it is, where it can no longer be read. */
function changed(text: string, { node, change, by }: Extract<Edit, { node: number }>): string {
  let data: unknown;
  try {
    data = parse(text, { maxAliasCount: 0, logLevel: 'silent' });
  } catch {
    return text;
  }
  const places = placesIn(data);
  const place = places[node % Math.max(1, places.length)];
  if (!place) return text;
  const [holder, key] = place;
  const other = places[(node * 31 + 7) % places.length] ?? place;
  const value = holder[key];
  if (change === 'take out') { if (Array.isArray(holder)) holder.splice(Number(key), 1); else Reflect.deleteProperty(holder, key); }
  if (change === 'twice' && Array.isArray(holder)) holder.push(structuredClone(value));
  if (change === 'first' && Array.isArray(value)) holder[key] = value[0];
  if (change === 'inside') holder[key] = [value];
  if (change === 'replace') holder[key] = make(by);
  if (change === 'rename' && !Array.isArray(holder)) { holder[`${key}s`] = value; Reflect.deleteProperty(holder, key); }
  if (change === 'swap') { const kept = structuredClone(other[0][other[1]]); other[0][other[1]] = structuredClone(value); holder[key] = kept; }
  try {
    return stringify(data, { aliasDuplicateObjects: false });
  } catch {
    return text;
  }
}
