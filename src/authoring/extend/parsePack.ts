import { didYouMean } from '../../base/nearest.ts';
import type { Checked, Problem } from '../../base/problem.ts';
import { type ParsedFiles, parseFiles } from '../files/packFiles.ts';
import { extendedPack } from './extendPack.ts';

/** The packs that another one can add to, by the name under which it does. */
export interface Bases {
  /** Those of which something is known. */
  readonly names: readonly string[];
  /** The texts of the files of one of them, as path → text. */
  readonly find: (name: string) => Checked<ReadonlyMap<string, unknown>> | null;
}

/** A pack that adds to one that adds to another, and so on, is lost track of by people long before. */
const MOST_LAYERS = 5;

/** Reads the files of a pack, and of those that it adds to; what is wrong goes to `problems`. */
export function parsePack(files: ReadonlyMap<string, unknown>, bases: Bases, problems: Problem[], layers = 1): ParsedFiles {
  const own = parseFiles(files, problems);
  const [head] = own.extending;
  if (!head) return own;
  const refuse = (code: Problem['code'], message: string, hint: string): ParsedFiles => {
    problems.push({ code, message, hint, path: ['extends'], at: head.place(['extends']) });
    return own;
  };
  const name = head.value.extends;
  if (layers === MOST_LAYERS) return refuse('too-deep', `more than ${MOST_LAYERS} packs add to one another here`, 'let one of them add to the first');
  const found = bases.find(name);
  if (found === null) return refuse('missing-file', `no pack is called “${name}” here`, bases.names.length === 0 ? 'pass its files under bases' : didYouMean(name, bases.names));
  if (!found.ok) {
    problems.push(...found.problems);
    return own;
  }
  return extendedPack(own, head, parsePack(found.value, bases, problems, layers + 1), problems);
}
