import { describe, expect, test } from 'vitest';
import { readPack, safeReadPack } from '../../src/authoring/readPack.ts';
import { PackError } from '../../src/base/errors.ts';
import { minimalPack } from './minimalPack.ts';
import { edited, packOf, problemsOf, told, withFile } from './reading.ts';

const late = 'interview/late.yaml';

function without(...files: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...minimalPack].filter(([file]) => !files.includes(file)));
}

describe('a pack is read from its files', () => {
  const { pack, examples } = packOf(minimalPack);

  test('with its names, sections and questions in the order in which they are asked', () => {
    expect([pack.format, pack.id, pack.version, pack.title]).toEqual([1, 'small', '1.0.0', 'A small pack']);
    expect(pack.sections).toEqual([{ id: 'ending', title: 'How it ended' }, { id: 'interview', title: 'The interview' }]);
    expect(pack.questions.map(({ id, section }) => `${section}: ${id}`)).toEqual([
      'ending: outcome', 'ending: interview-date', 'ending: days-ago',
      'interview: format', 'interview: arrival', 'interview: minutes-late', 'interview: warned-ahead', 'interview: nerves',
    ]);
  });

  test('with questions that refer to each other by index', () => {
    expect(pack.questions[2]).toEqual({
      id: 'days-ago', section: 'ending', ask: 'How many days ago?', dontKnow: 0.02, kind: 'number', unit: 'days', from: 0, to: 365,
      countsDaysFrom: 1, typical: [{ value: 5, share: 0.7 }, { value: 20, share: 0.3 }],
    });
    expect(pack.questions[6]).toEqual({
      id: 'warned-ahead', section: 'interview', ask: 'Did they know?', askIf: { test: 'chosen', question: 4, options: [2] }, dontKnow: 0.02, kind: 'yes-no',
      options: [{ id: 'yes', says: 'Yes', typical: 0.5 }, { id: 'no', says: 'No', typical: 0.5 }],
    });
  });

  test('with signs, fixes and beliefs whose conditions are compiled', () => {
    const [cause] = pack.causes;
    expect(cause?.signs.map(({ when, unless, speaks, group, keep }) => ({ when, unless, speaks, group, keep }))).toEqual([
      { when: { test: 'chosen', question: 4, options: [2] }, unless: undefined, speaks: 'establishes', group: undefined, keep: false },
      { when: { test: 'chosen', question: 4, options: [0, 1] }, unless: undefined, speaks: 'rules out', group: undefined, keep: true },
      {
        when: { test: 'within', question: 5, from: { value: 15, included: true }, to: null },
        unless: { test: 'chosen', question: 6, options: [0] }, speaks: 'for', group: 'how-late', keep: false,
      },
    ]);
    expect(cause?.fixes[0]).toEqual({
      id: 'own-it', for: 'now', unless: { test: 'within', question: 2, from: { value: 7, included: false }, to: null }, do: 'Say that it was on you.',
      say: [{ pieces: [["I'm sorry that I kept you waiting."]] }], removes: { value: 0.2 }, effort: 'minutes',
    });
    expect(pack.beliefs[0]?.when).toEqual({ test: 'within', question: 7, from: { value: 1, included: true }, to: null });
    expect(pack.contradictions[0]?.when).toEqual({ test: 'all', of: [{ test: 'chosen', question: 3, options: [0] }, { test: 'chosen', question: 4, options: [2] }] });
  });

  test('with causes in order of id, whatever the order of files', () => {
    const text = minimalPack.get(late) ?? '';
    const another = (id: string): string => text.replace('id: late', `id: ${id}`).replaceAll('own-it', `own-${id}`).replaceAll('leave-early', `leave-${id}`).replace(/(first|absent): late/g, `$1: ${id}`);
    const files = new Map([['z/absent.yaml', another('absent')], ...minimalPack, ['a/unprepared.yaml', another('unprepared')]]);
    expect(packOf(files).pack.causes.map(({ id }) => id)).toEqual(['absent', 'late', 'unprepared']);
  });

  test('with the examples of their authors, in order of file and line', () => {
    expect(examples.map(({ file, line, name, answers, expect: expected }) => [file, line, name, { ...answers }, { ...expected }])).toEqual([
      [late, 50, 'late', { outcome: 'rejected', arrival: 'late' }, { first: 'late' }],
      [late, 53, 'on time', { outcome: 'rejected', arrival: 'on-time' }, { absent: 'late' }],
      ['beliefs.yaml', 8, 'hands shook', { outcome: 'rejected', nerves: ['shaking'] }, { belief: 'it-was-the-nerves' }],
    ]);
  });

  test('with all that may be left out', () => {
    const phone = { test: 'chosen', question: 3, options: [0] };
    const text = minimalPack.get(late) ?? '';
    const rude = text.replace('id: late', 'id: rude').replaceAll('own-it', 'own-rude').replaceAll('leave-early', 'leave-rude').replace(/(first|absent): late/g, '$1: rude').replace('signs:', 'part-of: late\nsigns:');
    const { pack: full, logic, words, notes } = packOf(withFile('interview/rude.yaml', rude, [
      ['questions/interview.yaml', 'ask: How did you speak?', 'core: yes\n    ask: How did you speak?\n    help: The first time.\n    employer: { ask: How do you speak?, if: { outcome: rejected } }'],
      ['questions/interview.yaml', 'ask: When were you there?', 'core: no\n    ask: When were you there?\n    employer: { ask: When was I there? }'],
      ['pack.yaml', 'contradictions:', 'focus: { value: 30%, from: [judgement], note: A guess. }\nask-nothing-if: { format: phone }\nask-directly-if: { format: in-person }\nsend-nothing-if: { arrival: late }\ncontradictions:'],
      ['beliefs.yaml', 'belief: I', 'alone: yes\n  unless: { format: phone }\n  denies: rude\n  belief: I'],
      [late, 'effort: minutes\n    claims', 'effort: minutes\n    always: yes\n    lifts: nerve\n    when: { format: phone }\n    claims'],
      [late, 'if: I leave for the interview', 'rehearse: I set the alarm.\n    lifts: support\n    if: I leave for the interview'],
    ].reduce((files, [file, from, to]) => edited(file ?? '', from ?? '', to ?? '', files), minimalPack)));
    expect(full.questions[3]).toMatchObject({ core: true, help: 'The first time.', employer: { ask: 'How do you speak?', if: { test: 'chosen', question: 0, options: [0] } } });
    expect(full.questions[4]).toMatchObject({ employer: { ask: 'When was I there?' } });
    expect([full.questions[4]?.core, full.questions[4]?.employer?.if, full.questions[4]?.help]).toEqual([undefined, undefined, undefined]);
    expect(full).toMatchObject({ focus: { value: 0.3 }, askNothingIf: phone, askDirectlyIf: { ...phone, options: [1] }, sendNothingIf: { test: 'chosen', question: 4, options: [2] } });
    expect(full.beliefs[0]).toMatchObject({ alone: true, unless: phone, denies: 1 });
    expect(full.causes.map(({ partOf }) => partOf)).toEqual([undefined, 'late']);
    expect(full.causes[0]?.fixes).toMatchObject([{ always: true, lifts: 'nerve', when: phone }, { rehearse: 'I set the alarm.', lifts: 'support', if: 'I leave for the interview' }]);
    expect(pack.beliefs[0]).toEqual({ id: 'it-was-the-nerves', when: pack.beliefs[0]?.when, alone: false, belief: 'I was too nervous.', truer: 'Most people are.' });
    expect(Object.keys(pack).filter(key => /If$|^focus$|^funnel$|^flags$|^messages$|^waiting$/.test(key))).toEqual([]);
    expect(logic.questions[3]).toEqual({ id: 'format', section: 'interview', core: true, dontKnow: 0, employer: { if: { test: 'chosen', question: 0, options: [0] } }, kind: 'one-of', options: [{ id: 'phone', typical: 0.3 }, { id: 'in-person', typical: 0.7 }] });
    expect(words.questions['format']).toEqual({ ask: 'How did you speak?', help: 'The first time.', options: { phone: 'By phone', 'in-person': 'In person' }, employer: 'How do you speak?' });
    expect(words.fixes['leave-early']).toEqual({ if: 'I leave for the interview', do: 'I plan to be there early.', rehearse: 'I set the alarm.' });
    expect(notes.focus).toEqual({ from: ['judgement'], note: 'A guess.' });
    expect(notes.fixes['own-it']).toEqual({ claims: ['A1'], removes: { from: ['study-2020'] } });
    expect(notes.fixes['leave-early']).toEqual({ claims: [], removes: { from: ['study-2020'] } });
    expect(notes.beliefs).toEqual({ 'it-was-the-nerves': { claims: ['A1'], from: ['study-2020'] } });
    expect(notes.sources).toEqual([{ id: 'study-2020', kind: 'study', title: 'A study', publisher: 'Some people', year: 2020, url: 'https://example.org/study', claims: [{ id: 'A1', says: 'Be on time.' }] }]);
  });

  test('with the places of the parts of its examples', () => {
    const at = (line: number, column: number): object => expect.objectContaining({ file: late, line, column }) as object;
    expect(Object.fromEntries(examples[1]?.places ?? [])).toEqual({ '': at(53, 5), 'answers.outcome': at(54, 25), 'answers.arrival': at(54, 44), 'expect.absent': at(55, 23) });
    const list = packOf(edited(late, 'absent: late', 'absent: [late]')).examples[1];
    expect(list?.places?.get('expect.absent.0')).toEqual(at(55, 24));
  });

  test('with “none” as an option of a question with one answer', () => {
    expect(told(edited('questions/interview.yaml', 'id: early,', 'id: none,', edited(late, '[early, on-time]', '[none, on-time]')))).toEqual([]);
  });

  test('without beliefs, without sources where all is judgement, and with questions in one file', () => {
    const outcome = /  - id: outcome\n[^]*?dont-know: 0%\n/.exec(minimalPack.get('questions/ending.yaml') ?? '')?.[0] ?? '';
    const bare = new Map([...without('beliefs.yaml', 'sources.yaml', 'questions/interview.yaml', 'questions/ending.yaml', late),
      ['questions.yaml', (minimalPack.get('questions/interview.yaml') ?? '').replace('questions:\n', `questions:\n${outcome}`)],
      ['pack.yaml', (minimalPack.get('pack.yaml') ?? '').replace('[ending, interview]', '[interview]').replaceAll('from: [study-2020]', 'from: [judgement]\n  note: A guess.')],
    ]);
    expect(packOf(bare).pack.questions).toHaveLength(6);
  });
});

describe('a pack that has problems', () => {
  test('is thrown with all of them by readPack, in the words in which they are printed', () => {
    const files = edited('pack.yaml', 'format: phone', 'fromat: phone', edited(late, 'arrival: late', 'arival: late'));
    expect(() => readPack(files)).toThrow(new PackError(problemsOf(files)));
    expect(problemsOf(files)).toHaveLength(2);
  });
});

describe('all problems of all files come at once', () => {
  const files = new Map<string, unknown>([
    ...edited('pack.yaml', 'arrival: late', 'arrival: lat', edited(late, 'at-least: 15', 'atleast: 15', edited(late, '{ arrival: late }\n', '{ arival: late }\n',
      edited('questions/interview.yaml', 'typical: 60%', 'typical: 50%', edited('sources.yaml', 'kind: study', 'kind: paper', edited('beliefs.yaml', 'nerves: {', 'nervs: {')))))),
    ['a/odd.yaml', 'id: [odd'], ['a/not-text.yaml', 7],
  ]);

  test('in order of file, line and column', () => {
    expect(told(files)).toEqual([
      'a/not-text.yaml:1:1 not-text: this is not text / hint: pass the text of the file, read as UTF-8',
      'a/odd.yaml:1:5 yaml-syntax: this [ is never closed / hint: add ] where it ends',
      'beliefs.yaml:3:11 unknown-question: no question is called “nervs” / hint: did you mean “nerves”?',
      `${late}:22:13 unknown-question: no question is called “arival” / hint: did you mean “arrival”?`,
      `${late}:29:29 unknown-key: “atleast” is no comparison / hint: did you mean “at-least”?`,
      'pack.yaml:16:37 unknown-option: “lat” is no answer to “arrival” / hint: did you mean “late”?',
      'questions/interview.yaml:14:5 out-of-range: the typical shares add to 90% / hint: of those who can say, they add to 100%',
      'sources.yaml:2:9 wrong-shape: “kind” cannot be “paper” / hint: one of: study, official, survey, platform, article, anecdote',
    ]);
  });

  test('of one file as well, wherever its parts have their shape', () => {
    const slips = [['control: you', 'control: yuo'], ['{ arrival: late }\n    speaks', '{ arival: late }\n    speaks'], ['because: You were', 'becuase: You were'], ['warned-ahead: yes }\n      value', 'warned-ahead: yess }\n      value'],
      ['from: [study-2020] }\n    effort: minutes\n    claims: [A1]', 'from: [studdy-2020] }\n    effort: minutes\n    claims: [A7]'], ['rejected, arrival: late', 'rejected, arrival: lat'], ['when: { arrival: [early', 'wehn: { arrival: [earl']];
    const text = slips.reduce((before, [from, to]) => before.replace(from ?? '', to ?? ''), minimalPack.get(late) ?? '');
    expect(told(withFile(late, text)).map(line => line.split(' / ')[0])).toEqual([
      `${late}:3:10 wrong-shape: “control” cannot be “yuo”`,
      `${late}:16:27 unknown-option: “yess” is no answer to “warned-ahead”`,
      `${late}:22:13 unknown-question: no question is called “arival”`,
      `${late}:25:5 unknown-key: “wehn” is no part of “signs”`,
      `${late}:27:5 unknown-key: “becuase” is no part of “signs”`,
      `${late}:40:35 unknown-source: no source is called “studdy-2020”`,
      `${late}:42:14 unknown-claim: no article makes a claim A7`,
      `${late}:51:44 unknown-option: “lat” is no answer to “arrival”`,
    ]);
  });

  test('of beliefs and of pack.yaml, too', () => {
    const beliefs = (minimalPack.get('beliefs.yaml') ?? '').replace('truer:', 'truar:').replace('nerves: {', 'nervs: {');
    expect(told(withFile('beliefs.yaml', beliefs)).map(line => line.split(' / ')[0])).toEqual(['beliefs.yaml:3:11 unknown-question: no question is called “nervs”', 'beliefs.yaml:5:3 unknown-key: “truar” is no part of beliefs.yaml']);
    const head = (minimalPack.get('pack.yaml') ?? '').replace('version: 1.0.0', 'version: 1').replace('format: phone', 'fromat: phone');
    expect(told(withFile('pack.yaml', head)).map(line => line.split(' / ')[0])).toEqual(['pack.yaml:3:10 wrong-shape: “version” cannot be “1”', 'pack.yaml:16:13 unknown-question: no question is called “fromat”']);
  });

  test('but a part without its shape is told once', () => {
    expect(told(edited(late, 'when: { arrival: late }', 'when: arival')).map(line => line.split(' / ')[0])).toEqual([`${late}:22:11 wrong-shape: “when” cannot be “arival”`]);
  });

  test('in the same order whatever the order of files', () => {
    expect(told(new Map([...files].reverse()))).toEqual(told(files));
  });

  test('with the path to each beside its place', () => {
    expect(problemsOf(edited(late, 'at-least: 15', 'atleast: 15'))[0]?.path).toEqual(['signs', 2, 'when', 'minutes-late', 'atleast']);
    expect(problemsOf(edited(late, 'effort: minutes', 'effort: hours'))[0]?.path).toEqual(['fixes', 0, 'effort']);
  });

  test('and none is told twice', () => {
    const problems = problemsOf(edited('pack.yaml', 'background', 'backgroud'));
    expect(problems.map(({ code, at }) => [code, at?.line])).toEqual([['unknown-key', 6]]);
  });

  test('as values that are not thrown', () => {
    expect(safeReadPack(files).ok).toBe(false);
    expect(safeReadPack(new Map())).toEqual({
      ok: false,
      problems: [{ code: 'missing-file', message: 'there is no pack.yaml', hint: 'add one: it names the pack, its version and its sections', at: { file: 'pack.yaml', line: 1, column: 1 } }],
    });
  });
});

test.each([[undefined], [null], [{}], ['x'], [[]], [new Map([[1, 'id: late']])]])('%s, which is no map of paths to texts, is refused', files => {
  const odd = files as unknown as ReadonlyMap<string, string>;
  expect(() => readPack(odd)).toThrow(PackError);
  expect(safeReadPack(odd)).toEqual({ ok: false, problems: [expect.objectContaining({ code: 'wrong-kind', message: expect.stringContaining('a pack is read from a Map of path → text, not ') as string })] });
});

test('files of more than 16 MiB, all in all, are no pack', () => {
  const comment = `#${' '.repeat(1024 * 1024 - 1)}`;
  const letters = [...minimalPack.values()].reduce((sum, text) => sum + text.length, 0);
  const rest = `#${' '.repeat(1024 * 1024 - 1 - letters)}`;
  const files = (last: string): ReadonlyMap<string, string> => new Map([...minimalPack, ...Array.from({ length: 15 }, (_, index) => [`z/${index}.yaml`, comment] as const), ['z/last.yaml', last]]);
  const codes = (last: string): readonly string[] => [...new Set(problemsOf(files(last)).map(({ at, code, message }) => (code === 'too-large' && at?.file === 'z/last.yaml' ? message : '')))];
  expect(codes(rest)).toEqual(['', 'this file is larger than 256 KiB']);
  expect(told(files(`${rest} `))).toEqual(['z/last.yaml:1:1 too-large: the files of this pack are larger than 16 MiB / hint: name the folder that holds pack.yaml']);
});

describe('a file that cannot be read makes no problems of others', () => {
  test.each([
    ['questions', 'questions/interview.yaml', 'title: The', 'titel: The', '2:1 unknown-key: “titel” is no part of a questions file / hint: did you mean “title”?'],
    ['sources', 'sources.yaml', 'publisher: S', 'pubisher: S', '4:3 unknown-key: “pubisher” is no part of sources.yaml / hint: did you mean “publisher”?'],
    ['a cause', late, 'why: They', 'wy: They', '20:1 unknown-key: “wy” is no part of a cause / hint: did you mean “why”?'],
    ['pack.yaml', 'pack.yaml', 'sections: [ending', 'section: [ending', '5:1 unknown-key: “section” is no part of pack.yaml / hint: did you mean “sections”?'],
  ])('%s', (_what, file, from, to, problem) => {
    expect(told(edited(file, from, to))).toEqual([`${file}:${problem}`]);
  });

  test('but a name that it cannot declare either is told', () => {
    const files = edited(late, 'warned-ahead: yes }\n      value', 'warnd-ahead: yes }\n      value', edited('questions/interview.yaml', 'title: The', 'titel: The'));
    expect(told(files)).toEqual([
      `${late}:16:13 unknown-question: no question is called “warnd-ahead” / hint: one of: outcome, interview-date, days-ago`,
      'questions/interview.yaml:2:1 unknown-key: “titel” is no part of a questions file / hint: did you mean “title”?',
    ]);
  });

  test('nor does one that is no text', () => {
    expect(told(withFile('questions/interview.yaml', null)).map(line => line.split(' ')[0])).toEqual(['questions/interview.yaml:1:1']);
  });
});
