/** Lines of use that stand below the help of a command. */
export function helpExamples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map(line => `  $ ${line}\n`).join('')}`;
}
