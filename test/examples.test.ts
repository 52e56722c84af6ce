import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { corePack } from '../src/core/corePack.ts';
import { safeDiagnoseHistory } from '../src/api/diagnose.ts';
import { formatProblems } from '../src/base/problem.ts';
import { readAnswersFile } from '../src/answers/answersFile.ts';
import type { Diagnosis } from '../src/diagnosis/diagnosis.ts';
import { answersFileSchema } from '../src/schema.ts';

const stories = readdirSync('examples/answers').map(file => file.replace('.json', ''));

/** Which cause leads the supported ones in which story. */
const mainCauses = [
  ['a-reference', 'weak-references'],
  ['client-1', 'late'],
  ['client-2', 'internal-candidate'],
  ['client-3', 'monologue'],
  ['compare-after', 'skills-gap'],
  ['compare-before', 'late'],
  ['eight-first-interviews', 'low-confidence'],
  ['funnel', 'monologue'],
  ['generic-note', 'generic-note'],
  ['ghosted', 'poor-employer-process'],
  ['internal-candidate', 'internal-candidate'],
  ['late', 'late'],
  ['month-past-the-date', 'no-hire'],
  ['nervous', 'low-confidence'],
  ['no-questions', 'no-questions'],
  ['overqualified', 'flight-risk'],
  ['role-cancelled', 'needs-changed'],
  ['silence-after-the-date', 'skills-gap'],
  ['social-media', 'social-media'],
  ['too-persistent', 'too-persistent'],
  ['waiting-three-days', 'monologue'],
  ['weak-research', 'weak-company-research'],
] as const;

function fileOf(story: string): unknown {
  return JSON.parse(readFileSync(`examples/answers/${story}.json`, 'utf8'));
}

function diagnosisOf(story: string): Diagnosis {
  const opened = readAnswersFile(fileOf(story), corePack);
  const result = opened.ok ? safeDiagnoseHistory(opened.value.interviews, opened.value) : opened;
  if (!result.ok) throw new Error(formatProblems(result.problems));
  return result.value;
}

function supportedIn(story: string): readonly string[] {
  const { explanations, ranking } = diagnosisOf(story);
  const supported = new Set(explanations.filter(each => each.supported).map(({ cause }) => cause));
  return ranking.map(({ cause }) => cause).filter(cause => supported.has(cause));
}

describe('each story points first at what its teller did or met', () => {
  test.each(mainCauses)('%s: %s', (story, cause) => {
    expect(supportedIn(story)[0]).toBe(cause);
  });

  test('the faultless one points at nothing, and says so', () => {
    expect(supportedIn('nothing-wrong')).toEqual([]);
    expect(diagnosisOf('nothing-wrong').headline.text).toContain("Your answers don't show why");
  });

  test('a note that could have gone to anyone is all there is, and its part is next to nothing', () => {
    expect(supportedIn('generic-note')).toEqual(['generic-note']);
    expect(diagnosisOf('generic-note').explanations[0]?.share).toBeLessThan(0.02);
  });

  test('two months and two messages without a word are over, and nothing is left to send', () => {
    const { silence, schedule } = diagnosisOf('ghosted');
    expect([silence?.verdict, schedule.map(({ kind }) => kind)]).toEqual(['over', ['let-go']]);
  });

  test('a month past the named day one message is left', () => {
    expect(diagnosisOf('month-past-the-date').schedule.map(({ kind }) => kind)).toEqual(['last-message', 'let-go']);
  });

  test('eight noes in a row say more than the last of them', () => {
    const { pattern } = diagnosisOf('eight-first-interviews');
    expect(pattern).toMatchObject({ interviews: 8, failures: 8 });
    expect((pattern?.lasting ?? 0) - (pattern?.lastingAtFirst ?? 1)).toBeGreaterThan(0.04);
  });

  test('thirteen first interviews without a second are where a search stops', () => {
    expect(diagnosisOf('funnel').funnel).toMatchObject({ bottleneck: 'first-interviews', steps: [{ verdict: 'as-expected' }, { verdict: 'as-expected' }, { verdict: 'below' }] });
  });

  test('three days after the interview it is too early to tell', () => {
    expect(diagnosisOf('waiting-three-days').headline.verdict).toBe('too-early');
  });

  test('every story is told here', () => {
    expect(stories.filter(story => story !== 'nothing-wrong')).toEqual(mainCauses.map(([story]) => story));
  });
});

describe.each(stories)('the story %s', story => {
  test('is an answers file as the schema has it', () => {
    expect(answersFileSchema(corePack).safeParse(fileOf(story)).error?.issues ?? []).toEqual([]);
  });

  test('answers no question that does not come up', () => {
    expect(diagnosisOf(story).notes).toEqual([]);
  });

  test('has parts that add to 1', () => {
    const { parts, explanations } = diagnosisOf(story);
    expect(Math.abs(parts.you + parts.fit + parts.them + parts.background + parts.unseen - 1)).toBeLessThan(1e-12);
    const byCause = explanations.reduce((total, { share }) => total + share, parts.background + parts.unseen);
    expect(Math.abs(byCause - 1)).toBeLessThan(1e-12);
  });
});

describe('each program runs as it stands', () => {
  test.each([
    ['1-diagnose.mjs', [/^What your answers speak for:$/m, /^- You arrived late \(its part: \d+ in 100\)$/m, /^Next time: If .+, then .+\.$/m]],
    ['2-read-problems.mjs', [/^ {6}hint: did you mean “arrival”\?$/m, /^ {2}field minutes-late has the problem wrong-kind:$/m, /^ {2}usable: [a-z-]+$/m]],
    ['3-own-pack.mjs', [/^Why the audition ended after the first round \(2 causes\)$/m, /^seat: Who plays in that seat today\?$/m, /^The seat was as good as taken: there with \d+%, its part \d+%$/m]],
    ['4-markdown-report.mjs', [/^# After the interview: the coach's sheet$/m, /^### The job changed or went away \(about \d+ in 100\)$/m, /^\| Luck of the day \| .+ \|$/m]],
    ['assistant/any-assistant.mjs', [/^draft_message: The message that is due$/m, /^ {2}hint: did you mean “arrival”\?$/m, /^- \*\*Today, Sunday, 22 November, send this:\*\*$/m]],
  ])('%s', (program, lines) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`examples/${program}`], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const line of lines) expect(stdout).toMatch(line);
  });

  test('the workbook of a form becomes a workbook with a line for each client', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'afterview-sheet-'));
    const written = join(folder, 'diagnoses.xlsx');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['examples/spreadsheet/diagnose-sheet.mjs', 'examples/spreadsheet/responses.xlsx', written], { encoding: 'utf8' });
    expect({ status, stderr, stdout }).toEqual({ status: 0, stderr: '', stdout: `2 responses, written to ${written}\n` });
    const [titles, ...lines] = await readSheet(written);
    expect(titles?.slice(0, 3)).toEqual(['Response', 'Verdict', 'First cause']);
    expect(lines.map(line => line.slice(0, 3))).toEqual([[1, 'mostly-you', 'You arrived late'], [2, 'mostly-you', 'Something you said or did came across as unfriendly']]);
    expect(lines.map(line => line.at(-1))).toEqual([expect.stringContaining('on Tuesday, 10 November'), expect.stringContaining('counted up to Sunday, 22')]);
    rmSync(folder, { recursive: true });
  });

  test('the small server answers, and refuses what is wrong', async () => {
    const child = spawn(process.execPath, ['examples/server/server.mjs'], { env: { ...process.env, PORT: '0' } });
    const origin = await new Promise<string>(resolve => { child.stdout.on('data', said => { resolve(/http:\S+/.exec(String(said))?.[0] ?? ''); }); });
    const ask = (body: string): Promise<Response> => fetch(origin, { method: 'POST', body });
    expect(await (await ask('{ "answers": { "outcome": "rejected", "arrival": "late" } }')).json()).toMatchObject({ verdict: 'mostly-you', page: expect.stringContaining('You arrived late.') as string });
    expect((await ask('{ "answers": { "arival": "late" } }')).status).toBe(422);
    expect([(await ask('{')).status, (await ask(`"${'a'.repeat(70_000)}"`)).status]).toEqual([400, 400]);
    child.kill();
  });

  test('every numbered program is in the table above', () => {
    expect(readdirSync('examples').filter(file => /^\d/.test(file))).toHaveLength(4);
  });

  test('each fits on a screen and says at its top what it shows', () => {
    for (const file of readdirSync('examples').filter(name => name.endsWith('.mjs'))) {
      const lines = readFileSync(`examples/${file}`, 'utf8').split('\n');
      expect(lines.length, file).toBeLessThan(40);
      expect(lines.slice(0, 2), file).toEqual(['// @ts-check', expect.stringMatching(/^\/\/ Shows /)]);
    }
  });

  test('the pack of one’s own passes the check', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'check', 'examples/own-pack'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^orchestra-audition 1\.0\.0: 2 causes, 4 questions, .+, 6 examples, no problem\n$/);
  });
});
