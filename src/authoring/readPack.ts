import { byId } from '../base/order.ts';
import { PackError } from '../base/errors.ts';
import { plainEntries } from '../base/plainObject.ts';
import { strayOptions } from '../base/strayOptions.ts';
import { type Checked, type Problem, refused, sortProblems } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import { checkClaims, compileCause, type PackScope } from './compile/compileCause.ts';
import { compileCondition } from './compile/compileCondition.ts';
import { compileHead, placesIn } from './compile/compileHead.ts';
import { checkSilence } from './compile/compileWaiting.ts';
import { checkCircles } from './check/checkCircles.ts';
import { checkNames } from './check/checkNames.ts';
import { checkOutcome } from './check/checkOutcome.ts';
import { compileQuestions, type QuestionIndex } from './compile/compileQuestions.ts';
import { hashOf } from './compile/hash.ts';
import type { Logic } from '../pack/logic.ts';
import type { Notes } from '../pack/notes.ts';
import type { Belief, Pack } from '../pack/pack.ts';
import { checkExamples, examplesOf, type PackExample } from './check/packExamples.ts';
import { type Bases, parsePack } from './extend/parsePack.ts';
import { inOrderOfSections, type ParsedFiles } from './files/packFiles.ts';
import type { ParsedFile } from './files/parseFile.ts';
import type { BeliefsFile, PackFile } from './files/fileSchemas.ts';
import { sealed } from '../pack/sealed.ts';
import { withWords } from '../pack/withWords.ts';
import type { Words } from '../pack/words.ts';
import { carryingTooMuch, compileNamedReasons, type NamedReasons } from './compile/compileNamed.ts';
import { type CompiledNotes, compileNotes } from './compile/compileNotes.ts';
import { logicOf, wordsOf } from './compile/splitPack.ts';
import { checkSources } from './compile/compileSourced.ts';
import { checkUnique } from './check/checkUnique.ts';
import { type Unread, unreadIn } from './files/unread.ts';
import { type Suggestions, suggestions } from './check/suggestions.ts';
import { MOST_LETTERS } from './yaml/limits.ts';

/** The language of the texts that stand in rule files. */
const LOCALE = 'en';

/** A pack as read from its files: whole and in its parts, with the examples of its authors. */
export interface ReadPack {
  readonly pack: Pack;
  readonly logic: Logic;
  readonly words: Words;
  readonly notes: Notes;
  readonly examples: readonly PackExample[];
}

/**
 * As `safeReadPack`, but throws the problems instead of returning them.
 *
 * @throws PackError with the problems of every file, each with its place and a hint
 *
 * @example
 * try {
 *   readPack(new Map([['pack.yaml', 'format: 1']]));
 * } catch (error) {
 *   isPackError(error) && error.problems[0]?.at?.file; // 'pack.yaml'
 * }
 */
export function readPack(files: ReadonlyMap<string, unknown>, options: ReadPackOptions = {}): ReadPack {
  const read = safeReadPack(files, options);
  if (!read.ok) throw new PackError(read.problems);
  return read.value;
}

/**
 * Reads a whole pack from the texts of its files. Problems of all files come at once, ordered by place: a file
 * that cannot be read does not hide what is wrong in the others, and names that it may declare are not told as unknown.
 *
 * @param files - path → text; paths are shown in problems, and their ends tell the kind of file:
 *   `pack.yaml`, `questions.yaml` or `questions/*.yaml`, `beliefs.yaml`, `sources.yaml`, anything else is a cause.
 *
 * @example
 * const read = safeReadPack(new Map([['causes/late.yaml', 'id: late']]));
 * read.ok ? [] : read.problems.some(({ code }) => code === 'missing-file'); // true
 */
export function safeReadPack(files: ReadonlyMap<string, unknown>, options: ReadPackOptions = {}): Checked<ReadPack> {
  const bases = basesIn(options);
  return bases.ok ? readWith(files, bases.value) : bases;
}

/** The same with the packs to which it may add, however these are found. */
export function readWith(files: ReadonlyMap<string, unknown>, bases: Bases): Checked<ReadPack> {
  const read = readWithPlaces(files, bases);
  return read.ok ? { ok: true, value: read.value.read } : read;
}

/** What may be said beside the files of a pack. */
export interface ReadPackOptions {
  /** The files of the packs that it may add to (`extends`), by the name that it gives them, each as path → text. */
  readonly bases?: Readonly<Record<string, ReadonlyMap<string, unknown>>> | undefined;
}

/** Bases as they are given in a program. */
export function basesIn(options: unknown): Checked<Bases> {
  const given = plainEntries(options, 'options', '{ bases: { core: files } }');
  if (!given.ok) return given;
  const stray = strayOptions(given.value.map(([key]) => key), ['bases']);
  if (stray.length > 0) return refused(stray);
  const entries = plainEntries(given.value[0]?.[1] ?? {}, 'bases', '{ core: files }');
  if (!entries.ok) return entries;
  const named = new Map(entries.value);
  return { ok: true, value: { names: [...named.keys()], find: name => (named.has(name) ? mapOf(named.get(name)) : null) } };
}

function mapOf(files: unknown): Checked<ReadonlyMap<string, unknown>> {
  if (isMapOfPaths(files)) return { ok: true, value: files };
  return refused([{ code: 'wrong-kind', message: `a pack is read from a Map of path → text, not ${showAny(files)}`, hint: 'new Map([[“pack.yaml”, text], …])', path: [] }]);
}

/** A pack with the files that it was read from, in their authors' words, and the places of all their parts. */
export interface PlacedPack {
  readonly read: ReadPack;
  readonly parsed: ParsedFiles;
}

/** As `safeReadPack`, for whoever tells authors about parts of a pack that has no problem. */
export function readWithPlaces(given: ReadonlyMap<string, unknown>, bases: Bases): Checked<PlacedPack> {
  const known = mapOf(given);
  if (!known.ok) return known;
  const files = known.value;
  const problems: Problem[] = [];
  const large = tooLarge(files);
  if (large) return refused([large]);
  const suggested = suggestions();
  const parsed = parsePack(files, bases, problems);
  const { kindOf, pack: [head, ...furtherHeads] } = parsed;
  for (const further of furtherHeads) {
    problems.push({ code: 'duplicate-id', message: 'there are two files called pack.yaml', hint: `the first is ${head?.file ?? ''}: keep one of them`, at: further.place([]) });
  }
  if (!head && !problems.some(({ at }) => at && kindOf(at.file) === 'pack')) {
    problems.push({ code: 'missing-file', message: 'there is no pack.yaml', hint: 'add one: it names the pack, its version and its sections', at: { file: 'pack.yaml', line: 1, column: 1 } });
  }
  const before = problems.length;
  const ordered = inOrderOfSections(parsed.questions, head, unreadIn(files, parsed.unread, kindOf), suggested, problems);
  const inOrder = head !== undefined && problems.length === before;
  const unread = unreadIn(files, inOrder ? parsed.unread : [...parsed.unread, ...ordered.map(({ file }) => file)], kindOf);
  const questions = compileQuestions(ordered, unread, suggested, problems);
  if (ordered.length > 0 && !parsed.unread.some(file => kindOf(file) === 'questions')) checkOutcome(ordered, problems);
  const rest = compileRest(parsed, ordered, questions, head, unread, suggested, problems);
  const content = head && { ...compileHead(head, rest.scopeFor(head)), ...rest.content };
  if (head?.value.waiting && !parsed.unread.some(file => kindOf(file) === 'cause')) checkSilence(head, rest.content.causes, problems);
  if (problems.length > 0 || !content) return { ok: false, problems: sortProblems(distinct(problems)) };
  const { id, version, title } = head.value;
  const read = { ...inParts({ id, version, title, ...content }, compileNotes(head.value, parsed)), examples: examplesOf(parsed) };
  return { ok: true, value: { read, parsed } };
}

/** The parts of a pack, which share its hash, and the whole. */
function inParts({ id, version, ...content }: Omit<Pack, 'format' | 'hash'>, notes: CompiledNotes): Omit<ReadPack, 'examples'> {
  const named = { id, version, hash: hashOf({ ...content, notes }) };
  const compiled = sealed<Pack>({ format: 1, ...named, ...content });
  const [logic, words] = [sealed(logicOf(compiled)), sealed(wordsOf(compiled, LOCALE))];
  return { pack: withWords(logic, words), logic, words, notes: sealed({ ...named, ...notes }) };
}

/** Files of so many letters, all in all, are no pack that people wrote. */
function tooLarge(files: ReadonlyMap<string, unknown>): Problem | undefined {
  let letters = 0;
  for (const [file, text] of files) {
    letters += typeof text === 'string' ? text.length : 0;
    if (letters > MOST_LETTERS) return { code: 'too-large', message: 'the files of this pack are larger than 16 MiB', hint: 'name the folder that holds pack.yaml', at: { file, line: 1, column: 1 } };
  }
  return undefined;
}

function isMapOfPaths(files: unknown): files is ReadonlyMap<string, unknown> {
  try {
    return files instanceof Map && [...files.keys()].every(path => typeof path === 'string');
  } catch {
    return false; // a proxy, which has no keys of its own to give
  }
}

interface Rest {
  readonly content: Pick<Pack, 'questions' | 'causes' | 'beliefs' | 'sections'>;
  readonly scopeFor: (file: ParsedFile<unknown>) => PackScope;
}

function compileRest(parsed: ParsedFiles, ordered: ParsedFiles['questions'], questions: QuestionIndex, head: ParsedFile<PackFile> | undefined, unread: Unread, suggested: Suggestions, problems: Problem[]): Rest {
  const sources = parsed.sources.flatMap(file => file.value);
  const sourceIds = new Set([...sources.map(source => source.id), 'judgement']);
  const asked = [...questions.values()].map(({ question }) => question);
  const claims = new Set(sources.flatMap(source => (source.claims ?? []).map(claim => claim.id)));
  const places = head && placesIn(head.value);
  const scopeWith = (named: NamedReasons | null | undefined) => (file: ParsedFile<unknown>): PackScope =>
    ({ file, questions, asked, later: new Set(), sources: sourceIds, claims, named, places, unread, suggestions: suggested, problems });
  const overlong = head && carryingTooMuch(parsed.causes, head);
  if (overlong) problems.push({ code: 'too-large', message: 'the signs of this pack are too many for what employers may have named', hint: 'each sign of a cause carries what is named: name fewer answers, or take signs out', path: ['named'], at: overlong.place(['named'], 'key') });
  const named = head && compileNamedReasons(head, scopeWith(null)(head));
  const scopeFor = scopeWith(overlong ? undefined : named);
  checkIds(parsed, problems);
  checkExamples(parsed, scopeFor);
  for (const file of parsed.misshapen) if (['cause', 'beliefs', 'pack'].includes(parsed.kindOf(file.file))) checkNames(file, scopeFor(file));
  const causes = parsed.causes.map(file => compileCause(file, scopeFor(file))).sort(byId);
  const indices = new Map(causes.map(({ id }, index) => [id, index]));
  for (const file of parsed.causes) checkGeneral(file, indices, scopeFor(file));
  checkCircles(parsed.causes, scopeFor);
  const beliefs = parsed.beliefs.flatMap(file => file.value.map((words, index) => compileBelief(words, index, indices, scopeFor(file))));
  return {
    scopeFor,
    content: {
      sections: ordered.map(file => ({ id: file.value.section, title: file.value.title })),
      questions: asked,
      causes,
      beliefs,
    },
  };
}

function checkIds({ pack, causes, beliefs, sources }: ParsedFiles, problems: Problem[]): void {
  checkUnique(sources.flatMap(file => file.value.map((source, at) => ({ id: source.id, file, path: [at, 'id'] }))), 'sources', problems);
  checkUnique(sources.flatMap(file => file.value.flatMap((source, at) => (source.claims ?? []).map((claim, index) => ({ id: claim.id, file, path: [at, 'claims', index, 'id'] })))), 'claims', problems);
  checkUnique(beliefs.flatMap(file => file.value.map((belief, at) => ({ id: belief.id, file, path: [at, 'id'] }))), 'beliefs', problems);
  checkUnique(pack.flatMap(file => (file.value.flags ?? []).map(({ id }, at) => ({ id, file, path: ['flags', at, 'id'] }))), 'flags', problems);
  checkUnique(causes.map(file => ({ id: file.value.id, file, path: ['id'] })), 'causes', problems);
  checkUnique(causes.flatMap(file => file.value.fixes.map((fix, index) => ({ id: fix.id, file, path: ['fixes', index, 'id'] }))), 'fixes', problems);
}

type Path = readonly (string | number)[];

/** Index of each cause by id. */
type CauseIndices = ReadonlyMap<string, number>;

/** The more general cause is another one of the pack. */
function checkGeneral(file: ParsedFiles['causes'][number], causes: CauseIndices, scope: PackScope): void {
  const { id, 'part-of': general } = file.value;
  if (general === undefined || (general !== id && causes.has(general)) || scope.unread('cause', general)) return;
  if (general === id) refuse(scope, 'a cause is no part of itself', 'name a more general cause, or take this out', ['part-of']);
  else refuseCause(general, causes, ['part-of'], scope);
}

function compileBelief(words: BeliefsFile[number], index: number, causes: CauseIndices, scope: PackScope): Belief {
  checkClaims(words.claims, [index, 'claims'], scope);
  checkSources(words.from, [index, 'from'], scope);
  const { id, belief, truer, denies } = words;
  const denied = denies === undefined ? undefined : causes.get(denies);
  if (denies !== undefined && denied === undefined && !scope.unread('cause', denies)) refuseCause(denies, causes, [index, 'denies'], scope);
  return { id, when: compileCondition(words.when, [index, 'when'], scope), ...(words.unless === undefined ? {} : { unless: compileCondition(words.unless, [index, 'unless'], scope) }), alone: words.alone === 'yes', ...(denied === undefined ? {} : { denies: denied }), belief, truer };
}

function refuseCause(id: string, causes: CauseIndices, path: Path, scope: PackScope): void {
  refuse(scope, `no cause is called “${id}”`, scope.suggestions.hint(id, causes), path);
}

function refuse({ problems, file }: PackScope, message: string, hint: string, path: Path): void {
  problems.push({ code: 'unknown-cause', message, hint, path, at: file.place(path) });
}

/** One slip can be seen from two sides; it is told once. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map(problem => [JSON.stringify([problem.at?.file, problem.at?.line, problem.at?.column, problem.code, problem.message]), problem])).values()];
}
