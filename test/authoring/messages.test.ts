import { describe, expect, test } from 'vitest';
import { edited, packOf, told } from './reading.ts';

const late = 'interview/late.yaml';
const say = "say: I'm sorry that I kept you waiting.";
const messages = `messages:
  after-a-no:
    - place: apology
    - { place: question, words: What could I work on?, asks: yes }
    - { place: close, words: All the best. }
flags:
  - { id: late-twice, when: { arrival: late }, says: Ask about the way there. }
contradictions:`;

describe('messages in pack.yaml', () => {
  const files = edited('pack.yaml', 'contradictions:', messages, edited(late, say, `place: apology\n    ${say}`));

  test('are compiled with their places in order, and flags with their conditions', () => {
    const { pack, logic, words } = packOf(files);
    expect(pack.messages).toEqual({ 'after-a-no': [
      { place: 'apology' }, { place: 'question', words: [{ pieces: [['What could I work on?']] }], asks: true }, { place: 'close', words: [{ pieces: [['All the best.']] }] },
    ] });
    expect(pack.flags?.map(({ id, says }) => [id, says])).toEqual([['late-twice', 'Ask about the way there.']]);
    expect(logic.flags).toEqual([{ id: 'late-twice', when: pack.flags?.[0]?.when }]);
    expect(words.messages).toEqual(pack.messages);
    expect(pack.causes[0]?.fixes[0]?.place).toBe('apology');
  });

  test.each([
    ['a place that no message has', edited('pack.yaml', 'contradictions:', messages, edited(late, say, `place: apologyy\n    ${say}`)), 'unknown-place: no message has a place “apologyy” / hint: did you mean “apology”?'],
    ['words without a place', edited('pack.yaml', 'contradictions:', messages), 'missing-key: words to send need their place in a message / hint: add “place:” with one of: apology, question, close'],
    ['a place where there are no messages', edited(late, say, `place: apology\n    ${say}`), 'unknown-key: “place” has no meaning where pack.yaml has no “messages” / hint: add “messages:” to pack.yaml, or take this out'],
    ['an occasion that there is not', edited('pack.yaml', 'contradictions:', messages.replace('after-a-no', 'after-no')), 'did you mean “after-a-no”?'],
    ['two flags of one name', edited('pack.yaml', 'contradictions:', `${messages.replace('contradictions:', '')}  - { id: late-twice, when: { arrival: early }, says: Ask. }\ncontradictions:`, edited(late, say, `place: apology\n    ${say}`)), 'duplicate-id: there are two flags called “late-twice”'],
  ])('%s is told', (_slip, slipped, problem) => {
    expect(told(slipped).join('\n')).toContain(problem);
  });
});

test('an open question for coaches goes into the notes', () => {
  const read = packOf(edited(late, 'signs:', 'explore: What happened on the way?\nsigns:'));
  expect(read.notes.causes['late']?.explore).toBe('What happened on the way?');
  expect(JSON.stringify(read.pack)).not.toContain('on the way');
});
