import { inHundred } from '../../diagnosis/band.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { listOf, type Section } from '../section.ts';

/** What the model reckons with, and how sure it is of its order. */
export function figuresSection({ usualNo, steadiness, plan: { chance }, pack: { id, version } }: Diagnosis): Section {
  return {
    title: 'The figures behind it',
    blocks: listOf([
      `Of 100 people of whom nothing is known, ${inHundred(usualNo).replace(' in 100', '')} do not get through to the next round.`,
      ...(steadiness === null ? [] : [`The first explanation stays first with ${inHundred(steadiness).replace('in 100', 'of 100')} sets of figures within their ranges.`]),
      `The next interview, elsewhere, goes well in ${inHundred(chance.asItStands).replace('in 100', 'of 100')} cases as it stands, and in ${inHundred(chance.withPlan).replace('in 100', 'of 100')} with the whole plan, if these figures hold.`,
      `Shares are exact for the rules “${id}” ${version}; the rules themselves are rough, and their ranges say how rough.`,
    ]),
  };
}
