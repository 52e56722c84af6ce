import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { afterAll, describe, expect, test } from 'vitest';
import { minimalPack } from '../authoring/minimalPack.ts';
import { afterview, rules, scratch, spawned, writeTinyPack } from './command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });

const run = (args: readonly string[]): ReturnType<typeof afterview> => afterview(args, { cwd: folder });
const textOf = (...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8');

function write(name: string, files: ReadonlyMap<string, string>): void {
  for (const [file, text] of files) {
    mkdirSync(join(folder, name, file, '..'), { recursive: true });
    writeFileSync(join(folder, name, file), text);
  }
}

const newPack = ['pack.yaml', 'questions/ending.yaml', 'questions/interview.yaml', 'causes/late.yaml', 'beliefs.yaml', 'sources.yaml'];

describe('a new pack', () => {
  test('passes the check as it is, and says which files it has', async () => {
    expect(await run(['new', 'pack', 'first'])).toEqual({ code: 0, stdout: newPack.map(file => `first/${file}\n`).join(''), stderr: '' });
    expect(await run(['check', 'first'])).toEqual({ code: 0, stdout: 'first 0.1.0: 1 cause, 7 questions, 1 belief, 5 examples, no problem\n', stderr: '' });
  });

  test('diagnoses an interview', async () => {
    await run(['new', 'pack', 'asked']);
    const { code, stdout } = await afterview(['diagnose', '-', '--pack', 'asked', '--format', 'json'], { cwd: folder, input: '{ "answers": { "outcome": "rejected", "arrival": "late", "minutes-late": 20 } }' });
    expect({ code, first: (JSON.parse(stdout) as { explanations: { cause: string; supported: boolean }[] }).explanations[0] }).toMatchObject({ code: 0, first: { cause: 'late', supported: true } });
  });

  test('has a note for every part, and none that a reader of the report would see', async () => {
    await run(['new', 'pack', 'noted']);
    for (const file of newPack) expect([file, textOf('noted', file)]).toEqual([file, expect.stringMatching(/^ *# \w/m)]);
    expect((await run(['questions', '--pack', 'noted'])).stdout).not.toContain('#');
  });

  test.each([
    ['Nurses in Leeds', 'Nurses in Leeds'],
    ['“Who’s next?”: 50% #1 \\ "quoted"', '“Who’s next?”: 50% #1 \\ "quoted"'],
  ])('is called %s', async (title, expected) => {
    rmSync(join(folder, 'titled'), { recursive: true, force: true });
    expect(await run(['new', 'pack', 'titled', '--title', title])).toMatchObject({ code: 0 });
    expect(parse(textOf('titled', 'pack.yaml'))).toMatchObject({ id: 'titled', title: expected });
  });

  test.each([['Élan 2027', 'elan-2027'], ['42', 'my-pack'], ['日本', 'my-pack']])('in a folder called %s has the id %s', async (name, id) => {
    expect(await run(['new', 'pack', name])).toMatchObject({ code: 0 });
    expect(parse(textOf(name, 'pack.yaml'))).toMatchObject({ id });
    expect(await run(['check', name])).toMatchObject({ code: 0 });
  });

  test('is made beside what is no part of it', async () => {
    write('beside', new Map([['README.md', 'Mine.\n']]));
    expect(await run(['new', 'pack', 'beside'])).toMatchObject({ code: 0 });
    expect(textOf('beside', 'README.md')).toBe('Mine.\n');
  });

  test('is not written over another one', async () => {
    write('there', new Map([['sources.yaml', 'mine\n']]));
    const ran = await run(['new', 'pack', 'there']);
    expect(ran).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(/^there\/sources\.yaml:1:1 unreadable: this file is there already, and is not written over\n {2}hint: /) as string });
    expect(textOf('there', 'sources.yaml')).toBe('mine\n');
    expect(() => textOf('there', 'pack.yaml')).toThrow('ENOENT');
  });

  test('is not made among YAML that is no part of it', async () => {
    write('mixed', new Map([['compose.yaml', 'services: {}\n']]));
    expect(await run(['new', 'pack', 'mixed'])).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('mixed/compose.yaml:1:1 unknown-key: “services” is no part of a cause') as string });
    expect(() => textOf('mixed', 'pack.yaml')).toThrow('ENOENT');
  });

  test.each([['TODO', 'there is a placeholder left in this text'], ['', 'write a text'], ['\u200b', 'hidden']])('is refused a title like %j', async (title, says) => {
    expect(await run(['new', 'pack', 'untitled', '--title', title])).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(new RegExp(`^--title .*\n?.*${says}`)) as string });
  });
});

describe('what is new in a pack leaves it sound', () => {
  test.each(['a new one', 'the tiny one', 'the minimal one'])('%s', async which => {
    const name = which.replaceAll(' ', '-');
    if (which === 'a new one') await run(['new', 'pack', name]);
    else if (which === 'the tiny one') writeTinyPack(join(folder, name));
    else write(name, minimalPack);
    for (const args of [['question', 'how-loud'], ['cause', 'too-quiet'], ['belief', 'nobody-heard-me'], ['question', 'dressed-how', '--section', 'appearance'], ['cause', 'dress'], ['belief', 'my-suit']]) {
      const [kind, id, ...options] = args as [string, string, ...string[]];
      expect([args, await run(['new', kind, name, id, ...options])]).toMatchObject([args, { code: 0, stderr: '' }]);
      expect([args, await run(['check', name])]).toMatchObject([args, { code: 0, stderr: '' }]);
    }
  });

  test('the core pack, though a hundred questions are there to build on', async () => {
    cpSync(rules, join(folder, 'core'), { recursive: true });
    for (const args of [['cause', 'too-quiet'], ['cause', 'too-late', '--question', 'arrival']]) {
      expect([args, await run(['new', args[0] as string, 'core', ...args.slice(1)])]).toMatchObject([args, { code: 0, stderr: '' }]);
    }
    expect(await run(['check', 'core'])).toMatchObject({ code: 0, stderr: '' });
  }, 60_000);

  test('by whatever name that is an id', async () => {
    writeTinyPack(join(folder, 'named'));
    const id = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(?:-[a-z0-9]{1,8}){0,6}$/).filter(each => each.length <= 60);
    await fc.assert(fc.asyncProperty(id, fc.constantFrom('cause', 'belief', 'question'), async (name, kind) => {
      const ran = await run(['new', kind, 'named', name]);
      expect([0, 1]).toContain(ran.code);
      expect(ran.stderr).toMatch(ran.code === 0 ? /^$/ : / duplicate-id: /);
    }), { numRuns: 15, examples: [['true', 'question'], ['true', 'cause'], ['null', 'belief'], ['none', 'question'], [`a${'-b'.repeat(29)}c`, 'cause'], ['constructor', 'cause'], ['to-string', 'belief'], ['outcome', 'question']] });
    expect(await run(['check', 'named'])).toMatchObject({ code: 0 });
  }, 60_000);

  test('and all that stood there as it stood, notes and blanks among it', async () => {
    write('kept', minimalPack);
    const [head, interview, beliefs] = ['pack.yaml', 'questions/interview.yaml', 'beliefs.yaml'].map(file => [file, `# Mine.\n${minimalPack.get(file) ?? ''}\n\n# The end.\n`] as const) as [readonly [string, string], readonly [string, string], readonly [string, string]];
    write('kept', new Map([head, interview, beliefs]));
    await run(['new', 'question', 'kept', 'how-loud']);
    await run(['new', 'question', 'kept', 'dressed-how', '--section', 'looks']);
    await run(['new', 'belief', 'kept', 'nobody-heard-me']);
    for (const [file, before] of [interview, beliefs]) {
      const end = before.indexOf('\n\n# The end.\n');
      const after = textOf('kept', file);
      expect(after.startsWith(before.slice(0, end))).toBe(true);
      expect(after.endsWith(before.slice(end))).toBe(true);
      expect(after.length).toBeGreaterThan(before.length);
    }
    expect(textOf('kept', 'pack.yaml')).toBe(head[1].replace('[ending, interview]', '[ending, interview, looks]'));
  });
});

describe('in a pack that adds to another one', () => {
  test('what is new stands in files of its own, sections too, and builds on questions of its own', async () => {
    write('adding', new Map([['pack.yaml', 'format: 1\nid: adding\nversion: 0.1.0\ntitle: Mine\nextends: core\n']]));
    for (const args of [['question', 'adding', 'spoke-how-loud'], ['question', 'adding', 'spoke-how-fast', '--section', 'voice'], ['cause', 'adding', 'too-quiet'], ['belief', 'adding', 'all-is-over']]) expect(await run(['new', ...args])).toMatchObject({ code: 0, stderr: '' });
    expect(await run(['check', 'adding', '--strict'])).toMatchObject({ code: 0, stderr: '' });
    expect(textOf('adding', 'pack.yaml')).toMatch(/\nextends: core\nsections: \[voice\]\n$/);
    expect(textOf('adding', 'causes', 'too-quiet.yaml')).toContain('when: { spoke-how-fast: second-answer }');
    expect((await run(['questions', '--pack', 'adding'])).stdout).toMatch(/\nspoke-how-loud\n[^]*\nVoice\n=====\n\nspoke-how-fast\n/);
  });
});

describe('a new cause', () => {
  test('builds on the question that was added last, or on the one that is named', async () => {
    await run(['new', 'pack', 'built']);
    await run(['new', 'question', 'built', 'how-loud']);
    expect(await run(['new', 'cause', 'built', 'too-quiet'])).toMatchObject({ stdout: 'built/causes/too-quiet.yaml\n' });
    expect(parse(textOf('built', 'causes', 'too-quiet.yaml'))).toMatchObject({ id: 'too-quiet', title: 'Too quiet', signs: [{ when: { 'how-loud': 'second-answer' } }, { when: { 'how-loud': 'first-answer' } }] });
    await run(['new', 'cause', 'built', 'unready', '--question', 'prepared']);
    expect(parse(textOf('built', 'causes', 'unready.yaml'))).toMatchObject({ signs: [{ when: { prepared: 'read-site' } }, { when: { prepared: 'none' } }] });
  });

  test('builds on another question where that would make an example of another cause come out otherwise', async () => {
    await run(['new', 'pack', 'shaky']);
    await run(['new', 'question', 'shaky', 'how-loud']);
    await run(['new', 'cause', 'shaky', 'calm']);
    writeFileSync(join(folder, 'shaky/pack.yaml'), `${textOf('shaky', 'pack.yaml')}\ncontradictions:\n  - { when: { how-loud: second-answer }, because: Nobody is so loud. }\n`);
    writeFileSync(join(folder, 'shaky/causes/calm.yaml'), textOf('shaky', 'causes', 'calm.yaml').replaceAll('second-answer', 'first-answer').replace(/ {2}- when: \{ how-loud: first-answer \}\n {4}speaks: slightly against[^]*?keep: yes\n/, ''));
    expect(await run(['check', 'shaky'])).toMatchObject({ code: 0 });
    expect(await run(['new', 'cause', 'shaky', 'too-quiet'])).toMatchObject({ code: 0 });
    expect(textOf('shaky', 'causes', 'too-quiet.yaml')).toContain('when: { prepared: read-site }');
    expect(await run(['new', 'cause', 'shaky', 'too-loud', '--question', 'how-loud'])).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('shaky/causes/too-loud.yaml') as string });
    expect(() => textOf('shaky', 'causes', 'too-loud.yaml')).toThrow('ENOENT');
  });
});

describe('a pack that is half done', () => {
  test('takes the question that is missing', async () => {
    await run(['new', 'pack', 'half']);
    const path = join(folder, 'half/causes/late.yaml');
    writeFileSync(path, textOf('half', 'causes', 'late.yaml').replaceAll('arrival: late', 'arrived-when: second-answer'));
    expect(await run(['check', 'half'])).toMatchObject({ code: 1 });
    expect(await run(['new', 'question', 'half', 'arrived-when'])).toEqual({ code: 0, stdout: 'half/questions/interview.yaml\n', stderr: 'The pack has problems, as it had before: npx afterview check half\n' });
  });

  test('but none in a section that cannot be read', async () => {
    await run(['new', 'pack', 'torn']);
    writeFileSync(join(folder, 'torn/questions/interview.yaml'), 'section: interview\ntitle: [\n');
    expect(await run(['new', 'question', 'torn', 'how-loud'])).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('the questions of “interview” cannot be read') as string });
    expect(textOf('torn', 'questions', 'interview.yaml')).toBe('section: interview\ntitle: [\n');
  });
});

describe('what cannot be added is told, with what to do, and nothing is written', () => {
  test.each([
    ['an id that is none', ['cause', 'tiny', 'Too Quiet'], 2, 'wrong-id: “Too Quiet” cannot be an id: an id is written in small letters, digits and single hyphens\n  hint: write too-quiet\n'],
    ['an id of signs alone', ['belief', 'tiny', '!!'], 2, 'wrong-id: “!!” cannot be an id: an id is written in small letters, digits and single hyphens\n  hint: write one like too-quiet\n'],
    ['an id that leads elsewhere', ['cause', 'tiny', '../x'], 2, 'wrong-id: “../x” cannot be an id: an id is written in small letters, digits and single hyphens\n  hint: write x\n'],
    ['an id that is too long', ['question', 'tiny', 'a'.repeat(61)], 2, 'wrong-id: “aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…” cannot be an id: an id has at most 60 letters\n'],
    ['a section that is none', ['question', 'tiny', 'x', '--section', 'Day!'], 2, 'wrong-id: “Day!” cannot be an id'],
    ['a cause that is there', ['cause', 'tiny', 'late'], 1, 'tiny/causes/late.yaml:1:5 duplicate-id: there is a cause called “late” already\n'],
    ['a question that is there', ['question', 'tiny', 'arrival'], 1, 'duplicate-id: there is a question called “arrival” already\n'],
    ['a belief that is there', ['belief', 'tiny', 'my-fault'], 1, 'tiny/beliefs.yaml:1:7 duplicate-id: there is a belief called “my-fault” already\n'],
    ['a word of conditions', ['question', 'tiny', 'any'], 1, 'duplicate-id: “any” is a word of conditions\n  hint: choose another id\n'],
    ['a question that there is none', ['cause', 'tiny', 'x', '--question', 'arival'], 1, '--question unknown-question: no question is called “arival”\n  hint: did you mean “arrival”?\n'],
    ['a question that nothing can be told from', ['cause', 'tiny', 'x', '--question', 'interview-date'], 1, '--question unknown-question: nothing can be built on the answers to “interview-date” alone\n'],
    ['a folder that is no pack', ['cause', 'empty', 'x'], 1, 'empty:1:1 missing-file: there is no pack.yaml in this folder\n  hint: name the folder of a pack, or start one: npx afterview new pack empty\n'],
    ['a folder that is none', ['cause', 'nowhere', 'x'], 1, 'nowhere:1:1 unreadable: this folder cannot be read (ENOENT)\n  hint: name a folder that holds pack.yaml\n'],
    ['a pack whose head cannot be read', ['cause', 'headless', 'x'], 1, 'headless/pack.yaml:1:1 wrong-shape: pack.yaml cannot be “nothing”\n'],
  ])('%s', async (_slip, [kind, name, ...rest], code, says) => {
    rmSync(join(folder, 'tiny'), { recursive: true, force: true });
    writeTinyPack(join(folder, 'tiny'));
    write('headless', new Map([['pack.yaml', 'nothing\n']]));
    mkdirSync(join(folder, 'empty'), { recursive: true });
    const ran = await run(['new', kind as string, name as string, ...rest]);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code, stdout: '' });
    expect(ran.stderr).toContain(says);
    expect(await run(['check', 'tiny'])).toMatchObject({ code: 0, stdout: expect.stringContaining('6 causes, 12 questions, 1 belief') as string });
  });

  test('a question in brackets, which has no lines for it', async () => {
    write('brackets', new Map([...minimalPack, ['questions/interview.yaml', `section: interview\ntitle: x\nquestions: ${JSON.stringify((parse(minimalPack.get('questions/interview.yaml') ?? '') as { questions: object }).questions)}\n`]]));
    expect(await run(['check', 'brackets'])).toMatchObject({ code: 0 });
    expect(await run(['new', 'question', 'brackets', 'x'])).toMatchObject({ code: 1, stderr: expect.stringContaining('the questions of this file stand in brackets\n  hint: write them one below the other, each after a dash') as string });
  });

  test.each([[['new']], [['new', 'rule', 'x', 'y']], [['new', 'cause', 'x']]])('%j is wrong usage', async args => {
    expect(await run(args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Usage: afterview new') as string });
  });
});

test('the command as it was built makes a pack that it finds no fault with', async () => {
  expect(await spawned(['new', 'pack', 'built-by-command'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
  expect(await spawned(['check', 'built-by-command'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
});
