import { chmodSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { Session, SessionSetting } from '../../api/session.ts';
import type { Problem } from '../../base/problem.ts';
import { Refusal } from '../refusal.ts';
import { isOrdinary, writeOutput } from '../writeOutput.ts';
import { sessionFile } from './sessionFile.ts';

/** Keeps answers as they are given, so that whatever ends the questions takes none of them away. */
export interface Keeper {
  /** Keeps a session in the file that was named, if one was; gives what stands in the way, once. */
  readonly keep: (session: Session) => readonly Problem[];
  /** Puts everything back as it was, for those who want nothing saved. */
  readonly forget: () => void;
  /** The file in which the answers are now, in an emergency one of its own; `null` when there are none, or no way to keep them. */
  readonly rescue: () => string | null;
}

export const USUAL_FILE = 'answers.json';
const MOST_NAMES = 100;

/** What stood in a file before, if there was one. */
interface Before {
  readonly bytes: Uint8Array;
  readonly mode: number;
}

/** @param file - where answers are saved, if that was said: only an ordinary file is kept up to date */
export function openKeeper(interview: SessionSetting, file: string | null): Keeper {
  let keeps = file !== null && isOrdinary(file);
  let latest: Session | null = null;
  let before: Before | null | undefined;
  const write = (session: Session, name: string): void => { writeOutput(sessionFile(interview, session), name, 'owner'); };
  return {
    keep: session => {
      latest = session;
      if (!keeps || file === null) return [];
      try {
        const there = before === undefined ? standingIn(file) : before;
        write(session, file);
        before = there;
        return [];
      } catch (error) {
        keeps = false;
        return problemsOf(error);
      }
    },
    forget: () => {
      latest = null;
      if (file === null || before === undefined) return;
      if (before === null) {
        rmSync(file, { force: true });
      } else {
        writeOutput(before.bytes, file);
        chmodSync(file, before.mode);
      }
    },
    rescue: () => {
      if (latest === null || Object.keys(latest.answers).length === 0) return null;
      if (keeps && file !== null) return file;
      const name = freeName();
      if (name === undefined) return null;
      try {
        write(latest, name);
        return name;
      } catch {
        return null;
      }
    },
  };
}

function standingIn(file: string): Before | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? null : { bytes: readFileSync(file), mode: stats.mode & 0o7777 };
}

function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof Refusal) return error.problems;
  throw error;
}

/** A name that nothing has here: answers.json, answers-2.json, … */
function freeName(): string | undefined {
  const names = Array.from({ length: MOST_NAMES }, (_, index) => (index === 0 ? USUAL_FILE : USUAL_FILE.replace('.', `-${index + 1}.`)));
  return names.find(name => !existsSync(name));
}
