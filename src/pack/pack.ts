import type { Condition } from './condition.ts';
import type { FunnelStage } from './funnelStages.ts';
import type { Speaks } from './speaks.ts';
import type { Effort } from './effort.ts';

/** A pack that is ready for inference: plain data, no names left to look up. Questions are referred to by index. */
export interface Pack {
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** SHA-256 of everything below, in hexadecimal: two packs with the same hash say the same. */
  readonly hash: string;
  readonly background: Sourced;
  readonly standing: Standing;
  /** How employers let time pass; without it nothing is said of silence. */
  readonly waiting?: Waiting;
  /** How many usually pass from stage to stage of a search, in order; without it nothing is said of where a search stops. */
  readonly funnel?: readonly FunnelRate[];
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
  readonly contradictions: readonly Contradiction[];
  /** In order of id. */
  readonly causes: readonly Cause[];
  /** In the order of the file: those that help most come first. */
  readonly beliefs: readonly Belief[];
  readonly sources: readonly Source[];
}

declare const answeredBy: unique symbol;

/** A pack whose questions and options the compiler knows; `A` is the type of its answers. */
export type TypedPack<A> = Pack & { readonly [answeredBy]: A };

/** A number of the pack, from 0 to 1, with the range it may lie in and where it comes from. */
export interface Sourced {
  readonly value: number;
  readonly range?: readonly [number, number];
  /** Ids of sources, and the word `judgement`. */
  readonly from: readonly string[];
  readonly note?: string;
}

/** A number that is another one under a condition; the first condition that holds decides. */
export interface Conditional extends Sourced {
  readonly when: readonly (Sourced & { readonly if: Condition })[];
}

/** The hidden level of a candidate that no answer shows. Weights add to 1. */
export interface Standing {
  readonly levels: readonly { readonly stops: number; readonly weight: number }[];
  readonly from: readonly string[];
  readonly note?: string;
}

/** How long employers take until they say yes or no, and how often they never do. */
export interface Waiting {
  readonly types: readonly EmployerType[];
  /** Indices of the questions for the days since the interview, and since the day on which an answer was promised. */
  readonly daysSince: number;
  readonly daysPastPromise?: number;
  /** How many times likelier a no is once the promised day has passed in silence; 1 or more. */
  readonly missedPromise: number;
  /** Days taken for passed when nobody said how many, by outcome. */
  readonly whenUnsaid: { readonly waiting: number; readonly 'no-reply': number };
  readonly signs: readonly WaitingSign[];
}

/** Chances of the three ends, adding to 1, and the times to the two that are told. */
export interface EmployerType {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly advance: number;
  readonly toldNo: number;
  readonly timeToYes: { readonly median: number; readonly sigma: number };
  readonly timeToNo: { readonly median: number; readonly sigma: number };
}

/** A condition that speaks for or against a type of employer, or one of the states `advance`, `told-no` and `never-told`. */
export interface WaitingSign extends Omit<Sign, 'keep'> {
  readonly of: string;
}

/** Of those who reach one stage of a search, how many reach the next. */
export interface FunnelRate {
  readonly from: FunnelStage;
  readonly to: FunnelStage;
  /** The mean over people; the range holds the central 95% of them, and lies strictly between 0 and 1 around it. */
  readonly rate: Sourced & { readonly range: readonly [number, number] };
}

export interface Section {
  readonly id: string;
  readonly title: string;
}

export type Question = ChoiceQuestion | NumberQuestion | DateQuestion;

interface AnyQuestion {
  readonly id: string;
  readonly section: string;
  readonly ask: string;
  readonly help?: string;
  /** The question is put to those for whom this holds; an answer counts unless it is refuted. */
  readonly askIf?: Condition;
  /** Share of people who cannot say, from 0 to 1. */
  readonly dontKnow: number;
  /** The words in which the employer can be asked, for those for whom the condition holds. */
  readonly recruiter?: { readonly ask: string; readonly if?: Condition };
}

/** A question with options. `yes-no` has the options `yes` and `no`, in this order. */
export interface ChoiceQuestion extends AnyQuestion {
  readonly kind: 'one-of' | 'several-of' | 'yes-no';
  readonly options: readonly Option[];
}

export interface Option {
  readonly id: string;
  readonly says: string;
  /** Share of candidates who choose it, from 0 to 1; of `several-of` each by itself. */
  readonly typical: number;
}

export interface NumberQuestion extends AnyQuestion {
  readonly kind: 'number';
  readonly unit: string;
  /** Bounds, both included. Answers are whole numbers. */
  readonly from: number;
  readonly to: number;
  /** Index of a date question: unless answered, the number is the days from that date to `asOf`. */
  readonly countsDaysFrom?: number;
  readonly typical: readonly { readonly value: number; readonly share: number }[];
}

export interface DateQuestion extends AnyQuestion {
  readonly kind: 'date';
  /** Index of a date question whose day cannot be later than this one. */
  readonly notBefore?: number;
}

/** Answers that cannot all be true. */
export interface Contradiction {
  readonly when: Condition;
  readonly because: string;
}

export type Control = 'you' | 'fit' | 'them';

export interface Cause {
  readonly id: string;
  readonly title: string;
  readonly control: Control;
  /** `candidate`: it follows the person from interview to interview. */
  readonly scope: 'candidate' | 'interview';
  readonly baseRate: Conditional;
  /** Probability that it alone stops someone who would otherwise go on, given that it is present. Absent when it explains silence only. */
  readonly strength?: Conditional;
  /** Its part in hearing nothing. Absent when it explains a no only. */
  readonly silence?: { readonly state: 'undecided' | 'never-told'; readonly share: Sourced };
  readonly claims: readonly string[];
  readonly why: string;
  readonly signs: readonly Sign[];
  readonly fixes: readonly Fix[];
}

/** A condition on answers that speaks for a cause, or against it. */
export interface Sign {
  readonly when: Condition;
  /** Cancels the sign once it is known to hold. */
  readonly unless?: Condition;
  readonly speaks: Speaks;
  /** Signs of one group speak of one fact: only the strongest that shows is counted. */
  readonly group?: string;
  readonly because: string;
  /** It shows something that the reader did well. */
  readonly keep: boolean;
}

export interface Fix {
  readonly id: string;
  /** `now`: with this employer; `next`: in the next interview. */
  readonly for: 'now' | 'next';
  readonly when?: Condition;
  readonly unless?: Condition;
  /** The cue of a plan for next time: “If …”. */
  readonly if?: string;
  readonly do: string;
  readonly say?: Draft;
  /** How to practise it once, beforehand. */
  readonly rehearse?: string;
  /** Part of the cause's presence that it takes away, from 0 to 1. */
  readonly removes: Sourced;
  readonly effort: Effort;
  /** It lifts nerve, or brings someone to the reader's side; otherwise it is a matter of skill. */
  readonly lifts?: 'nerve' | 'support';
  readonly claims: readonly string[];
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

/** What the reader may wrongly conclude, and the truer reading of it. */
export interface Belief {
  readonly id: string;
  readonly claims: readonly string[];
  readonly when: Condition;
  /** It is about one interview by itself, and not said beside other interviews or counts of a whole search. */
  readonly alone: boolean;
  readonly belief: string;
  readonly truer: string;
  readonly from: readonly string[];
}

export interface Source {
  readonly id: string;
  readonly kind: 'study' | 'official' | 'survey' | 'platform' | 'article' | 'anecdote';
  readonly title: string;
  readonly publisher: string;
  readonly year?: number;
  readonly url?: string;
  readonly claims: readonly { readonly id: string; readonly says: string }[];
}
