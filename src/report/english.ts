import type { Block, Section } from './section.ts';

/** Which English a report is written in. */
export type English = 'uk' | 'us';

/** What Americans write otherwise: whole words, as they stand in the texts of packs and reports. */
const american: Readonly<Record<string, string>> = {
  CV: 'resume', CVs: 'resumes', advert: 'ad', adverts: 'ads', holiday: 'vacation', holidays: 'vacations', mobile: 'cell phone',
  apologise: 'apologize', apologised: 'apologized', apologising: 'apologizing', organise: 'organize', organised: 'organized', organisation: 'organization', organisations: 'organizations',
  realise: 'realize', realised: 'realized', recognise: 'recognize', recognised: 'recognized', reorganised: 'reorganized', practise: 'practice', practised: 'practiced', practising: 'practicing', programme: 'program', programmes: 'programs', favour: 'favor', favours: 'favors',
  behaviour: 'behavior', colour: 'color', colours: 'colors', honour: 'honor', labour: 'labor', neighbour: 'neighbor', judgement: 'judgment', cancelled: 'canceled', licence: 'license',
  catalogue: 'catalog', centre: 'center', cheque: 'check', enquiry: 'inquiry', 'a fortnight': 'two weeks', fortnight: 'two weeks', grey: 'gray', queue: 'line', towards: 'toward', tidied: 'straightened',
};

/** Words, and “a fortnight” as one of them: “two weeks” have no article. */
const words = /\b(?:a )?fortnight\b|\p{L}+/giu;

/** A text in that English. */
export function inEnglish(text: string, english: English): string {
  if (english === 'uk') return text;
  return text.replaceAll(words, word => {
    const small = word.toLowerCase();
    if (Object.hasOwn(american, word)) return american[word] ?? word;
    return Object.hasOwn(american, small) && word === capitalised(small) ? capitalised(american[small] ?? small) : word;
  });
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What a client or their coach said is theirs, and stays: these are the words before it. */
const theirs = /^(?:Your own view|Agreed): /;

/** All texts of sections in that English. */
export function sectionsIn(sections: readonly Section[], english: English): readonly Section[] {
  const said = (text: string): string => (theirs.test(text) ? text : inEnglish(text, english));
  return english === 'uk' ? sections : sections.map(({ title, blocks }) => ({ title: title === null ? null : said(title), blocks: blocks.map(block => blockIn(block, said)) }));
}

/** Every text of a block, whatever its kind: kinds and marks are no words of the table. */
function blockIn<T extends Block>(block: T, said: (text: string) => string): T {
  const within = (value: unknown): unknown => {
    if (typeof value === 'string') return said(value);
    if (Array.isArray(value)) return value.map(within);
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === 'id' ? part : within(part)])) : value;
  };
  return within(block) as T;
}
