import { orPackError } from '../base/errors.ts';
import type { Checked } from '../base/problem.ts';
import { inOrder } from '../base/order.ts';
import type { Severity } from '../authoring/files/fileSchemas.ts';
import type { Bases } from '../authoring/extend/parsePack.ts';
import { basesIn, type ReadPack, type ReadPackOptions, readWithPlaces } from '../authoring/readPack.ts';
import { type Lab, labOf } from './lab.ts';
import type { Finding, LintRule } from './rule.ts';
import { carriedByNothing } from './rules/carriedByNothing.ts';
import { caseNeverChosen } from './rules/caseNeverChosen.ts';
import { causeNeverRaised } from './rules/causeNeverRaised.ts';
import { countedTwice } from './rules/countedTwice.ts';
import { fixNeverApplies } from './rules/fixNeverApplies.ts';
import { neverTold } from './rules/neverTold.ts';
import { optionIdle } from './rules/optionIdle.ts';
import { passageNeverSaid } from './rules/passageNeverSaid.ts';
import { questionUnreachable } from './rules/questionUnreachable.ts';
import { ratioUnlikely } from './rules/ratioUnlikely.ts';
import { sentenceLong } from './rules/sentenceLong.ts';
import { sharedObservation } from './rules/sharedObservation.ts';
import { signNeverShows } from './rules/signNeverShows.ts';
import { signsClash } from './rules/signsClash.ts';
import { wordsBlaming } from './rules/wordsBlaming.ts';
import { wordsHard } from './rules/wordsHard.ts';

/** All rules, in order of id. */
export const lintRules: readonly LintRule[] = [
  carriedByNothing, caseNeverChosen, causeNeverRaised, countedTwice, fixNeverApplies, neverTold, optionIdle, passageNeverSaid, questionUnreachable,
  ratioUnlikely, sentenceLong, sharedObservation, signNeverShows, signsClash, wordsBlaming, wordsHard,
];

/** A pack that can be used, and what its author will want to look at. */
export interface LintedPack extends ReadPack {
  /** In order of file, line and column. */
  readonly findings: readonly Finding[];
}

/**
 * As `safeLintPack`, but throws the problems of a pack that cannot be used.
 *
 * @throws PackError with the problems of every file, each with its place and a hint
 *
 * @example
 * try {
 *   lintPack(new Map([['pack.yaml', 'format: 1']]));
 * } catch (error) {
 *   isPackError(error); // true
 * }
 */
export function lintPack(files: ReadonlyMap<string, unknown>, options: ReadPackOptions = {}): LintedPack {
  return orPackError(safeLintPack(files, options));
}

/**
 * Reads a pack, and looks in it for what its author cannot mean: as the questions of a pack have finitely many answers,
 * it is proven that a sign never shows or that two signs always show together, not guessed. `pack.yaml` says under
 * `lint` which rules are off, or how severe they are.
 *
 * @param files - as for `safeReadPack`
 *
 * @example
 * safeLintPack(new Map([['pack.yaml', 'format: 1']])).ok; // false
 */
export function safeLintPack(files: ReadonlyMap<string, unknown>, options: ReadPackOptions = {}): Checked<LintedPack> {
  const bases = basesIn(options);
  return bases.ok ? lintWith(files, bases.value) : bases;
}

/** The same with the packs to which it may add, however these are found. */
export function lintWith(files: ReadonlyMap<string, unknown>, bases: Bases): Checked<LintedPack> {
  const placed = readWithPlaces(files, bases);
  if (!placed.ok) return placed;
  const lab = labOf(placed.value);
  const findings = lintRules.flatMap(rule => findingsOf(rule, lab));
  return { ok: true, value: { ...placed.value.read, findings: findings.sort(byPlace) } };
}

function findingsOf(rule: LintRule, lab: Lab): readonly Finding[] {
  const severity: Severity = lab.parsed.pack[0]?.value.lint?.[rule.id] ?? rule.severity;
  if (severity === 'off') return [];
  return [...rule.find(lab)].map(({ file, part, path, ...found }) => ({ rule: rule.id, severity, ...found, path, at: file.place(path, part) }));
}

function byPlace(a: Finding, b: Finding): number {
  return inOrder(a.at.file, b.at.file) || a.at.line - b.at.line || a.at.column - b.at.column || inOrder(a.rule, b.rule);
}
