import type { CauseLogic, Logic, QuestionLogic } from '../../pack/logic.ts';
import type { Cause, Pack, Question, Waiting } from '../../pack/pack.ts';
import type { CauseTexts, FixTexts, QuestionTexts, WaitingTexts, Words } from '../../pack/words.ts';

/** The logic of a pack: everything but its texts. */
export function logicOf(pack: Pack): Logic {
  return {
    ...without(pack, 'title', 'messages'),
    ...(pack.waiting ? { waiting: waitingLogic(pack.waiting) } : {}),
    sections: pack.sections.map(({ id }) => ({ id })),
    questions: pack.questions.map(questionLogic),
    contradictions: pack.contradictions.map(({ when }) => ({ when })),
    causes: pack.causes.map(causeLogic),
    beliefs: pack.beliefs.map(belief => without(belief, 'belief', 'truer')),
    ...(pack.flags ? { flags: pack.flags.map(({ id, when }) => ({ id, when })) } : {}),
  };
}

function waitingLogic(waiting: Waiting): NonNullable<Logic['waiting']> {
  return {
    ...waiting,
    types: waiting.types.map(type => without(type, 'title')),
    signs: waiting.signs.map(sign => without(sign, 'because')),
  };
}

function questionLogic(question: Question): QuestionLogic {
  const { employer } = question;
  const common = employer ? { employer: without(employer, 'ask') } : {};
  switch (question.kind) {
    case 'date':
      return { ...without(question, 'ask', 'help', 'employer'), ...common };
    case 'number':
      return { ...without(question, 'ask', 'help', 'employer', 'unit'), ...common };
    default: {
      const options = question.options.map(({ id, typical }) => ({ id, typical }));
      return { ...without(question, 'ask', 'help', 'employer'), ...common, options };
    }
  }
}

function causeLogic(cause: Cause): CauseLogic {
  return {
    ...without(cause, 'title', 'why'),
    signs: cause.signs.map(sign => without(sign, 'because')),
    fixes: cause.fixes.map(fix => without(fix, 'if', 'do', 'say', 'place', 'rehearse')),
  };
}

function without<T extends object, K extends keyof T>(whole: T, ...keys: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(whole).filter(([key]) => !(keys as readonly string[]).includes(key))) as Omit<T, K>;
}

/** The words of a pack in the language of its files. */
export function wordsOf(pack: Pack, locale: string): Words {
  const { id, version, hash, title, sections, questions, contradictions, causes, beliefs, waiting, messages, flags } = pack;
  return {
    locale, id, version, hash, title,
    sections: Object.fromEntries(sections.map(section => [section.id, section.title])),
    questions: Object.fromEntries(questions.map(question => [question.id, questionTexts(question)])),
    contradictions: contradictions.map(({ because }) => because),
    causes: Object.fromEntries(causes.map(cause => [cause.id, causeTexts(cause)])),
    fixes: Object.fromEntries(causes.flatMap(({ fixes }) => fixes).map(fix => [fix.id, fixTexts(fix)])),
    beliefs: Object.fromEntries(beliefs.map(({ id: of, belief, truer }) => [of, { belief, truer }])),
    ...(waiting ? { waiting: waitingTexts(waiting) } : {}),
    ...(messages ? { messages } : {}),
    ...(flags ? { flags: Object.fromEntries(flags.map(({ id: of, says }) => [of, says])) } : {}),
  };
}

function questionTexts(question: Question): QuestionTexts {
  const { ask, help, employer } = question;
  return {
    ask,
    ...(help === undefined ? {} : { help }),
    ...(question.kind === 'number' ? { unit: question.unit } : {}),
    ...(question.kind !== 'number' && question.kind !== 'date' ? { options: Object.fromEntries(question.options.map(({ id, says }) => [id, says])) } : {}),
    ...(employer ? { employer: employer.ask } : {}),
  };
}

function causeTexts({ title, why, signs }: Cause): CauseTexts {
  return { title, why, signs: signs.map(({ because }) => because) };
}

function fixTexts({ if: cue, do: todo, say, place, rehearse }: Cause['fixes'][number]): FixTexts {
  return {
    ...(cue === undefined ? {} : { if: cue }),
    do: todo,
    ...(say === undefined ? {} : { say }),
    ...(place === undefined ? {} : { place }),
    ...(rehearse === undefined ? {} : { rehearse }),
  };
}

function waitingTexts({ types, signs }: Waiting): WaitingTexts {
  return { types: Object.fromEntries(types.map(({ id, title }) => [id, title])), signs: signs.map(({ because }) => because) };
}
