import type { LintRule } from '../rule.ts';
import { questionPlaces } from '../places.ts';

export const questionUnreachable: LintRule = {
  id: 'question-unreachable',
  severity: 'error',
  title: 'No answers lead to this question.',
  why: 'It is put to nobody, so everything that depends on it is silent. Its “ask-if” needs answers that cannot be given together.',
  file: 'questions',
  bad: `questions:
  - { id: arrival, ask: When did you come?, kind: one-of, dont-know: 1%, options: [
      { id: on-time, says: On time, typical: 90% }, { id: late, says: Late, typical: 10% }] }
  - { id: minutes-late, ask: How many minutes late?, kind: number, unit: minutes, from: 1, to: 240, dont-know: 5%,
      ask-if: { arrival: late }, typical: [{ value: 10, share: 100% }] }
  - { id: warned-ahead, ask: Did they know?, kind: yes-no, typical: 50%, dont-know: 2%,
      ask-if: { arrival: on-time, minutes-late: { at-least: 5 } } }
`,
  good: `questions:
  - { id: arrival, ask: When did you come?, kind: one-of, dont-know: 1%, options: [
      { id: on-time, says: On time, typical: 90% }, { id: late, says: Late, typical: 10% }] }
  - { id: minutes-late, ask: How many minutes late?, kind: number, unit: minutes, from: 1, to: 240, dont-know: 5%,
      ask-if: { arrival: late }, typical: [{ value: 10, share: 100% }] }
  - { id: warned-ahead, ask: Did they know?, kind: yes-no, typical: 50%, dont-know: 2%,
      ask-if: { minutes-late: { at-least: 5 } } }
`,
  *find(lab) {
    const places = questionPlaces(lab.parsed);
    for (const { id, askIf } of lab.pack.questions) {
      const place = places.get(id);
      if (askIf && place && lab.seek([lab.testOf(askIf)]) === 'impossible') yield { file: place.file, path: [...place.path, 'ask-if'], part: 'key', message: `no answers lead to the question “${id}”`, hint: 'look at the questions that “ask-if” names, and when they are asked' };
    }
  },
};
