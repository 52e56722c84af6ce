/** The sheets to fill in. */
export const worksheetKinds = ['stories', 'questions', 'research', 'references', 'note'] as const;

/** A sheet to fill in: `stories`, `questions`, `research`, `references` or `note`. */
export type WorksheetKind = (typeof worksheetKinds)[number];
