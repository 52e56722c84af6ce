import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Notes } from '../../pack/notes.ts';
import { coachSection } from '../coach/coachSection.ts';
import { timelineBlock } from '../coach/patternSection.ts';
import { sourcesInShort } from '../coach/sourcesSection.ts';
import { whatIfSection } from '../coach/whatIfSection.ts';
import { sectionsToText } from '../format/text.ts';
import { type Block, bareQuestion, capital, countInWords, listOf, type Section, textBlock } from '../section.ts';
import { beliefSection, keepSection } from './keepSection.ts';
import { likelySection, namedIn, silenceCauseSection } from './likelySection.ts';
import { notYoursSection } from './notYoursSection.ts';
import { todoSection } from './todoSection.ts';
import { waitingText } from './waitingText.ts';
import { patternText } from './patternText.ts';

/** One screen, and what someone reads who has just been turned down. */
const MOST_WORDS = 220;
const MOST_LINES = 35;

/** How much of what can be left out is told. */
interface Room {
  /** Several interviews on a line of time. */
  readonly timeline: boolean;
  readonly causes: number;
  /** Of the first cause. */
  readonly evidence: number;
  /** How much is told of what lay with others. */
  readonly rivals: number;
  readonly keep: number;
  readonly belief: boolean;
}

/** From all of it to what is never left out: what helps least goes first. */
const rooms: readonly Room[] = [
  { timeline: true, causes: 2, evidence: 2, rivals: 2, keep: 3, belief: true },
  { timeline: true, causes: 2, evidence: 1, rivals: 1, keep: 1, belief: false },
  { timeline: false, causes: 2, evidence: 2, rivals: 2, keep: 3, belief: true },
  { timeline: false, causes: 2, evidence: 2, rivals: 1, keep: 2, belief: true },
  { timeline: false, causes: 2, evidence: 1, rivals: 1, keep: 2, belief: true },
  { timeline: false, causes: 2, evidence: 1, rivals: 1, keep: 1, belief: true },
  { timeline: false, causes: 2, evidence: 1, rivals: 1, keep: 2, belief: false },
  { timeline: false, causes: 2, evidence: 1, rivals: 1, keep: 1, belief: false },
  { timeline: false, causes: 2, evidence: 1, rivals: 1, keep: 0, belief: false },
  { timeline: false, causes: 1, evidence: 1, rivals: 1, keep: 1, belief: false },
  { timeline: false, causes: 1, evidence: 1, rivals: 1, keep: 0, belief: false },
  { timeline: false, causes: 1, evidence: 1, rivals: 0, keep: 0, belief: false },
];

/**
 * The page for the one who was turned down: two sentences that fit the case, what most likely lay behind it, what was
 * not theirs, what to do, what to keep. Where it would be longer than one screen, what helps least is left out.
 *
 * @param how - how to get at the coach's sheet from here, as “ (--for coach)”
 * @param notes - those of the pack, to name the sources where there is room for them
 */
export function candidateSheet(diagnosis: Diagnosis, how = '', notes?: Notes): readonly Section[] {
  let bare: readonly Section[] = [];
  for (const room of rooms) {
    bare = sectionsWithin(diagnosis, room, how);
    if (!fits(bare)) continue;
    const sourced = notes ? sectionsWithin(diagnosis, room, how, notes) : bare;
    return fits(sourced) ? sourced : bare;
  }
  return bare;
}

function fits(sections: readonly Section[]): boolean {
  const text = sectionsToText(sections, { width: 80, colour: false });
  return wordsIn(text) <= MOST_WORDS && text.trimEnd().split('\n').length <= MOST_LINES;
}

/** Words and figures; bars are none. */
export function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}

function sectionsWithin(diagnosis: Diagnosis, { timeline, causes, evidence, rivals, keep, belief }: Room, how: string, notes?: Notes): readonly Section[] {
  const named = namedIn(diagnosis).slice(0, causes);
  const sections: readonly Section[] = [
    { title: null, blocks: [diagnosis.headline.text, patternText(diagnosis), waitingText(diagnosis)].filter(text => text !== '').map(textBlock) },
    whatIfSection(diagnosis),
    { title: null, blocks: timeline && diagnosis.pattern ? [timelineBlock(diagnosis.pattern)] : [] },
    ...(rivals > 0 ? [silenceCauseSection(diagnosis)] : []),
    likelySection(diagnosis, named, evidence),
    askedSection(diagnosis, named.length > 0),
    notYoursSection(diagnosis, named, rivals),
    coachSection(diagnosis),
    todoSection(diagnosis),
    keepSection(diagnosis, named, keep),
    ...(belief ? [beliefSection(diagnosis, named)] : []),
    { title: null, blocks: [moreBlock(diagnosis, how, notes && named[0] ? sourcesInShort(named[0].cause, notes) : '')] },
  ];
  return sections.filter(({ blocks }) => blocks.length > 0);
}

/** What would tell most, where nothing is known. */
function askedSection({ headline, nextQuestions }: Diagnosis, known: boolean): Section {
  if (known || headline.verdict === 'advanced') return { title: null, blocks: [] };
  return { title: `${capital(countInWords(nextQuestions.length))} answer${nextQuestions.length === 1 ? '' : 's'} would tell most`, blocks: listOf(nextQuestions.map(({ ask }) => bareQuestion(ask))) };
}

function moreBlock({ notes }: Diagnosis, how: string, sources: string): Block {
  const leftOut = notes.length === 0 ? '' : ` Left out, as it does not apply after your other answers: ${countInWords(notes.length)} of your answers.`;
  return textBlock(`More, with all figures and sources: the coach's sheet${how}.${sources === '' ? '' : ` Based on ${sources}.`}${leftOut}`);
}
