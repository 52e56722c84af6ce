/** What is done when something from outside comes between the questions. */
export interface Heeding {
  /** Gives the terminal to others, with its cursor and with what is typed shown. */
  readonly pause: () => void;
  /** Takes it back, and draws what was drawn. */
  readonly resume: () => void;
  /** Somebody interrupts from outside, which is no key then. */
  readonly interrupt: () => void;
  /** Ends the command, with this exit code. */
  readonly end: (exitCode: number) => void;
}

export interface Heeded {
  /** Stops, and with it whatever has started it, as Ctrl-Z does. */
  readonly stop: () => void;
  readonly hangUp: () => void;
  readonly release: () => void;
}

/** A command that a signal ended exits with 128 and the number of the signal. */
const HUNG_UP = 129;
const TERMINATED = 143;

/** Of this number, a signal goes to all processes that were started with this one: `npx` waits for us, and stops with us. */
const ALL_OF_US = 0;

/** Heeds the signals of a terminal and of those who end processes. */
export function heedSignals({ pause, resume, interrupt, end }: Heeding): Heeded {
  const stopAll = (whom: number): void => {
    pause();
    process.off('SIGTSTP', stopSelf).off('SIGCONT', resume); // so that the signal does what it does
    process.kill(whom, 'SIGTSTP');
    process.on('SIGTSTP', stopSelf).on('SIGCONT', resume); // before anything is drawn: who sees it may stop us again
    resume(); // continued; or where no shell could continue us, never stopped
  };
  const stopSelf = (): void => { stopAll(process.pid); };
  const hangUp = (): void => { end(HUNG_UP); };
  const terminate = (): void => { end(TERMINATED); };
  process.on('SIGTSTP', stopSelf).on('SIGCONT', resume).on('SIGINT', interrupt).on('SIGHUP', hangUp).on('SIGTERM', terminate);
  return {
    stop: () => { if (process.platform !== 'win32') stopAll(ALL_OF_US); },
    hangUp,
    release: () => {
      process.off('SIGTSTP', stopSelf).off('SIGCONT', resume).off('SIGINT', interrupt).off('SIGHUP', hangUp).off('SIGTERM', terminate);
    },
  };
}
