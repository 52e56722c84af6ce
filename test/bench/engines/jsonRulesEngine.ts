import { signRulesOf, type SignRule, type Test } from '../signRules.ts';
import { type Facts, factsFor, lengthOf } from './facts.ts';
import { type Engine, sealedMatcher } from './matcher.ts';
import { peer } from './peer.ts';

/** What is used of json-rules-engine 7. */
interface JsonRulesEngine {
  readonly Engine: new (rules: readonly Rule[], options: { readonly allowUndefinedFacts: boolean }) => {
    readonly run: (facts: Facts) => Promise<{ readonly events: readonly Event[] }>;
  };
}

interface Rule {
  readonly conditions: Group;
  readonly event: Event;
}

interface Event {
  readonly type: string;
  readonly params: { readonly sign: number };
}

type Condition =
  | Group
  | { readonly fact: string; readonly operator: string; readonly value: string | number | readonly string[] };

type Group =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/**
 * One engine with all rules, given the answers as facts in one run. A missing fact is let pass as undefined, which none
 * of the operators used takes for a match: `notIn` and `notEqual` would.
 */
export const jsonRulesEngine: Engine = {
  name: 'json-rules-engine',
  matcherOf: async pack => {
    const { Engine: RulesEngine } = await peer<JsonRulesEngine>('json-rules-engine');
    const rules = signRulesOf(pack);
    const engine = new RulesEngine(
      rules.map((rule, sign) => ({ conditions: ruleOf(rule), event: { type: 'sign', params: { sign } } })),
      { allowUndefinedFacts: true },
    );
    return sealedMatcher({
      factsOf: factsFor(rules),
      match: async (facts: Facts) => {
        const shown = new Uint8Array(rules.length);
        for (const { params } of (await engine.run(facts)).events) shown[params.sign] = 1;
        return shown;
      },
    });
  },
};

function ruleOf({ when, unless }: SignRule): Group {
  const shows = conditionOf(when);
  if (unless) return { all: [shows, { not: conditionOf(unless) }] };
  return 'fact' in shows ? { all: [shows] } : shows;
}

function conditionOf(test: Test): Condition {
  switch (test.test) {
    case 'all':
      return { all: test.of.map(conditionOf) };
    case 'any':
      return { any: test.of.map(conditionOf) };
    case 'one-of':
      return { fact: test.question, ...oneOf(test.options) };
    case 'includes':
      return either(
        test.options.map(value => ({ fact: test.question, operator: 'contains', value })),
        'any',
      );
    case 'excludes':
      return either(
        test.options.map(value => ({ fact: test.question, operator: 'doesNotContain', value })),
        'all',
      );
    case 'number':
      return within(test.question, test.from, test.to);
    case 'length':
      return within(lengthOf(test.question), test.from, test.to);
  }
}

function oneOf(options: readonly string[]): { readonly operator: string; readonly value: string | readonly string[] } {
  const [only] = options;
  return options.length === 1 && only !== undefined
    ? { operator: 'equal', value: only }
    : { operator: 'in', value: options };
}

function within(fact: string, from: number, to: number): Condition {
  if (from === to) return { fact, operator: 'equal', value: from };
  return either(
    [
      ...(from === -Infinity ? [] : [{ fact, operator: 'greaterThanInclusive', value: from }]),
      ...(to === Infinity ? [] : [{ fact, operator: 'lessThanInclusive', value: to }]),
    ],
    'all',
  );
}

function either(conditions: readonly Condition[], how: 'all' | 'any'): Condition {
  const [only] = conditions;
  if (conditions.length === 1 && only) return only;
  return how === 'all' ? { all: conditions } : { any: conditions };
}
