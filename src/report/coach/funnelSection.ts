import { power } from '../../base/elementary.ts';
import type { FunnelReport, FunnelStep } from '../../inference/funnel/explainFunnel.ts';
import type { FunnelStage } from '../../pack/funnelStages.ts';
import { inHundred } from '../../diagnosis/band.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { capital, countInWords, listOf, type Section } from '../section.ts';

/** A step that is rarer than this is named though it does not stand out. */
const NOTABLE = 0.1;
/** Rates below this have no number of their own. */
const LEAST = 0.005;

const stages: Readonly<Record<FunnelStage, { readonly one: string; readonly many: string }>> = {
  sent: { one: 'application', many: 'applications' },
  screens: { one: 'first call', many: 'first calls' },
  'first-interviews': { one: 'first interview', many: 'first interviews' },
  'second-interviews': { one: 'second interview', many: 'second interviews' },
  offers: { one: 'offer', many: 'offers' },
};

/** What it means that a search stops after this stage. */
const meanings: Readonly<Record<FunnelStage, string>> = {
  sent: 'What decides before a first call is the application, and this tool does not ask about that. Show your CV and a letter to someone who hires in your field, or to a career service.',
  screens: 'It stops at the first call. The causes above fit it best if your answers are about one of those calls.',
  'first-interviews': 'It stops at the first interview, and that is what the causes above are about.',
  'second-interviews': 'It stops after the second interview, so your first ones work. Look at what comes late, such as references, checks, pay and start, and ask once what would have made the difference.',
  offers: '',
};

/** At which step of the whole search fewer go on than usual, or that the numbers are too few to tell. */
export function funnelSection({ funnel }: Diagnosis): Section {
  if (!funnel) return { title: null, blocks: [] };
  return {
    title: 'Where your search stops',
    blocks: [...pictureOf(funnel).map(text => ({ kind: 'text' as const, text })), ...listOf(funnel.steps.map(step => stepText(step, funnel.unusual)))],
  };
}

/** What it means that the search stops where it does, if anywhere. */
export function meaningOf({ bottleneck }: FunnelReport): string {
  return bottleneck === null ? '' : meanings[bottleneck];
}

function pictureOf(funnel: FunnelReport): readonly string[] {
  const { steps, bottleneck, unusual } = funnel;
  const narrow = steps.find(({ from }) => from === bottleneck);
  if (narrow) {
    const figures = `${capital(countsOf(narrow))}: with the usual rates that happens to ${inHundred(narrow.lowerTail)} people.`;
    return [`${figures} This is where your search stands out, unless some of it is still open. ${ownRate(narrow)}`, meanings[narrow.from], ...heldTo(funnel)];
  }
  if (steps.length === 0) return ['These counts do not tell yet where your search stops: that takes two stages in a row, with a 0 where nothing came.'];
  const rarest = steps.reduce((rare, each) => (each.lowerTail < rare.lowerTail ? each : rare));
  return [
    steps.some(({ verdict }) => verdict === 'too-few') || steps.every(step => tooFew(step, unusual))
      ? 'These numbers are too few to tell where your search stops.'
      : 'No step stands out: at none of them do unusually few get through.',
    ...(rarest.lowerTail < NOTABLE ? [`Nearest to it come ${countsOf(rarest)}, as happens to ${inHundred(rarest.lowerTail)} people with the usual rates.`, ...heldTo(funnel)] : []),
  ];
}

function countsOf({ from, to, tried, passed }: FunnelStep): string {
  return `${counted(tried, from)} and ${counted(passed, to)}`;
}

function ownRate({ posterior: { mean, from, to } }: FunnelStep): string {
  return `Your own rate here is probably ${inHundred(mean)}${mean < LEAST ? '' : `, somewhere from ${from < LEAST ? 'next to 0' : bare(from)} to ${bare(to)}`}.`;
}

function heldTo({ steps, unusual }: FunnelReport): readonly string[] {
  return steps.length === 1 ? [] : [`With ${steps.length} steps to look at, one may look odd by chance, so only what happens to fewer than ${bare(unusual)} in 100 people counts here.`];
}

/**
 * Too few tries to tell anything: neither none nor all going on would be unusual. Both tails are at least what they
 * would be if everyone had the usual rate, as people differ in it.
 */
function tooFew({ tried, expected, verdict }: FunnelStep, unusual: number): boolean {
  return verdict === 'too-few' || (verdict === 'as-expected' && Math.min(power(expected, tried), power(1 - expected, tried)) >= unusual);
}

function stepText(step: FunnelStep, unusual: number): string {
  const { from, to, tried, passed, expected, verdict } = step;
  return `From ${stages[from].many} to ${stages[to].many}: ${passed} of ${tried}, where ${inHundred(expected)} is usual. ${verdictText(tooFew(step, unusual) ? 'too-few' : verdict, passed / tried < expected)}`;
}

function verdictText(verdict: FunnelStep['verdict'], fewer: boolean): string {
  switch (verdict) {
    case 'below':
      return 'Unusually few.';
    case 'above':
      return 'Unusually many.';
    case 'too-few':
      return 'Too few to tell.';
    case 'as-expected':
      return fewer ? 'Fewer, but not unusually few.' : 'As many as usual, or more.';
  }
}

function counted(count: number, stage: FunnelStage): string {
  const { one, many } = stages[stage];
  return `${countInWords(count)} ${count <= 1 ? one : many}`;
}

/** “3”: a share in a hundred, without the words around it. */
function bare(share: number): string {
  return inHundred(share).replace(/^about | in 100$/g, '');
}
