import * as z from 'zod';
import { efforts } from '../pack/effort.ts';
import { funnelStages } from '../pack/funnelStages.ts';
import { occasions } from '../pack/words.ts';
import { speaksWords } from '../pack/speaks.ts';
import { DIAGNOSIS_VERSION } from './diagnosis.ts';

const probability = z.number().min(0).max(1);
const answer = z.union([z.string(), z.number(), z.array(z.string())]);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const ids = z.array(z.string());
const control = z.enum(['you', 'fit', 'them']);
const speaks = z.enum(speaksWords);
const stage = z.enum(funnelStages);
const count = z.int().min(0);

const evidence = z.strictObject({
  cause: z.string(),
  speaks,
  because: z.string(),
  answers: z.array(z.strictObject({ question: z.string(), answer })),
});

const fix = z.strictObject({
  id: z.string(),
  cause: z.string(),
  for: z.enum(['now', 'next']),
  if: z.string().nullable(),
  do: z.string(),
  say: z.string().nullable(),
  place: z.string().nullable(),
  rehearse: z.string().nullable(),
  shows: z.strictObject({ question: z.string(), ask: z.string() }).nullable(),
  removes: probability,
  effort: z.enum(efforts),
});

const message = z.strictObject({
  occasion: z.enum(occasions),
  date: day.nullable(),
  inDays: count,
  parts: z.array(z.strictObject({ place: z.string(), fix: z.string().nullable(), text: z.array(z.union([z.string(), z.strictObject({ blank: z.string() })])) })),
  blanks: z.array(z.strictObject({ id: z.string(), says: z.string() })),
});

const explanation = z.strictObject({
  cause: z.string(),
  title: z.string(),
  why: z.string(),
  control,
  generally: z.strictObject({ cause: z.string(), title: z.string() }).nullable(),
  supported: z.boolean(),
  presence: probability,
  share: probability,
  shareRange: z.tuple([probability, probability]).nullable(),
  first: probability,
  necessity: probability,
  band: z.strictObject({ words: z.string(), from: probability, to: probability }),
  for: z.array(evidence),
  against: z.array(evidence),
  unknown: z.array(z.strictObject({ speaks, because: z.string(), questions: ids })),
  fixes: z.array(fix),
});

const beforeAfter = z.strictObject({ before: probability, after: probability });
const parts = z.strictObject({ you: probability, fit: probability, them: probability, background: probability, unseen: probability });

const whatIf = z.strictObject({
  answers: z.array(z.strictObject({ question: z.string(), ask: z.string(), before: answer.nullable(), after: answer.nullable(), says: z.strictObject({ before: z.string(), after: z.string() }) })),
  fixes: z.array(z.strictObject({ fix: z.string(), cause: z.string(), for: z.enum(['now', 'next']), do: z.string(), stops: beforeAfter })),
  goesOn: beforeAfter,
  advance: beforeAfter.nullable(),
  next: beforeAfter,
  parts: z.strictObject({ before: parts, after: parts }),
  causes: z.array(z.strictObject({ cause: z.string(), title: z.string(), control, presence: beforeAfter, share: beforeAfter })),
  association: z.boolean(),
});

const coached = z.array(z.strictObject({ cause: z.string(), title: z.string() }));

/**
 * The shape of a diagnosis, for whoever reads it as JSON.
 *
 * @example
 * import { diagnose } from 'afterview';
 * diagnosisSchema.safeParse(JSON.parse(JSON.stringify(diagnose({ outcome: 'rejected' })))).success; // true
 */
export const diagnosisSchema = z.strictObject({
  version: z.literal(DIAGNOSIS_VERSION),
  pack: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
  asOf: day.nullable(),
  answers: z.record(z.string(), answer),
  outcome: z.string().nullable(),
  headline: z.strictObject({ verdict: z.enum(['mostly-you', 'mostly-them', 'both', 'too-early', 'cannot-tell', 'advanced']), text: z.string() }),
  usualNo: probability,
  parts,
  outsideYourControl: probability,
  explanations: z.array(explanation),
  steadiness: probability.nullable(),
  silence: z.strictObject({
    verdict: z.enum(['too-early', 'open', 'probably-over', 'over']),
    clock: z.enum(['promised-day', 'interview']),
    days: z.number().min(0),
    assumed: z.boolean(),
    tookPlace: z.boolean(),
    advance: probability,
    noToCome: probability,
    never: probability,
    causes: z.array(z.strictObject({ cause: z.string(), title: z.string(), why: z.string(), probability, for: z.array(evidence), against: z.array(evidence) })),
    askFrom: day.nullable(),
    letGoFrom: day.nullable(),
    askInDays: z.int(),
    letGoInDays: z.int(),
  }).nullable(),
  pattern: z.strictObject({
    interviews: z.int(),
    failures: z.int(),
    history: z.array(z.strictObject({ date: day.nullable(), outcome: z.string().nullable(), stage: z.string().nullable() })),
    lasting: probability,
    lastingAtFirst: probability,
    standing: probability,
    recurring: z.array(z.strictObject({ cause: z.string(), title: z.string(), control: z.enum(['you', 'fit', 'them']), interviews: count.min(1) })),
    causes: z.array(z.strictObject({ cause: z.string(), title: z.string(), presence: probability, presenceAtFirst: probability })),
    next: z.strictObject({ advance: probability, lastingAfterNo: probability, lastingAfterYes: probability }),
  }).nullable(),
  funnel: z.strictObject({
    steps: z.array(z.strictObject({
      from: stage, to: stage, tried: count.min(1), passed: count,
      lowerTail: probability, upperTail: probability, expected: probability,
      posterior: z.strictObject({ mean: probability, from: probability, to: probability }),
      verdict: z.enum(['below', 'as-expected', 'above', 'too-few']),
    })),
    unusual: probability,
    bottleneck: stage.nullable(),
  }).nullable(),
  ranking: z.array(z.strictObject({ cause: z.string(), weight: probability })),
  plan: z.strictObject({ main: fix.nullable(), also: z.array(fix), now: z.array(fix), message: message.nullable(), chance: z.strictObject({ asItStands: probability, withPlan: probability }) }),
  schedule: z.array(z.strictObject({ kind: z.enum(['recovery', 'thank-you', 'check-in', 'last-message', 'let-go']), date: day.nullable(), inDays: z.int() })),
  strengths: z.array(evidence),
  beliefs: z.array(z.strictObject({ id: z.string(), belief: z.string(), truer: z.string(), denies: z.string().nullable() })),
  nextQuestions: z.array(z.strictObject({ question: z.string(), ask: z.string(), why: z.string() })),
  employerQuestion: z.strictObject({ question: z.string(), ask: z.string() }).nullable(),
  flags: z.array(z.strictObject({ id: z.string(), says: z.string() })),
  whatIf: whatIf.nullable(),
  coach: z.strictObject({ struck: coached, added: coached, theory: z.string().nullable(), agreed: z.array(z.string()) }).nullable(),
  notes: z.array(z.strictObject({ code: z.enum(['not-asked']), question: z.string(), text: z.string() })),
});
