import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { lintRuleIds } from '../../src/authoring/files/lintRuleIds.ts';
import { formatProblems } from '../../src/base/problem.ts';
import { lintRules, safeLintPack } from '../../src/lint/lintPack.ts';
import type { Finding, LintRule } from '../../src/lint/rule.ts';
import { tinyFiles } from '../tinyPack.ts';

const fileOf = { pack: 'pack.yaml', questions: 'questions.yaml', cause: 'causes/late.yaml', beliefs: 'beliefs.yaml', sources: 'sources.yaml' } as const;

interface Named { readonly id: string }

/** The tiny pack with what stands on a page of a rule in place of its own: lists whole, but questions one by one. */
function withSnippet({ file }: LintRule, snippet: string): ReadonlyMap<string, string> {
  const path = fileOf[file];
  const [before, parts] = [parse(tinyFiles.get(path) as string) as object, parse(snippet) as object];
  if (Array.isArray(parts)) return new Map([...tinyFiles, [path, snippet]]);
  const merged = { ...before, ...parts };
  if ('questions' in parts && 'questions' in before) {
    const own = parts.questions as readonly Named[];
    const kept = (before.questions as readonly Named[]).map(question => own.find(({ id }) => id === question.id) ?? question);
    Object.assign(merged, { questions: kept });
  }
  return new Map([...tinyFiles, [path, stringify(merged)]]);
}

function findingsIn(files: ReadonlyMap<string, string>, rule: LintRule): readonly Finding[] {
  const head = (files.get('pack.yaml') ?? '').replace(/^lint: .*$/m, '');
  const read = safeLintPack(new Map([...files, ['pack.yaml', head]]));
  if (!read.ok) throw new Error(formatProblems(read.problems));
  return read.value.findings.filter(finding => finding.rule === rule.id);
}

/** What a rule finds by a snippet, and not without it. */
function foundBy(rule: LintRule, snippet: string): readonly Finding[] {
  const keyOf = ({ at, message }: Finding): string => `${at.file} ${message}`;
  const before = new Set(findingsIn(tinyFiles, rule).map(keyOf));
  return findingsIn(withSnippet(rule, snippet), rule).filter(finding => !before.has(keyOf(finding)));
}

describe('each rule has a page', () => {
  test.each(lintRules.map(rule => [rule.id, rule] as const))('%s finds what is bad there, in its place, and not what is good', (_, rule) => {
    const bad = foundBy(rule, rule.bad);
    expect(bad.length).toBeGreaterThan(0);
    for (const { at, message, hint, severity } of bad) {
      expect(at.file.split('/')[0]).toBe(fileOf[rule.file].split('/')[0]);
      expect([message, hint].every(text => text.length > 10)).toBe(true);
      expect(severity).toBe(rule.severity);
    }
    expect(foundBy(rule, rule.good)).toEqual([]);
  });

  test('in order of id, and none twice', () => {
    const ids = lintRules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toEqual(lintRuleIds);
  });
});
