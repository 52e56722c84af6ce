import { didYouMean } from '../../base/nearest.ts';
import type { Checked, Position, Problem } from '../../base/problem.ts';
import { show } from '../../base/show.ts';
import { fileId } from '../compile/compileCause.ts';
import { reserved } from '../compile/compileQuestions.ts';
import { slug } from '../files/fileSchemas.ts';
import { insertItem } from '../yaml/insertItem.ts';
import { beliefSkeleton } from './beliefSkeleton.ts';
import { causeSkeleton } from './causeSkeleton.ts';
import { type Clue, clueOf, cluesIn } from './clues.ts';
import { idFrom, word } from './names.ts';
import type { OpenedPack } from './openedPack.ts';
import { questionSkeleton, sectionSkeleton } from './questionSkeleton.ts';

/** What changes in a pack: path → the whole new text. */
export type Addition = ReadonlyMap<string, string>;

/** Nobody waits for more of them to be tried. */
const MOST_CLUES = 12;

/**
 * A cause to fill in, in a file of its own.
 *
 * @param question - on which it builds; any unless given
 * @returns Files to choose from, each with a sign on the answers to another question; the first that leaves the pack as
 *   sound as it was is the one to take.
 */
export function newCause(pack: OpenedPack, id: string, question?: string): Checked<readonly Addition[]> {
  const path = pack.pathOf(`causes/${id}.yaml`);
  const named = [...pack.texts.keys()].find(file => pack.files.kindOf(file) === 'cause' && fileId(file) === id);
  const declared = pack.files.causes.find(({ value }) => value.id === id);
  const taken = declared?.place(['id']) ?? (named === undefined ? undefined : { file: named, line: 1, column: 1 });
  const clues = cluesFor(pack, question);
  const problems = [...wrongId(id), ...wrongTaken(id, 'cause', taken), ...(clues.ok ? [] : clues.problems)];
  if (problems.length > 0 || !clues.ok) return { ok: false, problems };
  return { ok: true, value: clues.value.map(clue => new Map([[path, causeSkeleton(id, clue)]])) };
}

/**
 * A belief to fill in, at the end of `beliefs.yaml`.
 *
 * @returns As `newCause`.
 */
export function newBelief(pack: OpenedPack, id: string, question?: string): Checked<readonly Addition[]> {
  const declared = pack.files.beliefs.flatMap(file => file.value.map((belief, index) => ({ id: belief.id, at: file.place([index, 'id']) })));
  const clues = cluesFor(pack, question);
  const path = [...pack.texts.keys()].find(file => pack.files.kindOf(file) === 'beliefs') ?? pack.pathOf('beliefs.yaml');
  const problems = [...wrongId(id), ...wrongTaken(id, 'belief', declared.find(each => each.id === id)?.at), ...(clues.ok ? [] : clues.problems)];
  if (problems.length > 0 || !clues.ok) return { ok: false, problems };
  const changed = clues.value.map(clue => insertItem(pack.texts.get(path) ?? '', [], beliefSkeleton(id, clue)));
  return { ok: true, value: changed.flatMap(text => (text === undefined ? [] : [new Map([[path, text]])])) };
}

/**
 * A question to fill in, at the end of a section.
 *
 * @param section - the last one unless given; one that is new gets a file, and its name in `pack.yaml`
 */
export function newQuestion(pack: OpenedPack, id: string, section = pack.head.value.sections.at(-1) ?? ''): Checked<readonly Addition[]> {
  const { files, own, head, texts } = pack;
  const asked = files.questions.flatMap(file => file.value.questions.map((question, index) => ({ id: question.id, at: file.place(['questions', index, 'id']) })));
  const problems = [...wrongId(id), ...wrongTaken(id, 'question', asked.find(each => each.id === id)?.at), ...wrongId(section)];
  if (reserved.has(id)) problems.push({ code: 'duplicate-id', message: `${show(id)} is a word of conditions`, hint: 'choose another id', path: [id] });
  if (problems.length > 0) return { ok: false, problems };
  const file = own.questions.find(({ value }) => value.section === section)?.file;
  if (file === undefined && (!head.value.sections.includes(section) || files.questions.some(({ value }) => value.section === section))) return withSection(pack, id, section);
  const path = file ?? pack.pathOf(`questions/${section}.yaml`);
  const text = file === undefined ? undefined : insertItem(texts.get(file) ?? '', ['questions'], questionSkeleton(id));
  if (text !== undefined) return { ok: true, value: [new Map([[path, text]])] };
  const message = file === undefined ? `the questions of “${section}” cannot be read` : 'the questions of this file stand in brackets';
  const hint = file === undefined ? 'mend them first: npx afterview check tells what is wrong' : 'write them one below the other, each after a dash';
  return { ok: false, problems: [{ code: 'wrong-shape', message, hint, at: { file: path, line: 1, column: 1 } }] };
}

function withSection({ head, texts, pathOf }: OpenedPack, id: string, section: string): Checked<readonly Addition[]> {
  const text = texts.get(head.file) ?? '';
  const named = head.value.sections.includes(section);
  const changed = named ? text : insertItem(text, ['sections'], `- ${word(section)}\n`) ?? `${text.trimEnd()}\nsections: [${word(section)}]\n`;
  const path = pathOf(`questions/${section}.yaml`);
  if (texts.has(path)) return { ok: false, problems: [overwriting(path)] };
  return { ok: true, value: [new Map([[path, sectionSkeleton(section, id)], ...(named ? [] : [[head.file, changed] as const])])] };
}

/** What would be lost if a file was written there. */
export function overwriting(file: string): Problem {
  return { code: 'unreadable', message: 'this file is there already, and is not written over', hint: 'choose another name, or move it away first', at: { file, line: 1, column: 1 } };
}

function cluesFor({ files }: OpenedPack, id: string | undefined): Checked<readonly Clue[]> {
  const asked = files.questions.flatMap(file => file.value.questions);
  const question = asked.find(each => each.id === id);
  const clues = question ? clueOf(question, asked) : cluesIn(asked);
  if (clues.length > 0 && (question || id === undefined)) return { ok: true, value: clues.slice(0, MOST_CLUES) };
  if (id === undefined) return { ok: false, problems: [{ code: 'unknown-question', message: 'no question of this pack can be read', hint: 'mend its questions first: npx afterview check tells what is wrong', path: ['questions'] }] };
  const message = question ? `nothing can be built on the answers to ${show(id)} alone` : `no question is called ${show(id)}`;
  const hint = question ? 'name another one: conditions cannot compare dates' : didYouMean(id, asked.map(each => each.id));
  return { ok: false, problems: [{ code: 'unknown-question', message, hint, path: ['--question'] }] };
}

/** What is wrong with a name that is to become an id. */
export function wrongId(id: string): Problem[] {
  const [issue] = slug.safeParse(id, { jitless: true }).error?.issues ?? [];
  if (issue === undefined) return [];
  const near = idFrom(id);
  return [{ code: 'wrong-id', message: `${show(id)} cannot be an id: ${issue.message}`, hint: near === undefined ? 'write one like too-quiet' : `write ${near}`, path: [] }];
}

function wrongTaken(id: string, kind: string, at: Position | undefined): Problem[] {
  return at === undefined ? [] : [{ code: 'duplicate-id', message: `there is a ${kind} called ${show(id)} already`, hint: 'choose another id', at }];
}
