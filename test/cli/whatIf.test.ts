import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { diagnose } from '../../src/api/diagnose.ts';
import { diagnosisSchema } from '../../src/schema.ts';
import { afterview, scratch } from './command.ts';

const folder = scratch();
afterAll(() => { rmSync(folder, { recursive: true }); });
const file = join(folder, 'answers.json');
const answers = { outcome: 'rejected', 'thank-you': 'none', arrival: 'late', 'minutes-late': 20, nerves: ['voice'] } as const;
writeFileSync(file, JSON.stringify({ answers }));

describe('--what-if', () => {
  test('takes answers of every kind and fixes, and gives what the library gives', async () => {
    const { code, stdout, stderr } = await afterview(['diagnose', file, '--format', 'json', '--what-if', 'thank-you=specific', '--what-if', 'minutes-late=5', '--what-if', 'nerves=none', '--what-if', 'conduct=company,alcohol', '--what-if', 'stage=unknown', '--what-if', 'fix:fifteen-minutes-early']);
    expect([code, stderr]).toEqual([0, '']);
    const printed = diagnosisSchema.parse(JSON.parse(stdout));
    expect(printed.whatIf).toEqual(diagnose(answers, {
      whatIf: { answers: { 'thank-you': 'specific', 'minutes-late': 5, nerves: [], conduct: ['company', 'alcohol'], stage: 'unknown' }, fixes: ['fifteen-minutes-early'] },
    }).whatIf);
  });

  test('stands below the headline, with what it does not say', async () => {
    const { stdout } = await afterview(['diagnose', file, '--what-if', 'arrival=on-time', '--what-if', 'fix:fifteen-minutes-early']);
    const [, second] = stdout.split('\n\n');
    expect(second).toMatch(/^What if\nWith other answers:\n {2}- .*“On time” instead of “Late”\.\nThen someone gets through an interview like this in about \d+ of 100 cases\ninstead of about \d+ in 100\./);
    expect(second).toContain('This is the fact itself');
    expect(second).toContain('With this done:\n  - I plan to be at the door fifteen minutes early');
  });

  test.each([
    [['thank-yo=specific'], 2, '--what-if unknown-question: no question is called “thank-yo”\n  hint: did you mean “thank-you”?\n'],
    [['thank-you=specifi'], 2, '--what-if.thank-you unknown-option: “specifi” is no answer to “thank-you”\n  hint: did you mean “specific”?\n'],
    [['fix:fifteen-minutes-earl'], 2, '--what-if unknown-fix: no fix is called “fifteen-minutes-earl”\n  hint: did you mean “fifteen-minutes-early”?\n'],
    [['nonsense'], 2, '--what-if wrong-kind: “nonsense” is no change\n  hint: write question=answer, or fix:ID\n'],
    [['=specific'], 2, '--what-if wrong-kind: “=specific” is no change'],
    [['stage=later', 'stage=phone-screen'], 2, '--what-if wrong-kind: “stage” is changed twice'],
    [['minutes-late=soon'], 2, '--what-if.minutes-late '],
    [['__proto__=x'], 2, '--what-if unknown-question: '],
  ])('%j is wrong usage, and told', async (changes, code, message) => {
    const ran = await afterview(['diagnose', file, ...changes.flatMap(change => ['--what-if', change])]);
    expect([ran.code, ran.stdout]).toEqual([code, '']);
    expect(ran.stderr).toContain(message);
  });

  test('without a change is wrong usage', async () => {
    expect((await afterview(['diagnose', file, '--what-if'])).code).toBe(2);
  });
});
