import { describe, expect, test } from 'vitest';
import { newBelief, newCause } from '../../src/authoring/start/additions.ts';
import { type OpenedPack, openPack } from '../../src/authoring/start/openedPack.ts';
import { idFrom } from '../../src/authoring/start/names.ts';
import { slug } from '../../src/authoring/files/fileSchemas.ts';
import { runExamples } from '../../src/examples/runExamples.ts';
import fc from 'fast-check';
import { tinyFiles } from '../tinyPack.ts';
import { minimalPack } from './minimalPack.ts';
import { packOf } from './reading.ts';

function opened(files: ReadonlyMap<string, string>): OpenedPack {
  const pack = openPack(files, 'here', { names: [], find: () => null });
  if (!pack.ok) throw new Error(pack.problems[0]?.message);
  return pack.value;
}

const questionsOf = (pack: OpenedPack): readonly string[] => pack.files.questions.flatMap(file => file.value.questions.map(({ id }) => id));

describe('a cause and a belief can build on', () => {
  test.each([['the tiny pack', tinyFiles], ['the minimal pack', minimalPack]])('every question of %s but dates', (_which, files) => {
    const pack = opened(files);
    const sound = questionsOf(pack).filter(question => [newCause(pack, 'new', question), newBelief(pack, 'new', question)].every(made => made.ok && made.value.some(addition => {
      const { pack: after, examples } = packOf(new Map([...files, ...addition]));
      return runExamples(after, examples).length === 0;
    })));
    expect(questionsOf(pack).filter(question => !sound.includes(question))).toEqual(questionsOf(pack).filter(id => id.endsWith('-date')));
  });
});

test('an id is made of whatever was written, and is one', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 90 }), fc.string({ unit: 'grapheme', maxLength: 90 }), fc.stringMatching(/^[a-zA-Z _-]{1,90}$/)), written => {
    const id = idFrom(written);
    expect(id === undefined ? !/[a-z]/i.test(written) : slug.safeParse(id).success).toBe(true);
  }));
});
