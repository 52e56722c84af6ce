import type { Diagnosis, Evidence } from '../../diagnosis/diagnosis.ts';

/** More lines of what is known would leave too little room to write. */
const MOST_SHOWN = 3;

/**
 * Whether the answer to a question is one of these, or holds one of them. Questions and options of the core pack are
 * asked for by name; in a pack that has none of them nothing was chosen, and the sheet stays general.
 */
export function chose({ answers }: Diagnosis, question: string, ...options: readonly string[]): boolean {
  return chosenIn(answers, question).some(each => options.includes(each));
}

/** The options chosen in answer to a question that allows several; `null` where it was not answered in this way. */
export function chosenOf({ answers }: Diagnosis, question: string): readonly string[] | null {
  return Object.hasOwn(answers, question) && Array.isArray(answers[question]) ? chosenIn(answers, question) : null;
}

function chosenIn(answers: Diagnosis['answers'], question: string): readonly string[] {
  const answer: unknown = Object.hasOwn(answers, question) ? answers[question] : undefined;
  const items: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  return items.filter(each => typeof each === 'string');
}

/** The number given in answer to a question; 0 where none was. */
export function numberOf({ answers }: Diagnosis, question: string): number {
  const answer = Object.hasOwn(answers, question) ? answers[question] : undefined;
  return typeof answer === 'number' ? answer : 0;
}

/** What the answers show of these causes, in their order and in the words of the pack. */
export function shownOf(diagnosis: Diagnosis, ...causes: readonly string[]): readonly string[] {
  const findings = findingsIn(diagnosis);
  return wordsOf(causes.flatMap(cause => findings.filter(each => each.cause === cause)));
}

/** What the answers to these questions show, of whatever cause. */
export function shownBy(diagnosis: Diagnosis, ...questions: readonly string[]): readonly string[] {
  const restsOnThem = ({ answers }: Evidence): boolean =>
    answers.length > 0 && answers.every(({ question }) => questions.includes(question));
  return wordsOf(findingsIn(diagnosis).filter(restsOnThem));
}

/** Findings in favour of causes, the likeliest cause first; what a coach struck out is left out. */
function findingsIn({ explanations, coach }: Diagnosis): readonly Evidence[] {
  const struck = new Set(coach?.struck.map(({ cause }) => cause));
  return explanations.filter(({ cause }) => !struck.has(cause)).flatMap(each => each.for);
}

/** What rests on the same answers is said once, whatever causes it speaks for. */
function wordsOf(findings: readonly Evidence[]): readonly string[] {
  const said = new Map<string, string>();
  for (const { answers, because } of findings) {
    const basis = answers.map(({ question }) => question).join(' ');
    if (!said.has(basis)) said.set(basis, because);
  }
  return [...said.values()].slice(0, MOST_SHOWN);
}
