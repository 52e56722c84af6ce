import type * as z from 'zod';
import { didYouMean, nearest } from '../../base/nearest.ts';
import type { Checked, Problem } from '../../base/problem.ts';
import { MOST_PROBLEMS } from '../yaml/limits.ts';
import { readYaml, type YamlFile } from '../yaml/readYaml.ts';
import { questionKinds } from './fileSchemas.ts';
import { show } from '../../base/show.ts';

/** A file of the right shape, still in its author's words, with the places of its parts. */
export interface ParsedFile<T> {
  readonly file: string;
  readonly value: T;
  readonly place: YamlFile['place'];
}

/** A file that does not have the shape of its kind, with the paths to what is wrong with it. */
export interface Misshapen extends ParsedFile<unknown> {
  readonly wrong: readonly (readonly (string | number)[])[];
}

type Parsed<T> = Checked<ParsedFile<T>> & { readonly misshapen?: Misshapen };

/** What a file of some kind must look like. */
export type Shape<T> = z.ZodType<T>;

/** Reads a file and checks it against the schema of its kind. */
export function parseFile<T>(text: unknown, file: string, schema: Shape<T>, kind: string): Parsed<T> {
  const read = readYaml(text, file);
  if (!read.ok) return read;
  return checkShape(read.value, schema, kind);
}

/** Checks a file that has been read against the schema of its kind. */
export function checkShape<T>({ file, value, place }: ParsedFile<unknown>, schema: Shape<T>, kind: string): Parsed<T> {
  const result = schema.safeParse(value, { jitless: true });
  if (result.success) return { ok: true, value: { file, value: bare(result.data) as T, place } };
  const { issues } = result.error;
  const problems = issues.slice(0, MOST_PROBLEMS).flatMap(issue => reword(issue, { value, place, kind, schema }));
  const wrong = issues.filter(({ code }) => code !== 'unrecognized_keys').map(({ path }) => path as Path);
  return { ok: false, problems, misshapen: { file, value, place, wrong } };
}

/** The same data in objects without a prototype, as the YAML had it: an optional key is there only when its author wrote it. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.create(null) as Record<string, unknown>;
  for (const [key, inner] of Object.entries(value)) copy[key] = bare(inner);
  return copy;
}

/** What is needed to tell an issue. */
interface Reworded {
  readonly value: unknown;
  readonly place: YamlFile['place'];
  readonly kind: string;
  readonly schema: z.ZodType;
}

type Path = readonly (string | number)[];

/** A schema issue as problems in a coach's words, each at the key or value that it is about. */
function reword(issue: z.core.$ZodIssue, file: Reworded): readonly Problem[] {
  const { value, place } = file;
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') return issue.keys.slice(0, MOST_PROBLEMS).map(key => unknownKey(path, key, file));
  const found = valueAt(value, path);
  if (found === undefined && path.length > 0) return [missingKey(path, issue, file)];
  if (issue.code === 'invalid_union' && path.at(-1) === 'kind') {
    return [{ code: 'wrong-shape', message: `${show(found)} is no kind of question`, hint: hintFor(found, questionKinds, issue), path, at: place(path) }];
  }
  const within = issuesWithin(issue, found);
  if (within) return within.flatMap(each => reword(each, file));
  const unsupported = path.length === 1 && path[0] === 'format';
  const outOfRange = issue.code === 'too_big' || issue.code === 'too_small';
  const misfit = outOfRange ? 'out-of-range' : 'wrong-shape';
  const code = unsupported ? 'unsupported-format' : misfit;
  const hint = hintFor(found, issue.code === 'invalid_value' && !unsupported ? issue.values.map(String) : [], issue);
  return [{ code, message: `${nameOf(path, file)} cannot be ${show(found)}`, hint, path, at: place(path) }];
}

/** Where a value may have several shapes, what is wrong with it in the only one that it can be meant to have. */
function issuesWithin(issue: z.core.$ZodIssue, found: unknown): readonly z.core.$ZodIssue[] | undefined {
  if (issue.code !== 'invalid_union') return undefined;
  const elsewhere = ['invalid_type', ...(typeof found === 'object' ? ['invalid_value'] : [])];
  const meant = issue.errors.filter(errors => errors.every(({ code, path }) => path.length > 0 || !elsewhere.includes(code)));
  const [only] = meant;
  return meant.length === 1 ? only?.map(each => ({ ...each, path: [...issue.path, ...each.path] })) : undefined;
}

function unknownKey(path: Path, key: string, file: Reworded): Problem {
  const known = keysAt(file.schema, path, file.value);
  const unused = known.filter(candidate => !hasKey(valueAt(file.value, path), candidate));
  const near = nearest(key, startingLike(key, unused)) ?? nearest(key, startingLike(key, known));
  const takeOut = unused.length > 0 ? `take it out, or use ${didYouMean(key, unused)}` : 'take it out';
  return {
    code: 'unknown-key',
    message: `${show(key)} is no part of ${nameOf(path, file)}`,
    hint: near === undefined ? takeOut : didYouMean(key, [near]),
    path: [...path, key],
    at: file.place([...path, key], 'key'),
  };
}

/** People seldom misspell the first letter: of equally near names, “unsupported” is meant by “usupported”. */
function startingLike(key: string, names: readonly string[]): readonly string[] {
  return [...names].sort((a, b) => Number(b[0] === key[0]) - Number(a[0] === key[0]));
}

/** A key that is missing because it is misspelt is told once, where it stands. */
function missingKey(path: Path, issue: z.core.$ZodIssue, file: Reworded): Problem {
  const key = String(path.at(-1));
  const outer = path.slice(0, -1);
  const around = valueAt(file.value, outer);
  const known = keysAt(file.schema, outer, file.value);
  const slip = nearest(key, Object.keys(around ?? {}).filter(written => !known.includes(written)));
  if (slip !== undefined && nearest(slip, known.filter(each => !hasKey(around, each))) === key) return unknownKey(outer, slip, file);
  const own = ownWords(issue);
  return { code: 'missing-key', message: `“${key}” is missing`, hint: `add “${key}:”${own === undefined ? '' : `; ${own}`}`, path, at: file.place(outer, 'key') };
}

function hintFor(found: unknown, choices: readonly string[], issue: z.core.$ZodIssue): string {
  if (choices.join() === 'yes,no') return 'write yes or no';
  if (typeof found === 'string' && choices.length > 0) return didYouMean(found, choices);
  return ownWords(issue) ?? neededShape(issue);
}

/** What the schema says about a value in our words; its library's own are for programmers. */
function ownWords(issue: z.core.$ZodIssue): string | undefined {
  return /^(?:Invalid|Too|Unrecognized)/.test(issue.message) ? undefined : issue.message;
}

function neededShape(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return neededKind[issue.expected] ?? 'write a text';
    case 'too_small':
      return `${issue.origin === 'array' ? 'give' : 'write'} ${issue.inclusive === false ? 'more than' : 'at least'} ${String(issue.minimum)}`;
    case 'too_big':
      return `${issue.origin === 'array' ? 'give' : 'write'} at most ${String(issue.maximum)}`;
    default:
      return 'look at another file of this kind';
  }
}

const neededKind: Readonly<Partial<Record<string, string>>> = {
  array: 'write a list: each item on a line of its own, after a dash',
  tuple: 'write a list: [lowest, highest]',
  object: 'write keys and values, each as “key: value”',
  number: 'write a number',
};

function nameOf(path: Path, { kind }: Reworded): string {
  const key = path.findLast(part => typeof part === 'string');
  return key === undefined ? kind : `“${key}”`;
}

function hasKey(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, part) =>
    typeof inner === 'object' && inner !== null && Object.hasOwn(inner, part) ? (inner as Record<string | number, unknown>)[part] : undefined, value);
}

/** The keys that the schema declares at a path, found by walking its public definition. */
function keysAt(schema: z.core.$ZodType, path: readonly (string | number)[], value: unknown): readonly string[] {
  const definition = Object.assign(Object.create(null), (schema as z.ZodType).def) as {
    readonly type: string; readonly shape?: Record<string, z.core.$ZodType>; readonly element?: z.core.$ZodType;
    readonly innerType?: z.core.$ZodType; readonly options?: readonly z.core.$ZodType[]; readonly discriminator?: string;
  };
  if (definition.innerType) return keysAt(definition.innerType, path, value);
  if (definition.options) {
    const discriminator = definition.discriminator;
    const kind = discriminator === undefined ? undefined : valueAt(value, [discriminator]);
    const chosen = definition.options.filter(option => discriminator !== undefined && ((option as z.ZodObject).shape[discriminator] as z.ZodLiteral | undefined)?.value === kind);
    return [...new Set((chosen.length > 0 ? chosen : definition.options).flatMap(option => keysAt(option, path, value)))];
  }
  const [head, ...rest] = path;
  if (head === undefined) return Object.keys(definition.shape ?? {});
  const inner = typeof head === 'number' ? definition.element : definition.shape?.[head];
  return inner ? keysAt(inner, rest, valueAt(value, [head])) : [];
}
