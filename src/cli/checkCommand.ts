import { runExamples } from './runExamples.ts';
import { safeLoadPack } from '../node.ts';
import { Refusal, unsteering } from './refusal.ts';

/** `afterview check FOLDER`: reads a pack, runs the examples in its files, and says what is wrong. */
export function checkCommand(folder: string): Promise<void> {
  const read = safeLoadPack(folder);
  if (!read.ok) throw new Refusal(read.problems);
  const { pack, examples, notRead } = read.value;
  const failed = runExamples(pack, examples);
  if (failed.length > 0) throw new Refusal(failed);
  const counts = [counted(pack.causes, 'cause'), counted(pack.questions, 'question'), counted(pack.beliefs, 'belief'), counted(examples, 'example')];
  process.stdout.write(`${pack.id} ${pack.version}: ${counts.join(', ')}, no problem\n${notReadNote(notRead)}`);
  return Promise.resolve();
}

const MOST_NAMED = 20;

/** What was not looked at, lest it be taken for faultless. */
function notReadNote(files: readonly string[]): string {
  if (files.length === 0) return '';
  const more = files.length > MOST_NAMED ? [`and ${files.length - MOST_NAMED} more`] : [];
  return unsteering(`not read, as only names that end in .yaml or .yml are: ${[...files.slice(0, MOST_NAMED), ...more].join(', ')}`).concat('\n');
}

function counted({ length }: readonly unknown[], word: string): string {
  return `${length} ${word}${length === 1 ? '' : 's'}`;
}
