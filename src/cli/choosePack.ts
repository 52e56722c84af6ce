import type { Pack } from '../pack/pack.ts';
import { Refusal } from './refusal.ts';

/** The core pack, or the one in a folder. YAML and its schema are loaded only when they are needed. */
export async function choosePack(folder: string | undefined): Promise<Pack> {
  if (folder === undefined) return (await import('../core/corePack.ts')).corePack;
  const { readPackFolder } = await import('../node.ts');
  const read = readPackFolder(folder);
  if (!read.ok) throw new Refusal(read.problems);
  return read.value.pack;
}
