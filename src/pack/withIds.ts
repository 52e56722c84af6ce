import type { CauseLogic, Logic, QuestionLogic, WaitingLogic } from './logic.ts';
import type { Cause, Pack, Question, Waiting } from './pack.ts';
import { sealedPack } from './sealed.ts';

/** A pack without words, for numbers alone: ids stand where texts would, and what has no id is empty. */
export function withIds(logic: Logic): Pack {
  const { waiting, flags, ...rest } = logic;
  return sealedPack({
    ...rest,
    title: logic.id,
    ...(waiting ? { waiting: waitingWith(waiting) } : {}),
    sections: logic.sections.map(({ id }) => ({ id, title: id })),
    questions: logic.questions.map(questionWith),
    contradictions: logic.contradictions.map(({ when }) => ({ when, because: '' })),
    causes: logic.causes.map(causeWith),
    beliefs: logic.beliefs.map(belief => ({ ...belief, belief: belief.id, truer: '' })),
    ...(flags ? { flags: flags.map(flag => ({ ...flag, says: flag.id })) } : {}),
  });
}

function questionWith({ employer, ...question }: QuestionLogic): Question {
  const texts = { ask: question.id, ...(employer ? { employer: { ask: question.id, ...employer } } : {}) };
  switch (question.kind) {
    case 'date':
      return { ...question, ...texts };
    case 'number':
      return { ...question, ...texts, unit: '' };
    default:
      return { ...question, ...texts, options: question.options.map(option => ({ ...option, says: option.id })) };
  }
}

function causeWith(cause: CauseLogic): Cause {
  return {
    ...cause,
    title: cause.id,
    why: '',
    signs: cause.signs.map(sign => ({ ...sign, because: '' })),
    fixes: cause.fixes.map(fix => ({ ...fix, do: fix.id })),
  };
}

function waitingWith(waiting: WaitingLogic): Waiting {
  return {
    ...waiting,
    types: waiting.types.map(type => ({ ...type, title: type.id })),
    signs: waiting.signs.map(sign => ({ ...sign, because: '' })),
  };
}
