import { readFileSync, statSync } from 'node:fs';
import type { Problem, ProblemCode } from '../base/problem.ts';
import { Refusal } from './refusal.ts';

const MOST_BYTES = 4 * 1024 * 1024;

/** Where `-` reads from. */
export interface InputStream extends AsyncIterable<string | Uint8Array> {
  readonly isTTY?: boolean;
}

/** The text of a file, or of standard input for `-`. */
export async function readInput(file: string, stdin: InputStream = process.stdin): Promise<{ readonly name: string; readonly text: string }> {
  const name = file === '-' ? 'standard input' : file;
  if (file === '-' && stdin.isTTY === true) {
    throw new Refusal([problem('unreadable', name, 'there is no file, and nothing is piped in', 'name an answers file: afterview diagnose answers.json')], 2);
  }
  const bytes = await bytesOf(file, name, stdin);
  if (bytes.length > MOST_BYTES) throw new Refusal([problem('too-large', name, 'this is larger than 4 MiB', 'an answers file has a few kilobytes')]);
  const text = decoded(bytes, name);
  if (text.startsWith('\ufeff')) throw new Refusal([problem('hidden-character', name, 'this starts with two byte-order marks', 'save it as UTF-8 anew, with one or none')]);
  return { name, text };
}

/** The text without its byte-order mark. */
function decoded(bytes: Buffer, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal([problem('not-utf8', name, 'this is not UTF-8', 'save it as UTF-8')]);
  }
}

async function bytesOf(file: string, name: string, stdin: InputStream): Promise<Buffer> {
  try {
    if (file !== '-') {
      const stats = statSync(file);
      if (!stats.isFile()) throw new Refusal([problem('unreadable', name, stats.isDirectory() ? 'this is a folder' : 'this is not an ordinary file', 'name a file, or pipe the answers in and write -')]);
      if (stats.size > MOST_BYTES) return Buffer.alloc(MOST_BYTES + 1);
    }
    return file === '-' ? await allOf(stdin) : readFileSync(file);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    const message = code === 'ENOENT' ? 'there is no such file' : `this cannot be read (${code})`;
    throw new Refusal([problem('unreadable', name, message, 'check the path and whether you may read it')]);
  }
}

/** Reads no more than it takes to see that it is too much: a pipe may never end. */
async function allOf(stream: InputStream): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > MOST_BYTES) break;
  }
  return Buffer.concat(chunks);
}

function problem(code: ProblemCode, file: string, message: string, hint: string): Problem {
  return { code, message, hint, at: { file, line: 1, column: 1 } };
}
