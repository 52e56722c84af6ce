import { type ConditionWithIds, conditionWithIds } from '../pack/conditionWithIds.ts';
import type { Pack, Question } from '../pack/pack.ts';

/** A question as a form or an assistant needs it: without frequencies, and its condition with ids. */
export interface QuestionData {
  readonly id: string;
  readonly section: string;
  /** Whether it belongs to the short intake. */
  readonly core?: boolean;
  readonly ask: string;
  readonly help?: string;
  readonly kind: Question['kind'];
  readonly conditional: boolean;
  readonly askIf?: ConditionWithIds;
  readonly unit?: string;
  readonly from?: number;
  readonly to?: number;
  /** The id of the date before which this one cannot lie. */
  readonly notBefore?: string;
  readonly options?: readonly { readonly id: string; readonly says: string }[];
}

export function questionData(pack: Pack, question: Question): QuestionData {
  const { id, section, core, ask, help, kind, askIf } = question;
  const common = { id, section, ...(core ? { core } : {}), ask, ...(help === undefined ? {} : { help }), kind, conditional: askIf !== undefined, ...(askIf === undefined ? {} : { askIf: conditionWithIds(pack, askIf) }) };
  if (question.kind === 'number') return { ...common, unit: question.unit, from: question.from, to: question.to };
  if (question.kind === 'date') {
    const notBefore = question.notBefore === undefined ? undefined : pack.questions[question.notBefore]?.id;
    return { ...common, ...(notBefore === undefined ? {} : { notBefore }) };
  }
  return { ...common, options: question.options.map(option => ({ id: option.id, says: option.says })) };
}
