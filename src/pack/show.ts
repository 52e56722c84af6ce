/** What was written, short enough for a message, and on one line. */
export function show(value: unknown): string {
  if (typeof value === 'string') {
    const line = value.length > 40 ? `${value.slice(0, 40)}…` : value;
    return `“${line.trim().replaceAll(/\s*\n\s*/g, ' ')}”`;
  }
  if (typeof value === 'number' || typeof value === 'boolean') return `“${String(value)}”`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  return value === null || value === undefined ? 'empty' : 'a map';
}
