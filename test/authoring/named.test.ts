import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/api/diagnose.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { edited, packOf, told } from './reading.ts';

const file = 'interview/late.yaml';
const weighs = `named:
  specific:
    when: { format: in-person }
    unless: { nerves: blank }
    strength: { value: 80%, range: [60%, 90%], from: [judgement], note: Who says so mostly means it. }
  stock:
    when: { format: phone }
contradictions:`;
const inPack = edited('pack.yaml', 'contradictions:', weighs);
/** Here whoever is asked how they felt stands for an employer who names a reason. */
const named = edited(file, 'signs:', 'named:\n  when: { nerves: too-fast }\n  unless: { nerves: shaking }\n  because: They named that you came late.\nsigns:', inPack);

function late(answers: object): Diagnosis['explanations'][number] | undefined {
  return diagnose<Pack>({ outcome: 'rejected', ...answers }, { pack: packOf(named).pack }).explanations.find(({ cause }) => cause === 'late');
}

describe('a reason that the employer named', () => {
  test('with something of its own establishes the cause, and stops as often as the pack says', () => {
    const found = late({ format: 'in-person', nerves: ['too-fast'] });
    expect(found?.presence).toBe(1);
    expect(found?.for.map(({ because }) => because)).toEqual(['They named that you came late. They were specific about it.']);
    const alone = 1 - (1 - 0.04) * (1 - 0.08) * (1 - 0.8); // background, standing and this
    expect(found?.necessity).toBeCloseTo((0.8 * (1 - 0.04) * (1 - 0.08)) / alone, 12);
  });

  test('so put outweighs what the reader says against it, and is no contradiction', () => {
    const found = late({ format: 'in-person', nerves: ['too-fast'], arrival: 'on-time' });
    expect([found?.presence, found?.against]).toEqual([1, []]);
  });

  test.each([
    ['somehow', { nerves: ['too-fast'] }, 5, 'They named that you came late.'],
    ['as a line for anyone', { format: 'phone', nerves: ['too-fast'] }, 2, 'They named that you came late. It was put in words that may mean little.'],
    ['with something of its own that cannot be meant', { format: 'in-person', nerves: ['blank', 'too-fast'] }, 2, 'They named that you came late. It was put in words that may mean little.'],
  ])('%s speaks for it, no more', (_how, answers, ratio, because) => {
    const found = late(answers);
    expect(found?.for.map(each => each.because)).toEqual([because]);
    const [odds, q] = [(0.05 / 0.95) * ratio, (1 - 0.04) * (1 - 0.08)];
    const present = odds / (1 + odds);
    expect(found?.presence).toBeCloseTo((present * (0.25 + 0.75 * (1 - q))) / (1 - q * (1 - 0.25 * present)), 12);
  });

  test('is none under an exception of the cause', () => {
    expect(late({ format: 'in-person', nerves: ['too-fast', 'shaking'] })?.supported).toBe(false);
  });
});

describe('the notes of a strength', () => {
  const study = { from: ['study-2020'] };
  const judged = { from: ['judgement'], note: 'What people say, shrunk.' };
  const meant = { from: ['judgement'], note: 'Who says so mostly means it.' };
  const cases = (files: ReadonlyMap<string, string>): readonly object[] | undefined => packOf(files).notes.causes['late']?.strength?.when;

  test('stand in the order of its cases: doubted, named, and those of its author', () => {
    const numbers = packOf(named).pack.causes[0]?.strength?.when;
    expect(numbers?.map(({ value }) => value)).toEqual([0.25, 0.8, 0.12]);
    expect(cases(named)).toEqual([judged, meant, study]);
  });

  test('have none for doubt where nothing is doubted, and none for what is not named', () => {
    const undoubted = edited(file, '  unless: { nerves: shaking }\n', '', edited('pack.yaml', '    unless: { nerves: blank }\n', '', named));
    expect(packOf(undoubted).pack.causes[0]?.strength?.when.map(({ value }) => value)).toEqual([0.8, 0.12]);
    expect(cases(undoubted)).toEqual([meant, study]);
    expect(cases(inPack)).toEqual([study]);
  });

  test('and a strength that is larger than what is named stays as it is, with its own reason', () => {
    const weak = edited('pack.yaml', 'value: 80%, range: [60%, 90%]', 'value: 20%, range: [10%, 30%]', named);
    expect(packOf(weak).pack.causes[0]?.strength?.when.map(({ value, range }) => [value, range])).toEqual([[0.25, [0.1, 0.5]], [0.25, [0.1, 0.5]], [0.12, undefined]]);
    expect(cases(weak)).toEqual([judged, judged, study]);
  });
});

describe('problems', () => {
  const signs = (extra: string): ReadonlyMap<string, string> => edited(file, 'signs:', `${extra}\nsigns:`);
  test('a cause cannot be named where the pack does not say what that weighs', () => {
    expect(told(signs('named:\n  when: { nerves: too-fast }\n  because: They said so.'))).toEqual([
      expect.stringContaining('unknown-key: “named” has no meaning where pack.yaml does not say what named reasons weigh'),
    ]);
  });

  test('signs that would carry more than 100,000 words and numbers between them are too many', () => {
    const many = weighs.replace('when: { format: in-person }\n    unless: { nerves: blank }', `when: { nerves: [${Array.from({ length: 4999 }, () => 'blank').join(', ')}] }`);
    const carrying = (more: string): readonly string[] => {
      const further = Array.from({ length: 17 }, (_, index) => `  - when: { minutes-late: ${index + 1} }\n    speaks: for\n    because: So it was.\n`).join('');
      return told(edited(file, 'fixes:', `${further}named:\n  when: { nerves: [too-fast${more}] }\n  because: They said so.\nfixes:`, edited('pack.yaml', 'contradictions:', many)));
    };
    expect(carrying('')).toEqual([]); // twenty signs, with 5000 each
    expect(carrying(', shaking')).toEqual([expect.stringMatching(/^interview\/late\.yaml:\d+:1 too-large: the signs of this pack are too many for what employers may have named \/ hint: each sign of a cause carries what is named: name fewer answers, or take signs out$/)]);
  });

  test('what a pack says of named reasons is checked at its place', () => {
    expect(told(edited('pack.yaml', 'contradictions:', weighs.replace('format: phone', 'format: fax')))).toEqual([expect.stringMatching(/pack\.yaml:\d+:\d+ unknown-option/)]);
    expect(told(edited('pack.yaml', 'contradictions:', weighs.replace('80%', '95%')))).toEqual([expect.stringContaining('95% lies outside its own range')]);
  });

  test.each([
    ['another cause that is none', 'part-of: later', 'no cause is called “later”'],
    ['itself', 'part-of: late', 'a cause is no part of itself'],
  ])('a cause is no part of %s', (_what, line, message) => {
    expect(told(signs(line)).join('\n')).toContain(message);
  });

  test('a fix for next time is not always told', () => {
    expect(told(edited(file, 'for: next', 'for: next\n    always: yes')).join('\n')).toContain('a fix for next time is chosen by what it gains');
  });
});
