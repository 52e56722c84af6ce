import { didYouMean } from '../base/nearest.ts';
import type { Pack, Question } from '../pack/pack.ts';
import { show } from '../base/show.ts';
import type { Changes } from '../plan/changes.ts';
import type { AnswerValue } from '../answers/answers.ts';
import { Refusal } from './refusal.ts';

const FIX = 'fix:';

/**
 * Reads what follows `--what-if`: `thank-you=specific`, `nerves=voice,eyes`, `nerves=none`, `minutes-late=20`,
 * `arrival=unknown`, or `fix:ID`.
 *
 * @throws Refusal with each change that is neither
 */
export function changesFrom(pack: Pack, written: readonly string[]): Changes {
  const fixes = written.filter(change => change.startsWith(FIX)).map(change => change.slice(FIX.length));
  const answers = new Map<string, AnswerValue>();
  for (const change of written) {
    if (change.startsWith(FIX)) continue;
    const at = change.indexOf('=');
    const id = at < 0 ? change : change.slice(0, at);
    if (at <= 0) throw refusal(`${show(change)} is no change`, 'write question=answer, or fix:ID');
    if (answers.has(id)) throw refusal(`“${id}” is changed twice`, 'keep one of them');
    answers.set(id, valueOf(questionOf(pack, id), change.slice(at + 1)));
  }
  return { answers: Object.fromEntries(answers), fixes };
}

function questionOf(pack: Pack, id: string): Question {
  const question = pack.questions.find(each => each.id === id);
  if (!question) throw refusal(`no question is called ${show(id)}`, didYouMean(id, pack.questions.map(each => each.id)), 'unknown-question');
  return question;
}

function valueOf(question: Question, word: string): AnswerValue {
  if (question.kind === 'several-of' && word !== 'unknown') return word === 'none' ? [] : word.split(',');
  return question.kind === 'number' && /^-?\d{1,15}$/.test(word) ? Number(word) : word;
}

function refusal(message: string, hint: string, code: 'wrong-kind' | 'unknown-question' = 'wrong-kind'): Refusal {
  return new Refusal([{ code, message, hint, path: ['--what-if'] }], 2);
}
