import { safeLoadPack } from '../../../src/node.ts';
import { formatProblems } from '../../../src/base/problem.ts';
import { engineOf } from '../../engineOf.ts';
import { elicitedSheets, realCases } from '../realCases.ts';
import { crossValidated, type HeldOut, judged, type Judgement, meanOf } from './crossValidate.ts';
import { type CaseFeatures, featuresOf } from './features.ts';
import { rankingBy } from './model.ts';
import { type FittedNumber, moved, numbersOf } from './numbers.ts';
import { fitted, type Weighted } from './optimise.ts';

/**
 * Which numbers of the pack in `rules/` would make the experts' verdicts likelier, within their ranges, and what that
 * would gain for people not seen: `npm run fit`. It changes nothing; a person decides, and writes the YAML.
 */
const read = safeLoadPack('rules');
if (!read.ok) {
  console.error(formatProblems(read.problems));
  process.exit(1);
}
/** Two sheets of one person count as one; a sheet of nobody, as less. */
const [OF_REAL, OF_ELICITED] = [0.5, 0.3];
const REPEATS = 3;
const MOST_CHANGES = 40;
const SMALL = 0.2;

const engine = engineOf(read.value.pack);
const { pack: { causes } } = engine.baseline.prepared;
const numbers = numbersOf(engine.baseline.prepared);
const real = (['first', 'second'] as const).flatMap(reader => featuresOf(engine, numbers, [...realCases(reader, 'written'), ...realCases(reader, 'mended')]));
const elicited = featuresOf(engine, numbers, elicitedSheets());
const weighted = (sheets: readonly CaseFeatures[], weight: number): readonly Weighted[] => sheets.map(features => ({ features, weight }));
const still = new Float64Array(numbers.all.length);

const percent = (part: number): string => `${(100 * part).toFixed(1)}%`.padStart(6);
const line = (what: string, { loss, first, three }: Judgement): void => { console.log(`${what.padEnd(46)}${loss.toFixed(3).padStart(7)}  ${percent(first)}  ${percent(three)}`); };
const gain = (what: string, all: readonly HeldOut[], of: (one: Judgement) => number, unit: (value: number) => string): void => {
  const { mean, from, to } = meanOf(all.map(({ before, after }) => of(after) - of(before)));
  console.log(`  ${what.padEnd(44)}${unit(mean)} (${unit(from)} to ${unit(to)})`);
};
const points = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(100 * value).toFixed(1)}`;
const nats = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;

console.log(`${real.length / 2} people by two readers, ${elicited.length} elicited sheets, ${numbers.all.filter(({ from, to }) => to > from).length} numbers that may move\n`);
console.log(`${''.padEnd(46)}   loss   top 1   top 3`);
line('the pack as it is, real', judged(real, numbers, still));
line('the pack as it is, elicited', judged(elicited, numbers, still));
const whole = fitted([...weighted(real, OF_REAL), ...weighted(elicited, OF_ELICITED)], numbers);
line('fitted to all of them, real (of cases it saw)', judged(real, numbers, whole));

const heldOut = Array.from({ length: REPEATS }, (_, seed) => crossValidated(real, OF_REAL, weighted(elicited, OF_ELICITED), numbers, seed + 1)).flat();
const besideReal = crossValidated(elicited, OF_ELICITED, weighted(real, OF_REAL), numbers, 1);
console.log(`\nGain of fitting for people who were held out (5 folds × ${REPEATS}; in brackets 95%)`);
gain('loss, real', heldOut, ({ loss }) => loss, nats);
gain('points of top 1, real', heldOut, ({ first }) => first, points);
gain('points of top 3, real', heldOut, ({ three }) => three, points);
gain('points of top 1, elicited', besideReal, ({ first }) => first, points);

console.log('\nHow many cases bring how much: loss of held-out people by the share of the others that was used');
for (const part of [0, 0.25, 0.5, 1]) {
  const after = crossValidated(real, OF_REAL, [], numbers, 1, part).map(each => each.after);
  line(`  ${Math.round(part * 0.8 * (real.length / 2))} people, no elicited sheets`, mean(after));
}

console.log(`\nWhat it would change, the most first`);
const changes = numbers.all.map((number, at) => ({ number, move: whole[at] as number })).filter(({ move }) => Math.abs(move) >= SMALL).sort((a, b) => Math.abs(b.move) - Math.abs(a.move));
for (const { number, move } of changes.slice(0, MOST_CHANGES)) console.log(`  ${change(number, move)}`);
console.log(`  ${Math.max(0, changes.length - MOST_CHANGES)} more of at least ${SMALL}`);

console.log('\nWhich first causes it would change');
for (const sheet of real) {
  const [before, after] = [still, whole].map(moves => rankingBy(sheet, numbers, moves)[0] as number) as [number, number];
  if (before === after || (before !== sheet.main && after !== sheet.main)) continue;
  console.log(`  ${after === sheet.main ? 'gained' : 'lost  '} ${sheet.id}: ${causes[before]?.id} → ${causes[after]?.id}`);
}

function mean(all: readonly Judgement[]): Judgement {
  const of = (part: (one: Judgement) => number): number => all.reduce((sum, one) => sum + part(one), 0) / all.length;
  return { loss: of(({ loss }) => loss), first: of(({ first }) => first), three: of(({ three }) => three) };
}

function change(number: FittedNumber, move: number): string {
  const to = moved(number, move);
  return number.kind === 'sign'
    ? `${Math.exp(number.value).toFixed(2).padStart(5)} → ${to.toFixed(2).padStart(5)}  ${number.name}`
    : `${percent(number.value)} → ${percent(to)}  ${number.kind} of ${number.name}`;
}
