import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { namedIn } from '../candidate/likelySection.ts';
import { inSentence, sentence } from '../section.ts';
import { chose, shownOf } from './shown.ts';
import { gridOf, itemsOf, paragraph, type Worksheet, type WorksheetSection } from './worksheet.ts';

const REFERENCES = 'weak-references';

/** A page for someone who speaks for the reader, and above it what is between the two of them. */
export function referenceSheet(diagnosis: Diagnosis): Worksheet {
  return {
    title: 'Brief for a reference',
    sections: [
      ownPart(diagnosis),
      {
        title: 'For them: send this part',
        blocks: [
          paragraph('Thank you for speaking about my work. The advert comes with this page.'),
          gridOf(
            ['The job', 'What you need to know'],
            ['The job and the employer', 'Who may call you, and when', 'What matters most to them'],
          ),
        ],
      },
      {
        title: 'Three things we did together',
        blocks: [gridOf(['No.', 'What it was', 'My part in it', 'What came of it'], ['1', '2', '3'])],
      },
      { title: 'What they may ask you', blocks: itemsOf(questionsFor(diagnosis)) },
      {
        title: 'Before they call',
        blocks: [gridOf(['Between us', 'Our words'], [
          'If they ask about a weak point, you could tell them about',
          'Is that all right with you? On which number may they call?',
        ])],
      },
    ],
  };
}

/** What the diagnosis points to stays with the reader, who alone decides whom to tell. */
function ownPart(diagnosis: Diagnosis): WorksheetSection {
  const shown = shownOf(diagnosis, REFERENCES);
  const weak = namedIn(diagnosis).find(({ cause, control }) => control !== 'them' && cause !== REFERENCES);
  return {
    title: 'For you: keep this part',
    blocks: itemsOf([
      ...shown,
      "Ask first: “Could you speak well of my work for this job? If not, just say so, and I'll understand.” Send the rest only after a yes.",
      ...(weak ? [
        `Your answers point to this: ${sentence(inSentence(weak.title))} You need not mention it.`,
        'If you do, think of one time together when it went well, and ask them to speak of that.',
      ] : [
        `${shown.length > 0 ? '' : 'Your answers point to no weak point of yours. '}Ask what they would say if someone asks for one.`,
      ]),
      "Ask nobody to say what isn't true.",
    ]),
  };
}

function questionsFor(diagnosis: Diagnosis): readonly string[] {
  const left = chose(diagnosis, 'hard-questions', 'history') || chose(diagnosis, 'checks', 'dismissal', 'gap')
    || chose(diagnosis, 'cv-marks', 'gap');
  const agreed = chose(diagnosis, 'arrival', 'late') || chose(diagnosis, 'attended', 'missed', 'moved-by-me')
    || chose(diagnosis, 'directions', 'late', 'otherwise', 'missing');
  return [
    'How do we know each other, and since when?',
    'What was my job, and how well did I do it?',
    'How do I get on with others?',
    agreed ? 'Am I on time, and do I keep to what was agreed?' : 'How do I work when time is short?',
    left ? 'Why did I leave?' : 'What could I still learn?',
    'Would you work with me again?',
  ];
}
