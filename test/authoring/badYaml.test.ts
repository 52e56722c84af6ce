import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/authoring/yaml/readYaml.ts';
import { packOf, problemsOf, told, withFile } from './reading.ts';

const quotes = 'put the text in quotes';
const tags = 'leave the tag out; if it is text, put it in quotes';
const percentLine = 'leave the line out: every pack is YAML 1.2';
const empty = 'write the rule, or take the file away';
const retype = 'delete it and type the words again';
const ordinary = 'write an ordinary number';
const oneDocument = 'one file holds one document: take out the line “---” or “...”';

/** What a further file holds; what its author reads: place, code, message and hint. */
const slips: readonly (readonly [slip: string, text: string, problem: string, hint: string])[] = [
  ['an empty file', '', '1:1 empty-file: there is nothing in this file', empty],
  ['a file of comments', '# nothing yet\n# at all\n', '1:1 empty-file: there is nothing in this file', empty],
  ['a file of blank lines', ' \n\n', '1:1 empty-file: there is nothing in this file', empty],
  ['a lone tilde', '~', '1:1 empty-file: there is nothing in this file', empty],
  ['a byte-order mark that is not at the start', 'id: late\n\ufefftitle: x', '2:1 hidden-character: there is a character here that nobody can see (U+FEFF)', retype],
  ['lines that end in CR alone', 'id: late\rtitle: x', '1:9 yaml-syntax: a line ends in an old way (CR alone)', 'save the file with line ends LF or CRLF'],
  ['a tab for an indent', 'why:\n\ttext: x', '2:1 yaml-syntax: this line is indented with a tab', 'use spaces'],
  ['a tab among lines with spaces', 'signs:\n  - when: x\n\tspeaks: for', '3:1 yaml-syntax: this line is indented with a tab', 'use spaces'],
  ['an odd indent', 'a:\n   b: c\n  d: e', '3:1 yaml-syntax: this line is not indented like its neighbours',
    'use two more spaces for each level, the same for all lines of a level; check that brackets and quotes are closed'],
  ['a bracket that is not closed', 'a: [b, c\nd: e', '1:4 yaml-syntax: this [ is never closed', 'add ] where it ends'],
  ['a brace that is not closed', 'a: { b: c\nd: e\nf: g', '1:4 yaml-syntax: this { is never closed', 'add } where it ends'],
  ['a double quote that is not closed, lines above the end', 'a: b\nc: "d\ne: f\ng: h', '2:4 yaml-syntax: this " is never closed', 'add " where the text ends'],
  ['a single quote that is not closed', "a: 'b\nc: d", "1:4 yaml-syntax: this ' is never closed", "add ' where the text ends"],
  ['a brace too many', 'a: { b: c }}', '1:12 yaml-syntax: this sign does not belong here', 'look for a bracket too many, or put the text in quotes'],
  ['a brace too many on its own line', 'a: b\n}', '2:1 yaml-syntax: this sign does not belong here', 'look for a bracket too many, or put the text in quotes'],
  ['a brace too many, with lines below', 'a: { b: c }}\nd: e\nf: { g: h }\ni:\n  - { j: k }\n', '1:12 yaml-syntax: this sign does not belong here', 'look for a bracket too many, or put the text in quotes'],
  ['a bracket that another one should close', 'a: { b: c ]\nd: e', '1:4 yaml-syntax: this { is never closed', 'add } where it ends'],
  ['a second document', 'a: b\n---\nc: d', '2:1 yaml-syntax: there is a second document in this file', oneDocument],
  ['a second document after dots', 'a: b\n...\nc: d', '3:1 yaml-syntax: there is a second document in this file', oneDocument],
  ['a key that stands twice', 'title: x\nwhy: y\ntitle: z', '3:1 duplicate-key: “title” stands here a second time', 'the first is in line 1: keep one of them'],
  ['a key that stands twice, once in quotes', '1: a\n"1": b', '2:1 duplicate-key: “1” stands here a second time', 'the first is in line 1: keep one of them'],
  ['a colon in a text without quotes', 'because: You said: no', '1:10 yaml-syntax: there is more than one “key: value” on this line',
    'if a text holds a colon, put the text in quotes; otherwise give each key its own line'],
  ['a text that starts with @', 'a: @x', '1:4 yaml-syntax: a text cannot start with this sign', quotes],
  ['a text that starts with a backtick', 'a: `x`', '1:4 yaml-syntax: a text cannot start with this sign', quotes],
  ['a text that starts with %', 'a: %x', '1:4 yaml-syntax: a text cannot start with this sign', quotes],
  ['a text that starts with !', 'a: !late', '1:4 yaml-feature: tags (words that start with !) are not read', tags],
  ['a text of which only a part is quoted', 'a: "late" again', '1:11 yaml-syntax: this sign does not belong here', 'look for a bracket too many, or put the text in quotes'],
  ['a text cut short by “ #”', 'because: You came # late', '1:10 cut-text: everything after “ #” is a comment, so this text ends early',
    'put the text in quotes, or the comment on a line of its own'],
  ['a single word cut short by “ #”', 'title: Pulse #1 did not hold', '1:8 cut-text: everything after “ #” is a comment, so this text ends early',
    'put the text in quotes, or the comment on a line of its own'],
  ['a passage of a single word cut short', 'say:\n  - Thanks #2', '2:5 cut-text: everything after “ #” is a comment, so this text ends early',
    'put the text in quotes, or the comment on a line of its own'],
  ['a dash without a blank', 'a:\n  - b: c\n  -d: e', '3:1 yaml-syntax: this dash starts no item of a list', 'write a plain hyphen and a space after it, as in “- when:”'],
  ['a long dash', 'a:\n  - b: c\n  – d: e', '3:1 yaml-syntax: this dash starts no item of a list', 'write a plain hyphen and a space after it, as in “- when:”'],
  ['YAML 1.1, where “no” is false', '%YAML 1.1\n---\na: no', '1:1 yaml-feature: lines that start with % are not read', percentLine],
  ['a YAML that does not exist', '%YAML 2.0\n---\na: b', '1:1 yaml-feature: lines that start with % are not read', percentLine],
  ['a tag shorthand', '%TAG ! tag:example.org,2000:\n---\na: b', '1:1 yaml-feature: lines that start with % are not read', percentLine],
  ['a tag of one’s own', 'a: !foo b', '1:4 yaml-feature: tags (words that start with !) are not read', tags],
  ['a function', 'a: !!js/function "x"', '1:4 yaml-feature: tags (words that start with !) are not read', tags],
  ['a number by tag that is none', 'a: !!int abc', '1:4 yaml-feature: tags (words that start with !) are not read', tags],
  ['bytes', 'a: !!binary aGk=', '1:4 yaml-feature: “!!binary” is not read', 'leave the tag out'],
  ['a set', 'a: !!set { x, y }', '1:4 yaml-feature: “!!set” is not read', 'leave the tag out'],
  ['a tag that would change nothing', 'a: !!str 5', '1:4 yaml-feature: “!!str” is not read', 'leave the tag out'],
  ['an alias of nothing', 'a: *nowhere', '1:4 yaml-feature: “*nowhere” points elsewhere', 'write the value out'],
  ['an anchor', 'a: &co late', '1:4 yaml-feature: “&co” names a value to point at', 'take it out: every value is written where it is used'],
  ['a merge key', '<<: { b: c }', '1:1 yaml-feature: “<<” does not merge maps here', 'write the keys out'],
  ['the key __proto__', '__proto__: { x: 1 }', '1:1 unknown-key: “__proto__” is no name for a key', 'choose another name'],
  ['a list for a key', '? [a, b]\n: c', '1:3 yaml-syntax: a key must be a word', 'if this was meant as a text, put it in quotes'],
  ['a map for a key', '{ a: 1 }: 2', '1:1 yaml-syntax: a key must be a word', 'if this was meant as a text, put it in quotes'],
  ['no key at all', ': 1', '1:1 yaml-feature: a key is missing before the colon', 'write the keys out'],
  ['no key at all, after a blank line', 'a: b\n\n  \n: 1', '4:1 yaml-feature: a key is missing before the colon', 'write the keys out'],
  ['an empty key', '"": 1', '1:1 yaml-feature: a key is missing before the colon', 'write the keys out'],
  ['a NUL in a text', 'a: x\u0000y', '1:5 hidden-character: there is a character here that nobody can see (U+0000)', retype],
  ['a bell in a text', 'a: x\u0007y', '1:5 hidden-character: there is a character here that nobody can see (U+0007)', retype],
  ['colours for a terminal in a text', 'a: x\u001b[31my', '1:5 hidden-character: there is a character here that nobody can see (U+001B)', retype],
  ['colours for a terminal as an escape', 'a: "x\\e[31my"', '1:4 hidden-character: there is a character here that nobody can see (U+001B)', retype],
  ['colours for a terminal in a key', '"a\\e": b', '1:1 hidden-character: there is a character here that nobody can see (U+001B)', retype],
  ['colours for a terminal in a comment', 'a: b # \u001b[31m', '1:8 hidden-character: there is a character here that nobody can see (U+001B)', retype],
  ['half of a surrogate pair', 'a: x\ud800y', '1:5 hidden-character: there is a character here that nobody can see (U+D800)', retype],
  ['a sign that turns the text around', 'a: x\u202ey', '1:5 hidden-character: there is a character here that nobody can see (U+202E)', retype],
  ['a joiner in a Latin word', 'a: la\u200dte', '1:6 hidden-character: there is a character here that nobody can see (U+200D)', retype],
  ['the letters of a flag without one, as an escape', 'a: "x\\U000E0067"', '1:4 hidden-character: there is a character here that nobody can see (U+E0067)', retype],
  ['a space without width in an id', 'id: la\u200bte', '1:7 hidden-character: there is a character here that nobody can see (U+200B)', retype],
  ['a backslash before any letter', 'a: "x\\qy"', '1:6 yaml-syntax: a backslash is followed by something that has no meaning', 'use single quotes, or write two backslashes'],
  ['several keys in a bracket', 'a: [b c: d e: f]', '1:10 yaml-syntax: inside { } or [ ] everything is separated by commas', 'add the comma, or write the keys on lines of their own'],
  ['a key of more than a thousand letters', `${'y'.repeat(1100)}: 2`, '1:1 yaml-syntax: this key is too long', 'put the text behind a key of its own'],
  ['two anchors', 'a: &b &c d', '1:7 yaml-syntax: anchors are not read', 'leave them out'],
  ['two tags', 'a: !b !c d', '1:7 yaml-syntax: tags are not read', 'leave them out'],
  ['an alias with a name', 'a: &b\n  *c', '2:3 yaml-syntax: an alias cannot carry a name or tag', 'write the value out'],
  ['infinity', 'a: .inf', '1:4 out-of-range: this number cannot be used', ordinary],
  ['not a number', 'a: .nan', '1:4 out-of-range: this number cannot be used', ordinary],
  ['a number too large for a computer', 'a: 1e400', '1:4 out-of-range: this number cannot be used', ordinary],
  ['a number that would be rounded in silence', 'a: 9007199254740993', '1:4 out-of-range: this number cannot be used', ordinary],
];

describe('a file that cannot be read as YAML is told at its line and column, with a hint, beside a pack without fault', () => {
  test.each(slips)('%s', (_slip, text, problem, hint) => {
    expect(told(withFile('odd.yaml', text))).toEqual([`odd.yaml:${problem} / hint: ${hint}`]);
  });

  test.each([['null', null], ['nothing', undefined], ['a number', 1], ['bytes', Buffer.from('id: late')], ['an object', {}]])('%s in place of a text', (_what, text) => {
    expect(told(withFile('odd.yaml', text))).toEqual(['odd.yaml:1:1 not-text: this is not text / hint: pass the text of the file, read as UTF-8']);
  });

  test('a value that holds itself', () => {
    expect(told(withFile('odd.yaml', 'a: &a [*a]'))).toEqual([
      'odd.yaml:1:4 yaml-feature: “&a” names a value to point at / hint: take it out: every value is written where it is used',
      'odd.yaml:1:8 yaml-feature: “*a” points elsewhere / hint: write the value out',
    ]);
  });

  test('nothing is warned of beside the problems', async () => {
    const warned: Error[] = [];
    const listen = (warning: Error): void => { warned.push(warning); };
    process.on('warning', listen);
    for (const [, text] of slips) readYaml(text, 'odd.yaml');
    await new Promise(resolve => setImmediate(resolve));
    process.off('warning', listen);
    expect(warned).toEqual([]);
  });

  test('odd keys do no more than be unknown', () => {
    expect(problemsOf(withFile('odd.yaml', 'constructor: 1\nprototype: 2')).filter(({ code }) => code === 'unknown-key').map(({ message }) => message)).toEqual([
      '“constructor” is no part of a cause', '“prototype” is no part of a cause',
    ]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('no problem shows a control character to a terminal', () => {
    for (const [, text] of slips) {
      for (const problem of problemsOf(withFile('odd.yaml', text))) expect(JSON.stringify(problem)).not.toMatch(/\\u00|[\u0000-\u001f\u202e\ufeff]/);
    }
  });
});

describe('what is unusual but clear is read', () => {
  test('a byte-order mark at the start, which moves no column', () => {
    expect(packOf(withFile('sources.yaml', `\ufeff${sources}`)).pack.hash).toBe(packOf(withFile('sources.yaml', sources)).pack.hash);
    expect(problemsOf(withFile('odd.yaml', '\ufeffid: Late')).map(({ at }) => at?.column)).toContain(5);
  });

  test('numbers as YAML 1.2 writes them, and what only looks like a number or a yes as words', () => {
    const read = readYaml('[010, 0o10, 0x1F, -0, 1_000, 1:30, 2001-12-14, tRue, no, yes, on]', 'a.yaml');
    expect(read.ok && read.value.value).toEqual([10, 8, 31, 0, '1_000', '1:30', '2001-12-14', 'tRue', 'no', 'yes', 'on']);
  });

  test('a comment on a line of its own, and after a single word', () => {
    const read = readYaml('because: You came late\n  # not often\nspeaks: for # or stronger?\n', 'a.yaml');
    expect(read.ok && read.value.value).toEqual({ because: 'You came late', speaks: 'for' });
  });

  test('a document between its two marks', () => {
    const read = readYaml('---\na: b\n...\n', 'a.yaml');
    expect(read.ok && read.value.value).toEqual({ a: 'b' });
  });
});

const sources = '- id: study-2020\n  kind: study\n  title: A study\n  publisher: Some people\n  claims:\n    - { id: A1, says: Be on time. }\n';
