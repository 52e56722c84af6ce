import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

interface Component {
  readonly 'bom-ref': string;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly { readonly license: { readonly id: string } }[];
  readonly components?: readonly Component[];
}

/** A bill of materials, as far as it is looked at here. */
interface Bom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly version: number;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const home = mkdtempSync(join(tmpdir(), 'afterview-sbom-'));
let bom: Bom;
let bundled: readonly Component[];

beforeAll(() => {
  const file = join(home, 'sbom.cdx.json');
  const { status, stderr } = spawnSync(process.execPath, ['.ci/sbom.js', file], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  bom = JSON.parse(readFileSync(file, 'utf8')) as Bom;
  bundled = bom.metadata.component.components ?? [];
});

afterAll(() => { rmSync(home, { recursive: true, force: true }); });

describe('the bill of materials', () => {
  test('is CycloneDX, of this package', () => {
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: expect.stringMatching(/^1\.\d$/) as string, version: 1 });
    expect(bom.serialNumber).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(bom.metadata.component).toMatchObject({ type: 'library', name: manifest.name, version: manifest.version, purl: `pkg:npm/${manifest.name}@${manifest.version}` });
  });

  test('lists what is installed with it: its two dependencies, which need nothing', () => {
    expect(bom.components.map(({ name }) => name)).toEqual(['yaml', 'zod']);
    expect(bom.components.map(({ name }) => name)).toEqual(Object.keys(manifest.dependencies).sort());
  });

  test('names every component by its version, its place and its licence', () => {
    for (const { name, version, purl, licenses } of [...bom.components, ...bundled]) {
      const installed = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { readonly version: string; readonly license: string };
      expect({ version, licenses }).toEqual({ version: installed.version, licenses: [{ license: { id: installed.license } }] });
      expect(purl).toBe(`pkg:npm/${name.replace('@', '%40')}@${version}`);
    }
  });

  test('tells what is inside the package: at least what the built files say of themselves', () => {
    const files = readdirSync('dist', { encoding: 'utf8' }).filter(file => /\.c?js$/.test(file));
    const said = files.flatMap(file => [...readFileSync(join('dist', file), 'utf8').matchAll(/^\/\/ node_modules\/((?:@[^/\s]+\/)?[^/\s]+)/gm)].map(match => match[1]));
    expect(said.length).toBeGreaterThan(0);
    expect(bundled.map(({ name }) => name)).toEqual(expect.arrayContaining([...new Set(said)]));
  });

  test('and of each part that is inside, the package holds the licence', () => {
    const notices = readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8');
    expect([...notices.matchAll(/^(\S+) (\d\S*) \(([^)]+)\)$/gm)].map(match => match[1])).toEqual(bundled.map(({ name }) => name).sort());
    expect(notices.match(/^Copyright|\bCopyright \(c\)/gim)?.length).toBeGreaterThanOrEqual(bundled.length);
  });

  test('says of each part what it needs, and of nothing else', () => {
    const { component } = bom.metadata;
    const known = [component, ...bom.components, ...bundled].map(each => each['bom-ref']);
    expect(bom.dependencies.map(({ ref }) => ref)).toEqual(known);
    expect(bom.dependencies.flatMap(({ dependsOn }) => dependsOn).filter(ref => !known.includes(ref))).toEqual([]);
    expect(bom.dependencies[0]?.dependsOn).toEqual(bom.components.map(each => each['bom-ref']));
  });
});
