import { type Finding, questionsShowing } from '../evidence/findings.ts';
import type { Cause, Pack } from '../pack/pack.ts';
import { givenAt } from '../answers/answerValue.ts';
import type { Reading } from '../answers/answers.ts';
import type { Evidence } from './diagnosis.ts';

/** A finding with the answers that show it. */
export function evidenceOf(pack: Pack, cause: Cause, { sign }: Finding, reading: Reading): Evidence {
  const answers = questionsShowing(sign, reading).flatMap(index => {
    const [question, answer] = [pack.questions[index], givenAt(pack, reading, index)];
    return question && answer !== undefined ? [{ question: question.id, answer }] : [];
  });
  return { cause: cause.id, speaks: sign.speaks, because: sign.because, answers };
}

/** The findings that speak for a cause, or those against it, the strongest first. */
export function evidenceFor(pack: Pack, cause: Cause, findings: readonly Finding[], reading: Reading, side: 'for' | 'against'): readonly Evidence[] {
  return findings
    .filter(({ weight }) => (side === 'for' ? weight > 0 : weight < 0))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(finding => evidenceOf(pack, cause, finding, reading));
}
