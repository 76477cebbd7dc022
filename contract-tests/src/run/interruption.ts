// Lets a run be ended from outside, by Ctrl-C: at its next request or in the middle of waiting, with all that it then has to do.
import { Unjudgeable } from './unjudgeable.ts';

/** The run was ended before it was through. */
export class Interrupted extends Unjudgeable {
  constructor() {
    super('it was interrupted before it was through');
  }
}

export interface Interruption {
  request: () => void;
  /** @throws Interrupted when it was requested */
  check: () => void;
  /** @throws Interrupted as soon as it is requested */
  sleep: (milliseconds: number) => Promise<void>;
  /** From here on the run may go on, to put in order what it leaves. */
  clear: () => void;
}

export function createInterruption(): Interruption {
  let isRequested = false;
  const sleepers = new Set<() => void>();
  const check = () => {
    if (isRequested) throw new Interrupted();
  };
  return {
    request: () => {
      isRequested = true;
      for (const wake of sleepers) wake();
    },
    check,
    sleep: async (milliseconds) => {
      check();
      let wake: () => void = () => {};
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        sleepers.add(wake);
      });
      sleepers.delete(wake);
      check();
    },
    clear: () => {
      isRequested = false;
    },
  };
}
