/**
 * Writes what the package brings along as CycloneDX (`npm run sbom`): as components what npm installs with it, and inside
 * the package itself what was bundled into it. Without network: from what is installed here.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { importedBySources } from './importedBySources.js';

const [target = 'sbom.cdx.json'] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

// Not `--omit dev`: that leaves out what a development dependency needs as well, which yaml is.
const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], { encoding: 'utf8', maxBuffer: 2 ** 26, shell: process.platform === 'win32' });
if (status !== 0) throw new Error(`npm sbom ended with ${status}: ${stderr}`);
const bom = JSON.parse(stdout);
const component = bom.metadata.component;
const installed = new Map(bom.components.map(each => [each['bom-ref'], each]));
const needs = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));

const direct = Object.keys(manifest.dependencies);
const runtime = neededBy(refsOf(direct));
const bundled = neededBy(refsOf(importedBySources().filter(name => !direct.includes(name))));

writeFileSync(target, `${JSON.stringify({
  ...bom,
  metadata: { ...bom.metadata, component: { ...component, name: manifest.name, components: bundled.map(shipped) } },
  components: runtime.map(shipped),
  dependencies: [
    { ref: component['bom-ref'], dependsOn: refsOf(direct) },
    ...[...runtime, ...bundled].map(ref => ({ ref, dependsOn: needs.get(ref) })),
  ],
}, null, 2)}\n`);

/** What the package itself needs, of these names. */
function refsOf(names) {
  return needs.get(component['bom-ref']).filter(ref => names.includes(ref.slice(0, ref.lastIndexOf('@')))).sort();
}

/** These, and everything that they need. */
function neededBy(refs) {
  const found = new Set(refs);
  for (const ref of found) for (const next of needs.get(ref)) found.add(next);
  return [...found].sort();
}

/** Here it is a tool of development, there a part of the package. */
function shipped(ref) {
  const { properties, ...rest } = installed.get(ref);
  return { ...rest, properties: properties.filter(({ name }) => name !== 'cdx:npm:package:development') };
}
