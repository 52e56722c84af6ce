import type {
  BeliefLogic, CauseLogic, ChoiceLogic, ContradictionLogic, DateLogic, EmployerTypeLogic, FixLogic, FlagLogic, Logic, NumberLogic, OptionLogic,
  SectionLogic, SignLogic, WaitingLogic, WaitingSignLogic,
} from './logic.ts';
import type { Condition } from './condition.ts';
import type { Draft, Messages } from './words.ts';

/** A pack in one language, ready to explain: its logic, with every text where it belongs. */
export interface Pack extends Logic {
  readonly title: string;
  readonly waiting?: Waiting;
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
  readonly contradictions: readonly Contradiction[];
  readonly causes: readonly Cause[];
  readonly beliefs: readonly Belief[];
  /** What is written to the employer on each occasion; without it the words of the best fix alone. */
  readonly messages?: Messages;
  readonly flags?: readonly Flag[];
}

declare const answeredBy: unique symbol;

/** A pack whose questions and options the compiler knows; `A` is the type of its answers. */
export type TypedPack<A> = Pack & { readonly [answeredBy]: A };

/** How long employers take to answer, by their type, and what tells the types apart. */
export interface Waiting extends WaitingLogic {
  readonly types: readonly EmployerType[];
  readonly signs: readonly WaitingSign[];
}

export interface EmployerType extends EmployerTypeLogic {
  readonly title: string;
}

export interface WaitingSign extends WaitingSignLogic {
  readonly because: string;
}

/** A part of the questionnaire, whose questions come one after the other. */
export interface Section extends SectionLogic {
  readonly title: string;
}

/** A question of any kind, with its words. */
export type Question = ChoiceQuestion | NumberQuestion | DateQuestion;

interface Spoken {
  readonly ask: string;
  readonly help?: string;
  /** The words in which the employer can be asked, for those for whom the condition holds. */
  readonly employer?: { readonly ask: string; readonly if?: Condition };
}

/** A question that is answered with one of its options, or with several. */
export interface ChoiceQuestion extends Omit<ChoiceLogic, 'employer'>, Spoken {
  readonly options: readonly Option[];
}

/** One of the answers that a question offers, and its words. */
export interface Option extends OptionLogic {
  readonly says: string;
}

/** A question that is answered with a whole number, between its bounds. */
export interface NumberQuestion extends Omit<NumberLogic, 'employer'>, Spoken {
  /** What is counted, in the plural. */
  readonly unit: string;
}

/** A question that is answered with a day, `YYYY-MM-DD`. */
export interface DateQuestion extends Omit<DateLogic, 'employer'>, Spoken {}

/** Answers that cannot all be true, and why. */
export interface Contradiction extends ContradictionLogic {
  readonly because: string;
}

/** Something that may have led to the no, or to the silence: its logic, what it is called, and what to do about it. */
export interface Cause extends CauseLogic {
  readonly title: string;
  readonly why: string;
  readonly signs: readonly Sign[];
  readonly fixes: readonly Fix[];
}

/** Answers that speak for a cause or against it, and why they do. */
export interface Sign extends SignLogic {
  readonly because: string;
}

/** Something that can be done about a cause, and the words for it. */
export interface Fix extends FixLogic {
  /** The cue of a plan for next time: “If …”. */
  readonly if?: string;
  readonly do: string;
  readonly say?: Draft;
  /** Where in a message the words belong. */
  readonly place?: string;
  /** How to practise it once, beforehand. */
  readonly rehearse?: string;
}

/** What the reader may wrongly conclude, and the truer reading of it. */
export interface Belief extends BeliefLogic {
  readonly belief: string;
  readonly truer: string;
}

/** What whoever helps the reader should take care of. */
export interface Flag extends FlagLogic {
  readonly says: string;
}
