import type { Cause, Fix, Pack } from '../../src/pack/pack.ts';
import type { Draft } from '../../src/pack/words.ts';
import type { PackExample } from '../../src/authoring/check/packExamples.ts';

/** Everything of one file that a reader may meet, each text as it stands in a report. */
export interface ReaderTexts {
  readonly file: string;
  readonly texts: readonly string[];
}

/** The reader-facing texts of a pack, file by file; numbers, notes and sources are for coaches and left out. */
export function readerTexts(pack: Pack, examples: readonly PackExample[]): readonly ReaderTexts[] {
  const fileOf = new Map(examples.map(({ file }) => [file.replace(/^.*\/|\.yaml$/g, ''), file]));
  return [
    ...pack.causes.map(cause => ({ file: fileOf.get(cause.id) ?? cause.id, texts: textsOf(cause) })),
    { file: 'rules/beliefs.yaml', texts: pack.beliefs.flatMap(({ belief, truer }) => [belief, truer]) },
    { file: 'rules/pack.yaml', texts: [...(pack.waiting?.signs ?? []), ...pack.contradictions].map(({ because }) => because) },
  ];
}

function textsOf({ title, why, signs, fixes }: Cause): readonly string[] {
  return [title, why, ...signs.map(({ because }) => because), ...fixes.flatMap(adviceOf)];
}

function adviceOf(fix: Fix): readonly string[] {
  const act = fix.if === undefined ? fix.do : `If ${fix.if}, then ${fix.do.startsWith('I ') ? fix.do : fix.do.charAt(0).toLowerCase() + fix.do.slice(1)}`;
  return [act, ...(fix.say === undefined ? [] : [wholeDraft(fix.say)]), ...(fix.rehearse === undefined ? [] : [fix.rehearse])];
}

/** Every draft that a reader may send or say, with the fix it belongs to. */
export function drafts({ causes }: Pack): readonly { readonly fix: string; readonly say: string }[] {
  return causes.flatMap(({ fixes }) => fixes).flatMap(({ id, say }) => (say === undefined ? [] : [{ fix: id, say: wholeDraft(say) }]));
}

/** A draft with all of its passages, and a day where an answer stands. */
function wholeDraft(say: Draft): string {
  return say.map(({ pieces }) => pieces.flat().map(part => (typeof part === 'string' ? part : '10 November')).join('').trim()).join(' ');
}
