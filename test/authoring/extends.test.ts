import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { accepts } from '../../src/authoring/extend/accepts.ts';
import { type ReadPack, safeReadPack } from '../../src/authoring/readPack.ts';
import { formatProblem, formatProblems, type Problem } from '../../src/base/problem.ts';
import { safeLoadPack } from '../../src/node.ts';
import { tinyFiles } from '../tinyPack.ts';

const head = `format: 1
id: ward
version: 0.1.0
title: A ward
extends: tiny
`;

const shifts = `id: shifts
title: They need other shifts
control: fit
explains: no
scope: interview
base-rate: { value: 10%, range: [5%, 20%], from: [a-survey] }
strength: { usually: 40%, range: [20%, 60%], from: [a-survey] }
claims: []
why: Wards plan around the clock.
signs:
  - { when: { nights: no }, speaks: establishes, because: You cannot work nights. }
fixes:
  - { id: ask-first, for: next, if: they call, do: I ask which shifts there are., removes: { value: 50%, from: [a-survey] }, effort: minutes }
examples:
  - { name: no nights, answers: { nights: no }, expect: { supported: shifts } }
  - { name: nothing said, answers: {}, expect: { unsupported: shifts } }
`;

const nights = 'questions:\n  - { id: nights, ask: Can you work nights?, kind: yes-no, typical: 50%, dont-know: 1% }\n';

/** The tiny pack as it is named in `extends`. */
const base = new Map([...tinyFiles].map(([path, text]): [string, string] => [`base/${path}`, text]));

function read(more: string, files: readonly (readonly [string, string])[] = []): ReturnType<typeof safeReadPack> {
  return safeReadPack(new Map([['pack.yaml', head + more], ...files]), { bases: { tiny: base } });
}

function packOf(more: string, files: readonly (readonly [string, string])[] = []): ReadPack {
  const pack = read(more, files);
  if (!pack.ok) throw new Error(formatProblems(pack.problems));
  return pack.value;
}

function told(more: string, files: readonly (readonly [string, string])[] = []): readonly string[] {
  const pack = read(more, files);
  return pack.ok ? [] : pack.problems.map((problem: Problem) => { const [first = '', ...rest] = formatProblem(problem).split('\n'); return `${first} /${rest.at(-1)?.trim() ?? ''}`; });
}

/** A pack but for its names. */
function content({ pack }: ReadPack): unknown {
  const whole = JSON.parse(JSON.stringify(pack)) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(whole).filter(([key]) => !['id', 'version', 'title', 'hash'].includes(key)));
}

describe('a pack that adds to another one', () => {
  test('is the other one under its own name when it says nothing else, without the examples of the other', () => {
    const own = packOf('');
    const whole = safeReadPack(tinyFiles);
    expect(own.pack).toMatchObject({ id: 'ward', version: '0.1.0', title: 'A ward' });
    expect(whole.ok && content(own)).toEqual(whole.ok && content(whole.value));
    expect(own.examples).toEqual([]);
  });

  test('is what it would be if it were written whole, with a section, a question and a cause of its own', () => {
    const own = packOf('sections: [nights]\n', [['questions/nights.yaml', `section: nights\ntitle: Nights\n${nights}`], ['causes/shifts.yaml', shifts]]);
    const whole = safeReadPack(new Map([
      ...[...tinyFiles].filter(([path]) => path !== 'questions.yaml'),
      ['pack.yaml', (tinyFiles.get('pack.yaml') ?? '').replace('sections: [day]', 'sections: [day, nights]')],
      ['questions/day.yaml', tinyFiles.get('questions.yaml') ?? ''], ['questions/nights.yaml', `section: nights\ntitle: Nights\n${nights}`], ['causes/shifts.yaml', shifts],
    ]));
    expect(whole.ok && content(own)).toEqual(whole.ok && content(whole.value));
    expect(own.examples.map(({ name }) => name)).toEqual(['no nights', 'nothing said']);
  });

  test('can put questions into a section of the other, after those there', () => {
    const { pack } = packOf('', [['questions/day.yaml', `section: day\ntitle: The day\n${nights}`]]);
    expect(pack.questions.at(-1)).toMatchObject({ id: 'nights', section: 'day' });
    expect(pack.sections).toEqual([{ id: 'day', title: 'The day' }]);
  });

  test('says single fields otherwise, down to one option or one fix', () => {
    const { pack } = packOf(`background: { value: 5%, from: [a-survey] }
override:
  causes:
    late: { title: You missed the handover, strength: { usually: 35%, range: [20%, 50%] }, fixes: [{ id: late-next, do: I am on the ward before the handover. }] }
  questions:
    arrival: { options: [{ id: late, says: After the handover, typical: 5% }, { id: much-later, says: Much later, typical: 5% }] }
  beliefs:
    my-fault: { truer: Hardly any of it is. }
`);
    const late = pack.causes.find(({ id }) => id === 'late');
    expect(late).toMatchObject({ title: 'You missed the handover', strength: { value: 0.35, range: [0.2, 0.5] }, baseRate: { value: 0.1 } });
    expect(late?.fixes.map(({ id, do: act }) => [id, act])).toEqual([['late-next', 'I am on the ward before the handover.'], ['late-now', 'Say that you are sorry.']]);
    const arrival = pack.questions.find(({ id }) => id === 'arrival');
    expect(arrival && 'options' in arrival && arrival.options.map(({ id, says }) => [id, says])).toEqual([['on-time', 'On time'], ['late', 'After the handover'], ['much-later', 'Much later']]);
    expect(pack.beliefs[0]?.truer).toBe('Hardly any of it is.');
    expect(pack.background.value).toBe(0.05);
  });

  test('switches causes, fixes and beliefs off, and adds contradictions', () => {
    const { pack } = packOf('off: { causes: [rival], fixes: [late-now], beliefs: [my-fault] }\ncontradictions: [{ when: { stage: phone-screen, arrival: late }, because: Nobody comes late to a call. }]\n');
    expect(pack.causes.map(({ id }) => id)).not.toContain('rival');
    expect(pack.causes.find(({ id }) => id === 'late')?.fixes.map(({ id }) => id)).toEqual(['late-next']);
    expect(pack.beliefs).toEqual([]);
    expect(pack.contradictions).toHaveLength(2);
  });
});

describe('what is wrong is told where it was written', () => {
  test.each<[string, string, readonly (readonly [string, string])[], string]>([
    ['a pack that is not there', '', [], 'pack.yaml:5:10 missing-file: no pack is called “tinny” here /hint: did you mean “tiny”?'],
    ['a cause said otherwise that is not there', 'override: { causes: { lat: { title: You came late } } }\n', [], 'pack.yaml:6:23 unknown-cause: tiny has no cause called “lat” /hint: did you mean “late”?'],
    ['a belief switched off that is not there', 'off: { beliefs: [not-mine] }\n', [], 'pack.yaml:6:18 unknown-cause: tiny has no belief called “not-mine” /hint: one of: my-fault'],
    ['a version that does not fit', 'requires: tiny ^2\n', [], 'pack.yaml:6:11 unsupported-format: this needs tiny ^2, and tiny is here as 1.2.3 /hint: look whether what it says still fits, then write tiny ^1.2.3'],
    ['a wrong value said otherwise', 'override:\n  causes:\n    late:\n      strength: { usually: often }\n', [], 'pack.yaml:9:28 wrong-shape: “usually” cannot be “often” /hint: write a percentage from 0% to 100%, such as 5% or 0.5%'],
    ['a key that causes do not have', 'override:\n  causes:\n    late:\n      titel: Late\n', [], 'pack.yaml:9:7 unknown-key: “titel” is no part of a cause /hint: did you mean “title”?'],
    ['a number outside its range, which the other pack gives', 'override: { causes: { late: { strength: { usually: 99% } } } }\n', [], 'base/causes/late.yaml:7:34 out-of-range: 99% lies outside its own range /hint: the range goes from the lowest to the highest value and holds the value'],
    ['a question switched off that is still asked about', 'off: { questions: [questions-asked] }\n', [], 'base/causes/no-questions.yaml:11:15 unknown-question: no question is called “questions-asked” /hint: one of: outcome'],
    ['a cause of a name that the other pack has', '', [['causes/late.yaml', shifts.replaceAll('shifts', 'late').replace('nights: no', 'arrival: late').replace('nights: no', 'arrival: late')]], 'causes/late.yaml:1:5 duplicate-id: there are two causes called “late”'],
  ])('%s', (what, more, files, expected) => {
    const problems = what === 'a pack that is not there'
      ? ((): readonly string[] => { const pack = safeReadPack(new Map([['pack.yaml', head.replace('tiny', 'tinny')]]), { bases: { tiny: base } }); return pack.ok ? [] : pack.problems.map(problem => formatProblem(problem).replace(/\n[^]*\n {2}/, ' /')); })()
      : told(more, files);
    expect(problems.some(problem => problem.includes(expected)) ? expected : problems).toBe(expected);
  });

  test('packs that add to one another in a circle', () => {
    const circle = safeReadPack(new Map([['pack.yaml', head]]), { bases: { tiny: new Map([['pack.yaml', head]]) } });
    expect(circle.ok ? [] : circle.problems.map(({ code }) => code)).toContain('too-deep');
  });

  test.each([[null], [{ base: {} }], [{ bases: { tiny: 'files' } }], [{ bases: [] }]])('options that are none: %j', options => {
    expect(safeReadPack(new Map([['pack.yaml', head]]), options as never).ok).toBe(false);
  });
});

describe('from a folder', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'afterview-extends-')));
  afterAll(() => { rmSync(folder, { recursive: true }); });

  const written = (name: string, files: Iterable<readonly [string, string]>): string => {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, name, path)), { recursive: true });
      writeFileSync(join(folder, name, path), text);
    }
    return join(folder, name);
  };

  test('the core pack by its name, and others by their way from there', () => {
    const core = safeLoadPack(written('on-core', [['pack.yaml', head.replace('tiny', 'core')]]));
    expect(core.ok && core.value.pack).toMatchObject({ id: 'ward', causes: expect.arrayContaining([expect.objectContaining({ id: 'late' })]) as unknown });
    written('tiny', tinyFiles);
    const beside = safeLoadPack(written('beside', [['pack.yaml', head.replace('extends: tiny', 'extends: ../tiny')]]));
    expect(beside.ok && beside.value.pack.causes).toHaveLength(6);
    const nowhere = safeLoadPack(written('nowhere', [['pack.yaml', head.replace('extends: tiny', 'extends: ../no-such')]]));
    expect(nowhere.ok ? [] : nowhere.problems.map(({ code }) => code)).toContain('unreadable');
  });
});

describe('what a pack requires', () => {
  test.each([
    ['core ^1', '1.0.0', true], ['core ^1', '1.9.3', true], ['core ^1', '2.0.0', false], ['core ^1.2', '1.1.9', false], ['core ^1.2', '1.3.0', true],
    ['core ^0.1', '0.1.7', true], ['core ^0.1', '0.2.0', false], ['core ^0.0.3', '0.0.3', true], ['core ^0.0.3', '0.0.4', false], ['core 1.2.0', '1.2.0', true], ['core 1.2.0', '1.2.1', false], ['other ^1', '1.0.0', false],
  ])('%s: %s %s', (required, version, fits) => {
    expect(accepts(required, 'core', version)).toBe(fits);
  });
});
