import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { chose, chosenOf, shownBy } from './shown.ts';
import { gridOf, itemsOf, paragraph, type Worksheet } from './worksheet.ts';

const columns = ['Find out', 'What you found'] as const;

/** What to know about an employer before the talk; what was not prepared last time comes first. */
export function researchSheet(diagnosis: Diagnosis): Worksheet {
  const business = chose(diagnosis, 'industry-question', 'general', 'could-not');
  const marked = (asks: string, missing: boolean): string => (missing ? `${asks} (missing last time)` : asks);
  const rivals = chose(diagnosis, 'employer-kind', 'public')
    ? 'Two places like it, and what sets this one apart'
    : 'Two rivals, and what sets this employer apart';
  return {
    title: 'What to find out before you go',
    sections: [
      { title: null, blocks: [paragraph('Look at their website, the news, the advert and every message they sent you. An hour is enough.')] },
      { title: 'What was missing last time', blocks: itemsOf(missingIn(diagnosis)) },
      {
        title: 'Five facts',
        blocks: [gridOf(columns, [
          marked('What they make or do, and for whom', chose(diagnosis, 'company-question', 'general', 'could-not')),
          'How many people work there, and where',
          'What is new there this year',
          'What they plan next',
          marked('What this job does for the business', business),
        ])],
      },
      {
        title: 'News, rivals, people, products',
        blocks: [gridOf(columns, [
          'A piece of news from the last six months',
          marked(rivals, business),
          marked("The people you'll meet: names, spelling and roles", chose(diagnosis, 'name-used', 'none', 'wrong')),
          'A product or service that you tried, and what you liked',
        ])],
      },
      {
        title: 'Why only here',
        blocks: [gridOf(columns, [
          marked('A reason that no other employer could give you', chose(diagnosis, 'motive-question', 'any-job', 'could-not')),
          'The same, as you would say it',
        ])],
      },
      { title: null, blocks: [paragraph('Use two of these in your answers, and one in a question of yours.')] },
    ],
  };
}

function missingIn(diagnosis: Diagnosis): readonly string[] {
  const left = stepsLeftOut(diagnosis);
  const told = ['company-question', 'industry-question', 'motive-question', 'name-used'];
  if (left.length === 0) return shownBy(diagnosis, 'prepared', ...told);
  return [...shownBy(diagnosis, ...told), `Not done last time: ${left.join('; ')}.`];
}

/** Steps of preparing, by the options of `prepared` in the core pack. */
const steps: readonly (readonly [string, string])[] = [
  ['read-site', 'reading their website'],
  ['read-news', 'reading news about them'],
  ['looked-up-people', 'looking up the people you met'],
  ['reread-advert', 'rereading the advert'],
];
const knownSteps = [...steps.map(([id]) => id), 'wrote-stories', 'practised-aloud', 'wrote-questions'];

/** Nothing where the pack asks otherwise: what it does not offer, nobody left out. */
function stepsLeftOut(diagnosis: Diagnosis): readonly string[] {
  const done = chosenOf(diagnosis, 'prepared');
  if (done === null || done.length === 0 || !done.every(each => knownSteps.includes(each))) return [];
  return steps.filter(([id]) => !done.includes(id)).map(([, words]) => words);
}
