import { wholeRange } from '../../pack/layout.ts';
import type { Condition } from '../../pack/condition.ts';
import type { Question } from '../../pack/pack.ts';
import { likelihoodRatio } from '../../pack/speaks.ts';
import type { LintRule } from '../rule.ts';

/** What surveys and guesses are off by, without anyone being wrong. */
const SLACK = 2;

export const ratioUnlikely: LintRule = {
  id: 'ratio-unlikely',
  severity: 'warning',
  title: 'So many people answer like this that the sign cannot speak so strongly.',
  why: 'With a base rate b and a likelihood ratio L, an answer can be given by b + (1 − b) / L of all people at most, even if everyone with this cause gives it. Where “typical” says far more, one of the three figures is wrong, and the cause is found where it was not.',
  file: 'cause',
  bad: `base-rate: { value: 2%, range: [1%, 3%], from: [a-survey] }
signs:
  - when: { prepared: read-site }
    speaks: strongly for
    because: You read their site only.
`,
  good: `base-rate: { value: 2%, range: [1%, 3%], from: [a-survey] }
signs:
  - when: { prepared: read-site }
    speaks: slightly for
    because: You read their site only.
`,
  *find({ pack, causes }) {
    for (const { cause, file, signs } of causes) {
      const [lowest, highest] = cause.baseRate.range ?? [cause.baseRate.value, cause.baseRate.value];
      for (const { sign, path } of signs) {
        const often = path[0] === 'signs' && cause.baseRate.when.length === 0 ? frequencyOf(sign.when, pack.questions) : undefined;
        if (often === undefined || often <= mostOften(likelihoodRatio[sign.speaks], lowest, highest)) continue;
        yield { file, path: [...path, 'speaks'], message: `${percent(often)} of people answer like this, so it cannot be ${inWords(likelihoodRatio[sign.speaks])} with a base rate of ${percent(cause.baseRate.value)}`, hint: 'let it speak less strongly, or look at “typical” of the question and at the base rate' };
      }
    }
  },
};

/** The share of people who can give an answer at most, with slack for figures that are guesses. */
function mostOften(ratio: number, lowest: number, highest: number): number {
  if (ratio > 1) return Math.min(1, SLACK * (highest + (1 - highest) / ratio));
  return 1 - (lowest * (1 - ratio)) / SLACK;
}

function inWords(ratio: number): string {
  if (ratio === Number.POSITIVE_INFINITY) return 'what establishes the cause';
  if (ratio === 0) return 'what rules the cause out';
  return ratio > 1 ? `${ratio} times likelier with the cause` : `${1 / ratio} times likelier without the cause`;
}

/** The share of people whose answer is of this kind, where that follows from one question that is put to everybody. */
function frequencyOf(condition: Condition, questions: readonly Question[]): number | undefined {
  if (condition.test === 'not') {
    const inner = frequencyOf(condition.of, questions);
    return inner === undefined ? undefined : 1 - inner;
  }
  const question = 'question' in condition ? questions[condition.question] : undefined;
  if (!question || question.askIf) return undefined;
  if (condition.test === 'chosen' && 'options' in question) {
    const shares = condition.options.map(option => question.options[option]?.typical ?? 0);
    return question.kind === 'several-of' ? Math.max(...shares) : sum(shares);
  }
  if (condition.test !== 'within' || question.kind !== 'number') return undefined;
  const { from, to } = wholeRange(condition);
  return sum(question.typical.filter(({ value }) => (from === null || value >= from) && (to === null || value <= to)).map(({ share }) => share));
}

function sum(shares: readonly number[]): number {
  return shares.reduce((total, share) => total + share, 0);
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
