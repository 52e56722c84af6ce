import type { Pack } from '../../src/pack/pack.ts';
import { tinyPack } from '../tinyPack.ts';

/** The tiny pack with one text in every place where a pack can say something. */
export function packSaying(text: string): Pack {
  return {
    ...tinyPack,
    title: text,
    questions: tinyPack.questions.map(question => ({ ...question, ask: text })),
    beliefs: tinyPack.beliefs.map(belief => ({ ...belief, belief: text, truer: text })),
    causes: tinyPack.causes.map(cause => ({
      ...cause,
      title: text,
      why: text,
      signs: cause.signs.map(sign => ({ ...sign, because: text })),
      fixes: cause.fixes.map(fix => ({ ...fix, do: text, ...(fix.if === undefined ? {} : { if: text }), ...(fix.say === undefined ? {} : { say: [{ pieces: [[text]] }] }) })),
    })),
  };
}
