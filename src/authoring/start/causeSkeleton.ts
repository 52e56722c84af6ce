import { titleFrom, word } from './names.ts';
import type { Clue } from './clues.ts';

/** What stands in a cause that somebody starts from; everything that is not plain YAML text is indented where it stands. */
interface CauseTexts {
  readonly claims?: string;
  readonly id: string;
  readonly title: string;
  readonly baseRate: string;
  readonly strength: string;
  readonly why: string;
  readonly signs: string;
  readonly fixes: string;
  readonly examples: string;
}

/** A cause of a new pack, to learn from: late arrivals, as the pack of afterview weighs them. */
export function lateCause(): string {
  return causeText({
    id: 'late',
    title: 'You arrived late',
    claims: 'A1',
    baseRate: `  value: 5%
  range: [2%, 10%]
  from: [accountemps-2011, judgement]
  note: 9 of 100 managers named lateness as the most common mistake; all of them meet others more often.`,
    strength: `  usually: 25%
  range: [10%, 50%]
  from: [onlymarketingjobs-2012, judgement]
  note: Most people who hire say that they forgive it. What people say is stronger than what they do.
  # Where it weighs otherwise; the first that holds counts.
  when:
    - { if: { warned-ahead: yes }, value: 12%, from: [judgement], note: A call beforehand halves it. }
    - { if: { minutes-late: { at-least: 15 } }, value: 45%, from: [judgement], note: By then they have begun to wonder. }`,
    why: `  Many people read a late start as poor planning before the first question is asked. It happens to everyone at some
  point, so go easy on yourself.`,
    signs: `  - when: { arrival: late }
    speaks: establishes
    because: You came after the agreed time.
  - when: { arrival: [early, on-time] }
    speaks: rules out
    because: You were there at the agreed time.
    # It shows something that the reader did well.
    keep: yes`,
    fixes: `  - id: own-the-lateness
    for: now
    unless: [{ days-since-interview: { more-than: 7 } }, { outcome: [advanced, cancelled] }]
    do: Say in one sentence of your next message that you were late and that it was down to you.
    # Words to send.
    say: I'm sorry that I kept you waiting. I should have allowed more time, and it's not how I work.
    removes: { value: 20%, from: [judgement], note: It mends the manners and not the first impression. }
    effort: minutes
  - id: fifteen-minutes-early
    for: next
    if: the interview is tomorrow
    do: I plan to be at the door fifteen minutes early, with their number at hand.
    # How to practise it once, today.
    rehearse: Look up the route now, and write down when you need to set off.
    removes: { value: 90%, from: [judgement], note: What remains is the day on which nothing helps. }
    effort: minutes`,
    examples: `  - name: twenty minutes late without a word
    answers: { outcome: rejected, arrival: late, minutes-late: 20, warned-ahead: no }
    expect: { first: late }
  - name: on time is never blamed
    answers: { outcome: rejected, arrival: on-time }
    expect: { absent: late }
  - name: nothing is known
    answers: { outcome: rejected }
    expect: { unsupported: late }`,
  });
}

/** A cause to fill in, which looks at one answer. */
export function causeSkeleton(id: string, clue: Clue): string {
  return causeText({
    id,
    title: titleFrom(id),
    baseRate: `  value: 3%
  range: [1%, 10%]
  from: [judgement]
  note: A first guess, to be replaced by what you have seen or read.`,
    strength: `  usually: 5%
  range: [2%, 25%]
  from: [judgement]
  note: A first guess, to be replaced by what you have seen or read.
  # Where it weighs otherwise; the first that holds counts:
  # when:
  #   - { if: ${clue.when}, value: 20%, from: [judgement], note: Say why. }`,
    why: '  Say here, in two or three kind sentences, why this can stop somebody.',
    signs: [
      `  - when: ${clue.when}
    speaks: slightly for
    because: Say here to the reader what this answer shows.`,
      ...(clue.otherwise === undefined ? [] : [`  - when: ${clue.otherwise}
    speaks: slightly against
    because: Say here to the reader what this answer shows.
    # It shows something that the reader did well.
    keep: yes`]),
    ].join('\n'),
    fixes: `  - id: ${fixId(id)}
    for: next
    if: the interview is tomorrow
    do: I write down the one thing that I'll do otherwise.
    # How to practise it once, today.
    rehearse: Say it aloud once.
    removes: { value: 30%, from: [judgement], note: A first guess. }
    effort: minutes
  # One that still helps with this employer, and the words to send:
  # - id: ${fixId(id)}-now
  #   for: now
  #   do: Mend it in one sentence of your next message.
  #   say: I'd like to add one thing to what I said.
  #   removes: { value: 10%, from: [judgement], note: Say why. }
  #   effort: minutes`,
    examples: `  - name: an answer speaks for it
    answers: { ${clue.answers} }
    expect: { supported: ${word(id)} }
  - name: nothing is known
    answers: {}
    expect: { unsupported: ${word(id)} }`,
  });
}

/** An id has at most 60 letters. */
function fixId(cause: string): string {
  return `less-${cause.slice(0, 50).replace(/-$/, '')}`;
}

function causeText({ id, title, claims = '', baseRate, strength, why, signs, fixes, examples }: CauseTexts): string {
  return `# A cause: one a file, which is called like it. Write to the reader: “You …”, about a moment and not about the person.
id: ${word(id)}
title: ${word(title)}
# In whose hands it lay: you, fit (between the person and the role) or them (the employer).
control: you
# A no. What explains that nothing was heard says silence instead: the pack that comes with afterview has such causes.
explains: no
# interview: fresh each time. candidate: it goes along from one interview to the next.
scope: interview

# Of 100 people who interview, for how many is it so? A number has a range and says where it comes from: sources of
# sources.yaml, or the word judgement with a note that gives the reason.
base-rate:
${baseRate}

# Of 100 people for whom it is so and nothing else is wrong, how many does it stop?
strength:
${strength}

# What articles of sources.yaml claim about it, such as [A1]; it may be empty.
claims: [${claims}]

# Why it can decide.
why: >
${why}

# Which answers speak for it, which against, and how you'd say so. An answer that is the fact itself establishes or rules
# out. Others speak slightly for, for or strongly for; slightly against, against or strongly against.
# A map means that all of it must hold, a list that any of it does. Numbers: at-least, at-most, more-than, less-than.
signs:
${signs}

# What to do about it. For next time with its cue (if), for now where that can still help; removes is the part of the
# problem that it takes away. Effort: minutes, evening, weekend or weeks.
fixes:
${fixes}

# Small questionnaires, and what must come out: first, minor (there, but not first), supported, unsupported, or absent
# (ruled out). “afterview check” runs them. Four or more are good: also a near miss, and a case that another cause decides.
examples:
${examples}
`;
}
