import type { FunnelStage } from './funnelStages.ts';

/** What coaches want to know of a pack, and nobody needs for a diagnosis: where its figures and claims come from. */
export interface Notes {
  /** The pack that they are about. */
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  /** In order of id. */
  readonly sources: readonly Source[];
  readonly background: Basis;
  readonly standing: Basis;
  readonly focus?: Basis;
  readonly waiting?: WaitingNotes;
  /** By the stage that is reached. */
  readonly funnel?: Readonly<Record<Exclude<FunnelStage, 'sent'>, Basis>>;
  readonly causes: ById<CauseNotes>;
  /** By id; no two causes have a fix of one id. */
  readonly fixes: ById<FixNotes>;
  readonly beliefs: ById<BeliefNotes>;
}

type ById<T> = Readonly<Record<string, T>>;

/** Where a figure comes from, and why it is what it is. */
export interface Basis {
  /** Ids of sources, and the word `judgement`. */
  readonly from: readonly string[];
  readonly note?: string;
}

/** Of a figure with cases, those of the cases as well, in their order. */
export interface CasesBasis extends Basis {
  readonly when: readonly Basis[];
}

/** Where the figures of a cause come from, and what to talk about. */
export interface CauseNotes {
  /** Ids of claims that articles make, and that this cause carries. */
  readonly claims: readonly string[];
  /** An open question for a talk about it. */
  readonly explore?: string;
  readonly baseRate: CasesBasis;
  readonly strength?: CasesBasis;
  readonly silence?: Basis;
}

/** Where it is said that a fix helps, and why it helps as much as it does. */
export interface FixNotes {
  readonly claims: readonly string[];
  readonly removes: Basis;
}

/** Where a wrong conclusion is told, and corrected. */
export interface BeliefNotes {
  readonly claims: readonly string[];
  readonly from: readonly string[];
}

/** The reasons of all times, and by id of the type of employer those of its own. */
export interface WaitingNotes extends Basis {
  readonly types: ById<{ readonly timeToYes: Basis; readonly timeToNo: Basis }>;
  readonly missedPromise?: Basis;
  readonly whenUnsaid: Basis;
}

/** A source of figures or claims. */
export interface Source {
  readonly id: string;
  readonly kind: 'study' | 'official' | 'survey' | 'platform' | 'article' | 'anecdote';
  readonly title: string;
  readonly publisher: string;
  readonly year?: number;
  readonly url?: string;
  /** What an article says. */
  readonly claims: readonly { readonly id: string; readonly says: string }[];
}
