import { readFileSync } from 'node:fs';

/** Two readers answered every case, each from its facts and the questions alone: without sight of verdicts, rules or each other. */
export type Reader = 'first' | 'second';

/** A real case: what the candidate could report, as answers, and what an expert made of it. */
export interface RealCase {
  readonly id: string;
  readonly url: string;
  readonly stage: 'phone-screen' | 'first-interview' | 'later';
  readonly status: 'rejected' | 'cancelled' | 'ghosted' | 'waiting' | 'withdrawn';
  /** Whether the employer gave a reason. */
  readonly told: boolean;
  readonly control: 'controllable' | 'external' | 'mixed' | 'too-early';
  /** Causes, the main one first. */
  readonly verdict: readonly string[];
  readonly confidence: 'high' | 'medium' | 'low';
  /**
   * What it was used for: the pack was written with it in view, it was mended where it failed on it, or it was only ever
   * scored.
   */
  readonly set: CaseSet;
  /** What a careful reader of the facts made of it, where one was asked. */
  readonly ofFacts?: Pick<RealCase, 'verdict' | 'control'>;
  readonly answers: Readonly<Record<string, unknown>>;
}

export type CaseSet = 'written' | 'mended' | 'kept-back';

/** What a reader made of the facts of a case. */
export interface Sheet {
  readonly id: string;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Facts that no question holds. */
  readonly gaps?: readonly string[];
}

/** The cases in `real-cases.jsonl` of one set, as one of the readers answered them. */
export function realCases(reader: Reader, set: CaseSet = 'written'): readonly RealCase[] {
  const sheets = new Map(sheetsOf(reader).map(({ id, answers }) => [id, answers]));
  return (linesOf('real-cases.jsonl') as readonly Omit<RealCase, 'answers'>[]).filter(each => each.set === set).map(each => {
    const answers = sheets.get(each.id);
    if (!answers) throw new Error(`${each.id} was not answered by the ${reader} reader`);
    return { ...each, answers };
  });
}

/** All of them, by set and by reader. */
export function casesBySet(): Readonly<Record<CaseSet, Readonly<Record<Reader, readonly RealCase[]>>>> {
  const of = (set: CaseSet): Readonly<Record<Reader, readonly RealCase[]>> => ({ first: realCases('first', set), second: realCases('second', set) });
  return { written: of('written'), mended: of('mended'), 'kept-back': of('kept-back') };
}

export function sheetsOf(reader: Reader): readonly Sheet[] {
  return linesOf(`${reader}-answers.jsonl`) as readonly Sheet[];
}

/** Sheets recombined from real ones, none of them whole, and what a reader of the answers alone made of each; some were read twice. */
export interface ElicitedSheet {
  readonly id: string;
  readonly control: RealCase['control'];
  readonly verdict: readonly string[];
  readonly again?: Pick<ElicitedSheet, 'control' | 'verdict'>;
  readonly answers: RealCase['answers'];
}

export function elicitedSheets(): readonly ElicitedSheet[] {
  return linesOf('elicited.jsonl') as readonly ElicitedSheet[];
}

function linesOf(name: string): readonly unknown[] {
  return readFileSync(new URL(name, import.meta.url), 'utf8').trim().split('\n').map(line => JSON.parse(line) as unknown);
}
