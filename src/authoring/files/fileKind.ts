/** What a file of a pack holds. */
export type FileKind = 'pack' | 'questions' | 'beliefs' | 'sources' | 'cause';

/** The kind of a file, by its name and folder. */
export function kindOf(file: string): FileKind {
  const parts = file.split('/');
  const name = parts.at(-1)?.replace(/\.ya?ml$/, '');
  if (parts.at(-2) === 'questions') return 'questions';
  return name === 'pack' || name === 'questions' || name === 'beliefs' || name === 'sources' ? name : 'cause';
}
