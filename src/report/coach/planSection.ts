import type { ScheduleStep, StepKind } from '../../plan/schedule.ts';
import { inHundred } from '../../diagnosis/band.ts';
import { dateInWords } from '../dateInWords.ts';
import type { Diagnosis, FixAdvice, Plan } from '../../diagnosis/diagnosis.ts';
import { foregroundOf } from './causesSection.ts';
import { bareQuestion, type Block, capital, inSentence, type Section } from '../section.ts';

/** What each step of a schedule is. */
export const stepTexts: Readonly<Record<StepKind, string>> = {
  recovery: 'Send the message that puts it right.',
  'thank-you': 'Send a short thank-you note with something from your conversation.',
  'check-in': 'Check in once, in a few friendly lines.',
  'last-message': 'Without an answer, write one last short message, a week or more after the one before.',
  'let-go': 'Without an answer, let it go, and put the energy into the next one.',
};

/** What to send and when, while nothing has been heard. */
export function scheduleSection({ schedule, asOf }: Diagnosis): Section {
  const title = 'What to send, and when';
  const [first] = schedule;
  if (!first) return { title, blocks: [] };
  if (first.kind === 'let-go') return { title: 'Nothing more to send', blocks: [{ kind: 'text', text: `You have done your part. ${lettingGo(first, asOf)}` }] };
  return { title, blocks: [{ kind: 'list', items: schedule.map(({ kind, date, inDays }) => `${capital(whenText(date, inDays, asOf))}: ${stepTexts[kind]}`) }] };
}

function lettingGo({ date, inDays }: ScheduleStep, today: string | null): string {
  if (inDays <= 0) return 'Put the energy into the next one.';
  return `The day to let go is ${whenText(date, inDays, today)}; until then, put the energy into the next one.`;
}

function whenText(date: string | null, inDays: number, today: string | null): string {
  const relative = ['today', 'tomorrow'][inDays] ?? `in ${inDays} days`;
  return date === null ? relative : `${dateInWords(date, today)} (${relative})`;
}

/** What can still be done with this employer. While nothing has been heard, words to send belong into a message of the schedule. */
export function nowSection({ plan, schedule }: Diagnosis): Section {
  return {
    title: 'With this employer',
    blocks: plan.now.flatMap((fix): readonly Block[] => [
      ...(schedule.length > 0 && fix.say !== null ? [{ kind: 'text' as const, text: 'These words can go into the next message above:' }] : []),
      { kind: 'plan', text: fix.do, say: fix.say },
    ]),
  };
}

/** From so many answers on, that nothing asks for a change says something. */
export const ENOUGH_ANSWERS = 10;

/** One plan for next time, and up to two more below it. */
export function planSection(diagnosis: Diagnosis): Section {
  const { plan: { main, also, chance } } = diagnosis;
  const title = 'One plan for the next interview';
  if (!main) return { title, blocks: [{ kind: 'text', text: withoutPlan(diagnosis) }] };
  return {
    title,
    blocks: [
      ...planBlocks(diagnosis, main),
      ...(also.length > 0 ? [{ kind: 'text' as const, text: 'Once that comes naturally:' }, ...also.flatMap(fix => planBlocks(diagnosis, fix))] : []),
      { kind: 'text', text: chanceText(also.length > 0, chance) },
    ],
  };
}

function withoutPlan({ answers }: Diagnosis): string {
  const few = Object.keys(answers).length < ENOUGH_ANSWERS;
  return few ? 'Your answers are too few yet to make a plan from. A few more would help. Keep other applications going: they are what makes a single no smaller.'
    : 'Nothing in your answers asks for a change. Prepare as you did, and keep other applications going: they are what makes a single no smaller.';
}

function planBlocks(diagnosis: Diagnosis, fix: FixAdvice): readonly Block[] {
  const textOf = (text: string): readonly Block[] => (text === '' ? [] : [{ kind: 'text', text }]);
  return [...textOf(forWhat(diagnosis, fix)), { kind: 'plan', text: planText(fix), say: fix.say }, ...textOf(practiceText(fix))];
}

/** The cause that a plan is for, where nothing above has told of it in full. */
function forWhat(diagnosis: Diagnosis, fix: FixAdvice): string {
  const cause = diagnosis.explanations.find(each => each.cause === fix.cause);
  if (!cause || foregroundOf(diagnosis).includes(cause)) return '';
  return `For “${inSentence(cause.title)}”, which your ${cause.supported ? 'answers also point to' : 'interviews together make more likely'}:`;
}

/** How to make sure of it, and where it will show. */
function practiceText({ if: cue, say, rehearse, shows }: FixAdvice): string {
  const picture = THEIR_TURN.test(cue ?? '') ? 'Picture that moment once, step by step, and see yourself do it.' : null;
  const practice = rehearse ?? (say === null ? picture : 'Say these words aloud twice, slowly.');
  return [
    ...(practice === null ? [] : [`To practise: ${practice}`]),
    ...(shows === null ? [] : [`You'll see it in your next answer to “${bareQuestion(shows.ask)}”`]),
  ].join(' ');
}

/** A cue that someone else gives is a moment that one can picture; the others are days and errands. */
const THEIR_TURN = /^they\b/;

/** What moves the chance by less is not worth promising, as the figures are rough. */
const WORTH_SAYING = 0.02;

/** A forecast, never a promise. */
function chanceText(several: boolean, { asItStands, withPlan }: Plan['chance']): string {
  if (withPlan - asItStands < WORTH_SAYING) return 'How far it raises your chances is too little to put a figure on.';
  return `With ${several ? 'all of it' : 'it'}, your chance of getting through next time rises from ${inHundred(asItStands)} to ${inHundred(withPlan)}, if these figures hold for you.`;
}

/** “If …, then …”. */
export function planText(fix: FixAdvice): string {
  return fix.if === null ? fix.do : `If ${fix.if}, then ${inSentence(fix.do)}`;
}
