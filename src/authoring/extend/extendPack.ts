import type { Problem } from '../../base/problem.ts';
import { didYouMean } from '../../base/nearest.ts';
import type { ExtendingFile } from '../files/extendingFile.ts';
import { beliefsFile, causeFile, type PackFile, packFile, questionsFile, type QuestionsFile } from '../files/fileSchemas.ts';
import type { ParsedFiles } from '../files/packFiles.ts';
import { checkShape, type ParsedFile, type Shape } from '../files/parseFile.ts';
import { accepts } from './accepts.ts';
import { overlaid, type Overlay, type Path, withItems, withoutItems } from './overlay.ts';

type Head = ParsedFile<ExtendingFile>;

/** Parts of a pack that have an id, and can be switched off or said otherwise. */
type Kind = 'causes' | 'questions' | 'beliefs' | 'fixes';

/**
 * The files of a pack as if it had been written whole: those of the pack that it adds to, without what is switched off
 * and with what is said otherwise, and its own. Examples of the other pack are left out: they were right for it alone.
 */
export function extendedPack(own: ParsedFiles, head: Head, base: ParsedFiles, problems: Problem[]): ParsedFiles {
  const [baseHead] = base.pack;
  if (baseHead) checkRequired(head, baseHead, problems);
  checkNamed(head, base, problems);
  const whole = withOverlays(withoutOff(base, head), head, problems);
  const kindOf: ParsedFiles['kindOf'] = file => (belongsTo(own, file) ? own.kindOf(file) : base.kindOf(file));
  return {
    pack: baseHead ? headOf(baseHead, head, problems) : [],
    extending: own.extending,
    questions: joinedSections(whole.questions, own.questions),
    causes: [...whole.causes.map(file => ({ ...file, value: { ...file.value, examples: [] } })), ...own.causes],
    beliefs: [...whole.beliefs.map(file => ({ ...file, value: file.value.map(belief => ({ ...belief, examples: [] })) })), ...own.beliefs],
    sources: [...base.sources, ...own.sources],
    kindOf,
    unread: [...base.unread, ...own.unread],
    misshapen: [...base.misshapen, ...own.misshapen],
  };
}

function belongsTo({ extending, questions, causes, beliefs, sources, unread }: ParsedFiles, file: string): boolean {
  return unread.includes(file) || [extending, questions, causes, beliefs, sources].some(files => files.some(each => each.file === file));
}

function checkRequired(head: Head, base: ParsedFile<PackFile>, problems: Problem[]): void {
  const { requires } = head.value;
  const { id, version } = base.value;
  if (requires === undefined || accepts(requires, id, version)) return;
  add(problems, head, ['requires'], 'unsupported-format', `this needs ${requires}, and ${id} is here as ${version}`, `look whether what it says still fits, then write ${id} ^${version}`);
}

/** Ids of each kind, with the files in which they stand. */
function idsIn({ causes, questions, beliefs }: ParsedFiles): Readonly<Record<Kind, readonly string[]>> {
  return {
    causes: causes.map(({ value }) => value.id),
    questions: questions.flatMap(({ value }) => value.questions.map(({ id }) => id)),
    beliefs: beliefs.flatMap(({ value }) => value.map(({ id }) => id)),
    fixes: causes.flatMap(({ value }) => value.fixes.map(({ id }) => id)),
  };
}

/** What is switched off or said otherwise must be there: after a change of the other pack it may be stale. */
function checkNamed(head: Head, base: ParsedFiles, problems: Problem[]): void {
  const { off = {}, override = {}, extends: name } = head.value;
  const known = idsIn(base);
  const refuse = (kind: Kind, id: string, path: Path, part: 'key' | 'value'): void => {
    if (!known[kind].includes(id)) add(problems, head, path, 'unknown-cause', `${name} has no ${kind === 'fixes' ? 'fix' : kind.slice(0, -1)} called “${id}”`, didYouMean(id, known[kind]), part);
  };
  for (const [kind, ids = []] of Object.entries(off)) ids.forEach((id, index) => { refuse(kind as Kind, id, ['off', kind, index], 'value'); });
  for (const [kind, changes = {}] of Object.entries(override)) for (const id of Object.keys(changes)) refuse(kind as Kind, id, ['override', kind, id], 'key');
}

function withoutOff(base: ParsedFiles, { value: { off = {} } }: Head): Pick<ParsedFiles, 'causes' | 'questions' | 'beliefs'> {
  const isOff = (kind: Kind) => (item: unknown): boolean => off[kind]?.includes((item as { readonly id: string }).id) === true;
  return {
    causes: base.causes.filter(({ value }) => !isOff('causes')(value)).map(file => withoutItems(file, ['fixes'], isOff('fixes'))),
    questions: base.questions.map(file => withoutItems(file, ['questions'], isOff('questions'))),
    beliefs: base.beliefs.map(file => withoutItems(file, [], isOff('beliefs'))),
  };
}

function withOverlays({ causes, questions, beliefs }: Pick<ParsedFiles, 'causes' | 'questions' | 'beliefs'>, head: Head, problems: Problem[]): Pick<ParsedFiles, 'causes' | 'questions' | 'beliefs'> {
  const override = head.value.override ?? {};
  const overlay = (kind: 'causes' | 'questions' | 'beliefs', id: string, at: Path): readonly Overlay[] => {
    const own = new Map(Object.entries(override[kind] ?? {}));
    return own.has(id) ? [{ at, over: own.get(id), file: head, from: ['override', kind, id] }] : [];
  };
  const said = <T>(file: ParsedFile<T>, overlays: readonly Overlay[], schema: Shape<T>, kind: string): ParsedFile<T> => {
    if (overlays.length === 0) return file;
    const checked = checkShape(overlaid(file, overlays), schema, kind);
    if (checked.ok) return checked.value;
    problems.push(...checked.problems);
    return file;
  };
  return {
    causes: causes.map(file => said(file, overlay('causes', file.value.id, []), causeFile, 'a cause')),
    questions: questions.map(file => said(file, file.value.questions.flatMap(({ id }, index) => overlay('questions', id, ['questions', index])), questionsFile, 'a questions file')),
    beliefs: beliefs.map(file => said(file, file.value.flatMap(({ id }, index) => overlay('beliefs', id, [index])), beliefsFile, 'beliefs.yaml')),
  };
}

/** Questions for a section of the other pack come after those that it has there. */
function joinedSections(base: readonly ParsedFile<QuestionsFile>[], own: readonly ParsedFile<QuestionsFile>[]): readonly ParsedFile<QuestionsFile>[] {
  const joined = base.map(file => own.filter(({ value }) => value.section === file.value.section)
    .reduce((whole, other) => withItems(whole, ['questions'], other, other.value.questions, ['questions']), file));
  return [...joined, ...own.filter(({ value }) => !base.some(file => file.value.section === value.section))];
}

/** What belongs to the way in which a pack adds to another one, and lists, which are added to those there. */
const notAsThere: ReadonlySet<string> = new Set(['extends', 'requires', 'override', 'off', 'sections', 'contradictions', 'flags']);

/** What `pack.yaml` says, and what it leaves out as the other pack has it. */
function headOf(base: ParsedFile<PackFile>, head: Head, problems: Problem[]): readonly ParsedFile<PackFile>[] {
  const overlays = Object.entries(head.value).filter(([key]) => !notAsThere.has(key)).map(([key, over]): Overlay => ({ at: [], over: { [key]: over }, file: head, from: [] }));
  const whole = (['sections', 'contradictions', 'flags'] as const).reduce((file, key) => {
    const items = head.value[key] ?? [];
    return items.length === 0 ? file : withItems(file, [key], head, items, [key]);
  }, base);
  const checked = checkShape(overlaid(whole, overlays), packFile, 'pack.yaml');
  if (checked.ok) return [checked.value];
  problems.push(...checked.problems);
  return [];
}

function add(problems: Problem[], { place }: Head, path: Path, code: Problem['code'], message: string, hint: string, part: 'key' | 'value' = 'value'): void {
  problems.push({ code, message, hint, path, at: place(path, part) });
}
