import { describe, expect, test } from 'vitest';
import { checkCoachNotes } from '../../src/answers/coachNotes.ts';
import { safeOpenAnswersFile } from '../../src/api/openAnswersFile.ts';
import { diagnose, safeDiagnose } from '../../src/api/diagnose.ts';
import { prepare } from '../../src/api/prepare.ts';
import { corePack } from '../../src/core/corePack.ts';
import { toText } from '../../src/report/toText.ts';

const answers = { outcome: 'rejected', arrival: 'late', 'minutes-late': 20, 'stories-told': 0, 'company-question': 'could-not' } as const;
const asOf = '2026-11-22';
const bare = diagnose(answers, { asOf });
const [first, second] = bare.ranking.map(({ cause }) => cause);

describe('what a coach says', () => {
  const coach = { strike: [String(first)], add: ['monologue'], theory: 'I talked too much.', agreed: ['Two mock interviews by March.'] };
  const coached = diagnose(answers, { asOf, coach });

  test('stands in the diagnosis as theirs, and changes no figure', () => {
    expect(coached.coach).toMatchObject({ struck: [{ cause: first }], added: [{ cause: 'monologue' }], theory: 'I talked too much.', agreed: ['Two mock interviews by March.'] });
    expect([coached.explanations.map(({ share }) => share), coached.ranking, coached.headline, coached.parts]).toEqual([bare.explanations.map(({ share }) => share), bare.ranking, bare.headline, bare.parts]);
    expect(bare.coach).toBeNull();
  });

  test('is followed by the plan: nothing for what was struck, and what was added leads', () => {
    const planned = [coached.plan.main, ...coached.plan.also].map(fix => fix?.cause);
    expect(bare.plan.main?.cause).toBe(first);
    expect(planned[0]).toBe('monologue');
    expect(planned).not.toContain(first);
    expect(diagnose(answers, { asOf, coach: { strike: [String(first)] } }).plan.main?.cause).toBe(second);
  });

  test('is shown in both reports, and what was struck is not named', () => {
    const struck = bare.explanations.find(({ cause }) => cause === first);
    for (const reader of ['candidate', 'coach'] as const) {
      const text = toText(coached, { for: reader, width: 100 }).replaceAll(/\s+/g, ' ');
      expect(text).toContain('From your coach');
      expect(text).toContain('Your own view: I talked too much.');
      expect(text).toContain('Agreed: Two mock interviews by March.');
    }
    const page = toText(coached, { width: 100 });
    expect(page.split('From your coach')[0]).not.toContain(`${String(struck?.title)}.`);
  });

  test('is kept in an answers file, and taken by a prepared pack, too', () => {
    const opened = safeOpenAnswersFile({ coach, answers });
    expect(opened.ok && opened.value.coach).toEqual(coach);
    expect(prepare().interview(answers, { asOf, coach }).diagnosis()).toEqual(coached);
  });
});

describe('a slip in it is told at its place', () => {
  test.each<[string, unknown, string, (string | number)[]]>([
    ['what is no object', 5, 'not-an-object', ['coach']],
    ['an unknown key', { struck: [] }, 'unknown-key', ['coach', 'struck']],
    ['an unknown cause', { strike: ['lat'] }, 'unknown-cause', ['coach', 'strike', 0]],
    ['a cause of the prototype', { add: ['constructor'] }, 'unknown-cause', ['coach', 'add', 0]],
    ['a cause of silence alone', { add: ['still-deciding'] }, 'unknown-cause', ['coach', 'add', 0]],
    ['struck and added', { strike: ['late'], add: ['late'] }, 'contradiction', ['coach', 'add']],
    ['no list', { agreed: 'Mock interviews' }, 'wrong-kind', ['coach', 'agreed']],
    ['no sentence', { theory: ' ' }, 'wrong-kind', ['coach', 'theory']],
    ['a novel', { theory: 'x'.repeat(501) }, 'wrong-kind', ['coach', 'theory']],
    ['a step that is none', { agreed: ['x', 7] }, 'wrong-kind', ['coach', 'agreed', 1]],
    ['more steps than anyone takes', { agreed: Array.from({ length: 11 }, () => 'x') }, 'too-many', ['coach', 'agreed']],
  ])('%s', (_slip, coach, code, path) => {
    const checked = checkCoachNotes(corePack, coach);
    expect(checked.ok ? [] : checked.problems.map(problem => [problem.code, problem.path])).toEqual([[code, path]]);
    expect(safeDiagnose(answers, { coach } as object)).toMatchObject({ ok: false });
  });
});
