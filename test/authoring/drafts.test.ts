import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAnswers } from '../engineOf.ts';
import { draftFor, inWords } from '../../src/plan/draft.ts';
import { minimalPack } from './minimalPack.ts';
import { edited, packOf, problemsOf, told } from './reading.ts';

const written = "say: I'm sorry that I kept you waiting.";
const file = 'interview/late.yaml';

/** The draft written so, for these answers. */
function draft(say: string, answers: Readonly<Record<string, unknown>>): string | null | undefined {
  const { pack } = packOf(edited(file, written, `say: ${say}`));
  const checked = checkAnswers(pack, answers);
  if (!checked.ok) throw new Error(checked.problems[0]?.message);
  const words = pack.causes[0]?.fixes[0]?.say;
  return words && (inWords(draftFor(words, checked.value.reading)) || null);
}

function problems(say: string): readonly string[] {
  return told(edited(file, written, `say: ${say}`));
}

const sorry = "I'm sorry that I kept you waiting[ for {minutes-late} minutes][ on {interview-date}].";
const passages = `
      - Thank you for the talk[ on {interview-date}].
      - { when: { warned-ahead: no }, words: "I should have called." }
      - { when: { nerves: shaking }, words: "My hands told you that it matters to me[, even after {days-ago} days]." }`;

describe('words to send are filled from the answers', () => {
  test.each([
    [sorry, {}, "I'm sorry that I kept you waiting."],
    [sorry, { arrival: 'late', 'minutes-late': 20 }, "I'm sorry that I kept you waiting for 20 minutes."],
    [sorry, { 'interview-date': '2026-11-10' }, "I'm sorry that I kept you waiting on Tuesday, 10 November."],
    [sorry, { arrival: 'late', 'minutes-late': 5, 'interview-date': '2028-02-29' }, "I'm sorry that I kept you waiting for 5 minutes on Tuesday, 29 February."],
    [passages, {}, 'Thank you for the talk.'],
    [passages, { arrival: 'late', 'warned-ahead': 'yes' }, 'Thank you for the talk.'],
    [passages, { arrival: 'late', 'warned-ahead': 'no', nerves: ['shaking'] }, 'Thank you for the talk. I should have called. My hands told you that it matters to me.'],
    [passages, { nerves: ['blank', 'shaking'], 'days-ago': 3 }, 'Thank you for the talk. My hands told you that it matters to me, even after 3 days.'],
    ['"[{interview-date}]"', {}, null],
    ['\n      - { when: { warned-ahead: no }, words: "I should have called." }', { arrival: 'early' }, null],
  ])('%s with %j', (say, answers, words) => {
    expect(draft(say, answers)).toBe(words);
  });

  test('and whatever is unknown leaves no gap and no bracket', () => {
    const answers = fc.record({
      'interview-date': fc.constantFrom('2026-11-10', 'unknown'), arrival: fc.constantFrom('late', 'early'),
      'minutes-late': fc.integer({ min: 1, max: 240 }), nerves: fc.constantFrom([], ['shaking']), 'days-ago': fc.integer({ min: 0, max: 300 }),
    }, { requiredKeys: [] });
    fc.assert(fc.property(answers, fc.constantFrom(sorry, passages), (given, say) => {
      expect(draft(say, given)).toMatch(/^(?:[^[\]{}]+\.)+$/);
      expect(draft(say, given)).not.toMatch(/ {2}| \.|undefined|null|unknown/);
    }));
  });
});

describe('blanks are what only the person can fill in', () => {
  test('they stay in square brackets until they are filled, and what is said stands around them', () => {
    expect(draft('What you said about <something they told you> stayed with me.', {})).toBe('What you said about [something they told you] stayed with me.');
    expect(draft('<Your example>', {})).toBe('[Your example]');
  });

  test('a passage with “unless” is left out where that is known to hold, and only there', () => {
    const say = '\n      - Hello.\n      - { unless: { arrival: late }, words: "Thank you for the talk." }';
    expect(draft(say, {})).toBe('Hello. Thank you for the talk.');
    expect(draft(say, { arrival: 'late' })).toBe('Hello.');
    expect(draft(say, { arrival: 'early' })).toBe('Hello. Thank you for the talk.');
  });
});

describe('what an author may get wrong', () => {
  test.each([
    ['What you said about <it stayed with me.', 'wrong-shape: the angle brackets do not match / hint: write <what they said about the job>'],
    ['What you said about it> stayed with me.', 'wrong-shape: the angle brackets do not match / hint: write <what they said about the job>'],
    ['What you said about <> stayed with me.', 'wrong-shape: “<>” is no blank that anyone can fill in / hint: say what belongs there, in 2 to 80 letters: <what they said about the job>'],
    ['Thank you[ for <it> on {interview-date}].', 'wrong-shape: a blank stands in square brackets / hint: these are for answers: take one pair of brackets out'],
    ['Thank you for the talk on {interview-date}.', 'wrong-shape: the answer to “interview-date” may be unknown, and would leave a gap / hint: put what needs it in square brackets: [ … {interview-date} …]'],
    ['Thank you[ on {interview-day}].', 'unknown-question: no question is called “interview-day” / hint: did you mean “interview-date”?'],
    ['Thank you[ on {__proto__}].', 'unknown-question: no question is called “__proto__” / hint: '],
    ['You saw my nerves[, {nerves}].', 'wrong-kind: the answer to “nerves” is an option, not words to send / hint: name a number or a date, or write passages with “when:”'],
    ['Thank you[ again].', 'wrong-shape: no answer stands in “[ again]” / hint: name one, as [ on {interview-date}], or take the brackets out'],
    ['Thank you[ on [{interview-date}]].', 'wrong-shape: the square brackets do not match / hint: close each one before the next: our talk[ on {interview-date}].'],
    ['Thank you] again.', 'wrong-shape: the square brackets do not match / hint: close each one before the next: our talk[ on {interview-date}].'],
    ['What you said about < it > stayed with me.', 'wrong-shape: “< it >” is no blank that anyone can fill in'],
    [`What you said about <${'x'.repeat(81)}> stayed with me.`, 'wrong-shape: “<xxxx'],
    ['Thank you[ on {interview-date].', 'wrong-shape: the curly brackets do not match / hint: write {interview-date}'],
    ['Thank you for } the talk.', 'wrong-shape: the curly brackets do not match / hint: write {interview-date}'],
  ])('%s', (say, problem) => {
    const all = problems(say);
    expect(all).toHaveLength(1);
    expect(all[0]).toContain(`${file}:`);
    expect(all[0]).toContain(problem);
  });

  test('is told at its passage, with the path to it', () => {
    const at = (say: string): readonly (readonly [path: string | undefined, line: number | undefined])[] => problemsOf(edited(file, written, `say:${say}`)).map(({ path, at: place }) => [path?.join('.'), place?.line]);
    const start = minimalPack.get(file)?.split('\n').findIndex(line => line.includes(written)) ?? Number.NaN;
    expect(at('\n      - Hello <>.\n      - { when: { arival: late }, words: A. }\n      - { unless: { arival: late }, words: A. }\n      - { words: "A[ {interview-day}]." }')).toEqual([
      ['fixes.0.say.0', start + 2], ['fixes.0.say.1.when.arival', start + 3], ['fixes.0.say.2.unless.arival', start + 4], ['fixes.0.say.3.words', start + 5],
    ]);
    expect(at(' Hello <>.')).toEqual([['fixes.0.say', start + 1]]);
  });

  test('a blank of 80 letters is none of it', () => {
    expect(problems(`What you said about <${'x'.repeat(80)}> stayed with me, and <it> did.`)).toEqual([]);
  });

  test('a passage with a key too many, no passage at all, and more than 120 words', () => {
    expect(problems('\n      - { when: { arrival: late }, word: Sorry. }').join('\n')).toContain('did you mean “words”?');
    expect(problems('[]').join('\n')).toContain('give it a passage, or take it out');
    const half = `      - ${'word '.repeat(60).trim()}.`;
    expect(problems(`\n${half}\n${half}`)).toEqual([]);
    expect(problems(`\n${half}\n${half}\n      - more`).join('\n')).toContain('words to send are 120 at most');
  });
});
