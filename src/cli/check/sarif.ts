import type { Log, Result } from 'sarif';
import { version } from '../../../package.json';
import { lintRules } from '../../lint/lintPack.ts';
import type { Notice } from './notice.ts';
import { rulePage } from './rulePage.ts';

/** What was found in the Static Analysis Results Interchange Format (OASIS, version 2.1.0), as editors and code hosts read it. */
export function sarifLog(notices: readonly Notice[]): Log {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'afterview', semanticVersion: version, rules: lintRules.map(rule => ({
        id: rule.id,
        shortDescription: { text: rule.title },
        fullDescription: { text: rule.why },
        help: { text: rule.why, markdown: rulePage(rule) },
        defaultConfiguration: { level: rule.severity },
      })) } },
      columnKind: 'utf16CodeUnits',
      results: notices.map(resultOf),
    }],
  };
}

function resultOf({ rule, severity, message, hint, at }: Notice): Result {
  const ruleIndex = lintRules.findIndex(({ id }) => id === rule);
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: severity,
    message: { text: `${message} (${hint})` },
    ...(at ? { locations: [{ physicalLocation: {
      artifactLocation: { uri: at.file.split('/').map(encodeURIComponent).join('/') },
      region: { startLine: at.line, startColumn: at.column, ...(at.width === undefined ? {} : { endColumn: at.column + at.width }) },
    } }] } : {}),
  };
}
