import { expect, test } from 'vitest';
import { corePack } from '../../src/core/corePack.ts';
import { safeDiagnose, safeDiagnoseHistory } from '../../src/api/diagnose.ts';
import { nextQuestions } from '../../src/api/nextQuestions.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { readAnswersFile } from '../../src/answers/answersFile.ts';
import { visibleQuestions } from '../../src/api/visibleQuestions.ts';
import { toText } from '../../src/report/toText.ts';
import { safeWhatIf } from '../../src/api/whatIf.ts';
import { tinyPack } from '../tinyPack.ts';

const always = { test: 'all', of: [] };

/** What some other code may have left on the prototype of all objects: every name that may be missing from a pack, its parts, options and problems. */
const left: Readonly<Record<string, unknown>> = {
  waiting: null, funnel: { sent: 100 }, range: [0, 1], note: 'x', daysPastPromise: 2, help: 'x', askIf: always, employer: { ask: 'x' }, if: always, countsDaysFrom: 2, notBefore: 2,
  strength: { value: 0.5, when: [] }, silence: { state: 'never-told', share: { value: 0.5 } }, unless: always, group: 'x', when: always, say: [], rehearse: 'x', lifts: 'nerve', year: 5, url: 'x',
  asOf: '2026-11-22', pack: null, whatIf: {}, most: 1, width: 40, colour: true, path: ['x'], at: { file: 'f', line: 1, column: 1 }, dontKnow: 1, answers: {}, session: {},
};

const answers = { outcome: 'no-reply', arrival: 'late', 'minutes-late': 20, 'interview-date': '2026-11-02' };

/** Everything that can be asked of a pack, as one text. */
function everything(pack: Pack): string {
  const asked = { pack, asOf: '2026-11-22' };
  const diagnosis = safeDiagnose(answers, asked);
  return JSON.stringify([
    diagnosis, safeDiagnoseHistory([{ outcome: 'rejected' }, answers], asked), nextQuestions(answers, { pack }), visibleQuestions(answers, { pack }),
    safeWhatIf(answers, { answers: { arrival: 'on-time' } }, asked), safeDiagnose({ arival: 5 }, asked), readAnswersFile({ interview: {}, answers }, pack), diagnosis.ok && toText(diagnosis.value),
  ]);
}

/** The same after names were put on the prototype of all objects, which are taken off again. */
function amid(names: readonly string[], enumerable: boolean, pack: Pack): string {
  for (const name of names) Object.defineProperty(Object.prototype, name, { value: left[name], configurable: true, writable: true, enumerable });
  try {
    return everything(pack);
  } finally {
    for (const name of names) Reflect.deleteProperty(Object.prototype, name);
  }
}

const clean = everything(tinyPack);

test.each(Object.keys(left))('“%s” on the prototype of all objects changes nothing', name => {
  for (const enumerable of [false, true]) expect(amid([name], enumerable, tinyPack) === clean).toBe(true);
});

test('nor does any of them for the core pack', () => {
  const expected = everything(corePack);
  for (const enumerable of [false, true]) expect(amid(Object.keys(left), enumerable, corePack) === expected).toBe(true);
}, 30_000);
