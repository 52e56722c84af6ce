import { safeCompare } from '../api/compare.ts';
import { type Checked, refused } from '../base/problem.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { WhatIf } from '../diagnosis/whatIfOf.ts';
import type { Pack } from '../pack/pack.ts';
import { safeFillMessage } from '../plan/fillMessage.ts';
import { whatIfSection } from '../report/coach/whatIfSection.ts';
import { comparisonToMarkdown } from '../report/comparisonText.ts';
import { sectionsToMarkdown } from '../report/format/markdown.ts';
import { nextTime, nextTimeOf } from './diagnosisTools.ts';
import { day, type JsonSchema, listOf, objectOf, oneOf, orNull, part, text, yesOrNo } from './jsonSchema.ts';
import type { Tool } from './tool.ts';
import { diagnosisIn, interviewInput, interviewKeys, readInput } from './toolInput.ts';

const beforeAfter = objectOf({ before: part(), after: part() });

export function whatIfTool(pack: Pack): Tool {
  return {
    name: 'what_if',
    title: 'What would be otherwise',
    description: 'The same interview with other answers, or with a fix done: how the chance of going on and the causes move, and whether that is the change itself or only how people with such answers fare.',
    inputSchema: objectOf({
      ...interviewInput,
      change: objectOf({ answers: interviewInput.answers, fixes: { ...listOf(text()), description: 'Ids of fixes; explain_cause has them.' } }, ['answers', 'fixes']),
    }, [...interviewKeys]),
    outputSchema: objectOf({
      goesOn: { ...beforeAfter, description: 'That an interview with these answers goes on.' }, next: { ...beforeAfter, description: 'That the next interview goes on.' },
      causes: listOf(objectOf({ cause: text(), title: text(), share: beforeAfter })),
      association: { ...yesOrNo, description: 'Whether it says only how people with such answers fare.' },
    }),
    run: input => {
      const given = readInput(input, [...interviewKeys, 'change']);
      if (!given.ok) return given;
      if (!given.value.has('change')) return refused([{ code: 'missing-key', message: '“change” is missing', hint: 'write { "answers": …, "change": { "answers": { "arrival": "on-time" } } }', path: ['change'] }]);
      const diagnosis = atChange(diagnosisIn(pack, given.value, given.value.get('change')));
      if (!diagnosis.ok) return diagnosis;
      const { goesOn, next, causes, association } = diagnosis.value.whatIf as WhatIf;
      return { ok: true, value: {
        text: sectionsToMarkdown('What if', [{ ...whatIfSection(diagnosis.value), title: null }]),
        data: { goesOn, next, causes: causes.map(({ cause, title, share }) => ({ cause, title, share })), association },
      } };
    },
  };
}

/** What is wrong with the changes lies below `change`. */
function atChange(result: Checked<Diagnosis>): Checked<Diagnosis> {
  if (result.ok) return result;
  return refused(result.problems.map(problem => (problem.path?.[0] === 'whatIf' ? { ...problem, path: ['change', ...problem.path.slice(1)] } : problem)));
}

export function draftMessageTool(pack: Pack): Tool {
  const blank = objectOf({ id: text(), says: text() });
  return {
    name: 'draft_message',
    title: 'The message that is due',
    description: 'The one message to this employer that is due next, with its blanks. Ask the person for the words of each blank, and pass them as “filled”: never fill one yourself. No message means that nothing should be sent.',
    inputSchema: objectOf({ ...interviewInput, filled: { type: 'object', additionalProperties: { type: 'string' }, description: 'Id of a blank → the words of the person, at most 300 letters.' } }, [...interviewKeys, 'filled']),
    outputSchema: objectOf({ message: orNull(objectOf({ occasion: text(), date: orNull(day), text: text(), open: { ...listOf(blank), description: 'Blanks that only the person can fill; until there are none it is unfinished.' } })) }),
    run: input => {
      const given = readInput(input, [...interviewKeys, 'filled']);
      if (!given.ok) return given;
      const diagnosis = diagnosisIn(pack, given.value);
      if (!diagnosis.ok) return diagnosis;
      const { message } = diagnosis.value.plan;
      if (!message) return { ok: true, value: { text: 'Nothing should be sent now.', data: { message: null } } };
      const filled = safeFillMessage(message, given.value.get('filled') ?? {});
      if (!filled.ok) return refused(filled.problems.map(problem => ({ ...problem, path: ['filled', ...problem.path ?? []] })));
      const open = message.blanks.filter(({ id }) => filled.value.open.includes(id)).map(({ id, says }) => ({ id, says }));
      return { ok: true, value: { text: filled.value.text, data: { message: { occasion: message.occasion, date: message.date, text: filled.value.text, open } } } };
    },
  };
}

export function compareTool(pack: Pack): Tool {
  const interview: JsonSchema = objectOf({ ...interviewInput }, [...interviewKeys]);
  return {
    name: 'compare',
    title: 'Two interviews, one after the other',
    description: 'What became of the plan between two interviews of one person, what changed, what to keep and what to try next.',
    inputSchema: objectOf({ before: interview, after: interview }),
    outputSchema: objectOf({
      fixes: { ...listOf(objectOf({ fix: text(), title: text(), status: oneOf(['done', 'gone', 'again', 'cannot-tell']) })), description: 'What became of the earlier plan.' },
      changes: listOf(objectOf({ cause: text(), title: text(), before: orNull(part('Its part in the earlier no.')), after: orNull(part('In the later one.')) })),
      keep: listOf(text()), nextTime,
    }),
    run: input => {
      const given = readInput(input, ['before', 'after']);
      if (!given.ok) return given;
      const [before, after] = (['before', 'after'] as const).map(which => diagnosedAt(pack, given.value.get(which), which)) as [Checked<Diagnosis>, Checked<Diagnosis>];
      if (!before.ok || !after.ok) return refused([before, after].flatMap(each => (each.ok ? [] : each.problems)));
      const compared = safeCompare(before.value, after.value);
      if (!compared.ok) return compared;
      const { fixes, changes, keep, next } = compared.value;
      return { ok: true, value: { text: comparisonToMarkdown(compared.value), data: {
        fixes: fixes.map(({ fix, title, status }) => ({ fix: fix.id, title, status })),
        changes: changes.map(({ cause, title, before: earlier, after: later }) => ({ cause, title, before: earlier?.share ?? null, after: later?.share ?? null })),
        keep: keep.map(({ because }) => because), nextTime: nextTimeOf(next),
      } } };
    },
  };
}

function diagnosedAt(pack: Pack, interview: unknown, which: string): Checked<Diagnosis> {
  const given = readInput(interview, interviewKeys);
  const diagnosis = given.ok ? diagnosisIn(pack, given.value) : given;
  return diagnosis.ok ? diagnosis : refused(diagnosis.problems.map(problem => ({ ...problem, path: [which, ...problem.path ?? []] })));
}
