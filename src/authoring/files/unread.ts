import { type FileKind, kindsIn } from './fileKind.ts';

/**
 * Whether a name may be declared in a file of this kind that could not be read. Such a name is not told as unknown:
 * the file itself is told, and once it can be read the name is looked up again.
 */
export type Unread = (kind: FileKind, name: string) => boolean;

/** @param paths - the files that could not be read; any word in their texts may be a name that they declare */
export function unreadIn(files: ReadonlyMap<string, unknown>, paths: readonly string[]): Unread {
  const kindOf = kindsIn(files.keys());
  const words = paths.map(path => ({ kind: kindOf(path), names: wordsOf(files.get(path)) }));
  return (kind, name) => words.some(each => each.kind === kind && (each.names === undefined || each.names.has(name)));
}

/** Nothing when it is not even text, as then it might declare anything. */
function wordsOf(text: unknown): ReadonlySet<string> | undefined {
  return typeof text === 'string' ? new Set(text.match(/[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*/g)) : undefined;
}
