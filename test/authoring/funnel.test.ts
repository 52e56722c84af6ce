import { describe, expect, test } from 'vitest';
import { minimalPack } from './minimalPack.ts';
import { edited, packOf, told } from './reading.ts';

const block = `funnel:
  screens: { value: 3%, range: [0.5%, 10%], from: [study-2020] }
  first-interviews: { value: 40%, range: [15%, 70%], from: [study-2020] }
  second-interviews: { value: 35%, range: [20%, 55%], from: [judgement], note: It follows from the others. }
  offers: { value: 35%, range: [15%, 55%], from: [study-2020] }
`;

const files = new Map([...minimalPack, ['pack.yaml', `${minimalPack.get('pack.yaml') ?? ''}${block}`]]);

/** The line of pack.yaml on which the block starts. */
const start = (minimalPack.get('pack.yaml') ?? '').split('\n').length;

describe('the usual rates of a pack', () => {
  test('go from stage to stage in order, with range and sources', () => {
    expect(packOf(files).pack.funnel).toEqual([
      { from: 'sent', to: 'screens', rate: { value: 0.03, range: [0.005, 0.1] } },
      { from: 'screens', to: 'first-interviews', rate: { value: 0.4, range: [0.15, 0.7] } },
      { from: 'first-interviews', to: 'second-interviews', rate: { value: 0.35, range: [0.2, 0.55] } },
      { from: 'second-interviews', to: 'offers', rate: { value: 0.35, range: [0.15, 0.55] } },
    ]);
  });

  test('leave their sources and reasons to the notes', () => {
    const study = { from: ['study-2020'] };
    expect(packOf(files).notes.funnel).toEqual({ screens: study, 'first-interviews': study, 'second-interviews': { from: ['judgement'], note: 'It follows from the others.' }, offers: study });
    expect(packOf(minimalPack).notes).not.toHaveProperty('funnel');
  });

  test('may be left out', () => {
    expect(packOf(minimalPack).pack).not.toHaveProperty('funnel');
  });

  test('belong to what the hash is of', () => {
    expect(packOf(edited('pack.yaml', 'value: 40%', 'value: 41%', files)).pack.hash).not.toBe(packOf(files).pack.hash);
  });
});

describe('a slip in them is told at its place', () => {
  const around = 'give the central 95% of people: below and above the value, between 0% and 100%';
  test.each<[slip: string, from: string, to: string, line: number, problem: string, hint: string]>([
    ['a range that starts at the value', '[0.5%, 10%]', '[3%, 10%]', 1, '32 out-of-range: 3% to 10% around 3% is no spread between people', around],
    ['a range that ends at the value', '[15%, 70%]', '[15%, 40%]', 2, '42 out-of-range: 15% to 40% around 40% is no spread between people', around],
    ['a range from nothing', '[0.5%, 10%]', '[0%, 10%]', 1, '32 out-of-range: 0% to 10% around 3% is no spread between people', around],
    ['a range up to everything', '[15%, 55%]', '[15%, 100%]', 4, '32 out-of-range: 15% to 100% around 35% is no spread between people', around],
    ['a range beside the value', '[15%, 70%]', '[50%, 70%]', 2, '42 out-of-range: 40% lies outside its own range', 'the range goes from the lowest to the highest value and holds the value'],
    ['no range', ', range: [15%, 70%]', '', 2, '3 missing-key: “range” is missing', 'add “range:”; write the lowest and the highest value: [2%, 10%]'],
    ['a source that there is not', '10%], from: [study-2020]', '10%], from: [study-2021]', 1, '52 unknown-source: no source is called “study-2021”', 'did you mean “study-2020”?'],
    ['a judgement without its reason', ', note: It follows from the others.', '', 3, '31 missing-key: “judgement” needs its reason', 'add “note:” with a sentence on why this number'],
    ['a misspelt stage', '  offers:', '  offer:', 4, '3 unknown-key: “offer” is no part of “funnel”', 'did you mean “offers”?'],
    ['a stage too few', block.slice(block.indexOf('  offers')), '', 0, '1 missing-key: “offers” is missing', 'add “offers:”'],
    ['a first stage, which nothing leads to', 'funnel:\n', 'funnel:\n  sent: { value: 3%, range: [1%, 5%], from: [study-2020] }\n', 1, '3 unknown-key: “sent” is no part of “funnel”', 'take it out'],
  ])('%s', (_slip, from, to, line, problem, hint) => {
    expect(told(edited('pack.yaml', from, to, files))).toEqual([`pack.yaml:${start + line}:${problem} / hint: ${hint}`]);
  });
});
