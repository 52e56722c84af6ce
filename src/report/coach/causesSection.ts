import { bandText, CERTAIN, inHundred } from '../../diagnosis/band.ts';
import type { Diagnosis, Explanation } from '../../diagnosis/diagnosis.ts';
import { byRanking } from '../../inference/ranking.ts';
import { type Block, capital, inSentence, type Remark, type Section } from '../section.ts';

const MOST_FOREGROUND = 3;
/** Beside the first cause another one stands in the foreground only with a part that is worth a thought. */
const LEAST_SHARE = 0.02;
const LEAST_OF_FIRST = 0.1;
/** What was probably not there stands in the line of those with a smaller part. */
export const PERHAPS = 0.2;
const MOST_NAMED = 4;
const MOST_OPEN = 3;
/** How a reason was put, which is one fact however it was. */
const PUT = /(?:\. They were specific about it|\. It was put in words that may mean little)?\.$/;
/** From this share in 100 on, as it is printed, a cause may be called the likely reason. */
const MOST_LIKELY = 20;
const NOTHING_SPEAKS = 'What is always possible';
/** First as often as this is first as good as always. */
const MOSTLY_FIRST = 0.9;

/** All causes that answers speak for, with what speaks against them and what is open; the others in a line. */
export function causesSection(diagnosis: Diagnosis): Section {
  const { explanations, headline, silence } = diagnosis;
  const supported = explanations.filter(each => each.supported).sort(byRanking(diagnosis.ranking));
  const planned = plannedWithoutAnswers(diagnosis);
  const silent = explanations.filter(each => !each.supported && each.control !== 'you' && each.against.length === 0 && each.presence > 0 && !planned.has(each.cause));
  const decided = headline.verdict !== 'advanced' && silence === null;
  const title = titleOf(diagnosis);
  return {
    title,
    blocks: [
      ...supported.map((each, index) => causeBlock(each, index === 0, decided)),
      ...(silent.length > 0 ? [{ kind: 'text' as const, text: openText(silent, title) }] : []),
    ],
  };
}

/** No more is said than the first share bears out: a tenth of a no is not what most likely lay behind it. */
function titleOf(diagnosis: Diagnosis): string {
  const { headline, silence } = diagnosis;
  if (headline.verdict === 'advanced') return 'What could have stopped you';
  if (silence !== null) return 'If it turns out to be a no';
  const [first] = foregroundOf(diagnosis);
  if (!first) return NOTHING_SPEAKS;
  return Math.round(first.share * 100) < MOST_LIKELY ? 'What your answers point to' : 'What most likely lay behind it';
}

/** Causes with a part in the plan that only several interviews speak for: more than merely possible. */
function plannedWithoutAnswers({ explanations, plan }: Diagnosis): ReadonlySet<string> {
  const planned = new Set([plan.main, ...plan.also].map(fix => fix?.cause));
  return new Set(explanations.filter(({ cause, supported }) => !supported && planned.has(cause)).map(({ cause }) => cause));
}

/** The supported explanations that are shown in full. */
export function foregroundOf({ explanations, ranking }: Diagnosis): readonly Explanation[] {
  const supported = explanations.filter(each => each.supported && each.presence >= PERHAPS).sort(byRanking(ranking)).slice(0, MOST_FOREGROUND);
  const least = Math.max(LEAST_SHARE, LEAST_OF_FIRST * (supported[0]?.share ?? 0));
  return supported.filter((each, index) => index === 0 || each.share >= least);
}

function causeBlock(each: Explanation, first: boolean, decided: boolean): Block {
  const certain = each.presence > CERTAIN;
  return {
    kind: 'cause',
    title: certain ? each.title : `${capital(each.band.words)}: ${inSentence(each.title)}`,
    share: each.share,
    why: each.why,
    lines: [
      { mark: null, text: `Was it there? ${certain ? 'Yes, by your own answers.' : `${capital(bandText(each.band))}.`} ${decided ? 'Did' : 'Would'} it decide? ${partOf(each)}${first ? firstText(each) : ''}` },
      ...each.for.map(({ because }) => ({ mark: 'for' as const, text: because })),
      ...each.against.map(({ because }) => ({ mark: 'against' as const, text: because })),
      ...(each.generally ? [{ mark: null, text: `People who hire may put it more generally: ${inSentence(each.generally.title)}.` }] : []),
      ...(certain ? [] : openIn(each)),
    ],
  };
}

/** What other answers would show, for or against: the strongest signs that are open. */
function openIn({ unknown }: Explanation): readonly Remark[] {
  const facts = [...new Set(unknown.map(({ because }) => inSentence(because).replace(PUT, '')))];
  const shown = facts.slice(0, MOST_OPEN);
  const more = facts.length - shown.length;
  return shown.length === 0 ? [] : [{ mark: null, text: `Still open: ${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}.` }];
}

/** How sure the order is, where other sets of figures would put another one first. */
function firstText({ first, share }: Explanation): string {
  return first > MOSTLY_FIRST || share < 0.05 ? '' : ` With other fair figures it would stay first ${inHundred(first).replace('in 100', 'times in 100')}.`;
}

function partOf({ share, shareRange, necessity }: Explanation): string {
  if (share < 0.05) return 'Hardly: its part is small.';
  const [low, high] = shareRange ?? [share, share];
  const part = Math.round(high * 100) - Math.round(low * 100) < 2 ? `Its part is ${inHundred(share)}.`
    : `The figures are rough: its part may be anything from ${Math.round(low * 100)} to ${Math.round(high * 100)} in 100.`;
  const alone = necessity >= 0.1 ? ` In ${inHundred(necessity).replace('in 100', 'of 100')} cases like this it is the only reason.` : '';
  return `${part}${alone}`;
}

function openText(silent: readonly Explanation[], title: string): string {
  const sum = silent.reduce((total, { share }) => total + share, 0);
  const more = silent.length > MOST_NAMED ? `; and ${silent.length - MOST_NAMED} more` : '';
  const opening = title === NOTHING_SPEAKS ? 'Nothing in your answers speaks for or against these' : 'Always possible, and nothing in your answers speaks for or against them';
  return `${opening} (${inHundred(sum)} together): ${names(silent.slice(0, MOST_NAMED))}${more}.`;
}

function names(explanations: readonly Explanation[]): string {
  return explanations.map(({ title }) => inSentence(title)).join('; ');
}
