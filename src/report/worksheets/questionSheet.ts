import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { type AskingGroup, askingPool } from './askingPool.ts';
import { chose, shownOf } from './shown.ts';
import { emptyRow, type GridGroup, itemsOf, paragraph, type Worksheet } from './worksheet.ts';

/** Ten questions to the employer, those first that the answers call for. */
export function questionSheet(diagnosis: Diagnosis): Worksheet {
  return {
    title: 'Ten questions to ask them',
    sections: [
      { title: null, blocks: [paragraph(openingFor(diagnosis))] },
      { title: 'What your answers show', blocks: itemsOf(shownOf(diagnosis, 'no-questions')) },
      {
        title: 'Your questions',
        blocks: [{ kind: 'grid', columns: ['Your question', 'What they said'], groups: groupsFor(diagnosis) }],
      },
      { title: 'Better left for later', blocks: itemsOf(leftFor(diagnosis)) },
    ],
  };
}

function openingFor(diagnosis: Diagnosis): string {
  const nobodyThere = chose(diagnosis, 'format', 'recorded') ? ' If nobody is there to ask, send two of them with your thanks.' : '';
  return `Mark the three or four that matter most to you. Listen, note what they say, and ask one thing more about it.${nobodyThere}`;
}

function groupsFor(diagnosis: Diagnosis): readonly GridGroup[] {
  let number = 0;
  return askingPool.map(group => ({
    title: group.title,
    rows: askedOf(group, diagnosis).map(ask => {
      number += 1;
      return emptyRow(`${number}. ${ask}`);
    }),
  }));
}

function askedOf({ pool, asked }: AskingGroup, diagnosis: Diagnosis): readonly string[] {
  const always = pool.filter(each => each.always);
  const fitting = pool.filter(each => each.if?.(diagnosis) === true);
  const others = pool.filter(each => !each.always && each.if === undefined);
  return [...always, ...fitting, ...others].slice(0, asked).map(({ ask }) => ask);
}

function leftFor(diagnosis: Diagnosis): readonly string[] {
  return [
    chose(diagnosis, 'terms', 'asked-first')
      ? 'Last time you raised pay, holidays or perks first. This time, wait until they do.'
      : 'Pay and holidays: wait until they raise them.',
    'Whatever their website says already.',
  ];
}
