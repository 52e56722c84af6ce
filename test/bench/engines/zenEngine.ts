import { signRulesOf, type SignRule, type Test } from '../signRules.ts';
import { type Facts, factsFor, lengthOf } from './facts.ts';
import { type Engine, sealedMatcher } from './matcher.ts';
import { peer } from './peer.ts';

/** What is used of @gorules/zen-engine 0.54. */
interface Zen {
  readonly ZenEngine: new () => {
    readonly createDecision: (content: object) => {
      readonly evaluate: (context: Facts) => Promise<{ readonly result: { readonly rules: readonly boolean[] } }>;
    };
  };
  readonly ZenDecisionContent: new (content: object) => object;
}

/**
 * A decision, compiled beforehand, of one expression that lists for all rules whether they hold. A table that collects
 * the rules that hold takes up to twice as long, an expression for each rule two to fifteen times.
 */
export const zenEngine: Engine = {
  name: 'zen-engine',
  matcherOf: async pack => {
    const { ZenEngine, ZenDecisionContent } = await peer<Zen>('@gorules/zen-engine');
    const rules = signRulesOf(pack);
    const decision = new ZenEngine().createDecision(
      new ZenDecisionContent(decisionOf(`[${rules.map(ruleOf).join(', ')}]`)),
    );
    return sealedMatcher({
      factsOf: factsFor(rules, nameOf),
      match: async (facts: Facts) => {
        const holds = (await decision.evaluate(facts)).result.rules;
        const shown = new Uint8Array(rules.length);
        for (let index = 0; index < shown.length; index++) if (holds[index] === true) shown[index] = 1;
        return shown;
      },
    });
  },
};

function decisionOf(expression: string): object {
  const node = (id: string, type: string, content?: object): object => ({
    id,
    type,
    name: id,
    position: { x: 0, y: 0 },
    ...(content && { content }),
  });
  return {
    nodes: [
      node('answers', 'inputNode'),
      node('signs', 'expressionNode', { expressions: [{ id: 'rules', key: 'rules', value: expression }] }),
      node('shown', 'outputNode'),
    ],
    edges: [
      { id: 'to', type: 'edge', sourceId: 'answers', targetId: 'signs' },
      { id: 'from', type: 'edge', sourceId: 'signs', targetId: 'shown' },
    ],
  };
}

/** Its names have no hyphens, which are minus signs. */
function nameOf(question: string): string {
  return question.replaceAll('-', '_');
}

/** To compare a missing fact is an error, so that it is asked first whether there is one; `and` looks no further then. */
function ruleOf({ when, unless }: SignRule): string {
  return unless ? `${codeOf(when)} and not (${codeOf(unless)})` : codeOf(when);
}

function codeOf(test: Test): string {
  if ('of' in test) return `(${test.of.map(codeOf).join(test.test === 'all' ? ' and ' : ' or ')})`;
  const answer = nameOf(test.question);
  const quoted = 'options' in test ? test.options.map(option => JSON.stringify(option)) : [];
  switch (test.test) {
    case 'one-of':
      return quoted.length === 1 ? `${answer} == ${quoted.join()}` : `${answer} in [${quoted.join(', ')}]`;
    case 'includes':
      return `(${answer} != null and (${quoted.map(option => `${option} in ${answer}`).join(' or ')}))`;
    case 'excludes':
      return `(${answer} != null and not (${quoted.map(option => `${option} in ${answer}`).join(' or ')}))`;
    case 'number':
      return within(answer, test.from, test.to);
    case 'length':
      return within(lengthOf(answer), test.from, test.to);
  }
}

function within(answer: string, from: number, to: number): string {
  if (from === to) return `${answer} == ${from}`;
  const bounds = [
    ...(from === -Infinity ? [] : [`${answer} >= ${from}`]),
    ...(to === Infinity ? [] : [`${answer} <= ${to}`]),
  ];
  return `(${answer} != null and ${bounds.join(' and ')})`;
}
