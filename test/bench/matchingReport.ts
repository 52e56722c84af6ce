import { generatedCode } from './engines/generatedCode.ts';
import { jsonRulesEngine } from './engines/jsonRulesEngine.ts';
import { versionOf } from './engines/peer.ts';
import { zenEngine } from './engines/zenEngine.ts';
import { quantile } from './quantile.ts';
import { type Measured, ROUNDS } from './rounds.ts';
import { figures, machine, markdownTable, textTable, timeText } from './table.ts';

/** One pack and number of answers, and what everything took with them. */
export interface MatchingCase {
  readonly pack: string;
  readonly signs: number;
  readonly answers: number;
  readonly measured: readonly Measured[];
}

/** Those that the others are compared with. */
const yardsticks = [jsonRulesEngine, zenEngine, generatedCode].map(({ name }) => name);
const packages = ['json-rules-engine', '@gorules/zen-engine', 'json-logic-js', 'json-logic-engine'];

/** Prints what everything took with one pack, and how many times as fast it is as the yardsticks. */
export function printCase(each: MatchingCase, tooLong: readonly string[]): void {
  const head = ['', 'median', 'quartiles', 'rounds', ...yardsticks.map(name => `× as fast as ${name}`)];
  const rows = each.measured.map(({ name, microseconds }) => [
    name,
    timeText(quantile(microseconds)),
    `${timeText(quantile(microseconds, 0.25))} – ${timeText(quantile(microseconds, 0.75))}`,
    String(microseconds.length),
    ...yardsticks.map(yardstick => figures(medianOf(yardstick, each) / quantile(microseconds))),
  ]);
  console.log(`\n${each.pack}: which of ${each.signs} signs ${each.answers} answers show, CPU time of a call`);
  console.log(textTable(head, rows));
  const fewer = each.measured.filter(({ microseconds }) => microseconds.length < ROUNDS).map(({ name }) => name);
  if (fewer.length > 0) console.log(`Fewer rounds, as a call takes so long: ${fewer.join(', ')}.`);
  if (tooLong.length > 0) console.log(`Not tried, as a call would take too long: ${tooLong.join(', ')}.`);
}

/**
 * Prints medians for a README, a table for each list of cases; beside them how they grow where a pack is ten times as
 * large and the answers are as many.
 */
export function printTables(tables: readonly (readonly MatchingCase[])[]): void {
  const { date, cpu, node } = machine();
  const versions = packages.map(name => `${name} ${versionOf(name)}`).join(', ');
  console.log(`\nMedian CPU time of a call on ${date}, ${cpu}, Node ${node}, with ${versions}.`);
  for (const cases of tables) printTable(cases);
}

function printTable(cases: readonly MatchingCase[]): void {
  const growths = cases.flatMap(larger => {
    const tenths = cases.filter(({ signs, answers }) => signs * 10 === larger.signs && answers === larger.answers);
    return tenths.map(smaller => ({ smaller, larger }));
  });
  const names = [...new Set(cases.flatMap(({ measured }) => measured.map(({ name }) => name)))];
  const head = [
    'signs, answers',
    ...cases.map(({ signs, answers }) => `${figures(signs)}, ${figures(answers)}`),
    ...growths.map(({ smaller, larger }) => `${figures(smaller.signs)} → ${figures(larger.signs)}`),
  ];
  const rows = names.map(name => [
    name,
    ...cases.map(each => cell(medianOf(name, each), timeText)),
    ...growths.map(({ smaller, larger }) => cell(medianOf(name, larger) / medianOf(name, smaller), growth)),
  ]);
  console.log(`\n${markdownTable(head, rows)}`);
}

/** Nothing where something was not measured. */
function cell(value: number, show: (value: number) => string): string {
  return Number.isNaN(value) ? '' : show(value);
}

function growth(times: number): string {
  return `× ${figures(times)}`;
}

/** NaN where it was not measured. */
function medianOf(name: string, { measured }: MatchingCase): number {
  const found = measured.find(each => each.name === name);
  return found ? quantile(found.microseconds) : Number.NaN;
}
