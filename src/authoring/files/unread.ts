import type { FileKind, KindOf } from './fileKind.ts';

/**
 * Whether a name may be declared in a file of this kind that could not be read. Such a name is not told as unknown:
 * the file itself is told, and once it can be read the name is looked up again.
 */
export type Unread = (kind: FileKind, name: string) => boolean;

/** @param paths - the files that could not be read; any word in their texts may be a name that they declare */
export function unreadIn(files: ReadonlyMap<string, unknown>, paths: readonly string[], kindOf: KindOf): Unread {
  const words = new Map<FileKind, Set<string>>();
  const anything = new Set<FileKind>();
  for (const path of paths) {
    const [kind, names] = [kindOf(path), wordsOf(files.get(path))];
    if (names === undefined) anything.add(kind);
    const known = words.get(kind) ?? new Set();
    for (const name of names ?? []) known.add(name);
    words.set(kind, known);
  }
  return (kind, name) => anything.has(kind) || words.get(kind)?.has(name) === true;
}

/** Nothing when it is not even text, as then it might declare anything. */
function wordsOf(text: unknown): readonly string[] | undefined {
  return typeof text === 'string' ? text.match(/[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*/g) ?? [] : undefined;
}
