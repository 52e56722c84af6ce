/** Orders texts by their code units, which is the same everywhere. */
export function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Orders things by their ids. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return inOrder(a.id, b.id);
}
