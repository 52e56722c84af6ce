import { byId } from '../../base/order.ts';
import type { Basis, BeliefNotes, CasesBasis, CauseNotes, FixNotes, Notes, Source, WaitingNotes } from '../../pack/notes.ts';
import type { BeliefsFile, CauseFile, FixWords, PackFile, SourcesFile } from '../files/fileSchemas.ts';
import type { ParsedFiles } from '../files/packFiles.ts';
import { probabilityOf } from './compileSourced.ts';

/** The notes of a pack but for the names of the pack: what its files say of sources, reasons and claims, as it is. */
export type CompiledNotes = Omit<Notes, 'id' | 'version' | 'hash'>;

/** Gathers the notes of a pack from its files; whether their sources and claims exist is checked where they stand. */
export function compileNotes(head: PackFile, { causes, beliefs, sources }: ParsedFiles): CompiledNotes {
  const { background, standing, focus, waiting, funnel } = head;
  const inOrder = causes.map(file => file.value).sort(byId);
  return {
    sources: sources.flatMap(file => file.value).map(sourceOf).sort(byId),
    background: basisOf(background),
    standing: basisOf(standing),
    ...(focus ? { focus: basisOf(focus) } : {}),
    ...(waiting ? { waiting: waitingNotes(waiting) } : {}),
    ...(funnel ? { funnel: funnelNotes(funnel) } : {}),
    causes: Object.fromEntries(inOrder.map(cause => [cause.id, causeNotes(cause, head.named)])),
    fixes: Object.fromEntries(inOrder.flatMap(({ fixes }) => fixes).map(fix => [fix.id, fixNotes(fix)])),
    beliefs: Object.fromEntries(beliefs.flatMap(file => file.value).map(belief => [belief.id, beliefNotes(belief)])),
  };
}

/** A figure or a group of them, in its author's words. */
interface BasisWords {
  readonly from: readonly string[];
  readonly note?: string | undefined;
}

function basisOf({ from, note }: BasisWords): Basis {
  return { from, ...(note === undefined ? {} : { note }) };
}

function casesOf(words: BasisWords & { readonly when?: readonly BasisWords[] | undefined }): CasesBasis {
  return { ...basisOf(words), when: (words.when ?? []).map(basisOf) };
}

function causeNotes({ claims, explore, 'base-rate': baseRate, strength, silence, named }: CauseFile, inPack: PackFile['named']): CauseNotes {
  const specific = named && inPack?.specific;
  const ofNamed = strength && specific ? [
    ...(specific.unless === undefined && named.unless === undefined ? [] : [basisOf(strength)]),
    basisOf(probabilityOf(specific.strength.value) > probabilityOf(strength.usually) ? specific.strength : strength), // as `strengthOfNamed` has the figures
  ] : [];
  return {
    claims,
    ...(explore === undefined ? {} : { explore }),
    baseRate: casesOf(baseRate),
    ...(strength ? { strength: { ...basisOf(strength), when: [...ofNamed, ...casesOf(strength).when] } } : {}),
    ...(silence ? { silence: basisOf(silence.share) } : {}),
  };
}

function fixNotes({ claims = [], removes }: FixWords): FixNotes {
  return { claims, removes: basisOf(removes) };
}

function beliefNotes({ claims, from }: BeliefsFile[number]): BeliefNotes {
  return { claims, from };
}

function waitingNotes(words: NonNullable<PackFile['waiting']>): WaitingNotes {
  const missed = words['missed-promise'];
  return {
    ...basisOf(words),
    types: Object.fromEntries(words.types.map(type =>
      [type.id, { timeToYes: basisOf(type['time-to-yes']), timeToNo: basisOf(type['time-to-no']) }])),
    ...(missed ? { missedPromise: basisOf(missed) } : {}),
    whenUnsaid: basisOf(words['when-unsaid']),
  };
}

function funnelNotes(words: NonNullable<PackFile['funnel']>): NonNullable<Notes['funnel']> {
  return {
    screens: basisOf(words.screens),
    'first-interviews': basisOf(words['first-interviews']),
    'second-interviews': basisOf(words['second-interviews']),
    offers: basisOf(words.offers),
  };
}

function sourceOf({ id, kind, title, publisher, year, url, claims = [] }: SourcesFile[number]): Source {
  return { id, kind, title, publisher, ...(year === undefined ? {} : { year }), ...(url === undefined ? {} : { url }), claims };
}
