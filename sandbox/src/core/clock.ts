// The only place that asks the machine what time it is; everything else is given a clock.

export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now: () => number;
  /** Milliseconds since some fixed moment, never going back: for measuring how long something took. */
  elapsed: () => number;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
};

/** A clock for tests that moves only when told to. */
export function manualClock(start: number): Clock & { advance: (milliseconds: number) => void } {
  let time = start;
  return {
    now: () => time,
    elapsed: () => time,
    advance: (milliseconds) => {
      time += milliseconds;
    },
  };
}

/** @returns Unix seconds, as every header with a time has them. */
export function unixSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
