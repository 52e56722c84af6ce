import { CERTAIN, inHundred } from '../../diagnosis/band.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Notes } from '../../pack/notes.ts';
import { bareQuestion, type Block, inSentence, listOf, type Section, sentence, textBlock } from '../section.ts';
import { foregroundOf } from './causesSection.ts';

const MOST_RIVALS = 3;

/** What would put another cause first: other figures within their ranges, and answers that are missing. */
export function orderSection(diagnosis: Diagnosis): Section {
  const supported = diagnosis.explanations.filter(each => each.supported && each.first >= 0.005).sort((a, b) => b.first - a.first).slice(0, MOST_RIVALS);
  const steady = supported.map(({ title, first }) => `${title}: first with ${inHundred(first).replace('in 100', 'of 100')} fair sets of figures.`);
  const asked = diagnosis.nextQuestions.map(({ ask, why }) => `${bareQuestion(ask)} ${why}`);
  return {
    title: 'What would change the order',
    blocks: [...(supported.length > 1 ? listOf(steady) : []), ...(asked.length > 0 ? [textBlock('These answers are missing, and would tell most:'), ...listOf(asked)] : [])],
  };
}

/** What to talk about: each hypothesis with an open question, and what the employer alone knows. */
export function sessionSection(diagnosis: Diagnosis, notes: Notes | undefined): Section {
  const { employerQuestion } = diagnosis;
  const hypotheses = foregroundOf(diagnosis).flatMap(({ cause, title, presence }): readonly string[] => {
    const explore = notes && Object.hasOwn(notes.causes, cause) ? notes.causes[cause]?.explore : undefined;
    return explore === undefined ? [] : [`${presence > CERTAIN ? sentence(title) : `Perhaps ${sentence(inSentence(title))}`} ${explore}`];
  });
  const theirs: readonly Block[] = employerQuestion === null ? [] : [textBlock(`If a conversation with the employer is still possible, this question would tell you most: “${employerQuestion.ask}”`)];
  return { title: 'For your session', blocks: [...listOf(hypotheses), ...theirs] };
}
