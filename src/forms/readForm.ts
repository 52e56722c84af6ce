import { plainEntries } from '../base/plainObject.ts';
import { type Checked, type Problem, refused } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import { strayOptions } from '../base/strayOptions.ts';
import { isPack } from '../pack/isPack.ts';
import type { Pack } from '../pack/pack.ts';
import { checkFormMap, type FormMap } from './formMap.ts';
import { type FieldOf, formNames } from './formNames.ts';
import { brokenPack, noPack } from './formPack.ts';
import type { FormAnswersFile } from './responses.ts';

/** Options of what reads the responses to a form. */
export interface ReadFormOptions {
  /** The pack whose questions the form asks. */
  readonly pack: Pack;
  /** What the form calls otherwise than the pack. */
  readonly map?: FormMap | undefined;
}

/** What a form is read with. */
export interface FormReader {
  readonly pack: Pack;
  readonly fieldOf: FieldOf;
  /** Names that the map gives a meaning to, beside those of the pack. */
  readonly isKnown: (name: string) => boolean;
  readonly map: ReturnType<typeof checkFormMap>;
  /** How problems name the file. */
  readonly file: string;
}

/**
 * Reads a form with options of any origin.
 *
 * @param read - gives the answers file of each response, and adds what is wrong to `problems`
 */
export function readForm(options: unknown, names: readonly string[], read: (reader: FormReader, problems: Problem[]) => readonly FormAnswersFile[]): Checked<readonly FormAnswersFile[]> {
  const entries = plainEntries(options, 'options', '{ pack: corePack }');
  if (!entries.ok) return entries;
  const given = new Map(entries.value.filter(([, value]) => value !== undefined));
  const problems = strayOptions(given.keys(), names);
  const [pack, file] = [given.get('pack'), given.get('file') ?? 'form.csv'];
  if (typeof file !== 'string') problems.push({ code: 'wrong-kind', message: `“file” takes the name of a file, not ${showAny(file)}`, hint: 'write it as a text', path: ['file'] });
  if (!isPack(pack)) return refused([...problems, noPack(pack)]);
  try {
    const map = checkFormMap(pack, given.get('map'), problems);
    if (problems.length > 0 || typeof file !== 'string') return refused(problems);
    const fieldOf = formNames(pack, map);
    const files = read({ pack, fieldOf, map, file, isKnown: name => fieldOf(name) !== undefined }, problems);
    return problems.length > 0 ? refused(problems) : { ok: true, value: files };
  } catch {
    return refused([brokenPack]);
  }
}
