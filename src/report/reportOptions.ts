import { plainEntries } from '../base/plainObject.ts';
import { type Checked, type Problem, refused } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import { strayOptions } from '../base/strayOptions.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { English } from './english.ts';
import type { Notes } from '../pack/notes.ts';

/** Who reads it: the one who was turned down (one screen), or whoever helps them (all figures). */
export type Reader = 'candidate' | 'coach';

/** The options of every report of a diagnosis. */
export interface ReportOptions {
  /** For whom it is; the candidate unless given. */
  readonly for?: Reader | undefined;
  /** British words unless American ones are asked for. */
  readonly english?: English | undefined;
  /** The notes of the pack: the report then says what it is based on, and the coach's sheet asks open questions. */
  readonly notes?: Notes | undefined;
}

/** How a report looks as text. */
export interface TextOptions {
  /** Columns of the terminal, 40 or more; 80 unless given. Lines never run beyond 100. */
  readonly width?: number | undefined;
  /** Whether to colour it with ANSI codes; not unless asked for. */
  readonly colour?: boolean | undefined;
}

/** How a report looks as HTML. */
export interface HtmlOptions {
  /** The title of the page, 200 letters at most. */
  readonly title?: string | undefined;
  /** The language of the page as a BCP 47 tag; `en-GB` or `en-US`, by `english`, unless given. */
  readonly language?: string | undefined;
  /** Whether only the content is given, without a page and its style around it; its parts have classes that start with `afterview-`. */
  readonly fragment?: boolean | undefined;
}

export type KnownReportOptions = TextOptions & HtmlOptions & ReportOptions & { readonly label?: string | undefined };

/** What each option takes, in words. */
const takes = {
  for: 'candidate or coach', english: 'uk or us', notes: 'the notes of a pack', width: 'how many columns there are', colour: 'true or false',
  label: 'a name of 1 to 80 letters', title: 'a title of 1 to 200 letters', language: 'a language such as en-GB', fragment: 'true or false',
} as const;

export type ReportOptionName = keyof typeof takes;

/** The options of every report of a diagnosis. */
export const reportOptions = ['for', 'english', 'notes'] as const;

/**
 * Reads the options of a report, of any origin: their own properties, once each. What is `undefined` is not given.
 *
 * @param names - the options that this report takes; any other is a problem
 * @param diagnosis - the one whose pack the notes must be of
 */
export function readReportOptions(options: unknown, names: readonly ReportOptionName[], diagnosis?: Diagnosis): Checked<KnownReportOptions> {
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

function fits(name: ReportOptionName, value: unknown): boolean {
  switch (name) {
    case 'for':
      return value === 'candidate' || value === 'coach';
    case 'english':
      return value === 'uk' || value === 'us';
    case 'width':
      return typeof value === 'number' && !(value < 0); // 0 and NaN are what some terminals say
    case 'colour':
    case 'fragment':
      return typeof value === 'boolean';
    case 'label':
      return typeof value === 'string' && value.trim() !== '' && value.length <= 80;
    case 'title':
      return typeof value === 'string' && value.trim() !== '' && value.length <= 200;
    case 'language':
      return typeof value === 'string' && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(value) && value.length <= 35;
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
