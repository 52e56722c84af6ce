import { signRulesOf, type SignRule, type Test } from '../signRules.ts';
import { type Facts, factsFor, lengthOf } from './facts.ts';
import { type Engine, sealedMatcher } from './matcher.ts';
import { peer } from './peer.ts';

/** A rule of JsonLogic, as both of its engines for JavaScript take it. */
type Logic = string | number | null | readonly Logic[] | { readonly [operator: string]: Logic };

/** What is used of json-logic-js 2. */
interface JsonLogicJs {
  readonly apply: (logic: Logic, facts: Facts) => unknown;
}

/** What is used of json-logic-engine 5. */
interface JsonLogicEngine {
  readonly LogicEngine: new () => {
    readonly run: (logic: Logic, facts: Facts) => unknown;
    readonly build: (logic: Logic) => (facts: Facts) => unknown;
  };
}

export const jsonLogicJs: Engine = {
  name: 'json-logic-js',
  matcherOf: async pack => {
    const { apply } = await peer<JsonLogicJs>('json-logic-js');
    return matcherBy(signRulesOf(pack), logic => facts => apply(logic, facts));
  },
};

export const jsonLogicInterpreted: Engine = {
  name: 'json-logic-engine, interpreted',
  matcherOf: async pack => {
    const { LogicEngine } = await peer<JsonLogicEngine>('json-logic-engine');
    const engine = new LogicEngine();
    return matcherBy(signRulesOf(pack), logic => facts => engine.run(logic, facts));
  },
};

/** Each rule is built by itself: built as one, they take twice as long with the core pack, a quarter less with 1,500. */
export const jsonLogicCompiled: Engine = {
  name: 'json-logic-engine, compiled',
  matcherOf: async pack => {
    const { LogicEngine } = await peer<JsonLogicEngine>('json-logic-engine');
    const engine = new LogicEngine();
    return matcherBy(signRulesOf(pack), logic => engine.build(logic));
  },
};

function matcherBy(
  rules: readonly SignRule[],
  ready: (logic: Logic) => (facts: Facts) => unknown,
): ReturnType<typeof sealedMatcher> {
  const predicates = rules.map(rule => ready(ruleOf(rule)));
  return sealedMatcher({
    factsOf: factsFor(rules),
    match: (facts: Facts) => {
      const shown = new Uint8Array(predicates.length);
      for (const [index, shows] of predicates.entries()) if (shows(facts) === true) shown[index] = 1;
      return shown;
    },
  });
}

function ruleOf({ when, unless }: SignRule): Logic {
  return unless ? { and: [logicOf(when), { '!': [logicOf(unless)] }] } : logicOf(when);
}

/** A missing fact is `null`, which counts as 0: ranges that hold 0 ask first whether there is one. */
function logicOf(test: Test): Logic {
  switch (test.test) {
    case 'all':
      return { and: test.of.map(logicOf) };
    case 'any':
      return { or: test.of.map(logicOf) };
    case 'one-of':
      return oneOf({ var: test.question }, test.options);
    case 'includes':
      return either(
        test.options.map(option => ({ in: [option, { var: test.question }] })),
        'or',
      );
    case 'excludes':
      return {
        and: [
          known(test.question),
          ...test.options.map(option => ({ '!': [{ in: [option, { var: test.question }] }] })),
        ],
      };
    case 'number':
      return within(test.question, test.from, test.to);
    case 'length':
      return within(lengthOf(test.question), test.from, test.to);
  }
}

function oneOf(answer: Logic, options: readonly string[]): Logic {
  const [only] = options;
  return options.length === 1 && only !== undefined ? { '===': [answer, only] } : { in: [answer, options] };
}

function within(fact: string, from: number, to: number): Logic {
  if (from === to) return { '===': [{ var: fact }, from] };
  return either(
    [
      ...(from <= 0 && to >= 0 ? [known(fact)] : []),
      ...(from === -Infinity
        ? [{ '<=': [{ var: fact }, to] }]
        : to === Infinity
          ? [{ '>=': [{ var: fact }, from] }]
          : [{ '<=': [from, { var: fact }, to] }]),
    ],
    'and',
  );
}

function known(fact: string): Logic {
  return { '!==': [{ var: fact }, null] };
}

function either(parts: readonly Logic[], how: 'and' | 'or'): Logic {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { [how]: parts };
}
