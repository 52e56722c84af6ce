import { questionsOf } from '../pack/condition.ts';
import type { Cause, Fix, Pack, Question, Sign } from '../pack/pack.ts';
import { speaksWords, weightOf } from '../pack/speaks.ts';
import type { Reading } from '../answers/reading.ts';
import type { FixAdvice } from './diagnosis.ts';
import { draftFor, inWords } from '../plan/draft.ts';

/** A fix as advice to someone who gave these answers. */
export function adviceFor(pack: Pack, cause: Cause, fix: Fix, reading: Reading): FixAdvice {
  const shown = fix.for === 'next' ? questionShowing(pack, cause) : undefined;
  return {
    id: fix.id, cause: cause.id, for: fix.for, if: fix.if ?? null, do: fix.do,
    say: fix.say ? inWords(draftFor(fix.say, reading)) || null : null,
    place: fix.place ?? null,
    rehearse: fix.rehearse ?? null,
    shows: shown ? { question: shown.id, ask: shown.ask } : null,
    removes: fix.removes.value, effort: fix.effort,
  };
}

/** The question of the strongest sign that a cause was met with something done well; what merely was not so shows no work. */
function questionShowing(pack: Pack, { signs }: Cause): Question | undefined {
  const strength = ({ speaks }: Sign): number => speaksWords.indexOf(speaks);
  const [best] = signs.filter(({ speaks, keep }) => keep && weightOf(speaks) < 0).sort((a, b) => strength(a) - strength(b));
  return best && pack.questions[questionsOf(best.when)[0] ?? -1];
}
