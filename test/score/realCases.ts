import { readFileSync } from 'node:fs';

/** A real case: what the candidate could report, as answers, and what an expert made of it. */
export interface RealCase {
  readonly id: string;
  /** The pack was tuned on `tune`; `check` was only looked at to check it. */
  readonly half: 'tune' | 'check';
  readonly url: string;
  /** Whether the employer gave a reason. */
  readonly told: boolean;
  readonly status: string;
  readonly control: 'controllable' | 'external' | 'mixed' | 'too-early';
  /** Causes, the main one first. */
  readonly verdict: readonly string[];
  readonly confidence: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** The cases in `real-cases.jsonl`, answered from the candidate's facts alone, without sight of the verdicts. */
export function realCases(): readonly RealCase[] {
  return linesOf('real-cases.jsonl') as readonly RealCase[];
}

/** The same cases with the answers of `second-answers.jsonl`: given anew from the same facts, without sight of the first answers, the rules or the verdicts. */
export function answeredAgain(cases: readonly RealCase[]): readonly RealCase[] {
  const second = new Map((linesOf('second-answers.jsonl') as readonly Pick<RealCase, 'id' | 'answers'>[]).map(({ id, answers }) => [id, answers]));
  return cases.map(each => {
    const answers = second.get(each.id);
    if (!answers) throw new Error(`${each.id} has no second answers`);
    return { ...each, answers };
  });
}

function linesOf(name: string): readonly unknown[] {
  return readFileSync(new URL(name, import.meta.url), 'utf8').trim().split('\n').map(line => JSON.parse(line) as unknown);
}
