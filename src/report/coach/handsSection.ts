import { inHundred } from '../../diagnosis/band.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { type Section, textBlock } from '../section.ts';

/** A part that large needs a word of explanation. */
const LARGE = 0.1;
const UNSEEN = 'Something we did not ask about';

/** How much of it could have been done otherwise, and how much lay elsewhere. */
export function handsSection({ parts, explanations, silence, headline }: Diagnosis): Section {
  const named = explanations.some(({ supported, control }) => supported && control === 'you');
  return {
    title: headline.verdict === 'advanced' || silence !== null ? 'How much of it would be yours' : 'How much of it was yours',
    blocks: [
      {
        kind: 'bars',
        bars: [
          { label: 'Things you can do differently', value: parts.you },
          { label: 'The match between you and this role', value: parts.fit },
          { label: 'The employer and the other candidates', value: parts.them },
          { label: 'Luck of the day', value: parts.background },
          { label: UNSEEN, value: parts.unseen },
        ],
      },
      ...(named || parts.you < LARGE ? [] : [textBlock('No such thing is named in your answers: the part “things you can do differently” is what they leave open, as for everybody.')]),
      ...(parts.unseen < LARGE ? [] : [textBlock(`“${UNSEEN}” is no fault that was found: it stands for what no questionnaire sees, and is there for everybody.`)]),
      textBlock(`The employer, the others and luck make up ${inHundred(parts.them + parts.background)}; the match, ${inHundred(parts.fit)}, can change with the jobs you apply for.`),
    ],
  };
}
