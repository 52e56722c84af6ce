import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/api/diagnose.ts';
import { escapedHtml } from '../../src/report/format/escaped.ts';
import { toHtml } from '../../src/report/toHtml.ts';
import { sectionsToMarkdown } from '../../src/report/format/markdown.ts';
import { toMarkdown } from '../../src/report/toMarkdown.ts';
import { tinyNotes, tinyPack } from '../tinyPack.ts';
import { packSaying } from './packSaying.ts';

const answers = { outcome: 'rejected', attended: 'there', arrival: 'late', 'minutes-late': 3, 'warned-ahead': 'no', 'questions-asked': 0, prepared: ['read-site'] };
const late = diagnose({ outcome: 'rejected', attended: 'there', arrival: 'late' }, { pack: tinyPack });
const readers = ['candidate', 'coach'] as const;
const saying = (text: string): ReturnType<typeof diagnose> => diagnose(answers, { pack: packSaying(text) });

const addresses = ['http://a.example/b?c=d_e', 'https://a.example', 'HTTP://a.example', 'www.a.example', 'a.b@c.example', 'mailto:a@b.example', 'xmpp:a@b.example'];

const piece = fc.constantFrom(
  '*', '**', '_', '`', '```', '~~', '[a](b)', '![a](b)', '[^1]', '- [ ] ', '<b>', '</p>', '<script>alert(1)</script>', '<!--', '-->', ']]>', '&amp;', '&', '"', "'", '#', '# ', '- ', '+ ', '1. ', '2) ', '> ',
  '|', '---', '===', '\\', '\\*', '\n', '\n\n', '    ', '\t', ' ', 'a', 'b ', '\u202e', '\u001b[31m', ' onload=x ', 'javascript:x',
);
const nasty = fc.array(piece, { minLength: 1, maxLength: 8 }).map(pieces => pieces.join('')).filter(text => text.replaceAll(/[\s\u202e]/g, '') !== '');

describe('Markdown', () => {
  test('keeps the remarks below a cause in their order, those for and against in one list', () => {
    const cause = { kind: 'cause', title: 'Late', share: 0.1, why: 'So it goes.', lines: [
      { mark: null, text: 'Was it there?' }, { mark: 'for', text: 'You came late.' }, { mark: 'against', text: 'You called.' }, { mark: null, text: 'One more answer would tell more about this.' },
    ] } as const;
    expect(sectionsToMarkdown('A report', [{ title: null, blocks: [cause] }])).toBe(
      '# A report\n\n### Late (about 10 in 100)\n\nWas it there?\n\n- For: You came late.\n- Against: You called.\n\nOne more answer would tell more about this.\n\n_So it goes._\n');
  });

  /** What is left of a text when escaped signs are taken out: the markup, sign for sign, and the lines. */
  const markup = (markdown: string): string => markdown.replaceAll(/\\[!-/:-@[-`{-~]/g, '').replaceAll(/[^*_`[\]<>|#~\n]/g, '');

  test('nothing in a text becomes a link where GitHub reads it, whatever it looks like', () => {
    const shown = micromark(sectionsToMarkdown('A report', [{ title: null, blocks: [{ kind: 'text', text: addresses.join(' ') }] }]), { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
    expect(shown).not.toContain('<a');
    for (const address of addresses) expect(shown).toContain(escapedHtml(address));
    expect(micromark(addresses.join(' '), { extensions: [gfm()], htmlExtensions: [gfmHtml()] }).match(/<a /g)).toHaveLength(addresses.length);
  });

  test("has a heading, sections, reasons, one bar as a table, a message and a plan on the candidate's page", () => {
    expect(toMarkdown(late)).toBe(`# After your interview

${late.headline.text}

## Most likely

- **You came late.** You came after the agreed time. It carried about two fifths of the weight.

## What wasn't yours

Always possible, and never yours: someone else suited them better.

| | |
|---|---|
| yours to change | about 52 in 100 |
| the match | about 10 in 100 |
| others, luck, the unseen | about 38 in 100 |

## Do this

- **Today, send this:**

  > Sorry that you had to wait.

- **Next time: if I have an interview, then I am at the door early.**

More, with all figures and sources: the coach's sheet.
`);
  });

  test("has a heading, sections, causes, bars as a table, a plan and what to say on the coach's sheet", () => {
    expect(toMarkdown(late, { for: 'coach', notes: tinyNotes })).toBe(`# After the interview: the coach's sheet

${late.headline.text}

## What most likely lay behind it

### You came late (about 39 in 100)

Was it there? Yes, by your own answers. Did it decide? Its part is about 39 in 100. In about 22 of 100 cases like this it is the only reason.

- For: You came after the agreed time.

_That is how it goes._

Always possible, and nothing in your answers speaks for or against them (about 36 in 100 together): someone else suited them better; you lacked a skill.

## What would change the order

These answers are missing, and would tell most:

${late.nextQuestions.map(({ ask, why }) => `- ${ask.replace(' Choose all.', '')} ${why}`).join('\n')}

## How much of it was yours

| | |
|---|---|
| Things you can do differently | about 52 in 100 |
| The match between you and this role | about 10 in 100 |
| The employer and the other candidates | about 26 in 100 |
| Luck of the day | about 6 in 100 |
| Something we did not ask about | about 6 in 100 |

The employer, the others and luck make up about 32 in 100; the match, about 10 in 100, can change with the jobs you apply for.

## With this employer

- **Say that you are sorry.**

  > Sorry that you had to wait.

## The message

- **Today, send this:**

  > Sorry that you had to wait.

## One plan for the next interview

- **If I have an interview, then I am at the door early.**

You'll see it in your next answer to “When did you come?”

With it, your chance of getting through next time rises from about 24 in 100 to about 29 in 100, if these figures hold for you.

## The figures behind it

- Of 100 people of whom nothing is known, about 69 do not get through to the next round.
- The first explanation stays first with about 100 of 100 sets of figures within their ranges.
- The next interview, elsewhere, goes well in about 24 of 100 cases as it stands, and in about 29 of 100 with the whole plan, if these figures hold.
- Shares are exact for the rules “tiny” 1.2.3; the rules themselves are rough, and their ranges say how rough.

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
    expect(toMarkdown(saying(text), { for: 'coach' })).toContain(`\n_${shown}_\n`);
  });

  test('gets no markup from any text', () => {
    const both = (text: string): readonly string[] => readers.map(reader => markup(toMarkdown(saying(text), { for: reader })));
    const plain = both('plain');
    fc.assert(fc.property(nasty, text => {
      expect(both(text)).toEqual(plain);
    }), { numRuns: 300, seed: 71 });
  });
});

describe('HTML', () => {
  /** The tags of a page, and nothing of its texts. */
  const tags = (html: string): readonly string[] => (html.match(/<[^>]*>/g) ?? []).map(tag => tag.replace(/(aria-label|value)="[^"]*"/g, '$1'));

  test.each([
    ['candidate', late, ['div', 'p', 'strong', 'svg', 'table', 'tr', 'th', 'td', 'span', 'blockquote']],
    ['candidate', saying('plain'), ['ul', 'li']],
    ['candidate', diagnose({ outcome: 'advanced' }), ['mark']],
    ['coach', late, ['div', 'h3', 'p', 'ul', 'li', 'table', 'tr', 'th', 'td', 'blockquote', 'meter']],
  ] as const)('is one whole page for the %s, whose tags are all closed', (reader, diagnosis, names) => {
    const html = toHtml(diagnosis, { for: reader });
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n/);
    expect(html.endsWith('</body>\n</html>\n')).toBe(true);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    for (const name of ['html', 'head', 'body', 'main', 'section', 'h1', 'h2', 'style', 'title', ...names]) {
      const opened = html.match(new RegExp(`<${name}[ >]`, 'g'))?.length;
      expect([name, opened]).toEqual([name, html.match(new RegExp(`</${name}>`, 'g'))?.length]);
      expect([name, (opened ?? 0) > 0]).toEqual([name, true]);
    }
  });

  test('is called after its reader, or as asked for, in their language', () => {
    const headOf = (html: string): readonly unknown[] => [/<html lang="([^"]*)">/.exec(html)?.[1], /<title>(.*)<\/title>/.exec(html)?.[1], /<h1>(.*)<\/h1>/.exec(html)?.[1]];
    expect(headOf(toHtml(late))).toEqual(['en-GB', 'After your interview', 'After your interview']);
    expect(headOf(toHtml(late, { for: 'coach', english: 'us' }))).toEqual(['en-US', 'After the interview: the coach&#39;s sheet', 'After the interview: the coach&#39;s sheet']);
    expect(headOf(toHtml(late, { title: 'A <b> & "c"', language: 'en-AU' }))).toEqual(['en-AU', 'A &lt;b&gt; &amp; &quot;c&quot;', 'A &lt;b&gt; &amp; &quot;c&quot;']);
  });

  test('or a fragment for another page: the same content, in one part with a class, without a page and its style', () => {
    for (const reader of readers) {
      const fragment = toHtml(late, { for: reader, fragment: true });
      expect(fragment).toMatch(/^<article class="afterview-sheet">\n<h1>[^]*<\/article>\n$/);
      expect(fragment).not.toMatch(/<(?:!doctype|html|head|body|main|style|title)/);
      expect(toHtml(late, { for: reader })).toContain(fragment.replace(/^<article[^>]*>\n/, '').replace(/<\/article>\n$/, ''));
    }
  });

  test('has no class but its own', () => {
    for (const reader of readers) {
      const classes = [...toHtml(late, { for: reader }).matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '));
      expect(classes.length).toBeGreaterThan(3);
      expect(classes.filter(name => !name.startsWith('afterview-'))).toEqual([]);
    }
  });

  test('shows one bar of three parts as a picture for the eye, and in words and figures', () => {
    const html = toHtml({ ...late, parts: { you: 0.5, fit: 0.25, them: 0.25, background: 0, unseen: 0 } });
    expect(html).toContain('<rect class="afterview-part-1" x="0" y="0" width="300" height="28"/><rect class="afterview-part-2" x="300" y="0" width="150" height="28"/><rect class="afterview-part-3" x="450" y="0" width="150" height="28"/></svg>');
    expect(html).toMatch(/<svg [^>]*aria-hidden="true"/);
    expect(html).toContain('yours to change</th><td>about 50 in 100</td></tr>');
    expect(html).toContain('the match</th><td>about 25 in 100</td></tr>');
    expect(html).toContain('others, luck, the unseen</th><td>about 25 in 100</td></tr>');
  });

  test('marks each gap of a message that is still to be filled', () => {
    const advanced = diagnose({ outcome: 'advanced' });
    const gaps = advanced.plan.message?.blanks ?? [];
    expect(gaps.length).toBeGreaterThan(0);
    for (const { says } of gaps) expect(toHtml(advanced)).toContain(`<mark>[${says}]</mark>`);
  });

  test('shows causes with their share as a meter, and reasons as a list', () => {
    const html = toHtml(late, { for: 'coach' });
    expect(html).toContain([
      '<h3>You came late</h3>',
      '<p><meter aria-label="You came late" min="0" max="1" value="0.388"></meter> about 39 in 100</p>',
      '<p>Was it there? Yes, by your own answers. Did it decide? Its part is about 39 in 100. In about 22 of 100 cases like this it is the only reason.</p>',
      '<ul>',
      '<li>For: You came after the agreed time.</li>',
      '</ul>',
      '<p class="afterview-why">That is how it goes.</p>',
    ].join('\n'));
    expect(html).toContain('<p class="afterview-plan">Say that you are sorry.</p>\n<blockquote>Sorry that you had to wait.</blockquote>');
    expect(html).toContain('<tr><th scope="row">Luck of the day</th><td><meter aria-label="Luck of the day" min="0" max="1" value="0.064"></meter> about 6 in 100</td></tr>');
  });

  test('needs nothing from elsewhere: no script, no link, no picture, no address', () => {
    for (const html of [toHtml(late), toHtml(late, { for: 'coach', notes: tinyNotes })]) expect(html).not.toMatch(/<script|<link|<img|<image|<use|<iframe|<object|<embed|<form|<base|<a |\ssrc=|\shref=|\son\w+=|https?:|url\(|@import|javascript:/i);
  });

  test('shows a script of a pack as text', () => {
    const html = toHtml(saying('<script>alert("1" & \'2\')</script>'), { for: 'coach' });
    expect(html + toHtml(saying('<script>alert("1" & \'2\')</script>'))).not.toContain('<script');
    expect(html).toContain('<p class="afterview-why">&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;</p>');
  });

  test('gets no tag and no attribute from any text', () => {
    // What stands in square brackets in a message is marked as a gap, with nothing in its tag.
    const both = (text: string): readonly string[] => readers.flatMap(reader => tags(toHtml(saying(text), { for: reader }).replaceAll(/<mark>(\[[^\]<>]*\])<\/mark>/g, '$1')));
    const plain = both('plain');
    fc.assert(fc.property(nasty, text => {
      expect(both(text)).toEqual(plain);
    }), { numRuns: 300, seed: 72 });
  });

  test('holds no sign that turns a line round', () => {
    for (const reader of readers) expect(toHtml(saying('a\u202eb\u0007c'), { for: reader })).not.toMatch(/[^\P{C}\n]/u);
  });
});
