import { bandOf, bandText, CERTAIN } from '../../diagnosis/band.ts';
import type { Diagnosis, Explanation } from '../../diagnosis/diagnosis.ts';
import { foregroundOf } from '../coach/causesSection.ts';
import { fractionWithin } from '../fraction.ts';
import { type Block, capital, inSentence, type Section, sentence } from '../section.ts';

const MOST_NAMED = 2;
/** A silence has a likely cause from here on. */
const LIKELY = 0.45;
/** From this part on, as it is told, a cause may be called the likely one. */
const MOST_LIKELY = 0.195;

/** The causes that the page names, the likeliest first. */
export function namedIn(diagnosis: Diagnosis): readonly Explanation[] {
  const struck = new Set(diagnosis.coach?.struck.map(({ cause }) => cause));
  return foregroundOf(diagnosis).filter(({ cause }) => !struck.has(cause)).slice(0, MOST_NAMED);
}

/** What most likely lies behind a silence that is not over yet, where something speaks for it. */
export function silenceCauseSection({ silence }: Diagnosis): Section {
  const [first] = silence?.causes ?? [];
  const told = silence?.tookPlace && silence.verdict !== 'over' && first?.for[0] && first.probability >= LIKELY;
  return { title: 'Behind the silence', blocks: told ? [{ kind: 'reason', title: sentence(`${capital(bandText(bandOf(first.probability)))}: ${inSentence(first.title)}`), text: first.for[0]?.because ?? '' }] : [] };
}

/** Each cause in a few sentences: its own evidence, and one figure in words with its range. */
export function likelySection(diagnosis: Diagnosis, named: readonly Explanation[], evidence: number): Section {
  const ended = diagnosis.headline.verdict !== 'advanced' && diagnosis.silence === null;
  return { title: titleOf(diagnosis, named), blocks: named.map((each, index) => reasonBlock(each, ended, evidenceOf(each, named.slice(0, index)).slice(0, index === 0 ? evidence : 1))) };
}

function titleOf({ headline, silence }: Diagnosis, [first]: readonly Explanation[]): string {
  if (headline.verdict === 'advanced') return 'What to watch next time';
  if (silence !== null) return 'If it turns out to be a no';
  return first !== undefined && first.share >= MOST_LIKELY ? 'Most likely' : 'What your answers point to';
}

/** What answers say of it beside its title; what a cause above has said comes last. */
function evidenceOf({ title, for: reasons }: Explanation, above: readonly Explanation[]): readonly string[] {
  const told = above.flatMap(each => each.for.map(({ because }) => because));
  const own = reasons.map(({ because }) => because).filter(because => because !== sentence(title));
  return [...own.filter(because => !told.includes(because)), ...own.filter(because => told.includes(because))];
}

function reasonBlock(each: Explanation, ended: boolean, said: readonly string[]): Block {
  const evidence = said.join(' ');
  if (each.presence <= CERTAIN) return { kind: 'reason', title: sentence(`${capital(bandText(each.band))}: ${inSentence(each.title)}`), text: evidence };
  return { kind: 'reason', title: sentence(each.title), text: [evidence, partText(each, ended)].filter(text => text !== '').join(' ') };
}

function partText({ share, shareRange }: Explanation, ended: boolean): string {
  const [part, range] = fractionWithin(share, shareRange ?? [share, share]);
  const carried = `It ${ended ? 'carried' : 'would carry'}`;
  if (part === 'next to nothing') return `${carried} hardly any weight${range}.`;
  return part === 'about a twentieth' ? `${carried} little weight, ${part}${range}.` : `${carried} ${part} of the weight${range}.`;
}
