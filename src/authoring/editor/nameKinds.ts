import { longestFit } from './longestFit.ts';
import type { NameKind } from './packNames.ts';

/** What a value refers to: a name of one kind, questions with their answers, what another pack has, by id, or nothing. */
export type Refers = NameKind | 'condition' | 'answers' | 'other-causes' | 'other-questions' | 'other-beliefs' | 'none';

/** By the end of the path to a value, as for `hoverText`. */
const refers: ReadonlyMap<string, Refers> = new Map(Object.entries({
  'when': 'condition', 'unless': 'condition', 'if': 'condition', 'ask-if': 'condition',
  'ask-nothing-if': 'condition', 'ask-directly-if': 'condition', 'send-nothing-if': 'condition',
  // cases with a condition of their own, and the cue of a plan
  'base-rate.when': 'none', 'strength.when': 'none', 'fixes.if': 'none',
  'answers': 'answers',
  'from': 'source', 'questions.questions.from': 'none',
  'claims': 'claim', 'sources.claims': 'none',
  'part-of': 'cause', 'denies': 'cause',
  'expect.first': 'cause', 'expect.minor': 'cause', 'expect.absent': 'cause', 'expect.supported': 'cause', 'expect.unsupported': 'cause',
  'expect.belief': 'belief', 'expect.no-belief': 'belief',
  'counts-days-from': 'date', 'not-before': 'date', 'days-since': 'number', 'days-past-promise': 'number',
  'fixes.place': 'place',
  'signs.of': 'employer',
  'pack.sections': 'section', 'questions.section': 'section',
  'override.causes': 'other-causes', 'override.questions': 'other-questions', 'override.beliefs': 'other-beliefs',
  'off.causes': 'base-cause', 'off.questions': 'base-question', 'off.beliefs': 'base-belief', 'off.fixes': 'base-fix',
} satisfies Record<string, Refers>));

/** What the value at a path refers to. */
export function refersTo(path: string): Refers {
  return longestFit(refers, path) ?? 'none';
}

/** The ends of paths that are known. */
export const referringEnds: readonly string[] = [...refers.keys()];
