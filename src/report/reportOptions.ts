import { plainEntries } from '../base/plainObject.ts';
import { type Checked, type Problem, refused } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import { strayOptions } from '../base/strayOptions.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Notes } from '../pack/notes.ts';

export interface ReportOptions {
  /** The notes of the pack, to say below the report what it is based on; without them that is left out. */
  readonly notes?: Notes | undefined;
}

export interface TextOptions {
  /** Columns of the terminal, 40 or more; 80 unless given. Lines never run beyond 100. */
  readonly width?: number | undefined;
  /** Whether to colour it with ANSI codes; not unless asked for. */
  readonly colour?: boolean | undefined;
}

export type KnownReportOptions = TextOptions & ReportOptions;

/** What each option takes, in words. */
const takes = { width: 'how many columns there are', colour: 'true or false', notes: 'the notes of a pack' } as const;

/**
 * Reads the options of a report, of any origin: their own properties, once each. What is `undefined` is not given.
 *
 * @param names - the options that this report takes; any other is a problem
 * @param diagnosis - the one whose pack the notes must be of
 */
export function readReportOptions(options: unknown, names: readonly (keyof typeof takes)[], diagnosis?: Diagnosis): Checked<KnownReportOptions> {
  const entries = plainEntries(options, 'options', '{ "width": 80 }');
  if (!entries.ok) return entries;
  const given = entries.value.filter(([, value]) => value !== undefined);
  const problems = given.flatMap(([key, value]): readonly Problem[] => {
    const name = names.find(each => each === key);
    if (name === undefined) return strayOptions([key], names);
    if (!fits(name, value)) return [{ code: 'wrong-kind', message: `“${name}” takes ${takes[name]}, not ${showAny(value)}`, hint: 'correct it, or leave it out', path: [name] }];
    return name === 'notes' && diagnosis ? foreignNotes(value as Notes, diagnosis) : [];
  });
  return problems.length > 0 ? refused(problems) : { ok: true, value: Object.assign(Object.create(null), Object.fromEntries(given)) as KnownReportOptions };
}

function fits(name: keyof typeof takes, value: unknown): boolean {
  switch (name) {
    case 'width':
      return typeof value === 'number' && !(value < 0); // 0 and NaN are what some terminals say
    case 'colour':
      return typeof value === 'boolean';
    case 'notes': {
      const notes = plainEntries(value, 'notes');
      return notes.ok && ['hash', 'causes', 'sources'].every(part => notes.value.some(([key]) => key === part));
    }
  }
}

function foreignNotes(notes: Notes, { pack: { id, version, hash } }: Diagnosis): readonly Problem[] {
  if (notes.hash === hash) return [];
  return [{
    code: 'wrong-kind', message: `these notes are about “${notes.id}” ${notes.version}, and the diagnosis was made with “${id}” ${version}`,
    hint: 'pass the notes of that pack', path: ['notes'],
  }];
}
