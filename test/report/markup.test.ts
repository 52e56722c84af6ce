import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/api/diagnose.ts';
import { toHtml } from '../../src/report/toHtml.ts';
import { sectionsToMarkdown, toMarkdown } from '../../src/report/toMarkdown.ts';
import { tinyNotes, tinyPack } from '../tinyPack.ts';
import { packSaying } from './packSaying.ts';

const answers = { outcome: 'rejected', attended: 'there', arrival: 'late', 'minutes-late': 3, 'warned-ahead': 'no', 'questions-asked': 0, prepared: ['read-site'] };
const late = diagnose({ outcome: 'rejected', attended: 'there', arrival: 'late' }, { pack: tinyPack });
const saying = (text: string): ReturnType<typeof diagnose> => diagnose(answers, { pack: packSaying(text) });

const piece = fc.constantFrom(
  '*', '**', '_', '`', '```', '~~', '[a](b)', '![a](b)', '[^1]', '- [ ] ', '<b>', '</p>', '<script>alert(1)</script>', '<!--', '-->', ']]>', '&amp;', '&', '"', "'", '#', '# ', '- ', '+ ', '1. ', '2) ', '> ',
  '|', '---', '===', '\\', '\\*', '\n', '\n\n', '    ', '\t', ' ', 'a', 'b ', '\u202e', '\u001b[31m', ' onload=x ', 'javascript:x',
);
const nasty = fc.array(piece, { minLength: 1, maxLength: 8 }).map(pieces => pieces.join('')).filter(text => text.replaceAll(/[\s\u202e]/g, '') !== '');

describe('Markdown', () => {
  test('keeps the remarks below a cause in their order, those for and against in one list', () => {
    const cause = { kind: 'cause', number: 1, title: 'Late', share: 0.1, why: 'So it goes.', lines: [
      { mark: null, text: 'Was it there?' }, { mark: 'for', text: 'You came late.' }, { mark: 'against', text: 'You called.' }, { mark: null, text: 'One more answer would tell more about this.' },
    ] } as const;
    expect(sectionsToMarkdown('A report', [{ title: null, blocks: [cause] }])).toBe(
      '# A report\n\n### Late (about 10 in 100)\n\nWas it there?\n\n- For: You came late.\n- Against: You called.\n\nOne more answer would tell more about this.\n\n_So it goes._\n');
  });

  /** What is left of a text when escaped signs are taken out: the markup, sign for sign, and the lines. */
  const markup = (markdown: string): string => markdown.replaceAll(/\\[!-/:-@[-`{-~]/g, '').replaceAll(/[^*_`[\]<>|#~\n]/g, '');

  test('has a heading, sections, causes, bars as a table, a plan and what to say', () => {
    expect(toMarkdown(late, { notes: tinyNotes })).toBe(`# After your interview

${late.headline.text}

## What most likely lay behind it

### You came late (about 39 in 100)

Was it there? Yes, by your own answers. Did it decide? Its part is about 39 in 100. In about 22 of 100 cases like this it is the only reason.

- For: You came after the agreed time.

_That is how it goes._

Always possible, and nothing in your answers speaks for or against them (about 36 in 100 together): someone else suited them better; you lacked a skill.

## In whose hands it lay

| | |
|---|---|
| Things you can do otherwise | about 52 in 100 |
| The match between you and this role | about 10 in 100 |
| The employer and the other candidates | about 26 in 100 |
| Luck of the day | about 6 in 100 |
| Something we did not ask about | about 6 in 100 |

Outside your control: about 42 in 100.

## With this employer

- **Say that you are sorry.**

  > Sorry that you had to wait.

## One plan for the next interview

- **If I have an interview, then I am at the door early.**

It will show in your next answer to “When did you come?”

With it, your chance of going on next time moves from about 24 in 100 to about 29 in 100, if these figures hold for you.

## What would tell more

${late.nextQuestions.map(({ ask }) => `- ${ask.replace(' Choose all.', '')}`).join('\n')}

## What this is based on

- You came late: Somebody.

Where nobody has measured it, the figure is a judgement, and its range is wide.
`);
  });

  test.each([
    ['emphasis', '*so* _it_ `went`', '\\*so\\* \\_it\\_ \\`went\\`'],
    ['a link and a picture', '[a](b) ![c](d)', '\\[a\\](b) \\!\\[c\\](d)'],
    ['a tag', '<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['an entity', 'a &amp; b', 'a \\&amp; b'],
    ['the edge of a table cell', 'a | b', 'a \\| b'],
    ['a backslash', 'a \\* b', 'a \\\\\\* b'],
    ['a heading', '# a', '\\# a'],
    ['a list', '- a', '\\- a'],
    ['a numbered list', '1. a', '1\\. a'],
    ['a numbered list with a bracket', '12) a', '12\\) a'],
    ['an indented list', '   + a', '\\+ a'],
    ['a quotation', '> a', '\\> a'],
    ['a rule', '---', '\\---'],
    ['lines of its own', 'a\n\n# b', 'a \\# b'],
  ])('shows %s of a pack as it is written', (_what, text, shown) => {
    expect(toMarkdown(saying(text))).toContain(`\n_${shown}_\n`);
  });

  test('gets no markup from any text', () => {
    const plain = markup(toMarkdown(saying('plain')));
    fc.assert(fc.property(nasty, text => {
      expect(markup(toMarkdown(saying(text)))).toBe(plain);
    }), { numRuns: 300, seed: 71 });
  });
});

describe('HTML', () => {
  /** The tags of a page, and nothing of its texts. */
  const tags = (html: string): readonly string[] => (html.match(/<[^>]*>/g) ?? []).map(tag => tag.replace(/(aria-label|value)="[^"]*"/g, '$1'));

  test('is one whole page', () => {
    const html = toHtml(late, { notes: tinyNotes });
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n/);
    expect(html.endsWith('</body>\n</html>\n')).toBe(true);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    for (const name of ['html', 'head', 'body', 'main', 'section', 'h1', 'h2', 'h3', 'p', 'ul', 'li', 'table', 'tr', 'th', 'td', 'blockquote', 'strong', 'style', 'title', 'meter']) {
      const opened = html.match(new RegExp(`<${name}[ >]`, 'g'))?.length;
      expect([name, opened]).toEqual([name, html.match(new RegExp(`</${name}>`, 'g'))?.length]);
    }
  });

  test('shows causes with their share as a meter, and reasons as a list', () => {
    expect(toHtml(late)).toContain([
      '<h3>You came late</h3>',
      '<p><meter aria-label="You came late" min="0" max="1" value="0.388"></meter> about 39 in 100</p>',
      '<p>Was it there? Yes, by your own answers. Did it decide? Its part is about 39 in 100. In about 22 of 100 cases like this it is the only reason.</p>',
      '<ul>',
      '<li>For: You came after the agreed time.</li>',
      '</ul>',
      '<p class="why">That is how it goes.</p>',
    ].join('\n'));
    expect(toHtml(late)).toContain('<p><strong>Say that you are sorry.</strong></p>\n<blockquote>Sorry that you had to wait.</blockquote>');
    expect(toHtml(late)).toContain('<tr><th scope="row">Luck of the day</th><td><meter aria-label="Luck of the day" min="0" max="1" value="0.064"></meter> about 6 in 100</td></tr>');
  });

  test('needs nothing from elsewhere: no script, no link, no picture, no address', () => {
    expect(toHtml(late, { notes: tinyNotes })).not.toMatch(/<script|<link|<img|<iframe|<object|<embed|<svg|<form|<base|<a |\ssrc=|\shref=|\son\w+=|https?:|url\(|@import|javascript:/i);
  });

  test('shows a script of a pack as text', () => {
    const html = toHtml(saying('<script>alert("1" & \'2\')</script>'));
    expect(html).not.toContain('<script');
    expect(html).toContain('<p class="why">&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;</p>');
  });

  test('gets no tag and no attribute from any text', () => {
    const plain = tags(toHtml(saying('plain')));
    fc.assert(fc.property(nasty, text => {
      expect(tags(toHtml(saying(text)))).toEqual(plain);
    }), { numRuns: 300, seed: 72 });
  });

  test('holds no sign that turns a line round', () => {
    expect(toHtml(saying('a\u202eb\u0007c'))).not.toMatch(/[^\P{C}\n]/u);
  });
});
