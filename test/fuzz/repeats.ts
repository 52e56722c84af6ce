import { minimalPack } from '../authoring/minimalPack.ts';

/** A part of a pack that an author may repeat as often as the caps allow, valid or not. */
export interface Repeat {
  readonly what: string;
  readonly files: (size: number) => ReadonlyMap<string, string>;
}

const late = 'interview/late.yaml';
const asked = 'questions/interview.yaml';

function times(size: number, line: (index: number) => string): string {
  return Array.from({ length: size }, (_, index) => line(index)).join('');
}

type Edit = readonly [file: string, from: string, to: (size: number) => string];

/** The minimal pack with some edits that grow. */
function repeat(what: string, ...edits: readonly Edit[]): Repeat {
  return {
    what,
    files: size => edits.reduce<ReadonlyMap<string, string>>((files, [file, from, to]) => {
      const text = files.get(file) ?? '';
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      return new Map([...files, [file, text.replace(from, () => to(size))]]);
    }, minimalPack),
  };
}

function sign(index: number, rest: string): string {
  return `  - when: { minutes-late: ${1 + (index % 240)}, days-ago: ${index % 365} }\n    speaks: for\n    because: x\n${rest}`;
}

const signs = (what: string, line: (index: number) => string): Repeat => repeat(what, [late, 'signs:\n', size => `signs:\n${times(size, line)}`]);
const fixes = (what: string, line: (index: number) => string): Repeat => repeat(what, [late, 'fixes:\n', size => `fixes:\n${times(size, line)}`]);
const questions = (what: string, line: (index: number) => string): Repeat => repeat(what, [asked, 'questions:\n', size => `questions:\n${times(size, line)}`]);
const sources = (what: string, line: (index: number) => string): Repeat => repeat(what, ['sources.yaml', '- id: study-2020', size => `${times(size, line)}- id: study-2020`]);
const beliefs = (what: string, line: (index: number) => string): Repeat => repeat(what, ['beliefs.yaml', '- id: it', size => `${times(size, line)}- id: it`]);
const head = (what: string, lines: (size: number) => string): Repeat => repeat(what, ['pack.yaml', 'contradictions:\n', size => `${lines(size)}contradictions:\n`]);
/** The condition of the first sign, in block style, as brackets are counted. */
const condition = (what: string, lines: (size: number) => string): Repeat => repeat(what, [late, '{ arrival: late }\n    speaks', size => `\n${lines(size)}    speaks`]);
/** A list in place of the sources of the base rate. */
const from = (line: (index: number) => string): Edit => [late, 'from: [study-2020]\nstrength', size => `from:\n${times(size, line)}strength`];

const source = (index: number): string => `- id: study-of-the-year-${index}\n  kind: study\n  title: x\n  publisher: y\n`;
const yesNo = (id: string, rest = ''): string => `  - id: ${id}\n    ask: x\n    kind: yes-no\n    typical: 50%\n    dont-know: 2%\n${rest === '' ? '' : `    ask-if: ${rest}\n`}`;
const number = '    kind: number\n    unit: x\n    from: 0\n    to: 99999\n    dont-know: 0%\n';
const fix = (index: number, rest: string): string => `  - id: fix-${index}\n    for: now\n    do: x\n    removes: { value: 1%, from: [study-2020] }\n    effort: minutes\n    ${rest}\n`;
const example = (answers: string, expected: string): string => `  - { name: x, answers: { ${answers} }, expect: { ${expected} } }\n`;

const inCauses: readonly Repeat[] = [
  signs('signs', index => sign(index, '')),
  signs('signs with a group each', index => sign(index, `    group: a-fact-of-some-kind-${index}\n`)),
  signs('signs with a long group each', index => sign(index, `    group: ${'g'.repeat(40)}-${index}\n`)),
  signs('signs of one group', index => sign(index, '    group: one-fact\n')),
  signs('signs of two in a group', index => sign(index, `    group: fact-${index >> 1}\n`)),
  signs('signs with the condition of another', () => sign(0, '')),
  signs('signs with unless', index => sign(index, `    unless: { nerves: blank, minutes-late: ${1 + (index % 7)} }\n`)),
  signs('signs about an unknown question', index => `  - when: { minute-late-${index}: 5 }\n    speaks: for\n    because: x\n`),
  signs('signs about an unknown option', index => `  - when: { arrival: lates-${index} }\n    speaks: for\n    because: x\n`),
  signs('signs with an unknown key each', index => sign(index, `    becuase-${index}: x\n`)),
  signs('signs with nothing in them', () => '  - {}\n'),
  signs('signs that are words', () => '  - late\n'),
  fixes('fixes', index => fix(index, 'claims: [A1]')),
  fixes('fixes with one id', () => fix(0, 'claims: [A1]')),
  fixes('fixes with an unknown claim', index => fix(index, `claims: [B${index % 1000}]`)),
  repeat('passages of words to send', [late, 'say: I\'m sorry that I kept you waiting.', size => `say:\n${times(size, index => `      - { when: { minutes-late: ${1 + (index % 240)} }, words: x }\n`)}`]),
  repeat('blanks in words to send', [late, 'say: I\'m sorry that I kept you waiting.', size => `say: "${times(size, () => '<my own words> ')}"`]),
  repeat('brackets in words to send', [late, 'say: I\'m sorry that I kept you waiting.', size => `say: "${times(size, () => '[{interview-date}]')}"`]),
  repeat('placeholders that are never closed', [late, 'why: They', size => `why: "${'[your '.repeat(size)}" # `]),
  repeat('placeholders that are never closed, many letters between', [late, 'why: They', size => `why: "${`[your ${'x'.repeat(20)}`.repeat(size)}" # `]),
  repeat('examples', [late, 'examples:\n', size => `examples:\n${times(size, () => example('arrival: late', 'first: late'))}`]),
  repeat('examples with an unknown question', [late, 'examples:\n', size => `examples:\n${times(size, index => example(`arival-${index}: late`, 'first: late'))}`]),
  repeat('examples that expect what there is not', [late, 'examples:\n', size => `examples:\n${times(size, index => example('arrival: late', `first: lates-${index}`))}`]),
  repeat('answers in an example', [late, 'answers: { outcome: rejected, arrival: late }', size => `answers:\n${times(size, index => `      arival-${index}: late\n`)}`]),
  repeat('names that an example expects', [late, 'expect: { first: late }', size => `expect:\n      minor:\n${times(size, index => `        - lates-${index}\n`)}`]),
  repeat('cases of a base rate', [late, '\nstrength:', size => `\n  when:\n${times(size, index => `    - if: { minutes-late: ${1 + (index % 240)} }\n      value: 5%\n      from: [study-2020]\n`)}strength:`]),
  repeat('cases of a strength', [late, '    - if: { warned-ahead: yes }', size => `${times(size, index => `    - if: { minutes-late: ${1 + (index % 240)} }\n      value: 5%\n      from: [study-2020]\n`)}    - if: { warned-ahead: yes }`]),
  repeat('claims that no article makes', [late, 'claims: [A1]\nwhy', size => `claims:\n${times(size, index => `  - B${index % 1000}\n`)}why`]),
  repeat('sources that a figure names', from(() => '    - study-2020\n')),
  repeat('unknown sources', from(index => `    - study-in-the-year-${index}\n`)),
  repeat('unknown sources where there are many', ['sources.yaml', '- id: study-2020', size => `${times(size, source)}- id: study-2020`], from(index => `    - study-in-the-year-${index}\n`)),
  repeat('unknown keys of a cause', [late, 'scope: interview', size => `scope: interview\n${times(size, index => `x${index}: y\n`)}`]),
  repeat('keys that are nearly right', [late, 'scope: interview', size => `scope: interview\n${times(size, index => `titel-${index}: y\n`)}`]),
  repeat('one key again and again', [late, 'scope: interview', size => `scope: interview\n${'title: x\n'.repeat(size)}`]),
];

const inConditions: readonly Repeat[] = [
  condition('“all” of negations', size => `      all:\n${times(size, index => `        - not: { minutes-late: ${1 + (index % 240)} }\n`)}`),
  condition('“all” of negations with a question each', size => `      all:\n${times(size, index => `        - not: { days-ago: ${index % 365}, minutes-late: ${1 + (index % 240)} }\n`)}`),
  condition('“all” of a condition and its opposite', size => `      all:\n${times(size, index => `        - not: { minutes-late: ${1 + (index % 240)} }\n        - { minutes-late: ${1 + ((index + 1) % 240)} }\n`)}`),
  condition('“all” of one answer', size => `      all:\n${times(size, () => '        - arrival: late\n')}`),
  condition('“all” of answers of several', size => `      all:\n${times(size, () => '        - nerves: blank\n')}`),
  condition('“all” of comparisons', size => `      all:\n${times(size, index => `        - minutes-late: { at-least: ${1 + (index % 240)} }\n`)}`),
  condition('“any” of answers', size => `      any:\n${times(size, index => `        - minutes-late: ${1 + (index % 240)}\n`)}`),
  condition('“all” of unknown questions', size => `      all:\n${times(size, index => `        - arival-${index}: late\n`)}`),
  condition('“all” of unknown questions, negated', size => `      all:\n${times(size, index => `        - not: { arival-${index}: late }\n`)}`),
  condition('a map of unknown questions', size => times(size, index => `      arival-${index}: late\n`)),
  condition('answers of one question', size => `      arrival:\n${times(size, () => '        - late\n')}`),
  condition('unknown answers of one question', size => `      arrival:\n${times(size, index => `        - lates-${index}\n`)}`),
  condition('unknown comparisons', size => `      minutes-late:\n${times(size, index => `        at-least-${index}: 1\n`)}`),
  condition('“all” in “all”', size => `      all:\n${times(size, index => `        - all:\n            - minutes-late: { at-least: ${1 + (index % 240)} }\n            - minutes-late: { at-most: ${1 + (index % 240)} }\n`)}`),
  condition('“not” in “not”', size => `      all:\n${times(size, index => `        - not:\n            not:\n              not:\n                not: { minutes-late: ${1 + (index % 240)} }\n`)}`),
  repeat('a map about many questions', [asked, 'questions:\n', size => `questions:\n${times(size, index => yesNo(`asked-${index}`))}`], [late, '{ arrival: late }\n    speaks', size => `\n${times(size, index => `      asked-${index}: yes\n`)}    speaks`]),
  repeat('answers of a question with many', [asked, '      - { id: early', size => `${times(size, index => `      - { id: early-${index}, says: x, typical: 0% }\n`)}      - { id: early`],
    [late, '{ arrival: late }\n    speaks', size => `\n      arrival:\n${times(size, index => `        - early-${index}\n`)}    speaks`]),
  repeat('unknown answers of a question with many', [asked, '      - { id: early', size => `${times(size, index => `      - { id: early-${index}, says: x, typical: 0% }\n`)}      - { id: early`],
    [late, '{ arrival: late }\n    speaks', size => `\n      arrival:\n${times(size, index => `        - eraly-${index}-x\n`)}    speaks`]),
  repeat('unknown questions where there are many', [asked, 'questions:\n', size => `questions:\n${times(size, index => yesNo(`asked-${index}`))}`], [late, '{ arrival: late }\n    speaks', size => `\n${times(size, index => `      aksed-${index}-x: yes\n`)}    speaks`]),
  repeat('comparisons of a wide number', [asked, 'questions:\n', size => `questions:\n  - id: wide\n    ask: x\n${number}    typical:\n      - { value: ${Math.min(size, 1)}, share: 100% }\n`],
    [late, 'signs:\n', size => `signs:\n${times(size, index => `  - when: { wide: { at-least: ${index} } }\n    speaks: for\n    because: x\n`)}`]),
];

const inQuestions: readonly Repeat[] = [
  questions('questions', index => yesNo(`asked-${index}`)),
  questions('questions with one id', () => yesNo('asked')),
  questions('questions that hang on the one before', index => yesNo(`asked-${index}`, index === 0 ? '' : `{ asked-${index - 1}: yes }`)),
  questions('questions that hang on a later one', index => yesNo(`asked-${index}`, `{ asked-${index + 1}: yes }`)),
  questions('questions that hang on an unknown one', index => yesNo(`asked-${index}`, `{ aksed-${index}-x: yes }`)),
  questions('questions that hang on each other, both ways', index => yesNo(`asked-${index}`, index === 0 ? '' : `{ asked-${index - 1}: yes, not: { asked-${index - 1}: no } }`)),
  questions('questions of an unknown kind', index => `  - { id: asked-${index}, ask: x, kind: yesno, typical: 50%, dont-know: 2% }\n`),
  questions('days counted from an unknown date', index => `  - { id: asked-${index}, ask: x, kind: number, unit: x, from: 0, to: 9, counts-days-from: day-${index}, typical: [{ value: 1, share: 100% }], dont-know: 2% }\n`),
  questions('dates not before the last one', index => `  - { id: day-${index}, ask: x, kind: date, dont-know: 2%${index === 0 ? '' : `, not-before: day-${index - 1}`} }\n`),
  questions('dates not before an unknown one', index => `  - { id: day-${index}, ask: x, kind: date, dont-know: 2%, not-before: dya-${index}-x }\n`),
  repeat('options', [asked, '      - { id: early', size => `${times(size, index => `      - { id: early-${index}, says: x, typical: 0% }\n`)}      - { id: early`]),
  repeat('options with one id', [asked, '      - { id: early', size => `${times(size, () => '      - { id: early, says: x, typical: 0% }\n')}      - { id: early`]),
  repeat('typical values', [asked, '      - { value: 5, share: 100% }', size => `${times(size, index => `      - { value: ${index}, share: 0% }\n`)}      - { value: 5, share: 100% }`]),
  repeat('sections', ['pack.yaml', 'sections: [ending, interview]', size => `sections:\n  - ending\n  - interview\n${times(size, index => `  - part-${index}\n`)}`]),
  repeat('one section again and again', ['pack.yaml', 'sections: [ending, interview]', size => `sections:\n  - ending\n${'  - interview\n'.repeat(size)}`]),
];

const inOthers: readonly Repeat[] = [
  sources('sources', source),
  sources('sources with one id', () => source(0)),
  sources('sources with a word of many letters', index => `- { id: study-of-the-year-${index}, kind: study, title: ${'x'.repeat(60)}, publisher: y, knid: z }\n`),
  repeat('claims', ['sources.yaml', '  claims:\n', size => `  claims:\n${times(size, index => `    - { id: B${index % 1000}, says: x }\n`)}`]),
  beliefs('beliefs', index => `- { id: belief-${index}, claims: [A1], when: { arrival: late }, belief: x, truer: y, from: [study-2020], examples: [${example('arrival: late', `belief: belief-${index}`).slice(4, -1)}] }\n`),
  beliefs('beliefs that deny an unknown cause', index => `- { id: belief-${index}, claims: [A1], when: { arrival: late }, denies: lates-${index}, belief: x, truer: y, from: [study-2020], examples: [${example('arrival: late', `belief: belief-${index}`).slice(4, -1)}] }\n`),
  beliefs('beliefs that deny a cause', index => `- { id: belief-${index}, claims: [A1], when: { arrival: late }, denies: late, belief: x, truer: y, from: [study-2020], examples: [${example('arrival: late', `belief: belief-${index}`).slice(4, -1)}] }\n`),
  head('flags', size => `flags:\n${times(size, index => `  - { id: flag-${index}, when: { arrival: late }, says: x }\n`)}`),
  head('flags with one id', size => `flags:\n${times(size, () => '  - { id: flag, when: { arrival: late }, says: x }\n')}`),
  head('places of a message', size => `messages:\n  recovery:\n${times(size, index => `    - { place: place-${index}, words: x }\n`)}`),
  head('signs of waiting', size => `${waiting}${times(size, index => `    - { when: { minutes-late: ${1 + (index % 240)} }, speaks: for, of: quick, because: x }\n`)}`),
  head('signs of waiting with a group each', size => `${waiting}${times(size, index => `    - { when: { minutes-late: ${1 + (index % 240)} }, speaks: for, of: quick, group: fact-${index}, because: x }\n`)}`),
  head('signs of waiting of unknown types', size => `${waiting}${times(size, index => `    - { when: { minutes-late: ${1 + (index % 240)} }, speaks: for, of: quik-${index}, because: x }\n`)}`),
  repeat('contradictions', ['pack.yaml', 'contradictions:\n', size => `contradictions:\n${times(size, index => `  - { when: { minutes-late: ${1 + (index % 240)}, format: phone }, because: x }\n`)}`]),
  { what: 'causes', files: size => new Map([...minimalPack, ...causes(size, index => `cause-${index}`, () => '')]) },
  { what: 'causes that are part of an unknown one', files: size => new Map([...minimalPack, ...causes(size, index => `cause-${index}`, index => `part-of: casue-${index}-x\n`)]) },
  { what: 'causes that are part of the next', files: size => new Map([...minimalPack, ...causes(size, index => `cause-${index}`, index => `part-of: cause-${(index + 1) % size}\n`)]) },
  { what: 'causes of one name', files: size => new Map([...minimalPack, ...causes(size, () => 'late', () => '')]) },
  { what: 'files of questions', files: size => new Map([...minimalPack, ...Array.from({ length: size }, (_, index) => [`questions/part-${index}.yaml`, `section: part-${index}\ntitle: x\nquestions:\n${yesNo(`asked-${index}`)}`] as const)]) },
  { what: 'empty files', files: size => new Map([...minimalPack, ...Array.from({ length: size }, (_, index) => [`odd-${index}.yaml`, ''] as const)]) },
];

const waiting = `waiting:
  types: [{ id: quick, title: x, weight: 100%, advance: 30%, told-no: 30%, time-to-yes: { median: 5, sigma: 1, from: [study-2020] }, time-to-no: { median: 5, sigma: 1, from: [study-2020] } }]
  from: [study-2020]
  days-since: days-ago
  when-unsaid: { waiting: 3, no-reply: 9, from: [study-2020] }
  signs:
`;

function causes(size: number, id: (index: number) => string, rest: (index: number) => string): readonly (readonly [string, string])[] {
  const text = minimalPack.get(late) ?? '';
  return Array.from({ length: size }, (_, index) => [`more/${id(index)}${id(0) === id(1) ? index : ''}.yaml`, text.replace('id: late\n', `id: ${id(index)}\n${rest(index)}`).replaceAll(/id: (own-it|leave-early)/g, `id: $1-${index}`)]);
}

/** What named reasons weigh, in pack.yaml; their conditions go into the signs of each cause that can be named. */
const weighs = 'named:\n  specific: { when: { format: phone }, strength: { value: 80%, range: [60%, 90%], from: [study-2020] } }\n  stock: { when: { format: in-person } }\n';

const inNamed: readonly Repeat[] = [
  repeat('parts of a named reason, and signs against', ['pack.yaml', 'contradictions:\n', () => `${weighs}contradictions:\n`],
    [late, 'signs:\n', size => `named:\n  because: x\n  when:\n    any:\n${times(size, index => `      - minutes-late: ${1 + (index % 240)}\n`)}signs:\n${times(size >> 1, index => sign(index, '').replace('speaks: for', 'speaks: against'))}`]),
  repeat('parts of what is specific, and causes that can be named', ['pack.yaml', 'contradictions:\n', size => `${weighs.replace('{ when: { format: phone }, strength:', `\n    when:\n      any:\n${times(size, index => `        - minutes-late: ${1 + (index % 240)}\n`)}    strength:`).replace('[study-2020] } }', '[study-2020] }')}contradictions:\n`],
    [late, 'signs:\n', size => `named:\n  because: x\n  when: { nerves: blank }\nsigns:\n${times(size >> 1, index => sign(index, '').replace('speaks: for', 'speaks: against'))}`]),
];

/** Texts that are one file beside the pack: what a parser may be slow at. */
const odd = (what: string, text: (size: number) => string): Repeat => ({ what, files: size => new Map([...minimalPack, ['odd.yaml', text(size)]]) });

const inYaml: readonly Repeat[] = [
  odd('comments', size => '# x\n'.repeat(size)),
  odd('blank lines', size => '\n'.repeat(size)),
  odd('spaces', size => ' '.repeat(size)),
  odd('letters', size => `a: ${'x'.repeat(size)}`),
  odd('words', size => `a: ${'x '.repeat(size)}y`),
  odd('lines of one text', size => `a: |\n${'  x\n'.repeat(size)}`),
  odd('lines of one folded text', size => `a: >\n${'  x\n\n'.repeat(size)}`),
  odd('lines of one quoted text', size => `a: "${'x\n  '.repeat(size)}"`),
  odd('lines of one plain text', size => `a: x\n${'  x\n'.repeat(size)}`),
  odd('quotes in a row', size => `a: ${'"x" '.repeat(size)}`),
  odd('single quotes', size => `a: '${"''".repeat(size)}'`),
  odd('letters of four bytes', size => `a: ${'😀'.repeat(size)}`),
  odd('escapes', size => `a: "${'\\u00e9'.repeat(size)}"`),
  odd('letters with hidden ones between', size => `a: ${'x\u200b'.repeat(size)}`),
  odd('keys', size => times(size, index => `k${index}: 1\n`)),
  odd('keys without a value', size => times(size, index => `k${index}:\n`)),
  odd('numbers in a list', size => `a:\n${'- 1\n'.repeat(size)}`),
  odd('commas', size => `a: [${'1,'.repeat(size)}]`),
  odd('dashes', size => '-\n'.repeat(size)),
  odd('colons', size => ':\n'.repeat(size)),
  odd('colons without blanks', size => `a: ${'x:'.repeat(size)}`),
  odd('question marks', size => '?\n'.repeat(size)),
  odd('braces that close nothing', size => '}'.repeat(size)),
  odd('brackets that are never closed, a line each', size => 'a: [\n'.repeat(Math.min(size, 60))),
  odd('small maps in a list', size => `a: [${'{}, '.repeat(size)}]`),
  odd('tags', size => `a:\n${'- !x y\n'.repeat(size)}`),
  odd('anchors', size => `a:\n${times(size, index => `- &x${index} y\n`)}`),
  odd('aliases', size => `a: &x y\nb:\n${'- *x\n'.repeat(size)}`),
  odd('unknown aliases', size => `b:\n${times(size, index => `- *x${index}\n`)}`),
  odd('merges', size => '<<: x\n'.repeat(size)),
  odd('tabs', size => `a:\n${'\tb: c\n'.repeat(size)}`),
  odd('documents', size => '--- a\n'.repeat(size)),
  odd('ends of documents', size => 'a\n...\n'.repeat(size)),
  odd('directives', size => '%YAML 1.2\n'.repeat(size)),
  odd('texts cut by a comment', size => `a:\n${'- x y # z\n'.repeat(size)}`),
  odd('numbers that are too large', size => `a:\n${'- 1e400\n'.repeat(size)}`),
  odd('colons in texts', size => 'a: b: c\n'.repeat(size)),
  odd('bad indents', size => `a:\n${'   b: c\n  d: e\n'.repeat(size)}`),
  odd('keys that are maps', size => '{ a: 1 }: 2\n'.repeat(size)),
  odd('keys of many lines', size => `? |\n${'  x\n'.repeat(size)}: y\n`),
  odd('CRLF', size => 'a:\r\n'.repeat(size)),
  odd('levels of maps', size => times(Math.min(size, 600), index => `${' '.repeat(index)}a:\n`)),
];

/** Every kind of repeat that the grammar of packs has. */
export const repeats: readonly Repeat[] = [...inCauses, ...inConditions, ...inQuestions, ...inOthers, ...inNamed, ...inYaml];
