import type { Pack } from './pack.ts';

const texts = ['id', 'version', 'title', 'hash'];
const lists = ['sections', 'questions', 'contradictions', 'causes', 'beliefs'];
const choices = ['one-of', 'several-of', 'yes-no'];

/**
 * Tells a compiled pack from other things by its shape: what a folder, a file or half a pack does not have. Packs that
 * were cloned, or parsed from JSON, are packs; numbers and conditions inside them are not checked again.
 */
export function isPack(value: unknown): value is Pack {
  try {
    if (!texts.every(key => typeof own(value, key) === 'string') || !lists.every(key => Array.isArray(own(value, key)))) return false;
    if (typeof own(own(value, 'background'), 'value') !== 'number' || !Array.isArray(own(own(value, 'standing'), 'levels'))) return false;
    return (own(value, 'questions') as readonly unknown[]).every(isQuestion) && (own(value, 'causes') as readonly unknown[]).every(isCause);
  } catch {
    return false; // a proxy or a getter that throws
  }
}

function isQuestion(value: unknown): boolean {
  const kind = own(value, 'kind');
  if (typeof own(value, 'id') !== 'string' || typeof own(value, 'ask') !== 'string') return false;
  if (kind === 'date') return true;
  return kind === 'number' ? Array.isArray(own(value, 'typical')) : choices.some(each => each === kind) && Array.isArray(own(value, 'options'));
}

function isCause(value: unknown): boolean {
  return typeof own(value, 'id') === 'string' && Array.isArray(own(own(value, 'baseRate'), 'when')) && Array.isArray(own(value, 'signs')) && Array.isArray(own(value, 'fixes'));
}

function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
