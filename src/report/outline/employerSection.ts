import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Section } from './section.ts';

/** The one question to the employer, ready to send. */
export function employerSection({ employerQuestion, plan, schedule }: Diagnosis): Section {
  if (employerQuestion === null) return { title: null, blocks: [] };
  const sending = schedule.length > 0 ? 'Put it into the next message above, not into one of its own, and let it rest whatever comes back.' : 'Send it once, and let it rest whatever comes back.';
  const inOne = schedule.length === 0 && plan.now.some(({ say }) => say !== null) ? ' If you also write what stands above, make it one message.' : '';
  return {
    title: 'One question worth sending',
    blocks: [{ kind: 'plan', text: `Of all that they could tell you, this would say most. ${sending}${inOne}`, say: employerQuestion.draft }],
  };
}
