import type { Condition } from '../../pack/condition.ts';
import type { Pack, Question } from '../../pack/pack.ts';
import { everyCondition, questionsSaid } from '../everyCondition.ts';
import { questionPlaces } from '../places.ts';
import type { LintRule } from '../rule.ts';

export const optionIdle: LintRule = {
  id: 'option-idle',
  severity: 'warning',
  title: 'Nothing in the pack tells this option from another one.',
  why: 'People read and weigh it for nothing: whichever of the two they choose, they are told the same. One answer for “none of the others” is as many as a choice needs.',
  file: 'questions',
  bad: `questions:
  - { id: arrival, ask: When did you come?, kind: one-of, dont-know: 1%, options: [
      { id: early, says: A little early, typical: 20% }, { id: punctual, says: To the minute, typical: 60% }, { id: on-time, says: On time, typical: 10% }, { id: late, says: Late, typical: 10% }] }
`,
  good: `questions:
  - { id: arrival, ask: When did you come?, kind: one-of, dont-know: 1%, options: [
      { id: early, says: A little early, typical: 20% }, { id: on-time, says: On time, typical: 70% }, { id: late, says: Late, typical: 10% }] }
`,
  *find({ pack, parsed }) {
    const [places, used] = [questionPlaces(parsed), usedOptions(pack)];
    for (const [index, question] of pack.questions.entries()) {
      const place = places.get(question.id);
      if (!place || !('options' in question)) continue;
      const idle = idleIn(question, used.get(index) ?? new Set());
      if (idle.length === question.options.length) yield { file: place.file, path: [...place.path, 'id'], message: `nothing rests on an answer to “${question.id}”`, hint: 'use it in a condition, or take the question out' };
      else for (const option of idle) yield { file: place.file, path: [...place.path, 'options', option, 'id'], message: `nothing asks for the answer “${question.options[option]?.id ?? ''}” to “${question.id}”`, hint: question.kind === 'several-of' ? 'use it in a condition, or take it out' : 'use it in a condition, or put it together with another one' };
    }
  },
};

/** Of a choice one unused option is the rest; of several each stands by itself, unless all that counts is how many there are. */
function idleIn(question: Extract<Question, { options: unknown }>, used: ReadonlySet<number | 'count'>): readonly number[] {
  if (question.id === 'outcome' || used.has('count')) return [];
  const idle = question.options.flatMap((_, option) => (used.has(option) ? [] : [option]));
  return question.kind === 'several-of' || idle.length > 1 ? idle : [];
}

/** By question the options that some condition asks for, and whether all count: how many there are is asked for, or what was answered stands in a message. */
function usedOptions(pack: Pack): ReadonlyMap<number, Set<number | 'count'>> {
  const used = new Map<number, Set<number | 'count'>>(questionsSaid(pack).map(question => [question, new Set(['count'])]));
  const visit = (condition: Condition): void => {
    switch (condition.test) {
      case 'all':
      case 'any':
        condition.of.forEach(visit);
        return;
      case 'not':
        visit(condition.of);
        return;
      default:
        used.set(condition.question, new Set([...used.get(condition.question) ?? [], ...condition.test === 'chosen' ? condition.options : ['count'] as const]));
    }
  };
  everyCondition(pack).forEach(visit);
  return used;
}
