import type { YAMLError } from 'yaml';
import { MOST_DEPTH, MOST_NODES } from './limits.ts';

/** What is wrong and what to do, for someone who writes advice and not programs. */
export interface Words {
  readonly message: string;
  readonly hint: string;
}

/** The parser's errors in a coach's words, by the parser's code. */
const words: Readonly<Record<string, Words>> = {
  ALIAS_PROPS: { message: 'an alias cannot carry a name or tag', hint: 'write the value out' },
  BAD_ALIAS: { message: 'a star points at something that is not there', hint: 'if it is text, put it in quotes' },
  BAD_COLLECTION_TYPE: { message: 'a tag does not fit what follows', hint: 'leave the tag out' },
  BAD_DIRECTIVE: { message: 'lines that start with % are not read', hint: 'leave the line out: every pack is YAML 1.2' },
  BAD_DQ_ESCAPE: { message: 'a backslash is followed by something that has no meaning', hint: 'use single quotes, or write two backslashes' },
  BAD_INDENT: { message: 'this line is not indented like its neighbours', hint: 'use two more spaces for each level, the same for all lines of a level; check that brackets and quotes are closed' },
  BAD_PROP_ORDER: { message: 'an anchor or tag stands in the wrong place', hint: 'leave it out' },
  BAD_SCALAR_START: { message: 'a text cannot start with this sign', hint: 'put the text in quotes' },
  BLOCK_AS_IMPLICIT_KEY: { message: 'there is more than one “key: value” on this line', hint: 'if a text holds a colon, put the text in quotes; otherwise give each key its own line' },
  BLOCK_IN_FLOW: { message: 'inside { } or [ ] everything is separated by commas', hint: 'add the comma, or write the keys on lines of their own' },
  DUPLICATE_KEY: { message: 'this key stands twice', hint: 'keep one of them' },
  IMPOSSIBLE: { message: 'this cannot be read', hint: 'look at the line above' },
  KEY_OVER_1024_CHARS: { message: 'this key is too long', hint: 'put the text behind a key of its own' },
  MISSING_CHAR: { message: 'a sign is missing: a comma, a colon, a bracket or a closing quote', hint: 'check that each bracket and quote on this line is closed and that commas stand between values' },
  MULTILINE_IMPLICIT_KEY: { message: 'there is no “key: value” on this line', hint: 'write a colon and a space after the key; a text that goes on here is indented further' },
  MULTIPLE_ANCHORS: { message: 'anchors are not read', hint: 'leave them out' },
  MULTIPLE_DOCS: { message: 'there is a second document in this file', hint: 'one file holds one document: take out the line “---”' },
  MULTIPLE_TAGS: { message: 'tags are not read', hint: 'leave them out' },
  NON_STRING_KEY: { message: 'a key must be a word', hint: 'if this was meant as a text, put it in quotes' },
  RESOURCE_EXHAUSTION: { message: 'this is nested too deep', hint: 'look for a bracket that is not closed' },
  TAB_AS_INDENT: { message: 'this line is indented with a tab', hint: 'use spaces' },
  TAG_RESOLVE_FAILED: { message: 'tags (words that start with !) are not read', hint: 'leave the tag out; if it is text, put it in quotes' },
  UNEXPECTED_TOKEN: { message: 'this sign does not belong here', hint: 'look for a bracket too many, or put the text in quotes' },
};

/** When the parser itself fails, as where a runtime forbids it what it needs. */
export function failed(error: unknown): Words {
  return { message: `the parser of YAML cannot run here (${error instanceof Error ? error.message : 'unknown reason'})`, hint: 'allow what it asks for' };
}

export const tooDeep: Words = { message: `this is nested more than ${MOST_DEPTH} levels deep`, hint: 'no rule file needs that; look for a bracket that is not closed' };

export const tooMany: Words = { message: `there are more than ${MOST_NODES} values in this file`, hint: 'split it' };

/** @param character - the one that nobody can see */
export function hidden(character: string): Words {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { message: `there is a character here that nobody can see (U+${code})`, hint: 'delete it and type the words again' };
}

const dashWithoutBlank: Words = { message: 'this dash starts no item of a list', hint: 'write a plain hyphen and a space after it, as in “- when:”' };

const tooFarRight: Words = { message: 'the line below is indented further, as if it belonged to this text', hint: 'take out the spaces too many; if it does belong to the text, put the text in quotes' };

/**
 * The parser's errors at one place in words.
 *
 * @param text - the file, to tell a tab from other indents
 */
export function rewordYamlErrors(faults: readonly YAMLError[], text: string): Words {
  const codes = faults.map(({ code }) => code as string);
  const { code, message, pos } = faults[0] ?? { code: 'IMPOSSIBLE', message: '', pos: [0] };
  if (codes.includes('BLOCK_AS_IMPLICIT_KEY') && codes.includes('MULTILINE_IMPLICIT_KEY')) return tooFarRight;
  if (code === 'BAD_INDENT' && text.startsWith('\t', pos[0])) return wordsOf('TAB_AS_INDENT');
  if (code === 'BAD_INDENT' && /^ *(?:-[^\s-]|[–—−])/.test(text.slice(pos[0], pos[0] + 100))) return dashWithoutBlank;
  return wordsOf(message.startsWith('Sequence item without') ? 'BAD_INDENT' : code);
}

function wordsOf(code: string): Words {
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? { message: 'this is not YAML that can be read', hint: 'look at quotes, brackets and colons on this line' };
}
