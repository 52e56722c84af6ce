import { describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import { afterview } from './command.ts';

describe('wrong usage is told on standard error with the usage, and exits 2', () => {
  test.each([
    ['an unknown flag', ['diagnose', '--fast'], "error: unknown option '--fast'", 'Usage: afterview diagnose [options] [file]'],
    ['a misspelt flag', ['diagnose', '--fromat', 'json'], "error: unknown option '--fromat'\n(Did you mean --format?)", 'Usage: afterview diagnose [options] [file]'],
    ['a format that does not exist', ['diagnose', '--format', 'pdf'], "error: option '--format <format>' argument 'pdf' is invalid. Allowed choices are text, json, md, html, ics.", 'Usage: afterview diagnose'],
    ['a budget that is none', ['diagnose', '--budget', 'years'], "error: option '--budget <effort>' argument 'years' is invalid. Allowed choices are minutes, evening, weekend, weeks.", 'Usage: afterview diagnose'],
    ['a format that another command has', ['questions', '--format', 'html'], "error: option '--format <format>' argument 'html' is invalid. Allowed choices are text, json, surveyjs, json-schema.", 'Usage: afterview questions'],
    ['a day that does not exist', ['diagnose', '--as-of', '2026-02-30'], "error: option '--as-of <date>' argument '2026-02-30' is invalid. It is no day: write --as-of as YYYY-MM-DD, without a time.\n", 'Usage: afterview diagnose'],
    ['a day for questions that does not exist', ['ask', '--as-of', 'today'], "error: option '--as-of <date>' argument 'today' is invalid. It is no day", 'Usage: afterview ask'],
    ['a command that would steer the terminal', ['\u001b[31mfoo\u0007'], "error: unknown command '·[31mfoo·'", 'Usage: afterview'],
    ['an option without its value', ['diagnose', '--out'], "error: option '--out <file>' argument missing", 'Usage: afterview diagnose'],
    ['two files', ['diagnose', '-', '-'], "error: too many arguments for 'diagnose'. Expected 1 argument but got 2", 'Usage: afterview diagnose'],
    ['a missing argument', ['test'], "error: missing required argument 'folder'", 'Usage: afterview test [options] <folder>'],
    ['an unknown command', ['foretell'], "error: unknown command 'foretell'", 'Usage: afterview [options] [command]'],
    ['a misspelt command', ['diagnos'], "error: unknown command 'diagnos'\n(Did you mean diagnose?)", 'Usage: afterview [options] [command]'],
    ['an unknown flag without a command', ['--fast'], "error: unknown option '--fast'", 'Usage: afterview [options] [command]'],
  ])('%s', async (_slip, args, error, usage) => {
    const ran = await afterview(args);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: '' });
    expect(ran.stderr.startsWith(error)).toBe(true);
    expect(ran.stderr).toContain(usage);
  });

  test('no command at all', async () => {
    const ran = await afterview([]);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/^Usage: afterview/);
  });
});

describe('help is no mistake', () => {
  test.each([[['--help']], [['-h']], [['help']]])('%j prints what there is, with examples', async args => {
    const ran = await afterview(args);
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^Usage: afterview/);
    for (const words of ['diagnose', 'questions', 'check', 'Examples:', '$ npx afterview diagnose answers.json']) expect(ran.stdout).toContain(words);
  });

  test.each([['diagnose'], ['ask'], ['compare'], ['questions'], ['import'], ['check'], ['new'], ['new pack'], ['new cause'], ['new question'], ['new belief'], ['schema'], ['compile']])('of %s, with examples', async command => {
    const ran = await afterview([...command.split(' '), '--help']);
    expect(ran).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining(`Usage: afterview ${command}`) as string });
    expect(ran.stdout).toMatch(new RegExp(`\n\nExamples:\n  \\$ npx afterview ${command}`));
  });

  test.each([['--version'], ['-V']])('%s prints the version of the package', async flag => {
    expect(await afterview([flag])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});
