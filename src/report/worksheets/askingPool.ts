import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { chose, numberOf } from './shown.ts';

/** A question to the employer. */
export interface Asking {
  readonly ask: string;
  /** Whether it is asked whatever the answers are, or only where they call for it, and then before others. */
  readonly always?: true;
  readonly if?: (diagnosis: Diagnosis) => boolean;
}

export interface AskingGroup {
  readonly title: string;
  /** How many of its questions are asked; ten in all. */
  readonly asked: number;
  readonly pool: readonly Asking[];
}

/** What there is to ask. Pay and holidays are left to the employer. */
export const askingPool: readonly AskingGroup[] = [
  {
    title: 'The work, day to day', asked: 2,
    pool: [
      {
        ask: 'Where does the team work in a normal week, at home or on site?',
        if: told => chose(told, 'terms', 'place') || chose(told, 'style-differences', 'place'),
      },
      { ask: 'What are the hours like in a quiet week, and in a busy one?', if: told => chose(told, 'terms', 'hours') },
      {
        ask: 'How often do things get hectic here, and what helps then?',
        if: told => chose(told, 'style-differences', 'pace'),
      },
      { ask: 'What would a normal day in this job look like?' },
      { ask: 'What would you want me to do first?' },
    ],
  },
  {
    title: 'The bigger picture', asked: 2,
    pool: [
      { ask: 'Has the money for this job been approved, or is that still open?', if: isFundingOpen },
      {
        ask: 'What has changed about the job since it was advertised?',
        if: told => chose(told, 'advert-since', 'changed', 'up-again'),
      },
      { ask: 'How does this job help you reach your goals for the year?' },
      { ask: "What do the people you serve ask for now that they didn't a year ago?" },
    ],
  },
  {
    title: 'The team', asked: 2,
    pool: [
      { ask: "What could someone from outside bring that the team doesn't have yet?", if: isInsiderLikely },
      {
        ask: 'How much do people here work side by side, and how much alone?',
        if: told => chose(told, 'style-differences', 'together'),
      },
      {
        ask: 'What surprised you when you started here?',
        if: told => chose(told, 'style-differences', 'formality', 'size', 'values'),
      },
      { ask: 'Who would I work with most, and how do they like to work?' },
      { ask: 'How does the team decide when two people disagree?' },
    ],
  },
  {
    title: 'A year from now', asked: 1,
    pool: [
      {
        ask: 'How could this job grow for someone who does it well?',
        if: told => chose(told, 'stated-reason', 'too-experienced')
          || chose(told, 'leaving-signs', 'above-level', 'asked-about-it', 'other-goal'),
      },
      { ask: "A year from now, what would tell you that I've done well?" },
    ],
  },
  {
    title: 'Doubts about me', asked: 1,
    pool: [
      { ask: 'Which part of my experience would you like to hear more about?', if: isExperienceDoubted },
      { ask: 'Is there anything about me that you are still unsure of?' },
    ],
  },
  {
    title: 'The next step', asked: 2,
    pool: [
      { ask: 'What is the next step, and by which day do you hope to decide?', always: true },
      { ask: 'Will there be a test or a task, and what do you look at most?', if: isTestLikely },
      {
        ask: 'Who would I meet in the next round, and what matters most to them?',
        if: told => chose(told, 'told-next', 'next-round') || told.outcome === 'advanced',
      },
      { ask: 'When do you need someone to start?', if: told => chose(told, 'terms', 'start') },
      { ask: 'How have work permits gone for others who joined you?', if: told => chose(told, 'terms', 'permit') },
      { ask: "If I haven't heard by then, may I call you?" },
    ],
  },
];

function isFundingOpen(told: Diagnosis): boolean {
  return told.outcome === 'cancelled' || chose(told, 'stated-reason', 'role-changed')
    || chose(told, 'employer-news', 'freeze', 'layoffs', 'reorganised', 'deal-lost', 'budget-doubt', 'no-opening');
}

function isInsiderLikely(told: Diagnosis): boolean {
  return chose(told, 'stated-reason', 'insider') || chose(told, 'hired-person', 'insider')
    || chose(told, 'insider-signs', 'named-insider', 'someone-they-know', 'pro-forma', 'must-advertise', 'narrow-advert');
}

function isExperienceDoubted(told: Diagnosis): boolean {
  return chose(told, 'stated-reason', 'experience') || chose(told, 'interviewer-signals', 'voiced-doubt')
    || numberOf(told, 'requirements-missing') > 0;
}

function isTestLikely(told: Diagnosis): boolean {
  return chose(told, 'stated-reason', 'test') || chose(told, 'test', 'half-solved', 'little-solved', 'not-done')
    || chose(told, 'test-conditions', 'unannounced', 'unclear');
}
