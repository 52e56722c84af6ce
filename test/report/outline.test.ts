import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { byRanking } from '../../src/diagnosis/ranking.ts';
import { diagnose } from '../../src/api/diagnose.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Diagnosis, Explanation } from '../../src/diagnosis/diagnosis.ts';
import { outline } from '../../src/report/outline.ts';
import type { Block, Section } from '../../src/report/outline/section.ts';
import { arbitraryPack, AS_OF, consistentAnswersTo } from '../arbitraryPack.ts';
import { tinyNotes, tinyPack } from '../tinyPack.ts';

const everything = { outcome: 'rejected', stage: 'phone-screen', attended: 'there', arrival: 'late', 'questions-asked': 0, prepared: [], 'minutes-late': 3, 'warned-ahead': 'yes' } as const;

function of(answers: Readonly<Record<string, string | number | readonly string[]>>, pack: Pack = tinyPack): Diagnosis {
  return diagnose(answers, { pack });
}

function section(title: string | RegExp, diagnosis: Diagnosis): Section {
  const found = outline(diagnosis).find(each => each.title !== null && (typeof title === 'string' ? each.title === title : title.test(each.title)));
  if (!found) throw new Error(`there is no section ${String(title)}`);
  return found;
}

const whyTitles = /^(What most likely lay behind it|What your answers point to|What is always possible|What could have stopped you|If it turns out to be a no)$/;

function causesIn(diagnosis: Diagnosis): readonly Extract<Block, { kind: 'cause' }>[] {
  return section(whyTitles, diagnosis).blocks.filter(block => block.kind === 'cause');
}

function textsIn({ blocks }: Section): readonly string[] {
  return blocks.flatMap(block => (block.kind === 'text' ? [block.text] : block.kind === 'list' ? block.items : block.kind === 'plan' ? [block.text] : []));
}

describe('the report goes from what happened to what to keep', () => {
  test('in this order, with nothing empty', () => {
    expect(outline(of(everything), tinyNotes).map(({ title }) => title)).toEqual([
      null, 'What most likely lay behind it', 'In whose hands it lay', 'With this employer', 'One plan for the next interview', 'What this is based on', 'Left out',
    ]);
    expect(outline(of({ outcome: 'rejected', arrival: 'on-time' }), tinyNotes).map(({ title }) => title)).toEqual([
      null, 'What is always possible', 'In whose hands it lay', 'One plan for the next interview', 'What spoke for you', 'Easy to believe, and not so', 'What would tell more',
    ]);
    for (const { blocks } of outline(of(everything), tinyNotes)) expect(blocks).not.toEqual([]);
  });

  test('it opens with the headline', () => {
    expect(outline(of(everything))[0]).toEqual({ title: null, blocks: [{ kind: 'text', text: of(everything).headline.text }] });
  });

  test.each([['advanced', 'What could have stopped you'], ['rejected', 'What most likely lay behind it'], ['cancelled', 'What most likely lay behind it']])('after “%s” it asks: %s', (outcome, title) => {
    expect(outline(of({ ...everything, outcome })).map(each => each.title)).toContain(title);
  });

  test('the title says no more than the first share bears out', () => {
    const titleAt = (share: number): unknown => {
      const diagnosis = of(everything);
      return outline({ ...diagnosis, explanations: diagnosis.explanations.map((each, index) => (index === 0 ? { ...each, share } : each)) })[1]?.title;
    };
    expect([titleAt(0.195), titleAt(0.194)]).toEqual(['What most likely lay behind it', 'What your answers point to']);
    const nothing = of({ outcome: 'rejected' });
    expect(textsIn(section('What is always possible', nothing))[0]).toMatch(/^Nothing in your answers speaks for or against these \(about \d+ in 100 together\): /);
    expect(outline(of({ outcome: 'waiting' }, corePack as Pack)).map(({ title }) => title)).toContain('If it turns out to be a no');
  });

  test('it was there or not, whatever came of it; only what it decides may be open', () => {
    const asked = (outcome: string): string => causesIn(of({ outcome, arrival: 'late' }, corePack))[0]?.lines[0]?.text.replaceAll(/[^?]*?(\w+ it \w+\?)/g, '$1 ') ?? '';
    expect(asked('rejected')).toMatch(/^Was it there\? Did it decide\?/);
    for (const outcome of ['advanced', 'no-reply', 'waiting']) expect(asked(outcome)).toMatch(/^Was it there\? Would it decide\?/);
  });

  test('a share that is rough is told once, as a range', () => {
    const diagnosis = of({ outcome: 'rejected', arrival: 'late' });
    const rough = diagnosis.explanations.map((each): Explanation => ({ ...each, share: 0.38, shareRange: [0.171, 0.488], necessity: 0, first: 0.48 }));
    expect(causesIn({ ...diagnosis, explanations: rough })[0]?.lines[0]?.text).toBe('Was it there? Yes, by your own answers. Did it decide? The figures are rough: its part may be anything from 17 to 49 in 100. With other fair figures it would stay first about 48 times in 100.');
  });

  test('what no question asks about is named, and found to be nobody’s fault', () => {
    const diagnosis = of(everything);
    expect(textsIn(section('In whose hands it lay', { ...diagnosis, parts: { ...diagnosis.parts, unseen: 0.3 } })).at(-1)).toMatch(/^“Something we did not ask about” is no fault that was found/);
  });

  test('answers that were left out are told at the end', () => {
    expect(outline(of(everything)).at(-1)).toEqual({ title: 'Left out', blocks: [{ kind: 'list', items: [expect.stringContaining('Did they know that you would be late?')] }] });
  });
});

describe('causes', () => {
  const supported = ({ explanations }: Diagnosis): readonly Explanation[] => explanations.filter(each => each.supported);

  test('at most three that answers speak for stand in full, the largest first, the others in one line', () => {
    const diagnosis = of(everything);
    expect(supported(diagnosis).map(({ cause }) => cause)).toEqual(['late', 'no-research', 'skills-gap', 'no-questions']);
    expect(causesIn(diagnosis).map(({ number, title }) => [number, title.replace(/^.*: /, '')])).toEqual([[1, 'You came late'], [2, 'you knew little about them'], [3, 'you lacked a skill']]);
    expect(textsIn(section(whyTitles, diagnosis))[0]).toBe('Also in your answers, with a smaller part: you asked nothing.');
  });

  test('what nothing speaks for or against is named in one line, with what it makes together', () => {
    const { explanations } = of({ outcome: 'rejected', arrival: 'late' });
    const share = (id: string): number => explanations.find(({ cause }) => cause === id)?.share ?? 0;
    const together = Math.round((share('rival') + share('skills-gap')) * 100);
    expect(textsIn(section(whyTitles, of({ outcome: 'rejected', arrival: 'late' })))).toEqual([
      `Always possible, and nothing in your answers speaks for or against them (about ${together} in 100 together): someone else suited them better; you lacked a skill.`,
    ]);
  });

  test('what answers speak for is not among them', () => {
    const line = textsIn(section(whyTitles, of(everything))).find(text => text.startsWith('Always possible'));
    expect(line).toMatch(/ together\): someone else suited them better\.$/);
  });

  test('what is ruled out is not named at all', () => {
    expect(JSON.stringify(outline(of({ outcome: 'rejected', attended: 'there', arrival: 'on-time' })))).not.toMatch(/ou came late|ou were not there/);
  });

  test('each says whether it was there with the range of the words, what it decided, and what speaks for and against it', () => {
    const [late, research] = causesIn(of({ ...everything, prepared: [] }));
    expect(late?.lines[0]?.text).toMatch(/^Was it there\? Yes, by your own answers\. Did it decide\? Its part is about \d+ in 100\./);
    expect(research?.lines[0]?.text).toMatch(/^Was it there\? Very likely \(80–95%\)\. Did it decide\? Its part is about \d+ in 100\./);
    expect(late?.lines.filter(({ mark }) => mark !== null)).toEqual([{ mark: 'for', text: 'You came after the agreed time.' }]);
  });

  test('for every pack and all answers: three at most, in the order of the ranking, all supported and likelier than “probably not”, and every other supported one in the line below', () => {
    const packs = fc.oneof({ arbitrary: arbitraryPack(), weight: 3 }, { arbitrary: fc.constant(corePack as Pack), weight: 1 });
    fc.assert(fc.property(packs.chain(pack => consistentAnswersTo(pack).map(answers => diagnose(answers, { pack, asOf: AS_OF }))), diagnosis => {
      if (!outline(diagnosis).some(({ title }) => title !== null && whyTitles.test(title))) return;
      const shown = causesIn(diagnosis);
      expect(shown.length).toBeLessThanOrEqual(3);
      expect(shown.map(({ number }) => number)).toEqual(shown.map((_, index) => index + 1));
      expect(shown.map(({ share }) => share)).toEqual([...supported(diagnosis)].filter(({ presence }) => presence >= 0.2).sort(byRanking(diagnosis.ranking)).slice(0, shown.length).map(({ share }) => share));
      const line = textsIn(section(whyTitles, diagnosis)).find(text => text.startsWith('Also in your answers'));
      expect(line?.split('; ').length ?? 0).toBe(supported(diagnosis).length - shown.length);
    }), { numRuns: 120, seed: 91 });
  });
});

describe('plans', () => {
  test('one for next time as if-then, at most two more below it', () => {
    const plans = section('One plan for the next interview', of(everything)).blocks.filter(({ kind }) => kind === 'plan');
    const texts = plans.map(plan => (plan.kind === 'plan' ? plan.text : ''));
    expect(texts[0]).toBe('If I have an interview, then I am at the door early.');
    expect(texts).toHaveLength(3);
    expect(texts.filter(text => !text.startsWith('If I have an interview, then '))).toEqual([]);
  });

  test('none is made up where nothing asks for a change, and that is not said before ten answers are in', () => {
    const nothing = of({ outcome: 'rejected' });
    const after = (count: number): string | undefined => textsIn(section('One plan for the next interview', { ...nothing, answers: Object.fromEntries(Array.from({ length: count }, (_, index) => [`question-${index}`, 'yes'])) }))[0];
    expect(nothing.plan.main).toBeNull();
    expect(after(10)).toMatch(/^Nothing in your answers asks for a change\. Prepare as you did/);
    expect(after(9)).toMatch(/^Your answers are too few yet to make a plan from\. A few more would help\./);
  });

  test('what can be done with this employer comes with the words to say', () => {
    expect(section('With this employer', of(everything)).blocks).toEqual([{ kind: 'plan', text: 'Say that you are sorry.', say: 'Sorry that you had to wait.' }]);
  });
});

test('whose hands it lay in is told in five bars that add to 1, and as one sum', () => {
  const diagnosis = of({ outcome: 'rejected', arrival: 'late' });
  const [bars, sum] = section('In whose hands it lay', diagnosis).blocks;
  expect(bars?.kind === 'bars' && bars.bars.map(({ value }) => value)).toEqual([diagnosis.parts.you, diagnosis.parts.fit, diagnosis.parts.them, diagnosis.parts.background, diagnosis.parts.unseen]);
  expect(bars?.kind === 'bars' && bars.bars.reduce((total, { value }) => total + value, 0)).toBeCloseTo(1, 12);
  expect(sum).toEqual({ kind: 'text', text: 'Outside your control: about 40 in 100.' });
});

test('what spoke for the reader, what is easy to believe, and what would tell more', () => {
  const diagnosis = of({ outcome: 'rejected', arrival: 'on-time', prepared: ['read-site'], 'questions-asked': 5 });
  expect(textsIn(section('What spoke for you', diagnosis)).toSorted()).toEqual(['You asked several questions.', 'You read their site.', 'You were there at the agreed time.']);
  expect(textsIn(section('Easy to believe, and not so', diagnosis))).toEqual(['“It was all my fault.” Most of it is never yours.']);
  expect(textsIn(section('What would tell more', diagnosis))).toContain('Which conversation was it?');
});
