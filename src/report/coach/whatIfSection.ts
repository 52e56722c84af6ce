import { inHundred } from '../../diagnosis/band.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { AnswerChange, BeforeAfter, FixDone, WhatIf } from '../../diagnosis/whatIfOf.ts';
import { bareQuestion, type Block, listOf, type Section } from '../section.ts';

const MOST_CAUSES = 3;
/** A share that moves by less shows in no figure. */
const SHOWS = 0.01;

/** What would be otherwise with other answers, or with fixes done; and what these figures do not say. */
export function whatIfSection({ whatIf, outcome, silence }: Diagnosis): Section {
  if (!whatIf) return { title: null, blocks: [] };
  return { title: 'What if', blocks: [...answersBlocks(whatIf, silence !== null || outcome === 'advanced'), ...fixesBlocks(whatIf)] };
}

function answersBlocks(whatIf: WhatIf, open: boolean): readonly Block[] {
  const { answers, goesOn, advance, causes, association } = whatIf;
  if (answers.length === 0) return [];
  const moved = causes.filter(({ share }) => Math.abs(share.after - share.before) >= SHOWS).slice(0, MOST_CAUSES);
  return [
    { kind: 'text', text: 'With other answers:' },
    { kind: 'list', items: answers.map(changeText) },
    { kind: 'text', text: advance ? chanceText('an invitation is still to come', advance) : chanceText('someone gets through an interview like this', goesOn) },
    ...(moved.length > 0 ? [{ kind: 'text' as const, text: open ? 'If it were a no, the weights in it would shift:' : 'The weights in the no would shift:' }] : []),
    ...listOf(moved.map(({ title, share }) => `${title}: from ${partText(share.before)} to ${partText(share.after)}.`)),
    { kind: 'text', text: association ? ASSOCIATION : FACT },
  ];
}

const ASSOCIATION = 'This says how people with such answers fare. It does not say that the change alone would bring it about: who can answer like that often does other things well, too.';
const FACT = 'This is the fact itself, and not only a sign of it. By these figures, that is what changing it would have done, all else being the same.';

function partText(share: number): string {
  return share === 0 ? 'nothing' : inHundred(share);
}

function changeText({ ask, says }: AnswerChange): string {
  return `${bareQuestion(ask)} “${says.after}” instead of “${says.before}”.`;
}

/** A forecast from figures, never a promise. */
function chanceText(what: string, { before, after }: BeforeAfter): string {
  const [from, to] = [inHundred(before), inHundred(after)];
  return from === to ? `It changes little: ${what} ${inCases(from)} either way.` : `Then ${what} ${inCases(to)} instead of ${from}.`;
}

function inCases(figure: string): string {
  return `in ${figure.replace('in 100', 'of 100 cases')}`;
}

function fixText({ do: act, for: when, stops: { before, after } }: FixDone): string {
  if (before === 0) return `${act} By your answers there is nothing for it to mend${when === 'next' ? ' next time' : ''}.`;
  const [from, to] = [inHundred(before), inHundred(after)];
  const cause = `What it is for stops you ${inCases(from)}${when === 'next' ? ' next time' : ''}`;
  return `${act} ${cause}${from === to ? ', with it and without it.' : `; with it, ${inCases(to)}.`}`;
}

function fixesBlocks({ fixes, goesOn, next, answers }: WhatIf): readonly Block[] {
  const [now, ahead] = (['now', 'next'] as const).map(when => fixes.some(fix => fix.for === when));
  return [
    ...(fixes.length > 0 ? [{ kind: 'text' as const, text: 'With this done:' }] : []),
    ...listOf(fixes.map(fixText)),
    ...(now && answers.length === 0 ? [{ kind: 'text' as const, text: chanceText('someone gets through an interview like this', goesOn) }] : []),
    ...(ahead ? [{ kind: 'text' as const, text: `${chanceText('you get through the next interview', next)} That holds if these figures hold for you.` }] : []),
  ];
}
