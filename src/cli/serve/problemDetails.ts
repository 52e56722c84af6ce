import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '../../base/problem.ts';

const titles = {
  400: 'Not JSON', 403: 'Not this host', 404: 'No such place', 405: 'Not by this method', 413: 'Too large', 415: 'Not this kind of body', 422: 'Cannot be diagnosed', 500: 'Our mistake',
} as const;

/** Refuses a request by what RFC 9457 calls a problem; `problems` has each slip with its place and what to do about it. */
export function refuse(context: Context, status: keyof typeof titles & ContentfulStatusCode, detail: string, problems: readonly Problem[] = []): Response {
  const body = { type: 'about:blank', title: titles[status], status, detail, problems: problems.map(problemOf) };
  return context.body(`${JSON.stringify(body)}\n`, status, { 'content-type': 'application/problem+json' });
}

function problemOf({ code, message, hint, path = [], at }: Problem): object {
  return { code, message, hint, path, ...(at === undefined ? {} : { line: at.line, column: at.column }) };
}
