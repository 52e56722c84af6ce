import { Model } from 'survey-core';
import type { AnswerValue } from '../../src/answers/answers.ts';
import { toSurveyJs } from '../../src/forms/toSurveyJs.ts';
import type { Pack, Question } from '../../src/pack/pack.ts';

/** A form of SurveyJS that runs without a page, as its library reads it. */
export class SurveyForm {
  private readonly model: Model;

  constructor(private readonly pack: Pack, options: { readonly short?: boolean } = {}) {
    this.model = new Model(JSON.parse(JSON.stringify(toSurveyJs(pack, options))));
    const errors: unknown = this.model.jsonErrors;
    if (Array.isArray(errors) && errors.length > 0) throw new Error(JSON.stringify(errors));
  }

  empty(): void {
    this.model.data = {};
  }

  /** Ids of the questions in view, in their order in the pack. */
  visible(): readonly string[] {
    const names = new Set(this.model.getAllQuestions().filter(question => question.isVisible).map(({ name }) => name));
    return this.pack.questions.map(({ id }) => id).filter(id => names.has(id));
  }

  /** What a person says to a question in view. */
  say(question: Question, answer: AnswerValue | undefined): void {
    const several = question.kind === 'several-of';
    const open = answer === 'unknown' && (question.kind === 'number' || question.kind === 'date');
    if (answer === undefined || open) this.model.clearValue(question.id);
    else if (several) this.model.setValue(question.id, answer === 'unknown' ? ['unknown'] : (answer as readonly string[]).length === 0 ? ['none'] : answer);
    else this.model.setValue(question.id, answer);
  }

  /** Whether the form takes its answers; it shows what is wrong otherwise. */
  accepts(): boolean {
    return this.model.validate(false);
  }

  /** What is sent once it is completed, as JSON. */
  results(): unknown {
    this.model.doComplete();
    return JSON.parse(JSON.stringify(this.model.data)) as unknown;
  }

  data(): unknown {
    return JSON.parse(JSON.stringify(this.model.data)) as unknown;
  }
}
