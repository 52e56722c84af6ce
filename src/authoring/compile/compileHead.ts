import { compileCondition } from './compileCondition.ts';
import type { PackScope } from './compileCause.ts';
import type { Standing } from '../../pack/logic.ts';
import type { Pack } from '../../pack/pack.ts';
import type { ParsedFile } from '../files/parseFile.ts';
import type { PackFile } from '../files/fileSchemas.ts';
import { compileFunnel } from './compileFunnel.ts';
import { compileWaiting } from './compileWaiting.ts';
import { checkReason, checkSources, compileSourced, probabilityOf } from './compileSourced.ts';

/** What `pack.yaml` says besides names: background, standing and contradictions. */
export function compileHead(file: ParsedFile<PackFile>, scope: PackScope): Pick<Pack, 'background' | 'standing' | 'focus' | 'waiting' | 'funnel' | 'askNothingIf' | 'contradictions'> {
  const { background, standing, focus, waiting, funnel, contradictions = [] } = file.value;
  if (probabilityOf(background.value) <= 0 || probabilityOf(background.value) >= 1) {
    const path = ['background', 'value'];
    scope.problems.push({ code: 'out-of-range', message: 'luck can never be nothing, nor everything', hint: 'write a number between 0% and 100%, such as 3%', path, at: scope.file.place(path) });
  }
  return {
    background: compileSourced(background.value, background, ['background'], scope),
    standing: compileStanding(standing, scope),
    ...(focus ? { focus: compileSourced(focus.value, focus, ['focus'], scope) } : {}),
    ...(waiting ? { waiting: compileWaiting(waiting, scope) } : {}),
    ...(funnel ? { funnel: compileFunnel(funnel, scope) } : {}),
    ...(file.value['ask-nothing-if'] === undefined ? {} : { askNothingIf: compileCondition(file.value['ask-nothing-if'], ['ask-nothing-if'], scope) }),
    contradictions: contradictions.map(({ when, because }, index) => ({ when: compileCondition(when, ['contradictions', index, 'when'], scope), because })),
  };
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
