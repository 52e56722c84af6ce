import { corePack } from '../../src/core/corePack.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { type AnswerSet, answerSets } from './answerSets.ts';
import { afterview, afterviewFromAnswers } from './engines/afterview.ts';
import { generatedCode, generatedIndex } from './engines/generatedCode.ts';
import { jsonLogicCompiled, jsonLogicInterpreted, jsonLogicJs } from './engines/jsonLogic.ts';
import { jsonRulesEngine } from './engines/jsonRulesEngine.ts';
import type { Engine, Matcher, Shown } from './engines/matcher.ts';
import { installPeers } from './engines/peer.ts';
import { plainLoop } from './engines/plainLoop.ts';
import { zenEngine } from './engines/zenEngine.ts';
import { askerOf, diagnoserOf, explainerOf, readerOf } from './ours.ts';
import { syntheticPack } from './packs.ts';
import { type MatchingCase, printCase, printTables } from './matchingReport.ts';
import { quantile } from './quantile.ts';
import { type Contender, measure } from './rounds.ts';

/** The slowest comes last, so that its garbage is out of the way when the first has its turn again. */
const engines: readonly Engine[] = [
  afterview,
  afterviewFromAnswers,
  generatedIndex,
  generatedCode,
  plainLoop,
  jsonLogicCompiled,
  jsonLogicInterpreted,
  jsonLogicJs,
  zenEngine,
  jsonRulesEngine,
];

const SETS = 8;
const SIZES = [150, 1500, 15_000];
/** As many questions are answered however large the pack is, and then all, or as many as may be answered at most. */
const ANSWERED = [45, 1000];
/** What takes longer with a tenth of the signs is not tried, as it may take a hundred times as long. */
const MOST_MICROSECONDS = 20_000;

/**
 * Times how long engines take to say which signs of a pack some answers show, and beside them all that afterview makes
 * of the same answers.
 *
 * @throws Error unless all engines say the same of all answers
 */
export async function matching(): Promise<readonly MatchingCase[]> {
  installPeers();
  const cases: MatchingCase[] = [];
  for (const answered of ANSWERED) {
    for (const pack of [corePack, ...SIZES.map(syntheticPack)]) {
      const few = answered === ANSWERED[0];
      const tooLong = few ? tooLongAfter(cases.at(-1), signsOf(pack)) : [];
      const done = await matchingCase(pack, answerSets(pack, SETS, answered), few, tooLong);
      printCase(done, tooLong);
      cases.push(done);
    }
  }
  const few = cases.slice(0, cases.length / ANSWERED.length);
  printTables([few, cases.slice(few.length)]);
  return cases;
}

/** What of afterview took so long with a tenth of the signs that it is not tried with all; engines always are. */
function tooLongAfter(smaller: MatchingCase | undefined, signs: number): readonly string[] {
  if (!smaller || signs < smaller.signs * 10) return [];
  return smaller.measured
    .filter(({ microseconds }) => quantile(microseconds) > MOST_MICROSECONDS)
    .map(({ name }) => name)
    .filter(name => !engines.some(engine => engine.name === name));
}

function signsOf(pack: Pack): number {
  return pack.causes.reduce((sum, { signs }) => sum + signs.length, 0);
}

async function matchingCase(
  pack: Pack,
  sets: readonly AnswerSet[],
  whole: boolean,
  tooLong: readonly string[],
): Promise<MatchingCase> {
  const matchers: { readonly name: string; readonly matcher: Matcher }[] = [];
  for (const { name, matcherOf } of engines) matchers.push({ name, matcher: await matcherOf(pack) });
  await agree(matchers, sets);
  const contenders = [
    ...(whole ? wholes(pack, sets).filter(({ name }) => !tooLong.includes(name)) : []),
    ...matchers.map(({ name, matcher: { factsOf, match } }) => turns(name, sets.map(factsOf), match)),
  ];
  const answers = sets.reduce((sum, set) => sum + Object.keys(set).length, 0) / sets.length;
  return { pack: pack.id, signs: signsOf(pack), answers: Math.round(answers), measured: await measure(contenders) };
}

/** @throws Error naming the first engine that says something else than the first one of all */
async function agree(
  matchers: readonly { readonly name: string; readonly matcher: Matcher }[],
  sets: readonly AnswerSet[],
): Promise<void> {
  for (const [at, answers] of sets.entries()) {
    let expected: Shown | undefined;
    for (const { name, matcher } of matchers) {
      const shown = await matcher.match(matcher.factsOf(answers));
      expected ??= shown;
      const odd = expected.findIndex((shows, sign) => shows !== shown[sign]);
      if (odd < 0 && shown.length === expected.length) continue;
      throw new Error(`${name} does not agree about sign ${odd} with answers ${at}`);
    }
  }
}

/** What afterview makes of answers, each with all that comes before it. */
function wholes(pack: Pack, sets: readonly AnswerSet[]): readonly Contender[] {
  return [
    turns('afterview: checking answers alone', sets, readerOf(pack)),
    turns('afterview: the whole explanation', sets, explainerOf(pack)),
    turns('afterview: the next questions', sets, askerOf(pack)),
    turns('afterview: the whole diagnosis', sets, diagnoserOf(pack)),
  ];
}

/** A contender that is given one set of answers after the other. */
function turns<Facts>(name: string, facts: readonly Facts[], ask: (facts: Facts) => unknown): Contender {
  let turn = 0;
  return { name, call: () => ask(facts[turn++ % facts.length] as Facts) };
}
