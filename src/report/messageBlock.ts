import { fillMessage } from '../plan/fillMessage.ts';
import type { Message } from '../plan/message.ts';
import { dateInWords } from './dateInWords.ts';
import { type Block, capital } from './section.ts';

/** A message with its day; one with open blanks is unfinished, and says so. */
export function messageBlock(message: Message, today: string | null): Block {
  const { text, open } = fillMessage(message);
  const when = dayOf(message, today);
  return { kind: 'message', lead: open.length === 0 ? `${when}, send this:` : `${when}, send this, with the gaps filled:`, text, blanks: message.blanks };
}

/** “Today, Monday, 30 November”, “On Tuesday, 8 December”, “In 8 days”. */
function dayOf({ date, inDays }: Message, today: string | null): string {
  const day = date === null ? null : dateInWords(date, today);
  if (inDays <= 1) return capital([inDays === 1 ? 'tomorrow' : 'today', ...(day === null ? [] : [day])].join(', '));
  return day === null ? `In ${inDays} days` : `On ${day}`;
}
