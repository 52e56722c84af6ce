import { type Outcome, outcomeOf } from '../answers/outcome.ts';
import { type Asking, askingOf, questionWorths, type QuestionWorth } from '../asking/questionWorths.ts';
import { once } from '../base/once.ts';
import type { ExplainedTogether } from '../inference/history/pattern.ts';
import { explainNo, type ExplainedNo } from '../inference/no/explainNo.ts';
import { type Parts, partsOf } from '../inference/no/parts.ts';
import { type Sensitivity, sensitivityOf } from '../inference/no/sensitivity.ts';
import type { ReadInterview } from '../inference/readInterview.ts';
import type { Engine } from './engine.ts';

/** What can be inferred of one no, and what to ask about it: each when it is asked for, and once. */
export interface InferredNo {
  readonly engine: Engine;
  readonly latest: ReadInterview;
  readonly outcome: Outcome;
  readonly explained: () => ExplainedNo;
  readonly parts: () => Parts;
  readonly sensitivity: () => Sensitivity;
  /** The ranges of the shares of these causes, by index in the pack. */
  readonly rangesOf: (causes: readonly number[]) => Sensitivity['ranges'];
  readonly asking: () => Asking;
  /** What each question that can be put and is unanswered is expected to change. */
  readonly worths: () => readonly QuestionWorth[];
}

/** @param together - what all interviews of a person say together; `null` where there is one */
export function inferNo(engine: Engine, latest: ReadInterview, together: () => ExplainedTogether | null = () => null): InferredNo {
  const { baseline } = engine;
  const { weighed, known: { reading } } = latest;
  const explained = once(() => together()?.history.no ?? explainNo(baseline, weighed));
  const rough = (causes?: readonly number[]): Sensitivity => sensitivityOf(engine.roughness(), explained(), together()?.history.before ?? null, causes);
  const asking = once(() => askingOf(baseline, reading, weighed, engine.likely));
  return {
    engine, latest, explained, asking,
    outcome: outcomeOf(baseline.prepared, reading),
    parts: once(() => partsOf(baseline.prepared, explained())),
    sensitivity: once(() => rough()),
    rangesOf: causes => rough(causes).ranges,
    worths: once(() => questionWorths(asking())),
  };
}
