import type { PackScope } from '../compile/compileCause.ts';
import type { CauseFile } from '../files/fileSchemas.ts';
import type { ParsedFile } from '../files/parseFile.ts';

const MOST_SHOWN = 6;

/** From part to whole one never comes back to the same cause; a circle is told once, at its first cause in order of files. */
export function checkCircles(files: readonly ParsedFile<CauseFile>[], scopeFor: (file: ParsedFile<unknown>) => PackScope): void {
  const byId = new Map(files.map(file => [file.value.id, file]));
  const done = new Set<string>();
  for (const start of files) {
    const way = new Map<string, number>();
    let at: ParsedFile<CauseFile> | undefined = start;
    while (at && !done.has(at.value.id) && !way.has(at.value.id)) {
      way.set(at.value.id, way.size);
      at = byId.get(at.value['part-of'] ?? '');
    }
    const from = at && way.get(at.value.id);
    if (at && from !== undefined && way.size - from > 1) tell(at, [...way.keys()].slice(from), scopeFor(at));
    for (const id of way.keys()) done.add(id);
  }
}

function tell(file: ParsedFile<CauseFile>, circle: readonly string[], { problems }: PackScope): void {
  const shown = circle.length > MOST_SHOWN ? [...circle.slice(0, MOST_SHOWN), '…'] : circle;
  const path = ['part-of'];
  problems.push({ code: 'unknown-cause', message: `these causes are part of each other: ${[...shown, file.value.id].join(' → ')}`, hint: 'take one of the “part-of:” out', path, at: file.place(path) });
}
