import type { ParsedFiles } from '../authoring/files/packFiles.ts';
import type { ParsedFile } from '../authoring/files/parseFile.ts';

/** Where a part of a pack stands. */
export interface PartPlace {
  readonly file: ParsedFile<unknown>;
  readonly path: readonly (string | number)[];
}

/** Where each question stands, by its id. */
export function questionPlaces({ questions }: ParsedFiles): ReadonlyMap<string, PartPlace> {
  return new Map(questions.flatMap(file => file.value.questions.map(({ id }, index): [string, PartPlace] => [id, { file, path: ['questions', index] }])));
}

/** Where each belief stands, by its id. */
export function beliefPlaces({ beliefs }: ParsedFiles): ReadonlyMap<string, PartPlace> {
  return new Map(beliefs.flatMap(file => file.value.map(({ id }, index): [string, PartPlace] => [id, { file, path: [index] }])));
}
