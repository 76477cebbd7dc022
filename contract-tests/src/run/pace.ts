// Keeps a caller inside the documented limits: it waits before a window is full instead of finding out by a 429.

import type { ContractOperation } from '../contract/document.ts';
import { rateLimits, sandbox } from '../contract/facts.ts';

interface Window {
  name: string;
  limit: number;
  milliseconds: number;
}

export interface Timing {
  /** Milliseconds of any steady clock. */
  now: () => number;
  sleep: (milliseconds: number) => Promise<void>;
  /** Throws when the run is to end. */
  check?: () => void;
}

export const realTiming: Timing = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** The windows that count a request of an operation. */
export function windowsOf(
  { facts }: ContractOperation,
  { signed, isSandbox }: { signed: boolean; isSandbox: boolean },
): Window[] {
  const named = facts.rateLimits.flatMap((name) => {
    const { limit, window_seconds, lifted_by_signature } = rateLimits[name];
    return signed && lifted_by_signature ? [] : [{ name, limit, milliseconds: window_seconds * 1000 }];
  });
  const { limit, window_seconds } = sandbox.rate_limit;
  const overall = isSandbox ? [{ name: 'sandbox', limit, milliseconds: window_seconds * 1000 }] : [];
  return [...named, ...overall];
}

/** Counts the requests of one caller. */
export interface Pace {
  /** Milliseconds to wait before one more request may be sent in these windows. */
  wait: (windows: Window[]) => number;
  /** Notes that one was sent. */
  sent: (windows: Window[]) => void;
  /** Notes that the server's clock was moved on instead of waiting. */
  skipped: (milliseconds: number) => void;
  /** Notes that the server itself says how long nothing may be sent in these windows. */
  blocked: (windows: Window[], milliseconds: number) => void;
}

const smallWindow = 5;

/** Makes the counter of one caller. One request of each larger window is left for whoever shares the token. */
export function createPace(timing: Timing): Pace {
  let ahead = 0;
  const now = () => timing.now() + ahead;
  const times = new Map<string, number[]>();
  const blockedUntil = new Map<string, number>();
  return {
    wait: (windows) => {
      const waits = windows.map(({ name, limit, milliseconds }) => {
        const recent = (times.get(name) ?? []).filter((time) => time > now() - milliseconds);
        times.set(name, recent);
        // A window of three is too small to leave a third of it unused.
        const usable = limit > smallWindow ? limit - 1 : limit;
        const oldest = recent.length >= usable ? recent[recent.length - usable] : undefined;
        const full = oldest === undefined ? 0 : oldest + milliseconds - now();
        return Math.max(full, (blockedUntil.get(name) ?? 0) - now());
      });
      return Math.max(0, ...waits);
    },
    sent: (windows) => {
      for (const { name } of windows) times.set(name, [...(times.get(name) ?? []), now()]);
    },
    skipped: (milliseconds) => {
      ahead += milliseconds;
    },
    blocked: (windows, milliseconds) => {
      for (const { name } of windows) blockedUntil.set(name, now() + milliseconds);
    },
  };
}
