import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/base/problem.ts';
import { coreFiles } from './coreFiles.ts';
import { edited, problemsOf } from './reading.ts';

const late = 'rules/interview/late.yaml';
/** The core pack with no cause of a no but this one. */
const files = new Map([...coreFiles].filter(([file]) => file === late || /\/(?:questions\/|silence\/|pack|sources)/.test(file)));

/** A slip, how many lines below it its author is led, and what is read there, printed as if in line 99, so that the file may grow. */
type Slip = readonly [slip: string, from: string, to: string, linesBelow: number, message: readonly string[]];

const slips: readonly Slip[] = [
  ['a misspelt key', 'because: You came after', 'becuase: You came after', 0, [
    ':99:5 unknown-key: “becuase” is no part of “signs”',
    '  99 |     becuase: You came after the agreed time.',
    '     |     ^^^^^^^',
    '  hint: did you mean “because”?',
  ]],
  ['a key that says nothing', 'scope: interview', 'scope: interview\npriority: high', 1, [
    ':99:1 unknown-key: “priority” is no part of a cause',
    '  99 | priority: high',
    '     | ^^^^^^^^',
    '  hint: take it out, or use one of: part-of, silence',
  ]],
  ['a missing key', 'id: late\ntitle: You arrived late\n', 'id: late\n', 0, [
    ':99:1 missing-key: “title” is missing',
    '  99 | id: late',
    '     | ^^^^^^^^',
    '  hint: add “title:”; write a text',
  ]],
  ['a misspelt question', 'when: { arrival: late }', 'when: { arival: late }', 0, [
    ':99:13 unknown-question: no question is called “arival”',
    '  99 |   - when: { arival: late }',
    '     |             ^^^^^^',
    '  hint: did you mean “arrival”?',
  ]],
  ['a no-break space', 'control: you', 'control: you\u00a0', 0, [
    ':99:10 wrong-shape: “control” cannot be “you\u00a0”',
    '  99 | control: you\u00a0',
    '     |          ^^^^',
    '  hint: did you mean “you”? There is a no-break space (U+00A0) in what you wrote',
  ]],
  ['no space after a colon', 'when: { arrival: late }', 'when: { arrival:late }', 0, [
    ':99:13 unknown-question: no question is called “arrival:late”',
    '  99 |   - when: { arrival:late }',
    '     |             ^^^^^^^^^^^^',
    '  hint: write a space after the colon',
  ]],
  ['a misspelt answer', '[very-early, early, on-time]', '[very-early, early, in-time]', 0, [
    ':99:42 unknown-option: “in-time” is no answer to “arrival”',
    '  99 |   - when: { arrival: [very-early, early, in-time] }',
    '     |                                          ^^^^^^^',
    '  hint: did you mean “on-time”?',
  ]],
  ['“true” for yes', 'if: { warned-ahead: yes }', 'if: { warned-ahead: true }', 0, [
    ':99:27 unknown-option: “true” is no answer to “warned-ahead”',
    '  99 |     - if: { warned-ahead: true }',
    '     |                           ^^^^',
    '  hint: write yes',
  ]],
  ['a misspelt comparison', 'at-least: 15', 'at-lest: 15', 0, [
    ':99:29 unknown-key: “at-lest” is no comparison',
    '  99 |     - if: { minutes-late: { at-lest: 15 }, warned-ahead: no }',
    '     |                             ^^^^^^^',
    '  hint: did you mean “at-least”?',
  ]],
  ['a number out of reach', 'at-least: 15', 'at-least: 1500', 0, [
    ':99:39 out-of-range: “minutes-late” goes from 1 to 240, so 1500 is never reached',
    '  99 |     - if: { minutes-late: { at-least: 1500 }, warned-ahead: no }',
    '     |                                       ^^^^',
    '  hint: compare with a number inside',
  ]],
  ['a misspelt source', 'harris-2024, only', 'haris-2024, only', 0, [
    ':99:25 unknown-source: no source is called “haris-2024”',
    '  99 |   from: [linkedin-2024, haris-2024, onlymarketingjobs-2012]',
    '     |                         ^^^^^^^^^^',
    '  hint: did you mean “harris-2024”?',
  ]],
  ['a claim that no article makes', 'claims: [A12, D7]', 'claims: [X12, D7]', 0, [
    ':99:14 unknown-claim: no article makes a claim X12',
    '  99 |     claims: [X12, D7]',
    '     |              ^^^',
    '  hint: did you mean “A12”?',
  ]],
  ['a misspelt strength of a sign', 'speaks: slightly for', 'speaks: slighly for', 0, [
    ':99:13 wrong-shape: “speaks” cannot be “slighly for”',
    '  99 |     speaks: slighly for',
    '     |             ^^^^^^^^^^^',
    '  hint: did you mean “slightly for”?',
  ]],
  ['a share without its sign', 'value: 45%', 'value: 45', 0, [
    ':99:14 wrong-shape: “value” cannot be “45”',
    '  99 |       value: 45',
    '     |              ^^',
    '  hint: write a percentage, such as 5%',
  ]],
  ['a value outside its range', 'usually: 25%', 'usually: 60%', 1, [
    ':99:10 out-of-range: 60% lies outside its own range',
    '  99 |   range: [10%, 50%]',
    '     |          ^^^^^^^^^^',
    '  hint: the range goes from the lowest to the highest value and holds the value',
  ]],
  ['an effort that there is not', 'effort: minutes', 'effort: an hour', 0, [
    ':99:13 wrong-shape: “effort” cannot be “an hour”',
    '  99 |     effort: an hour',
    '     |             ^^^^^^^',
    '  hint: one of: minutes, evening, weekend, weeks',
  ]],
  ['an example that expects what there is not', 'expect: { minor: late }', 'expect: { minor: lat }', 0, [
    ':99:22 unknown-cause: nothing in this pack is called “lat”',
    '  99 |     expect: { minor: lat }',
    '     |                      ^^^',
    '  hint: did you mean “late”?',
  ]],
  ['an id that is not the name of the file', 'id: late\n', 'id: lateness\n', 0, [
    ':99:5 wrong-id: the file is called “late” and the cause “lateness”',
    '  99 | id: lateness',
    '     |     ^^^^^^^^',
    '  hint: give both the same name',
  ]],
  ['a cause of silence without its share', 'explains: no', 'explains: [no, silence]', -3, [
    ':99:1 missing-key: “silence” is missing',
    '  99 | id: late',
    '     | ^^^^^^^^',
    '  hint: a cause of hearing nothing needs its share of silence',
  ]],
  ['a colon in a sentence', 'because: You came after', 'because: Note: you came after', 0, [
    ':99:14 yaml-syntax: there is more than one “key: value” on this line',
    '  99 |     because: Note: you came after the agreed time.',
    '     |              ^',
    '  hint: if a text holds a colon, put the text in quotes; otherwise give each key its own line',
  ]],
  ['a colon left out', 'control: you', 'control you', 0, [
    ':99:1 yaml-syntax: there is no “key: value” on this line',
    '  99 | control you',
    '     | ^^^^^^^^^^^',
    '  hint: write a colon and a space after the key; a text that goes on here is indented further',
  ]],
  ['a quote that is not closed', 'because: You came after', 'because: "You came after', 0, [
    ':99:14 yaml-syntax: this " is never closed',
    '  99 |     because: "You came after the agreed time.',
    '     |              ^',
    '  hint: add " where the text ends',
  ]],
  ['a brace that is not closed', 'when: { arrival: late }', 'when: { arrival: late', 0, [
    ':99:11 yaml-syntax: this { is never closed',
    '  99 |   - when: { arrival: late',
    '     |           ^',
    '  hint: add } where it ends',
  ]],
  ['a tab for an indent', '    keep: yes', '\tkeep: yes', 0, [
    ':99:1 yaml-syntax: this line is indented with a tab',
    '  99 |  keep: yes',
    '     | ^',
    '  hint: use spaces',
  ]],
  ['a space too few', '    keep: yes', '   keep: yes', 0, [
    ':99:1 yaml-syntax: this line is not indented like its neighbours',
    '  99 |    keep: yes',
    '     | ^',
    '  hint: use two more spaces for each level, the same for all lines of a level; check that brackets and quotes are closed',
  ]],
  ['a space too many', '    keep: yes', '     keep: yes', -1, [
    ':99:14 yaml-syntax: the line below is indented further, as if it belonged to this text',
    '  99 |     because: You were there at the agreed time.',
    '     |              ^',
    '  hint: take out the spaces too many; if it does belong to the text, put the text in quotes',
  ]],
];

function lineOfChange(from: string): number {
  const text = coreFiles.get(late) ?? '';
  return text.slice(0, text.indexOf(from)).split('\n').length;
}

describe('a slip in a cause file is shown at its line and column, with the line, a caret and a hint', () => {
  test.each(slips)('%s', (_slip, from, to, linesBelow, message) => {
    const [problem, ...others] = problemsOf(edited(late, from, to, files));
    expect(others).toEqual([]);
    if (!problem?.at) throw new Error('nothing is told');
    expect(problem.at.line).toBe(lineOfChange(from) + linesBelow);
    expect(formatProblem({ ...problem, at: { ...problem.at, line: 99 } })).toBe(`${late}${message.join('\n')}`);
  });
});
