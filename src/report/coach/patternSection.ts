import { inHundred } from '../../diagnosis/band.ts';
import type { Diagnosis, Pattern } from '../../diagnosis/diagnosis.ts';
import { interviewPoint } from '../interviewPoint.ts';
import { type Block, countInWords, inSentence, type Section, textBlock } from '../section.ts';

/** A cause gained or lost something when its probability moved by this much. */
const MOVED = 0.05;
const MOST_NAMED = 3;
/** From here on several interviews say more than one. */
export const TELLING = 0.1;

/** What several interviews say together: how much of the latest no lasts, and what one more would tell. */
export function patternSection({ pattern, plan }: Diagnosis): Section {
  if (!pattern || pattern.failures === 0) return { title: null, blocks: [] };
  return {
    title: `What your ${pattern.interviews} interviews say together`,
    blocks: [timelineBlock(pattern), ...[recurringText(pattern), pictureOf(pattern), ...(pattern.standing >= pattern.lasting / 3 ? [STANDING] : []), gained(pattern), nextOf(pattern), ...(plan.main ? [] : [chanceText(plan.chance.asItStands)])]
      .filter(text => text !== '').map(textBlock)],
  };
}

/** The interviews on a line of time. */
export function timelineBlock({ history }: Pattern): Block {
  return { kind: 'timeline', points: history.map(interviewPoint) };
}

const STANDING = 'A good part of that is something lasting that we have not asked about. It need not be a flaw: it may be the kind of job you apply for. A second pair of eyes finds it best: ask for feedback, record a mock interview and watch it with someone who hires, and look for roles that match you better.';

/** The same, named in most of them, is the pattern, whatever the arithmetic of the unseen says. */
export function recurringText({ interviews, recurring: [first, second] }: Pattern): string {
  if (!first) return '';
  const how = first.interviews === interviews ? `all ${countInWords(interviews)}` : `${countInWords(first.interviews)} of ${countInWords(interviews)}`;
  const also = second ? ` Next comes: ${inSentence(second.title)}, in ${countInWords(second.interviews)}.` : '';
  return `In ${how} interviews your answers point to the same: ${inSentence(first.title)}. ${first.control === 'them' ? 'That is the pattern, and it does not lie with you.' : 'That is the pattern to work on first.'}${also}`;
}

function pictureOf(pattern: Pattern): string {
  const { failures, lasting, lastingAtFirst } = pattern;
  const part = `Of the latest no, ${inHundred(lasting)} is down to things that may still be there at the next interview`;
  const noPattern = pattern.recurring.length > 0 ? '' : `${failures === 1 ? 'One no is' : `Hearing no ${timesInWords(failures)} is`} no pattern: don't take it for one.`;
  if (lasting - lastingAtFirst < TELLING) return `${part}; from that interview alone it would be ${inHundred(lastingAtFirst)}. ${noPattern}`.trim();
  const rise = `${part}, up from ${inHundred(lastingAtFirst)} for that interview alone`;
  if (failures === 1) return `${rise}, as your answers about the others point the same way. ${noPattern}`.trim();
  return `${rise}. Hearing no ${timesInWords(failures)} makes a pattern more likely, and a pattern is something that you can work on.`;
}

function gained({ causes }: Pattern): string {
  const up = causes.filter(({ presence, presenceAtFirst }) => presence - presenceAtFirst >= MOVED).slice(0, MOST_NAMED);
  if (up.length === 0) return '';
  return `Your interviews together make more likely: ${up.map(({ title, presence, presenceAtFirst }) => `${inSentence(title)} (from ${inHundred(presenceAtFirst)} to ${inHundred(presence)})`).join('; ')}.`;
}

/** What one more interview would tell. */
function nextOf({ lasting, next: { lastingAfterNo, lastingAfterYes } }: Pattern): string {
  const [yes, no] = [inHundred(lastingAfterYes), inHundred(lastingAfterNo)];
  const moves = Math.max(Math.abs(lastingAfterYes - lasting), Math.abs(lastingAfterNo - lasting));
  const tells = yes === no ? `would tell little more: the part that may last would be ${yes}, however it ends`
    : `would tell ${moves < TELLING ? 'a little' : 'a good deal'} more: if it goes on, the part that may last would be ${yes}, and if not, ${no}`;
  return `One more interview ${tells}.`;
}

/** Said here only where there is no plan, which starts from the same figure. */
function chanceText(chance: number): string {
  return `You get through the next interview in ${inHundred(chance).replace('in 100', 'of 100')} cases, if these figures hold for you.`;
}

/** “eight times”; asked from two on. */
function timesInWords(count: number): string {
  return count === 2 ? 'twice' : `${countInWords(count)} times`;
}
