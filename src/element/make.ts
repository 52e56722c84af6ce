/** What an element holds; what is `null` is left out. */
export type Child = Node | string | null;

/** An element with these attributes and children. Nothing is ever parsed, so it works where scripts may not write HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Readonly<Record<string, string>> = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter(child => child !== null));
  return made;
}

/** A button that does something other than to send a form. */
export function button(says: string, looks: 'primary' | 'secondary' | 'quiet', act: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button', class: looks, part: `button ${looks}` }, says);
  made.addEventListener('click', act);
  return made;
}

/** The heading of a view, which takes the focus when the view is shown. */
export function heading(says: string, part: string): HTMLHeadingElement {
  return make('h2', { tabindex: '-1', class: 'heading', part }, says);
}
