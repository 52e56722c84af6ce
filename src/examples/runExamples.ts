import type { PackExample } from '../authoring/check/packExamples.ts';
import { readAnswers } from '../answers/readAnswers.ts';
import { formatProblem, type Position, type Problem } from '../base/problem.ts';
import { beliefsShown } from '../evidence/beliefs.ts';
import { firstNamed, rankingOf } from '../inference/ranking.ts';
import { contradictions, findingsFor } from '../evidence/findings.ts';
import { reweigh } from '../evidence/weigh.ts';
import { type Baseline, baselineOf } from '../inference/no/baseline.ts';
import { explainNo, orderedCauses } from '../inference/no/explainNo.ts';
import type { KnownAnswers } from '../answers/readAnswers.ts';
import { unanswered } from '../pack/layout.ts';
import type { Belief, Cause, Pack, Question } from '../pack/pack.ts';
import { preparePack } from '../pack/preparePack.ts';

/** What is true of a cause or belief under an example's answers. */
interface Seen {
  /** All causes of a no, with their shares. */
  readonly order: readonly { readonly id: string; readonly share: number }[];
  readonly supported: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
  readonly beliefs: ReadonlySet<string>;
  /** By cause: the signs that count, in words. */
  readonly evidence: (id: string) => string;
}

/** Runs the examples that rule files carry. An example that does not come out as its author expects is a problem. */
export function runExamples(pack: Pack, examples: readonly PackExample[]): readonly Problem[] {
  return examples.flatMap(exampleRunner(pack));
}

/** The same, one at a time. */
export function exampleRunner(pack: Pack): (example: PackExample) => readonly Problem[] {
  const baseline = baselineOf(preparePack(pack));
  return example => {
    const read = readAnswers(baseline.prepared, example.answers);
    const clashes = read.ok ? contradictions(baseline.prepared, read.value.reading) : read.problems;
    if (!read.ok || clashes.length > 0) {
      return clashes.map(clash => ({ ...clash, message: `in the example “${example.name}”: ${formatProblem({ ...clash, hint: '' })}`, at: placeOf(example, ['answers', ...clash.path ?? []]) }));
    }
    if (read.value.leftOut.length > 0) return read.value.leftOut.map(index => notAsked(example, (pack.questions[index] as Question).id));
    return differencesIn(example, seenIn(baseline, read.value));
  };
}

function differencesIn(example: PackExample, seen: Seen): readonly Problem[] {
  return Object.entries(example.expect).flatMap(([expectation, ids]) => [ids].flat().flatMap((id, index) => {
    if (comesOut(expectation, id, seen)) return [];
    const at = placeOf(example, ['expect', expectation, ...(typeof ids === 'string' ? [] : [index])]);
    return [{ code: 'failed-example' as const, message: `the example “${example.name}” expects ${expectation}: ${id}`, hint: found(id, seen), at }];
  }));
}

function notAsked(example: PackExample, question: string): Problem {
  return { code: 'failed-example', message: `in the example “${example.name}” the question “${question}” does not come up`, hint: 'take its answer out', at: placeOf(example, ['answers', question]) };
}

function seenIn(baseline: Baseline, { reading: { columns } }: KnownAnswers): Seen {
  const { prepared, prepared: { pack } } = baseline;
  const { weighed } = reweigh(prepared, baseline.weighed, unanswered(prepared.layout), columns);
  const explained = explainNo(baseline, weighed);
  const first = firstNamed(prepared, explained, rankingOf(prepared, explained, null));
  const idsWhere = (holds: (index: number) => boolean): ReadonlySet<string> => new Set(pack.causes.flatMap(({ id }, index) => (holds(index) ? [id] : [])));
  return {
    order: orderedCauses(prepared, explained).map(index => ({ id: (pack.causes[index] as Cause).id, share: explained.share[index] as number })),
    supported: idsWhere(index => weighed.supported[index] === 1),
    absent: idsWhere(index => weighed.presence[index] === 0),
    evidence: id => evidenceFor(prepared, id, columns),
    beliefs: new Set(beliefsShown(prepared, columns, first).map(index => (pack.beliefs[index] as Belief).id)),
  };
}

/** The place of a part of an example, or of the example where that is not known. */
function placeOf({ file, line, places }: PackExample, path: readonly (string | number)[]): Position {
  return places?.get(path.join('.')) ?? places?.get('') ?? { file, line, column: 1 };
}

function comesOut(expectation: string, id: string, { order, supported, absent, beliefs }: Seen): boolean {
  switch (expectation) {
    case 'first':
      return supported.has(id) && order[0]?.id === id;
    case 'minor':
      return supported.has(id) && order[0]?.id !== id;
    case 'absent':
      return absent.has(id);
    case 'supported':
      return supported.has(id);
    case 'unsupported':
      return !supported.has(id);
    case 'belief':
      return beliefs.has(id);
    default:
      return !beliefs.has(id);
  }
}

/** How it stands with what was expected, which come first instead, and by what. */
function found(id: string, { order, supported, absent, evidence }: Seen): string {
  const first = order.slice(0, 3).map(({ id: cause, share }) => `${cause} ${Math.round(share * 1000) / 10}%`).join(', ');
  const told = [...new Set([id, order[0]?.id ?? id])].flatMap(cause => evidence(cause)).filter(line => line !== '');
  return [`“${id}” is ${absent.has(id) ? 'ruled out' : stateOf(supported.has(id))}; first come ${first}`, ...told].join('\n    ');
}

function evidenceFor({ causes, causeIndices }: Baseline['prepared'], id: string, columns: readonly number[]): string {
  const cause = causes[causeIndices.get(id) ?? -1];
  const signs = cause ? findingsFor(cause.signs, columns) : [];
  return signs.length === 0 ? '' : `${id}: ${signs.map(({ sign: { because, speaks } }) => `${because} (${speaks})`).join(' ')}`;
}

function stateOf(supported: boolean): string {
  return supported ? 'supported' : 'not supported';
}
