import { once } from '../base/once.ts';
import { UNKNOWN } from '../pack/answer.ts';
import type { Pack, Question } from '../pack/pack.ts';
import { type PreparedQuestion, prepareQuestion } from '../pack/prepareQuestion.ts';
import type { DateOrder, KnownMap } from './formMap.ts';
import { NONE, NONE_SAYS, UNKNOWN_SAYS } from './formWords.ts';
import { plainText } from './plainText.ts';

/** A question as a form puts it. */
export interface FormField {
  /** Index of the question in the pack. */
  readonly index: number;
  readonly prepared: PreparedQuestion;
  /** What the form calls an answer, as a plain text → the answer, or one item of it. */
  readonly labels: ReadonlyMap<string, string | number>;
  readonly dates: DateOrder | undefined;
}

/** What the form means by a name; `ignored` where the map says so, nothing where no question is called so. */
export type FieldOf = (name: string) => FormField | 'ignored' | undefined;

/** The questions of a pack by what a form calls them: as the map says, else by their text or their id. */
export function formNames({ questions }: Pack, map: KnownMap): FieldOf {
  const indices = new Map(questions.map(({ id }, index) => [id, index]));
  const fields = questions.map((question, index) => once((): FormField => ({ index, prepared: prepareQuestion(question), labels: labelsOf(question, map), dates: map.dates })));
  const byText = oneOf(questions.map(({ ask, id }) => [ask, id]));
  return written => {
    const name = plainText(written);
    const mapped = map.questions.get(name);
    if (mapped === undefined && map.ignore.has(name)) return 'ignored';
    const id = mapped ?? byText.get(name) ?? name;
    return fields[indices.get(id) ?? -1]?.();
  };
}

/** What the map says goes before the words of the pack, and these before its ids; the first is the first to be suggested. */
function labelsOf(question: Question, { options }: KnownMap): ReadonlyMap<string, string | number> {
  const own = 'options' in question ? question.options : [];
  const several = question.kind === 'several-of' ? [[plainText(NONE_SAYS), NONE], [NONE, NONE]] as const : [];
  const labels = new Map<string, string | number>(options.get(question.id) ?? []);
  const others: readonly (readonly [string, string])[] = [...oneOf(own.map(({ says, id }) => [says, id])), [plainText(UNKNOWN_SAYS), UNKNOWN], ...several, ...own.map(({ id }) => [id, id] as const), [UNKNOWN, UNKNOWN]];
  for (const [label, meant] of others) if (!labels.has(label)) labels.set(label, meant);
  return labels;
}

/** What each text means; one that is given twice means neither. */
function oneOf(meanings: readonly (readonly [text: string, id: string])[]): ReadonlyMap<string, string> {
  const plain = meanings.map(([text, id]) => [plainText(text), id] as const);
  const count = new Map<string, number>();
  for (const [text] of plain) count.set(text, (count.get(text) ?? 0) + 1);
  return new Map(plain.filter(([text]) => count.get(text) === 1));
}
