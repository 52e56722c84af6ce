import * as z from 'zod';
import { requirement } from '../extend/accepts.ts';
import { packFile, slug } from './fileSchemas.ts';

const byId = z.record(slug, z.record(z.string(), z.unknown()), { error: 'write { id: { key: value } }' });
const ids = z.array(slug, { error: 'write a list of ids' });

/** `pack.yaml` of a pack that adds to another one: what it leaves out is as there. */
export const extendingFile = packFile.partial().required({ format: true, id: true, version: true, title: true }).extend({
  extends: z.string({ error: 'name the pack that this one adds to: core' }).min(1),
  requires: z.string().regex(requirement, { error: 'write an id and a version, such as core ^1.2' }).optional(),
  override: z.strictObject({ causes: byId.optional(), questions: byId.optional(), beliefs: byId.optional() }).optional(),
  off: z.strictObject({ causes: ids.optional(), questions: ids.optional(), beliefs: ids.optional(), fixes: ids.optional() }).optional(),
});

export type ExtendingFile = z.infer<typeof extendingFile>;
