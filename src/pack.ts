export { type ReadPack, readPack, safeReadPack } from './authoring/readPack.ts';
export type { PackExample } from './authoring/check/packExamples.ts';
export type { Logic } from './pack/logic.ts';
export type { Notes, Source } from './pack/notes.ts';
export type { Pack } from './pack/pack.ts';
export { safeWithWords, withWords } from './pack/withWords.ts';
export type { Words } from './pack/words.ts';
export { isPackError, PackError } from './base/errors.ts';
export { type Checked, formatProblem, formatProblems, type Problem, type ProblemCode } from './base/problem.ts';
