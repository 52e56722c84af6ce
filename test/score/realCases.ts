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
  const text = readFileSync(new URL('real-cases.jsonl', import.meta.url), 'utf8');
  return text.trim().split('\n').map(line => JSON.parse(line) as RealCase);
}
