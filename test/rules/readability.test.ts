import { describe, expect, test } from 'vitest';
import { safeLoadPack } from '../../src/node.ts';
import { formatProblems } from '../../src/base/problem.ts';
import { gradeOf, wordsOf } from './grade.ts';
import { drafts, readerTexts } from './readerTexts.ts';

const read = safeLoadPack('rules');
if (!read.ok) throw new Error(formatProblems(read.problems));
const { pack, examples } = read.value;
const files = readerTexts(pack, examples);

/** Nobody who has just been turned down should have to study a report. */
const HARDEST_FILE = 8;
const HARDEST_TEXT = 13;
const LONGEST_DRAFT = 120;

const cliches = [
  'at the end of the day', 'back to the drawing board', 'best foot forward', 'blessing in disguise', 'bring to the table', 'comfort zone',
  'dream job', 'dress to impress', 'everything happens for a reason', 'fish in the sea', 'game changer', 'game-changer', 'get back on the horse',
  'go the extra mile', 'grow as a person', 'hit the ground running', 'it is what it is', 'keep your chin up', 'keep your head up', 'learning curve',
  'low-hanging fruit', 'move the needle', 'never give up', 'nail the interview', 'on the same page', 'one door closes', 'outside the box', 'people person',
  'perfect storm', 'raise the bar', 'reach out', 'rock star', 'silver lining', 'sky is the limit', 'stand out from the crowd', 'take it to the next level',
  'team player', 'the ball is in', 'think big', 'touch base', 'tough cookie', 'wake-up call', 'win-win', 'works hard and plays hard', 'your best self',
];

/** A gap that somebody has to fill in: brackets, dots, underscores, capitals for a name. */
const placeholder = /[[\](){}<>_]|\.\.\.|…|\b[A-Z]{2,}\b/;

/** What is done now without a word to this employer. All other acts come with words to send, or name the place where the pack's own words do it. */
const withoutAWord = [
  'ask-someone-who-knows-the-law', 'brief-them-before-the-call', 'close-the-view-today', 'correct-it-yourself', 'leave-the-old-job-out', 'leave-the-typing-slip',
  'let-their-silence-be', 'note-what-they-asked', 'step-back-now', 'take-down-the-post-about-work', 'wait-for-their-date', 'wait-for-their-day',
];

function textsWith(wrong: (text: string) => boolean): readonly string[] {
  return files.flatMap(({ file, texts }) => texts.filter(wrong).map(text => `${file}: ${text}`));
}

describe('the words of the rule files read easily', () => {
  test.each(files)('$file', ({ texts }) => {
    expect(texts.length).toBeGreaterThan(0);
    expect(gradeOf(texts)).toBeLessThanOrEqual(HARDEST_FILE);
  });

  test('no single text is much harder than the rest', () => {
    expect(textsWith(text => gradeOf([text]) > HARDEST_TEXT)).toEqual([]);
  });

  test('the grade of a text is known: 0.39 × words a sentence + 11.8 × syllables a word − 15.59', () => {
    // 12 words in 2 sentences, and 13 syllables
    expect(gradeOf(['You came on time. You had read their website and the news.'])).toBeCloseTo(0.39 * 12 / 2 + 11.8 * 13 / 12 - 15.59, 9);
    // a title without a full stop is a sentence
    expect(gradeOf(['You arrived late', 'You came on time.'])).toBeCloseTo(0.39 * 7 / 2 + 11.8 * 8 / 7 - 15.59, 9);
    const officialese = 'Insufficient organisational preparation necessitated reconsideration of your application by the responsible committee.';
    expect(gradeOf([officialese])).toBeGreaterThan(HARDEST_TEXT);
  });
});

describe('the words of the rule files are kind and plain', () => {
  test('none raises its voice', () => {
    expect(textsWith(text => text.includes('!'))).toEqual([]);
  });

  test('none is worn out', () => {
    expect(textsWith(text => cliches.some(cliche => text.toLowerCase().includes(cliche)))).toEqual([]);
  });

  test('strengths that rest on the same answer are said in the same words', () => {
    const words = new Map<string, Set<string>>();
    for (const { when, because } of pack.causes.flatMap(({ signs }) => signs).filter(({ keep }) => keep)) {
      const answer = JSON.stringify(when);
      words.set(answer, (words.get(answer) ?? new Set()).add(because));
    }
    expect([...words.values()].filter(({ size }) => size > 1).map(each => [...each])).toEqual([]);
  });
});

describe('a draft can be sent as it stands', () => {
  test('it has 120 words at most', () => {
    expect(drafts(pack).filter(({ say }) => wordsOf(say).length > LONGEST_DRAFT)).toEqual([]);
  });

  test('it leaves nothing to be filled in', () => {
    expect(drafts(pack).filter(({ say }) => placeholder.test(say))).toEqual([]);
    expect(['Dear [name],', 'Dear NAME,', 'I saw your ... today.', 'On ____ we met.'].filter(draft => !placeholder.test(draft))).toEqual([]);
  });

  test('what is to be done now comes with a draft, unless nothing is said to this employer', () => {
    const silent = pack.causes.flatMap(({ fixes }) => fixes).filter(fix => fix.for === 'now' && fix.say === undefined && fix.place === undefined).map(({ id }) => id);
    expect([...silent].sort()).toEqual(withoutAWord);
  });
});
