import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import ts from 'typescript';
import { type DocumentedExport, namesOf } from './documented.ts';

/**
 * An example may use every name of its entry, and imports those of others. What a line comes to stands behind it, as an
 * expression: `diagnose(answers).outcome; // 'rejected'`.
 */
export interface Example {
  readonly title: string;
  readonly callable: boolean;
  readonly code: string;
  /** A module that checks what stands behind the lines. */
  readonly program: string;
  readonly checks: number;
}

export function exampleOf({ entry, name, callable }: DocumentedExport, code: string, number: number): Example {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
  const results: { readonly from: number; readonly to: number; readonly call: string }[] = [];
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) used.add(node.text);
    if (ts.isExpressionStatement(node)) {
      const comment = (ts.getTrailingCommentRanges(code, node.end) ?? []).find(({ kind }) => kind === ts.SyntaxKind.SingleLineCommentTrivia);
      if (comment) results.push({ from: node.getStart(), to: comment.end, call: `check(${node.expression.getText()}, ${code.slice(comment.pos + 2, comment.end).trim()});` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const body = results.toReversed().reduce((text, { from, to, call }) => text.slice(0, from) + call + text.slice(to), code);
  const names = namesOf(entry).filter(each => used.has(each));
  const program = `import { ${names.join(', ')} } from '${entry}';\ndeclare function check(actual: unknown, expected: unknown): void;\n${body}\nexport {};\n`;
  return { title: number === 0 ? name : `${name} (${number + 1})`, callable, code, program, checks: results.length };
}

/** A program that was compiled: what the compiler finds wrong with it, and itself as JavaScript. */
export interface Compiled {
  readonly wrong: readonly string[];
  readonly script: string;
}

/**
 * Compiles examples as someone would who has installed the package, against its built types and as strictly as can be.
 *
 * @param home - an empty folder; the package is linked into it
 */
export function compileExamples(examples: readonly Example[], home: string): readonly Compiled[] {
  mkdirSync(join(home, 'node_modules'));
  symlinkSync(resolve('.'), join(home, 'node_modules', 'afterview'), 'junction');
  const files = examples.map(({ program }, index) => {
    const file = join(home, `example-${index}.cts`).replaceAll('\\', '/');
    writeFileSync(file, program);
    return file;
  });
  const built = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: [],
    strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, noPropertyAccessFromIndexSignature: true, skipLibCheck: true,
  });
  return files.map(file => {
    const source = built.getSourceFile(file);
    const wrong = ts.getPreEmitDiagnostics(built, source).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
    let script = '';
    built.emit(source, (_name, text) => { script = text; });
    return { wrong, script };
  });
}

/** Runs what was compiled, in that folder, and returns each result beside what the example says of it. */
export function run({ script }: Compiled, home: string): readonly (readonly [actual: unknown, expected: unknown])[] {
  const results: (readonly [unknown, unknown])[] = [];
  const check = (actual: unknown, expected: unknown): void => { results.push([actual, expected]); };
  const before = process.cwd();
  process.chdir(home);
  try {
    const program = compileFunction(script, ['require', 'exports', 'check']) as (...given: readonly unknown[]) => void;
    program(createRequire(join(home, 'example.cjs')), {}, check);
  } finally {
    process.chdir(before);
  }
  return results;
}
