import { compileCondition } from './compileCondition.ts';
import type { PackScope } from './compileCause.ts';
import type { Condition } from '../../pack/condition.ts';
import type { Standing } from '../../pack/logic.ts';
import type { Pack } from '../../pack/pack.ts';
import type { ParsedFile } from '../files/parseFile.ts';
import type { PackFile } from '../files/fileSchemas.ts';
import { compileDraft } from './compileDraft.ts';
import { type MessagePlace, type Messages, occasions } from '../../pack/words.ts';
import { compileFunnel } from './compileFunnel.ts';
import { compileWaiting } from './compileWaiting.ts';
import { checkReason, checkSources, compileSourced, probabilityOf } from './compileSourced.ts';

/** What `pack.yaml` says besides names: background, standing and contradictions. */
export function compileHead(file: ParsedFile<PackFile>, scope: PackScope): Pick<Pack, 'background' | 'standing' | 'focus' | 'waiting' | 'funnel' | 'askNothingIf' | 'askDirectlyIf' | 'sendNothingIf' | 'contradictions' | 'messages' | 'flags'> {
  const { background, standing, focus, waiting, funnel, contradictions = [] } = file.value;
  if (probabilityOf(background.value) <= 0 || probabilityOf(background.value) >= 1) {
    const path = ['background', 'value'];
    scope.problems.push({ code: 'out-of-range', message: 'luck can never be nothing, nor everything', hint: 'write a number between 0% and 100%, such as 3%', path, at: scope.file.place(path) });
  }
  const optional = <K extends string>(name: K, key: 'ask-nothing-if' | 'ask-directly-if' | 'send-nothing-if'): { readonly [key in K]?: Condition } => {
    const words = file.value[key];
    const given: readonly (readonly [K, Condition])[] = words === undefined ? [] : [[name, compileCondition(words, [key], scope)]];
    return Object.fromEntries(given) as { readonly [key in K]?: Condition };
  };
  return {
    background: compileSourced(background.value, background, ['background'], scope),
    standing: compileStanding(standing, scope),
    ...(focus ? { focus: compileSourced(focus.value, focus, ['focus'], scope) } : {}),
    ...(waiting ? { waiting: compileWaiting(waiting, scope) } : {}),
    ...(funnel ? { funnel: compileFunnel(funnel, scope) } : {}),
    ...optional('askNothingIf', 'ask-nothing-if'),
    ...optional('askDirectlyIf', 'ask-directly-if'),
    ...optional('sendNothingIf', 'send-nothing-if'),
    ...(file.value.messages ? { messages: compileMessages(file.value.messages, scope) } : {}),
    ...(file.value.flags ? { flags: file.value.flags.map(({ id, when, says }, index) => ({ id, when: compileCondition(when, ['flags', index, 'when'], scope), says })) } : {}),
    contradictions: contradictions.map(({ when, because }, index) => ({ when: compileCondition(when, ['contradictions', index, 'when'], scope), because })),
  };
}

function compileMessages(messages: NonNullable<PackFile['messages']>, scope: PackScope): Messages {
  return Object.fromEntries(occasions.flatMap(occasion => {
    const places = messages[occasion];
    return places === undefined ? [] : [[occasion, places.map(({ place, words, asks }, index): MessagePlace =>
      ({ place, ...(words === undefined ? {} : { words: compileDraft(words, ['messages', occasion, index, 'words'], scope) }), ...(asks === undefined ? {} : { asks: true as const }) }))]];
  }));
}

/** The places of all messages, in their order. */
export function placesIn({ messages }: PackFile): ReadonlySet<string> | null {
  return messages ? new Set(occasions.flatMap(occasion => (messages[occasion] ?? []).map(({ place }) => place))) : null;
}

function compileStanding(words: PackFile['standing'], scope: PackScope): Standing {
  const levels = words.levels.map(({ stops, weight }) => ({ stops: probabilityOf(stops), weight: probabilityOf(weight) }));
  const sum = levels.reduce((total, { weight }) => total + weight, 0);
  if (Math.abs(sum - 1) > 1e-9) {
    const path = ['standing', 'levels'];
    scope.problems.push({ code: 'out-of-range', message: `the weights add to ${Math.round(sum * 1000) / 10}%`, hint: 'they are shares of all candidates and add to 100%', path, at: scope.file.place(path, 'key') });
  }
  checkSources(words.from, ['standing', 'from'], scope);
  checkReason(words, ['standing'], scope, 'from');
  return { levels: levels.map(({ stops, weight }) => ({ stops, weight: weight / sum })) };
}
