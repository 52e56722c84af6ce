import type { Notes } from '../src/pack/notes.ts';
import type { Pack } from '../src/pack/pack.ts';
import { readPack } from '../src/authoring/readPack.ts';

/** A pack small enough that a test can give every sum: its files, path → text, and the pack they make. */
export const tinyFiles: ReadonlyMap<string, string> = new Map([
  ['pack.yaml', `format: 1
id: tiny
version: 1.2.3
title: A small pack
sections: [day]
background: { value: 10%, from: [a-survey] }
standing:
  levels:
    - { stops: 20%, weight: 50% }
    - { stops: 0%, weight: 50% }
  from: [a-survey]
contradictions:
  - when: { attended: missed, arrival: [on-time, late] }
    because: You were not there, and you say when you came.
lint: { cause-never-raised: off, option-idle: off }
`],
  ['questions.yaml', `section: day
title: The day
questions:
  - { id: outcome, ask: How did it end?, kind: one-of, options: [
      { id: advanced, says: I went on, typical: 30% }, { id: rejected, says: They said no, typical: 40% }, { id: cancelled, says: It was called off, typical: 10% },
      { id: no-reply, says: Nothing came, typical: 10% }, { id: waiting, says: Not yet due, typical: 10% }], dont-know: 0% }
  - { id: stage, ask: Which conversation was it?, kind: one-of, options: [
      { id: phone-screen, says: A call, typical: 50% }, { id: first-interview, says: The first, typical: 50% }], dont-know: 0% }
  - { id: interview-date, ask: On which day was it?, kind: date, dont-know: 5% }
  - { id: days-since-interview, ask: How many days ago was it?, kind: number, unit: days, from: 0, to: 100, counts-days-from: interview-date,
      typical: [{ value: 3, share: 100% }], dont-know: 0% }
  - { id: attended, ask: Were you there?, kind: one-of, options: [
      { id: there, says: "Yes", typical: 90% }, { id: missed, says: "No", typical: 10% }], dont-know: 0% }
  - { id: arrival, ask: When did you come?, kind: one-of, ask-if: { attended: there }, options: [
      { id: on-time, says: On time, typical: 90% }, { id: late, says: Late, typical: 10% }], dont-know: 1% }
  - { id: minutes-late, ask: How many minutes late?, kind: number, unit: minutes, from: 1, to: 240, ask-if: { arrival: late },
      typical: [{ value: 10, share: 100% }], dont-know: 5% }
  - { id: warned-ahead, ask: Did they know that you would be late?, help: A call or a message counts., kind: yes-no, ask-if: { minutes-late: { at-least: 5 } }, typical: 50%, dont-know: 2% }
  - { id: prepared, ask: What did you do to prepare? Choose all., kind: several-of, options: [
      { id: read-site, says: Read their site, typical: 70% }, { id: read-news, says: Read the news, typical: 30% }, { id: practised, says: Practised aloud, typical: 30% }], dont-know: 2% }
  - { id: questions-asked, ask: How many questions did you ask?, kind: number, unit: questions, from: 0, to: 50, typical: [{ value: 2, share: 100% }], dont-know: 5% }
  - { id: promised-date, ask: By which day would you hear?, kind: date, not-before: interview-date, ask-if: { outcome: [no-reply, waiting] }, dont-know: 10% }
  - { id: days-past-promise, ask: How many days is it past that day?, kind: number, unit: days, from: -100, to: 100, counts-days-from: promised-date,
      typical: [{ value: 3, share: 100% }], dont-know: 5% }
`],
  ['sources.yaml', `- { id: a-survey, kind: survey, title: What people said, publisher: Somebody, url: "https://example.org/survey" }
`],
  ['beliefs.yaml', `- id: my-fault
  claims: []
  when: { outcome: rejected, arrival: on-time }
  belief: It was all my fault.
  truer: Most of it is never yours.
  from: [a-survey]
  examples:
    - { name: on time, answers: { outcome: rejected, arrival: on-time }, expect: { belief: my-fault } }
`],
  causeFile('late', 'You came late', 'you', '10%', '50%', [
    sign('{ arrival: late }', 'establishes', 'You came after the agreed time.'),
    sign('{ arrival: on-time }', 'rules out', 'You were there at the agreed time.', 'yes'),
  ], 'I am at the door early.', 'Sorry that you had to wait.'),
  causeFile('no-questions', 'You asked nothing', 'you', '20%', '40%', [
    sign('{ questions-asked: 0 }', 'for', 'You had no question for them.'),
    sign('{ questions-asked: { at-least: 3 } }', 'against', 'You asked several questions.', 'yes'),
  ], 'Write down three questions.'),
  causeFile('no-research', 'You knew little about them', 'you', '30%', '40%', [
    sign('{ prepared: none }', 'strongly for', 'You read nothing about them.'),
    sign('{ prepared: read-site }', 'slightly against', 'You read their site.', 'yes'),
  ], 'Read their site.'),
  causeFile('missed', 'You were not there', 'you', '10%', '90%', [
    sign('{ attended: missed }', 'establishes', 'You were not there.'),
    sign('{ attended: there }', 'rules out', 'You were there.'),
  ], 'Put it in the calendar.'),
  causeFile('skills-gap', 'You lacked a skill', 'fit', '30%', '50%', [sign('{ stage: phone-screen }', 'slightly for', 'Calls mostly ask for skills.')], 'Apply where your skills fit.'),
  causeFile('rival', 'Someone else suited them better', 'them', '60%', '60%', [sign('{ outcome: cancelled }', 'strongly against', 'They hired nobody.')], 'Ask what they look for.'),
]);

const read = readPack(tinyFiles);

export const tinyPack: Pack = read.pack;
export const tinyNotes: Notes = read.notes;

function sign(when: string, speaks: string, because: string, keep = 'no'): string {
  return `  - { when: ${when}, speaks: ${speaks}, because: ${because}, keep: ${keep} }`;
}

function causeFile(id: string, title: string, control: string, baseRate: string, strength: string, signs: readonly string[], todo: string, say?: string): [string, string] {
  return [`causes/${id}.yaml`, `id: ${id}
title: ${title}
control: ${control}
explains: no
scope: interview
base-rate: { value: ${baseRate}, range: [${baseRate}, ${baseRate}], from: [a-survey] }
strength: { usually: ${strength}, range: [${strength}, ${strength}], from: [a-survey] }
claims: []
why: That is how it goes.
signs:
${signs.join('\n')}
fixes:
  - id: ${id}-next
    for: next
    if: I have an interview
    do: ${todo}
    removes: { value: 50%, from: [a-survey] }
    effort: minutes
${say === undefined ? '' : `  - id: ${id}-now
    for: now
    do: Say that you are sorry.
    say: ${say}
    removes: { value: 20%, from: [a-survey] }
    effort: minutes
`}examples:
  - { name: nothing known, answers: { outcome: rejected }, expect: { unsupported: ${id} } }
  - { name: nothing at all, answers: {}, expect: { unsupported: ${id} } }
`];
}
