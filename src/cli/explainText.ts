import type { CauseAccount, ChosenNumber, SignAccount, SignState } from '../account/causeAccount.ts';
import type { AnswerValue } from '../answers/answers.ts';
import type { Position } from '../base/problem.ts';

const told: readonly (readonly [state: SignState, heading: string])[] = [
  ['counts', 'What counts'],
  ['outweighed', 'Shown, but a stronger sign of the same fact counts'],
  ['cancelled', 'Cancelled by an exception'],
  ['refuted', 'Refuted by the answers'],
  ['open', 'Open: not answered'],
];

/** The account of a cause for the author of its file, line by line. */
export function explainText(account: CauseAccount): string {
  const { cause, title, baseRate, signs, evidence, presence, presenceGivenNo, supported, strength, share, necessity, place, places, silence } = account;
  const lines = [
    `${cause}: ${title}`, '',
    `Before any answer   ${percent(baseRate.value)}${caseText(baseRate)}`,
    ...told.flatMap(([state, heading]) => signLines(heading, signs.filter(sign => sign.state === state))),
    '',
    `All that counts     ${weightText(evidence, presence > 0.5)}`,
    `After the answers   ${percent(presence)}, ${supported ? 'supported' : 'not supported: nothing that counts speaks for it'}`,
    `Given the no        ${percent(presenceGivenNo)}`,
    ...(strength ? [
      `Strength            ${percent(strength.value)}${caseText(strength)}`,
      `Share               ${percent(share)} of what decided it; the only reason with ${percent(necessity)}`,
    ] : []),
    ...(silence === null ? [] : [`Of the silence      ${percent(silence)}`]),
    `Place               ${place === null ? 'none in the ranking' : `${place} of ${places}`}`,
    '', ...whyNot(account),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function signLines(heading: string, signs: readonly SignAccount[]): readonly string[] {
  if (signs.length === 0) return [];
  return ['', heading, ...signs.flatMap(({ because, speaks, group, state, decibans, given: beside, answers, open, at }) => {
    const less = state === 'counts' && beside !== decibans ? `, ${weightText(beside, decibans === null)} beside the others of “${group ?? ''}”` : '';
    const given = Object.entries(answers).map(([question, answer]) => `${question}: ${inWords(answer)}`).join(', ');
    const asked = open.length > 0 ? `asks for ${open.join(', ')}` : given || 'not asked';
    return [`  ${speaks} (${weightText(decibans, speaks === 'establishes')}${less}): ${because}`, `    ${place(at)}  ${asked}`];
  })];
}

/** What keeps it from standing higher. */
function whyNot({ explainedAwayBy, wouldRaise, place: rank, presence }: CauseAccount): readonly string[] {
  const others = explainedAwayBy.length === 0 || rank === 1 ? [] : [`Also supported: ${explainedAwayBy.map(({ cause, share }) => `${cause} ${percent(share)}`).join(', ')}. What they explain need not be explained by this one.`];
  if (presence === 1) return others;
  if (wouldRaise.length === 0) return [...others, 'No answer to a question that is open would raise it.'];
  return [...others, 'Would raise it most:', ...wouldRaise.map(({ question, answer, presence: then, share }) => `  ${question}: ${inWords(answer)} → ${percent(then)} there, ${percent(share)} of what decided it`)];
}

function caseText({ value, usual, range, at }: ChosenNumber): string {
  const within = range ? ` (${percent(range[0])} to ${percent(range[1])})` : '';
  return `${within}${value === usual ? '' : `, usually ${percent(usual)}`}  ${place(at)}`;
}

function weightText(decibans: number | null, isFor: boolean): string {
  if (decibans === null) return isFor ? 'certain' : 'impossible';
  return `${decibans < 0 ? '−' : '+'}${Math.abs(decibans).toFixed(1)} decibans`;
}

function percent(probability: number): string {
  const hundredths = probability * 100;
  return `${hundredths !== 0 && hundredths < 10 ? hundredths.toFixed(1) : Math.round(hundredths)}%`;
}

function inWords(answer: AnswerValue): string {
  return Array.isArray(answer) ? `[${answer.join(', ')}]` : String(answer);
}

function place({ file, line }: Position): string {
  return `${file}:${line}`;
}
