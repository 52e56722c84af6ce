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

export interface Section extends SectionLogic {
  readonly title: string;
}

export type Question = ChoiceQuestion | NumberQuestion | DateQuestion;

interface Spoken {
  readonly ask: string;
  readonly help?: string;
  /** The words in which the employer can be asked, for those for whom the condition holds. */
  readonly employer?: { readonly ask: string; readonly if?: Condition };
}

export interface ChoiceQuestion extends Omit<ChoiceLogic, 'employer'>, Spoken {
  readonly options: readonly Option[];
}

export interface Option extends OptionLogic {
  readonly says: string;
}

export interface NumberQuestion extends Omit<NumberLogic, 'employer'>, Spoken {
  /** What is counted, in the plural. */
  readonly unit: string;
}

export interface DateQuestion extends Omit<DateLogic, 'employer'>, Spoken {}

export interface Contradiction extends ContradictionLogic {
  readonly because: string;
}

export interface Cause extends CauseLogic {
  readonly title: string;
  readonly why: string;
  readonly signs: readonly Sign[];
  readonly fixes: readonly Fix[];
}

export interface Sign extends SignLogic {
  readonly because: string;
}

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
