import { show } from '../../base/show.ts';
import type { Problem } from '../../base/problem.ts';
import { checkGroups } from '../check/checkGroups.ts';
import { compileCondition, refused, type Scope } from './compileCondition.ts';
import { compileDraft } from './compileDraft.ts';
import type { Condition } from '../../pack/condition.ts';
import type { Conditional, Figure } from '../../pack/logic.ts';
import type { Cause, Fix, Sign } from '../../pack/pack.ts';
import type { ParsedFile } from '../files/parseFile.ts';
import type { BranchWords, CauseFile, FixWords, SignWords, SourcedWords } from '../files/fileSchemas.ts';
import { type NamedReason, type NamedReasons, outweighedBy, signsOfNamed, strengthOfNamed } from './compileNamed.ts';
import { compileSourced, type SourcedScope } from './compileSourced.ts';

/** Everything that a file may name, and where problems go. */
export interface PackScope extends Scope, SourcedScope {
  readonly claims: ReadonlySet<string>;
  /** What named reasons weigh in this pack; `null` where it does not say, `undefined` where that could not be read. */
  readonly named: NamedReasons | null | undefined;
  /** Places of the messages of this pack; `null` where it has none, `undefined` where that could not be read. */
  readonly places: ReadonlySet<string> | null | undefined;
}

type Path = readonly (string | number)[];

/** Compiles one cause file; its problems go to `scope.problems`. */
export function compileCause(file: ParsedFile<CauseFile>, scope: PackScope): Cause {
  const words = file.value;
  const explains = Array.isArray(words.explains) ? words.explains : [words.explains];
  checkParts(words, explains, scope);
  checkClaims(words.claims, ['claims'], scope);
  const baseRate = conditional(words['base-rate'].value, words['base-rate'], ['base-rate'], 'value', scope);
  checkStrictlyBetween(baseRate, ['base-rate', 'value'], scope);
  baseRate.when.forEach((branch, index) => { checkStrictlyBetween(branch, ['base-rate', 'when', index, 'value'], scope); });
  const strength = words.strength && conditional(words.strength.usually, words.strength, ['strength'], 'usually', scope);
  const signs = compileSigns(words.signs, scope);
  const said = saidIn(words, scope);
  return {
    id: words.id,
    title: words.title,
    control: words.control,
    scope: words.scope,
    ...(words['part-of'] === undefined ? {} : { partOf: words['part-of'] }),
    baseRate,
    ...(strength ? { strength: said ? strengthOfNamed(said, strength) : strength } : {}),
    ...(words.silence ? { silence: { state: words.silence.state, share: sourced(words.silence.share, ['silence', 'share'], scope) } } : {}),
    why: words.why,
    signs: said ? [...signsOfNamed(said), ...outweighedBy(said, signs)] : signs,
    fixes: words.fixes.map((fix, index) => compileFix(fix, ['fixes', index], scope)),
  };
}

/** The reason that an employer may give for this cause, if any. */
function saidIn({ named }: CauseFile, scope: PackScope): NamedReason | null {
  if (!named || scope.named === undefined) return null;
  if (scope.named === null) {
    add(scope, 'unknown-key', '“named” has no meaning where pack.yaml does not say what named reasons weigh', 'add “named:” to pack.yaml, or take this out', ['named'], 'key');
    return null;
  }
  return { when: compileCondition(named.when, ['named', 'when'], scope), unless: optional(named.unless, ['named', 'unless'], scope), because: named.because, weighs: scope.named };
}

function checkParts(words: CauseFile, explains: readonly string[], scope: PackScope): void {
  const name = fileId(scope.file.file);
  const missing = (key: string, why: string): void => { add(scope, 'missing-key', `“${key}” is missing`, why, [], 'key'); };
  if (words.id !== name) add(scope, 'wrong-id', `the file is called “${name}” and the cause “${words.id}”`, 'give both the same name', ['id']);
  if (explains.includes('no') && !words.strength) missing('strength', 'a cause of a no needs the chance that it alone stops someone');
  if (explains.includes('silence') && !words.silence) missing('silence', 'a cause of hearing nothing needs its share of silence');
  if (!explains.includes('no') && words.strength) add(scope, 'unknown-key', '“strength” has no meaning where a cause explains silence only', 'take it out', ['strength'], 'key');
  if (!explains.includes('silence') && words.silence) add(scope, 'unknown-key', '“silence” has no meaning where a cause explains a no only', 'take it out', ['silence'], 'key');
}

/** The name that a cause has from its file. */
export function fileId(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.ya?ml$/i, '');
}

function checkStrictlyBetween({ value }: Figure, path: Path, scope: PackScope): void {
  if (value > 0 && value < 1) return;
  add(scope, 'out-of-range', 'a base rate of 0% or 100% could never be changed by an answer', 'write a number between, such as 0.5%', path);
}

interface ConditionalWords {
  readonly range?: readonly [string, string] | undefined;
  readonly from: readonly string[];
  readonly note?: string | undefined;
  readonly when?: readonly BranchWords[] | undefined;
}

function conditional(value: string, words: ConditionalWords, path: Path, valueKey: string, scope: PackScope): Conditional {
  const when = (words.when ?? []).map((branch, index) => {
    const inner = [...path, 'when', index];
    return { if: compileCondition(branch.if, [...inner, 'if'], scope), ...compileSourced(branch.value, branch, inner, scope) };
  });
  return { ...compileSourced(value, words, path, scope, valueKey), when };
}

function sourced(words: SourcedWords, path: Path, scope: PackScope): Figure {
  return compileSourced(words.value, words, path, scope);
}

function compileSigns(signs: readonly SignWords[], scope: PackScope): readonly Sign[] {
  const seen = new Map<string, number>();
  checkGroups(signs, ['signs'], scope);
  return signs.map((words, index) => {
    const path = ['signs', index];
    const when = compileCondition(words.when, [...path, 'when'], scope);
    const unless = optional(words.unless, [...path, 'unless'], scope);
    if (unless && when !== refused && JSON.stringify(when) === JSON.stringify(unless)) {
      add(scope, 'same-condition', '“unless” says the same as “when”, so this sign never shows', 'take “unless:” out, or name the exception', [...path, 'unless'], 'key');
    }
    const key = JSON.stringify([when, unless]);
    const earlier = seen.get(key);
    if (earlier !== undefined && !key.includes(JSON.stringify(refused))) {
      const { line } = scope.file.place(['signs', earlier]);
      add(scope, 'same-condition', 'another sign has the same condition', `the first is in line ${line}: keep one of them`, [...path, 'when'], 'key');
    }
    seen.set(key, earlier ?? index);
    return {
      when,
      ...(unless ? { unless } : {}),
      speaks: words.speaks,
      ...(words.group === undefined ? {} : { group: words.group }),
      because: words.because,
      keep: words.keep === 'yes',
    };
  });
}

function compileFix(words: FixWords, path: Path, scope: PackScope): Fix {
  if (words.for === 'next' && words.if === undefined) add(scope, 'missing-key', 'a fix for next time needs its cue', 'add “if:” with the moment: I leave for the interview', [...path, 'id'], 'key');
  if (words.for === 'next' && words.always !== undefined) add(scope, 'unknown-key', 'a fix for next time is chosen by what it gains', 'take “always:” out, or write for: now', [...path, 'always'], 'key');
  if (words.for === 'now' && words.if !== undefined) add(scope, 'unknown-key', 'a fix for now has no cue', 'take “if:” out, or write for: next', [...path, 'if'], 'key');
  if (words.for === 'now' && words.rehearse !== undefined) add(scope, 'unknown-key', 'a fix for now is not rehearsed', 'take “rehearse:” out, or write for: next', [...path, 'rehearse'], 'key');
  checkPlace(words, path, scope);
  checkClaims(words.claims ?? [], [...path, 'claims'], scope);
  const when = optional(words.when, [...path, 'when'], scope);
  const unless = optional(words.unless, [...path, 'unless'], scope);
  return {
    id: words.id,
    for: words.for,
    ...(when ? { when } : {}),
    ...(unless ? { unless } : {}),
    ...(words.if === undefined ? {} : { if: words.if }),
    do: words.do,
    ...(words.say === undefined ? {} : { say: compileDraft(words.say, [...path, 'say'], scope) }),
    ...(words.place === undefined ? {} : { place: words.place }),
    ...(words.rehearse === undefined ? {} : { rehearse: words.rehearse }),
    removes: sourced(words.removes, [...path, 'removes'], scope),
    effort: words.effort,
    ...(words.always === 'yes' ? { always: true as const } : {}),
    ...(words.lifts === undefined ? {} : { lifts: words.lifts }),
  };
}

/** Words to send now stand in a place of the messages of the pack; without words, the pack's own words there are what the fix is about. */
function checkPlace({ for: when, say, place }: FixWords, path: Path, scope: PackScope): void {
  const { places } = scope;
  if (place !== undefined && when === 'next') add(scope, 'unknown-key', 'a place is for what is written now', 'take “place:” out, or write for: now', [...path, 'place'], 'key');
  else if (places === null && place !== undefined) add(scope, 'unknown-key', '“place” has no meaning where pack.yaml has no “messages”', 'add “messages:” to pack.yaml, or take this out', [...path, 'place'], 'key');
  else if (places && place !== undefined && !places.has(place)) add(scope, 'unknown-place', `no message has a place ${show(place)}`, scope.suggestions.hint(place, places), [...path, 'place']);
  else if (places && when === 'now' && say !== undefined && place === undefined) add(scope, 'missing-key', 'words to send need their place in a message', `add “place:” with one of: ${[...places].join(', ')}`, [...path, 'say'], 'key');
}

function optional(words: unknown, path: Path, scope: PackScope): Condition | undefined {
  return words === undefined ? undefined : compileCondition(words, path, scope);
}

/** Every claim named is one of the claims that an article of `sources.yaml` makes. */
export function checkClaims(claims: readonly string[], path: Path, scope: PackScope): void {
  claims.forEach((claim, index) => {
    if (!scope.claims.has(claim) && !scope.unread('sources', claim)) add(scope, 'unknown-claim', `no article makes a claim ${claim}`, scope.suggestions.hint(claim, scope.claims), [...path, index]);
  });
}

function add(scope: PackScope, code: Problem['code'], message: string, hint: string, path: Path, part: 'key' | 'value' = 'value'): void {
  scope.problems.push({ code, message, hint, path, at: scope.file.place(path, part) });
}
