import type { Condition } from '../../pack/condition.ts';
import type { Conditional, Figure } from '../../pack/logic.ts';
import type { Sign } from '../../pack/pack.ts';
import { type Speaks, weightOf } from '../../pack/speaks.ts';
import type { PackFile } from '../files/fileSchemas.ts';
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
