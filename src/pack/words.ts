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
  readonly messages?: Messages;
  /** What to take care of, for each flag, by id. */
  readonly flags?: ById<string>;
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
  /** Where in a message these words belong; without words, that the pack's own words there are what it is about. */
  readonly place?: string;
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
  /** It is left out for those for whom this is known to hold. */
  readonly unless?: Condition;
  /** Pieces of text, one after the other; one that names an answer is left out where the answer is unknown. */
  readonly pieces: readonly DraftPiece[];
}

/** Text, the indices of the questions whose answers stand in it, and what only the person can fill in. */
export type DraftPiece = readonly (string | { readonly answer: number } | { readonly blank: string })[];

export const occasions = ['recovery', 'thank-you', 'check-in', 'last-message', 'after-a-no', 'after-a-yes'] as const;
/**
 * When one writes to the employer:
 *
 * - `recovery`: at once, as something is to be put right while nothing is decided
 * - `thank-you`, `check-in`, `last-message`: the steps of waiting
 * - `after-a-no`, `after-a-yes`: they have answered
 */
export type Occasion = (typeof occasions)[number];

/** One message for each occasion: its places, in the order in which they are read. */
export type Messages = Readonly<Partial<Record<Occasion, readonly MessagePlace[]>>>;

/** A place in a message. */
export interface MessagePlace {
  readonly place: string;
  /** What stands there where no fix has words for it. */
  readonly words?: Draft;
  /** It asks them something: the question that tells most where the pack lets it be asked directly. */
  readonly asks?: true;
}
