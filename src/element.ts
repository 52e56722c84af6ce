import { corePack } from './core/corePack.ts';
import { defineAfterView } from './element/afterViewElement.ts';

export { AfterViewElement, type AfterViewEventMap, type AnswerDetail } from './element/afterViewElement.ts';
export type { Answers, AnswerValue } from './answers/answers.ts';
export type { Problem, ProblemCode } from './base/problem.ts';
export type { Diagnosis } from './diagnosis/diagnosis.ts';

defineAfterView(corePack);
