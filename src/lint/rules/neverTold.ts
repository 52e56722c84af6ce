import { beliefPlaces } from '../places.ts';
import type { LintRule } from '../rule.ts';

export const neverTold: LintRule = {
  id: 'never-told',
  severity: 'error',
  title: 'No answers lead to this belief, or to this flag.',
  why: 'Nobody will ever read it: its condition needs answers that cannot be given together.',
  file: 'beliefs',
  bad: `- id: my-fault
  claims: []
  when: { arrival: on-time, minutes-late: { at-least: 5 } }
  belief: It was all my fault.
  truer: Most of it is never yours.
  from: [a-survey]
  examples: [{ name: nothing, answers: {}, expect: { no-belief: my-fault } }]
`,
  good: `- id: my-fault
  claims: []
  when: { arrival: on-time }
  belief: It was all my fault.
  truer: Most of it is never yours.
  from: [a-survey]
  examples: [{ name: nothing, answers: {}, expect: { no-belief: my-fault } }]
`,
  *find(lab) {
    const hint = 'look at when its questions are asked, and at “unless”';
    const places = beliefPlaces(lab.parsed);
    for (const { id, when, unless } of lab.pack.beliefs) {
      const place = places.get(id);
      if (place && lab.seek([lab.testOf(when)], unless ? [lab.testOf(unless)] : []) === 'impossible') yield { ...place, message: `no answers lead to the belief “${id}”`, hint };
    }
    const [file] = lab.parsed.pack;
    if (!file) return;
    for (const [index, { id, when }] of (lab.pack.flags ?? []).entries()) {
      if (lab.seek([lab.testOf(when)]) === 'impossible') yield { file, path: ['flags', index], message: `no answers lead to the flag “${id}”`, hint };
    }
  },
};
