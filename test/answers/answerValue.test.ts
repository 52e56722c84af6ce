import fc from 'fast-check';
import { expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { answerValue } from '../../src/answers/answerValue.ts';
import { checkAnswers } from '../engineOf.ts';
import { arbitraryPack, AS_OF, consistentAnswersTo } from '../arbitraryPack.ts';
import { tinyPack } from '../tinyPack.ts';

test('an answer that was understood is given back as it was given, of every kind of question', () => {
  const packs = fc.oneof({ arbitrary: arbitraryPack(), weight: 4 }, { arbitrary: fc.constantFrom<Pack>(tinyPack, corePack), weight: 1 });
  const kinds = new Set<string>();
  fc.assert(fc.property(packs.chain(pack => fc.record({ pack: fc.constant(pack), answers: consistentAnswersTo(pack) })), ({ pack, answers }) => {
    const checked = checkAnswers(pack, answers, AS_OF);
    if (!checked.ok) throw new Error('these answers should be fine');
    pack.questions.forEach((question, index) => {
      const [answer, given] = [checked.value.reading.answers[index], answers[question.id]];
      if (answer === undefined) return;
      kinds.add(answer.kind);
      if (answer.kind === 'not-asked') expect(answerValue(question, answer)).toBeUndefined();
      else if (typeof given === 'object') expect(answerValue(question, answer)?.toString().split(',').toSorted()).toEqual(given.toString().split(',').toSorted());
      else if (given !== undefined) expect(answerValue(question, answer)).toBe(given);
    });
  }), { numRuns: 150 });
  expect([...kinds].toSorted()).toEqual(['choice', 'choices', 'date', 'not-asked', 'number']);
});
