import type { Position } from '../base/problem.ts';
import type { AnswerValue } from '../answers/answers.ts';
import type { Speaks } from '../pack/speaks.ts';

/** How one cause came to stand where it stands after some answers: every step, with where its author wrote it. */
export interface CauseAccount {
  readonly cause: string;
  readonly title: string;
  /** Probabilities are from 0 to 1; weights in decibans, ten times the logarithm to base 10 of a ratio, `null` where infinite. */
  readonly baseRate: ChosenNumber;
  readonly signs: readonly SignAccount[];
  /** Sum of the weights that count. */
  readonly evidence: number | null;
  /** That it was there, by the answers alone, and given that it was a no. */
  readonly presence: number;
  readonly presenceGivenNo: number;
  readonly supported: boolean;
  /** `null` where it explains silence only. */
  readonly strength: ChosenNumber | null;
  readonly share: number;
  readonly necessity: number;
  /** In the ranking, from 1; `null` where it has none. */
  readonly place: number | null;
  readonly places: number;
  /** Probability among the causes of silence, while nothing was heard. */
  readonly silence: number | null;
  /** What has the largest shares in its stead. */
  readonly explainedAwayBy: readonly { readonly cause: string; readonly share: number }[];
  /** Answers to open questions that would raise its presence, the largest first. */
  readonly wouldRaise: readonly Raising[];
}

/** A number of a cause, and the case by which it was chosen; the usual one has none. */
export interface ChosenNumber {
  readonly value: number;
  readonly usual: number;
  readonly range: readonly [number, number] | null;
  readonly at: Position;
}

/**
 * What became of a sign: it counts; it shows but a stronger one of its group counts; its exception holds; an answer
 * refutes it; or answers to it are unknown.
 */
export type SignState = 'counts' | 'outweighed' | 'cancelled' | 'refuted' | 'open';

export interface SignAccount {
  readonly because: string;
  readonly speaks: Speaks;
  readonly group: string | null;
  readonly state: SignState;
  /** By itself; infinite ones are `null`. */
  readonly decibans: number | null;
  /** By how much it moves the cause given all other answers: less than by itself where another sign of its group would count in its stead. */
  readonly given: number | null;
  /** The answers that it looks at, and the questions that would settle it. */
  readonly answers: Readonly<Record<string, AnswerValue>>;
  readonly open: readonly string[];
  readonly at: Position;
}

export interface Raising {
  readonly question: string;
  readonly answer: AnswerValue;
  readonly presence: number;
  readonly share: number;
}
