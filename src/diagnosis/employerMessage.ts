import type { Question } from '../pack/pack.ts';
import type { Prepared } from '../pack/preparePack.ts';
import type { EmployerQuestion } from '../asking/employerQuestion.ts';
import { MOST_FOLLOW_UPS } from '../plan/schedule.ts';
import { answerTo, chosenIn, followUpsIn } from '../answers/answerTo.ts';
import type { Reading } from '../answers/reading.ts';
import { dayInWords } from '../base/calendar.ts';
import type { Outcome } from '../answers/outcome.ts';
import type { EmployerMessage, SilenceReport } from './diagnosis.ts';

/**
 * The one question that is worth sending, as a message that can go out as it stands. It is for those who were told, and
 * for those whose silence is still open; once two messages have gone out, nothing more is sent.
 */
export function employerMessage(prepared: Prepared, reading: Reading, outcome: Outcome, silence: SilenceReport | null, best: EmployerQuestion | null): EmployerMessage | null {
  const draft = best && (followUpsIn(prepared, reading) < MOST_FOLLOW_UPS ? messageFor(outcome, silence, best.words, theTalk(prepared, reading)) : null);
  return best && draft ? { question: (prepared.pack.questions[best.question] as Question).id, draft } : null;
}

function messageFor(outcome: Outcome, silence: SilenceReport | null, words: string, talk: Talk | null): string | null {
  const time = talk === null ? '' : `, and for the time you took to talk with me${talk.onDay}`;
  if (outcome === 'rejected') {
    return `Thank you for letting me know${time}. May I ask one thing, as I'd like to get better at this? ${words} Any word is welcome, and if you'd rather not say, that is fine, too. I wish you and the team all the best.`;
  }
  if (outcome === 'cancelled') {
    return `Thank you for telling me${time}. May I ask one thing? ${words} If you can't say, that is fine, too. I wish you and the team all the best.`;
  }
  if (silence?.verdict !== 'open' || talk === null) return null;
  return `Thank you again for the talk${talk.onDay}. I enjoyed it, and I'm still interested. May I ask one thing? ${words} If you can't say yet, that is fine, too. Best wishes to you and the team.`;
}

/** A talk that took place, and “ on Tuesday, 10 November” where the day is known. */
interface Talk {
  readonly onDay: string;
}

/** Nothing where there was none: nobody is thanked for it. */
function theTalk(prepared: Prepared, reading: Reading): Talk | null {
  if (['missed', 'they-did-not-come'].includes(chosenIn(prepared, reading, 'attended') ?? '')) return null;
  const answer = answerTo(prepared, reading, 'interview-date');
  return { onDay: answer?.kind === 'date' ? ` on ${dayInWords(answer.day)}` : '' };
}
