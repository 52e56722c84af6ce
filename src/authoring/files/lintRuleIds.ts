/** What `check` looks for beside problems: the rules that `lint` in `pack.yaml` may name, in order. */
export const lintRuleIds = [
  'carried-by-nothing', 'case-never-chosen', 'cause-never-raised', 'counted-twice', 'fix-never-applies', 'never-told', 'option-idle', 'passage-never-said',
  'question-unreachable', 'ratio-unlikely', 'sentence-long', 'shared-observation', 'sign-never-shows', 'signs-clash', 'words-blaming', 'words-hard',
] as const;

export type LintRuleId = (typeof lintRuleIds)[number];
