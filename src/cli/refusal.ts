import { withoutUnprintable } from '../base/hiddenCharacters.ts';
import { formatProblems, type Problem } from '../base/problem.ts';

/** Ends a command: the input has problems (exit 1), or the command was used wrongly (exit 2). */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly problems: readonly Problem[], readonly exitCode: 1 | 2 = 1) {
    super(formatProblems(problems));
  }
}

/** A text with dots for all that steers a terminal, but for line ends and tabs. */
export function unsteering(text: string): string {
  return withoutUnprintable(text, '\n\t');
}

/** Prints what is wrong on standard error, with nothing in it that steers a terminal, and gives the exit code. */
export function printProblems({ message, problems, exitCode }: Refusal): 1 | 2 {
  const all = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const count = problems.at(-1)?.code === 'too-many' ? `more than ${problems.length - 1} problems` : all;
  process.stderr.write(`${unsteering(message)}\n${exitCode === 1 ? `\n${count}\n` : ''}`);
  return exitCode;
}
