import type { Scope } from '../compile/compileCondition.ts';
import type { Question } from '../../pack/pack.ts';
import { prepareQuestion } from '../../pack/prepareQuestion.ts';
import { readAnswer, type WrongAnswer } from '../../answers/readAnswer.ts';
import { show } from '../../base/show.ts';

type Path = readonly (string | number)[];

/** Checks that each answer of an example is one that its question takes, as if a person had given it. */
export function checkExampleAnswers(answers: Readonly<Record<string, unknown>>, path: Path, { questions, unread, suggestions, problems, file }: Scope): void {
  for (const [id, value] of Object.entries(answers)) {
    const found = questions.get(id);
    const at = [...path, id];
    if (found) problems.push(...wrongIn(found.question, value).map(each => ({ ...each, path: [...at, ...each.path], at: file.place([...at, ...each.path]) })));
    else if (!unread('questions', id)) problems.push({ code: 'unknown-question', message: `no question is called ${show(id)}`, hint: suggestions.hint(id, questions), path: at, at: file.place(at, 'key') });
  }
}

function wrongIn(question: Question, value: unknown): readonly WrongAnswer[] {
  const read = readAnswer(prepareQuestion(question), value);
  return 'wrong' in read ? read.wrong : [];
}
