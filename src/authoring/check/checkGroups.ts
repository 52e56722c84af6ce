import type { Scope } from '../compile/compileCondition.ts';

type Path = readonly (string | number)[];

/** More signs than this, each alone in a group of its own, are no slips. */
const MOST_ALONE = 50;

/**
 * A group that holds one sign, and is called nearly like another, is a slip: the fact that it should share would be
 * counted twice.
 */
export function checkGroups(signs: readonly { readonly group?: string | undefined }[], path: Path, scope: Scope): void {
  const sizes = new Map<string, number>();
  for (const { group } of signs) if (group !== undefined) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const others = new Set([...sizes].filter(([, size]) => size > 1).map(([group]) => group));
  let alone = 0;
  for (const [index, { group }] of signs.entries()) {
    if (group === undefined || others.has(group)) continue;
    const at = [...path, index, 'group'];
    alone += 1;
    if (alone > MOST_ALONE) {
      refuse(scope, 'out-of-range', `there are more than ${MOST_ALONE} groups of one sign here`, 'a group is for signs of one fact: take it out where a sign stands alone', at);
      return;
    }
    const near = scope.suggestions.near(group, others);
    if (near !== undefined) refuse(scope, 'wrong-id', `no other sign is in the group “${group}”`, `did you mean “${near}”? if not, take the group out`, at);
    others.add(group);
  }
}

function refuse({ file, problems }: Scope, code: 'out-of-range' | 'wrong-id', message: string, hint: string, path: Path): void {
  problems.push({ code, message, hint, path, at: file.place(path) });
}
