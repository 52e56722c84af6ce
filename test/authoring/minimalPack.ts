const packYaml = `format: 1
id: small
version: 1.0.0
title: A small pack
sections: [ending, interview]
background:
  value: 4%
  range: [2%, 12%]
  from: [study-2020]
standing:
  levels:
    - { stops: 80%, weight: 10% }
    - { stops: 0%, weight: 90% }
  from: [study-2020]
contradictions:
  - when: { format: phone, arrival: late }
    because: Nobody comes late to a call that they make.
`;

const endingYaml = `section: ending
title: How it ended
questions:
  - id: outcome
    ask: How did it end?
    kind: one-of
    options:
      - { id: rejected, says: "With a no", typical: 60% }
      - { id: advanced, says: "They invited me on", typical: 40% }
    dont-know: 0%
  - id: interview-date
    ask: On which day was it?
    kind: date
    dont-know: 5%
  - id: days-ago
    ask: How many days ago?
    kind: number
    unit: days
    from: 0
    to: 365
    counts-days-from: interview-date
    typical:
      - { value: 5, share: 70% }
      - { value: 20, share: 30% }
    dont-know: 2%
`;

const interviewYaml = `section: interview
title: The interview
questions:
  - id: format
    ask: How did you speak?
    kind: one-of
    options:
      - { id: phone, says: "By phone", typical: 30% }
      - { id: in-person, says: "In person", typical: 70% }
    dont-know: 0%
  - id: arrival
    ask: When were you there?
    kind: one-of
    options:
      - { id: early, says: "Early", typical: 60% }
      - { id: on-time, says: "On time", typical: 30% }
      - { id: late, says: "Late", typical: 10% }
    dont-know: 1%
  - id: minutes-late
    ask: How many minutes late?
    kind: number
    unit: minutes
    from: 1
    to: 240
    ask-if: { arrival: late }
    typical:
      - { value: 5, share: 100% }
    dont-know: 5%
  - id: warned-ahead
    ask: Did they know?
    kind: yes-no
    ask-if: { arrival: late }
    typical: 50%
    dont-know: 2%
  - id: nerves
    ask: What did you notice? Choose all.
    kind: several-of
    options:
      - { id: blank, says: "My mind went blank", typical: 20% }
      - { id: shaking, says: "My hands shook", typical: 10% }
      - { id: too-fast, says: "I spoke too fast", typical: 30% }
    dont-know: 5%
`;

const lateYaml = `id: late
title: You arrived late
control: you
explains: no
scope: interview
base-rate:
  value: 5%
  range: [2%, 10%]
  from: [study-2020]
strength:
  usually: 25%
  range: [10%, 50%]
  from: [judgement]
  note: What people say, shrunk.
  when:
    - if: { warned-ahead: yes }
      value: 12%
      from: [study-2020]
claims: [A1]
why: They may read it as poor planning.
signs:
  - when: { arrival: late }
    speaks: establishes
    because: You came after the agreed time.
  - when: { arrival: [early, on-time] }
    speaks: rules out
    because: You were there in time.
    keep: yes
  - when: { minutes-late: { at-least: 15 } }
    unless: { warned-ahead: yes }
    speaks: for
    group: how-late
    because: It was a quarter of an hour.
fixes:
  - id: own-it
    for: now
    unless: { days-ago: { more-than: 7 } }
    do: Say that it was on you.
    say: I'm sorry that I kept you waiting.
    removes: { value: 20%, from: [study-2020] }
    effort: minutes
    claims: [A1]
  - id: leave-early
    for: next
    if: I leave for the interview
    do: I plan to be there early.
    removes: { value: 90%, from: [study-2020] }
    effort: minutes
examples:
  - name: late
    answers: { outcome: rejected, arrival: late }
    expect: { first: late }
  - name: on time
    answers: { outcome: rejected, arrival: on-time }
    expect: { absent: late }
`;

const beliefsYaml = `- id: it-was-the-nerves
  claims: [A1]
  when: { nerves: { at-least: 1 } }
  belief: I was too nervous.
  truer: Most people are.
  from: [study-2020]
  examples:
    - name: hands shook
      answers: { outcome: rejected, nerves: [shaking] }
      expect: { belief: it-was-the-nerves }
`;

const sourcesYaml = `- id: study-2020
  kind: study
  title: "A study"
  publisher: Some people
  year: 2020
  url: https://example.org/study
  claims:
    - id: A1
      says: Be on time.
`;

/** A valid pack of one cause, one belief, one source, and a question of every kind; path → text. */
export const minimalPack: ReadonlyMap<string, string> = new Map([
  ['pack.yaml', packYaml],
  ['questions/ending.yaml', endingYaml],
  ['questions/interview.yaml', interviewYaml],
  ['interview/late.yaml', lateYaml],
  ['beliefs.yaml', beliefsYaml],
  ['sources.yaml', sourcesYaml],
]);
