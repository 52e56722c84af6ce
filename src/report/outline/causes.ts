import { bandText, CERTAIN, inHundred } from '../band.ts';
import type { Diagnosis, Explanation } from '../diagnosis.ts';
import { type Block, capital, inSentence, type Section } from './section.ts';

const MOST_FOREGROUND = 3;
/** Beside the first cause another one stands in the foreground only with a part that is worth a thought. */
const LEAST_SHARE = 0.02;
const LEAST_OF_FIRST = 0.1;
const MOST_NAMED = 4;
/** First as often as this is first as good as always. */
const MOSTLY_FIRST = 0.9;

/** The causes that answers speak for, at most three in full; the others in a line. */
export function causesSection(diagnosis: Diagnosis): Section {
  const { explanations, headline, silence } = diagnosis;
  const foreground = foregroundOf(diagnosis);
  const rest = explanations.filter(each => each.supported && !foreground.includes(each));
  const silent = explanations.filter(each => !each.supported && each.control !== 'you' && each.against.length === 0 && each.presence > 0);
  const decided = headline.verdict !== 'advanced' && silence === null;
  const title = headline.verdict === 'advanced' ? 'What could have stopped you'
    : silence !== null ? 'If it turns out to be a no' : 'What most likely lay behind it';
  return {
    title,
    blocks: [
      ...foreground.map((each, index) => causeBlock(each, index + 1, decided)),
      ...(rest.length > 0 ? [{ kind: 'text' as const, text: `Also in your answers, with a smaller part: ${names(rest)}.` }] : []),
      ...(silent.length > 0 ? [{ kind: 'text' as const, text: alwaysPossible(silent) }] : []),
    ],
  };
}

/** The supported explanations that are shown in full. */
export function foregroundOf({ explanations }: Diagnosis): readonly Explanation[] {
  const supported = explanations.filter(each => each.supported).slice(0, MOST_FOREGROUND);
  const least = Math.max(LEAST_SHARE, LEAST_OF_FIRST * (supported[0]?.share ?? 0));
  return supported.filter((each, index) => index === 0 || each.share >= least);
}

function causeBlock(each: Explanation, number: number, decided: boolean): Block {
  const settling = new Set(each.unknown.flatMap(({ questions }) => questions)).size;
  const certain = each.presence > CERTAIN;
  const [was, did] = decided ? ['Was it there?', 'Did it decide?'] : ['Is it there?', 'Would it decide?'];
  return {
    kind: 'cause',
    number,
    title: certain ? each.title : `${capital(each.band.words)}: ${inSentence(each.title)}`,
    share: each.share,
    why: each.why,
    lines: [
      { mark: null, text: `${was} ${certain ? 'Yes, by your own answers.' : `${capital(bandText(each.band))}.`} ${did} ${partOf(each)}${number === 1 ? firstText(each) : ''}` },
      ...each.for.map(({ because }) => ({ mark: 'for' as const, text: because })),
      ...each.against.map(({ because }) => ({ mark: 'against' as const, text: because })),
      ...(settling > 0 && !certain ? [{ mark: null, text: `${settling === 1 ? 'One more answer' : `${settling} more answers`} would tell more about this.` }] : []),
    ],
  };
}

/** How sure the order is, where other sets of figures would put another one first. */
function firstText({ first, share }: Explanation): string {
  return first > MOSTLY_FIRST || share < 0.05 ? '' : ` With other figures in their ranges it stays first ${inHundred(first).replace('in 100', 'times in 100')}.`;
}

function partOf({ share, shareRange: [low, high], necessity }: Explanation): string {
  if (share < 0.05) return 'Hardly: its part is small.';
  const rough = Math.round(high * 100) - Math.round(low * 100) < 2 ? '' : ` The figures behind that are rough: anything from ${Math.round(low * 100)} to ${Math.round(high * 100)} would fit them.`;
  const alone = necessity >= 0.1 ? ` In ${inHundred(necessity).replace('in 100', 'of 100')} cases like this it is the only reason.` : '';
  return `Its part is ${inHundred(share)}.${rough}${alone}`;
}

function alwaysPossible(silent: readonly Explanation[]): string {
  const sum = silent.reduce((total, { share }) => total + share, 0);
  const more = silent.length > MOST_NAMED ? `; and ${silent.length - MOST_NAMED} more` : '';
  return `Always possible, while nothing in your answers speaks for or against it (${inHundred(sum)} together): ${names(silent.slice(0, MOST_NAMED))}${more}.`;
}

function names(explanations: readonly Explanation[]): string {
  return explanations.map(({ title }) => inSentence(title)).join('; ');
}
