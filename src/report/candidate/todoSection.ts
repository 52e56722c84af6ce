import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { ENOUGH_ANSWERS, planText } from '../coach/planSection.ts';
import { messageBlock } from '../messageBlock.ts';
import { type Block, type Section, textBlock } from '../section.ts';

/** What to do: today with this employer, one message with its date, and one plan for the next interview. */
export function todoSection(diagnosis: Diagnosis): Section {
  const { plan: { main, now, message } } = diagnosis;
  const acts = now.filter(({ say, place }) => say === null && (place === null || message === null)).map((fix): Block => ({ kind: 'plan', text: fix.do, say: null }));
  return {
    title: 'Do this',
    blocks: [
      ...acts,
      ...(message ? [messageBlock(message, diagnosis.asOf)] : []),
      ...(main ? [{ kind: 'plan' as const, text: `Next time: ${planText(main).replace(/^If /, 'if ')}`, say: null }] : withoutPlan(diagnosis)),
    ],
  };
}

function withoutPlan({ answers, headline }: Diagnosis): readonly Block[] {
  if (headline.verdict === 'advanced') return [];
  const few = Object.keys(answers).length < ENOUGH_ANSWERS;
  return [textBlock(few ? 'Your answers are too few to plan the next interview from; a few more would help.' : 'Nothing that you told asks for a change. Keep other applications going: they make a single no smaller.')];
}
