import type { Notes } from '../pack/notes.ts';
import type { Pack } from '../pack/pack.ts';
import { Refusal } from './refusal.ts';

export interface ChosenPack {
  readonly pack: Pack;
  /** Its notes, loaded only when they are needed. */
  readonly notes: () => Promise<Notes>;
}

/** The core pack, or the one in a folder. YAML and its schema are loaded only when they are needed. */
export async function choosePack(folder: string | undefined): Promise<ChosenPack> {
  if (folder === undefined) {
    const { corePack } = await import('../core/corePack.ts');
    return { pack: corePack, notes: async () => (await import('../core/coreNotes.ts')).coreNotes };
  }
  const { safeLoadPack } = await import('../node.ts');
  const read = safeLoadPack(folder);
  if (!read.ok) throw new Refusal(read.problems);
  const { pack, notes } = read.value;
  return { pack, notes: () => Promise.resolve(notes) };
}
