import { isPackError, PackError } from '../base/errors.ts';
import { type Checked, type Problem, refused } from '../base/problem.ts';
import { owns } from '../base/plainObject.ts';
import { showAny } from '../base/show.ts';
import type { CauseLogic, FixLogic, FlagLogic, Logic, QuestionLogic, WaitingLogic } from './logic.ts';
import type { Cause, Fix, Flag, Pack, Question, Waiting } from './pack.ts';
import { sealedPack } from './sealed.ts';
import { textOf } from './textOf.ts';
import type { QuestionTexts, WaitingTexts, Words } from './words.ts';

/**
 * A pack in one language: its logic, with every text where it belongs. Nothing in it can be changed.
 *
 * @throws PackError when one of them is none, the words belong to other logic, or a text is missing
 *
 * @example
 * import { loadPack } from 'afterview/node';
 * const { logic, words } = loadPack('node_modules/afterview/rules');
 * withWords(logic, { ...words, title: 'Why it was a no' }).title; // 'Why it was a no'
 */
export function withWords(logic: Logic, words: Words): Pack {
  const kinds = wrongKinds(logic, words);
  if (kinds.length > 0) throw new PackError(kinds);
  if (words.hash !== logic.hash) {
    throw new PackError([{ code: 'wrong-kind', message: `these words belong to ${nameOf(words)}, and the logic to ${nameOf(logic)}`, hint: 'take both from one pack', path: ['hash'] }]);
  }
  const { waiting, flags, ...rest } = logic;
  return sealedPack({
    ...rest,
    title: words.title,
    ...(waiting ? { waiting: waitingIn(waiting, textOf(words, 'waiting')) } : {}),
    sections: logic.sections.map(({ id }) => ({ id, title: textOf(words.sections, id) })),
    questions: logic.questions.map(question => questionIn(question, textOf(words.questions, question.id))),
    contradictions: logic.contradictions.map(({ when }, at) => ({ when, because: textOf(words.contradictions, at) })),
    causes: logic.causes.map(cause => causeIn(cause, words)),
    beliefs: logic.beliefs.map(belief => ({ ...belief, ...textOf(words.beliefs, belief.id) })),
    ...(words.messages ? { messages: words.messages } : {}),
    ...(flags ? { flags: flagsIn(flags, textOf(words, 'flags')) } : {}),
  });
}

/**
 * As `withWords`, for values of any origin: it returns problems instead of throwing them.
 *
 * @example
 * import { loadPack } from 'afterview/node';
 * const { logic, words } = loadPack('node_modules/afterview/rules');
 * safeWithWords(logic, { ...words, hash: 'of another pack' }).ok; // false
 */
export function safeWithWords(logic: Logic, words: Words): Checked<Pack> {
  try {
    return { ok: true, value: withWords(logic, words) };
  } catch (error) {
    if (isPackError(error)) return refused(error.problems);
    throw error;
  }
}

/** What is no logic, or no words, at first sight. */
function wrongKinds(logic: unknown, words: unknown): readonly Problem[] {
  const problem = (what: string, value: unknown): Problem => ({ code: 'wrong-kind', message: `“${what}” takes the ${what} of a pack, not ${showAny(value)}`, hint: 'pass what readPack gives under that name', path: [what] });
  return [
    ...(['hash', 'questions', 'causes'].every(key => owns(logic, key)) ? [] : [problem('logic', logic)]),
    ...(['hash', 'questions', 'causes', 'locale'].every(key => owns(words, key)) ? [] : [problem('words', words)]),
  ];
}

/** The hash tells packs apart that have one name. */
function nameOf({ id, version, hash }: Pick<Logic, 'id' | 'version' | 'hash'>): string {
  return `“${id}” ${version} (${hash.slice(0, 8)})`;
}

function questionIn(question: QuestionLogic, texts: QuestionTexts): Question {
  const { ask, help } = texts;
  const { employer, ...rest } = question;
  const common = {
    ask,
    ...(help === undefined ? {} : { help }),
    ...(employer ? { employer: { ask: textOf(texts, 'employer'), ...employer } } : {}),
  };
  switch (rest.kind) {
    case 'date':
      return { ...rest, ...common };
    case 'number':
      return { ...rest, ...common, unit: textOf(texts, 'unit') };
    default: {
      const says = textOf(texts, 'options');
      return { ...rest, ...common, options: rest.options.map(option => ({ ...option, says: textOf(says, option.id) })) };
    }
  }
}

function causeIn(cause: CauseLogic, words: Words): Cause {
  const { title, why, signs } = textOf(words.causes, cause.id);
  return {
    ...cause,
    title,
    why,
    signs: cause.signs.map((sign, at) => ({ ...sign, because: textOf(signs, at) })),
    fixes: cause.fixes.map((fix): Fix => fixIn(fix, words)),
  };
}

function fixIn(fix: FixLogic, { fixes }: Words): Fix {
  return { ...fix, ...textOf(fixes, fix.id) };
}

function flagsIn(flags: readonly FlagLogic[], says: NonNullable<Words['flags']>): readonly Flag[] {
  return flags.map(flag => ({ ...flag, says: textOf(says, flag.id) }));
}

function waitingIn(waiting: WaitingLogic, { types, signs }: WaitingTexts): Waiting {
  return {
    ...waiting,
    types: waiting.types.map(type => ({ ...type, title: textOf(types, type.id) })),
    signs: waiting.signs.map((sign, at) => ({ ...sign, because: textOf(signs, at) })),
  };
}
