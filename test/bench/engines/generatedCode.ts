import type { AnswerSet } from '../answerSets.ts';
import { questionsIn, type SignRule, signRulesOf, type Test } from '../signRules.ts';
import { type Engine, sealedMatcher, type Shown } from './matcher.ts';

/** Rules in one function: one with many more of them is too long for V8 to make it fast. */
const RULES_PER_FUNCTION = 50;

type Generated<Answers> = (answers: Answers, shown: Shown) => void;

/**
 * Each rule as a line of JavaScript, one after the other, over answers that lie ready in the order of the questions:
 * about as fast as it gets while every rule is looked at.
 */
export const generatedCode: Engine = {
  name: 'generated code, every rule',
  matcherOf: pack => {
    const places = new Map(pack.questions.map(({ id }, index) => [id, index]));
    const rules = [...signRulesOf(pack).entries()];
    const parts = Array.from({ length: Math.ceil(rules.length / RULES_PER_FUNCTION) }, (_, part) =>
      rules.slice(part * RULES_PER_FUNCTION, (part + 1) * RULES_PER_FUNCTION),
    );
    const functions = parts.map(part => lookingUpFirst(part, places));
    return sealedMatcher({
      factsOf: answers => pack.questions.map(({ id }) => answers[id]),
      match: (answers: readonly unknown[]) => {
        const shown = new Uint8Array(rules.length);
        for (const showIn of functions) showIn(answers, shown);
        return shown;
      },
    });
  },
};

/**
 * The same lines, but of those rules only that need a question that is answered, over answers by name as they are
 * given: as fast as it gets when few questions are answered, as what is not costs nothing.
 */
export const generatedIndex: Engine = {
  name: 'generated code, rules by answer',
  matcherOf: pack => {
    const rules = signRulesOf(pack);
    const byQuestion = new Map<string, NumberedRule[]>();
    for (const [index, rule] of rules.entries())
      for (const id of neededBy(rule.when)) byQuestion.set(id, [...(byQuestion.get(id) ?? []), [index, rule]]);
    const functions = new Map([...byQuestion].map(([id, those]) => [id, lookingUpLate(those, id)]));
    return sealedMatcher({
      factsOf: answers => answers,
      match: (answers: AnswerSet) => {
        const shown = new Uint8Array(rules.length);
        for (const id in answers) functions.get(id)?.(answers, shown);
        return shown;
      },
    });
  },
};

type NumberedRule = readonly [index: number, rule: SignRule];

/** One question without which a rule cannot show, or all that it is about where each of several may be enough. */
function neededBy(test: Test): readonly string[] {
  if (test.test === 'all')
    return test.of.map(neededBy).reduce((fewest, part) => (part.length < fewest.length ? part : fewest));
  return questionsIn(test);
}

/** Looks up each answer once, at the start. */
function lookingUpFirst(
  rules: readonly NumberedRule[],
  places: ReadonlyMap<string, number>,
): Generated<readonly unknown[]> {
  const ids = [
    ...new Set(rules.flatMap(([, { when, unless }]) => [...questionsIn(when), ...(unless ? questionsIn(unless) : [])])),
  ];
  const names = new Map(ids.map((id, index) => [id, `a${index}`]));
  return generated([
    ...ids.map(id => `const ${names.get(id) ?? ''} = answers[${places.get(id) ?? -1}];`),
    ...rules.map(rule => lineOf(rule, id => names.get(id) ?? '')),
  ]);
}

/** Looks up the answer that brought it here, and others only when a rule comes to them. */
function lookingUpLate(rules: readonly NumberedRule[], first: string): Generated<AnswerSet> {
  const nameOf = (id: string): string => (id === first ? 'a' : `answers[${JSON.stringify(id)}]`);
  return generated([`const a = answers[${JSON.stringify(first)}];`, ...rules.map(rule => lineOf(rule, nameOf))]);
}

function generated<Answers>(lines: readonly string[]): Generated<Answers> {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what the library never does is the limit here
  return new Function('answers', 'shown', lines.join('\n')) as Generated<Answers>;
}

function lineOf([index, { when, unless }]: NumberedRule, nameOf: (id: string) => string): string {
  return `if (${codeOf(when, nameOf)}${unless ? ` && !(${codeOf(unless, nameOf)})` : ''}) shown[${index}] = 1;`;
}

function codeOf(test: Test, nameOf: (id: string) => string): string {
  if ('of' in test) return joined(test.of.map(part => codeOf(part, nameOf)), test.test === 'all' ? '&&' : '||');
  const answer = nameOf(test.question);
  const options = 'options' in test ? test.options.map(option => JSON.stringify(option)) : [];
  switch (test.test) {
    case 'one-of':
      return joined(options.map(option => `${answer} === ${option}`), '||');
    case 'includes':
      return known(answer, joined(options.map(option => `${answer}.includes(${option})`), '||'));
    case 'excludes':
      return known(answer, joined(options.map(option => `!${answer}.includes(${option})`), '&&'));
    case 'number':
      return comparison(answer, test.from, test.to);
    case 'length':
      return known(answer, comparison(`${answer}.length`, test.from, test.to));
  }
}

function known(answer: string, code: string): string {
  return `(${answer} !== undefined && ${code})`;
}

/** False for `undefined`, as it is neither less nor more than any number. */
function comparison(value: string, from: number, to: number): string {
  if (from === to) return `${value} === ${from}`;
  const least = from === -Infinity ? [] : [`${value} >= ${from}`];
  const most = to === Infinity ? [] : [`${value} <= ${to}`];
  return joined([...least, ...most], '&&');
}

function joined(parts: readonly string[], operator: '&&' | '||'): string {
  return `(${parts.join(` ${operator} `)})`;
}
