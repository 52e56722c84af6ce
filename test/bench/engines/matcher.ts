import type { AnswerSet } from '../answerSets.ts';
import type { Pack } from '../../../src/pack/pack.ts';

/** Which signs show, by their index: 1 where one does. */
export type Shown = Uint8Array;

/** An engine that has been given the signs of a pack as rules. */
export interface Matcher<Facts = unknown> {
  /** The answers in the form that the engine takes; not counted as its work. */
  readonly factsOf: (answers: AnswerSet) => Facts;
  readonly match: (facts: Facts) => Shown | Promise<Shown>;
}

export interface Engine {
  readonly name: string;
  /** Made once for a pack, beforehand; not counted either. */
  readonly matcherOf: (pack: Pack) => Matcher | Promise<Matcher>;
}

/** Hides what form the facts of an engine have, which only it needs to know. */
export function sealedMatcher<Facts>({ factsOf, match }: Matcher<Facts>): Matcher {
  return { factsOf, match: facts => match(facts as Facts) };
}
