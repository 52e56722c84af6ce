import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Notes } from '../../pack/notes.ts';
import { listOf, type Section, textBlock } from '../section.ts';
import { causesSection } from './causesSection.ts';
import { coachSection } from './coachSection.ts';
import { figuresSection } from './figuresSection.ts';
import { funnelSection } from './funnelSection.ts';
import { handsSection } from './handsSection.ts';
import { messageSection } from './messageSection.ts';
import { patternSection } from './patternSection.ts';
import { nowSection, planSection, scheduleSection } from './planSection.ts';
import { orderSection, sessionSection } from './sessionSection.ts';
import { silenceSection } from './silenceSection.ts';
import { sourcesSection } from './sourcesSection.ts';
import { whatIfSection } from './whatIfSection.ts';

/** More beliefs than these nobody reads. */
const MOST_BELIEFS = 3;
const MOST_STRENGTHS = 6;

/**
 * The sheet for whoever helps: what to take care of, everything that was inferred with its figures, what would change
 * it, and what to talk about.
 *
 * @param notesOfPack - those of the pack that the diagnosis was made with
 */
export function coachSheet(diagnosis: Diagnosis, notesOfPack?: Notes): readonly Section[] {
  const { headline, flags, strengths, beliefs, notes } = diagnosis;
  const leads = (diagnosis.pattern?.recurring.length ?? 0) > 0;
  const sections: readonly Section[] = [
    { title: null, blocks: [textBlock(headline.text)] },
    { title: 'Take care', blocks: listOf(flags.map(({ says }) => says)) },
    coachSection(diagnosis),
    whatIfSection(diagnosis),
    ...(leads ? [patternSection(diagnosis)] : []),
    silenceSection(diagnosis),
    causesSection(diagnosis),
    orderSection(diagnosis),
    handsSection(diagnosis),
    ...(leads ? [] : [patternSection(diagnosis)]),
    funnelSection(diagnosis),
    sessionSection(diagnosis, notesOfPack),
    scheduleSection(diagnosis),
    nowSection(diagnosis),
    messageSection(diagnosis),
    planSection(diagnosis),
    { title: 'What spoke for you', blocks: listOf(strengths.slice(0, MOST_STRENGTHS).map(strength => strength.because)) },
    {
      title: 'Easy to think, and not so',
      blocks: listOf(beliefs.slice(0, MOST_BELIEFS).map(({ belief, truer }) => `“${belief}” ${truer}`)),
    },
    figuresSection(diagnosis),
    ...(notesOfPack ? [sourcesSection(diagnosis, notesOfPack)] : []),
    { title: 'Left out', blocks: listOf(notes.map(({ text }) => text)) },
  ];
  return sections.filter(({ blocks }) => blocks.length > 0);
}
