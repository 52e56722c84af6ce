import { parse } from 'yaml';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { insertItem } from '../../src/authoring/yaml/insertItem.ts';

describe('an item goes to the end of a list, and nothing else in the file changes', () => {
  test.each([
    ['below the last one, indented as it is', '- 2\n', 'list:\n  - 1\nafter: x\n', 'list:\n  - 1\n  - 2\nafter: x\n'],
    ['below what is noted on its line', '- 2\n', 'list:\n  - 1 # one\n# the rest\nafter: x\n', 'list:\n  - 1 # one\n  - 2\n# the rest\nafter: x\n'],
    ['at the margin of its key', '- 2\n', 'list:\n- 1\n', 'list:\n- 1\n- 2\n'],
    ['where the last line does not end', '- 2\n', 'list:\n  - 1', 'list:\n  - 1\n  - 2\n'],
    ['in brackets', '- 2\n', 'list: [1]  # all\n', 'list: [1, 2]  # all\n'],
    ['in brackets over several lines', '- 2\n', 'list: [\n  1, # one\n  ]\n', 'list: [\n  1, 2, # one\n  ]\n'],
    ['in brackets with nothing between them', '- 2\n', 'list: []\n', 'list: [2]\n'],
    ['of several lines, after a blank one', '# two\n- a: 2\n\n  b: 2\n', 'list:\n  - a: 1\n    b: { c: 1 }\n', 'list:\n  - a: 1\n    b: { c: 1 }\n\n  # two\n  - a: 2\n\n    b: 2\n'],
    ['after a text of several lines', '- a: 2\n  b: 2\n', 'list:\n  - a: >\n      one\n      more\n\nafter: x\n', 'list:\n  - a: >\n      one\n      more\n\n  - a: 2\n    b: 2\n\nafter: x\n'],
    ['after something that is empty', '- a: 2\n  b: 2\n', 'list:\n  - a:\n', 'list:\n  - a:\n\n  - a: 2\n    b: 2\n'],
    ['with the line ends of the file', '- a: 2\n  b: 2\n', 'list:\r\n  - 1\r\n', 'list:\r\n  - 1\r\n\r\n  - a: 2\r\n    b: 2\r\n'],
  ])('%s', (_where, item, before, after) => {
    expect(insertItem(before, ['list'], item)).toBe(after);
  });

  test.each([
    ['of a file that is a list', '- 1\n# end\n', '- 1\n- 2\n# end\n'],
    ['of a file that says nothing', '', '- 2\n'],
    ['of a file of notes alone', '# none yet', '# none yet\n- 2\n'],
    ['of a file with empty brackets', '# none yet\n[] # so far\n', '# none yet\n- 2 # so far\n'],
  ])('%s', (_which, before, after) => {
    expect(insertItem(before, [], '- 2\n')).toBe(after);
  });

  test.each([
    ['there is no such list', 'other: [1]\n', '- 2\n'],
    ['it is no list', 'list: 1\n', '- 2\n'],
    ['its items stand in brackets, and this one has lines of its own', 'list: [{ a: 1 }]\n', '- a: 2\n  b: 2\n'],
  ])('not where %s', (_why, before, item) => {
    expect(insertItem(before, ['list'], item)).toBeUndefined();
  });

  test('whatever stands in the list and around it', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const value = fc.oneof(word, word.map(text => `"${text} # no note"`), word.map(text => `>\n        ${text}\n        ${text}\n`), word.map(text => `{ a: ${text} }`), word.map(text => `\n      - ${text}\n      - ${text} # a note`));
    const item = fc.tuple(word, value, fc.constantFrom('', ' # a note', '\n', '\n    # a note\n')).map(([key, text, end]) => `  - ${key}: ${text}${text.endsWith('\n') || text.includes('note') ? '' : end}\n`);
    fc.assert(fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), fc.constantFrom('', 'after: x\n', '# a note\nafter: x\n'), (items, rest) => {
      const before = `# a note\nlist:\n${items.join('')}${rest}`;
      const after = insertItem(before, ['list'], '- new: one\n  and: two\n') ?? '';
      expect(parse(after)).toEqual({ ...parse(before) as object, list: [...(parse(before) as { list: unknown[] }).list, { new: 'one', and: 'two' }] });
      expect(after.replace(/\n? {2}- new: one\n {4}and: two\n/, '')).toBe(before);
    }));
  });
});
