import { byId } from '../../base/order.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Notes, Source } from '../../pack/notes.ts';
import { foregroundOf } from './causesSection.ts';
import { listOf, type Section } from '../section.ts';

const MOST_NAMED = 3;

/** For each explanation in the foreground, where its figures and claims come from. */
export function sourcesSection(diagnosis: Diagnosis, notes: Notes): Section {
  const items = foregroundOf(diagnosis).flatMap(({ cause, title }) => {
    const cited = sourcesOf(cause, notes);
    return cited.length === 0 ? [] : [`${title}: ${namesOf(cited)}.`];
  });
  const rest = 'Where nobody has measured it, the figure is a judgement, and its range is wide.';
  return {
    title: 'What this is based on',
    blocks: items.length === 0 ? [] : [...listOf(items), { kind: 'text', text: rest }],
  };
}

/** The newest sources of a cause in a few words; empty where there are none. */
export function sourcesInShort(cause: string, notes: Notes): string {
  const cited = sourcesOf(cause, notes);
  return cited.length === 0 ? '' : namesOf(cited, 2);
}

/** Sources of the figures of a cause, and articles that claim what it says. */
function sourcesOf(cause: string, { causes, sources }: Notes): readonly Source[] {
  const notes = Object.hasOwn(causes, cause) ? causes[cause] : undefined;
  if (!notes) return [];
  const strength = Object.hasOwn(notes, 'strength') ? notes.strength : undefined;
  const from = new Set([...notes.baseRate.from, ...(strength?.from ?? [])]);
  return sources.filter(({ id, claims }) => from.has(id) || claims.some(claim => notes.claims.includes(claim.id)));
}

/** Publishers with their years, the newest first; then articles by their titles. */
function namesOf(cited: readonly Source[], most = MOST_NAMED): string {
  const newest = [...cited].sort((a, b) =>
    Number(a.kind === 'article') - Number(b.kind === 'article') || (yearOf(b) ?? 0) - (yearOf(a) ?? 0) || byId(a, b));
  const names = [...new Set(newest.map(nameOf))];
  const more = names.length > most ? `, and ${names.length - most} more` : '';
  return `${names.slice(0, most).join(', ')}${more}`;
}

/** The one who found it, and not the page that told of it. */
function nameOf(source: Source): string {
  const { kind, title, publisher } = source;
  const name = kind === 'article' ? `“${title}”` : publisher.replace(/, via .*$/, '');
  const year = yearOf(source);
  return year === undefined ? name : `${name} (${year})`;
}

function yearOf(source: Source): number | undefined {
  return Object.hasOwn(source, 'year') ? source.year : undefined;
}
