import { describe, expect, test } from 'vitest';
import { minimalPack } from './minimalPack.ts';
import { edited, told, withFile } from './reading.ts';

type Slip = readonly [slip: string, file: string, from: string, to: string, problem: string, hint: string];

const late = 'interview/late.yaml';
const asked = 'questions/interview.yaml';
const ending = 'questions/ending.yaml';
const condition = '{ arrival: late }\n    speaks';
const pattern = 'an id is written in small letters, digits and single hyphens';
const percent = 'write a percentage from 0% to 100%, such as 5% or 0.5%';
const aboveOnly = 'a question can depend only on those above it and in earlier sections';

function conditionSlip(slip: string, to: string, problem: string, hint: string): Slip {
  return [slip, late, condition, `${to}\n    speaks`, `${late}:${problem}`, hint];
}

const words: readonly Slip[] = [
  ['“true” for yes', late, 'keep: yes', 'keep: true', `${late}:28:11 wrong-shape: “keep” cannot be “true”`, 'write yes or no'],
  ['“on” for yes', late, 'keep: yes', 'keep: on', `${late}:28:11 wrong-shape: “keep” cannot be “on”`, 'write yes or no'],
  ['“tRue” for yes', late, 'keep: yes', 'keep: tRue', `${late}:28:11 wrong-shape: “keep” cannot be “tRue”`, 'write yes or no'],
  ['a key that is nearly two others', late, 'absent: late }', 'usupported: late }', `${late}:55:15 unknown-key: “usupported” is no part of “expect”`, 'did you mean “unsupported”?'],
  ['a misspelt word in a list of them', late, 'explains: no', 'explains: [no, silense]', `${late}:4:16 wrong-shape: “explains” cannot be “silense”`, 'did you mean “silence”?'],
  ['a word of several lines', late, 'control: you', 'control: |\n  you\n  them', `${late}:3:10 wrong-shape: “control” cannot be “you them”`, 'one of: you, fit, them'],
  ['“true” for yes in a condition', late, 'if: { warned-ahead: yes }', 'if: { warned-ahead: true }', `${late}:16:27 unknown-option: “true” is no answer to “warned-ahead”`, 'write yes'],
  ['“False” for no in a condition', late, 'if: { warned-ahead: yes }', 'if: { warned-ahead: False }', `${late}:16:27 unknown-option: “false” is no answer to “warned-ahead”`, 'write no'],
  ['a cause called like a method', late, 'id: late', 'id: toString', `${late}:1:5 wrong-shape: “id” cannot be “toString”`, pattern],
  ['a cause called __proto__', late, 'id: late', 'id: __proto__', `${late}:1:5 wrong-shape: “id” cannot be “__proto__”`, pattern],
  ['an option with letters that are not ASCII', asked, 'id: too-fast', 'id: zu-schnell-für-alle', `${asked}:41:15 wrong-shape: “id” cannot be “zu-schnell-für-alle”`, pattern],
  ['a misspelt kind of question', asked, 'kind: several-of', 'kind: severalof', `${asked}:37:11 wrong-shape: “severalof” is no kind of question`, 'did you mean “several-of”?'],
  ['a kind of question that there is not', asked, 'kind: several-of', 'kind: scale', `${asked}:37:11 wrong-shape: “scale” is no kind of question`, 'one of: one-of, several-of, yes-no, number, date'],
  ['a key that says nothing', late, 'scope: interview', 'scope: interview\npriority: high', `${late}:6:1 unknown-key: “priority” is no part of a cause`, 'take it out, or use one of: part-of, silence, explore, named'],
  ['a key too many where all are used', asked, 'typical: 30% }', 'typical: 30%, weight: 3 }', `${asked}:8:54 unknown-key: “weight” is no part of “options”`, 'take it out'],
  ['a format of tomorrow', 'pack.yaml', 'format: 1', 'format: 2', 'pack.yaml:1:9 unsupported-format: “format” cannot be “2”', 'this version of afterview reads format 1'],
  ['a format in quotes', 'pack.yaml', 'format: 1', 'format: "1"', 'pack.yaml:1:9 unsupported-format: “format” cannot be “1”', 'this version of afterview reads format 1'],
  ['no format', 'pack.yaml', 'format: 1\n', '', 'pack.yaml:1:1 missing-key: “format” is missing', 'add “format:”; this version of afterview reads format 1'],
];

const numbers: readonly Slip[] = [
  ['a share without its sign', late, 'value: 5%', 'value: 0.05', `${late}:7:10 wrong-shape: “value” cannot be “0.05”`, 'write a percentage, such as 5%'],
  ['a share below none', late, 'value: 5%', 'value: -5%', `${late}:7:10 wrong-shape: “value” cannot be “-5%”`, percent],
  ['a share above all', late, 'value: 5%', 'value: 105%', `${late}:7:10 wrong-shape: “value” cannot be “105%”`, percent],
  ['a bound with a fraction', asked, 'to: 240', 'to: 240.5', `${asked}:24:9 wrong-shape: “to” cannot be “240.5”`, 'write a whole number'],
  ['a bound in quotes', asked, 'to: 240', 'to: "240"', `${asked}:24:9 wrong-shape: “to” cannot be “240”`, 'write a whole number'],
  ['a bound that looks like a time', asked, 'to: 240', 'to: 4:00', `${asked}:24:9 wrong-shape: “to” cannot be “4:00”`, 'write a whole number'],
  ['a bound with an underscore', asked, 'to: 240', 'to: 1_000', `${asked}:24:9 wrong-shape: “to” cannot be “1_000”`, 'write a whole number'],
  ['a bound without end', asked, 'to: 240', 'to: .inf', `${asked}:24:9 out-of-range: this number cannot be used`, 'write an ordinary number'],
  ['no standing at all', 'pack.yaml', '\n    - { stops: 80%, weight: 10% }\n    - { stops: 0%, weight: 90% }', ' []', 'pack.yaml:11:11 out-of-range: “levels” cannot be an empty list', 'give at least 1'],
  ['luck that decides all', 'pack.yaml', 'value: 4%\n  range: [2%, 12%]', 'value: 100%\n  range: [2%, 100%]', 'pack.yaml:7:10 out-of-range: luck can never be nothing, nor everything', 'write a number between 0% and 100%, such as 3%'],
  ['a base rate that no answer could change', late, '5%\n  range: [2%', '0%\n  range: [0%', `${late}:7:10 out-of-range: a base rate of 0% or 100% could never be changed by an answer`, 'write a number between, such as 0.5%'],
  ['a case of a base rate that no answer could change', late, '\nstrength:', '\n  when:\n    - { if: { format: phone }, value: 100%, from: [study-2020] }\nstrength:',
    `${late}:11:39 out-of-range: a base rate of 0% or 100% could never be changed by an answer`, 'write a number between, such as 0.5%'],
];

const comparisons: readonly Slip[] = [
  ['a misspelt comparison', late, 'at-least: 15', 'atleast: 15', `${late}:29:29 unknown-key: “atleast” is no comparison`, 'did you mean “at-least”?'],
  ['a comparison that there is not', late, 'at-least: 15', 'gte: 15', `${late}:29:29 unknown-key: “gte” is no comparison`, 'one of: at-least, at-most, more-than, less-than'],
  ['a number compared with a word', late, '{ at-least: 15 }', 'long', `${late}:29:27 wrong-comparison: “minutes-late” is a number of minutes`, 'write a number, or compare it: { at-least: 3 }'],
  ['a number in quotes', late, 'at-least: 15', 'at-least: "15"', `${late}:29:39 wrong-comparison: “at-least” takes a number`, 'write a number without quotes or unit'],
  ['a number that is never reached', late, 'at-least: 15', 'at-least: 241', `${late}:29:39 out-of-range: “minutes-late” goes from 1 to 240, so 241 is never reached`, 'compare with a number inside'],
  ['more options than there are', 'beliefs.yaml', 'at-least: 1', 'at-least: 4', 'beliefs.yaml:3:31 out-of-range: “nerves” goes from 0 to 3, so 4 is never reached', 'compare with a number inside'],
  ['bounds that exclude each other', late, 'at-least: 15', 'at-least: 15, at-most: 14', `${late}:29:27 out-of-range: no whole number is in these bounds, so this never holds`, 'make the upper bound larger than the lower one'],
  ['bounds with no whole number between', late, 'at-least: 15', 'more-than: 15, less-than: 16', `${late}:29:27 out-of-range: no whole number is in these bounds, so this never holds`, 'make the upper bound larger than the lower one'],
  ['an exact number that is no whole one', late, '{ at-least: 15 }', '15.5', `${late}:29:27 out-of-range: answers are whole numbers, so 15.5 never holds`, 'write a whole number, or compare it: { at-least: 3 }'],
  ['an exact number that is never reached', late, '{ at-least: 15 }', '0', `${late}:29:27 out-of-range: “minutes-late” goes from 1 to 240, so 0 is never reached`, 'compare with a number inside'],
  ['a number just past the last', late, 'at-least: 15', 'at-most: 0', `${late}:29:38 out-of-range: “minutes-late” goes from 1 to 240, so 0 is never reached`, 'compare with a number inside'],
  ['an exact number past the last', late, '{ at-least: 15 }', '241', `${late}:29:27 out-of-range: “minutes-late” goes from 1 to 240, so 241 is never reached`, 'compare with a number inside'],
  ['a yes compared like a number', late, 'if: { warned-ahead: yes }', 'if: { warned-ahead: { at-least: 1 } }', `${late}:16:27 wrong-comparison: “warned-ahead” has answers to choose from and is no number`, 'name the answer: one of yes, no'],
  ['a comparison with nothing', late, '{ at-least: 15 }', '{}', `${late}:29:27 wrong-shape: there is nothing to compare with`, 'write { at-least: 3 }'],
  ['“none” beside other answers', 'beliefs.yaml', '{ at-least: 1 }', '[blank, none]', 'beliefs.yaml:3:27 wrong-shape: “none” says that nothing was chosen, so it stands alone', 'write a list of two conditions: one with “none”, one with the others'],
];

const conditions: readonly Slip[] = [
  conditionSlip('a question that does not exist', '{ arival: late }', '22:13 unknown-question: no question is called “arival”', 'did you mean “arrival”?'),
  conditionSlip('a question that does not exist, deep inside', '{ any: [{ not: { all: [{ arival: late }] } }, { format: phone }] }', '22:36 unknown-question: no question is called “arival”', 'did you mean “arrival”?'),
  conditionSlip('a colon without a space', '{ arrival:late }', '22:13 unknown-question: no question is called “arrival:late”', 'write a space after the colon'),
  conditionSlip('“true” where no yes is asked for', '{ arrival: true }', '22:22 unknown-option: “true” is no answer to “arrival”', 'one of: early, on-time, late'),
  conditionSlip('a word where yes or no is asked for', '{ warned-ahead: maybe }', '22:27 unknown-option: “maybe” is no answer to “warned-ahead”', 'one of: yes, no'),
  conditionSlip('a misspelt “none”', '{ nerves: nonee }', '22:21 unknown-option: “nonee” is no answer to “nerves”', 'did you mean “none”?'),
  conditionSlip('a misspelt “not”', '{ nott: { arrival: late } }', '22:13 unknown-question: no question is called “nott”', 'did you mean “not”?'),
  conditionSlip('a misspelt “all”', '{ al: [{ arrival: late }] }', '22:13 unknown-question: no question is called “al”', 'did you mean “all”?'),
  conditionSlip('an answer that is no option', '{ arrival: tardy }', '22:22 unknown-option: “tardy” is no answer to “arrival”', 'one of: early, on-time, late'),
  conditionSlip('a map for an answer', '{ arrival: [{ late: yes }] }', '22:23 unknown-option: a map is no answer to “arrival”', 'one of: early, on-time, late'),
  conditionSlip('“none” where one must be chosen', '{ arrival: none }', '22:22 unknown-option: “none” is no answer to “arrival”', 'one of: early, on-time, late'),
  conditionSlip('words compared like numbers', '{ arrival: { at-least: 1 } }', '22:22 wrong-comparison: “arrival” has answers to choose from and is no number', 'name the answer: one of early, on-time, late'),
  conditionSlip('a date', '{ interview-date: 2026-11-01 }', '22:29 wrong-comparison: “interview-date” is a date, which a condition cannot compare', 'use the question that counts the days from it'),
  conditionSlip('an empty “all”', '{ all: [] }', '22:18 wrong-shape: an empty “all” says nothing', 'give it conditions, or take it out'),
  conditionSlip('an empty “any”', '{ any: [] }', '22:18 wrong-shape: an empty “any” says nothing', 'give it conditions, or take it out'),
  conditionSlip('an empty list', '[]', '22:11 wrong-shape: an empty “any” says nothing', 'give it conditions, or take it out'),
  conditionSlip('an empty map', '{}', '22:11 wrong-shape: this condition is empty and would always hold', 'name a question and an answer, or take the condition out'),
  conditionSlip('an empty list of answers', '{ arrival: [] }', '22:22 wrong-shape: an empty list of answers never holds', 'name the answers that should hold'),
  conditionSlip('“all” of a map', '{ all: { arrival: late } }', '22:18 wrong-shape: “all:” takes a list of conditions', 'start each one with a dash'),
  conditionSlip('a word in a list of conditions', '[{ format: phone }, late]', '22:31 wrong-shape: a condition is a map or a list of maps', 'write { question: answer }'),
  conditionSlip('a sentence', 'arrival = late', '22:11 wrong-shape: “when” cannot be “arrival = late”', 'a condition is a map such as { arrival: late }, or a list of maps'),
  conditionSlip('twenty-two times “not”', `${'{ not: '.repeat(22)}{ arrival: late }${' }'.repeat(22)}`, '22:165 too-deep: this is nested more than 24 levels deep', 'no rule file needs that; look for a bracket that is not closed'),
  conditionSlip('two answers to a question that takes one', '{ all: [{ arrival: late }, { arrival: early }] }', '22:18 wrong-comparison: two of these exclude each other, so this never holds', 'take one of them out, or write “any:” where one is enough'),
  conditionSlip('a condition and its opposite', '{ arrival: late, not: { arrival: late } }', '22:11 wrong-comparison: two of these exclude each other, so this never holds', 'take one of them out, or write “any:” where one is enough'),
  ['an exception that takes all', late, 'unless: { warned-ahead: yes }\n    speaks', 'unless: { minutes-late: { at-least: 15 } }\n    speaks', `${late}:30:5 same-condition: “unless” says the same as “when”, so this sign never shows`, 'take “unless:” out, or name the exception'],
  ['the condition of another sign', late, '[early, on-time]', '[late]', `${late}:25:5 same-condition: another sign has the same condition`, 'the first is in line 22: keep one of them'],
  ['a question that hangs on a later one', asked, 'ask-if: { arrival: late }', 'ask-if: { nerves: blank }', `${asked}:25:15 wrong-order: “nerves” is not asked before this`, aboveOnly],
  ['a question that hangs on itself', asked, 'ask-if: { arrival: late }', 'ask-if: { minutes-late: 5 }', `${asked}:25:15 wrong-order: “minutes-late” is not asked before this`, aboveOnly],
  ['days counted from what is no date', ending, 'counts-days-from: interview-date', 'counts-days-from: outcome', `${ending}:21:23 unknown-question: no date asked before this is called “outcome”`, 'one of: interview-date'],
];

const texts: readonly Slip[] = [
  ['no reason why', late, 'why: They may read it as poor planning.', 'why: ""', `${late}:20:6 out-of-range: “why” cannot be “”`, 'write a text; this one is empty'],
  ['no source', late, 'from: [study-2020]\nstrength', 'from: []\nstrength', `${late}:9:9 out-of-range: “from” cannot be an empty list`, 'name at least one source, or judgement'],
  ['a name to be filled in', late, "say: I'm sorry that", "say: Dear [name], I'm sorry that", `${late}:39:10 wrong-shape: “say” cannot be “Dear [name], I'm sorry that I kept you w…”`, 'there is a placeholder left in this text'],
  ['braces to be filled in', late, 'do: Say that it was on you.', 'do: Say {{that}}.', `${late}:38:9 wrong-shape: “do” cannot be “Say {{that}}.”`, 'there is a placeholder left in this text'],
  ['a text to be written', late, 'do: Say that it was on you.', 'do: TODO', `${late}:38:9 wrong-shape: “do” cannot be “TODO”`, 'there is a placeholder left in this text'],
  ['a text that nobody reads to its end', late, 'do: Say that it was on you.', `do: ${'word '.repeat(400)}`, `${late}:38:9 out-of-range: “do” cannot be “word word word word word word word word …”`, 'this text is too long: 1500 letters at most'],
  ['a link that runs code', late, 'why: They', 'why: "[They](javascript:alert(1))" #', `${late}:20:6 wrong-shape: “why” cannot be “[They](javascript:alert(1))”`, 'a text cannot hold a “javascript:” link'],
  ['a source that runs code', 'sources.yaml', 'https://example.org/study', 'javascript:alert(1)', 'sources.yaml:6:8 wrong-shape: “url” cannot be “javascript:alert(1)”', 'a url starts with https:// or http://'],
  ['a single example', late, '  - name: on time\n    answers: { outcome: rejected, arrival: on-time }\n    expect: { absent: late }\n', '', `${late}:50:3 out-of-range: “examples” cannot be a list`, 'a cause needs at least two examples'],
];

const strayWords = "say: I'm sorry that I kept you waiting.";
const so = (count: number): string => Array.from({ length: count }, () => 'so').join(' ');
const waiting = `waiting:
  types: [{ id: firm, title: A firm, weight: 100%, advance: 30%, told-no: 30%, time-to-yes: { median: 3, sigma: 1, from: [study-2020] }, time-to-no: { median: 8, sigma: 1, from: [study-2020] } }]
  from: [study-2020]
  days-since: days-ago
  when-unsaid: { waiting: 3, no-reply: 14, from: [study-2020] }
contradictions:`;

function waitingSlip(slip: string, from: string, to: string, problem: string, hint: string): Slip {
  if (!waiting.includes(from)) throw new Error(from);
  return [slip, 'pack.yaml', 'contradictions:', waiting.replace(from, to), `pack.yaml:${problem}`, hint];
}

const shapes: readonly Slip[] = [
  ['a number for an id', late, 'id: late', 'id: 7', `${late}:1:5 wrong-shape: “id” cannot be “7”`, 'write a short id'],
  ['an id of 61 letters', late, 'id: late', `id: ${'x'.repeat(61)}`, `${late}:1:5 out-of-range: “id” cannot be “${'x'.repeat(40)}…”`, 'an id has at most 60 letters'],
  ['a map for a text', late, 'title: You arrived late', 'title: { a: b }', `${late}:2:8 wrong-shape: “title” cannot be a map`, 'write a text'],
  ['a list of one word', late, 'control: you', 'control: [you]', `${late}:3:10 wrong-shape: “control” cannot be a list`, 'write one of: you, fit, them'],
  ['a map for what is explained', late, 'explains: no', 'explains: { no: yes }', `${late}:4:11 wrong-shape: “explains” cannot be a map`, 'write no, silence, or [no, silence]'],
  ['nothing explained', late, 'explains: no', 'explains: []', `${late}:4:11 out-of-range: “explains” cannot be an empty list`, 'give at least 1'],
  ['no case of a number', late, '  when:\n    - if: { warned-ahead: yes }\n      value: 12%\n      from: [study-2020]\n', '  when: []\n', `${late}:15:9 out-of-range: “when” cannot be an empty list`, 'leave `when` out, or give it a case'],
  ['a claim that is no list', late, 'claims: [A1]\nwhy', 'claims: A1\nwhy', `${late}:19:9 wrong-shape: “claims” cannot be “A1”`, 'write a list of claims, such as [A10]'],
  ['a claim the wrong way round', late, 'claims: [A1]\nwhy', 'claims: [1A]\nwhy', `${late}:19:10 wrong-shape: “claims” cannot be “1A”`, 'a claim is a letter and a number, such as A10'],
  ['a claim of a number alone', late, 'claims: [A1]\nwhy', 'claims: [1]\nwhy', `${late}:19:10 wrong-shape: “claims” cannot be “1”`, 'a claim is a letter and a number, such as A10'],
  ['a number for words to send', late, strayWords, 'say: 7', `${late}:39:10 wrong-shape: “say” cannot be “7”`, 'words to send are a text, or a list of passages'],
  ['no passage', late, strayWords, 'say: []', `${late}:39:10 out-of-range: “say” cannot be an empty list`, 'give it a passage, or take it out'],
  ['a number for a passage', late, strayWords, 'say: [7]', `${late}:39:11 wrong-shape: “say” cannot be “7”`, 'a passage is a text, or { when: …, words: … }'],
  ['121 words to send', late, strayWords, `say: ${so(121)}`, `${late}:39:10 wrong-shape: “say” cannot be “${so(13)} s…”`, 'words to send are 120 at most'],
  ['121 words in two passages', late, strayWords, `say: [${so(60)}, { words: ${so(61)} }]`, `${late}:39:10 wrong-shape: “say” cannot be a list`, 'words to send are 120 at most'],
  ['no sign', late, /signs:[^]*?(?=fixes)/.exec(minimalPack.get(late) ?? '')?.[0] ?? '', 'signs: []\n', `${late}:21:8 out-of-range: “signs” cannot be an empty list`, 'a cause needs at least one sign'],
  ['no fix', late, /fixes:[^]*?(?=examples)/.exec(minimalPack.get(late) ?? '')?.[0] ?? '', 'fixes: []\n', `${late}:34:8 out-of-range: “fixes” cannot be an empty list`, 'a cause needs at least one fix'],
  ['a map for an answer of an example', late, 'rejected, arrival: late', 'rejected, arrival: { late: yes }', `${late}:51:44 wrong-shape: “arrival” cannot be a map`, 'an answer is a word, a number or a list of words'],
  ['a list for the answers of an example', late, '{ outcome: rejected, arrival: late }', '[late]', `${late}:51:14 wrong-shape: “answers” cannot be a list`, 'write the answers as { question: answer }'],
  ['a map for what is expected', late, 'absent: late', 'absent: { late: yes }', `${late}:55:23 wrong-shape: “absent” cannot be a map`, 'write an id, or a list of ids'],
  ['nothing expected', late, 'absent: late', 'absent: []', `${late}:55:23 out-of-range: “absent” cannot be an empty list`, 'give at least 1'],
  ['one option', ending, /\n {6}- \{ id: advanced.*/.exec(minimalPack.get(ending) ?? '')?.[0] ?? '', '', `${ending}:8:7 out-of-range: “options” cannot be a list`, 'give two options or more'],
  ['no section', 'pack.yaml', '[ending, interview]', '[]', 'pack.yaml:5:11 out-of-range: “sections” cannot be an empty list', 'name the sections of questions in the order in which they are asked'],
  ['a version of two numbers', 'pack.yaml', '1.0.0', '1.5', 'pack.yaml:3:10 wrong-shape: “version” cannot be “1.5”', 'a version is three numbers: 1.0.0'],
  ['a version with a letter', 'pack.yaml', '1.0.0', 'v1.0.0', 'pack.yaml:3:10 wrong-shape: “version” cannot be “v1.0.0”', 'a version is three numbers: 1.0.0'],
  ['a map for a range', 'pack.yaml', '[2%, 12%]', '{ from: 2% }', 'pack.yaml:8:10 wrong-shape: “range” cannot be a map', 'write the lowest and the highest value: [2%, 10%]'],
  ['a message without a place', 'pack.yaml', 'contradictions:', 'messages:\n  after-a-no: []\ncontradictions:', 'pack.yaml:16:15 out-of-range: “after-a-no” cannot be an empty list', 'a message needs a place'],
  ['a belief without an example', 'beliefs.yaml', /examples:[^]*/.exec(minimalPack.get('beliefs.yaml') ?? '')?.[0] ?? '', 'examples: []', 'beliefs.yaml:7:13 out-of-range: “examples” cannot be an empty list', 'a belief needs at least one example'],
  ['a year of two digits', 'sources.yaml', 'year: 2020', 'year: 20', 'sources.yaml:5:9 out-of-range: “year” cannot be “20”', 'write the year as 2017'],
  ['a year of five digits', 'sources.yaml', 'year: 2020', 'year: 20200', 'sources.yaml:5:9 out-of-range: “year” cannot be “20200”', 'write the year as 2017'],
  waitingSlip('a spread beyond all bounds', 'sigma: 1,', 'sigma: 4,', '16:113 out-of-range: “sigma” cannot be “4”', 'sigma is the spread of the logarithm, 3 at most'),
  waitingSlip('a time of more than two years', 'median: 8,', 'median: 731,', '16:160 out-of-range: “median” cannot be “731”', 'a time is 730 days at most'),
  waitingSlip('no type of employer', /\[\{ id: firm.*/.exec(waiting)?.[0] ?? '', '[]', '16:10 out-of-range: “types” cannot be an empty list', 'give at least one type of employer'),
];

describe.each([['words', words], ['shapes', shapes], ['numbers', numbers], ['comparisons', comparisons], ['conditions', conditions], ['texts', texts]])('%s of the wrong shape are told where they stand', (_kind, slips) => {
  test.each(slips)('%s', (_slip, file, from, to, problem, hint) => {
    expect(told(edited(file, from, to))).toEqual([`${problem} / hint: ${hint}`]);
  });
});

test.each([
  ['a text for a cause', late, 'You came late.', `${late}:1:1 wrong-shape: a cause cannot be “You came late.” / hint: write keys and values, each as “key: value”`],
  ['a number for a cause', late, '5', `${late}:1:1 wrong-shape: a cause cannot be “5” / hint: write keys and values, each as “key: value”`],
  ['a map for a list', 'beliefs.yaml', 'id: it-was-the-nerves', 'beliefs.yaml:1:1 wrong-shape: beliefs.yaml cannot be a map / hint: write a list of beliefs, each starting with “- id:”'],
])('%s is told at the start of the file', (_what, file, text, problem) => {
  expect(told(withFile(file, text))).toEqual([problem]);
});

test('a condition that cannot be read is not told to exclude its opposite', () => {
  expect(told(edited(late, condition, '{ not: { arrival: lat }, any: [{ arrival: lat }] }\n    speaks'))).toHaveLength(2);
});

test('words to send are 120 at most, with an id of 60 letters and a list of items', () => {
  expect(told(edited(late, strayWords, `say: ${so(120)}`))).toEqual([]);
  const id = 'x'.repeat(60);
  expect(told(edited(late, 'id: late', `id: ${id}`))).toEqual([`${late}:1:5 wrong-id: the file is called “late” and the cause “${id}” / hint: give both the same name`]);
  expect(told(edited(late, 'examples:\n', 'examples: some\nx:\n'))[0]).toBe(`${late}:49:11 wrong-shape: “examples” cannot be “some” / hint: write a list: each item on a line of its own, after a dash`);
});

test('markup in a text stays a text', () => {
  expect(told(edited(late, 'why: They', 'why: <script>alert(1)</script> They'))).toEqual([]);
});
