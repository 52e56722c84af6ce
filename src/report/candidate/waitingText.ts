import type { Diagnosis, SilenceReport } from '../../diagnosis/diagnosis.ts';
import type { StepKind } from '../../plan/schedule.ts';
import { dateInWords } from '../dateInWords.ts';
import { capital } from '../section.ts';

const acts: Readonly<Record<StepKind, string>> = {
  recovery: 'send the message below', 'thank-you': 'send a thank-you note', 'check-in': 'check in once', 'last-message': 'write one last time', 'let-go': 'let it go',
};

/** The next dates while nothing has been heard, and which days were counted. */
export function waitingText({ silence, schedule, asOf }: Diagnosis): string {
  if (silence === null) return '';
  const steps = schedule.map(({ kind, date, inDays }) => `${dayText(date, inDays, asOf)} ${acts[kind]}`);
  const [last] = steps.slice(-1);
  const shown = steps.length > 2 && last !== undefined ? [...steps.slice(0, 2), last] : steps;
  return [shown.length === 0 || silence.verdict === 'over' ? '' : `${capital(shown.join('; '))}.`, countedText(silence, asOf)].filter(text => text !== '').join(' ');
}

function dayText(date: string | null, inDays: number, today: string | null): string {
  if (inDays <= 0) return 'today,';
  if (inDays === 1) return 'tomorrow,';
  return date === null ? `in ${inDays} days,` : `on ${dateInWords(date, today)},`;
}

/** Whatever is assumed is said. */
function countedText({ days, clock, assumed, tookPlace }: SilenceReport, asOf: string | null): string {
  if (!tookPlace) return '';
  const spell = days === 1 ? '1 day' : `${days} days`;
  if (assumed) return `(You did not say how long ago it was; this counts ${spell}.)`;
  const upTo = asOf === null ? '' : `, counted up to ${dateInWords(asOf, asOf)}`;
  if (clock === 'interview') return days === 0 ? '' : `(${capital(spell)} of silence${upTo}.)`;
  return days === 0 ? `(The day they named has not passed${upTo}.)` : `(${capital(spell)} past the day they named${upTo}.)`;
}
