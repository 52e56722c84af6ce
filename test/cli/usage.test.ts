import { describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import { afterview } from './command.ts';

describe('wrong usage is told on standard error with the usage, and exits 2', () => {
  test.each([
    ['an unknown flag', ['diagnose', '--fast'], "error: unknown option '--fast'", 'Usage: afterview diagnose [options] [file]'],
    ['a misspelt flag', ['diagnose', '--fromat', 'json'], "error: unknown option '--fromat'\n(Did you mean --format?)", 'Usage: afterview diagnose [options] [file]'],
    ['a format that does not exist', ['diagnose', '--format', 'pdf'], "error: option '--format <format>' argument 'pdf' is invalid. Allowed choices are text, json, md, html, ics.", 'Usage: afterview diagnose'],
    ['a format that another command has', ['questions', '--format', 'html'], "error: option '--format <format>' argument 'html' is invalid. Allowed choices are text, json.", 'Usage: afterview questions'],
    ['an option without its value', ['diagnose', '--out'], "error: option '--out <file>' argument missing", 'Usage: afterview diagnose'],
    ['two files', ['diagnose', '-', '-'], "error: too many arguments for 'diagnose'. Expected 1 argument but got 2", 'Usage: afterview diagnose'],
    ['a missing argument', ['check'], "error: missing required argument 'folder'", 'Usage: afterview check [options] <folder>'],
    ['an unknown command', ['explain'], "error: unknown command 'explain'", 'Usage: afterview [options] [command]'],
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
    for (const words of ['diagnose', 'questions', 'check', 'Examples:', '$ afterview diagnose answers.json']) expect(ran.stdout).toContain(words);
  });

  test.each([['diagnose'], ['questions'], ['check']])('of %s', async command => {
    expect(await afterview([command, '--help'])).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining(`Usage: afterview ${command}`) as string });
  });

  test.each([['--version'], ['-V']])('%s prints the version of the package', async flag => {
    expect(await afterview([flag])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});
