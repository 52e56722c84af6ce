import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { afterview, scratch } from '../cli/command.ts';
import { type Editor, type Place, startEditor } from './languageServer.ts';

const folder = scratch();
const file = join(folder, 'mine/causes/late.yaml');
let editor: Editor;

beforeAll(async () => {
  expect(await afterview(['new', 'pack', 'mine'], { cwd: folder })).toMatchObject({ code: 0 });
  editor = await startEditor();
});

afterAll(() => {
  editor.close();
  rmSync(folder, { recursive: true });
});

/** The place behind a mark. */
function behind(text: string, mark: string): Place {
  const before = text.slice(0, text.indexOf(mark) + mark.length).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** The cause with a change, opened beside it. */
async function changed(name: string, from: string, to: string): Promise<{ readonly path: string; readonly text: string; readonly underlined: readonly (readonly [words: string, message: string])[] }> {
  const text = readFileSync(file, 'utf8').replace(from, () => to);
  const path = join(folder, 'mine/causes', name);
  const found = await editor.open(path, text);
  const lines = text.split('\n');
  return { path, text, underlined: found.map(({ message, range: { start, end } }) => [lines[start.line]?.slice(start.character, end.character) ?? '', message] as const) };
}

describe('an editor with the language server of YAML', () => {
  test('finds nothing wrong in a new pack', async () => {
    for (const within of ['pack.yaml', 'beliefs.yaml', 'sources.yaml', 'questions/ending.yaml', 'questions/interview.yaml', 'causes/late.yaml']) {
      const path = join(folder, 'mine', within);
      expect([within, await editor.open(path, readFileSync(path, 'utf8'))]).toEqual([within, []]);
    }
  });

  test.each([
    ['a key', 'keep: yes', 'kept: yes', 'kept', 'Property kept is not allowed.'],
    ['a question', '- when: { arrival: late }', '- when: { arival: late }', 'arival', 'Property arival is not allowed.'],
    ['an answer', '- when: { arrival: late }', '- when: { arrival: latte }', 'latte', 'Value must be "early" | "on-time" | "late".'],
    ['a source', 'from: [accountemps-2011, judgement]', 'from: [accountemps-2012, judgement]', 'accountemps-2012', 'Value must be "accountemps-2011" | "onlymarketingjobs-2012" | "judgement".'],
    ['a percentage', '  value: 5%', '  value: 5 %', '5 %', 'write a percentage from 0% to 100%, such as 5% or 0.5%'],
  ])('underlines %s that is wrong, and nothing else', async (what, from, to, words, message) => {
    const { underlined } = await changed(`${what.replace(/\W/g, '-')}.yaml`, from, to);
    expect(underlined).toEqual([[words, message]]);
  });

  test('says of a key what it is for, of a question how it is asked, of an answer how it is said, of a source what it is', async () => {
    const text = readFileSync(file, 'utf8');
    await editor.open(file, text);
    expect(await editor.hover(file, behind(text, '\nstren'))).toContain('Of 100 people for whom it is so and nothing else is wrong, how many does it stop?');
    expect(await editor.hover(file, behind(text, '- when: { arr'))).toContain('When were you there?');
    expect(await editor.hover(file, behind(text, 'arrival: [early, on-'))).toContain('On time');
    expect(await editor.hover(file, behind(text, 'from: [acc'))).toContain('The one most common mistake');
  });

  test('offers the questions of the pack in a condition, with their words', async () => {
    const { path, text } = await changed('offered-questions.yaml', '- when: { arrival: late }', '- when: { arr }');
    const offered = await editor.offered(path, behind(text, '- when: { arr'));
    expect(Object.fromEntries(offered)).toMatchObject({ 'arrival': 'When were you there?', 'prepared': 'What did you do to prepare? Choose all that apply.', 'not': 'This must not hold; where it is not known, neither does that.' });
    expect([...offered.keys()]).not.toContain('interview-date');
  });

  test('offers the answers to a question, with their words', async () => {
    const { path, text } = await changed('offered-answers.yaml', '- when: { arrival: late }', '- when: { arrival: l }');
    expect([...await editor.offered(path, behind(text, '- when: { arrival: l'))]).toEqual([['early', 'Early'], ['on-time', 'On time'], ['late', 'Late']]);
  });

  test('knows a question that was added a moment ago', async () => {
    expect(await afterview(['new', 'question', 'mine', 'how-loud'], { cwd: folder })).toMatchObject({ code: 0 });
    editor.changed(join(folder, 'mine/.schemas/cause.schema.json'));
    const { path, text } = await changed('added.yaml', '- when: { arrival: late }', '- when: { how-loud: f }');
    expect([...(await editor.offered(path, behind(text, '- when: { how-loud: f'))).keys()]).toEqual(['first-answer', 'second-answer']);
  });
});
