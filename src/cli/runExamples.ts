import { contradictions, weigh } from '../evidence/weigh.ts';
import { explainNo, type ExplainedCause } from '../inference/no/explainNo.ts';
import type { Pack } from '../pack/pack.ts';
import type { PackExample } from '../authoring/check/packExamples.ts';
import { formatProblem, type Position, type Problem } from '../base/problem.ts';
import { checkAnswers } from '../answers/checkAnswers.ts';
import { holds } from '../answers/holds.ts';

/** What is true of a cause or belief under an example's answers. */
interface Seen {
  readonly order: readonly ExplainedCause[];
  readonly supported: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
  readonly beliefs: ReadonlySet<string>;
}

/** Runs the examples that rule files carry. An example that does not come out as its author expects is a problem. */
export function runExamples(pack: Pack, examples: readonly PackExample[]): readonly Problem[] {
  return examples.flatMap(example => {
    const checked = checkAnswers(pack, example.answers);
    const clashes = checked.ok ? contradictions(pack, checked.value.reading) : checked.problems;
    if (!checked.ok || clashes.length > 0) {
      return clashes.map(clash => ({ ...clash, message: `in the example “${example.name}”: ${formatProblem({ ...clash, hint: '' })}`, at: placeOf(example, ['answers', ...clash.path ?? []]) }));
    }
    if (checked.value.notes.length > 0) {
      return checked.value.notes.map(({ question }) => ({ code: 'failed-example' as const, message: `in the example “${example.name}” the question “${question}” does not come up`, hint: 'take its answer out', at: placeOf(example, ['answers', question]) }));
    }
    const weighed = pack.causes.map(cause => weigh(cause, checked.value.reading));
    const seen: Seen = {
      order: explainNo(pack, weighed).causes,
      supported: new Set(weighed.filter(({ presence, findings }) => presence > 0 && findings.some(({ weight }) => weight > 0)).map(({ cause }) => cause.id)),
      absent: new Set(weighed.filter(({ presence }) => presence === 0).map(({ cause }) => cause.id)),
      beliefs: new Set(pack.beliefs.filter(({ when }) => holds(when, checked.value.reading) === true).map(({ id }) => id)),
    };
    return Object.entries(example.expect).flatMap(([expectation, ids]) => [ids].flat().flatMap((id, index) => {
      if (comesOut(expectation, id, seen)) return [];
      const at = placeOf(example, ['expect', expectation, ...(typeof ids === 'string' ? [] : [index])]);
      return [{ code: 'failed-example' as const, message: `the example “${example.name}” expects ${expectation}: ${id}`, hint: found(id, seen), at }];
    }));
  });
}

/** The place of a part of an example, or of the example where that is not known. */
function placeOf({ file, line, places }: PackExample, path: readonly (string | number)[]): Position {
  return places?.get(path.join('.')) ?? places?.get('') ?? { file, line, column: 1 };
}

function comesOut(expectation: string, id: string, { order, supported, absent, beliefs }: Seen): boolean {
  switch (expectation) {
    case 'first':
      return supported.has(id) && order[0]?.cause.id === id;
    case 'minor':
      return supported.has(id) && order[0]?.cause.id !== id;
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

function found(id: string, { order, supported, absent }: Seen): string {
  const first = order.slice(0, 3).map(({ cause, share }) => `${cause.id} ${Math.round(share * 1000) / 10}%`).join(', ');
  const state = absent.has(id) ? 'ruled out' : supported.has(id) ? 'supported' : 'not supported';
  return `“${id}” is ${state}; first come ${first}`;
}
