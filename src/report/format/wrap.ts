import { columnsOf } from '../../base/columns.ts';
import { withoutSteering } from '../../base/hiddenCharacters.ts';

/**
 * Breaks a text into lines at its spaces.
 *
 * @param width - columns a line may take, at least 10; a longer word stands alone on its line
 * @param first - what the first line starts with; the others are indented by as many columns
 */
export function wrap(text: string, width: number, first = ''): readonly string[] {
  const indent = ' '.repeat(columnsOf(first));
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/\s+/).filter(part => part !== '')) {
    const apart = empty ? '' : ' ';
    if (!empty && columnsOf(line) + apart.length + columnsOf(word) > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line += apart + word;
    }
    empty = false;
  }
  return [...lines, line];
}

/** Takes out what could steer a terminal: control and escape characters, direction marks. Line breaks become spaces, none at the ends. */
export function printable(text: string): string {
  return withoutSteering(text.replaceAll(/\s+/g, ' ')).trim();
}
