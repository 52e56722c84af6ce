/** What a file of a pack holds. */
export const fileKinds = ['pack', 'questions', 'beliefs', 'sources', 'cause'] as const;
export type FileKind = (typeof fileKinds)[number];

/** The kind of a file of a pack, by its name and folder. */
export type KindOf = (file: string) => FileKind;

/** Tells kinds within the folder of the outermost `pack.yaml`: what the folders around it are called says nothing. */
export function kindsIn(files: Iterable<string>): KindOf {
  const heads = [...files].map(file => file.split('/')).filter(parts => nameOf(parts) === 'pack');
  const root = heads.length === 0 ? 0 : Math.min(...heads.map(({ length }) => length)) - 1;
  return file => {
    const parts = file.split('/');
    const name = nameOf(parts);
    if (parts.length - 2 >= root && parts.at(-2) === 'questions') return 'questions';
    return name === 'pack' || name === 'questions' || name === 'beliefs' || name === 'sources' ? name : 'cause';
  };
}

function nameOf(parts: readonly string[]): string | undefined {
  return parts.at(-1)?.replace(/\.ya?ml$/i, '');
}
