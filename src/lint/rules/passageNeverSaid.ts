import { type Draft, type DraftPassage, occasions } from '../../pack/words.ts';
import type { Condition } from '../../pack/condition.ts';
import type { Lab } from '../lab.ts';
import type { Found, LintRule } from '../rule.ts';

export const passageNeverSaid: LintRule = {
  id: 'passage-never-said',
  severity: 'error',
  title: 'A part of this message contradicts the answers for which the message is shown.',
  why: 'Someone wrote words that are never sent, or an answer that is never there to be filled in: after the answers for which the whole is meant, the part cannot be.',
  file: 'cause',
  bad: `fixes:
  - id: own-it
    for: now
    when: { arrival: late }
    do: Say that you are sorry.
    say: [I am sorry., { when: { arrival: on-time }, words: I was there on time. }]
    removes: { value: 20%, from: [a-survey] }
    effort: minutes
`,
  good: `fixes:
  - id: own-it
    for: now
    when: { arrival: late }
    do: Say that you are sorry.
    say: [I am sorry., { when: { warned-ahead: no }, words: I should have called. }]
    removes: { value: 20%, from: [a-survey] }
    effort: minutes
`,
  *find(lab) {
    for (const { cause, file } of lab.causes) {
      for (const [index, { say, when, unless }] of cause.fixes.entries()) {
        if (say) yield* neverIn(lab, say, { when, unless }).map(passage => ({ ...passage, file, path: ['fixes', index, 'say', ...passage.path] }));
      }
    }
    const [head] = lab.parsed.pack;
    for (const occasion of head ? occasions : []) {
      for (const [index, { words }] of (lab.pack.messages?.[occasion] ?? []).entries()) {
        if (head && words) yield* neverIn(lab, words, {}).map(passage => ({ ...passage, file: head, path: ['messages', occasion, index, 'words', ...passage.path] }));
      }
    }
  },
};

interface Excepted {
  readonly when?: Condition | undefined;
  readonly unless?: Condition | undefined;
}

/** Passages that are never part of a draft, and answers that are never there for one; a single text is no list. */
function neverIn(lab: Lab, draft: Draft, whole: Excepted): readonly Omit<Found, 'file'>[] {
  return draft.flatMap((passage, index): readonly Omit<Found, 'file'>[] => {
    const path = draft.length === 1 && !passage.when && !passage.unless ? [] : [index];
    const [wanted, avoided] = [tests(lab, [whole.when, passage.when]), tests(lab, [whole.unless, passage.unless])];
    if (lab.seek(wanted, avoided) === 'impossible') return [{ path, message: 'these words are never said', hint: 'their condition cannot hold after the answers for which the whole is meant' }];
    return unanswered(lab, passage).flatMap(({ id, refuted }) => (lab.seek(wanted, [...avoided, refuted]) === 'impossible'
      ? [{ path, message: `the answer to “${id}” is never there to be filled in`, hint: 'after these answers that question is not asked: take the part in brackets out' }] : []));
  });
}

/** Questions whose answers stand in a passage, and that are not put to everybody. */
function unanswered(lab: Lab, { pieces }: DraftPassage): readonly { readonly id: string; readonly refuted: ReturnType<Lab['testOfRefuted']> }[] {
  return pieces.flat().flatMap(piece => {
    const question = typeof piece === 'object' && 'answer' in piece ? lab.pack.questions[piece.answer] : undefined;
    return question?.askIf ? [{ id: question.id, refuted: lab.testOfRefuted(question.askIf) }] : [];
  });
}

function tests(lab: Lab, conditions: readonly (Condition | undefined)[]): readonly ReturnType<Lab['testOf']>[] {
  return conditions.flatMap(condition => (condition ? [lab.testOf(condition)] : []));
}
