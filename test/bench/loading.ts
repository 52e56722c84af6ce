import { corePack } from '../../src/core/corePack.ts';
import { loadPack } from '../../src/node.ts';

/** How long one thing took, on the clock, from the shortest to the longest. */
export interface Taken {
  readonly name: string;
  readonly milliseconds: readonly number[];
}

const ROUNDS = 7;

/** Times the core pack from its folder of YAML files, in turns with the compiled pack from JSON. */
export function loading(): readonly Taken[] {
  const json = JSON.stringify(corePack);
  const first = timed(() => loadPack('rules'));
  const ways = [
    { name: "loadPack('rules') once warm", load: () => loadPack('rules') },
    { name: 'JSON.parse of the compiled pack', load: (): unknown => JSON.parse(json) },
  ];
  const taken = ways.map(({ name }) => ({ name, milliseconds: [] as number[] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [way, { load }] of ways.entries()) taken[way]?.milliseconds.push(timed(load));
  }
  return [
    { name: "loadPack('rules') for the first time", milliseconds: [first] },
    ...taken.map(({ name, milliseconds }) => ({ name, milliseconds: milliseconds.sort((a, b) => a - b) })),
  ];
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
