import { describe, expect, test } from 'vitest';
import { probabilityOf } from '../../src/authoring/compile/compileSourced.ts';
import { edited, packOf, told } from './reading.ts';

const head = 'pack.yaml';
const late = 'interview/late.yaml';

describe('a percentage becomes the number that it means', () => {
  test.each([['5%', 0.05], ['0%', 0], ['100%', 1], ['0.7%', 0.007], ['12.5%', 0.125], ['29%', 0.29], ['57%', 0.57], ['99.95%', 0.9995], ['100.0%', 1]])('%s is %s', (percent, value) => {
    expect(probabilityOf(percent)).toBe(value);
  });

  test('for every tenth of a percent, without an error of rounding', () => {
    for (let tenths = 0; tenths <= 1000; tenths++) expect(probabilityOf(`${tenths / 10}%`)).toBe(Number((tenths / 1000).toFixed(3)));
  });
});

describe('a number of a pack', () => {
  test('keeps its range, and the notes its sources and its reason', () => {
    const { pack, notes } = packOf(edited(late, 'from: [judgement]', 'from: [judgement, study-2020]'));
    const { strength, baseRate } = pack.causes[0] ?? {};
    expect(baseRate).toEqual({ value: 0.05, range: [0.02, 0.1], when: [] });
    expect(strength).toMatchObject({ value: 0.25, range: [0.1, 0.5], when: [{ value: 0.12 }] });
    expect(notes.causes['late']).toEqual({
      claims: ['A1'],
      baseRate: { from: ['study-2020'], when: [] },
      strength: { from: ['judgement', 'study-2020'], note: 'What people say, shrunk.', when: [{ from: ['study-2020'] }] },
    });
  });

  test('may stand at either end of its range', () => {
    expect(told(edited(head, 'value: 4%', 'value: 2%'))).toEqual([]);
    expect(told(edited(head, 'value: 4%', 'value: 12%'))).toEqual([]);
  });

  test.each([['below', 'value: 1%', '1%'], ['above', 'value: 13%', '13%']])('may not lie %s its range', (_where, to, value) => {
    expect(told(edited(head, 'value: 4%', to))).toEqual([`pack.yaml:8:10 out-of-range: ${value} lies outside its own range / hint: the range goes from the lowest to the highest value and holds the value`]);
  });

  test.each([
    ['a range the wrong way round', 'range: [2%, 12%]', 'range: [12%, 2%]', '8:10 out-of-range: 4% lies outside its own range / hint: the range goes from the lowest to the highest value and holds the value'],
    ['a range in words', 'range: [2%, 12%]', 'range: 2% to 12%', '8:10 wrong-shape: “range” cannot be “2% to 12%” / hint: write the lowest and the highest value: [2%, 10%]'],
    ['a range of one value', 'range: [2%, 12%]', 'range: [2%]', '8:10 out-of-range: “range” cannot be a list / hint: write the lowest and the highest value: [2%, 10%]'],
    ['a source that is not declared', 'from: [study-2020]', 'from: [study-2021]', '9:10 unknown-source: no source is called “study-2021” / hint: did you mean “study-2020”?'],
    ['a source that is no list', 'from: [study-2020]', 'from: study-2020', '9:9 wrong-shape: “from” cannot be “study-2020” / hint: write a list of sources, such as [judgement]'],
    ['a misspelt judgement', 'from: [study-2020]', 'from: [judgment]', '9:10 unknown-source: no source is called “judgment” / hint: did you mean “judgement”?'],
    ['nothing', '  from: [study-2020]\nstanding', 'standing', '6:1 missing-key: “from” is missing / hint: add “from:”; write a list of sources, such as [judgement]'],
  ])('cannot have %s', (_what, from, to, problem) => {
    expect(told(edited(head, from, to))).toEqual([`pack.yaml:${problem}`]);
  });
});

describe('a judgement says why', () => {
  test.each([
    ['a background', head, '  from: [study-2020]\nstanding', '  from: [judgement]\nstanding', 'pack.yaml:7:10'],
    ['a standing', head, '  from: [study-2020]\ncontra', '  from: [judgement]\ncontra', 'pack.yaml:14:9'],
    ['a base rate', late, '  from: [study-2020]\nstrength', '  from: [judgement]\nstrength', `${late}:7:10`],
    ['a strength', late, '  note: What people say, shrunk.\n', '', `${late}:11:12`],
    ['a case of a strength', late, '      from: [study-2020]\nclaims', '      from: [judgement, study-2020]\nclaims', `${late}:17:14`],
    ['what a fix removes', late, 'removes: { value: 20%, from: [study-2020] }', 'removes: { value: 20%, from: [judgement] }', `${late}:40:23`],
  ])('%s', (_what, file, from, to, place) => {
    expect(told(edited(file, from, to))).toEqual([`${place} missing-key: “judgement” needs its reason / hint: add “note:” with a sentence on why this number`]);
  });

  test('and with a note it is as good as a source', () => {
    expect(told(edited(head, '  from: [study-2020]\nstanding', '  from: [judgement]\n  note: Ten years of it.\nstanding'))).toEqual([]);
  });
});
