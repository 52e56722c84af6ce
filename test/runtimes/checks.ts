/**
 * What every runtime is asked. It knows no test runner and no runtime, imports types only, and is handed the entries of
 * the package, so that one text serves modules, CommonJS and bundles. What a check says must be the same everywhere.
 */
import type * as Engine from '../../src/engine.ts';
import type * as Main from '../../src/index.ts';
import type * as FromFiles from '../../src/node.ts';
import type * as NotesEntry from '../../src/notes.ts';
import type * as PackEntry from '../../src/pack.ts';
import type * as SchemaEntry from '../../src/schema.ts';

export interface Entries {
  readonly main: typeof Main;
  readonly engine: typeof Engine;
  readonly notes: typeof NotesEntry;
  readonly pack: typeof PackEntry;
  readonly schema: typeof SchemaEntry;
}

/** What only some runtimes have. */
export interface Surroundings {
  /** The main entry in the other module format: a copy with classes of its own. */
  readonly other?: typeof Main;
  /** The entry that reads folders, and the folder of the core pack. */
  readonly files?: { readonly node: typeof FromFiles; readonly rules: string };
  /** Whether the runtime was told to make no code out of text. */
  readonly forbidsCode?: boolean;
  /** Whether something may be done that must be forbidden; told where the runtime can be asked. */
  readonly mayReadAll?: boolean;
}

export interface Given {
  /** Answers files by name. */
  readonly examples: Readonly<Record<string, unknown>>;
  /** The files of a small pack, path → text, and answers to it. */
  readonly packFiles: Readonly<Record<string, string>>;
}

export interface Said {
  readonly name: string;
  readonly text?: string;
  readonly wrong?: string;
}

type Check = () => string;

export function runChecks(entries: Entries, given: Given, around: Surroundings = {}): readonly Said[] {
  const checks = new Map([...diagnosed(entries, given), ...reported(entries, given), ...otherEntries(entries, given), ...refusals(entries), ...surrounded(entries, around)]);
  return [...checks].map(([name, check]) => {
    try {
      return { name, text: check() };
    } catch (error) {
      return { name, wrong: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    }
  });
}

function diagnosisOf({ openAnswersFile, diagnoseHistory }: typeof Main, file: unknown): Main.Diagnosis {
  const { interviews, ...options } = openAnswersFile(file);
  return diagnoseHistory(interviews, options);
}

function diagnosed({ main }: Entries, { examples }: Given): readonly (readonly [string, Check])[] {
  const late = main.openAnswersFile(examples['late']).interviews[0] ?? {};
  return [
    ...Object.entries(examples).map(([name, file]) => [`diagnosis of ${name}`, () => JSON.stringify(diagnosisOf(main, file))] as const),
    ['next questions', () => JSON.stringify(main.nextQuestions({ outcome: 'rejected', arrival: 'late' }, { asOf: '2026-11-22' }))],
    ['what if', () => JSON.stringify(main.whatIf<Main.Pack>(late, { answers: { arrival: 'on-time' } }))],
    ['prepared interview', () => JSON.stringify(main.prepare().interview({ outcome: 'rejected', arrival: 'late' }).sensitivity())],
  ];
}

function reported({ main, notes: { coreNotes } }: Entries, { examples }: Given): readonly (readonly [string, Check])[] {
  const diagnosis = (name: string): Main.Diagnosis => diagnosisOf(main, examples[name]);
  return [
    ['page as text', () => main.toText(diagnosis('weak-research'))],
    ['page as Markdown', () => main.toMarkdown(diagnosis('weak-research'))],
    ['page as HTML', () => main.toHtml(diagnosis('weak-research'))],
    ['calendar', () => main.toCalendar(diagnosis('waiting-three-days'))],
    ['sheet for a coach', () => main.toText(diagnosis('late'), { for: 'coach' })],
    ['sheet for a coach with sources', () => {
      const sheet = main.toMarkdown(diagnosis('late'), { for: 'coach', notes: coreNotes });
      return holds(sheet !== main.toMarkdown(diagnosis('late'), { for: 'coach' }), sheet);
    }],
    ['worksheet', () => main.toWorksheet('stories', diagnosis('late'))],
    ['comparison', () => main.comparisonToText(main.compare(diagnosis('compare-before'), diagnosis('compare-after')))],
    ['timeline', () => main.timelineToText(main.timeline([diagnosis('client-1'), diagnosis('client-2'), diagnosis('client-3')]))],
  ];
}

function otherEntries({ main, engine, notes, pack, schema }: Entries, { packFiles }: Given): readonly (readonly [string, Check])[] {
  const answers = { outcome: 'rejected', arrival: 'late', 'minutes-late': 20 } as const;
  return [
    ['a pack from texts', () => {
      const read = pack.readPack(new Map(Object.entries(packFiles)));
      return JSON.stringify(main.diagnose<Main.Pack>(answers, { pack: read.pack }));
    }],
    ['engine', () => JSON.stringify(engine.prepareLogic(engine.coreLogic).interview(answers).explanation())],
    ['notes', () => String(Object.keys(notes.coreNotes.sources).length)],
    ['schema of answers', () => {
      const ofCore = schema.answersSchema(main.corePack);
      const [good, bad, odd] = [answers, { arrival: 'Late' }, new Map()].map(value => ofCore.safeParse(value).success);
      return holds(good === true && bad === false && odd === false, JSON.stringify(schema.jsonSchemaOf(ofCore, 'Answers')));
    }],
    ['schema of diagnoses', () => JSON.stringify(schema.diagnosisSchema.parse(main.diagnose(answers)))],
  ];
}

/** Each call that has a twin which returns problems, with something that is no argument of it. */
function refusals({ main, engine, pack }: Entries): readonly (readonly [string, Check])[] {
  const twins: Readonly<Record<string, () => Main.Checked<unknown>>> = {
    safeDiagnose: () => main.safeDiagnose({ outcome: 'rejcted' }),
    safeDiagnoseHistory: () => main.safeDiagnoseHistory([]),
    safeOpenAnswersFile: () => main.safeOpenAnswersFile({ asof: 1 }),
    safeNextQuestions: () => main.safeNextQuestions([]),
    safeWhatIf: () => main.safeWhatIf({}, 3),
    safeVisibleQuestions: () => main.safeVisibleQuestions(new Map()),
    safeToText: () => main.safeToText({}),
    safeToMarkdown: () => main.safeToMarkdown(null),
    safeToHtml: () => main.safeToHtml(3),
    safeToCalendar: () => main.safeToCalendar([]),
    safeToWorksheet: () => main.safeToWorksheet('song', {}),
    safeCompare: () => main.safeCompare({}, {}),
    safeTimeline: () => main.safeTimeline([]),
    safePrepare: () => main.safePrepare({}),
    safePrepareLogic: () => engine.safePrepareLogic({}),
    safeReadPack: () => pack.safeReadPack(new Map([['pack.yaml', 'format: [']])),
  };
  return Object.entries(twins).map(([name, call]) => [`${name} gives problems`, () => {
    const result = call();
    return result.ok ? holds(false, '') : main.formatProblems(holds(result.problems.length > 0, result.problems));
  }]);
}

function surrounded({ main }: Entries, { other, files, forbidsCode, mayReadAll }: Surroundings): readonly (readonly [string, Check])[] {
  return [
    ...(other ? [['errors of the other copy', () => errorsOf(main, other)] as const] : []),
    ...(files ? [['a pack from its folder', () => {
      const { pack } = files.node.loadPack(files.rules);
      return holds(pack.hash === main.corePack.hash, pack.hash);
    }] as const] : []),
    ...(forbidsCode ? [['code out of text is forbidden', () => holds(!makesCode(), 'yes')] as const] : []),
    ...(mayReadAll === undefined ? [] : [['reading elsewhere is forbidden', () => holds(!mayReadAll, 'yes')] as const]),
  ];
}

/** An error of one copy is no instance of the class of the other, and is known all the same. */
function errorsOf(main: typeof Main, other: typeof Main): string {
  const [ours, theirs] = [main, other].map(({ diagnose }) => thrownBy(() => diagnose({ outcome: 'rejcted' } as never)));
  const apart = main.AnswersError !== other.AnswersError && !(theirs instanceof main.AnswersError);
  const known = [ours, theirs].every(error => main.isAnswersError(error) && other.isAnswersError(error) && !main.isPackError(error));
  return holds(apart && known, (ours as Error).message);
}

function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

function makesCode(): boolean {
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the very thing that must be forbidden
    return new Function('return true')() === true;
  } catch {
    return false;
  }
}

function holds<T>(condition: boolean, value: T): T {
  if (!condition) throw new Error('it does not hold');
  return value;
}
