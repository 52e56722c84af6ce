import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { questionData } from '../../forms/questionData.ts';
import type { ChosenPack } from '../choosePack.ts';
import { type Asset, assetsFor } from './assets.ts';
import { addCalls } from './calls.ts';
import { openApi } from './openApi.ts';
import { refuse } from './problemDetails.ts';
import { limited } from './requestBody.ts';

export interface Serving {
  readonly chosen: ChosenPack;
  readonly version: string;
  /** Names of hosts by which it may be asked; nothing where any will do. */
  readonly hosts: readonly string[] | null;
  /** The one origin whose pages may ask it from a browser. */
  readonly allowOrigin?: string | undefined;
}

const headers = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' } as const;

/** Everything that is served: what a request says comes back in its answer, and is kept nowhere. */
export function appFor(serving: Serving): Hono {
  const { chosen, hosts, allowOrigin } = serving;
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
  });
  app.use(async (context, next) => {
    const host = (context.req.header('host') ?? '').replace(/:\d*$/, '').toLowerCase();
    if (hosts !== null && !hosts.includes(host)) return refuse(context, 403, `this is not the host that was asked for: ask it as ${hosts.join(' or ')}`);
    return next();
  });
  if (allowOrigin !== undefined) app.use(cors({ origin: allowOrigin, allowMethods: ['GET', 'POST'], allowHeaders: ['content-type', 'accept'] }));
  app.use(limited);
  addCalls(app, chosen);
  addPlaces(app, serving);
  app.onError((_error, context) => refuse(context, 500, 'this should not have happened: please report it, without the answers'));
  return app;
}

function addPlaces(app: Hono, { chosen: { pack }, version }: Serving): void {
  const { id, version: packVersion, sections, questions } = pack;
  const document = openApi(pack, version);
  app.get('/openapi.json', context => context.json(document));
  app.get('/questions', context => context.json({ pack: { id, version: packVersion }, sections, questions: questions.map(question => questionData(pack, question)) }));
  for (const [path, asset] of assetsFor(pack)) app.get(path, () => answered(asset));
  const allowed = new Map<string, string[]>();
  for (const { path, method } of app.routes) if (method !== 'ALL') allowed.set(path, [...allowed.get(path) ?? [], ...(method === 'GET' ? ['GET', 'HEAD'] : [method])]);
  app.notFound(context => {
    const methods = allowed.get(context.req.path);
    if (!methods) return refuse(context, 404, `there is nothing at this path: ${[...allowed.keys()].join(', ')}`);
    context.header('allow', methods.join(', '));
    return refuse(context, 405, `ask for this by ${methods.join(' or ')}`);
  });
}

function answered({ type, body }: Asset): Response {
  return new Response(body(), { headers: { 'content-type': type, 'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'" } });
}
