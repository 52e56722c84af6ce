import { titleFrom, word } from './names.ts';

/** Kinds of question, as notes for whoever writes one. */
const kinds = `# kind: one-of; several-of, where more than one answer can be chosen; yes-no, which has no options but typical: 30%;
    # number, with unit: minutes, from: 0, to: 240 and typical: [{ value: 10, share: 100% }]; or date.`;

/** The second section of a new pack: one question of each kind but dates. */
export const interviewQuestions = `section: interview
title: The interview
questions:
  # Ask for what happened, not for how well it went: moments, minutes, what was said and by whom.
  - id: arrival
    ask: When were you there?
    ${kinds}
    kind: one-of
    # typical: how many of 100 people would say so; an answer is called by its id in the causes.
    options:
      - { id: early, says: "Early", typical: 60% }
      - { id: on-time, says: "On time", typical: 30% }
      - { id: late, says: "Late", typical: 10% }
    # How many of 100 people could not say.
    dont-know: 1%

  - id: minutes-late
    ask: How many minutes late were you?
    kind: number
    unit: minutes
    from: 1
    to: 240
    # Asked only after these answers, which belong to questions above.
    ask-if: { arrival: late }
    typical:
      - { value: 5, share: 70% }
      - { value: 20, share: 30% }
    dont-know: 5%

  - id: warned-ahead
    ask: Did they know beforehand that you'd be late?
    help: A call or a message counts.
    kind: yes-no
    ask-if: { arrival: late }
    typical: 50%
    dont-know: 2%

  - id: prepared
    ask: What did you do to prepare? Choose all that apply.
    kind: several-of
    options:
      - { id: read-site, says: "I read their website", typical: 70% }
      - { id: practised-aloud, says: "I practised my answers out loud", typical: 25% }
    dont-know: 2%
`;

/** An item of a list of questions. */
export function questionSkeleton(id: string): string {
  return `# Ask for what happened, not for how well it went: moments, minutes, what was said and by whom.
- id: ${word(id)}
  ask: ${titleFrom(id)}?
  ${kinds.replaceAll('\n    ', '\n  ')}
  kind: one-of
  # typical: how many of 100 people would say so; an answer is called by its id in the causes.
  options:
    - { id: first-answer, says: "One answer", typical: 50% }
    - { id: second-answer, says: "Another one", typical: 50% }
  # Asked only after some answers to questions above: ask-if: { outcome: rejected }
  # How many of 100 people could not say.
  dont-know: 2%
`;
}

/** A file of a further section. */
export function sectionSkeleton(section: string, question: string): string {
  return `section: ${word(section)}
title: ${word(titleFrom(section))}
questions:
${indented(questionSkeleton(question), 2)}`;
}

/** Lines moved to the right; empty ones stay empty. */
export function indented(text: string, by: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(by));
}
