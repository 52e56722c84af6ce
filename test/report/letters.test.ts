import { describe, expect, test } from 'vitest';
import { diagnose, toHtml, toMarkdown, toText } from '../../src/index.ts';
import { readPack } from '../../src/pack.ts';
import { tinyFiles } from '../tinyPack.ts';

const written = ['می\u200cشود', 'ශ\u0dca\u200dර\u0dd3', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'];

/** The tiny pack, in which being late has these words in its title and in its reason. */
const { pack, notes } = readPack(new Map([...tinyFiles].map(([file, text]) => [file, file === 'causes/late.yaml' ? text.replace(/^(title|why): .*$/gm, `$1: You came late ${written.join(' ')}`) : text])));

describe('joined letters and pictures of a rule', () => {
  const diagnosis = diagnose({ outcome: 'rejected', arrival: 'late' }, { pack, asOf: '2026-11-22' });
  test.each([
    ['the text', toText(diagnosis, { notes, width: 100 })],
    ['the Markdown', toMarkdown(diagnosis, { notes })],
    ['the page', toHtml(diagnosis, { notes })],
    ['the sheet of a coach', toText(diagnosis, { notes, for: 'coach' })],
    ['the sheet of a coach as a page', toHtml(diagnosis, { notes, for: 'coach' })],
  ])('stay as they are in %s', (_what, report) => {
    for (const word of written) expect(report).toContain(word);
  });
});
