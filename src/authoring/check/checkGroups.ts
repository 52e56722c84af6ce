import { nearest } from '../../base/nearest.ts';
import type { Scope } from '../compile/compileCondition.ts';

/**
 * A group that holds one sign, and is called nearly like another, is a slip: the fact that it should share would be
 * counted twice.
 */
export function checkGroups(signs: readonly { readonly group?: string | undefined }[], path: readonly (string | number)[], { file, problems }: Scope): void {
  const names = signs.map(({ group }) => group);
  names.forEach((group, index) => {
    if (group === undefined || names.some((other, at) => other === group && at !== index)) return;
    const near = nearest(group, names.filter((other, at) => other !== undefined && (at < index || names.lastIndexOf(other) > names.indexOf(other))) as readonly string[]);
    if (near === undefined) return;
    const at = [...path, index, 'group'];
    problems.push({ code: 'wrong-id', message: `no other sign is in the group “${group}”`, hint: `did you mean “${near}”? if not, take the group out`, path: at, at: file.place(at) });
  });
}
