import type { Checked, Problem } from '../../base/problem.ts';
import { type ParsedFiles, parseFiles } from '../files/packFiles.ts';
import type { ParsedFile } from '../files/parseFile.ts';
import type { PackFile } from '../files/fileSchemas.ts';

/** A pack that is being written: what can be read of it, while other files may be wrong or half done. */
export interface OpenedPack {
  /** Path → text; no text where a file cannot be read. */
  readonly texts: ReadonlyMap<string, string | undefined>;
  readonly head: ParsedFile<PackFile>;
  readonly files: ParsedFiles;
  /** Path of a file from its path in the pack. */
  readonly pathOf: (within: string) => string;
}

/**
 * Opens the pack that these files make, or will make.
 *
 * @param folder - that holds them, as it is called where somebody is told how to make one
 */
export function openPack(texts: ReadonlyMap<string, string | undefined>, folder: string): Checked<OpenedPack> {
  const problems: Problem[] = [];
  const files = parseFiles(texts, problems);
  const [head] = files.pack;
  if (!head) {
    const wrong = problems.filter(({ at }) => at && files.kindOf(at.file) === 'pack');
    const at = { file: folder, line: 1, column: 1 };
    return { ok: false, problems: wrong.length > 0 ? wrong : [{ code: 'missing-file', message: 'there is no pack.yaml in this folder', hint: `name the folder of a pack, or start one: npx afterview new pack ${folder}`, at }] };
  }
  const root = head.file.slice(0, head.file.lastIndexOf('/') + 1);
  return { ok: true, value: { texts, head, files, pathOf: within => `${root}${within}` } };
}
