import { withEntities } from './escaped.ts';

/** An element of a page, before it is written as HTML or made into a node. */
export interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly MarkupChild[];
}

/** An element, or a text as it is to be read. */
export type MarkupChild = Markup | string;

export function markup(tag: string, attributes: Markup['attributes'] = {}, ...children: readonly MarkupChild[]): Markup {
  return { tag, attributes, children };
}

/** The same with each child on a line of its own. */
export function stacked(tag: string, attributes: Markup['attributes'], children: readonly MarkupChild[]): Markup {
  return markup(tag, attributes, '\n', ...onLines(children), '\n');
}

export function onLines(children: readonly MarkupChild[]): readonly MarkupChild[] {
  return children.flatMap((child, index) => (index === 0 ? [child] : ['\n', child]));
}

/** Parts of a picture hold nothing. */
const shapes: readonly string[] = ['rect', 'circle', 'line'];

/** It as HTML that shows every text as it is. */
export function writeMarkup(piece: MarkupChild): string {
  if (typeof piece === 'string') return withEntities(piece);
  const { tag, attributes, children } = piece;
  const open = `<${tag}${Object.entries(attributes).map(([name, value]) => ` ${name}="${withEntities(String(value))}"`).join('')}`;
  return shapes.includes(tag) ? `${open}/>` : `${open}>${children.map(writeMarkup).join('')}</${tag}>`;
}
