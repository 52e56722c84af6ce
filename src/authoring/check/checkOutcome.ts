import { didYouMean, nearest } from '../../base/nearest.ts';
import type { Problem } from '../../base/problem.ts';
import { outcomes } from '../../pack/outcomes.ts';
import type { ParsedFile } from '../files/parseFile.ts';
import type { QuestionsFile } from '../files/fileSchemas.ts';
import { show } from '../../base/show.ts';

/**
 * Every pack asks how it ended, in a question called `outcome` with answers out of five: under another name, or with
 * other answers, a diagnosis would take the end for unknown and say nothing of it.
 *
 * @param files - all of the questions, none left out
 */
export function checkOutcome(files: readonly ParsedFile<QuestionsFile>[], problems: Problem[]): void {
  const asked = files.flatMap(file => file.value.questions.map((words, index) => ({ file, words, path: ['questions', index] })));
  const outcome = asked.find(({ words }) => words.id === 'outcome');
  const tell = (file: ParsedFile<unknown>, code: Problem['code'], message: string, hint: string, path: readonly (string | number)[], part: 'key' | 'value' = 'value'): void => {
    problems.push({ code, message, hint, path, at: file.place(path, part) });
  };
  if (!outcome) {
    const slip = nearest('outcome', asked.map(({ words }) => words.id));
    const near = asked.find(({ words }) => words.id === slip);
    if (near) {
      tell(near.file, 'unknown-question', `${show(slip)} is asked, but no question is called “outcome”`, 'did you mean “outcome”?', [...near.path, 'id']);
      return;
    }
    const [first] = files;
    if (first) tell(first, 'unknown-question', 'no question is called “outcome”', `every pack asks how it ended: add one-of these answers: ${outcomes.join(', ')}`, ['questions'], 'key');
    return;
  }
  const { file, words, path } = outcome;
  if (words.kind !== 'one-of') {
    tell(file, 'wrong-kind', `“outcome” cannot be of the kind ${show(words.kind)}`, `write one-of, with options out of: ${outcomes.join(', ')}`, [...path, 'kind']);
    return;
  }
  words.options.forEach(({ id }, index) => {
    if (!(outcomes as readonly string[]).includes(id)) tell(file, 'unknown-option', `${show(id)} is no way for “outcome” to be`, didYouMean(id, outcomes), [...path, 'options', index, 'id']);
  });
}
