import { givenAt } from '../answers/answerValue.ts';
import type { Reading } from '../answers/reading.ts';
import { type Finding, findingsFor, questionsShowing } from '../evidence/findings.ts';
import type { Prepared, PreparedCause } from '../pack/preparePack.ts';
import type { Evidence } from './diagnosis.ts';

/** A finding with the answers that show it. */
export function evidenceOf({ pack }: Prepared, cause: string, { sign }: Finding, reading: Reading): Evidence {
  const answers = questionsShowing(sign, reading).flatMap(index => {
    const [question, answer] = [pack.questions[index], givenAt(pack, reading, index)];
    return question && answer !== undefined ? [{ question: question.id, answer }] : [];
  });
  return { cause, speaks: sign.speaks, because: sign.because, answers };
}

/** The findings that speak for a cause, and those against it, the strongest first. */
export function evidenceOn(prepared: Prepared, { cause: { id }, signs }: PreparedCause, reading: Reading): { readonly for: readonly Evidence[]; readonly against: readonly Evidence[] } {
  const findings = findingsFor(signs, reading.columns);
  const side = (sign: 1 | -1): readonly Evidence[] => findings
    .filter(({ weight }) => sign * weight > 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(finding => evidenceOf(prepared, id, finding, reading));
  return findings.length === 0 ? { for: [], against: [] } : { for: side(1), against: side(-1) };
}
