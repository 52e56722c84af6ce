import { plainEntries } from '../base/plainObject.ts';
import { type Checked, refused } from '../base/problem.ts';
import { showAny } from '../base/show.ts';
import { strayOptions } from '../base/strayOptions.ts';
import { isPack } from '../pack/isPack.ts';
import type { Pack, Question } from '../pack/pack.ts';

/** Options of `toSurveyJs` and `toJsonSchema`. */
export interface FormOptions {
  /** Only the short intake; the whole questionnaire unless given. */
  readonly short?: boolean;
}

/** A part of a form: a section of the pack, with its questions and their places in it. */
export interface FormPage {
  readonly section: Pack['sections'][number];
  readonly questions: readonly { readonly index: number; readonly question: Question }[];
}

/** Makes a form of a pack of any origin, page by page. */
export function formOf<T>(pack: unknown, options: unknown, write: (pack: Pack, pages: readonly FormPage[]) => T): Checked<T> {
  const entries = plainEntries(options, 'options', '{ "short": true }');
  if (!entries.ok) return entries;
  const given = new Map(entries.value.filter(([, value]) => value !== undefined));
  const problems = strayOptions(given.keys(), ['short']);
  const short = given.get('short') ?? false;
  if (typeof short !== 'boolean') problems.push({ code: 'wrong-kind', message: `“short” takes whether only the short intake is asked, not ${showAny(short)}`, hint: 'write true or false', path: ['short'] });
  if (!isPack(pack)) problems.push(noPack(pack));
  if (problems.length > 0 || !isPack(pack)) return refused(problems);
  try {
    return { ok: true, value: write(pack, pagesOf(pack, short === true)) };
  } catch {
    return refused([brokenPack]);
  }
}

export function noPack(pack: unknown): { readonly code: 'wrong-kind'; readonly message: string; readonly hint: string; readonly path: readonly string[] } {
  return { code: 'wrong-kind', message: `“pack” takes a pack, not ${showAny(pack)}`, hint: 'pass corePack, or what loadPack gave', path: ['pack'] };
}

export const brokenPack = { code: 'wrong-kind', message: '“pack” takes a pack, and this one is broken: something in it leads to nothing', hint: 'pass what loadPack gave, as it gave it', path: ['pack'] } as const;

function pagesOf({ sections, questions }: Pack, short: boolean): readonly FormPage[] {
  const asked = questions.map((question, index) => ({ index, question })).filter(({ question }) => !short || question.core === true);
  return sections.map(section => ({ section, questions: asked.filter(({ question }) => question.section === section.id) })).filter(page => page.questions.length > 0);
}
