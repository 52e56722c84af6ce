import { owns } from '../base/plainObject.ts';
import type { Problem } from '../base/problem.ts';
import { showAny } from '../base/show.ts';

/** What every session and every setting has, and where they come from. */
const kinds = {
  session: { parts: ['answers', 'asked', 'next', 'before'], from: 'startSession' },
  setting: { parts: ['engine', 'guide', 'short'], from: 'sessionSetting' },
} as const;

/** Which of these values are no session, or no setting. */
export function oddParts(values: Partial<Record<keyof typeof kinds, unknown>>): readonly Problem[] {
  return Object.entries(values).flatMap(([name, value]): readonly Problem[] => {
    const { parts, from } = kinds[name as keyof typeof kinds];
    if (parts.every(part => owns(value, part))) return [];
    return [{ code: 'wrong-kind', message: `“${name}” takes what ${from} gives, not ${showAny(value)}`, hint: 'pass it on as it is', path: [name] }];
  });
}
