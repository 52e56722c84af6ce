import { type Document, isCollection, isScalar, Scalar, visit, type YAMLError } from 'yaml';
import type { Problem, ProblemCode } from '../../base/problem.ts';
import { MOST_PROBLEMS } from './limits.ts';
import type { SourceText } from '../../base/sourceText.ts';
import { rewordYamlErrors } from './yamlWords.ts';

/**
 * The parser's errors and warnings, one a place. Where a quote or bracket is never closed, a bracket closes nothing or
 * an indent is wrong, all that follows was misread and is not told.
 */
export function syntaxProblems(source: SourceText, documents: readonly Document.Parsed[]): readonly Problem[] {
  const faults = documents.flatMap(document => [...document.errors, ...document.warnings]).sort((a, b) => a.pos[0] - b.pos[0]);
  const byPlace = new Map<number, YAMLError[]>();
  for (const fault of faults.slice(0, 2 * MOST_PROBLEMS)) byPlace.set(fault.pos[0], [...byPlace.get(fault.pos[0]) ?? [], fault]);
  const open = [...byPlace.values()].flat().flatMap(fault => unclosed(documents, fault));
  const astray = faults.find(({ code, message, pos: [at] }) => code === 'BAD_INDENT' || code === 'TAB_AS_INDENT'
    || message.startsWith('Sequence item without') || (code === 'UNEXPECTED_TOKEN' && /[\]}]/.test(source.text[at] ?? '')));
  const misreadFrom = Math.min(...open, (astray?.pos[0] ?? source.text.length) + 1);
  const before = [...byPlace].filter(([place]) => place < misreadFrom).slice(0, MOST_PROBLEMS);
  return [...before.map(([, here]) => syntaxProblem(source, here)), ...[...new Set(open)].map(offset => openProblem(source, offset))];
}

function openProblem(source: SourceText, offset: number): Problem {
  const sign = source.text[offset] ?? '';
  const hint = sign === '"' || sign === "'" ? `add ${sign} where the text ends` : `add ${sign === '[' ? ']' : '}'} where it ends`;
  return source.problem('yaml-syntax', `this ${sign} is never closed`, hint, offset, 1);
}

function codeOf(fault: YAMLError['code'] | undefined): ProblemCode {
  if (fault === 'TAG_RESOLVE_FAILED') return 'yaml-feature';
  return fault === 'RESOURCE_EXHAUSTION' ? 'too-deep' : 'yaml-syntax';
}

function syntaxProblem(source: SourceText, faults: readonly YAMLError[]): Problem {
  const { message, hint } = rewordYamlErrors(faults, source.text);
  const [code, [start, end]] = [faults[0]?.code, faults[0]?.pos ?? [0, 1]];
  return source.problem(codeOf(code), message, hint, start, Math.max(1, end - start));
}

/**
 * The parser misses a closing quote or bracket where the text around it ends, which may be many lines below; its
 * author looks for the place where it opens.
 *
 * @returns Offsets of the quotes or brackets that the fault leaves open; none when it is another kind of fault.
 */
function unclosed(documents: readonly Document.Parsed[], fault: YAMLError): readonly number[] {
  if (!/^Missing closing|end with a [\]}]$/.test(fault.message)) return [];
  const openings: number[] = [];
  for (const document of documents) {
    visit(document, (_key, node) => {
      const quoted = isScalar(node) && (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE);
      const bracketed = isCollection(node) && node.flow === true;
      if ((quoted || bracketed) && node.range?.[1] === fault.pos[0]) openings.push(node.range[0]);
    });
  }
  return openings;
}
