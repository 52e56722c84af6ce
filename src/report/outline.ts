import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { causesSection } from './outline/causesSection.ts';
import { funnelSection } from './outline/funnelSection.ts';
import { patternSection } from './outline/patternSection.ts';
import { nowSection, planSection, scheduleSection } from './outline/planSection.ts';
import { employerSection } from './outline/employerSection.ts';
import { silenceSection } from './outline/silenceSection.ts';
import { sourcesSection } from './outline/sourcesSection.ts';
import { whatIfSection } from './outline/whatIfSection.ts';
import { inHundred } from '../diagnosis/band.ts';
import { bareQuestion, type Block, listOf, type Section } from './outline/section.ts';
import type { Notes } from '../pack/notes.ts';

/** More beliefs than these nobody reads. */
const MOST_BELIEFS = 3;
const MOST_STRENGTHS = 6;
/** A part that large for what no question asks needs a word of explanation. */
const UNSEEN_TO_EXPLAIN = 0.1;
const UNSEEN = 'Something we did not ask about';

/**
 * Builds the report in words, in the order in which feedback helps: what happened, why, whose hands, what next, what to
 * keep.
 *
 * @param notesOfPack - those of the pack that the diagnosis was made with
 */
export function outline(diagnosis: Diagnosis, notesOfPack?: Notes): readonly Section[] {
  const { headline, strengths, beliefs, nextQuestions, notes } = diagnosis;
  const leads = (diagnosis.pattern?.recurring.length ?? 0) > 0;
  const sections: readonly Section[] = [
    { title: null, blocks: [{ kind: 'text', text: headline.text }] },
    whatIfSection(diagnosis),
    ...(leads ? [patternSection(diagnosis)] : []),
    silenceSection(diagnosis),
    causesSection(diagnosis),
    handsSection(diagnosis),
    ...(leads ? [] : [patternSection(diagnosis)]),
    funnelSection(diagnosis),
    scheduleSection(diagnosis),
    nowSection(diagnosis),
    planSection(diagnosis),
    employerSection(diagnosis),
    { title: 'What spoke for you', blocks: listOf(strengths.slice(0, MOST_STRENGTHS).map(strength => strength.because)) },
    {
      title: 'Easy to believe, and not so',
      blocks: listOf(beliefs.slice(0, MOST_BELIEFS).map(({ belief, truer }) => `“${belief}” ${truer}`)),
    },
    { title: 'What would tell more', blocks: listOf(nextQuestions.map(({ ask }) => bareQuestion(ask))) },
    ...(notesOfPack ? [sourcesSection(diagnosis, notesOfPack)] : []),
    { title: 'Left out', blocks: listOf(notes.map(({ text }) => text)) },
  ];
  return sections.filter(({ blocks }) => blocks.length > 0);
}

function handsSection({ parts, outsideYourControl, silence, headline }: Diagnosis): Section {
  const unseen: readonly Block[] = parts.unseen < UNSEEN_TO_EXPLAIN ? []
    : [{ kind: 'text', text: `“${UNSEEN}” is no fault that was found: it stands for what no questionnaire sees, and is there for everybody.` }];
  return {
    title: headline.verdict === 'advanced' || silence !== null ? 'In whose hands it would lie' : 'In whose hands it lay',
    blocks: [
      {
        kind: 'bars',
        bars: [
          { label: 'Things you can do otherwise', value: parts.you },
          { label: 'The match between you and this role', value: parts.fit },
          { label: 'The employer and the other candidates', value: parts.them },
          { label: 'Luck of the day', value: parts.background },
          { label: UNSEEN, value: parts.unseen },
        ],
      },
      { kind: 'text', text: `Outside your control: ${inHundred(outsideYourControl)}.` },
      ...unseen,
    ],
  };
}
