import { describe, expect, test } from 'vitest';
import { minimalPack } from './minimalPack.ts';
import { edited, told, withFile } from './reading.ts';

const late = 'interview/late.yaml';
const asked = 'questions/interview.yaml';
const ending = 'questions/ending.yaml';
const textOf = (file: string): string => minimalPack.get(file) ?? '';

describe('nothing is declared twice, and both places are named', () => {
  test('a cause, and with it its fixes', () => {
    expect(told(withFile('online/late.yaml', textOf(late)))).toEqual([
      `online/late.yaml:1:5 duplicate-id: there are two causes called “late” / hint: the first is ${late}:1: rename one of them`,
      `online/late.yaml:35:9 duplicate-id: there are two fixes called “own-it” / hint: the first is ${late}:35: rename one of them`,
      `online/late.yaml:43:9 duplicate-id: there are two fixes called “leave-early” / hint: the first is ${late}:43: rename one of them`,
    ]);
  });

  test('a question, in one file or in two', () => {
    expect(told(edited(asked, 'id: nerves', 'id: format', edited('beliefs.yaml', 'nerves:', 'warned-ahead:', edited('beliefs.yaml', '{ at-least: 1 }', 'yes')))).at(-1))
      .toBe(`${asked}:35:9 duplicate-id: there are two questions called “format” / hint: the first is in ${asked}:4: rename one of them`);
    expect(told(withFile('pack.yaml', textOf('pack.yaml').replace('interview]', 'interview, more]'), withFile('questions/more.yaml', textOf(asked).replace('section: interview', 'section: more'))))[1])
      .toBe(`questions/more.yaml:11:9 duplicate-id: there are two questions called “arrival” / hint: the first is in ${asked}:11: rename one of them`);
  });

  test.each([
    ['an option', asked, 'id: too-fast', 'id: blank', `${asked}:41:15 duplicate-id: “nerves” has two options called “blank” / hint: rename one of them`],
    ['a fix', late, 'id: leave-early', 'id: own-it', `${late}:43:9 duplicate-id: there are two fixes called “own-it” / hint: the first is ${late}:35: rename one of them`],
    ['a section', 'pack.yaml', '[ending, interview]', '[ending, interview, ending]', 'pack.yaml:5:31 duplicate-id: the section “ending” stands here twice / hint: keep one of them'],
    ['a claim', 'sources.yaml', 'says: Be on time.\n', 'says: Be on time.\n    - { id: A1, says: Be early. }\n', 'sources.yaml:10:13 duplicate-id: there are two claims called “A1” / hint: the first is sources.yaml:8: rename one of them'],
  ])('%s', (_what, file, from, to, problem) => {
    expect(told(edited(file, from, to))).toEqual([problem]);
  });

  test.each([
    ['pack.yaml', 'small/pack.yaml', 'small/pack.yaml:1:1 duplicate-id: there are two files called pack.yaml / hint: the first is pack.yaml: keep one of them', 'pack.yaml'],
    ['a belief', 'more/beliefs.yaml', 'more/beliefs.yaml:1:7 duplicate-id: there are two beliefs called “it-was-the-nerves” / hint: the first is beliefs.yaml:1: rename one of them', 'beliefs.yaml'],
    ['a source', 'x/sources.yaml', 'x/sources.yaml:1:7 duplicate-id: there are two sources called “study-2020” / hint: the first is sources.yaml:1: rename one of them', 'sources.yaml'],
    ['the questions of a section', 'questions/more.yaml', `questions/more.yaml:1:10 duplicate-id: two files hold the section “interview” / hint: the first is ${asked}: put the questions together`, asked],
  ])('%s', (_what, file, problem, copied) => {
    expect(told(withFile(file, textOf(copied)))).toContain(problem);
  });
});

describe('words of conditions are no names', () => {
  test.each(['all', 'any', 'not', 'none', 'unknown'])('%s is no question', word => {
    expect(told(edited(asked, 'id: format', `id: ${word}`))[1]).toBe(`${asked}:4:9 duplicate-id: “${word}” is a word of conditions / hint: choose another id`);
  });

  test.each(['all', 'any', 'not', 'none', 'unknown'])('%s is no option of several', word => {
    expect(told(edited(asked, 'id: too-fast', `id: ${word}`))).toEqual([`${asked}:41:15 duplicate-id: “${word}” is a word of conditions / hint: rename one of them`]);
  });
});

describe('sections', () => {
  test('of pack.yaml each have a file', () => {
    expect(told(edited('pack.yaml', '[ending, interview]', '[ending, interview, after]'))).toEqual(['pack.yaml:5:31 unknown-section: no file holds the section “after” / hint: one of: ending, interview']);
  });

  test('of files each stand in pack.yaml', () => {
    expect(told(edited('pack.yaml', '[ending, interview]', '[ending]'))).toEqual([`${asked}:1:10 unknown-section: pack.yaml names no section “interview” / hint: one of: ending`]);
  });

  test('that are misspelt are told from both sides, and nothing follows', () => {
    expect(told(edited(asked, 'section: interview', 'section: intervew'))).toEqual([
      'pack.yaml:5:20 unknown-section: no file holds the section “interview” / hint: did you mean “intervew”?',
      `${asked}:1:10 unknown-section: pack.yaml names no section “intervew” / hint: did you mean “interview”?`,
    ]);
  });
});

describe('questions hang together', () => {
  const wrongOrder = 'wrong-order: “arrival” is not asked before this / hint: a question can depend only on those above it and in earlier sections';

  test('by what was asked before, not after in the same section', () => {
    expect(told(edited(asked, 'ask: How did you speak?', 'ask: How did you speak?\n    ask-if: { arrival: late }'))).toEqual([`${asked}:6:15 ${wrongOrder}`]);
  });

  test('nor in a later section', () => {
    expect(told(edited(ending, 'ask: How did it end?', 'ask: How did it end?\n    ask-if: { arrival: late }'))).toEqual([`${ending}:6:15 ${wrongOrder}`]);
    expect(told(edited(ending, 'ask: How many days ago?', 'ask: How many days ago?\n    ask-if: { arrival: late }', edited('pack.yaml', '[ending, interview]', '[interview, ending]')))).toEqual([]);
  });

  test.each([
    ['days counted from a date asked later', 'counts-days-from: interview-date', 'counts-days-from: day-after', 'unknown-question: no date asked before this is called “day-after” / hint: one of: interview-date'],
    ['days counted from a number', 'counts-days-from: interview-date', 'counts-days-from: days-ago', 'unknown-question: no date asked before this is called “days-ago” / hint: one of: interview-date'],
  ])('not by %s', (_what, from, to, problem) => {
    expect(told(edited(ending, from, to))).toEqual([`${ending}:21:23 ${problem}`]);
  });

  test.each([
    ['shares of options add to 100%', asked, 'typical: 30% }\n      - { id: in-p', 'typical: 40% }\n      - { id: in-p', `${asked}:7:5 out-of-range: the typical shares add to 110% / hint: of those who can say, they add to 100%`],
    ['shares of numbers add to 100%', ending, 'share: 70%', 'share: 60%', `${ending}:22:5 out-of-range: the typical shares add to 90% / hint: of those who can say, they add to 100%`],
    ['a typical number is within the bounds', asked, 'value: 5, share', 'value: 0, share', `${asked}:27:18 out-of-range: 0 is not from 1 to 240 / hint: choose a value inside the bounds`],
  ])('%s', (_law, file, from, to, problem) => {
    expect(told(edited(file, from, to))).toEqual([problem]);
  });

  test('of several options each may be chosen by any share', () => {
    expect(told(edited(asked, 'typical: 20% }', 'typical: 95% }'))).toEqual([]);
  });
});

describe('every pack asks how it ended, in a question of one name with five answers', () => {
  const five = 'advanced, rejected, cancelled, no-reply, waiting';
  const unnamed = new Map([...edited('beliefs.yaml', 'outcome: rejected, ', ''), [late, textOf(late).replaceAll('outcome: rejected, ', '')]]);

  test.each([
    ['of a misspelt name', 'id: outcome', 'id: outcom', `${ending}:4:9 unknown-question: “outcom” is asked, but no question is called “outcome” / hint: did you mean “outcome”?`],
    ['of another name', 'id: outcome', 'id: result', `${ending}:3:1 unknown-question: no question is called “outcome” / hint: every pack asks how it ended: add one-of these answers: ${five}`],
    ['of another kind', 'kind: one-of\n    options:', 'kind: several-of\n    options:', `${ending}:6:11 wrong-kind: “outcome” cannot be of the kind “several-of” / hint: write one-of, with options out of: ${five}`],
    ['with a misspelt answer', 'id: advanced', 'id: advancd', `${ending}:9:15 unknown-option: “advancd” is no way for “outcome” to be / hint: did you mean “advanced”?`],
    ['with another answer', 'id: advanced', 'id: withdrew', `${ending}:9:15 unknown-option: “withdrew” is no way for “outcome” to be / hint: one of: ${five}`],
  ])('not in one %s', (_what, from, to, problem) => {
    expect(told(edited(ending, from, to, unnamed))).toEqual([problem]);
  });

  test('which is not missed where a file of questions cannot be read', () => {
    expect(told(edited(ending, 'title: How', 'titel: How'))).toHaveLength(1);
  });
});

describe('pack.yaml', () => {
  test('weighs the standings of all candidates', () => {
    expect(told(edited('pack.yaml', 'weight: 90%', 'weight: 80%'))).toEqual(['pack.yaml:11:3 out-of-range: the weights add to 90% / hint: they are shares of all candidates and add to 100%']);
  });

  test.each([
    ['an unknown question', 'format: phone', 'fromat: phone', '16:13 unknown-question: no question is called “fromat” / hint: did you mean “format”?'],
    ['an unknown answer', 'format: phone', 'format: fone', '16:21 unknown-option: “fone” is no answer to “format” / hint: one of: phone, in-person'],
    ['no condition', '{ format: phone, arrival: late }', '{}', '16:11 wrong-shape: this condition is empty and would always hold / hint: name a question and an answer, or take the condition out'],
  ])('cannot have a contradiction of %s', (_what, from, to, problem) => {
    expect(told(edited('pack.yaml', from, to))).toEqual([`pack.yaml:${problem}`]);
  });
});

describe('the parts of a cause fit together', () => {
  const share = 'silence:\n  state: never-told\n  share: { value: 10%, from: [study-2020] }\nclaims';

  test.each([
    ['silence needs its share', 'explains: no', 'explains: [no, silence]', [`${late}:1:1 missing-key: “silence” is missing / hint: a cause of hearing nothing needs its share of silence`]],
    ['silence has no strength', 'explains: no', 'explains: silence', [
      `${late}:1:1 missing-key: “silence” is missing / hint: a cause of hearing nothing needs its share of silence`,
      `${late}:10:1 unknown-key: “strength” has no meaning where a cause explains silence only / hint: take it out`,
    ]],
    ['a no has no share of silence', 'claims: [A1]\nwhy', `${share}: [A1]\nwhy`, [`${late}:19:1 unknown-key: “silence” has no meaning where a cause explains a no only / hint: take it out`]],
    ['a no needs its strength', /strength:[^]*?(?=claims)/.exec(textOf(late))?.[0] ?? '', '', [`${late}:1:1 missing-key: “strength” is missing / hint: a cause of a no needs the chance that it alone stops someone`]],
    ['it is part of another, not of itself', 'signs:', 'part-of: late\nsigns:', [`${late}:21:10 unknown-cause: a cause is no part of itself / hint: name a more general cause, or take this out`]],
    ['it is named where the pack says what that weighs', 'signs:', 'named:\n  when: { nerves: too-fast }\n  because: They said so.\nsigns:', [
      `${late}:21:1 unknown-key: “named” has no meaning where pack.yaml does not say what named reasons weigh / hint: add “named:” to pack.yaml, or take this out`]],
    ['a fix for now is said once, not rehearsed', 'do: Say that it was on you.', 'do: Say that it was on you.\n    rehearse: Say it aloud.', [`${late}:39:5 unknown-key: a fix for now is not rehearsed / hint: take “rehearse:” out, or write for: next`]],
    ['a fix for next time has no place in a message', 'if: I leave for the interview', 'if: I leave for the interview\n    place: apology', [`${late}:46:5 unknown-key: a place is for what is written now / hint: take “place:” out, or write for: now`]],
    ['nor is it always told', 'for: next', 'for: next\n    always: yes', [`${late}:45:5 unknown-key: a fix for next time is chosen by what it gains / hint: take “always:” out, or write for: now`]],
    ['a fix for next time has its cue', '    if: I leave for the interview\n', '', [`${late}:43:5 missing-key: a fix for next time needs its cue / hint: add “if:” with the moment: I leave for the interview`]],
    ['a fix for now has none', 'for: next', 'for: now', [`${late}:45:5 unknown-key: a fix for now has no cue / hint: take “if:” out, or write for: next`]],
    ['a sign shares its fact with others of one group', 'speaks: rules out\n', 'speaks: rules out\n    group: how-latte\n', [`${late}:33:12 wrong-id: no other sign is in the group “how-late” / hint: did you mean “how-latte”? if not, take the group out`]],
    ['its examples answer questions that there are', 'rejected, arrival: late', 'rejected, arival: late', [`${late}:51:35 unknown-question: no question is called “arival” / hint: did you mean “arrival”?`]],
    ['with answers that there are', 'rejected, arrival: late', 'rejected, arrival: lat', [`${late}:51:44 unknown-option: “lat” is no answer to “arrival” / hint: did you mean “late”?`]],
    ['of the kind that is asked for', 'rejected, arrival: late', 'rejected, arrival: [late]', [`${late}:51:44 wrong-kind: “arrival” takes a word, not a list / hint: this question takes one answer, not a list`]],
    ['one for each option', 'rejected, arrival: late', 'rejected, nerves: [blank, shakng, blank]', [
      `${late}:51:51 unknown-option: “shakng” is no answer to “nerves” / hint: did you mean “shaking”?`, `${late}:51:59 wrong-kind: “blank” stands twice in “nerves” / hint: name each answer once`]],
    ['in a list where several may be chosen', 'rejected, arrival: late', 'rejected, nerves: blank', [`${late}:51:43 wrong-kind: “nerves” takes a list of answers, not “blank” / hint: write ["blank"]`]],
    ['within the bounds', 'arrival: late }\n    expect', 'arrival: late, minutes-late: 500 }\n    expect', [`${late}:51:64 out-of-range: 500 minutes cannot be for “minutes-late” / hint: from 1 to 240`]],
    ['as whole numbers', 'arrival: late }\n    expect', 'arrival: late, minutes-late: 1.5 }\n    expect', [`${late}:51:64 wrong-kind: “minutes-late” takes a whole number of minutes, not 1.5 / hint: round it`]],
    ['as numbers', 'arrival: late }\n    expect', 'arrival: late, minutes-late: ten }\n    expect', [`${late}:51:64 wrong-kind: “minutes-late” takes a number of minutes, not “ten” / hint: write a number without quotes or unit`]],
    ['as days', 'rejected, arrival: late', 'rejected, interview-date: May', [`${late}:51:51 out-of-range: “May” is no day for “interview-date” / hint: write it as YYYY-MM-DD, without a time`]],
    ['or as “unknown”', 'rejected, arrival: late', 'rejected, arrival: late, nerves: unknown, minutes-late: unknown, interview-date: unknown', []],
    ['its examples expect causes that there are', 'absent: late', 'absent: [late, lat]', [`${late}:55:30 unknown-cause: nothing in this pack is called “lat” / hint: did you mean “late”?`]],
    ['its id is the name of its file, and the file’s name still is a cause', 'id: late', 'id: lateness', [`${late}:1:5 wrong-id: the file is called “late” and the cause “lateness” / hint: give both the same name`]],
  ])('%s', (_law, from, to, problems) => {
    expect(told(edited(late, from, to))).toEqual(problems);
  });

  test('of two causes that are part of each other one is told, once', () => {
    const rude = textOf(late).replace('id: late', 'id: rude').replaceAll('own-it', 'own-rude').replaceAll('leave-early', 'leave-rude').replace(/(first|absent): late/g, '$1: rude');
    const circle = (partOf: string): readonly string[] => told(withFile('interview/rude.yaml', rude.replace('signs:', `${partOf}signs:`), edited(late, 'signs:', 'part-of: rude\nsigns:')));
    expect(circle('part-of: late\n')).toEqual([`${late}:21:10 unknown-cause: these causes are part of each other: late → rude → late / hint: take one of the “part-of:” out`]);
    expect(circle('')).toEqual([]);
  });

  test('groups of different names may hold one sign each', () => {
    expect(told(edited(late, 'speaks: rules out\n', 'speaks: rules out\n    group: in-time\n'))).toEqual([]);
  });

  test('groups of one sign each are fifty at most', () => {
    const groups = (count: number): readonly string[] => {
      const signs = Array.from({ length: count }, (_, index) => `  - when: { minutes-late: ${index + 1} }\n    speaks: for\n    group: ${'abcdefghij'[index % 10]?.repeat(9) ?? ''}-${'klmnopqrst'[Math.floor(index / 10)]?.repeat(9) ?? ''}\n    because: So it was.\n`);
      return told(edited(late, 'fixes:', `${signs.join('')}fixes:`, edited(late, '    group: how-late\n', '')));
    };
    expect(groups(50)).toEqual([]);
    const line = textOf(late).split('\n').indexOf('fixes:') + 4 * 50 + 2;
    expect(groups(51)).toEqual([`${late}:${line}:12 out-of-range: there are more than 50 groups of one sign here / hint: a group is for signs of one fact: take it out where a sign stands alone`]);
  });

  test('a cause may explain both', () => {
    expect(told(edited(late, 'claims: [A1]\nwhy', `${share}: [A1]\nwhy`, edited(late, 'explains: no', 'explains: [no, silence]')))).toEqual([]);
  });
});
