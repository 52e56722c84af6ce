import { lateCause } from './causeSkeleton.ts';
import { titleFrom, word } from './names.ts';
import { interviewQuestions } from './questionSkeleton.ts';

/**
 * The files of a new pack, path → text: two sections of questions, a cause, a belief and two sources, with comments that
 * say what everything is for.
 *
 * @param id - of the pack
 * @param folder - what it is called where the comments name it
 */
export function packSkeleton(id: string, folder: string, title = titleFrom(id)): ReadonlyMap<string, string> {
  return new Map([
    ['pack.yaml', head(id, folder, title)],
    ['questions/ending.yaml', ending],
    ['questions/interview.yaml', interviewQuestions],
    ['causes/late.yaml', lateCause()],
    ['beliefs.yaml', beliefs],
    ['sources.yaml', sources],
  ]);
}

const head = (id: string, folder: string, title: string): string => `# What you know about why people are not invited on. Lines that start with “#” are notes to whoever writes it.
#
#   npx afterview check ${folder}                             every slip with its line, and every example
#   npx afterview new question ${folder} spoke-how-loud       one more question; then, to build on it:
#   npx afterview new cause ${folder} too-quiet               one more cause
#   npx afterview diagnose answers.json --pack ${folder}      what it says of an interview

format: 1
id: ${word(id)}
# Raise it when you give the pack to others, so that they can tell which one they have.
version: 0.1.0
title: ${JSON.stringify(title)}
# The files of questions/ in the order in which they are asked.
sections: [ending, interview]

# What stops people with whom nothing is wrong that this pack asks about: rivals, luck, and causes that it does not know
# yet. A number says where it comes from: sources of sources.yaml, or the word judgement with a note that gives the reason.
background:
  value: 65%
  range: [50%, 75%]
  from: [judgement]
  note: Of 100 people after a first interview about a third go on. Lower this as you add causes.

# What lasts about a person, and no question shows: of 100 people, 10 have something that stops every second interview.
standing:
  levels:
    - { stops: 50%, weight: 10% }
    - { stops: 0%, weight: 90% }
  from: [judgement]
  note: A first guess; it counts only where one person has several interviews.

# Answers that cannot all be true, and why:
# contradictions:
#   - when: { arrival: late, seen-at: waiting-room }
#     because: You say that you came late, and also that you were waiting before the time.

# More can stand here, such as what silence means (waiting) or whole messages (messages). The pack that comes with
# afterview, in node_modules/afterview/rules, has all of it.
`;

const ending = `section: ending
title: How it ended
questions:
  # Every pack asks this one, with answers out of these five. typical: how many of 100 people would say so.
  - id: outcome
    ask: How did it end?
    kind: one-of
    options:
      - { id: rejected, says: "They said no", typical: 40% }
      - { id: cancelled, says: "They called it off", typical: 5% }
      - { id: no-reply, says: "I never heard from them", typical: 20% }
      - { id: waiting, says: "I'm still waiting, and it's not late yet", typical: 10% }
      - { id: advanced, says: "They invited me on", typical: 25% }
    # How many of 100 people could not say.
    dont-know: 0%

  - id: interview-date
    ask: On which day was the interview?
    kind: date
    dont-know: 5%

  # Filled in by itself where the day is known.
  - id: days-since-interview
    ask: How many days ago was it?
    kind: number
    unit: days
    from: 0
    to: 365
    counts-days-from: interview-date
    typical:
      - { value: 5, share: 60% }
      - { value: 20, share: 40% }
    dont-know: 5%
`;

const beliefs = `# What people wrongly conclude, and the truer reading of it: told where the answers suggest it (when).
- id: all-my-fault
  claims: []
  when: { outcome: rejected, arrival: [early, on-time], prepared: { at-least: 1 } }
  # Not told where this cause comes first: denies: late
  belief: It was all my fault.
  truer: >
    Some of it was never in your hands. About two in three people are not invited on after a first interview, and many of
    them did nothing wrong.
  from: [judgement]
  # Expect belief: the one that must be told, or no-belief: the one that must not.
  examples:
    - name: on time and prepared, and turned down
      answers: { outcome: rejected, arrival: on-time, prepared: [read-site] }
      expect: { belief: all-my-fault }
    - name: nothing is known
      answers: {}
      expect: { no-belief: all-my-fault }
`;

const sources = `# Where numbers and claims come from. Name them by their id: from: [accountemps-2011].
- id: accountemps-2011
  # study, official, survey, platform, article or anecdote
  kind: survey
  title: The one most common mistake
  publisher: Accountemps, via the Manitoba Chambers of Commerce
  year: 2011
  sample: over 300 managers, Canada
  url: https://mbchamber.mb.ca/2011/06/22/lack-of-knowledge-about-the-company-as-biggest-interview-mistake-accountemps-survey/
  # What it found, and what to mind about it.
  found: 36% named knowing little of the company, 17% skills, 13% goals, 11% low enthusiasm, 9% lateness, 6% eye contact.
  caution: Each could name one mistake. These are managers' impressions, not counts.
  # From A, the best, to D.
  grade: C

- id: onlymarketingjobs-2012
  kind: survey
  title: How far lateness is forgiven
  publisher: OnlyMarketingJobs
  year: 2012
  sample: over 1,600 votes on a web page, marketing, UK
  url: https://www.onlymarketingjobs.com/article/88-percent-of-hirers-think-turning-up-late-for-an-interview-is-acceptable/
  found: 88% of those who hire would put up with lateness if there was a reason or a warning.
  caution: An open web poll in one trade.
  grade: C
  # What it says that causes, fixes and beliefs can refer to: claims: [A1].
  claims:
    - { id: A1, says: Lateness is forgiven where there is a reason or a warning. }
`;
