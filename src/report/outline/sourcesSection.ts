import type { CitedSource, Diagnosis } from '../../diagnosis/diagnosis.ts';
import { foregroundOf } from './causesSection.ts';
import { listOf, type Section } from './section.ts';

const MOST_NAMED = 3;

/** For each explanation in the foreground, where its figures and claims come from. */
export function sourcesSection(diagnosis: Diagnosis): Section {
  const byId = new Map(diagnosis.sources.map(source => [source.id, source]));
  const items = foregroundOf(diagnosis).flatMap(({ title, basedOn }) => {
    const cited = basedOn.flatMap(id => byId.get(id) ?? []);
    return cited.length === 0 ? [] : [`${title}: ${namesOf(cited)}.`];
  });
  return {
    title: 'What this is based on',
    blocks: items.length === 0 ? [] : [...listOf(items), { kind: 'text', text: 'Where nobody has measured it, the figure is a judgement, and its range is wide.' }],
  };
}

/** Publishers with their years, the newest first; then articles by their titles. */
function namesOf(cited: readonly CitedSource[]): string {
  const newest = [...cited].sort((a, b) => Number(a.kind === 'article') - Number(b.kind === 'article') || (b.year ?? 0) - (a.year ?? 0) || (a.id < b.id ? -1 : 1));
  const names = [...new Set(newest.map(nameOf))];
  return `${names.slice(0, MOST_NAMED).join(', ')}${names.length > MOST_NAMED ? `, and ${names.length - MOST_NAMED} more` : ''}`;
}

/** The one who found it, and not the page that told of it. */
function nameOf({ kind, title, publisher, year }: CitedSource): string {
  const name = kind === 'article' ? `“${title}”` : publisher.replace(/, via .*$/, '');
  return year === null ? name : `${name} (${year})`;
}
