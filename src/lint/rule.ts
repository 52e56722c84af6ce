import type { Answers } from '../answers/answers.ts';
import type { Position } from '../base/problem.ts';
import type { ParsedFile } from '../authoring/files/parseFile.ts';
import type { Severity } from '../authoring/files/fileSchemas.ts';
import type { LintRuleId } from '../authoring/files/lintRuleIds.ts';
import type { Lab } from './lab.ts';

/** Something about a pack that its author will want to look at; it can be used as it is. */
export interface Finding {
  /** Id of the rule. */
  readonly rule: LintRuleId;
  /** An error is surely a mistake; a warning may be meant so. */
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  readonly hint: string;
  /** Where in its file it is, from the outside in. */
  readonly path: readonly (string | number)[];
  readonly at: Position;
  /** The smallest answers that show it, where it is about answers that there are. */
  readonly answers?: Answers;
}

/** The same as a rule tells it. */
export interface Found {
  readonly message: string;
  readonly hint: string;
  readonly file: ParsedFile<unknown>;
  readonly path: readonly (string | number)[];
  readonly part?: 'key' | 'value';
  readonly answers?: Answers;
}

/** What is looked for in a pack, and the page that tells its author about it. */
export interface LintRule {
  readonly id: LintRuleId;
  readonly severity: Exclude<Severity, 'off'>;
  /** What is wrong where it finds something, in one line. */
  readonly title: string;
  /** What a reader loses by it. */
  readonly why: string;
  /** The kind of file in which `bad` and `good` stand: parts of it, in place of its own. */
  readonly file: 'pack' | 'questions' | 'cause' | 'beliefs' | 'sources';
  readonly bad: string;
  readonly good: string;
  readonly find: (lab: Lab) => Iterable<Found>;
}
