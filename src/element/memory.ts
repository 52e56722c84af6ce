import type { Answers } from '../answers/answers.ts';
import type { Pack } from '../pack/pack.ts';

/** Where answers are kept from one visit to the next. Nothing of it throws, whatever the storage does. */
export interface Memory {
  /** What was kept, of any shape; `undefined` when there is nothing. What is no JSON is cleared. */
  readonly read: () => unknown;
  readonly write: (answers: Answers) => void;
  readonly clear: () => void;
}

/** The shape of what is kept: answers, in the order in which they were given. Another shape gets another number. */
const FORMAT = 1;

/**
 * The local storage of the page, which may be switched off or full.
 *
 * @param name - tells elements on pages of one origin apart; empty where there is one
 */
export function memoryFor({ id, version }: Pack, name: string, storage: () => Storage = () => localStorage): Memory {
  const key = ['afterview', FORMAT, id, version, ...(name === '' ? [] : [name])].join('/');
  const unlessRefused = <T>(work: (kept: Storage) => T): T | null => {
    try {
      return work(storage());
    } catch {
      return null;
    }
  };
  const clear = (): void => { unlessRefused(kept => { kept.removeItem(key); }); };
  return {
    clear,
    read: () => {
      const text = unlessRefused(kept => kept.getItem(key));
      if (text === null) return undefined;
      try {
        return JSON.parse(text) as unknown;
      } catch {
        clear();
        return undefined;
      }
    },
    write: answers => {
      if (Object.keys(answers).length === 0) clear();
      else unlessRefused(kept => { kept.setItem(key, JSON.stringify(answers)); });
    },
  };
}
