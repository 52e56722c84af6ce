/** The sheets to fill in. */
export const worksheetKinds = ['stories', 'questions', 'research', 'references', 'note'] as const;

export type WorksheetKind = (typeof worksheetKinds)[number];
