import type { Condition } from '../../pack/condition.ts';
import type { Conditional, Figure } from '../../pack/logic.ts';
import type { Sign } from '../../pack/pack.ts';
import { type Speaks, weightOf } from '../../pack/speaks.ts';
import type { CauseFile, PackFile } from '../files/fileSchemas.ts';
import type { ParsedFile } from '../files/parseFile.ts';
import { compileCondition, type Scope } from './compileCondition.ts';
import { compileSourced, type SourcedScope } from './compileSourced.ts';

/** What a reason weighs that the employer named, by how it was put: written once in `pack.yaml`, for every cause. */
export interface NamedReasons {
  /** Put with something of its own: it settles that they saw it so, unless it can't be meant. */
  readonly specific: { readonly when: Condition; readonly unless: Condition | null; readonly strength: Figure };
  /** A line for anyone. */
  readonly stock: Condition;
}

/** A reason that an employer gives for one cause. */
export interface NamedReason {
  readonly when: Condition;
  readonly unless: Condition | undefined;
  readonly because: string;
  readonly weighs: NamedReasons;
}

/** Parts of conditions that the signs of a pack may carry, so that what was named outweighs them: far above any that people write. */
const MOST_CARRIED = 100_000;

/**
 * The first of the causes with which the signs against a named cause carry too much: each carries the whole of what may
 * have been named, so a pack would grow by the product of both.
 */
export function carryingTooMuch(causes: readonly ParsedFile<CauseFile>[], { value: { named: inPack } }: ParsedFile<PackFile>): ParsedFile<CauseFile> | undefined {
  const specific = partsIn([inPack?.specific.when, inPack?.specific.unless]);
  let carried = 0;
  return causes.find(({ value: { named, signs } }) => {
    if (named) carried += signs.length * (specific + partsIn([named.when, named.unless]));
    return carried > MOST_CARRIED;
  });
}

/** How many words and numbers a condition holds. */
function partsIn(words: unknown): number {
  if (typeof words !== 'object' || words === null) return words === undefined ? 0 : 1;
  return Object.values(words).reduce<number>((sum, part) => sum + partsIn(part), 0);
}

/** A group of its own, so that what they said counts once. */
const GROUP = 'what-they-said';
/** How strongly a named reason speaks where nothing is known of how it was put, and where it was a line for anyone. */
const [PUT_SOMEHOW, PUT_AS_STOCK]: readonly [Speaks, Speaks] = ['for', 'slightly for'];

export function compileNamedReasons({ value: { named } }: ParsedFile<PackFile>, scope: Scope & SourcedScope): NamedReasons | null {
  if (!named) return null;
  const { specific, stock } = named;
  return {
    specific: {
      when: compileCondition(specific.when, ['named', 'specific', 'when'], scope),
      unless: specific.unless === undefined ? null : compileCondition(specific.unless, ['named', 'specific', 'unless'], scope),
      strength: compileSourced(specific.strength.value, specific.strength, ['named', 'specific', 'strength'], scope),
    },
    stock: compileCondition(stock.when, ['named', 'stock', 'when'], scope),
  };
}

/** The signs that a reason is once it was named, strongest first: put with something of its own, somehow, and so that it can mean anything. */
export function signsOfNamed({ when, unless, because, weighs: { specific, stock } }: NamedReason): readonly Sign[] {
  const common = { group: GROUP, keep: false };
  const vague = either(stock, specific.unless) as Condition;
  return [
    { ...common, when: both(when, specific.when), ...exceptIf(either(unless, specific.unless)), speaks: 'establishes', because: `${because} They were specific about it.` },
    { ...common, when, ...exceptIf(either(unless, vague)), speaks: PUT_SOMEHOW, because },
    { ...common, when: both(when, vague), ...exceptIf(unless), speaks: PUT_AS_STOCK, because: `${because} It was put in words that may mean little.` },
  ];
}

/** Whoever named it with something of its own saw it so: what speaks against it is the reader's own view, and does not count. */
export function outweighedBy({ when, weighs: { specific } }: NamedReason, signs: readonly Sign[]): readonly Sign[] {
  const seen = both(when, specific.when);
  return signs.map(sign => (weightOf(sign.speaks) > 0 ? sign : { ...sign, ...exceptIf(either(sign.unless, seen)) }));
}

/** A reason named with something of its own did count for them. */
export function strengthOfNamed({ when, unless, weighs: { specific } }: NamedReason, strength: Conditional): Conditional {
  const seen = both(when, specific.when);
  const doubted = either(unless, specific.unless);
  const usually: Figure = { value: strength.value, ...(strength.range ? { range: strength.range } : {}) };
  const meant = specific.strength.value > strength.value ? specific.strength : usually;
  return { ...strength, when: [...(doubted ? [{ if: both(seen, doubted), ...usually }] : []), { if: seen, ...meant }, ...strength.when] };
}

function both(...of: readonly Condition[]): Condition {
  return { test: 'all', of };
}

function either(...of: readonly (Condition | null | undefined)[]): Condition | undefined {
  const known = of.filter(each => each !== null && each !== undefined);
  return known.length > 1 ? { test: 'any', of: known } : known[0];
}

function exceptIf(unless: Condition | undefined): { readonly unless?: Condition } {
  return unless ? { unless } : {};
}
