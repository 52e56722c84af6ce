import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose, safeDiagnoseHistory } from '../../src/api/diagnose.ts';
import { openAnswersFile } from '../../src/api/openAnswersFile.ts';
import { formatProblems } from '../../src/base/problem.ts';
import { coreNotes } from '../../src/core/coreNotes.ts';
import { corePack } from '../../src/core/corePack.ts';
import type { Diagnosis, Explanation } from '../../src/diagnosis/diagnosis.ts';
import { candidateSheet, wordsIn } from '../../src/report/candidate/candidateSheet.ts';
import { namedIn } from '../../src/report/candidate/likelySection.ts';
import { fraction } from '../../src/report/fraction.ts';
import { sectionsToText } from '../../src/report/format/text.ts';
import type { Block, Section } from '../../src/report/section.ts';
import { toText } from '../../src/report/toText.ts';
import { AS_OF, consistentAnswersTo } from '../arbitraryPack.ts';
import { sheetsOf } from '../score/realCases.ts';

interface Case {
  readonly id: string;
  readonly diagnosis: Diagnosis;
}

const examples = readdirSync('examples/answers').map(file => caseOf(file, openAnswersFile(JSON.parse(readFileSync(`examples/answers/${file}`, 'utf8')) as object)));
const sheets = (['first', 'second'] as const).flatMap(reader => sheetsOf(reader).map(({ id, answers }) => caseOf(`${id}, ${reader} reader`, { interviews: [answers], asOf: '2026-11-30' })));
const cases: readonly Case[] = [...examples, ...sheets];

function caseOf(id: string, { interviews, ...options }: { readonly interviews: unknown } & Parameters<typeof safeDiagnoseHistory>[1]): Case {
  const result = safeDiagnoseHistory(interviews, options);
  if (!result.ok) throw new Error(`${id}: ${formatProblems(result.problems)}`);
  return { id, diagnosis: result.value };
}

/** The cases of which it is not so. */
function unless(holds: (diagnosis: Diagnosis) => boolean, among: readonly Case[] = cases): readonly string[] {
  return among.filter(({ diagnosis }) => !holds(diagnosis)).map(({ id }) => id);
}

const made = new WeakMap<Diagnosis, readonly Section[]>();

/** The page of a diagnosis, made once. */
function sheetOf(diagnosis: Diagnosis): readonly Section[] {
  const sheet = made.get(diagnosis) ?? candidateSheet(diagnosis);
  made.set(diagnosis, sheet);
  return sheet;
}

function blocksOf(title: RegExp, diagnosis: Diagnosis): readonly Block[] {
  return sheetOf(diagnosis).filter(each => each.title !== null && title.test(each.title)).flatMap(({ blocks }) => blocks);
}

const LIKELY = /^(?:Most likely|What your answers point to|If it turns out to be a no|What to watch next time)$/;
const ASKED = /^(?:Three|Two|One) answers? would tell most$/;

function reasonsIn(diagnosis: Diagnosis): readonly Extract<Block, { kind: 'reason' }>[] {
  return blocksOf(LIKELY, diagnosis).filter(block => block.kind === 'reason');
}

/** The causes that the page tells of, after what was left out for room. */
function toldIn(diagnosis: Diagnosis): readonly Explanation[] {
  return namedIn(diagnosis).slice(0, reasonsIn(diagnosis).length);
}

/** The texts at the top: two sentences, then what stands second. */
function openingOf(diagnosis: Diagnosis): readonly string[] {
  return (sheetOf(diagnosis)[0]?.blocks ?? []).map(block => (block.kind === 'text' ? block.text : ''));
}

test('there are cases of every kind', () => {
  const count = (holds: (diagnosis: Diagnosis) => boolean): number => cases.filter(({ diagnosis }) => holds(diagnosis)).length;
  expect(sheets.length).toBeGreaterThan(1000);
  expect(Math.min(
    count(({ silence }) => silence !== null), count(({ pattern }) => pattern !== null), count(({ funnel }) => funnel !== null), count(({ outcome }) => outcome === 'cancelled'),
    count(({ plan }) => plan.message !== null), count(({ plan }) => plan.main === null), count(each => namedIn(each).length === 2), count(each => namedIn(each).length === 0),
  )).toBeGreaterThan(0);
});

describe('one screen', () => {
  const textOf = (diagnosis: Diagnosis): string => toText(diagnosis).trimEnd();

  test('has its sections in one order, none of them empty or twice', () => {
    const order = [/^opening$/, /^What if$/, /^timeline$/, /^Behind the silence$/, LIKELY, ASKED, /^What wasn't yours$|^What wouldn't be yours$/, /^From your coach$/, /^Do this$/, /^Keep$/, /^Easy to think, and not so$/, /^more$/];
    expect(unless(diagnosis => {
      const sections = candidateSheet(diagnosis);
      const names = sections.map(({ title, blocks }, index) => title ?? (index === 0 ? 'opening' : index === sections.length - 1 ? 'more' : blocks[0]?.kind ?? ''));
      const places = names.map(name => order.findIndex(each => each.test(name)));
      return places.every((place, index) => place > (places[index - 1] ?? -1)) && names[0] === 'opening' && names.at(-1) === 'more' && sections.every(({ blocks }) => blocks.length > 0);
    })).toEqual([]);
  });

  test('holds 250 words and 35 lines of 80 columns at most, and 220 words in 97 of 100 cases', () => {
    expect(unless(diagnosis => wordsIn(textOf(diagnosis)) <= 250 && textOf(diagnosis).split('\n').length <= 35)).toEqual([]);
    expect(unless(diagnosis => wordsIn(textOf(diagnosis)) <= 220).length / cases.length).toBeLessThanOrEqual(0.03);
  });

  test('counts words and figures, and no bar', () => {
    expect(wordsIn('  █▓░ It carried 39 in 100 – “so they say”.\n  > Next time: don\'t.')).toBe(11);
  });

  test('never tells anyone to do as they did', () => {
    expect(unless(diagnosis => !/as you did/i.test(textOf(diagnosis)))).toEqual([]);
  });

  test('says at its end where there is more, how to get at it, and how many answers were left out', () => {
    expect(unless(diagnosis => /^More, with all figures and sources: the coach's sheet/.test(textOf(diagnosis).split('\n\n').at(-1)?.replaceAll('\n', ' ') ?? ''))).toEqual([]);
    const told = (answers: Parameters<typeof diagnose>[0], how?: string): unknown => candidateSheet(diagnose(answers), how).at(-1)?.blocks;
    expect(told({ outcome: 'rejected' }, ' (--for coach)')).toEqual([{ kind: 'text', text: "More, with all figures and sources: the coach's sheet (--for coach)." }]);
    expect(told({ outcome: 'rejected', attended: 'missed', 'minutes-late': 5, 'warned-ahead': 'yes' })).toEqual([
      { kind: 'text', text: "More, with all figures and sources: the coach's sheet. Left out, as it does not apply after your other answers: two of your answers." },
    ]);
  });
});

describe('it opens', () => {
  test('with the two sentences of the headline, which hold no digit', () => {
    expect(unless(diagnosis => openingOf(diagnosis)[0] === diagnosis.headline.text && !/\d/.test(diagnosis.headline.text))).toEqual([]);
    expect(unless(({ headline: { text } }) => /^[A-Z][^.?!]*\. [A-Z][^.?!]*\.$/.test(text))).toEqual([]);
  });

  test('while nothing has been heard, with a day or an act second; once it is over, with the days that were counted', () => {
    const silent = cases.filter(({ diagnosis: { silence, pattern } }) => silence !== null && pattern === null);
    const isOver = ({ diagnosis: { silence } }: Case): boolean => silence?.verdict === 'over' && silence.tookPlace;
    const act = /^(?:Today|Tomorrow|On [A-Z][a-z]+day, \d+ [A-Z][a-z]+(?: \d{4})?|In \d+ days), (?:send the message below|send a thank-you note|check in once|write one last time|let it go)[.;]/;
    expect(unless(diagnosis => act.test(openingOf(diagnosis)[1] ?? ''), silent.filter(({ diagnosis: { silence } }) => silence?.verdict !== 'over'))).toEqual([]);
    expect(unless(diagnosis => /^\([^)]*\d+ days?\b[^)]*\)$/.test(openingOf(diagnosis)[1] ?? ''), silent.filter(isOver))).toEqual([]);
    expect([silent.filter(each => !isOver(each)).length, silent.filter(isOver).length].every(count => count > 3)).toBe(true);
  });

  test('after several interviews, with what they say together second', () => {
    const together = cases.filter(({ diagnosis: { pattern } }) => (pattern?.failures ?? 0) > 1);
    expect(together.length).toBeGreaterThan(1);
    expect(unless(diagnosis => /^(?:In (?:all )?[a-z]+ (?:of [a-z]+ )?interviews your answers point to the same: |[A-Z][a-z]+ noes together |Hearing no )/.test(openingOf(diagnosis)[1] ?? ''), together)).toEqual([]);
  });

  test('with where the whole search stops, for whoever counted it', () => {
    const stopped = cases.filter(({ diagnosis: { funnel } }) => (funnel?.bottleneck ?? null) !== null);
    expect(stopped.length).toBeGreaterThan(0);
    expect(unless(diagnosis => /It stops |What decides before a first call/.test(openingOf(diagnosis)[1] ?? ''), stopped)).toEqual([]);
  });
});

describe('the causes that it names', () => {
  test('are two at most, the first ones of the ranking, none of them improbable', () => {
    expect(unless(diagnosis => reasonsIn(diagnosis).length <= 2)).toEqual([]);
    expect(unless(diagnosis => toldIn(diagnosis).every(({ supported, presence }) => supported && presence >= 0.2))).toEqual([]);
    expect(unless(diagnosis => {
      const place = (cause: string): number => diagnosis.ranking.findIndex(each => each.cause === cause);
      const supported = diagnosis.explanations.filter(each => each.supported && each.presence >= 0.2).sort((a, b) => place(a.cause) - place(b.cause));
      const struck = diagnosis.coach?.struck.map(({ cause }) => cause) ?? [];
      return toldIn(diagnosis)[0]?.cause === supported.find(({ cause }) => !struck.includes(cause))?.cause;
    })).toEqual([]);
  });

  test('each have their own evidence, and one figure with its range: how likely they were there, or what part they had', () => {
    expect(unless(diagnosis => reasonsIn(diagnosis).every(({ title, text }, index) => {
      const told = toldIn(diagnosis)[index] as Explanation;
      const [from, to] = (told.shareRange ?? [told.share, told.share]).map(fraction) as [string, string];
      const rest = told.for.reduce((left, { because }) => left.replace(because, ''), text).trim();
      const hasEvidence = rest !== text || `${told.title}.` === told.for[0]?.because;
      if (!hasEvidence || !title.toLowerCase().includes(told.title.toLowerCase().replace(/[.?]$/, ''))) return false;
      if (told.presence <= 0.995) return rest === '' && title.startsWith(`${told.band.words.charAt(0).toUpperCase()}${told.band.words.slice(1)} (${Math.round(told.band.from * 100)}–${Math.round(told.band.to * 100)}%): `);
      return !title.includes('%') && /^It (?:carried|would carry) [a-z ]+ weight(?:, about a twentieth)?(?: \(anywhere from [a-z ]+ to [a-z ]+\))?\.$/.test(rest) && rest.includes(`(anywhere from ${from} to ${to})`) === (from !== to);
    }))).toEqual([]);
  });

  test('are called most likely from a fifth of it on, and not below', () => {
    const titled = (diagnosis: Diagnosis, title: string): boolean => candidateSheet(diagnosis).some(each => each.title === title);
    expect(unless(diagnosis => !titled(diagnosis, 'Most likely') || (toldIn(diagnosis)[0]?.share ?? 0) >= 0.195)).toEqual([]);
    expect(unless(diagnosis => !titled(diagnosis, 'What your answers point to') || (toldIn(diagnosis)[0]?.share ?? 1) < 0.195)).toEqual([]);
  });
});

describe('the plan', () => {
  /** What a coach adds comes first, then what most interviews have in common, then the ranking. */
  function leadOf({ coach, pattern, ranking, explanations }: Diagnosis): Explanation | undefined {
    const order = [...(coach?.added ?? []), ...(pattern?.recurring ?? []), ...ranking].map(({ cause }) => cause);
    const struck = coach?.struck.map(({ cause }) => cause) ?? [];
    return order.filter(cause => !struck.includes(cause)).flatMap(cause => explanations.find(each => each.cause === cause) ?? [])
      .find(({ supported, control, presence, fixes }) => supported && control !== 'them' && presence >= 0.2 && fixes.some(fix => fix.for === 'next'));
  }

  test('serves the first supported cause that can be changed and has a fix that fits, if there is one', () => {
    const led = cases.filter(({ diagnosis }) => leadOf(diagnosis));
    expect(led.length).toBeGreaterThan(500);
    expect(unless(diagnosis => diagnosis.plan.main?.cause === leadOf(diagnosis)?.cause, led)).toEqual([]);
  });

  test('stands last under “Do this”, below one message at most', () => {
    expect(unless(diagnosis => {
      const blocks = blocksOf(/^Do this$/, diagnosis);
      const messages = blocks.filter(({ kind }) => kind === 'message');
      const last = blocks.at(-1);
      return messages.length === (diagnosis.plan.message === null ? 0 : 1) && (diagnosis.plan.main === null || (last?.kind === 'plan' && last.text.startsWith('Next time: ')));
    })).toEqual([]);
  });
});

describe('what is easy to think', () => {
  test('is one belief at most, which denies nothing that the page names', () => {
    expect(unless(diagnosis => {
      const blocks = blocksOf(/^Easy to think/, diagnosis);
      const text = blocks[0]?.kind === 'text' ? blocks[0].text : '';
      const belief = diagnosis.beliefs.find(each => text.startsWith(`“${each.belief}” `));
      return blocks.length <= 1 && (blocks.length === 0) === (belief === undefined) && !toldIn(diagnosis).some(({ cause }) => cause === belief?.denies);
    })).toEqual([]);
  });
});

describe('where nothing is known', () => {
  test.each([[{}, /haven't said yet how it ended/], [{ outcome: 'rejected' }, /Your answers don't show why/]] as const)('%j: it says so, names no cause, and asks three questions', (answers, words) => {
    const diagnosis = diagnose(answers);
    expect(diagnosis.headline.text).toMatch(words);
    expect(reasonsIn(diagnosis)).toEqual([]);
    expect(blocksOf(/^Three answers would tell most$/, diagnosis)).toEqual([{ kind: 'list', items: diagnosis.nextQuestions.map(({ ask }) => ask.replace(/ Choose all.*$/, '')) }]);
    expect(diagnosis.nextQuestions).toHaveLength(3);
    expect(toText(diagnosis)).toContain('too few to plan');
  });

  test('as many are announced as are asked, and none of whoever went on', () => {
    const diagnosis = diagnose({ outcome: 'rejected' });
    const asking = (count: number): unknown => candidateSheet({ ...diagnosis, nextQuestions: diagnosis.nextQuestions.slice(0, count) }).map(({ title }) => title).filter(title => title?.endsWith('would tell most'));
    expect([3, 2, 1, 0].map(asking)).toEqual([['Three answers would tell most'], ['Two answers would tell most'], ['One answer would tell most'], []]);
    expect(blocksOf(ASKED, diagnose({ outcome: 'advanced' }))).toEqual([]);
  });
});

describe('whoever went on', () => {
  test.each([[{ outcome: 'advanced' }], [{ outcome: 'advanced', arrival: 'late' }], [{ outcome: 'advanced', 'hired-person': 'unknown', nerves: ['voice'] }]] as const)('%j: is congratulated, and told of no no', answers => {
    const diagnosis = diagnose<never>(answers as never);
    const text = toText(diagnosis);
    expect(diagnosis.headline.text).toMatch(/well done/);
    expect(text).not.toMatch(/What wasn't yours|Most likely|carried|turned down|a no\b/);
    expect(candidateSheet(diagnosis).map(({ title }) => title)).not.toContain("What wouldn't be yours");
    if (namedIn(diagnosis).length > 0) expect(text).toContain('What to watch next time');
  });
});

test('for all answers: no strength cites an answer that speaks for a cause on the page, no belief denies one, and there is one screen', () => {
  fc.assert(fc.property(consistentAnswersTo(corePack), answers => {
    const diagnosis = diagnose(answers as object, { asOf: AS_OF });
    const told = toldIn(diagnosis);
    const speaking = new Set(told.flatMap(each => each.for).flatMap(({ answers: cited }) => cited.map(({ question }) => question)));
    const kept = blocksOf(/^Keep$/, diagnosis).flatMap(block => (block.kind === 'list' ? block.items : []));
    const citedBy = (because: string): readonly string[] => diagnosis.strengths.find(strength => strength.because === because)?.answers.map(({ question }) => question) ?? ['none'];
    expect(kept.length).toBeLessThanOrEqual(3);
    for (const because of kept) expect(citedBy(because).filter(question => question === 'none' || speaking.has(question))).toEqual([]);
    const [easy] = blocksOf(/^Easy to think/, diagnosis);
    const belief = diagnosis.beliefs.find(each => easy?.kind === 'text' && easy.text.startsWith(`“${each.belief}” `));
    if (belief) expect(told.map(({ cause }) => cause)).not.toContain(belief.denies);
    expect(told.filter(({ presence, supported }) => presence < 0.2 || !supported)).toEqual([]);
    expect(sectionsToText(sheetOf(diagnosis)).trimEnd().split('\n').length).toBeLessThanOrEqual(35);
  }), { numRuns: 10_000 });
}, 900_000);

test('with the notes it says in short what it is based on, and nothing else changes', () => {
  const late = diagnose({ outcome: 'rejected', arrival: 'late' });
  const [plain, based] = [candidateSheet(late), candidateSheet(late, '', coreNotes)];
  expect(based.slice(0, -1)).toEqual(plain.slice(0, -1));
  expect(JSON.stringify(based.at(-1))).toMatch(/Based on [^"]+\./);
});
