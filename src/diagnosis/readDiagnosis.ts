import { plainEntries } from '../base/plainObject.ts';
import { type Checked, type Problem, refused } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import { COMPARISON_VERSION, type Comparison } from './comparison.ts';
import { type Diagnosis, DIAGNOSIS_VERSION } from './diagnosis.ts';
import { type Timeline, TIMELINE_VERSION } from './timelineShape.ts';

/** What is told by its version and by parts that nothing else has. */
interface Kind {
  readonly noun: string;
  readonly from: string;
  readonly version: number;
  readonly parts: readonly string[];
}

const kinds = {
  diagnosis: { noun: 'diagnosis', from: 'diagnose', version: DIAGNOSIS_VERSION, parts: ['pack', 'headline', 'explanations', 'plan'] },
  comparison: { noun: 'comparison', from: 'compare', version: COMPARISON_VERSION, parts: ['before', 'after', 'fixes', 'changes'] },
  timeline: { noun: 'timeline', from: 'timeline', version: TIMELINE_VERSION, parts: ['interviews', 'tried', 'changes', 'open', 'next'] },
} as const satisfies Readonly<Record<string, Kind>>;

/**
 * A diagnosis of any origin. One of another version, and what is none, are refused by name; what is inside is not looked
 * at: the schema in `afterview/schema` does that.
 */
export function readDiagnosis(value: unknown): Checked<Diagnosis> {
  const problem = problemOf(value, kinds.diagnosis);
  return problem ? refused([problem]) : { ok: true, value: value as Diagnosis };
}

/** The same for a comparison. */
export function readComparison(value: unknown): Checked<Comparison> {
  const problem = problemOf(value, kinds.comparison);
  return problem ? refused([problem]) : { ok: true, value: value as Comparison };
}

/** The same for a timeline. */
export function readTimeline(value: unknown): Checked<Timeline> {
  const problem = problemOf(value, kinds.timeline);
  return problem ? refused([problem]) : { ok: true, value: value as Timeline };
}

/** What `work` gives; where it runs into something that no value of this kind has, that the value is broken. */
export function unlessBroken<T>(what: keyof typeof kinds, work: () => Checked<T>): Checked<T> {
  try {
    return work();
  } catch {
    return refused([brokenOne(kinds[what])]);
  }
}

function brokenOne(kind: Kind): Problem {
  return { code: 'wrong-shape', message: `this ${kind.noun} is broken: some of it is missing, or of a wrong kind`, hint: hintFor(kind), path: [] };
}

function hintFor({ from }: Kind): string {
  return `pass what ${from} gave, as it gave it`;
}

function problemOf(value: unknown, kind: Kind): Problem | null {
  const { from, version, parts } = kind;
  const [what, hint] = [`a ${kind.noun}`, hintFor(kind)];
  const entries = plainEntries(value, what, `what ${from} gave`);
  if (!entries.ok) return { code: 'not-an-object', message: `${showAny(value)} is not ${what}`, hint, path: [] };
  const given = new Map(entries.value);
  const missing = parts.find(part => typeof given.get(part) !== 'object' || given.get(part) === null);
  if (!given.has('version') || missing !== undefined) return { code: 'wrong-kind', message: `this is not ${what}: it has no “${missing ?? 'version'}”`, hint, path: [] };
  if (given.get('version') === version) return sizeProblem(value, kind);
  return {
    code: 'unsupported-format', message: `this is ${what} of version ${showAny(given.get('version'))}, and ${version} is read`,
    hint: 'make it anew from the answers, with this version of afterview', path: ['version'],
  };
}

/** A diagnosis of a hundred interviews holds a tenth of these values, and of these letters. */
const MOST_VALUES = 500_000;
const MOST_LETTERS = 20_000_000;

function sizeProblem(value: unknown, kind: Kind): Problem | null {
  try {
    return isHuge(value) ? { code: 'too-large', message: `this is far larger than a ${kind.noun} is`, hint: hintFor(kind), path: [] } : null;
  } catch {
    return brokenOne(kind);
  }
}

/** Whether something holds more than a report could be made of: lists with holes and things that hold themselves, too. */
function isHuge(value: unknown): boolean {
  const open = [value];
  let [values, letters] = [0, 0];
  while (open.length > 0) {
    const each = open.pop();
    if (typeof each === 'string') letters += each.length;
    if (typeof each === 'object' && each !== null) {
      values += Array.isArray(each) ? each.length : Object.keys(each).length;
      if (values <= MOST_VALUES) for (const part of Object.values(each)) open.push(part);
    }
    if (values > MOST_VALUES || letters > MOST_LETTERS) return true;
  }
  return false;
}
