import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

/** The entries, in the order in which an export is looked for: what several have belongs to the first. */
const entries = [
  ['src/index.ts', 'afterview'], ['src/engine.ts', 'afterview/engine'], ['src/notes.ts', 'afterview/core/notes'],
  ['src/node.ts', 'afterview/node'], ['src/pack.ts', 'afterview/pack'], ['src/schema.ts', 'afterview/schema'],
  ['src/forms.ts', 'afterview/forms'],
  ['src/tools.ts', 'afterview/tools'],
] as const;

/** An export of an entry, where it is declared, and what its docstring says. */
export interface DocumentedExport {
  readonly name: string;
  readonly entry: string;
  readonly file: string;
  /** Whether it can be called or constructed. */
  readonly callable: boolean;
  readonly documented: boolean;
  /** The code of its `@example` blocks, those of its members included. */
  readonly examples: readonly string[];
}

/** Every export of every entry, once. */
export function documentedExports(): readonly DocumentedExport[] {
  const found = new Map<string, DocumentedExport>();
  for (const [file, entry] of entries) {
    for (const [name, from] of exportsOf(file)) {
      const key = `${from} ${name}`;
      if (!found.has(key)) found.set(key, documented(name, entry, from));
    }
  }
  return [...found.values()];
}

/** How many `@example` blocks stand anywhere in the sources. */
export function examplesWritten(): number {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
  return files.reduce((count, file) => count + [...readFileSync(join('src', file), 'utf8').matchAll(/^\s*\*\s*@example\b/gm)].length, 0);
}

/** The names that an entry exports. */
export function namesOf(entry: string): readonly string[] {
  const [file] = entries.find(each => each[1] === entry) ?? [];
  return file === undefined ? [] : exportsOf(file).map(([name]) => name);
}

const parsed = new Map<string, ts.SourceFile>();

function sourceOf(file: string): ts.SourceFile {
  const source = parsed.get(file) ?? ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  parsed.set(file, source);
  return source;
}

/** Names that an entry exports, with the files that declare them. */
function exportsOf(file: string): readonly (readonly [string, string])[] {
  return sourceOf(file).statements.flatMap(statement => {
    if (!ts.isExportDeclaration(statement)) return declaredBy(statement).map(name => [name, file] as const);
    if (!statement.exportClause || !ts.isNamedExports(statement.exportClause)) throw new Error(`${file} exports something without its name`);
    const from = statement.moduleSpecifier && ts.isStringLiteral(statement.moduleSpecifier) ? join(dirname(file), statement.moduleSpecifier.text) : file;
    if (!existsSync(from)) throw new Error(`${file} exports from ${from}`);
    return statement.exportClause.elements.map(({ name }) => [name.text, from] as const);
  });
}

/** The names that a statement declares and exports. */
function declaredBy(statement: ts.Statement): readonly string[] {
  if (!ts.canHaveModifiers(statement) || !ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText());
  const { name } = statement as ts.DeclarationStatement;
  return name ? [name.getText()] : [];
}

function documented(name: string, entry: string, file: string): DocumentedExport {
  const statement = sourceOf(file).statements.find(each => declaredBy(each).includes(name));
  if (!statement) throw new Error(`${file} does not declare ${name}`);
  return {
    name, entry, file,
    callable: ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement),
    documented: docsOf(statement).some(doc => (ts.getTextOfJSDocComment(doc.comment) ?? '').trim() !== ''),
    examples: examplesIn(statement),
  };
}

/** The docstrings that stand at this very node. */
function docsOf(node: ts.Node): readonly ts.JSDoc[] {
  return ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).filter(({ parent }) => parent === node);
}

function examplesIn(statement: ts.Statement): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    for (const tag of docsOf(node).flatMap(({ tags = [] }) => tags)) {
      if (tag.tagName.text === 'example') found.push(ts.getTextOfJSDocComment(tag.comment) ?? '');
    }
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return found;
}
