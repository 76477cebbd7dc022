// What happens without anybody asking: payments expire, refunds are paid out, webhooks are sent.
import { setTimeout as pause } from 'node:timers/promises';
import { expireOverdue } from '../payments/expiry.ts';
import { payOutDue } from '../refunds/payout.ts';
import { deleteOutlived } from '../storage/tidy.ts';
import type { Dispatcher } from '../webhooks/dispatcher.ts';
import type { Services } from './services.ts';

/** How often the clock's turn comes, in real milliseconds, when nobody wakes it earlier. */
const turn = 500;

/** How many milliseconds lie between two tidyings. */
const tidyEvery = 10 * 60_000;

export interface Background {
  /** Lets the next turn come at once. */
  wake: () => void;
  /** Takes a turn, as the clock does, and waits until what it begins is under way. */
  turn: () => Promise<void>;
  /**
   * Does everything that is due now, and waits until it is done.
   * @param terminalId only what concerns one terminal, without waiting for any other.
   */
  settle: (terminalId?: string) => Promise<void>;
  /**
   * Begins nothing more, and waits for the attempts that are under way.
   * @param grace how long, in milliseconds.
   * @param giveUp ends those that are under way even then; they are made again after the next start.
   */
  stop: (grace: number, giveUp: () => Promise<void>) => Promise<void>;
}

export function startBackground(services: Services, dispatcher: Dispatcher): Background {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<void> | undefined;
  let wokenMeanwhile = false;
  let tidiedAt = services.clock.elapsed();

  const tidy = async () => {
    if (services.clock.elapsed() - tidiedAt < tidyEvery) return;
    tidiedAt = services.clock.elapsed();
    await deleteOutlived(services.storage, services.clock.now());
  };
  const takeTurn = async () => {
    // One that fails holds up none of the others.
    for (const step of [
      services.gatewayClock.refresh,
      () => expireOverdue(services),
      () => payOutDue(services),
      dispatcher.launch,
      tidy,
    ]) {
      try {
        await step();
      } catch (error) {
        services.log.error({ err: error }, 'the turn of the clock failed');
      }
    }
  };
  const plan = (milliseconds: number) => {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(begin, milliseconds);
    timer.unref();
  };
  const begin = () => {
    wokenMeanwhile = false;
    running = takeTurn().finally(() => {
      running = undefined;
      plan(wokenMeanwhile ? 0 : turn);
    });
  };
  plan(turn);

  return {
    turn: takeTurn,
    wake: () => {
      if (running) wokenMeanwhile = true;
      else plan(0);
    },
    settle: async (terminalId) => {
      await expireOverdue(services, terminalId);
      await payOutDue(services, terminalId);
      await dispatcher.sendAllDue(terminalId);
    },
    stop: async (grace, giveUp) => {
      stopped = true;
      dispatcher.stop();
      clearTimeout(timer);
      const idle = (running ?? Promise.resolve()).then(dispatcher.idle);
      await Promise.race([idle, pause(grace, undefined, { ref: false })]);
      await giveUp();
      await idle;
    },
  };
}
