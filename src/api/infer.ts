import type { ExplainedHistory } from '../inference/history/explainHistory.ts';
import { explainNo } from '../inference/no/explainNo.ts';
import { explainFunnel } from '../inference/funnel/explainFunnel.ts';
import { explainTogether } from '../inference/history/pattern.ts';
import { personAfter } from '../inference/no/person.ts';
import type { ReadInterview } from '../inference/readInterview.ts';
import { sensitivityOf } from '../inference/no/sensitivity.ts';
import { explainSilence } from '../inference/silence/explainSilence.ts';
import { unaskedInterview, usualChanceOfNo } from '../inference/no/usual.ts';
import type { Pack } from '../pack/pack.ts';
import { employerQuestion } from '../asking/employerQuestion.ts';
import { nextInterview } from '../plan/nextChance.ts';
import { questionWorths } from '../asking/questionWorths.ts';
import type { KnownCounts } from '../answers/funnelCounts.ts';
import { isSilent, outcomeOf } from '../answers/outcome.ts';
import type { Inferred, Reasons } from '../diagnosis/inferred.ts';

/** What lay behind the latest interview, in the light of those before it. */
export function reasonsFor(pack: Pack, latest: ReadInterview, earlier: readonly ReadInterview[]): Reasons {
  return reasonsGiven(pack, latest, explainTogether(pack, [...earlier, latest], unaskedInterview(pack))?.history ?? null);
}

/** Everything that can be inferred of the latest interview, in the light of those before it. */
export function infer(pack: Pack, latest: ReadInterview, earlier: readonly ReadInterview[], counts: KnownCounts | null): Inferred {
  const together = explainTogether(pack, [...earlier, latest], unaskedInterview(pack));
  const reasons = reasonsGiven(pack, latest, together?.history ?? null);
  const { weighed, checked: { reading } } = latest;
  return {
    ...reasons,
    sensitivity: sensitivityOf(pack, reasons.explained, together?.history.before),
    pattern: together?.pattern ?? null,
    funnel: counts && counts.size > 0 && pack.funnel ? explainFunnel(pack.funnel, counts) : null,
    worths: questionWorths(pack, weighed, reading),
    employerQuestion: employerQuestion(pack, weighed, reading),
  };
}

function reasonsGiven(pack: Pack, { weighed, failed, checked: { reading } }: ReadInterview, history: ExplainedHistory | null): Reasons {
  const explained = history?.no ?? explainNo(pack, weighed);
  const usualNo = usualChanceOfNo(pack);
  const outcome = outcomeOf(pack, reading);
  return {
    explained,
    usualNo,
    next: nextInterview(pack, explained.causes, history?.person ?? personAfter(pack, explained, failed), failed),
    silence: isSilent(outcome) ? explainSilence(pack, reading, outcome, weighed, 1 - explained.chanceOfNo, 1 - usualNo) : null,
  };
}
