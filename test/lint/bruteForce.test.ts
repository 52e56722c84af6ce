import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerValue } from '../../src/answers/answers.ts';
import { holds } from '../../src/answers/holds.ts';
import { type KnownAnswers, readAnswers } from '../../src/answers/readAnswers.ts';
import type { ParsedFiles } from '../../src/authoring/files/packFiles.ts';
import { type Lab, labOf } from '../../src/lint/lab.ts';
import type { LintRule } from '../../src/lint/rule.ts';
import { caseNeverChosen } from '../../src/lint/rules/caseNeverChosen.ts';
import { causeNeverRaised } from '../../src/lint/rules/causeNeverRaised.ts';
import { countedTwice } from '../../src/lint/rules/countedTwice.ts';
import { fixNeverApplies } from '../../src/lint/rules/fixNeverApplies.ts';
import { questionUnreachable } from '../../src/lint/rules/questionUnreachable.ts';
import { signNeverShows } from '../../src/lint/rules/signNeverShows.ts';
import { signsClash } from '../../src/lint/rules/signsClash.ts';
import type { Answer } from '../../src/pack/answer.ts';
import type { Condition } from '../../src/pack/condition.ts';
import type { Cause, Fix, Pack, Question, Sign } from '../../src/pack/pack.ts';
import { preparePack } from '../../src/pack/preparePack.ts';
import { sealedPack } from '../../src/pack/sealed.ts';
import { likelihoodRatio, speaksWords } from '../../src/pack/speaks.ts';
import { bareCause, barePack } from '../arbitraryPack.ts';

/** Every answer to each question of these packs, beside none. */
const values: Readonly<Record<string, readonly AnswerValue[]>> = {
  colour: ['red', 'green', 'blue'],
  count: [0, 1, 2, 3],
  likes: [[], ['tea'], ['milk'], ['rum'], ['tea', 'milk'], ['tea', 'rum'], ['milk', 'rum'], ['tea', 'milk', 'rum']],
  sure: ['yes', 'no'],
};

const options = (...ids: string[]): readonly { id: string; says: string; typical: number }[] => ids.map(id => ({ id, says: id, typical: 0.3 }));
const common = { section: 'all', dontKnow: 0 };

function questionsWith(askIfs: readonly (Condition | undefined)[]): readonly Question[] {
  const asked = (index: number): { readonly askIf?: Condition } => (askIfs[index] ? { askIf: askIfs[index] } : {});
  return [
    { ...common, id: 'colour', ask: 'Which?', kind: 'one-of', options: options('red', 'green', 'blue') },
    { ...common, ...asked(0), id: 'count', ask: 'How many?', kind: 'number', unit: 'things', from: 0, to: 3, typical: [{ value: 1, share: 1 }] },
    { ...common, ...asked(1), id: 'likes', ask: 'What?', kind: 'several-of', options: options('tea', 'milk', 'rum') },
    { ...common, ...asked(2), id: 'sure', ask: 'Sure?', kind: 'yes-no', options: options('yes', 'no') },
  ];
}

/** Conditions on the first so many questions. */
function conditionOn(questions: number): fc.Arbitrary<Condition> {
  const bound = fc.option(fc.record({ value: fc.integer({ min: 0, max: 3 }), included: fc.boolean() }));
  const atoms: readonly fc.Arbitrary<Condition>[] = [
    fc.subarray([0, 1, 2], { minLength: 1, maxLength: 2 }).map(chosen => ({ test: 'chosen', question: 0, options: chosen })),
    fc.tuple(bound, bound).map(([from, to]) => ({ test: 'within', question: 1, from, to })),
    fc.oneof(
      fc.subarray([0, 1, 2], { minLength: 1, maxLength: 2 }).map((chosen): Condition => ({ test: 'chosen', question: 2, options: chosen })),
      fc.constant<Condition>({ test: 'none-chosen', question: 2 }),
      fc.tuple(bound, bound).map(([from, to]): Condition => ({ test: 'within', question: 2, from, to })),
    ),
    fc.nat(1).map(option => ({ test: 'chosen', question: 3, options: [option] })),
  ];
  return fc.letrec<{ condition: Condition }>(tie => ({
    condition: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      fc.oneof(...atoms.slice(0, questions)),
      fc.record({ test: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('condition'), { minLength: 2, maxLength: 3 }) }),
      tie('condition').map((of): Condition => ({ test: 'not', of })),
    ),
  })).condition;
}

const exception = fc.option(conditionOn(4), { nil: undefined, freq: 2 }).map(unless => (unless ? { unless } : {}));
const sign: fc.Arbitrary<Sign> = fc.record({ when: conditionOn(4), exception, speaks: fc.constantFrom(...speaksWords), group: fc.constantFrom(undefined, undefined, 'one') })
  .map(({ when, exception: except, speaks, group }) => ({ when, ...except, speaks, ...(group ? { group } : {}), because: 'It was so.', keep: false }));
const fix: fc.Arbitrary<Fix> = fc.record({ when: conditionOn(4), exception })
  .map(({ when, exception: except }) => ({ id: 'a-fix', for: 'now', when, ...except, do: 'Do it.', removes: { value: 0.5 }, effort: 'minutes' }));
const cause: fc.Arbitrary<Cause> = fc.record({ signs: fc.array(sign, { minLength: 1, maxLength: 3 }), fixes: fc.array(fix, { maxLength: 1 }), cases: fc.array(conditionOn(4), { maxLength: 3 }) })
  .map(({ signs, fixes, cases }) => ({ ...bareCause('it'), signs, fixes, strength: { value: 0.5, when: cases.map(when => ({ if: when, value: 0.1 })) } }));

const smallPack: fc.Arbitrary<Pack> = fc.record({
  askIfs: fc.tuple(...[1, 2, 3].map(before => fc.option(conditionOn(before), { nil: undefined }))),
  contradictions: fc.array(conditionOn(4), { maxLength: 1 }), own: cause,
}).map(({ askIfs, contradictions, own }) => sealedPack({
  ...barePack(0.1, 0, [own]), questions: questionsWith(askIfs), contradictions: contradictions.map(when => ({ when, because: 'It cannot be.' })),
}));

/** A pack as if it had been read from files: its parts stand where they would. */
function labFor(pack: Pack): Lab {
  const file = (value: unknown): never => ({ file: 'it.yaml', value, place: () => ({ file: 'it.yaml', line: 1, column: 1 }) }) as never;
  const causes = pack.causes.map(({ id, signs, strength }) => file({ id, signs, 'base-rate': {}, strength: { when: strength?.when } }));
  const parsed = { pack: [], beliefs: [], sources: [], causes, questions: [file({ questions: pack.questions })] } as unknown as ParsedFiles;
  return labOf({ read: { pack } as never, parsed });
}

type Answers = readonly (Answer | undefined)[];

interface OneSheet {
  readonly answers: Answers;
  readonly size: number;
}

/** All answers that a person can give and that a pack accepts, but for what a cause says of them. */
function everySheet(pack: Pack): readonly OneSheet[] {
  const prepared = preparePack(pack);
  const sheets = Object.entries(values).reduce<readonly (readonly (readonly [string, AnswerValue])[])[]>(
    (before, [id, own]) => [...before, ...before.flatMap(given => own.map((value): readonly (readonly [string, AnswerValue])[] => [...given, [id, value]]))], [[]],
  );
  return sheets.flatMap(given => {
    const read = readAnswers(prepared, Object.fromEntries(given));
    return read.ok && read.value.leftOut.length === 0 ? [{ answers: answersIn(read.value), size: given.length }] : [];
  });
}

function answersIn({ reading: { answers } }: KnownAnswers): Answers {
  return answers;
}

const isHeld = (condition: Condition | undefined, answers: Answers, otherwise: boolean): boolean => (condition ? holds(condition, answers) === true : otherwise);
const isSeen = ({ when, unless }: { readonly when?: Condition; readonly unless?: Condition }, answers: Answers): boolean => isHeld(when, answers, true) && !isHeld(unless, answers, false);
const settles = (own: Cause, answers: Answers, speaks: Sign['speaks']): boolean => own.signs.some(each => each.speaks === speaks && isSeen(each, answers));

function logOddsGain({ signs }: Cause, answers: Answers): number {
  const facts = new Map<unknown, number>();
  for (const each of signs.filter(shown => isSeen(shown, answers))) {
    const [fact, weight] = [each.group ?? each, Math.log(likelihoodRatio[each.speaks])];
    if (Math.abs(weight) > Math.abs(facts.get(fact) ?? 0)) facts.set(fact, weight);
  }
  return settles({ signs } as unknown as Cause, answers, 'rules out') ? -1 : [...facts.values()].reduce((sum, weight) => sum + weight, 0);
}

/** What each rule is to find, told by looking at every sheet. */
function expected(pack: Pack): ReadonlyMap<LintRule, readonly string[]> {
  const [own] = pack.causes as [Cause];
  const all = everySheet(pack);
  const sheets = all.filter(({ answers }) => !(settles(own, answers, 'establishes') && settles(own, answers, 'rules out')));
  const some = (seen: (answers: Answers) => boolean): boolean => sheets.some(({ answers }) => seen(answers));
  const indices = own.signs.map((_, index) => index);
  const at = (index: number): Sign => own.signs[index] as Sign;
  const graded = (index: number): boolean => !['establishes', 'rules out'].includes(at(index).speaks);
  const cases = own.strength?.when ?? [];
  const twice = (one: number, other: number): boolean => graded(one) && graded(other)
    && (likelihoodRatio[at(one).speaks] > 1) === (likelihoodRatio[at(other).speaks] > 1)
    && (at(one).group === undefined || at(one).group !== at(other).group)
    && sheets.every(({ answers }) => isSeen(at(one), answers) === isSeen(at(other), answers));
  return new Map<LintRule, readonly string[]>([
    [signNeverShows, indices.filter(index => !some(answers => isSeen(at(index), answers))).map(index => `signs.${index}.when`)],
    [signsClash, indices.filter(index => at(index).speaks === 'establishes').flatMap(one => indices.filter(other => at(other).speaks === 'rules out'
      && all.some(({ answers }) => isSeen(at(one), answers) && isSeen(at(other), answers))).map(other => `signs.${other}`))],
    [countedTwice, indices.filter(later => indices.some(earlier => earlier < later && twice(earlier, later))).map(index => `signs.${index}.when`)],
    [causeNeverRaised, some(answers => logOddsGain(own, answers) > 1e-9) ? [] : ['signs']],
    [questionUnreachable, pack.questions.flatMap(({ askIf }, index) => (askIf && !some(answers => isHeld(askIf, answers, true)) ? [`questions.${index}.ask-if`] : []))],
    [fixNeverApplies, own.fixes.flatMap((each, index) => (some(answers => isSeen(each, answers) && !settles(own, answers, 'rules out')) ? [] : [`fixes.${index}.when`]))],
    [caseNeverChosen, cases.flatMap((_, index) => (some(answers => cases.findIndex(each => isHeld(each.if, answers, true)) === index) ? [] : [`strength.when.${index}.if`]))],
  ]);
}

const found = (rule: LintRule, lab: Lab): readonly string[] => [...rule.find(lab)].map(({ path }) => path.join('.')).sort();

describe('what is proven of a pack is what looking at every answer sheet shows', () => {
  test.each([signNeverShows, signsClash, countedTwice, causeNeverRaised, questionUnreachable, fixNeverApplies, caseNeverChosen].map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
    fc.assert(fc.property(smallPack, pack => {
      expect(found(rule, labFor(pack))).toEqual([...expected(pack).get(rule) ?? []].sort());
    }), { numRuns: 100 });
  });

  test('the sheet that shows a sign is one of the smallest, and shows it', () => {
    fc.assert(fc.property(smallPack, pack => {
      const [own] = pack.causes as [Cause];
      const lab = labFor(pack);
      const sheets = everySheet(pack).filter(({ answers }) => !(settles(own, answers, 'establishes') && settles(own, answers, 'rules out')));
      for (const { sign: each, when, unless } of lab.causes[0]?.signs ?? []) {
        const smallest = Math.min(...sheets.filter(({ answers }) => isSeen(each, answers)).map(({ size }) => size));
        const sheet = lab.seek([when], unless ? [unless] : []);
        if (typeof sheet === 'string') continue;
        expect(Object.keys(sheet.answers)).toHaveLength(smallest);
        const read = readAnswers(preparePack(pack), sheet.answers);
        expect(read.ok && isSeen(each, answersIn(read.value))).toBe(true);
      }
    }), { numRuns: 100 });
  });
});

describe('answers that a pack refuses by themselves', () => {
  const red: Condition = { test: 'chosen', question: 0, options: [0] };
  const sure: Condition = { test: 'chosen', question: 3, options: [0] };
  const said = { because: 'It was so.', keep: false };
  const establishes: Sign = { ...said, when: red, speaks: 'establishes' };
  const labWith = (...signs: readonly Sign[]): Lab => labFor(sealedPack({ ...barePack(0.1, 0, [{ ...bareCause('it'), signs }]), questions: questionsWith([]) }));

  test('show a sign beside one more answer, which cancels what they contradicted', () => {
    const lab = labWith(establishes, { ...said, when: red, unless: sure, speaks: 'rules out' });
    expect(lab.seek([lab.testOf(red)])).toMatchObject({ answers: { colour: 'red', sure: 'yes' } });
    expect(found(signNeverShows, lab)).toEqual(['signs.1.when']);
  });

  test('show nothing where no further answer does', () => {
    expect(found(signNeverShows, labWith(establishes, { ...said, when: red, speaks: 'rules out' }))).toEqual(['signs.0.when', 'signs.1.when']);
  });

  test('raise a cause beside one more answer, which cancels what spoke against it', () => {
    const against: Sign = { ...said, when: red, unless: sure, speaks: 'strongly against' };
    expect(found(causeNeverRaised, labWith({ ...establishes, speaks: 'for' }, against))).toEqual([]);
    expect(found(causeNeverRaised, labWith({ ...establishes, speaks: 'for' }, { ...said, when: red, speaks: 'strongly against' }))).toEqual(['signs']);
  });
});
