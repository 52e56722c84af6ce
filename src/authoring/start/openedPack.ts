import type { Checked, Problem } from '../../base/problem.ts';
import { type Bases, parsePack } from '../extend/parsePack.ts';
import { type ParsedFiles, parseFiles } from '../files/packFiles.ts';
import type { ParsedFile } from '../files/parseFile.ts';
import type { PackFile } from '../files/fileSchemas.ts';

/** A pack that is being written: what can be read of it, while other files may be wrong or half done. */
export interface OpenedPack {
  /** Path → text; no text where a file cannot be read. */
  readonly texts: ReadonlyMap<string, string | undefined>;
  /** What its `pack.yaml` says, and what it leaves out as the pack has it to which it adds. */
  readonly head: ParsedFile<PackFile>;
  /** Its own files, and those with what it adds to. */
  readonly own: ParsedFiles;
  readonly files: ParsedFiles;
  /** The files of the pack to which it adds, before anything in them is off or otherwise; `null` where it adds to none. */
  readonly base: () => ParsedFiles | null;
  /** Path of a file from its path in the pack. */
  readonly pathOf: (within: string) => string;
}

/**
 * Opens the pack that these files make, or will make.
 *
 * @param folder - that holds them, as it is called where somebody is told how to make one
 */
export function openPack(texts: ReadonlyMap<string, string | undefined>, folder: string, bases: Bases): Checked<OpenedPack> {
  const problems: Problem[] = [];
  const [own, files] = [parseFiles(texts, []), parsePack(texts, bases, problems)];
  const [written, head] = [own.pack[0] ?? own.extending[0], files.pack[0]];
  if (!written || !head) {
    const wrong = problems.filter(({ at }) => at && own.kindOf(at.file) === 'pack');
    const at = { file: folder, line: 1, column: 1 };
    return { ok: false, problems: wrong.length > 0 ? wrong : [{ code: 'missing-file', message: 'there is no pack.yaml in this folder', hint: `name the folder of a pack, or start one: npx afterview new pack ${folder}`, at }] };
  }
  const root = written.file.slice(0, written.file.lastIndexOf('/') + 1);
  return { ok: true, value: { texts, head: { ...head, file: written.file }, own, files, base: () => baseOf(own, bases), pathOf: within => `${root}${within}` } };
}

function baseOf({ extending: [head] }: ParsedFiles, bases: Bases): ParsedFiles | null {
  const found = head ? bases.find(head.value.extends) : null;
  return found?.ok === true ? parsePack(found.value, bases, []) : null;
}
