import { runExamples } from './runExamples.ts';
import { safeLoadPack } from '../node.ts';
import { Refusal } from './refusal.ts';

/** `afterview check FOLDER`: reads a pack, runs the examples in its files, and says what is wrong. */
export function checkCommand(folder: string): Promise<void> {
  const read = safeLoadPack(folder);
  if (!read.ok) throw new Refusal(read.problems);
  const { pack, examples } = read.value;
  const failed = runExamples(pack, examples);
  if (failed.length > 0) throw new Refusal(failed);
  const counts = [counted(pack.causes, 'cause'), counted(pack.questions, 'question'), counted(pack.beliefs, 'belief'), counted(examples, 'example')];
  process.stdout.write(`${pack.id} ${pack.version}: ${counts.join(', ')}, no problem\n`);
  return Promise.resolve();
}

function counted({ length }: readonly unknown[], word: string): string {
  return `${length} ${word}${length === 1 ? '' : 's'}`;
}
