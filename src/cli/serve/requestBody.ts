import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type JsonFile, readJson } from '../readJson.ts';
import { Refusal } from '../refusal.ts';
import { refuse } from './problemDetails.ts';

/** A questionnaire has a few kilobytes. */
const MOST_KIB = 256;

export const limited = bodyLimit({ maxSize: MOST_KIB * 1024, onError: context => {
  context.header('connection', 'close'); // the rest of it is not read
  return refuse(context, 413, `a body has at most ${MOST_KIB} KiB`);
} });

/** The JSON of a request, or the answer that refuses it. */
export async function jsonOf(context: Context): Promise<JsonFile | Response> {
  const kind = context.req.header('content-type') ?? '';
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(kind.trim())) return refuse(context, 415, 'send JSON in UTF-8, with content-type: application/json');
  if (!['', 'identity'].includes(context.req.header('content-encoding') ?? '')) return refuse(context, 415, 'send it as it is, not compressed');
  try {
    return readJson('body', new TextDecoder('utf-8', { fatal: true }).decode(await context.req.arrayBuffer()));
  } catch (error) {
    if (error instanceof Refusal) return refuse(context, 400, 'the body is not JSON as it should be', error.problems);
    if (error instanceof TypeError) return refuse(context, 400, 'the body is not UTF-8');
    throw error;
  }
}
