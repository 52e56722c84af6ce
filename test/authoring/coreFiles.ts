import { readdirSync, readFileSync } from 'node:fs';

/** The files of the core pack as they stand in the repository; path → text. */
export const coreFiles: ReadonlyMap<string, string> = new Map(
  readdirSync('rules', { recursive: true, encoding: 'utf8' })
    .map(name => `rules/${name.replaceAll('\\', '/')}`)
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .map(file => [file, readFileSync(file, 'utf8')]),
);
