import type { Diagnosis, Explanation } from '../../diagnosis/diagnosis.ts';
import { listOf, type Section, textBlock } from '../section.ts';

/** What to keep doing: nothing whose answer also speaks for a cause that the page names. */
export function keepSection({ strengths }: Diagnosis, named: readonly Explanation[], most: number): Section {
  const speaking = new Set(named.flatMap(each => each.for).flatMap(({ answers }) => answers.map(({ question }) => question)));
  const kept = strengths.filter(({ answers }) => !answers.some(({ question }) => speaking.has(question)));
  return { title: 'Keep', blocks: listOf(kept.slice(0, most).map(({ because }) => because)) };
}

/** The one belief to drop: none that calls untrue what the page names. */
export function beliefSection({ beliefs }: Diagnosis, named: readonly Explanation[]): Section {
  const causes = named.map(({ cause }) => cause);
  const belief = beliefs.find(({ denies }) => denies === null || !causes.includes(denies));
  return { title: 'Easy to think, and not so', blocks: belief ? [textBlock(`“${belief.belief}” ${shortly(belief.truer)}`)] : [] };
}

const LONGEST = 40;

/** The first sentences, as many as are quickly read. */
function shortly(text: string): string {
  const sentences = text.match(/[^.?!]+(?:[.?!](?=\S)[^.?!]+)*[.?!]+["”’]?/g) ?? [text];
  let short = '';
  for (const each of sentences) {
    const longer = `${short}${each}`;
    if (short !== '' && longer.split(/\s+/).length > LONGEST) break;
    short = longer;
  }
  return short.trim();
}
