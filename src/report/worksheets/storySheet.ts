import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { chose, numberOf, shownOf } from './shown.ts';
import { emptyRow, type GridRow, itemsOf, paragraph, type Worksheet } from './worksheet.ts';

const MOST_THIN = 3;
const LEAST_POINTS = 3;
const ROWS = 5;

/** A grid of stories: rows for what was thin last time, and for the main points of the advert. */
export function storySheet(diagnosis: Diagnosis): Worksheet {
  const shown = shownOf(diagnosis, 'no-stories', 'wrong-story', 'unprepared-answers');
  return {
    title: 'Stories for the points of the advert',
    sections: [
      { title: null, blocks: [paragraph("Underline what the advert asks for. Write one true example for each point, in key words. You'll tell it, not read it.")] },
      { title: 'What your answers show', blocks: itemsOf(shown) },
      {
        title: 'Your stories',
        blocks: [{
          kind: 'grid',
          columns: ['What the advert asks for', 'The situation', 'What I did', 'What came of it', 'The number'],
          groups: [{ title: null, rows: [hints, ...rowsFor(diagnosis)] }],
        }],
      },
      { title: 'Before you go', blocks: itemsOf(adviceFor(diagnosis)) },
    ],
  };
}

const hints: GridRow = {
  asks: 'Use their own words',
  hints: [
    'Where and when? What was needed?', 'Two or three steps of yours, not of the team', 'How did it end, and who gained by it?',
    'How many, how much, how fast?',
  ],
};

function rowsFor(diagnosis: Diagnosis): readonly GridRow[] {
  const thin = thinIn(diagnosis).slice(0, MOST_THIN);
  const room = Math.max(LEAST_POINTS, ROWS - thin.length);
  const points = Array.from({ length: room }, (_, index) => `Point ${index + 1} of the advert`);
  return [...thin, ...points].map(emptyRow);
}

/** What the answers show as thin, as something to tell a story about. */
function thinIn(diagnosis: Diagnosis): readonly string[] {
  const told = (question: string, ...options: readonly string[]): boolean => chose(diagnosis, question, ...options);
  const doubted = told('stated-reason', 'experience') || told('interviewer-signals', 'voiced-doubt');
  return [
    ...(told('emphasis', 'leading', 'other-scale', 'something-else')
      ? ['What they asked for and hardly heard about last time']
      : []),
    ...(doubted || numberOf(diagnosis, 'requirements-missing') > 0
      ? ['A must-have they may miss: the nearest thing you have done']
      : []),
    ...(told('hard-questions', 'examples') ? ['A conflict, or a hard day at work'] : []),
    ...(told('hard-questions', 'trade') ? ['Your trade: a problem that you solved'] : []),
    ...(told('hard-questions', 'lead') ? ['The bigger picture: something you planned or led'] : []),
    ...(told('hard-questions', 'myself') ? ['Your main strength, as it shows at work'] : []),
    ...(told('hard-questions', 'history') ? ['A change or a gap, and what you took from it'] : []),
  ];
}

function adviceFor(diagnosis: Diagnosis): readonly string[] {
  return [
    'Leave out any story that shows none of these points.',
    'Tell each one aloud in under two minutes. Say “I” where it was you.',
    ...(chose(diagnosis, 'answer-length', 'longer', 'cut-off')
      ? ["Some of your answers ran long. Stop at what came of it, and ask if they'd like to hear more."]
      : []),
    ...(chose(diagnosis, 'answer-length', 'a-few-words') ? ['Give each story three sentences at least.'] : []),
    ...(chose(diagnosis, 'conduct', 'kept-back')
      ? ['Leave out names and figures that are secret. You can still say what you did and how it helped.']
      : []),
  ];
}
