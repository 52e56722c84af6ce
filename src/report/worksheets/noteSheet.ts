import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Occasion } from '../../pack/words.ts';
import type { Message } from '../../plan/message.ts';
import { messageBlock } from '../messageBlock.ts';
import { capital } from '../section.ts';
import { gridOf, itemsOf, paragraph, type Worksheet, type WorksheetBlock, type WorksheetSection } from './worksheet.ts';

const NAMES = 'Check the spelling of every name: the person, the company, the job.';

/** What makes a good note after a talk. */
const thankYouRules = [
  'Send it within a day, by e-mail or on paper. If the day has passed, send it now.',
  'Name one thing they said.',
  'Name one thing you bring that the job needs.',
  NAMES,
  'Name a definite day for a call, and keep to it.',
] as const;

/** What matters in a message of another kind. */
const rules: Readonly<Record<Occasion, readonly string[]>> = {
  'thank-you': thankYouRules,
  recovery: thankYouRules,
  'check-in': ['A few friendly lines are enough.', NAMES, 'If you name a day for a call, keep to it.'],
  'last-message': ['Write no word of blame, even if the wait was long.', NAMES, 'After this one, let it rest.'],
  'after-a-no': ['Keep it short and kind. Ask once, and thank them for any answer.', 'Leave out what you think the reason was.', NAMES],
  'after-a-yes': ['Send it within a day.', 'Put the day and the hour of the next step in your calendar.', NAMES],
};

/** The one message that is due, with its gaps as lines to fill; where none is, a note for the next interview. */
export function noteSheet({ plan: { message }, asOf }: Diagnosis): Worksheet {
  if (message === null) {
    const rulesToKeep = { title: 'A good note', blocks: itemsOf(thankYouRules) };
    return { title, sections: [...nothingDue, ...gapsOf(nextGaps), rulesToKeep] };
  }
  return {
    title,
    sections: [
      { title: null, blocks: messageOf(message, asOf) },
      ...gapsOf([GREETING, ...message.blanks.map(({ says }) => capital(says)), SIGNATURE]),
      { title: 'Before you send it', blocks: itemsOf(rules[message.occasion]) },
      ...(rules[message.occasion] === thankYouRules ? [] : nextNote),
    ],
  };
}

const title = 'Your note';
const GREETING = 'Their name, for the greeting';
const SIGNATURE = 'Your name and number, at the end';
const nextGaps = [
  GREETING, 'The day you met', 'Something they said about the work', 'A skill of yours that it needs', 'The day of your call', SIGNATURE,
];

function gapsOf(gaps: readonly string[]): readonly WorksheetSection[] {
  return [{ title: 'Fill the gaps', blocks: [gridOf(['The gap', 'Your words'], gaps)] }];
}

function messageOf(message: Message, today: string | null): readonly WorksheetBlock[] {
  const block = messageBlock(message, today);
  return block.kind === 'message' ? [block] : [];
}

const nothingDue: readonly WorksheetSection[] = [{
  title: null,
  blocks: [
    paragraph('Nothing is due to this employer now. Here is a note for your next interview.'),
    {
      kind: 'message', lead: 'Within a day of the interview, send this, with the gaps filled:', blanks: [],
      text: "Thank you for taking the time to speak with me on [the day you met]. What you told me about [something they said about the work] has stayed with me. It calls for [a skill of yours that it needs], which is what I do best, and I'd very much like to do this job. If it suits you, I'll call you on [the day of your call] to see where things stand.",
    },
  ],
}];

/** The rules of a thank-you note, for the next time, beside a message of another kind. */
const nextNote: readonly WorksheetSection[] = [{
  title: 'Your next thank-you note',
  blocks: [
    paragraph('Send it within a day, by e-mail or on paper.'),
    gridOf(['Put in', 'Your words'], ['One thing they said', 'One thing you bring', 'A definite day for a call']),
  ],
}];
