import { isAlias, isMap, isScalar, isSeq, type Node, Scalar } from 'yaml';
import type { Position, Problem, ProblemCode } from '../../base/problem.ts';
import { MOST_DEPTH, MOST_NODES, MOST_PROBLEMS } from './limits.ts';
import { show } from '../../base/show.ts';
import { hiddenIn } from '../../base/hiddenCharacters.ts';
import type { Placed, SourceText } from '../../base/sourceText.ts';
import { hidden, tooDeep, tooMany } from './yamlWords.ts';

/** One pass over the tree of a document: plain values out, places noted, everything refused that a rule file must not hold. */
export class YamlWalk {
  readonly problems: Problem[] = [];
  private readonly keys = new Map<string, Placed>();
  private readonly values = new Map<string, Placed>();
  private nodes = 0;

  constructor(private readonly source: SourceText) {}

  valueOf(node: Node | null, path: readonly PropertyKey[]): unknown {
    this.nodes += 1;
    if (this.nodes === MOST_NODES) this.refuse('too-large', tooMany.message, tooMany.hint, node);
    if (this.nodes >= MOST_NODES) return undefined;
    if (path.length > MOST_DEPTH) {
      this.refuse('too-deep', tooDeep.message, tooDeep.hint, node);
      return undefined;
    }
    if (node?.range) this.values.set(keyOf(path), { offset: node.range[0], length: node.range[1] - node.range[0] });
    this.refuseFeatures(node);
    if (isMap(node)) return this.mapOf(node.items as readonly { key: Node; value: Node | null }[], path);
    if (isSeq(node)) return node.items.map((item, index) => this.valueOf(item as Node | null, [...path, index]));
    if (isScalar(node)) return this.scalarOf(node, path);
    return null;
  }

  place(path: readonly PropertyKey[], part: 'key' | 'value' = 'value'): Position {
    for (let length = path.length; length >= 0; length--) {
      const inner = keyOf(path.slice(0, length));
      const placed = part === 'key' || length < path.length
        ? this.keys.get(inner) ?? this.values.get(inner)
        : this.values.get(inner) ?? this.keys.get(inner);
      if (placed) return this.source.position(placed);
    }
    return this.source.position({ offset: 0, length: 1 });
  }

  private mapOf(items: readonly { key: Node; value: Node | null }[], path: readonly PropertyKey[]): object {
    const value: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    const seen = new Map<string, Placed>();
    for (const pair of items) {
      const key = isScalar(pair.key) && typeof pair.key.value === 'string' ? pair.key.value : '';
      this.refuseFeatures(pair.key);
      this.refuseHidden(key, pair.key);
      const placed: Placed = { offset: pair.key.range?.[0] ?? 0, length: Math.max(1, (pair.key.range?.[1] ?? 0) - (pair.key.range?.[0] ?? 0)) };
      const first = seen.get(key);
      if (key === '' || key === '<<') {
        const message = key === '' ? 'a key is missing before the colon' : '“<<” does not merge maps here';
        this.add('yaml-feature', message, 'write the keys out', this.writtenAt(placed), key.length);
      } else if (key === '__proto__') {
        this.refuse('unknown-key', '“__proto__” is no name for a key', 'choose another name', pair.key);
        continue;
      } else if (first && this.problems.length < MOST_PROBLEMS) {
        const { line } = this.source.position(first);
        this.refuse('duplicate-key', `${show(key)} stands here a second time`, `the first is in line ${line}: keep one of them`, pair.key);
      }
      seen.set(key, first ?? placed);
      const inner = [...path, key];
      this.keys.set(keyOf(inner), placed);
      value[key] = this.valueOf(pair.value, inner);
    }
    return value;
  }

  /** A key that is left out has its place before the blanks in front of its colon. */
  private writtenAt({ offset }: Placed): number {
    return offset + (/^\s*(?=:)/.exec(this.source.text.slice(offset))?.[0].length ?? 0);
  }

  private scalarOf(node: Scalar, path: readonly PropertyKey[]): unknown {
    const { value } = node;
    if (typeof value === 'number') {
      if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
        this.refuse('out-of-range', 'this number cannot be used', 'write an ordinary number', node);
      }
      return Object.is(value, -0) ? 0 : value;
    }
    if (typeof value !== 'string') return value;
    if (node.type === Scalar.PLAIN && (value.includes(' ') || isText(path)) && /^[ \t]+#/.test(this.source.text.slice(node.range?.[1] ?? 0))) {
      this.refuse('cut-text', 'everything after “ #” is a comment, so this text ends early', 'put the text in quotes, or the comment on a line of its own', node);
    }
    this.refuseHidden(value, node);
    return value;
  }

  /** What is hidden in the text itself has been refused before; this finds what a quoted text writes as an escape. */
  private refuseHidden(text: string, node: Node): void {
    const [found] = hiddenIn(text);
    if (found) this.refuse('hidden-character', hidden(found.character).message, hidden(found.character).hint, node);
  }

  private refuseFeatures(node: Node | null): void {
    if (!node) return;
    if (isAlias(node)) {
      this.refuse('yaml-feature', `${show(`*${node.source}`)} points elsewhere`, 'write the value out', node);
      return;
    }
    if (node.anchor !== undefined) this.refuseBefore(node, '&', 'names a value to point at', 'take it out: every value is written where it is used');
    if (node.tag !== undefined) this.refuseBefore(node, '!', 'is not read', 'leave the tag out');
  }

  /** An anchor or tag stands before its value; it is told at its own place. */
  private refuseBefore(node: Node, sign: '&' | '!', what: string, hint: string): void {
    const start = node.range?.[0] ?? 0;
    const before = this.source.text.slice(Math.max(0, start - 100), start);
    const found = (sign === '&' ? /(&\S*)\s+(?:!\S*\s+)?$/ : /(!\S*)\s+(?:&\S*\s+)?$/).exec(before);
    const word = found?.[1] ?? sign;
    this.add('yaml-feature', `${show(word)} ${what}`, hint, start - before.length + (found?.index ?? before.length), word.length);
  }

  private refuse(code: ProblemCode, message: string, hint: string, node: Node | null): void {
    const [start, end] = node?.range ?? [0, 1];
    this.add(code, message, hint, start, end - start);
  }

  private add(code: ProblemCode, message: string, hint: string, offset: number, length: number): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(this.source.problem(code, message, hint, offset, Math.max(1, length)));
  }
}

/** Keys whose values are sentences for the reader, be it of a single word. */
const textKeys: ReadonlySet<PropertyKey | undefined> = new Set(['title', 'why', 'because', 'if', 'do', 'say', 'words', 'rehearse', 'ask', 'help', 'says', 'unit', 'note', 'name', 'belief', 'truer', 'publisher', 'sample', 'found', 'caution']);

/** Whether a text belongs at a path; a list holds what its key does. What stands in `expect` are names. */
function isText(path: readonly PropertyKey[]): boolean {
  return textKeys.has(path.findLast(part => typeof part === 'string')) && !path.includes('expect');
}

function keyOf(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}
