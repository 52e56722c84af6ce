import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { messageBlock } from '../messageBlock.ts';
import { listOf, type Section } from '../section.ts';

/** The message that is due next, and what only the client can put into it. */
export function messageSection({ plan: { message }, asOf }: Diagnosis): Section {
  if (message === null) return { title: null, blocks: [] };
  return { title: 'The message', blocks: [messageBlock(message, asOf), ...listOf(message.blanks.map(({ says }) => `To fill in: ${says}.`))] };
}
