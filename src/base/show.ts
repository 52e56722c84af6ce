import { short } from './problem.ts';

const LONGEST = 40;

/** What was written in a rule file, short enough for a message, and on one line. */
export function show(value: unknown): string {
  if (typeof value === 'string') {
    const line = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
    return `“${line.replaceAll(/^[ \t\n]+|[ \t\n]+$/g, '').replaceAll(/\s*\n\s*/g, ' ')}”`;
  }
  if (typeof value === 'number' || typeof value === 'boolean') return `“${String(value)}”`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  return value === null || value === undefined ? 'empty' : 'a map';
}

/** A value of any origin as it may stand in a message: short, with nothing that steers a terminal, and never through its own methods. */
export function showAny(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `“${short(value, LONGEST)}”`;
    case 'number':
    case 'boolean':
      return String(value);
    case 'undefined':
      return 'nothing';
    case 'object':
      if (value === null) return 'nothing';
      return isList(value) ? 'a list' : 'an object';
    default:
      return `a ${typeof value}`;
  }
}

/** As `Array.isArray`, which throws at a proxy that was revoked. */
function isList(value: object): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}
