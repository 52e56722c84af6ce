import type { Condition } from './condition.ts';

/**
 * All texts of a pack in one language. Parts that have an id are found by it; signs, contradictions and what speaks in
 * silence have none, and stand in the order in which the logic holds them.
 */
export interface Words {
  /** The language, as a BCP 47 tag: `en`. */
  readonly locale: string;
  /** The pack to whose logic they belong, and its hash: with other logic they are refused. */
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly title: string;
  /** Titles of the sections, by id. */
  readonly sections: ById<string>;
  readonly questions: ById<QuestionTexts>;
  /** Why answers cannot all be true, for each contradiction. */
  readonly contradictions: readonly string[];
  readonly causes: ById<CauseTexts>;
  /** By id; no two causes have a fix of one id. */
  readonly fixes: ById<FixTexts>;
  readonly beliefs: ById<BeliefTexts>;
  readonly waiting?: WaitingTexts;
}

type ById<T> = Readonly<Record<string, T>>;

export interface QuestionTexts {
  readonly ask: string;
  readonly help?: string;
  /** What a number counts, in the plural. */
  readonly unit?: string;
  /** What each option says, by its id. */
  readonly options?: ById<string>;
  /** The words in which the employer can be asked. */
  readonly employer?: string;
}

export interface CauseTexts {
  readonly title: string;
  readonly why: string;
  /** Why each sign speaks for the cause, or against it. */
  readonly signs: readonly string[];
}

export interface FixTexts {
  /** The cue of a plan for next time: “If …”. */
  readonly if?: string;
  readonly do: string;
  readonly say?: Draft;
  /** How to practise it once, beforehand. */
  readonly rehearse?: string;
}

export interface BeliefTexts {
  /** What the reader may wrongly conclude. */
  readonly belief: string;
  /** The truer reading of it. */
  readonly truer: string;
}

export interface WaitingTexts {
  /** Titles of the types of employers, by id. */
  readonly types: ById<string>;
  /** Why each sign speaks for a type or a state, or against it. */
  readonly signs: readonly string[];
}

/** Words to send or say, passage by passage. */
export type Draft = readonly DraftPassage[];

export interface DraftPassage {
  /** The passage belongs to it for those for whom this is known to hold; otherwise for everybody. */
  readonly when?: Condition;
  /** Pieces of text, one after the other; one that names an answer is left out where the answer is unknown. */
  readonly pieces: readonly DraftPiece[];
}

/** Text, and the indices of the questions whose answers stand in it. */
export type DraftPiece = readonly (string | { readonly answer: number })[];
