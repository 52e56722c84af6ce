import * as z from 'zod';
import { type LintRuleId, lintRuleIds } from './lintRuleIds.ts';
import { efforts } from '../../pack/effort.ts';
import { speaksWords } from '../../pack/speaks.ts';

/** The shape of every file of a pack, written once; types are inferred, editors get it as JSON Schema. */

export const slug = z.string({ error: 'write a short id' })
  .max(60, { error: 'an id has at most 60 letters' })
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, { error: 'an id is written in small letters, digits and single hyphens' })
  .meta({ description: 'small letters, digits and single hyphens' });

const sentence = z.string({ error: 'write a text' }).trim()
  .min(1, { error: 'write a text; this one is empty' })
  .max(1500, { error: 'this text is too long: 1500 letters at most' })
  .refine(text => !/\{\{|\}\}|\bTODO\b|\[(?:your|name|company|role)[^\]]*\]/i.test(text), { error: 'there is a placeholder left in this text' })
  .refine(text => !/javascript:/i.test(text), { error: 'a text cannot hold a “javascript:” link' });

/** A share as people write it: `5%`, `0.5%`, from 0% to 100%. */
const percent = z.string({ error: 'write a percentage, such as 5%' })
  .regex(/^(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)%$/, { error: 'write a percentage from 0% to 100%, such as 5% or 0.5%' });

const claim = z.string({ error: 'a claim is a letter and a number, such as A10' })
  .regex(/^[A-Z]\d{1,3}$/, { error: 'a claim is a letter and a number, such as A10' });

const claims = z.array(claim, { error: 'write a list of claims, such as [A10]' });
const from = z.array(slug, { error: 'write a list of sources, such as [judgement]' }).min(1, { error: 'name at least one source, or judgement' });
const range = z.tuple([percent, percent], { error: 'write the lowest and the highest value: [2%, 10%]' });

/** Parsed further by `compileCondition`, which knows the questions. */
const condition = z.union(
  [z.record(z.string(), z.unknown()), z.array(z.unknown())],
  { error: 'a condition is a map such as { arrival: late }, or a list of maps' },
).meta({ description: 'a map means all must hold, a list means any; all:, any: and not: nest' });

const word = <const T extends readonly string[]>(words: T) =>
  z.enum(words, { error: `write one of: ${words.join(', ')}` });

const sourced = z.strictObject({ value: percent, range: range.optional(), from, note: sentence.optional() });
const branch = z.strictObject({ if: condition, value: percent, range: range.optional(), from, note: sentence.optional() });
const branches = z.array(branch).min(1, { error: 'leave `when` out, or give it a case' });

const sign = z.strictObject({
  when: condition,
  unless: condition.optional(),
  speaks: word(speaksWords),
  group: slug.optional(),
  because: sentence,
  keep: word(['yes', 'no']).optional(),
});

/** Words to send or say: a text, or passages of which some belong only under a condition. */
const passage = z.union([sentence, z.strictObject({ when: condition.optional(), unless: condition.optional(), words: sentence })], { error: 'a passage is a text, or { when: …, words: … }' });
const draft = z.union([sentence, z.array(passage).min(1, { error: 'give it a passage, or take it out' })], { error: 'words to send are a text, or a list of passages' })
  .refine(words => wordsIn(words) <= 120, { error: 'words to send are 120 at most' });

function wordsIn(draft: string | readonly (string | { readonly words: string })[]): number {
  return [draft].flat().map(each => (typeof each === 'string' ? each : each.words)).join(' ').split(/\s+/).length;
}

const fix = z.strictObject({
  id: slug,
  for: word(['now', 'next']),
  when: condition.optional(),
  unless: condition.optional(),
  if: sentence.optional(),
  do: sentence,
  say: draft.optional(),
  place: slug.optional(),
  rehearse: sentence.optional(),
  removes: sourced,
  effort: word(efforts),
  always: word(['yes']).optional(),
  lifts: word(['nerve', 'support']).optional(),
  claims: claims.optional(),
});

const answer = z.union([z.string(), z.number(), z.array(z.string())], { error: 'an answer is a word, a number or a list of words' });
const answers = z.record(z.string(), answer, { error: 'write the answers as { question: answer }' });

const idOrIds = z.union([slug, z.array(slug).min(1)], { error: 'write an id, or a list of ids' });

const causeExample = z.strictObject({
  name: sentence,
  answers,
  expect: z.strictObject({
    first: slug.optional(),
    minor: idOrIds.optional(),
    absent: idOrIds.optional(),
    supported: idOrIds.optional(),
    unsupported: idOrIds.optional(),
  }),
});

const explained = word(['no', 'silence']);

export const causeFile = z.strictObject({
  id: slug,
  title: sentence,
  control: word(['you', 'fit', 'them']),
  explains: z.union([explained, z.array(explained).min(1)], { error: 'write no, silence, or [no, silence]' }),
  scope: word(['candidate', 'interview']),
  'part-of': slug.optional(),
  'base-rate': z.strictObject({ value: percent, range, from, note: sentence.optional(), when: branches.optional() }),
  strength: z.strictObject({ usually: percent, range, from, note: sentence.optional(), when: branches.optional() }).optional(),
  silence: z.strictObject({ state: word(['undecided', 'never-told']), share: sourced }).optional(),
  claims,
  why: sentence,
  explore: sentence.optional(),
  named: z.strictObject({ when: condition, unless: condition.optional(), because: sentence }).optional(),
  signs: z.array(sign).min(1, { error: 'a cause needs at least one sign' }),
  fixes: z.array(fix).min(1, { error: 'a cause needs at least one fix' }),
  examples: z.array(causeExample).min(2, { error: 'a cause needs at least two examples' }),
});

const typicalOption = z.strictObject({ id: slug, says: sentence, typical: percent });
const wholeNumber = z.int({ error: 'write a whole number' });

const employer = z.strictObject({ ask: sentence, if: condition.optional() });

const asked = { id: slug, core: word(['yes', 'no']).optional(), ask: sentence, help: sentence.optional(), 'ask-if': condition.optional(), employer: employer.optional(), 'dont-know': percent };

export const questionKinds = ['one-of', 'several-of', 'yes-no', 'number', 'date'] as const;

export const question = z.discriminatedUnion('kind', [
  z.strictObject({ ...asked, kind: z.literal('one-of'), options: z.array(typicalOption).min(2, { error: 'give two options or more' }) }),
  z.strictObject({ ...asked, kind: z.literal('several-of'), options: z.array(typicalOption).min(2, { error: 'give two options or more' }) }),
  z.strictObject({ ...asked, kind: z.literal('yes-no'), typical: percent }),
  z.strictObject({
    ...asked, kind: z.literal('number'), unit: sentence, from: wholeNumber, to: wholeNumber,
    'counts-days-from': slug.optional(),
    typical: z.array(z.strictObject({ value: wholeNumber, share: percent })).min(1),
  }),
  z.strictObject({ ...asked, kind: z.literal('date'), 'not-before': slug.optional() }),
], { error: `kind is one of: ${questionKinds.join(', ')}` });

export const questionsFile = z.strictObject({
  section: slug,
  title: sentence,
  questions: z.array(question).min(1, { error: 'a section needs at least one question' }),
});

const days = z.number({ error: 'write a number of days' }).positive({ error: 'a time is longer than 0 days' }).max(730, { error: 'a time is 730 days at most' });
const wholeDays = days.int({ error: 'write a whole number of days' });
const lognormal = z.strictObject({ median: days, sigma: z.number().positive().max(3, { error: 'sigma is the spread of the logarithm, 3 at most' }), from, note: sentence.optional() });

const waiting = z.strictObject({
  types: z.array(z.strictObject({
    id: slug, title: sentence, weight: percent, advance: percent, 'told-no': percent, 'time-to-yes': lognormal, 'time-to-no': lognormal,
  })).min(1, { error: 'give at least one type of employer' }).max(9),
  from,
  note: sentence.optional(),
  'days-since': slug,
  'days-past-promise': slug.optional(),
  'missed-promise': z.strictObject({ ratio: z.number().min(1).max(10), range: z.tuple([z.number(), z.number()]), from, note: sentence.optional() }).optional(),
  'when-unsaid': z.strictObject({ waiting: wholeDays, 'no-reply': wholeDays, from, note: sentence.optional() }),
  signs: z.array(z.strictObject({ when: condition, unless: condition.optional(), speaks: word(speaksWords), of: slug, group: slug.optional(), because: sentence })).optional(),
});

/** A pass rate: its mean over people, and the range that holds the central 95% of them. */
const passRate = z.strictObject({ value: percent, range, from, note: sentence.optional() });

/** Named by the stage that is reached: the share of those at the stage before it. */
const funnel = z.strictObject({
  screens: passRate, 'first-interviews': passRate, 'second-interviews': passRate, offers: passRate,
});

/** What is written to the employer on one occasion: places in order, with the words that stand there unless a fix has its own. */
const message = z.array(z.strictObject({ place: slug, words: draft.optional(), asks: word(['yes']).optional() })).min(1, { error: 'a message needs a place' });
const messages = z.strictObject({
  recovery: message.optional(), 'thank-you': message.optional(), 'check-in': message.optional(), 'last-message': message.optional(),
  'after-a-no': message.optional(), 'after-a-yes': message.optional(),
});

/** What a reason weighs that the employer named, by how it was put. */
const named = z.strictObject({
  specific: z.strictObject({ when: condition, unless: condition.optional(), strength: sourced }),
  stock: z.strictObject({ when: condition }),
});

const severity = word(['off', 'warning', 'error']);

/** What `check` does about one of its rules. */
export type Severity = z.infer<typeof severity>;

export const packFile = z.strictObject({
  format: z.literal(1, { error: 'this version of afterview reads format 1' }),
  id: slug,
  version: z.string({ error: 'a version is three numbers: 1.0.0' }).regex(/^\d+\.\d+\.\d+$/, { error: 'a version is three numbers: 1.0.0' }),
  title: sentence,
  sections: z.array(slug).min(1, { error: 'name the sections of questions in the order in which they are asked' }),
  background: sourced,
  standing: z.strictObject({
    levels: z.array(z.strictObject({ stops: percent, weight: percent })).min(1).max(9),
    from,
    note: sentence.optional(),
  }),
  focus: sourced.optional(),
  named: named.optional(),
  waiting: waiting.optional(),
  funnel: funnel.optional(),
  'ask-nothing-if': condition.optional(),
  'ask-directly-if': condition.optional(),
  'send-nothing-if': condition.optional(),
  messages: messages.optional(),
  flags: z.array(z.strictObject({ id: slug, when: condition, says: sentence })).optional(),
  contradictions: z.array(z.strictObject({ when: condition, because: sentence })).optional(),
  lint: z.strictObject(Object.fromEntries(lintRuleIds.map(id => [id, severity.optional()])) as Record<LintRuleId, z.ZodOptional<typeof severity>>).optional(),
});

export const beliefsFile = z.array(z.strictObject({
  id: slug,
  claims,
  when: condition,
  alone: word(['yes', 'no']).optional(),
  unless: condition.optional(),
  denies: slug.optional(),
  belief: sentence,
  truer: sentence,
  from,
  examples: z.array(z.strictObject({
    name: sentence,
    answers,
    expect: z.strictObject({ belief: slug.optional(), 'no-belief': slug.optional() }),
  })).min(1, { error: 'a belief needs at least one example' }),
}), { error: 'write a list of beliefs, each starting with “- id:”' });

export const sourcesFile = z.array(z.strictObject({
  id: slug,
  kind: word(['study', 'official', 'survey', 'platform', 'article', 'anecdote']),
  title: sentence,
  publisher: sentence,
  year: wholeNumber.min(1900, { error: 'write the year as 2017' }).max(2100, { error: 'write the year as 2017' }).optional(),
  sample: sentence.optional(),
  url: z.string().regex(/^https?:\/\/\S+$/, { error: 'a url starts with https:// or http://' }).optional(),
  rows: z.array(claim).optional(),
  found: sentence.optional(),
  caution: sentence.optional(),
  grade: word(['A', 'B', 'C', 'D']).optional(),
  claims: z.array(z.strictObject({ id: claim, says: sentence })).optional(),
}), { error: 'write a list of sources, each starting with “- id:”' });

export type CauseFile = z.infer<typeof causeFile>;
export type QuestionWords = z.infer<typeof question>;
export type QuestionsFile = z.infer<typeof questionsFile>;
export type PackFile = z.infer<typeof packFile>;
export type BeliefsFile = z.infer<typeof beliefsFile>;
export type SourcesFile = z.infer<typeof sourcesFile>;
export type SourcedWords = z.infer<typeof sourced>;
export type BranchWords = z.infer<typeof branch>;
export type FixWords = z.infer<typeof fix>;
export type SignWords = z.infer<typeof sign>;
export type Answers = z.infer<typeof answers>;
