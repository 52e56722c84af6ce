import { inOrder } from '../../base/order.ts';
import type * as z from 'zod';
import type { Problem } from '../../base/problem.ts';
import { type FileKind, type KindOf, kindsIn } from './fileKind.ts';
import { type Misshapen, type ParsedFile, parseFile } from './parseFile.ts';
import { type BeliefsFile, beliefsFile, type CauseFile, causeFile, type PackFile, packFile, type QuestionsFile, questionsFile, type SourcesFile, sourcesFile } from './fileSchemas.ts';
import { type ExtendingFile, extendingFile } from './extendingFile.ts';
import type { Unread } from './unread.ts';
import type { Suggestions } from '../check/suggestions.ts';

/** The files of a pack by kind, each of the right shape; names are not yet looked up. */
export interface ParsedFiles {
  readonly pack: readonly ParsedFile<PackFile>[];
  /** Where `pack.yaml` says that it adds to another pack. */
  readonly extending: readonly ParsedFile<ExtendingFile>[];
  readonly questions: readonly ParsedFile<QuestionsFile>[];
  readonly causes: readonly ParsedFile<CauseFile>[];
  readonly beliefs: readonly ParsedFile<BeliefsFile>[];
  readonly sources: readonly ParsedFile<SourcesFile>[];
  readonly kindOf: KindOf;
  /** Paths of the files that could not be read. */
  readonly unread: readonly string[];
  /** Those of them that could be read as YAML: names can still be looked up in the parts that have their shape. */
  readonly misshapen: readonly Misshapen[];
}

/** Reads every file on its own, in order of path; what is wrong goes to `problems`. */
export function parseFiles(files: ReadonlyMap<string, unknown>, problems: Problem[]): ParsedFiles {
  const kindOf = kindsIn(files.keys());
  const unread: string[] = [];
  const misshapen: Misshapen[] = [];
  const read = <T>(kind: FileKind, schema: z.ZodType<T>, name: string, isMeant: (text: unknown) => boolean = () => true): readonly ParsedFile<T>[] => {
    const ofKind = [...files].filter(([file, text]) => kindOf(file) === kind && isMeant(text)).sort(([a], [b]) => inOrder(a, b));
    return ofKind.flatMap(([file, text]) => {
      const checked = parseFile(text, file, schema, name);
      if (checked.ok) return [checked.value];
      problems.push(...checked.problems);
      unread.push(file);
      if (checked.misshapen) misshapen.push(checked.misshapen);
      return [];
    });
  };
  return {
    pack: read('pack', packFile, 'pack.yaml', text => !extendsAnother(text)),
    extending: read('pack', extendingFile, 'pack.yaml', extendsAnother),
    questions: read('questions', questionsFile, 'a questions file'),
    causes: read('cause', causeFile, 'a cause'),
    beliefs: read('beliefs', beliefsFile, 'beliefs.yaml'),
    sources: read('sources', sourcesFile, 'sources.yaml'),
    kindOf,
    unread,
    misshapen,
  };
}

function extendsAnother(text: unknown): boolean {
  return typeof text === 'string' && /^extends\s*:/m.test(text);
}

/** `pack.yaml` says in which order sections are asked; every section has one file and every file its section. */
export function inOrderOfSections(files: readonly ParsedFile<QuestionsFile>[], head: ParsedFile<PackFile> | undefined, unread: Unread, suggestions: Suggestions, problems: Problem[]): readonly ParsedFile<QuestionsFile>[] {
  if (!head) return files;
  const order = new Map<string, number>();
  head.value.sections.forEach((section, index) => { if (!order.has(section)) order.set(section, index); });
  const seen = new Map<string, ParsedFile<QuestionsFile>>();
  for (const file of files) {
    const { section } = file.value;
    const at = file.place(['section']);
    const first = seen.get(section);
    if (first) problems.push({ code: 'duplicate-id', message: `two files hold the section “${section}”`, hint: `the first is ${first.file}: put the questions together`, at });
    else if (!order.has(section)) problems.push({ code: 'unknown-section', message: `pack.yaml names no section “${section}”`, hint: suggestions.hint(section, order), at });
    else seen.set(section, file);
  }
  const held = new Set(files.map(file => file.value.section));
  head.value.sections.forEach((section, index) => {
    const at = head.place(['sections', index]);
    if (order.get(section) !== index) problems.push({ code: 'duplicate-id', message: `the section “${section}” stands here twice`, hint: 'keep one of them', at });
    else if (!seen.has(section) && !unread('questions', section)) {
      problems.push({ code: 'unknown-section', message: `no file holds the section “${section}”`, hint: suggestions.hint(section, held), at });
    }
  });
  const place = (file: ParsedFile<QuestionsFile>): number => order.get(file.value.section) ?? order.size; // last when `pack.yaml` does not name it
  return [...files].sort((a, b) => place(a) - place(b));
}
