import type { StepKind } from '../../plan/schedule.ts';
import { inHundred } from '../band.ts';
import { dateInWords } from '../dateInWords.ts';
import type { Diagnosis, FixAdvice, Plan } from '../diagnosis.ts';
import { type Block, inSentence, type Section } from './section.ts';

/** What each step of a schedule is. */
export const stepTexts: Readonly<Record<StepKind, string>> = {
  'thank-you': 'Send a short thank-you note with something from your conversation.',
  'check-in': 'Check in once, in a few friendly lines.',
  'last-message': 'Without an answer, write one last short message.',
  'let-go': 'Without an answer, let it go, and put the energy into the next one.',
};

/** What to send and when, while nothing has been heard. */
export function scheduleSection({ schedule, asOf }: Diagnosis): Section {
  return {
    title: 'What to send, and when',
    blocks: schedule.length === 0 ? [] : [{ kind: 'list', items: schedule.map(({ kind, date, inDays }) => `${whenText(date, inDays, asOf)}: ${stepTexts[kind]}`) }],
  };
}

function whenText(date: string | null, inDays: number, today: string | null): string {
  const relative = inDays === 0 ? 'today' : inDays === 1 ? 'tomorrow' : `in ${inDays} days`;
  return date === null ? relative.charAt(0).toUpperCase() + relative.slice(1) : `${dateInWords(date, today)} (${relative})`;
}

/** What can still be done with this employer. */
export function nowSection({ plan }: Diagnosis): Section {
  return { title: 'With this employer', blocks: plan.now.map(fix => ({ kind: 'plan', text: fix.do, say: fix.say })) };
}

/** One plan for next time, and up to two more below it. */
export function planSection({ plan }: Diagnosis): Section {
  const title = 'One plan for the next interview';
  if (!plan.main) {
    return { title, blocks: [{ kind: 'text', text: 'Nothing in your answers asks for a change. Prepare as you did, and keep other applications going: they are what makes a single no smaller.' }] };
  }
  const block = (fix: FixAdvice): Block => ({ kind: 'plan', text: planText(fix), say: fix.say });
  return {
    title,
    blocks: [
      block(plan.main),
      { kind: 'text', text: practiceText(plan.main) },
      ...(plan.also.length > 0 ? [{ kind: 'text' as const, text: 'Once that comes by itself:' }, ...plan.also.flatMap((fix): readonly Block[] => [block(fix), { kind: 'text', text: practiceText(fix) }])] : []),
      { kind: 'text', text: chanceText(plan) },
    ],
  };
}

/** How to make sure of it, and where it will show. */
function practiceText({ say, rehearse, shows }: FixAdvice): string {
  const practice = rehearse ?? (say === null ? 'Picture that moment once, step by step, and see yourself do it.' : 'Say these words aloud twice, slowly.');
  return `To rehearse: ${practice}${shows === null ? '' : ` It will show in your next answer to “${shows.ask.replace(/ Choose all.*$/, '')}”`}`;
}

/** A forecast, never a promise. */
function chanceText({ also, chance }: Plan): string {
  const [before, after] = [inHundred(chance.asItStands), inHundred(chance.withPlan)];
  if (before === after) return `It moves your chance of going on next time little: ${before} with it and without it, if these figures hold for you.`;
  return `With ${also.length > 0 ? 'all of it' : 'it'}, your chance of going on next time moves from ${before} to ${after}, if these figures hold for you.`;
}

/** “If …, then …”. */
export function planText(fix: FixAdvice): string {
  return fix.if === null ? fix.do : `If ${fix.if}, then ${inSentence(fix.do)}`;
}
