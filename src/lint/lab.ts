import type { PlacedPack } from '../authoring/readPack.ts';
import type { CauseFile } from '../authoring/files/fileSchemas.ts';
import type { ParsedFile } from '../authoring/files/parseFile.ts';
import type { Condition } from '../pack/condition.ts';
import { layOut } from '../pack/layout.ts';
import type { Cause, Pack, Sign } from '../pack/pack.ts';
import { type PreparedSign, prepareSigns } from '../pack/preparePack.ts';
import { isShown } from '../evidence/weigh.ts';
import { compileTest, shows, type Test } from '../pack/test.ts';
import { everyCondition } from './everyCondition.ts';
import { type Judge, seekSheet, type Sought } from './seekSheet.ts';

/** A pack with all that is needed to ask which answers there can be. */
export interface Lab extends PlacedPack {
  readonly pack: Pack;
  readonly causes: readonly LabCause[];
  /** When a condition is shown. */
  readonly testOf: (condition: Condition) => Test;
  readonly testOfRefuted: (condition: Condition) => Test;
  /** The smallest sheet that shows all of `wanted` and none of `avoided`, among those that a pack accepts. */
  readonly seek: (wanted: readonly Test[], avoided?: readonly Test[], limits?: Limits) => Sought;
}

export interface Limits {
  /** A cause that sheets may establish and rule out, as that is what is asked about. */
  readonly clashOf?: LabCause;
  /** Signs that must not be shown. */
  readonly without?: readonly LabSign[];
  /** What else a sheet must be. */
  readonly judge?: Judge;
}

export interface LabCause {
  readonly cause: Cause;
  readonly file: ParsedFile<CauseFile>;
  readonly signs: readonly LabSign[];
}

export interface LabSign extends PreparedSign<Sign> {
  /** Where it stands in its file. */
  readonly path: readonly (string | number)[];
}

export function labOf(placed: PlacedPack): Lab {
  const { pack } = placed.read;
  const layout = layOut(pack.questions, everyCondition(pack));
  const testOf = (condition: Condition): Test => compileTest(condition, layout);
  const testOfRefuted = (condition: Condition): Test => compileTest(condition, layout, false);
  const causes = causesOf(placed, testOf);
  const contradictions = pack.contradictions.map(({ when }) => testOf(when));
  const space = { questions: pack.questions, layout, refuted: pack.questions.map(({ askIf }) => (askIf ? testOfRefuted(askIf) : null)) };
  return {
    ...placed, pack, causes, testOf, testOfRefuted,
    seek: (wanted, avoided = [], { clashOf, without = [], judge = () => null } = {}) => seekSheet(space, wanted, avoided, columns => {
      if (contradictions.some(test => shows(test, columns))) return [];
      const shown = without.filter(sign => isShown(sign, columns));
      if (shown.length > 0) return shown.flatMap(({ unless }) => unless ?? []);
      const clash = causes.flatMap(cause => (cause === clashOf ? [] : clashIn(cause, columns)));
      return clash.length > 0 ? clash.flatMap(({ unless }) => unless ?? []) : judge(columns);
    }),
  };
}

function causesOf({ read: { pack }, parsed }: PlacedPack, testOf: (condition: Condition) => Test): readonly LabCause[] {
  const files = new Map(parsed.causes.map(file => [file.value.id, file]));
  return pack.causes.flatMap(cause => {
    const file = files.get(cause.id);
    if (!file) return [];
    const ofNamed = cause.signs.length - file.value.signs.length;
    const signs = prepareSigns(cause.signs, testOf).map((sign, index): LabSign => ({ ...sign, path: index < ofNamed ? ['named'] : ['signs', index - ofNamed] }));
    return [{ cause, file, signs }];
  });
}

/** The signs by which answers establish a cause and rule it out; none where they do not do both. */
function clashIn({ signs }: LabCause, columns: readonly number[]): readonly LabSign[] {
  const shown = signs.filter(sign => !Number.isFinite(sign.weight) && isShown(sign, columns));
  return shown.some(({ weight }) => weight > 0) && shown.some(({ weight }) => weight < 0) ? shown : [];
}

/** Whether it is proven that no answers show a sign. */
export function neverShows(lab: Lab, { when, unless }: LabSign): boolean {
  return lab.seek([when], unless ? [unless] : []) === 'impossible';
}
