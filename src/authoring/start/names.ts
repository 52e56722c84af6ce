/** A name that a title gives itself: `too-quiet` → `Too quiet`. */
export function titleFrom(id: string): string {
  const words = id.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** An id that is near to what was written; nothing where no letter of it can stand in one. */
export function idFrom(written: string): string | undefined {
  const id = written.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replace(/^[-0-9]+/, '').slice(0, 60).replace(/-+$/, '');
  return id === '' ? undefined : id;
}

/** A word as YAML takes it for one: these stand for something else unless they are in quotes. */
export function word(text: string): string {
  return /^(?:true|false|null)$/i.test(text) ? `"${text}"` : text;
}
