import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coreNotes } from '../../src/core/coreNotes.ts';
import { corePack } from '../../src/core/corePack.ts';
import { byRanking } from '../../src/inference/ranking.ts';
import { diagnose } from '../../src/api/diagnose.ts';
import type { Notes } from '../../src/pack/notes.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Diagnosis, Explanation } from '../../src/diagnosis/diagnosis.ts';
import { coachSheet } from '../../src/report/coach/coachSheet.ts';
import type { Block, Section } from '../../src/report/section.ts';
import { arbitraryPack, AS_OF, consistentAnswersTo } from '../arbitraryPack.ts';
import { tinyNotes, tinyPack } from '../tinyPack.ts';

const everything = { outcome: 'rejected', stage: 'phone-screen', attended: 'there', arrival: 'late', 'questions-asked': 0, prepared: [], 'minutes-late': 3, 'warned-ahead': 'yes' } as const;

function of(answers: Readonly<Record<string, string | number | readonly string[]>>, pack: Pack = tinyPack): Diagnosis {
  return diagnose(answers, { pack });
}

function section(title: string | RegExp, diagnosis: Diagnosis): Section {
  const found = coachSheet(diagnosis).find(each => each.title !== null && (typeof title === 'string' ? each.title === title : title.test(each.title)));
  if (!found) throw new Error(`there is no section ${String(title)}`);
  return found;
}

const HANDS = /^How much of it (?:was|would be) yours$/;
const whyTitles = /^(What most likely lay behind it|What your answers point to|What is always possible|What could have stopped you|If it turns out to be a no)$/;

function causesIn(diagnosis: Diagnosis): readonly Extract<Block, { kind: 'cause' }>[] {
  return section(whyTitles, diagnosis).blocks.filter(block => block.kind === 'cause');
}

function textsIn({ blocks }: Section): readonly string[] {
  return blocks.flatMap(block => (block.kind === 'text' ? [block.text] : block.kind === 'list' ? block.items : block.kind === 'plan' ? [block.text] : []));
}

describe('the sheet goes from what happened to what it is based on', () => {
  test('in this order, with nothing empty', () => {
    expect(coachSheet(of(everything), tinyNotes).map(({ title }) => title)).toEqual([
      null, 'What most likely lay behind it', 'How much of it was yours', 'With this employer', 'The message', 'One plan for the next interview', 'The figures behind it',
      'What this is based on', 'Left out',
    ]);
    expect(coachSheet(of({ outcome: 'rejected', arrival: 'on-time' }), tinyNotes).map(({ title }) => title)).toEqual([
      null, 'What is always possible', 'What would change the order', 'How much of it was yours', 'One plan for the next interview', 'What spoke for you',
      'Easy to think, and not so', 'The figures behind it',
    ]);
    for (const { blocks } of coachSheet(of(everything), tinyNotes)) expect(blocks).not.toEqual([]);
  });

  test('all that it can hold, in this order, whatever the answers to the core pack', () => {
    const order = [
      null, 'Take care', 'From your coach', /^What your \d+ interviews say together$/, 'What the silence says', whyTitles, 'What would change the order', /^How much of it (?:was|would be) yours$/,
      'Where your search stops', 'For your session', /^(?:What to send, and when|Nothing more to send)$/, 'With this employer', 'The message', 'One plan for the next interview',
      'What spoke for you', 'Easy to think, and not so', 'The figures behind it', 'What this is based on', 'Left out',
    ];
    fc.assert(fc.property(consistentAnswersTo(corePack), fc.boolean(), (answers, coached) => {
      const coach = { strike: ['late'], add: ['rude'], theory: 'They ran out of time.', agreed: ['Two talks.'] };
      const sections = coachSheet(diagnose(answers as object, { asOf: AS_OF, ...(coached && { coach }) }), coreNotes);
      const places = sections.map(({ title }) => order.findIndex(each => (each instanceof RegExp ? title !== null && each.test(title) : each === title)));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places).not.toContain(-1);
      expect(new Set(places).size).toBe(places.length);
    }), { numRuns: 60 });
  });

  test('it opens with the headline', () => {
    expect(coachSheet(of(everything))[0]).toEqual({ title: null, blocks: [{ kind: 'text', text: of(everything).headline.text }] });
  });

  test.each([['advanced', 'What could have stopped you'], ['rejected', 'What most likely lay behind it'], ['cancelled', 'What most likely lay behind it']])('after “%s” it asks: %s', (outcome, title) => {
    expect(coachSheet(of({ ...everything, outcome })).map(each => each.title)).toContain(title);
  });

  test('the title says no more than the first share bears out', () => {
    const titleAt = (share: number): unknown => {
      const diagnosis = of(everything);
      return coachSheet({ ...diagnosis, explanations: diagnosis.explanations.map((each, index) => (index === 0 ? { ...each, share } : each)) })[1]?.title;
    };
    expect([titleAt(0.195), titleAt(0.194)]).toEqual(['What most likely lay behind it', 'What your answers point to']);
    const nothing = of({ outcome: 'rejected' });
    expect(textsIn(section('What is always possible', nothing))[0]).toMatch(/^Nothing in your answers speaks for or against these \(about \d+ in 100 together\): /);
    expect(coachSheet(of({ outcome: 'waiting' }, corePack as Pack)).map(({ title }) => title)).toContain('If it turns out to be a no');
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
    const said = (unseen: number): string => textsIn(section(HANDS, { ...diagnosis, parts: { ...diagnosis.parts, unseen } })).join(' ');
    expect([said(0.3), said(0.09)].map(text => text.includes('“Something we did not ask about” is no fault that was found'))).toEqual([true, false]);
  });

  test('answers that were left out are told at the end', () => {
    expect(coachSheet(of(everything)).at(-1)).toEqual({ title: 'Left out', blocks: [{ kind: 'list', items: [expect.stringContaining('Did they know that you would be late?')] }] });
  });
});

describe('causes', () => {
  const supported = ({ explanations }: Diagnosis): readonly Explanation[] => explanations.filter(each => each.supported);

  test('all that answers speak for stand in full, the first of the ranking first', () => {
    const diagnosis = of(everything);
    expect(supported(diagnosis).map(({ cause }) => cause)).toEqual(['late', 'no-research', 'skills-gap', 'no-questions']);
    expect(causesIn(diagnosis).map(({ title }) => title)).toEqual(['You came late', 'Very likely: you knew little about them', 'As likely as not: you lacked a skill', 'Likely: you asked nothing']);
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
    expect(JSON.stringify(coachSheet(of({ outcome: 'rejected', attended: 'there', arrival: 'on-time' })))).not.toMatch(/ou came late|ou were not there/);
  });

  test('each says whether it was there with the range of the words, what it decided, and what speaks for and against it', () => {
    const [late, research] = causesIn(of({ ...everything, prepared: [] }));
    expect(late?.lines[0]?.text).toMatch(/^Was it there\? Yes, by your own answers\. Did it decide\? Its part is about \d+ in 100\./);
    expect(research?.lines[0]?.text).toMatch(/^Was it there\? Very likely \(80–95%\)\. Did it decide\? Its part is about \d+ in 100\./);
    expect(late?.lines.filter(({ mark }) => mark !== null)).toEqual([{ mark: 'for', text: 'You came after the agreed time.' }]);
  });

  test('each says what other answers would show, three at most and how many more, unless it is certain', () => {
    const diagnosis = of(everything);
    const open = (count: number): Explanation['unknown'] => Array.from({ length: count }, (_, index) => ({ speaks: 'for', because: `Answer ${index} would show it.`, questions: [] }));
    const lines = (presence: number, count: number): readonly string[] => causesIn({
      ...diagnosis, explanations: diagnosis.explanations.map((each, index) => (index === 0 ? { ...each, presence, unknown: open(count) } : each)),
    })[0]?.lines.map(({ text }) => text) ?? [];
    expect(lines(0.6, 2)).toContain('Still open: answer 0 would show it; answer 1 would show it.');
    expect(lines(0.6, 5)).toContain('Still open: answer 0 would show it; answer 1 would show it; answer 2 would show it; and 2 more.');
    expect(lines(0.6, 0).filter(text => text.startsWith('Still open'))).toEqual([]);
    expect(lines(1, 5).filter(text => text.startsWith('Still open'))).toEqual([]);
  });

  test('one that people who hire call by a more general name says so', () => {
    const diagnosis = of({ outcome: 'rejected', arrival: 'late' });
    const generally = { cause: 'no-research', title: 'You were ill prepared' };
    const [late] = causesIn({ ...diagnosis, explanations: diagnosis.explanations.map(each => ({ ...each, generally })) });
    expect(late?.lines.map(({ text }) => text)).toContain('People who hire may put it more generally: you were ill prepared.');
  });

  test('for every pack and all answers: all that answers speak for and no other, in the order of the ranking, with their shares and all that speaks for and against them', () => {
    const packs = fc.oneof({ arbitrary: arbitraryPack(), weight: 3 }, { arbitrary: fc.constant(corePack as Pack), weight: 1 });
    fc.assert(fc.property(packs.chain(pack => consistentAnswersTo(pack).map(answers => diagnose(answers, { pack, asOf: AS_OF }))), diagnosis => {
      if (!coachSheet(diagnosis).some(({ title }) => title !== null && whyTitles.test(title))) return;
      const shown = causesIn(diagnosis);
      const expected = [...supported(diagnosis)].sort(byRanking(diagnosis.ranking));
      expect(shown.map(({ share }) => share)).toEqual(expected.map(({ share }) => share));
      expect(shown.map(({ lines }) => lines.flatMap(({ mark, text }) => (mark === null ? [] : [text])))).toEqual(expected.map(each => [...each.for, ...each.against].map(({ because }) => because)));
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

describe('what would change the order', () => {
  const title = 'What would change the order';

  test('how often each of the first three stays first with other fair figures, where there are two', () => {
    const diagnosis = of(everything);
    const firsts = (...first: readonly number[]): readonly string[] => {
      const [steady] = coachSheet({ ...diagnosis, nextQuestions: [], explanations: diagnosis.explanations.map((each, index) => ({ ...each, first: first[index] ?? 0 })) }).find(each => each.title === title)?.blocks ?? [];
      return steady?.kind === 'list' ? steady.items : [];
    };
    expect(firsts(0.2, 0.7, 0.1, 0.004)).toEqual([
      'You knew little about them: first with about 70 of 100 fair sets of figures.', 'You came late: first with about 20 of 100 fair sets of figures.', 'You lacked a skill: first with about 10 of 100 fair sets of figures.',
    ]);
    expect(firsts(0.4, 0.3, 0.2, 0.1)).toHaveLength(3);
    expect(firsts(0.999, 0.001)).toEqual([]);
  });

  test('the answers that are missing, and what each would tell apart', () => {
    const diagnosis = of({ outcome: 'rejected', arrival: 'late' });
    expect(diagnosis.nextQuestions.length).toBeGreaterThan(0);
    expect(textsIn(section(title, diagnosis))).toEqual([
      'These answers are missing, and would tell most:', ...diagnosis.nextQuestions.map(({ ask, why }) => `${ask.replace(' Choose all.', '')} ${why}`),
    ]);
  });
});

describe('how much of it was the reader’s', () => {
  test('is told in five bars that add to 1, and as one sum of what was not', () => {
    const diagnosis = of({ outcome: 'rejected', arrival: 'late' });
    const [bars, sum] = section(HANDS, diagnosis).blocks;
    expect(bars?.kind === 'bars' && bars.bars.map(({ value }) => value)).toEqual([diagnosis.parts.you, diagnosis.parts.fit, diagnosis.parts.them, diagnosis.parts.background, diagnosis.parts.unseen]);
    expect(bars?.kind === 'bars' && bars.bars.reduce((total, { value }) => total + value, 0)).toBeCloseTo(1, 12);
    expect(sum).toEqual({ kind: 'text', text: 'The employer, the others and luck make up about 30 in 100; the match, about 9 in 100, can change with the jobs you apply for.' });
  });

  test('is what answers leave open where none of them names such a thing', () => {
    const named = (answers: Parameters<typeof of>[0]): boolean => textsIn(section(HANDS, of(answers))).some(text => text.startsWith('No such thing is named in your answers'));
    expect([named({ outcome: 'rejected' }), named({ outcome: 'rejected', arrival: 'late' })]).toEqual([true, false]);
  });

  test.each([['rejected', 'was'], ['cancelled', 'was'], ['advanced', 'would be'], ['no-reply', 'would be'], ['waiting', 'would be']])('after “%s” the title has: %s', (outcome, words) => {
    expect(coachSheet(of({ outcome, arrival: 'late' }, corePack)).map(({ title }) => title)).toContain(`How much of it ${words} yours`);
  });
});

describe('for whoever helps', () => {
  test('what to take care of stands before everything that was inferred', () => {
    const diagnosis = of(everything);
    expect(coachSheet({ ...diagnosis, flags: [{ id: 'law', says: 'Time limits can be short.' }] })[1]).toEqual({ title: 'Take care', blocks: [{ kind: 'list', items: ['Time limits can be short.'] }] });
    expect(coachSheet(diagnosis).map(({ title }) => title)).not.toContain('Take care');
    const flagged = of({ outcome: 'rejected', 'asked-unlawfully': ['family'] }, corePack);
    expect(textsIn(section('Take care', flagged))).toEqual(flagged.flags.map(({ says }) => says));
  });

  test('an open question for each cause in the foreground, where the notes have one', () => {
    const diagnosis = of({ outcome: 'rejected', arrival: 'late' }, corePack);
    const explore = coreNotes.causes['late']?.explore;
    expect(explore).toMatch(/\?$/);
    const hypotheses = (notes?: Notes): readonly string[] => coachSheet(diagnosis, notes).filter(({ title }) => title === 'For your session').flatMap(textsIn).filter(text => text.endsWith('?'));
    expect(hypotheses(coreNotes)).toEqual([`You arrived late. ${explore ?? ''}`]);
    expect(hypotheses()).toEqual([]);
  });

  test('what the employer alone knows, in words for them', () => {
    const asking: Diagnosis = { ...of({ outcome: 'rejected', arrival: 'late' }), employerQuestion: { question: 'stage', ask: 'May I ask one thing?' } };
    expect(textsIn(section('For your session', asking))).toEqual(['If a conversation with the employer is still possible, this question would tell you most: “May I ask one thing?”']);
    expect(coachSheet({ ...asking, employerQuestion: null }).map(({ title }) => title)).not.toContain('For your session');
  });

  test('the message that is due, and what only the client can put into it', () => {
    const diagnosis = of({ outcome: 'rejected', arrival: 'late' });
    expect(section('The message', diagnosis).blocks).toEqual([{ kind: 'message', lead: 'Today, send this:', text: 'Sorry that you had to wait.', blanks: [] }]);
    const open = of({ outcome: 'advanced' }, corePack);
    const [, gaps] = section('The message', open).blocks;
    expect(open.plan.message?.blanks.length).toBeGreaterThan(0);
    expect(gaps).toEqual({ kind: 'list', items: open.plan.message?.blanks.map(({ says }) => `To fill in: ${says}.`) });
    expect(coachSheet({ ...diagnosis, plan: { ...diagnosis.plan, message: null } }).map(({ title }) => title)).not.toContain('The message');
  });

  test('what a coach said stands as theirs, and in no figure', () => {
    const coach = { strike: ['late'], add: ['skills-gap'], theory: 'They ran out of time.', agreed: ['Two more talks.'] };
    const answers = { outcome: 'rejected', arrival: 'late' } as const;
    const coached = diagnose(answers, { pack: tinyPack, coach });
    expect(textsIn(section('From your coach', coached))).toEqual(["It wasn't this: you came late.", 'Also look at this: you lacked a skill.', 'Your own view: They ran out of time.', 'Agreed: Two more talks.']);
    expect([coached.explanations, coached.parts]).toEqual([of(answers).explanations, of(answers).parts]);
    expect(coachSheet(of(answers)).map(({ title }) => title)).not.toContain('From your coach');
  });

  test('the figures that everything rests on', () => {
    const diagnosis = of({ outcome: 'rejected', arrival: 'late' });
    const figures = (change: Partial<Diagnosis>): readonly string[] => textsIn(section('The figures behind it', { ...diagnosis, usualNo: 0.69, steadiness: 0.81, plan: { ...diagnosis.plan, chance: { asItStands: 0.24, withPlan: 0.29 } }, ...change }));
    expect(figures({})).toEqual([
      'Of 100 people of whom nothing is known, about 69 do not get through to the next round.',
      'The first explanation stays first with about 81 of 100 sets of figures within their ranges.',
      'The next interview, elsewhere, goes well in about 24 of 100 cases as it stands, and in about 29 of 100 with the whole plan, if these figures hold.',
      'Shares are exact for the rules “tiny” 1.2.3; the rules themselves are rough, and their ranges say how rough.',
    ]);
    expect(figures({ steadiness: null })).toHaveLength(3);
  });
});

test('what spoke for the reader, six at most, and what is easy to think, three at most', () => {
  const diagnosis = of({ outcome: 'rejected', arrival: 'on-time', prepared: ['read-site'], 'questions-asked': 5 });
  const [strength, belief] = [diagnosis.strengths[0], diagnosis.beliefs[0]];
  if (!strength || !belief) throw new Error('there should be both');
  expect(textsIn(section('What spoke for you', diagnosis)).toSorted()).toEqual(['You asked several questions.', 'You read their site.', 'You were there at the agreed time.']);
  expect(textsIn(section('Easy to think, and not so', diagnosis))).toEqual(['“It was all my fault.” Most of it is never yours.']);
  const many: Diagnosis = { ...diagnosis, strengths: Array.from({ length: 9 }, () => strength), beliefs: Array.from({ length: 9 }, () => belief) };
  expect([textsIn(section('What spoke for you', many)).length, textsIn(section('Easy to think, and not so', many)).length]).toEqual([6, 3]);
});
