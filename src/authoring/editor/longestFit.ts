/** The value of the longest end of a path, in words between dots, that a table has. */
export function longestFit<T>(table: ReadonlyMap<string, T>, path: string): T | undefined {
  return table.get(endIn(table, path) ?? '');
}

/** That end. */
export function endIn(table: ReadonlyMap<string, unknown>, path: string): string | undefined {
  for (let end = path; ; end = end.slice(end.indexOf('.') + 1)) {
    if (table.has(end)) return end;
    if (!end.includes('.')) return undefined;
  }
}
