import { type Document, isCollection, isMap, isPair, isSeq, type Node, parseDocument } from 'yaml';

/**
 * A text of YAML with one more item at the end of a list; everything else stays as it is, to the letter.
 *
 * @param path - keys that lead to the list; none where the whole file is one
 * @param item - with its dash, its comments and a line end, at the left margin
 * @returns Nothing where there is no list, or its items stand in brackets and this one needs lines of its own.
 */
export function insertItem(text: string, path: readonly string[], item: string): string | undefined {
  const document = parseDocument(text, { version: '1.2', schema: 'core', stringKeys: true });
  const list = path.length === 0 ? document.contents : document.getIn(path, true);
  const lines = text.includes('\r\n') ? item.replaceAll('\n', '\r\n') : item;
  if (path.length === 0 && list === null) return `${text}${text === '' || text.endsWith('\n') ? '' : newline(text)}${lines}`;
  if (!isSeq(list) || !list.range) return undefined;
  if (list.flow) return insertInBrackets(text, list as SeqNode, path, lines, document);
  return insertLines(text, list as SeqNode, lines);
}

type SeqNode = Node & { readonly items: readonly unknown[]; readonly range: readonly [number, number, number] };

function insertInBrackets(text: string, { items, range: [start, end] }: SeqNode, path: readonly string[], item: string, { contents }: Document): string | undefined {
  if (items.length === 0 && path.length === 0 && contents?.range) return `${text.slice(0, start)}${item.trimEnd()}${text.slice(end)}`;
  const word = item.trimEnd().replace(/^- /, '');
  if (word.includes('\n')) return undefined;
  const at = items.length === 0 ? start + 1 : endOf(items.at(-1));
  return `${text.slice(0, at)}${items.length === 0 ? '' : ', '}${word}${text.slice(at)}`;
}

/** Below the last item and what is noted on its line, indented as it is. */
function insertLines(text: string, { items, range: [start] }: SeqNode, item: string): string {
  const margin = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).replaceAll(/\S/g, ' ');
  const indented = item.replaceAll(/^(?=[^\r\n])/gm, margin);
  const end = endOf(items.at(-1));
  if (text[end - 1] === '\n') return `${text.slice(0, end)}${between(item, text)}${indented}${text.slice(end)}`;
  const next = text.indexOf('\n', end);
  if (next < 0) return `${text}${newline(text)}${between(item, text)}${indented}`;
  return `${text.slice(0, next + 1)}${between(item, text)}${indented}${text.slice(next + 1)}`;
}

/** Items of several lines stand apart. */
function between(item: string, text: string): string {
  return item.trimEnd().includes('\n') ? newline(text) : '';
}

function newline(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Where the last word below a node ends; blanks and comments after it are left out. */
function endOf(node: unknown): number {
  if (isPair(node)) return endOf(node.value ?? node.key);
  if (isCollection(node) && !node.flow && node.items.length > 0) return endOf((isMap(node) ? node.items : node.items as readonly unknown[]).at(-1));
  return (node as Node).range?.[1] ?? 0;
}
