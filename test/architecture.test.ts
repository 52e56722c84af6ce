import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** The data flow, in order: a folder imports from itself and from folders before it. Types count like values. */
const flow = [
  'base', 'pack', 'core', 'answers', 'forms', 'authoring', 'evidence', 'lint', 'inference', 'asking', 'plan', 'examples', 'account', 'interview', 'diagnosis', 'report', 'api', 'tools', 'element', 'entry', 'cli', 'build',
];

const entries = ['index.ts', 'engine.ts', 'element.ts', 'bareElement.ts', 'forms.ts', 'node.ts', 'notes.ts', 'pack.ts', 'schema.ts', 'tools.ts'];

/** Only these touch the world: the disk and the terminal. */
const usesNode = /^(?:node\.ts|authoring\/folder\/.*|cli\/.*|build\/.*)$/;
/** Only these know YAML or zod, so that the main entry needs neither. */
const usesParsers = /^(?:authoring\/(?:files|yaml)\/.*|schema\.ts|diagnosis\/diagnosisSchema\.ts|build\/.*)$/;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/')).filter(file => file.endsWith('.ts')).sort();

/** Everything that a file imports or re-exports, as it is written, whether at the top, on demand or only as a type. */
function specifiersIn(text: string): readonly string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

const specifiers = new Map(files.map(file => [file, specifiersIn(readFileSync(`src/${file}`, 'utf8'))]));

/** Files of src that a file imports. */
function importsOf(file: string): readonly string[] {
  const own = (specifiers.get(file) ?? []).filter(specifier => specifier.startsWith('.'));
  return own.map(specifier => join(dirname(file), specifier)).filter(imported => !imported.startsWith('..'));
}

function stageOf(file: string): string {
  return entries.includes(file) ? 'entry' : file.split('/')[0] ?? file;
}

function step(file: string): number {
  return flow.indexOf(stageOf(file));
}

function imports(wanted: (imported: string, file: string) => boolean): readonly string[] {
  return files.flatMap(file => importsOf(file).filter(imported => wanted(imported, file)).map(imported => `${file} → ${imported}`));
}

/** Files outside `allowed` that import a package for which `wanted` holds. */
function packages(wanted: RegExp, allowed: RegExp): readonly string[] {
  return [...specifiers].flatMap(([file, names]) => names.filter(name => wanted.test(name) && !allowed.test(file)).map(name => `${file} → ${name}`));
}

/** The files on each way along imports that comes back to where it was, from the smallest name on. */
function cycles(): readonly string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) {
      found.add([...way.slice(start), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const imported of importsOf(file)) visit(imported, [...way, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return [...found];
}

describe('the sources', () => {
  test('every file stands in a stage, and every stage has files', () => {
    expect(files.filter(file => step(file) < 0)).toEqual([]);
    expect(flow.filter(stage => !files.some(file => stageOf(file) === stage))).toEqual([]);
  });

  test('every import points back along the data flow', () => {
    expect(imports((imported, file) => step(imported) > step(file))).toEqual([]);
  });

  test('every import leads to a file', () => {
    expect(imports(imported => !files.includes(imported))).toEqual([]);
  });

  test('the ways in and out are known to nothing', () => {
    expect(imports((imported, file) => ['cli', 'build'].includes(stageOf(imported)) && stageOf(imported) !== stageOf(file))).toEqual([]);
  });

  test('the entries do without each other, and all but the main one, the element, the engine and the notes without the core pack', () => {
    expect(imports((imported, file) => stageOf(imported) === 'entry' && stageOf(file) === 'entry')).toEqual([]);
    const knowsCore = /^(?:core|api|cli|build)\/.*$|^(?:index|element|engine|notes)\.ts$/;
    expect(imports((imported, file) => stageOf(imported) === 'core' && !knowsCore.test(file))).toEqual([]);
  });

  test('no files import each other in a circle', () => {
    expect(cycles()).toEqual([]);
  });

  test('nothing that the main entry needs knows how packs are written', () => {
    expect(imports((imported, file) => stageOf(imported) === 'authoring' && !['authoring', 'lint', 'examples', 'account', 'entry', 'cli', 'build'].includes(stageOf(file)))).toEqual([]);
  });

  test('imports of every form are seen', () => {
    const forms = "import a from 'a'; import type { B } from 'b'; export { c } from 'c'; const d = await import('d'); type E = typeof import('e'); import 'f';";
    expect([...specifiersIn(forms)].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
});

describe('what a file may know', () => {
  test('only what reads folders, the command and the build use modules of Node', () => {
    expect(packages(/^node:|^(?:fs|path|crypto|process|os|url)$/, usesNode)).toEqual([]);
  });

  test('only what reads packs, the schemas and the build use yaml or zod', () => {
    expect(packages(/^(?:zod|yaml)(?:\/|$)/, usesParsers)).toEqual([]);
  });

  test('figures come out of sums, products, quotients and square roots, which every engine rounds alike', () => {
    const otherwise = /Math\.(?:exp|expm1|log|log1p|log2|log10|pow|cbrt|hypot|a?(?:sin|cos|tan)h?|atan2)\b/;
    const code = (file: string): string => readFileSync(`src/${file}`, 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '');
    expect(files.filter(file => otherwise.test(code(file)))).toEqual([]);
  });

  test('only the element knows of pages: no other file names what only browsers have', () => {
    const browser = /\bdocument\.(?:create|query|body)|\b(?:window|navigator|location|localStorage|sessionStorage|customElements)\s*\.|\bHTML\w*Element\b|\bCSSStyleSheet\b/;
    expect(files.filter(file => !file.startsWith('core/') && browser.test(readFileSync(`src/${file}`, 'utf8')) && !file.startsWith('element/'))).toEqual([]);
    expect(browser.test(readFileSync('src/element/make.ts', 'utf8'))).toBe(true);
  });

  test('nothing but these is imported from elsewhere, only the hash needs one, and only the command its own two', () => {
    expect(packages(/^@noble\//, /^authoring\/compile\/hash\.ts$/)).toEqual([]);
    expect(packages(/^[^.]/, /^cli\/|^authoring\/compile\/hash\.ts$/).filter(edge => !/ → (?:node:.+|zod|yaml)$/.test(edge))).toEqual([]);
  });
});

describe('what a file is', () => {
  test('no file re-exports another one whole', () => {
    expect(files.filter(file => /^export\s+(?:type\s+)?\*/m.test(readFileSync(`src/${file}`, 'utf8')))).toEqual([]);
  });

  test('no file is a drawer for odds and ends', () => {
    expect(files.filter(file => /(?:^|\/)(?:index|util|utils|helper|helpers|common|misc|types|interfaces)(?:\.ts|\/)/i.test(file))).toEqual(['index.ts']);
  });

  test('no two files have one name, but for the entries', () => {
    const names = files.filter(file => !entries.includes(file)).map(file => file.split('/').at(-1));
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
  });

  test('files are mostly under 200 lines, and never over 260, the examples of docstrings aside', () => {
    const withoutExamples = (text: string): string => text.replace(/^ \*\n \* @example\n(?: \* .*\n)+/gm, '');
    const lengths = files.map(file => [file, withoutExamples(readFileSync(`src/${file}`, 'utf8')).trimEnd().split('\n').length] as const);
    expect(lengths.filter(([, lines]) => lines > 260)).toEqual([]);
    expect(lengths.filter(([, lines]) => lines > 200).length).toBeLessThan(files.length / 10);
  });
});
