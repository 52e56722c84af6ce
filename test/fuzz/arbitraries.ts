import fc from 'fast-check';
import type { Pack, Question } from '../../src/pack/pack.ts';
import { type Case, type Edit, type Kind, type PackName, packOf } from './cases.ts';
import { type DoorName, doors } from './doors.ts';
import { anyRecipe, oddNumbers, oddTexts, type Recipe } from './recipes.ts';

/** Random packs by their seeds: so many that they differ in every way, so few that each is prepared once. */
const packName: fc.Arbitrary<PackName> = fc.oneof({ arbitrary: fc.constant('core' as const), weight: 2 }, { arbitrary: fc.constant('tiny' as const), weight: 1 }, { arbitrary: fc.nat(299), weight: 6 });

function answerTo(question: Question): fc.Arbitrary<Recipe> {
  switch (question.kind) {
    case 'number': return fc.integer({ min: question.from - 1, max: question.to + 1 });
    case 'date': return fc.constantFrom('2026-11-01', '2026-11-10', '2026-11-22', '2026-12-31', '2025-01-01');
    case 'several-of': return fc.shuffledSubarray(question.options.map(({ id }) => id));
    default: return fc.constantFrom(...question.options.map(({ id }) => id));
  }
}

const answersTo = new Map<PackName, fc.Arbitrary<Recipe>>();

/** Answers to a pack, each mostly valid; now and then a key or a value is neither. */
function answers(name: PackName): fc.Arbitrary<Recipe> {
  const known = answersTo.get(name);
  if (known) return known;
  const { questions }: Pack = packOf(name);
  const given = questions.map(question => answerTo(question).map((answer): readonly [string, Recipe] => [question.id, answer]));
  const odd = fc.tuple(fc.oneof(fc.constantFrom(...questions.map(({ id }) => id)), fc.constantFrom(...oddTexts)), anyRecipe);
  const made = fc.tuple(fc.array(fc.oneof(...given), { maxLength: name === 'core' ? 12 : 6 }), fc.oneof({ arbitrary: fc.constant([]), weight: 2 }, { arbitrary: fc.array(odd, { maxLength: 2 }), weight: 1 }))
    .map(([valid, odds]): Recipe => ({ $: 'object', of: [...valid, ...odds] }));
  const any: fc.Arbitrary<Recipe> = fc.oneof({ arbitrary: made, weight: 12 }, { arbitrary: anyRecipe, weight: 1 }, {
    arbitrary: fc.tuple(fc.constantFrom('proxy', 'null prototype', 'inherited', 'proxy without keys', 'proxy without values', 'proxy without descriptors', 'proxy without a prototype'), made).map(([$, of]): Recipe => ({ $, of })), weight: 1,
  });
  answersTo.set(name, any);
  return any;
}

const history = (name: PackName): fc.Arbitrary<Recipe> => fc.oneof({ arbitrary: fc.array(answers(name), { minLength: 1, maxLength: 6 }), weight: 9 }, { arbitrary: anyRecipe, weight: 1 });

const withPack = (kind: 'answers' | 'diagnosis' | 'history', names: fc.Arbitrary<PackName>, given: (name: PackName) => fc.Arbitrary<Recipe>): fc.Arbitrary<Case> =>
  names.chain(pack => given(pack).map((recipe): Case => ({ kind, pack, given: recipe })));

/** JSON as it may lie in a file: whole, with a slip, or none at all. */
const fileText: fc.Arbitrary<string> = fc.tuple(
  fc.oneof(fc.constantFrom('{ "answers": { "outcome": "rejected", "arrival": "late", "minutes-late": 20 } }', '{ "interviews": [ { "answers": { "outcome": "rejected" } }, { "interview": { "date": "2026-11-10" }, "answers": {} } ], "asOf": "2026-11-22" }', '{ "funnel": { "sent": 40 }, "coach": { "strike": ["late"] }, "answers": {} }'), fc.json()),
  fc.array(fc.tuple(fc.nat(), fc.nat(4), fc.oneof(fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '\n', '\r', '//', '/*', "'", '\u00a0', '\ufeff', '1e400', '-0', '01', 'NaN', '"__proto__"', '"answers"', 'null', '"\\ud800"', '[['), fc.string({ unit: 'binary', maxLength: 3 })), fc.constantFrom(1, 1, 1, 1, 90, 2000)), { maxLength: 3 }),
).map(([text, slips]) => slips.reduce((before, [at, cut, put, times]) => {
  const start = at % (before.length + 1);
  return before.slice(0, start) + put.repeat(times) + before.slice(start + cut);
}, text));

const optionNames = ['pack', 'asOf', 'funnel', 'coach', 'whatIf', 'budget', 'most', 'short', 'width', 'colour', 'english', 'for', 'notes', 'title', 'language', 'fragment', 'label', 'answers', 'fixes', 'strike', 'add', 'theory', 'agreed', 'sent', 'screens', 'style', 'interviews', 'outcome', 'arrival', 'questions', 'causes', 'hash'] as const;
const optionValues: readonly Recipe[] = ['2026-11-22', 'evening', 'uk', 'us', 'coach', 'candidate', 'en', 'late', ['late'], 3, 40, true, false, null, { $: 'object', of: [['sent', 40], ['screens', 4]] }, { $: 'object', of: [['arrival', 'on-time']] }, { $: 'object', of: [['strike', ['late']], ['theory', 'x']] }];
const options: fc.Arbitrary<Recipe> = fc.array(fc.tuple(fc.oneof({ arbitrary: fc.constantFrom(...optionNames), weight: 5 }, { arbitrary: fc.constantFrom(...oddTexts), weight: 1 }), fc.oneof({ arbitrary: fc.constantFrom(...optionValues), weight: 2 }, { arbitrary: anyRecipe, weight: 1 })), { maxLength: 3 })
  .map((of): Recipe => ({ $: 'object', of }));

const doorNames = Object.keys(doors) as DoorName[];
/** Those that take a stored diagnosis. */
const storedDoors = doorNames.filter(name => ['text', 'markdown', 'html', 'calendar', 'worksheet', 'compare', 'timeline of two', 'what if, source'].includes(name));

const snippets = [':', ' ', '\n', '  ', '- ', '\t', '[', ']', '{', '}', '"', "'", '#', ' #', '&a ', '*a', '!x ', '!!binary ', '|\n', '>\n', '? ', '%', '@', '`', '~', '---\n', '...\n', '<<: ', 'yes', 'no', 'true', '.inf', '.nan', '1e400', '-0', '0x1F', '101%', '-5%', '\ufeff', '\u0000', '\u001b[31m', '\u202e', '\u200b', '\ud800', '\r', '\r\n', '\u2028', 'not: ', 'all: ', 'any: ', '{ at-least: 1 }', 'arrival', 'late', 'unknown', '__proto__: x', 'constructor', 'id: late\n', '<b>', '{interview-date}', '[ on {interview-date}]', 'TODO', 'javascript:', 'x'.repeat(70), '😀', 'e\u0301'] as const;

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ file: fc.nat(), at: fc.nat(), cut: fc.oneof(fc.nat(6), fc.nat(60)), put: fc.oneof(fc.constantFrom(...snippets, ''), fc.string({ unit: 'binary', maxLength: 4 })), times: fc.constantFrom(1, 1, 1, 1, 1, 3, 40, 400) }),
  fc.record({ file: fc.nat(), node: fc.nat(), change: fc.constantFrom('take out', 'twice', 'first', 'inside', 'swap', 'rename', 'replace'), by: fc.oneof<fc.Arbitrary<Recipe>[]>(fc.constantFrom(...oddTexts), fc.constantFrom(...oddNumbers), fc.constantFrom<Recipe[]>(true, null, [], { $: 'object', of: [] }, ['late'], { $: 'object', of: [['arrival', 'late']] }, { $: 'object', of: [['not', ['x']]] })) }),
);

const words = ['diagnose', 'ask', 'compare', 'timeline', 'worksheet', 'questions', 'check', 'help', '--help', '--version', '--format', '--for', '--english', '--pack', '--as-of', '--out', '--what-if', '--label', '--budget', '--short', '--resume', 'text', 'json', 'md', 'html', 'ics', 'coach', 'us', '-', '--', '', 'examples/answers/late.json', 'examples/answers/weak-research.json', 'examples/answers', 'none.json', '2026-11-22', '2026-02-30', 'thank-you=specific', 'fix:x', 'late=', '=', 'stories', 'note', 'evening', '/dev/null', 'rules/sources.yaml', '--out=/dev/null', '--format=json', '-h', '-V', '-x', '--__proto__', 'constructor', '\u001b[31m', '\u0000', '😀'] as const;
const args = fc.array(fc.oneof({ arbitrary: fc.constantFrom(...words), weight: 12 }, { arbitrary: fc.constantFrom(...oddTexts.filter(text => !text.includes('..') && text.length < 4000)), weight: 1 }), { maxLength: 6 })
  .map(given => (given.includes('--out') ? given.flatMap(arg => (arg === '--out' ? ['--out', '/dev/null'] : [arg])) : given)); // nothing is written

/** Every kind of input, and how many of a thousand are of it in a long run. */
export const kinds: Readonly<Record<Kind, { readonly of: fc.Arbitrary<Case>; readonly share: number }>> = {
  answers: { of: withPack('answers', packName, answers), share: 860 },
  diagnosis: { of: withPack('diagnosis', packName.filter(name => name !== 'core'), answers), share: 20 },
  history: { of: withPack('history', packName.filter(name => name !== 'core'), history), share: 10 },
  file: { of: fc.tuple(fc.constantFrom('tiny' as const, 'core' as const), fileText).map(([pack, text]): Case => ({ kind: 'file', pack, text })), share: 50 },
  options: { of: fc.tuple(fc.constantFrom(...doorNames), fc.oneof({ arbitrary: options, weight: 2 }, { arbitrary: anyRecipe, weight: 1 })).map(([door, given]): Case => ({ kind: 'options', door, given })), share: 35 },
  stored: { of: fc.tuple(fc.constantFrom(...storedDoors), fc.nat(), anyRecipe).map(([door, leaf, by]): Case => ({ kind: 'stored', door, leaf, by })), share: 10 },
  pack: { of: fc.tuple(fc.constantFrom('minimal' as const, 'minimal' as const, 'minimal' as const, 'tiny' as const), fc.array(edit, { minLength: 1, maxLength: 4 })).map(([files, edits]): Case => ({ kind: 'pack', files, edits })), share: 14 },
  command: { of: fc.tuple(args, fc.oneof(fileText, fc.constant(''))).map(([given, input]): Case => ({ kind: 'command', args: given, input })), share: 1 },
};
