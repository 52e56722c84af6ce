import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { meaningOf } from '../coach/funnelSection.ts';
import { recurringText, TELLING } from '../coach/patternSection.ts';
import { capital, countInWords } from '../section.ts';

/** What several interviews say together, or where the whole search stops, in a sentence or two. */
export function patternText({ pattern, funnel }: Diagnosis): string {
  const together = pattern && pattern.failures > 1 ? recurringText(pattern) || lastingText(pattern) : '';
  return [together, funnel ? meaningOf(funnel) : ''].filter(text => text !== '').join(' ');
}

function lastingText({ failures, lasting, lastingAtFirst }: NonNullable<Diagnosis['pattern']>): string {
  if (lasting - lastingAtFirst < TELLING) return `Hearing no ${failures === 2 ? 'twice' : `${countInWords(failures)} times`} is no pattern, so don't take it for one.`;
  return `${capital(countInWords(failures))} noes together make it likelier that something lasting plays a part. A second pair of eyes finds it best: record a mock interview and watch it with someone who hires.`;
}
