/** What a file of a pack may hold: far above any that people write, far below what hurts a parser. */
export const MOST_BYTES = 256 * 1024;
/** All files of a pack together. */
export const MOST_LETTERS = 16 * 1024 * 1024;
export const MOST_DEPTH = 24;
export const MOST_NODES = 20_000;

/** Brackets, commas, backslashes and signs of tags and anchors anywhere in the text, be it in a sentence. */
export const MOST_SIGNS = 10_000;

/** Brackets open at once, or dashes in a row, anywhere in the text, be it in a sentence. */
export const MOST_OPEN = 64;

/** Of one file no more problems are told: by then most follow from the first. */
export const MOST_PROBLEMS = 50;

/** Errors of the parser that are looked at, so that the bracket is found from which the others follow. */
export const MOST_ERRORS = 1000;
