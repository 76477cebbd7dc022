// Waits until a payer's act has had its effect: the callback at the till, or, where none comes, what the gateway says.
import type { Actor, Payer } from './payer.ts';
import { PayerGone } from './payer.ts';
import type { Till } from './till.ts';

interface Waiting {
  till: Pick<Till, 'arrived'>;
  sleep: (milliseconds: number) => Promise<void>;
  /** Tells what is waited for. */
  onWait: (seconds: number, what: string) => void;
}

const glance = 100;

/** How long a callback may still take after the gateway has said that the payment is over. */
const grace = 3000;

/** Whom orders are given to one after the other; whoever has let one pass is not asked again. */
export function awaited(actor: Actor, { till, sleep, onWait }: Waiting): Payer {
  let isGone = false;
  return {
    pay: async (order, isDone) => {
      if (isGone) throw new PayerGone(`${actor.name.toLowerCase()} did not do what was asked before`);
      await actor.act(order);
      const seconds = Math.round(actor.patience / 1000);
      onWait(seconds, `for the callback of the payment ${order.authority}`);
      let end = performance.now() + actor.patience;
      let ask = performance.now() + actor.interval;
      let isOver = false;
      for (;;) {
        const callback = till.arrived(order.orderId);
        if (callback) return callback;
        if (performance.now() >= end) break;
        await sleep(glance);
        if (isOver || performance.now() < ask) continue;
        ask = performance.now() + actor.interval;
        if (await isDone()) {
          isOver = true;
          end = Math.min(end, performance.now() + grace);
        }
      }
      if (isOver) return undefined;
      isGone = true;
      throw new PayerGone(
        `${actor.name.toLowerCase()} was asked (${order.act}), and after ${seconds} s the payment ${order.authority} was still unpaid`,
      );
    },
  };
}
