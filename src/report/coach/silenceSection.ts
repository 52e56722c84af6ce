import { inHundred } from '../../diagnosis/band.ts';
import { dateInWords } from '../dateInWords.ts';
import type { Diagnosis, SilenceReport } from '../../diagnosis/diagnosis.ts';
import { type Block, inSentence, type Section } from '../section.ts';

const MOST_CAUSES = 3;

/** What hearing nothing so far means, and what most likely lies behind the silence. */
export function silenceSection({ silence, asOf }: Diagnosis): Section {
  if (!silence?.tookPlace) return { title: null, blocks: [] };
  return { title: 'What the silence says', blocks: [
    { kind: 'text', text: `${verdictText(silence)} ${clockText(silence)}${datesText(silence, asOf)}` },
    {
      kind: 'bars',
      bars: [
        { label: 'An invitation still to come', value: silence.advance },
        { label: 'A no still to come', value: silence.noToCome },
        { label: 'No word will ever come', value: silence.never },
      ],
    },
    ...causesOf(silence),
  ] };
}

function verdictText({ verdict }: SilenceReport): string {
  switch (verdict) {
    case 'too-early':
      return 'It is too early to read anything into it.';
    case 'open':
      return 'It is still open. Asking once is fair.';
    case 'probably-over':
      return 'It is probably over. One last message costs little; then let it rest.';
    case 'over':
      return 'It is over, as far as anyone can tell. You may let it go.';
  }
}

function clockText({ clock, days, assumed }: SilenceReport): string {
  const spell = days === 1 ? '1 day' : `${days} days`;
  if (clock === 'interview') return `This counts ${spell} of silence${assumed ? ', as you did not say how many' : ''}.`;
  return days === 0 ? 'The day that they named has not passed.' : `It is ${spell} past the day that they named.`;
}

function datesText({ verdict, askFrom, letGoFrom }: SilenceReport, today: string | null): string {
  if (askFrom === null || letGoFrom === null) return '';
  const [ask, letGo] = [dateInWords(askFrom, today), dateInWords(letGoFrom, today)];
  if (today !== null && letGoFrom <= today) return ` The day to let go was ${letGo}.`;
  return verdict === 'probably-over' ? ` ${letGo} is the day to let go.` : ` Asking is fair from ${ask} on, and ${letGo} is the day to let go.`;
}

function causesOf({ causes }: SilenceReport): readonly Block[] {
  const items = causes.slice(0, MOST_CAUSES).filter(({ probability }) => probability >= 0.05).map(({ title, probability, for: reasons }) =>
    `${inHundred(probability).replace(/^a/, 'A')}: ${inSentence(title)}.${reasons[0] ? ` ${reasons[0].because}` : ''}`);
  return items.length === 0 ? [] : [{ kind: 'text', text: 'Why there is no word:' }, { kind: 'list', items }];
}
