import type { LintRule } from '../../lint/rule.ts';

/** The page of a rule, in Markdown: what it finds, why that matters, how it looks and how it should. */
export function rulePage({ id, severity, title, why, bad, good }: LintRule): string {
  return `# ${id}

${title} (${severity})

## Why

${why}

## Bad

\`\`\`yaml
${bad}\`\`\`

## Good

\`\`\`yaml
${good}\`\`\`

## Off

\`\`\`yaml
# in pack.yaml
lint:
  ${id}: off
\`\`\`
`;
}
