import { isMap } from '../../base/isMap.ts';
import type { ParsedFile } from '../files/parseFile.ts';

export type Path = readonly (string | number)[];
type Place = ParsedFile<unknown>['place'];

/** What is said of a part of a file elsewhere. */
export interface Overlay {
  /** The part of the file that it is about. */
  readonly at: Path;
  readonly over: unknown;
  /** The file in which it stands, and where there. */
  readonly file: ParsedFile<unknown>;
  readonly from: Path;
}

/**
 * A file with parts of it as others say. Keys of maps and items with an `id` are taken one by one, everything else
 * whole. Every part keeps the place at which it was written.
 */
export function overlaid<T>(file: ParsedFile<T>, overlays: readonly Overlay[]): ParsedFile<unknown> {
  const moved: { readonly at: Path; readonly place: (rest: Path, part?: 'key' | 'value') => ReturnType<Place> }[] = [];
  const value = overlays.reduce<unknown>((whole, { at, over, file: other, from }) => changed(whole, at, part =>
    merged(part, over, at, from, (to, written) => moved.push({ at: to, place: (rest, side) => other.place([...written, ...rest], side) }))), file.value);
  return {
    file: file.file, value,
    place: (path, part) => {
      const own = moved.findLast(({ at }) => at.every((key, index) => path[index] === key));
      return own ? own.place((path as Path).slice(own.at.length), part) : file.place(path, part);
    },
  };
}

/** Tells that what stands at one path was written at another. */
type Moved = (at: Path, from: Path) => void;

function merged(before: unknown, over: unknown, at: Path, from: Path, moved: Moved): unknown {
  if (isMap(before) && isMap(over)) {
    return Object.entries(over).reduce<unknown>((whole, [key, part]) =>
      ({ ...whole as object, [key]: merged(Object.hasOwn(before, key) ? before[key] : undefined, part, [...at, key], [...from, key], moved) }), before);
  }
  if (haveIds(before) && haveIds(over)) return mergedById(before, over, at, from, moved);
  moved(at, from);
  return over;
}

interface Named { readonly id: string }

function mergedById(before: readonly Named[], over: readonly Named[], at: Path, from: Path, moved: Moved): readonly unknown[] {
  const whole: unknown[] = [...before];
  over.forEach((item, index) => {
    const there = before.findIndex(({ id }) => id === item.id);
    const place = there < 0 ? whole.length : there;
    whole[place] = merged(whole[place], item, [...at, place], [...from, index], moved);
  });
  return whole;
}

/** The same data with the part at a path made another. */
function changed(whole: unknown, [key, ...rest]: Path, change: (part: unknown) => unknown): unknown {
  if (key === undefined) return change(whole);
  if (Array.isArray(whole)) return whole.map((item: unknown, index) => (index === key ? changed(item, rest, change) : item));
  return isMap(whole) ? { ...whole, [key]: changed(whole[key], rest, change) } : whole;
}

/** A file without some items of one of its lists; what is left keeps its places. */
export function withoutItems<T>(file: ParsedFile<T>, list: Path, isOut: (item: unknown) => boolean): ParsedFile<T> {
  const kept: number[] = [];
  const value = changed(file.value, list, items => (items as readonly unknown[]).filter((item, index) => !isOut(item) && kept.push(index) > 0)) as T;
  return {
    file: file.file, value,
    place: (path, part) => file.place(path.map((key, index) =>
      (index === list.length && typeof key === 'number' && list.every((own, at) => path[at] === own) ? kept[key] ?? key : key)), part),
  };
}

/** A file with further items at the end of one of its lists, which stand in another file. */
export function withItems<T>(file: ParsedFile<T>, list: Path, other: ParsedFile<unknown>, items: readonly unknown[], from: Path): ParsedFile<T> {
  let own = 0;
  const value = changed(file.value, list, before => {
    const there = (before ?? []) as readonly unknown[];
    own = there.length;
    return [...there, ...items];
  }) as T;
  return {
    file: file.file, value,
    place: (path, part) => {
      const index = list.every((key, at) => path[at] === key) ? path[list.length] : undefined;
      return typeof index === 'number' && index >= own ? other.place([...from, index - own, ...path.slice(list.length + 1)], part) : file.place(path, part);
    },
  };
}

function haveIds(value: unknown): value is readonly Named[] {
  return Array.isArray(value) && value.length > 0 && value.every(item => isMap(item) && typeof item['id'] === 'string');
}
