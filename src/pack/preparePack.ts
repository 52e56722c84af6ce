import { type Condition, questionsOf } from './condition.ts';
import { type Layout, layOut } from './layout.ts';
import type { Conditional } from './logic.ts';
import type { Cause, Pack, Sign, WaitingSign } from './pack.ts';
import { type PreparedQuestion, prepareQuestion } from './prepareQuestion.ts';
import { weightOf } from './speaks.ts';
import { bitTestsOf, compileTest, type Test } from './test.ts';

/** A pack made ready for answers, once: names as a table, conditions as tests of bits, and who looks at what. */
export interface Prepared {
  readonly pack: Pack;
  readonly layout: Layout;
  readonly questions: readonly PreparedQuestion[];
  /** Questions for a number that count the days from a date, and those dates. */
  readonly counters: readonly { readonly counter: number; readonly date: number }[];
  /** Index of each question by id. */
  readonly questionIndices: ReadonlyMap<string, number>;
  /** Index of each cause by id. */
  readonly causeIndices: ReadonlyMap<string, number>;
  /** By question: what shows that it is put to someone, and what shows that it is not; `null` where it is put to everybody. */
  readonly askIf: readonly ({ readonly shown: Test; readonly refuted: Test } | null)[];
  /** By question: later ones that are asked, or not, by its answer. */
  readonly opens: readonly (readonly number[])[];
  readonly contradictions: readonly Test[];
  /** By question: which contradictions look at it. */
  readonly contradicting: readonly (readonly number[])[];
  readonly beliefs: readonly { readonly when: Test; readonly unless: Test | null }[];
  readonly causes: readonly PreparedCause[];
  /** Indices of the causes that may bring about a no. */
  readonly ofNo: readonly number[];
  /** Those that may lie behind silence. */
  readonly silent: readonly PreparedSilence[];
  /** By column: the causes whose numbers or signs look at it. */
  readonly watchers: readonly (readonly Watcher[])[];
  /** By question: whether what silence means is worked out by it, beside how it ended. */
  readonly ofWaiting: readonly boolean[];
  /** By the type of employer or the state that they speak of. */
  readonly waitingSigns: ReadonlyMap<string, readonly PreparedSign<WaitingSign>[]>;
}

/** A cause that looks at some bits of a column, or at whether it is answered at all. */
export interface Watcher {
  readonly cause: number;
  readonly mask: number;
  readonly negates: boolean;
}

/** A cause of silence, by index. */
export interface PreparedSilence {
  readonly cause: number;
  /** Whether it keeps them from deciding, and not from telling. */
  readonly undecided: boolean;
  /** Its part among the causes of that state; they add to 1, or are all 0. */
  readonly share: number;
}

export interface PreparedCause {
  readonly cause: Cause;
  readonly baseRate: PreparedNumber;
  /** `null` where it explains silence only. */
  readonly strength: PreparedNumber | null;
  /** In the order of the file. */
  readonly signs: readonly PreparedSign<Sign>[];
  /** Those that establish it or rule it out. */
  readonly settling: readonly PreparedSign<Sign>[];
  /** The others, those of one group next to each other and the strongest first. */
  readonly graded: readonly PreparedSign<Sign>[];
}

/** A number that is another one under a condition; the first that holds decides. */
export interface PreparedNumber {
  readonly usual: number;
  readonly when: readonly { readonly test: Test; readonly value: number }[];
}

export interface PreparedSign<S> {
  readonly sign: S;
  readonly when: Test;
  readonly unless: Test | null;
  /** Logarithm of the likelihood ratio; infinite where it settles the matter. */
  readonly weight: number;
  /** The slot of its group: signs with the same slot speak of one fact. A sign without a group has one of its own. */
  readonly slot: number;
}

/** @param pack - sealed: nobody can change it afterwards */
export function preparePack(pack: Pack): Prepared {
  const { questions, causes } = pack;
  const layout = layOut(questions, conditionsIn(pack));
  const compile = (condition: Condition): Test => compileTest(condition, layout);
  const refutes = (condition: Condition): Test => compileTest(condition, layout, false);
  const prepared = causes.map(cause => prepareCause(cause, compile));
  return {
    pack, layout,
    questions: questions.map(prepareQuestion),
    counters: countersIn(questions),
    questionIndices: new Map(questions.map(({ id }, index) => [id, index])),
    causeIndices: new Map(causes.map(({ id }, index) => [id, index])),
    askIf: questions.map(({ askIf }) => (askIf ? { shown: compile(askIf), refuted: refutes(askIf) } : null)),
    opens: lookingAt(questions, questions.map(({ askIf }) => askIf)),
    contradictions: pack.contradictions.map(({ when }) => compile(when)),
    contradicting: lookingAt(questions, pack.contradictions.map(({ when }) => when)),
    beliefs: pack.beliefs.map(({ when, unless }) => ({ when: compile(when), unless: unless ? compile(unless) : null })),
    causes: prepared,
    ofNo: causes.flatMap(({ strength }, index) => (strength ? [index] : [])),
    silent: silentIn(causes),
    watchers: watchersIn(layout, prepared),
    ofWaiting: ofWaitingIn(pack),
    waitingSigns: waitingSignsOf(pack, compile),
  };
}

function countersIn(questions: Pack['questions']): Prepared['counters'] {
  return questions.flatMap((question, counter) => (question.kind === 'number' && question.countsDaysFrom !== undefined ? [{ counter, date: question.countsDaysFrom }] : []));
}

/** For each question the indices of the conditions that look at it. */
function lookingAt(questions: Pack['questions'], conditions: readonly (Condition | undefined)[]): readonly (readonly number[])[] {
  const looked = conditions.map(condition => (condition ? questionsOf(condition) : []));
  return questions.map((_, question) => looked.flatMap((own, index) => (own.includes(question) ? [index] : [])));
}

function watchersIn({ columns }: Layout, causes: readonly PreparedCause[]): Prepared['watchers'] {
  const watchers = Array.from({ length: columns }, () => new Map<number, Watcher>());
  causes.forEach((own, cause) => {
    for (const { column, mask, negated } of testsOf(own).flatMap(bitTestsOf)) {
      const before = watchers[column]?.get(cause);
      watchers[column]?.set(cause, { cause, mask: mask | (before ? before.mask : 0), negates: negated || before?.negates === true });
    }
  });
  return watchers.map(own => [...own.values()]);
}

/** Every condition whose comparisons the columns must tell apart. */
function conditionsIn({ questions, contradictions, beliefs, causes, waiting }: Pack): readonly Condition[] {
  const ofSign = ({ when, unless }: Pick<Sign, 'when' | 'unless'>): readonly Condition[] => (unless ? [when, unless] : [when]);
  return [
    ...questions.flatMap(({ askIf }) => askIf ?? []),
    ...contradictions.map(({ when }) => when),
    ...beliefs.flatMap(ofSign),
    ...causes.flatMap(({ baseRate, strength, signs }) => [...[...baseRate.when, ...(strength?.when ?? [])].map(branch => branch.if), ...signs.flatMap(ofSign)]),
    ...(waiting?.signs ?? []).flatMap(ofSign),
  ];
}

function prepareCause(cause: Cause, compile: (condition: Condition) => Test): PreparedCause {
  const signs = prepareSigns(cause.signs, compile);
  const graded = signs.filter(({ weight }) => Number.isFinite(weight));
  const strongest = graded.toSorted((a, b) => a.slot - b.slot || Math.abs(b.weight) - Math.abs(a.weight));
  return {
    cause, signs,
    baseRate: prepareNumber(cause.baseRate, compile),
    strength: cause.strength ? prepareNumber(cause.strength, compile) : null,
    settling: signs.filter(({ weight }) => !Number.isFinite(weight)),
    graded: strongest,
  };
}

function prepareNumber({ value, when }: Conditional, compile: (condition: Condition) => Test): PreparedNumber {
  return { usual: value, when: when.map(branch => ({ test: compile(branch.if), value: branch.value })) };
}

/** Signs with their conditions as tests, their weights, and the facts of which they speak. */
export function prepareSigns<S extends Pick<Sign, 'when' | 'unless' | 'speaks' | 'group'>>(signs: readonly S[], compile: (condition: Condition) => Test): readonly PreparedSign<S>[] {
  const slots = new Map<string | S, number>();
  return signs.map(sign => {
    const fact = sign.group ?? sign;
    const slot = slots.get(fact) ?? slots.size;
    slots.set(fact, slot);
    return { sign, when: compile(sign.when), unless: sign.unless ? compile(sign.unless) : null, weight: weightOf(sign.speaks), slot };
  });
}

function silentIn(causes: readonly Cause[]): readonly PreparedSilence[] {
  const silent = causes.flatMap(({ silence }, cause) => (silence ? [{ cause, undecided: silence.state === 'undecided', share: silence.share.value }] : []));
  return silent.map(each => {
    const whole = silent.reduce((sum, { undecided, share }) => (undecided === each.undecided ? sum + share : sum), 0);
    return { ...each, share: whole > 0 ? each.share / whole : 0 };
  });
}

/** The days that are counted, the dates from which they are, and what its signs look at. */
function ofWaitingIn({ questions, waiting }: Pack): Prepared['ofWaiting'] {
  const counters = [waiting?.daysSince, waiting?.daysPastPromise].filter(counter => counter !== undefined);
  const dates = counters.map(counter => questions[counter]).flatMap(question => (question?.kind === 'number' ? question.countsDaysFrom ?? [] : []));
  const looked = (waiting?.signs ?? []).flatMap(({ when, unless }) => [...questionsOf(when), ...(unless ? questionsOf(unless) : [])]);
  const all = new Set([...counters, ...dates, ...looked]);
  return questions.map(({ id }, question) => id === 'outcome' || all.has(question));
}

function waitingSignsOf({ waiting }: Pack, compile: (condition: Condition) => Test): Prepared['waitingSigns'] {
  const signs = prepareSigns(waiting?.signs ?? [], compile);
  return new Map(signs.map(({ sign: { of } }) => [of, signs.filter(other => other.sign.of === of)]));
}

function testsOf({ baseRate, strength, signs }: PreparedCause): readonly Test[] {
  const cases = [...baseRate.when, ...(strength?.when ?? [])].map(({ test }) => test);
  return [...cases, ...signs.flatMap(({ when, unless }) => (unless ? [when, unless] : [when]))];
}
