import { prepare } from '../api/prepare.ts';
import { refused } from '../base/problem.ts';
import { bandText } from '../diagnosis/band.ts';
import type { CauseDetails, Diagnosis, Plan } from '../diagnosis/diagnosis.ts';
import { byRanking } from '../inference/ranking.ts';
import type { Pack } from '../pack/pack.ts';
import { fillMessage } from '../plan/fillMessage.ts';
import { sectionsToMarkdown } from '../report/format/markdown.ts';
import { listOf as list, type Section, textBlock } from '../report/section.ts';
import { safeToMarkdown } from '../report/toMarkdown.ts';
import { day, type JsonSchema, listOf, objectOf, oneOf, orNull, part, text, yesOrNo } from './jsonSchema.ts';
import type { Tool } from './tool.ts';
import { diagnosisIn, inInput, interviewInput, interviewKeys, interviewsIn, readInput } from './toolInput.ts';

/** More causes than these nobody takes in at once. */
const MOST_CAUSES = 5;

/** What decided it, by whose hands it lay in. */
export const parts = objectOf({ you: part(), fit: part(), them: part(), background: part(), unseen: part() });
/** The first step for the next interview, if there is one. */
export const nextTime = orNull(objectOf({ if: text(), do: text() }));
const cause: Readonly<Record<string, JsonSchema>> = {
  cause: text(), title: text(), control: oneOf(['you', 'fit', 'them']), supported: { ...yesOrNo, description: 'Whether some answer speaks for it.' },
  presence: part('That it was there, given a no.'), share: part('Its part in what decided it, given a no.'), range: orNull(listOf(part())), because: listOf(text()),
};

export function diagnoseTool(pack: Pack): Tool {
  return {
    name: 'diagnose',
    title: 'Why there was no second interview',
    description: 'Infers, from answers alone, why there was no second interview, and what to do. Give the person its text as it stands, or in your own words; add no cause of your own, and no figure that is not in it.',
    inputSchema: objectOf({ ...interviewInput, for: oneOf(['candidate', 'coach'], 'The page for the one who was turned down (unless given), or the sheet for a coach.') }, [...interviewKeys, 'for']),
    outputSchema: objectOf({
      verdict: oneOf(['mostly-you', 'mostly-them', 'both', 'too-early', 'cannot-tell', 'advanced']), headline: text(), asOf: orNull(day), parts,
      causes: { ...listOf(objectOf(cause)), description: 'Those that some answer speaks for, the likeliest first.' },
      silence: orNull(objectOf({ verdict: text(), advance: part('That an invitation is still to come.'), askFrom: orNull(day), letGoFrom: orNull(day) })),
      nextTime, message: orNull(text('What to send now; gaps stand in square brackets.')),
      ask: { ...listOf(text()), description: 'Questions that would tell most.' },
    }),
    run: input => {
      const given = readInput(input, [...interviewKeys, 'for']);
      if (!given.ok) return given;
      const diagnosis = diagnosisIn(pack, given.value);
      if (!diagnosis.ok) return diagnosis;
      const page = safeToMarkdown(diagnosis.value, { for: given.value.get('for') });
      return page.ok ? { ok: true, value: { text: page.value, data: inShort(diagnosis.value) } } : page;
    },
  };
}

/** The first step of a plan, in short. */
export function nextTimeOf({ main }: Plan): Readonly<Record<string, unknown>> | null {
  return main && { if: main.if ?? '', do: main.do };
}

/** What an assistant needs of a diagnosis: a tenth of it. */
function inShort(diagnosis: Diagnosis): Readonly<Record<string, unknown>> {
  const { headline, asOf, ranking, explanations, silence, plan } = diagnosis;
  const supported = explanations.filter(each => each.supported).sort(byRanking(ranking));
  return {
    verdict: headline.verdict, headline: headline.text, asOf, parts: diagnosis.parts,
    causes: supported.slice(0, MOST_CAUSES).map(each => ({
      cause: each.cause, title: each.title, control: each.control, supported: each.supported, presence: each.presence, share: each.share, range: each.shareRange, because: each.for.map(({ because }) => because),
    })),
    silence: silence && { verdict: silence.verdict, advance: silence.advance, askFrom: silence.askFrom, letGoFrom: silence.letGoFrom },
    nextTime: nextTimeOf(plan),
    message: plan.message && fillMessage(plan.message).text,
    ask: diagnosis.nextQuestions.map(({ question }) => question),
  };
}

export function explainCauseTool(pack: Pack): Tool {
  const sign = objectOf({ because: text(), questions: listOf(text()) });
  const fix = objectOf({ id: text(), for: oneOf(['now', 'next']), if: orNull(text()), do: text(), say: orNull(text()) });
  return {
    name: 'explain_cause',
    title: 'One cause in full',
    description: 'Everything about one cause after these answers: how likely it was there, what speaks for it and against it, what is still open, and what to do about it. Call it when they ask “why” or “why not”.',
    inputSchema: objectOf({ ...interviewInput, cause: { ...text(), examples: pack.causes.filter(({ strength }) => strength).map(({ id }) => id) } }, [...interviewKeys]),
    outputSchema: objectOf({ ...cause, why: text(), necessity: part('That without it there would have been no no.'), against: listOf(text()), open: listOf(sign), fixes: listOf(fix) }),
    run: input => {
      const given = readInput(input, [...interviewKeys, 'cause']);
      if (!given.ok) return given;
      const opened = interviewsIn(pack, given.value);
      if (!opened.ok) return opened;
      const { interviews, ...options } = opened.value;
      const interview = inInput(given.value, prepare(pack).safeHistory(interviews, options));
      if (!interview.ok) return interview;
      const details = interview.value.safeDetails(given.value.get('cause'));
      if (!details.ok) return refused(details.problems.map(problem => ({ ...problem, path: ['cause'] })));
      return { ok: true, value: { text: causeText(details.value), data: causeData(details.value) } };
    },
  };
}

function causeData({ cause: id, title, why, control, supported, presence, share, shareRange, necessity, for: speaking, against, unknown, fixes }: CauseDetails): Readonly<Record<string, unknown>> {
  return {
    cause: id, title, control, supported, presence, share, range: shareRange, because: speaking.map(({ because }) => because), why, necessity, against: against.map(({ because }) => because),
    open: unknown.map(({ because, questions }) => ({ because, questions })), fixes: fixes.map(({ id: fix, for: when, if: trigger, do: act, say }) => ({ id: fix, for: when, if: trigger, do: act, say })),
  };
}

function causeText({ title, why, band, for: speaking, against, unknown, fixes }: CauseDetails): string {
  const part = (name: string, items: readonly string[]): readonly Section[] => (items.length > 0 ? [{ title: name, blocks: list(items) }] : []);
  return sectionsToMarkdown(title, [
    { title: null, blocks: [textBlock(why), textBlock(`It was ${bandText(band)} there.`)] },
    ...part('For it', speaking.map(({ because }) => because)), ...part('Against it', against.map(({ because }) => because)),
    ...part('Not known yet', unknown.map(({ because }) => because)), ...part('What to do', fixes.map(({ if: trigger, do: act }) => (trigger === null ? act : `If ${trigger}, then ${act}`))),
  ]);
}
