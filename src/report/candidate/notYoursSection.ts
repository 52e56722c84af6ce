import type { Diagnosis, Explanation } from '../../diagnosis/diagnosis.ts';
import { PERHAPS } from '../coach/causesSection.ts';
import { inSentence, type Section, sentence, textBlock } from '../section.ts';

/** What lay with others: who may have been stronger first, then one bar of three parts. */
export function notYoursSection(diagnosis: Diagnosis, named: readonly Explanation[], most: number): Section {
  const { headline, outcome, parts, silence } = diagnosis;
  if (headline.verdict === 'advanced' || outcome === null) return { title: null, blocks: [] };
  return {
    title: silence === null ? "What wasn't yours" : "What wouldn't be yours",
    blocks: [
      ...rivalsOf(diagnosis, named).slice(0, most).map(textBlock),
      {
        kind: 'split',
        parts: [
          { label: 'yours to change', value: parts.you },
          { label: 'the match', value: parts.fit },
          { label: 'others, luck, the unseen', value: parts.them + parts.background + parts.unseen },
        ],
      },
    ],
  };
}

/** Of what lay with others and is not named above: what answers speak for, and the likeliest of the rest. */
function rivalsOf({ explanations }: Diagnosis, named: readonly Explanation[]): readonly string[] {
  const others = explanations.filter(each => each.control === 'them' && !named.includes(each) && each.presence >= PERHAPS).sort((a, b) => b.share - a.share);
  const shown = others.find(({ supported }) => supported);
  const always = others.find(({ supported, against }) => !supported && against.length === 0);
  return [
    ...(always ? [`Always possible, and never yours: ${sentence(inSentence(always.title))}`] : []),
    ...(shown?.for[0] ? [shown.for[0].because] : []),
  ];
}
