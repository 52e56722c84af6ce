import { describe, expect, test } from 'vitest';
import { minimalPack } from './minimalPack.ts';
import { edited, packOf, told } from './reading.ts';

const block = `waiting:
  types:
    - id: fast
      title: Answers fast
      weight: 40%
      advance: 35%
      told-no: 45%
      time-to-yes: { median: 3, sigma: 0.8, from: [study-2020] }
      time-to-no: { median: 8, sigma: 0.9, from: [study-2020] }
    - id: slow
      title: Takes weeks
      weight: 60%
      advance: 35%
      told-no: 60%
      time-to-yes: { median: 11, sigma: 0.8, from: [study-2020] }
      time-to-no: { median: 25.5, sigma: 0.8, from: [judgement], note: A guess. }
  from: [study-2020]
  days-since: days-ago
  days-past-promise: minutes-late
  missed-promise: { ratio: 1.4, range: [1.1, 2], from: [study-2020] }
  when-unsaid: { waiting: 3, no-reply: 14, from: [judgement], note: A guess. }
  signs:
    - when: { format: phone }
      unless: { arrival: late }
      speaks: for
      of: fast
      group: kind
      because: They called.
    - when: { outcome: rejected }
      speaks: strongly against
      of: advance
      because: They said no.
`;

/** A cause of silence, made from the one of a no. */
function silent(id: string, state: string): string {
  const text = minimalPack.get('interview/late.yaml') ?? '';
  return text.replace(/strength:[^]*?claims:/, `silence: { state: ${state}, share: { value: 100%, from: [study-2020] } }\nclaims:`).replace('explains: no', 'explains: silence')
    .replace('id: late', `id: ${id}`).replace(/(first|absent): late/g, `supported: ${id}`).replace(/id: (own-it|leave-early)/g, `id: ${id}-$1`);
}

const silence = new Map([['silence/undecided.yaml', silent('undecided', 'undecided')], ['silence/untold.yaml', silent('untold', 'never-told')]]);
const files = new Map([...minimalPack, ...silence, ['pack.yaml', `${minimalPack.get('pack.yaml') ?? ''}${block}`]]);

/** The line of pack.yaml on which the block starts. */
const start = (minimalPack.get('pack.yaml') ?? '').split('\n').length;

describe('how employers let time pass', () => {
  test('is read with its types, its days and its signs', () => {
    expect(packOf(files).pack.waiting).toEqual({
      types: [
        { id: 'fast', title: 'Answers fast', weight: 0.4, advance: 0.35, toldNo: 0.45, timeToYes: { median: 3, sigma: 0.8 }, timeToNo: { median: 8, sigma: 0.9 } },
        { id: 'slow', title: 'Takes weeks', weight: 0.6, advance: 0.35, toldNo: 0.6, timeToYes: { median: 11, sigma: 0.8 }, timeToNo: { median: 25.5, sigma: 0.8 } },
      ],
      daysSince: 2,
      daysPastPromise: 5,
      missedPromise: 1.4,
      whenUnsaid: { waiting: 3, 'no-reply': 14 },
      signs: [
        { when: { test: 'chosen', question: 3, options: [0] }, unless: { test: 'chosen', question: 4, options: [2] }, speaks: 'for', of: 'fast', group: 'kind', because: 'They called.' },
        { when: { test: 'chosen', question: 0, options: [0] }, speaks: 'strongly against', of: 'advance', because: 'They said no.' },
      ],
    });
  });

  test('leaves its sources and reasons to the notes', () => {
    const study = { from: ['study-2020'] };
    const { notes } = packOf(files);
    expect(notes.waiting).toEqual({
      ...study, missedPromise: study, whenUnsaid: { from: ['judgement'], note: 'A guess.' },
      types: { fast: { timeToYes: study, timeToNo: study }, slow: { timeToYes: study, timeToNo: { from: ['judgement'], note: 'A guess.' } } },
    });
    expect(notes.causes['undecided']).toEqual({ claims: ['A1'], baseRate: { from: ['study-2020'], when: [] }, silence: study });
    expect(packOf(minimalPack).notes).not.toHaveProperty('waiting');
  });

  test('leaves its texts to the words', () => {
    const { logic, words } = packOf(files);
    expect(words.waiting).toEqual({ types: { fast: 'Answers fast', slow: 'Takes weeks' }, signs: ['They called.', 'They said no.'] });
    expect(logic.waiting?.types[0]).toEqual({ id: 'fast', weight: 0.4, advance: 0.35, toldNo: 0.45, timeToYes: { median: 3, sigma: 0.8 }, timeToNo: { median: 8, sigma: 0.9 } });
    expect(logic.waiting?.signs.map(sign => Object.keys(sign))).toEqual([['when', 'unless', 'speaks', 'of', 'group'], ['when', 'speaks', 'of']]);
  });

  test('may be left out, and may leave out promises and signs', () => {
    expect(packOf(minimalPack).pack).not.toHaveProperty('waiting');
    const bare = block.replace(/ {2}(?:days-past-promise|missed-promise): .*\n/g, '').replace(/ {2}signs:[^]*/, '');
    const { waiting } = packOf(new Map([...files, ['pack.yaml', `${minimalPack.get('pack.yaml') ?? ''}${bare}`]])).pack;
    expect(waiting).toMatchObject({ missedPromise: 1, signs: [] });
    expect(waiting).not.toHaveProperty('daysPastPromise');
  });

  test.each([
    ['weights that are not all employers', 'weight: 60%', 'weight: 50%', '1:3 out-of-range: the weights of the types add to 90% / hint: they are shares of all employers and add to 100%'],
    ['more than all told', 'told-no: 60%', 'told-no: 66%', '13:16 out-of-range: more than 100% hear a yes or a no / hint: the rest of the two is never told'],
    ['a type of the same name', 'id: slow', 'id: fast', '9:11 duplicate-id: “fast” is the name of another type or of a state / hint: rename one of them'],
    ['a type called like a state', 'id: slow', 'id: never-told', '9:11 duplicate-id: “never-told” is the name of another type or of a state / hint: rename one of them'],
    ['days counted by what is no number', 'days-since: days-ago', 'days-since: outcome', '17:15 unknown-question: no question for a number is called “outcome” / hint: one of: days-ago, minutes-late'],
    ['a misspelt question for days', 'days-past-promise: minutes-late', 'days-past-promise: minute-late', '18:22 unknown-question: no question for a number is called “minute-late” / hint: did you mean “minutes-late”?'],
    ['a sign of a type that there is not', 'of: fast', 'of: quick', '25:11 unknown-option: “quick” is no type of employer and no state / hint: one of: fast, slow, advance, told-no, never-told'],
    ['a sign with a misspelt question', 'format: phone }\n      unless', 'fromat: phone }\n      unless', '22:15 unknown-question: no question is called “fromat” / hint: did you mean “format”?'],
    ['a misspelt source', 'sigma: 0.9, from: [study-2020]', 'sigma: 0.9, from: [study-202]', '8:51 unknown-source: no source is called “study-202” / hint: did you mean “study-2020”?'],
    ['a misspelt source of a promise', 'range: [1.1, 2], from: [study-2020]', 'range: [1.1, 2], from: [stdy-2020]', '19:57 unknown-source: no source is called “stdy-2020” / hint: did you mean “study-2020”?'],
    ['a time of no days', 'median: 3', 'median: 0', '7:30 out-of-range: “median” cannot be “0” / hint: a time is longer than 0 days'],
    ['a time in words', 'median: 3', 'median: three', '7:30 wrong-shape: “median” cannot be “three” / hint: write a number of days'],
    ['a time without spread', 'sigma: 0.9', 'sigma: 0', '8:39 out-of-range: “sigma” cannot be “0” / hint: write more than 0'],
    ['all told', 'told-no: 60%', 'told-no: 65%', '13:16 out-of-range: all hear a yes or a no, so that silence could never last / hint: leave a part, such as 1%, that is never told'],
    ['a yes for all', 'advance: 35%\n      told-no: 45%', 'advance: 100%\n      told-no: 0%', '6:16 out-of-range: all hear a yes or a no, so that silence could never last / hint: leave a part, such as 1%, that is never told'],
    ['a judgement without its reason', 'from: [judgement], note: A guess. }\n  from', 'from: [judgement] }\n  from', '15:53 missing-key: “judgement” needs its reason / hint: add “note:” with a sentence on why this number'],
    ['a judgement of it all without its reason', '  from: [study-2020]\n  days', '  from: [judgement]\n  days', '16:9 missing-key: “judgement” needs its reason / hint: add “note:” with a sentence on why this number'],
    ['days of a judgement without its reason', 'no-reply: 14, from: [judgement], note: A guess. }', 'no-reply: 14, from: [judgement] }', '20:50 missing-key: “judgement” needs its reason / hint: add “note:” with a sentence on why this number'],
    ['half days', '{ waiting: 3,', '{ waiting: 2.5,', '20:27 wrong-shape: “waiting” cannot be “2.5” / hint: write a whole number of days'],
    ['a ratio outside its range', 'range: [1.1, 2]', 'range: [9, 1]', '19:40 out-of-range: 1.4 lies outside its own range / hint: the range goes from the lowest to the highest value and holds the value'],
    ['a ratio below its range', 'range: [1.1, 2]', 'range: [1.5, 2]', '19:40 out-of-range: 1.4 lies outside its own range / hint: the range goes from the lowest to the highest value and holds the value'],
    ['a ratio above its range', 'range: [1.1, 2]', 'range: [1.1, 1.3]', '19:40 out-of-range: 1.4 lies outside its own range / hint: the range goes from the lowest to the highest value and holds the value'],
    ['an exception with a misspelt answer', 'unless: { arrival: late }\n      speaks: for\n      of', 'unless: { arrival: lat }\n      speaks: for\n      of', '23:26 unknown-option: “lat” is no answer to “arrival” / hint: did you mean “late”?'],
    ['a misspelt group', 'group: kind\n      because: They called.', 'group: knid\n      because: They called.\n    - { when: { format: in-person }, speaks: for, of: slow, group: kind, because: They met you. }\n    - { when: { arrival: late }, speaks: for, of: slow, group: kind, because: You came late. }', '26:14 wrong-id: no other sign is in the group “knid” / hint: did you mean “kind”? if not, take the group out'],
    ['a ratio that helps', 'ratio: 1.4', 'ratio: 0.5', '19:28 out-of-range: “ratio” cannot be “0.5” / hint: write at least 1'],
  ])('cannot have %s', (_what, from, to, problem) => {
    const place = /^\d+/.exec(problem)?.[0] ?? '';
    expect(told(edited('pack.yaml', from, to, files))).toEqual([`pack.yaml:${start + Number(place)}${problem.slice(place.length)}`]);
  });

  test.each(['[1.4, 2]', '[1.1, 1.4]'])('may hold a ratio at an end of its range: %s', range => {
    expect(told(edited('pack.yaml', '[1.1, 2]', range, files))).toEqual([]);
  });

  test('gives the reason of all times in one note', () => {
    const noted = edited('pack.yaml', 'from: [judgement], note: A guess. }\n  from: [study-2020]\n', 'from: [judgement] }\n  from: [study-2020]\n  note: A guess.\n', files);
    expect(told(noted)).toEqual([]);
  });

  test.each([['undecided', 'silence/undecided.yaml'], ['never-told', 'silence/untold.yaml']])('needs a cause of silence by %s', (state, file) => {
    expect(told(new Map([...files].filter(([each]) => each !== file)))).toEqual([
      `pack.yaml:${start}:1 unknown-cause: no cause explains silence by the state “${state}” / hint: add one with “explains: silence” and “silence: { state: ${state}, … }”, or take “waiting:” out`,
    ]);
    expect(told(edited(file, 'title: You', 'titel: You', files))).toHaveLength(1);
  });

  test('is not blamed for the questions of a file that cannot be read', () => {
    expect(told(edited('questions/ending.yaml', 'title: How', 'titel: How', files))).toEqual(['questions/ending.yaml:2:1 unknown-key: “titel” is no part of a questions file / hint: did you mean “title”?']);
  });
});
