import type { Condition } from './condition.ts';
import type { Effort } from './effort.ts';
import type { FunnelStage } from './funnelStages.ts';
import type { Speaks } from './speaks.ts';

/** Everything of a pack that inference needs, and no text: plain data. Questions are referred to by index. */
export interface Logic {
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  /** SHA-256, in hexadecimal, of the logic, the words and the notes of the pack that it is part of. */
  readonly hash: string;
  readonly background: Figure;
  readonly standing: Standing;
  /** How far what stands out counts beside the shares when one cause is named before the others, from 0 to 1; not at all without it. */
  readonly focus?: Figure;
  /** How employers let time pass; without it nothing is said of silence. */
  readonly waiting?: WaitingLogic;
  /**
   * How many usually pass from stage to stage of a search, in order; without it nothing is said of where a search
   * stops.
   */
  readonly funnel?: readonly FunnelRate[];
  readonly sections: readonly SectionLogic[];
  readonly questions: readonly QuestionLogic[];
  /** Answers that cannot all be true. */
  readonly contradictions: readonly ContradictionLogic[];
  /** In order of id. */
  readonly causes: readonly CauseLogic[];
  /** After these answers nothing is asked of the employer. */
  readonly askNothingIf?: Condition;
  /** After these answers they can be asked directly what would tell most; otherwise openly, for any word. */
  readonly askDirectlyIf?: Condition;
  /** After these answers nothing is sent to the employer. */
  readonly sendNothingIf?: Condition;
  /** In the order of the file: those that help most come first. */
  readonly beliefs: readonly BeliefLogic[];
  /** What to take care of. */
  readonly flags?: readonly FlagLogic[];
}

/** A number of the pack, from 0 to 1, with the range it may lie in. */
export interface Figure {
  readonly value: number;
  readonly range?: readonly [number, number];
}

/** A number that is another one under a condition; the first condition that holds decides. */
export interface Conditional extends Figure {
  readonly when: readonly (Figure & { readonly if: Condition })[];
}

/** The hidden level of a candidate that no answer shows. Weights add to 1. */
export interface Standing {
  readonly levels: readonly { readonly stops: number; readonly weight: number }[];
}

/** How long employers take until they say yes or no, and how often they never do. */
export interface WaitingLogic {
  readonly types: readonly EmployerTypeLogic[];
  /** Indices of the questions for the days since the interview, and since the day on which an answer was promised. */
  readonly daysSince: number;
  readonly daysPastPromise?: number;
  /** How many times likelier a no is once the promised day has passed in silence; 1 or more. */
  readonly missedPromise: number;
  /** Days taken for passed when nobody said how many, by outcome. */
  readonly whenUnsaid: { readonly waiting: number; readonly 'no-reply': number };
  readonly signs: readonly WaitingSignLogic[];
}

/** Chances of the three ends, adding to 1, and the times to the two that are told. */
export interface EmployerTypeLogic {
  readonly id: string;
  readonly weight: number;
  readonly advance: number;
  readonly toldNo: number;
  readonly timeToYes: { readonly median: number; readonly sigma: number };
  readonly timeToNo: { readonly median: number; readonly sigma: number };
}

/**
 * A condition that speaks for or against a type of employer, or one of the states `advance`, `told-no` and
 * `never-told`.
 */
export interface WaitingSignLogic extends Omit<SignLogic, 'keep'> {
  readonly of: string;
}

/** Of those who reach one stage of a search, how many reach the next. */
export interface FunnelRate {
  readonly from: FunnelStage;
  readonly to: FunnelStage;
  /** The mean over people; the range holds the central 95% of them, and lies strictly between 0 and 1 around it. */
  readonly rate: Figure & { readonly range: readonly [number, number] };
}

export interface SectionLogic {
  readonly id: string;
}

export type QuestionLogic = ChoiceLogic | NumberLogic | DateLogic;

interface AnyQuestionLogic {
  readonly id: string;
  readonly section: string;
  /** Whether it belongs to the short intake. */
  readonly core?: true;
  /** The question is put to those for whom this holds; an answer counts unless it is refuted. */
  readonly askIf?: Condition;
  /** Share of people who cannot say, from 0 to 1. */
  readonly dontKnow: number;
  /** The employer can be asked, by those for whom the condition holds. */
  readonly employer?: { readonly if?: Condition };
}

/** A question with options. `yes-no` has the options `yes` and `no`, in this order. */
export interface ChoiceLogic extends AnyQuestionLogic {
  readonly kind: 'one-of' | 'several-of' | 'yes-no';
  readonly options: readonly OptionLogic[];
}

export interface OptionLogic {
  readonly id: string;
  /** Share of candidates who choose it, from 0 to 1; of `several-of` each by itself. */
  readonly typical: number;
}

export interface NumberLogic extends AnyQuestionLogic {
  readonly kind: 'number';
  /** Bounds, both included. Answers are whole numbers. */
  readonly from: number;
  readonly to: number;
  /** Index of a date question: unless answered, the number is the days from that date to `asOf`. */
  readonly countsDaysFrom?: number;
  readonly typical: readonly { readonly value: number; readonly share: number }[];
}

export interface DateLogic extends AnyQuestionLogic {
  readonly kind: 'date';
  /** Index of a date question whose day cannot be later than this one. */
  readonly notBefore?: number;
}

export interface ContradictionLogic {
  readonly when: Condition;
}

/** In whose hands a cause lay: the reader’s (`you`), the employer’s (`them`), or how the two suited each other (`fit`). */
export type Control = 'you' | 'fit' | 'them';

export interface CauseLogic {
  readonly id: string;
  readonly control: Control;
  /** `candidate`: it follows the person from interview to interview. */
  readonly scope: 'candidate' | 'interview';
  /** Id of the more general cause that people who hire may call it by; the observation counts for this one. */
  readonly partOf?: string;
  readonly baseRate: Conditional;
  /**
   * Probability that it alone stops someone who would otherwise go on, given that it is present. Absent when it
   * explains silence only.
   */
  readonly strength?: Conditional;
  /** Its part in hearing nothing. Absent when it explains a no only. */
  readonly silence?: { readonly state: 'undecided' | 'never-told'; readonly share: Figure };
  readonly signs: readonly SignLogic[];
  readonly fixes: readonly FixLogic[];
}

/** A condition on answers that speaks for a cause, or against it. */
export interface SignLogic {
  readonly when: Condition;
  /** Cancels the sign once it is known to hold. */
  readonly unless?: Condition;
  readonly speaks: Speaks;
  /** Signs of one group speak of one fact: only the strongest that shows is counted. */
  readonly group?: string;
  /** It shows something that the reader did well. */
  readonly keep: boolean;
}

export interface FixLogic {
  readonly id: string;
  /** `now`: with this employer; `next`: in the next interview. */
  readonly for: 'now' | 'next';
  readonly when?: Condition;
  readonly unless?: Condition;
  /** Part of the cause's presence that it takes away, from 0 to 1. */
  readonly removes: Figure;
  readonly effort: Effort;
  /** Told whenever it applies, however little it moves: what protects the reader is no matter of gain. */
  readonly always?: true;
  /** It lifts nerve, or brings someone to the reader's side; otherwise it is a matter of skill. */
  readonly lifts?: 'nerve' | 'support';
}

export interface BeliefLogic {
  readonly id: string;
  readonly when: Condition;
  readonly unless?: Condition;
  /** It is about one interview by itself, and not said beside other interviews or counts of a whole search. */
  readonly alone: boolean;
  /** Index of the cause that it calls untrue: it is not told where that one comes first. */
  readonly denies?: number;
}

export interface FlagLogic {
  readonly id: string;
  readonly when: Condition;
}
