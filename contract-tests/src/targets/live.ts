// A server by its address with everything around it that a write run needs: endpoints that it can reach, and a payer.
import { sharedHost } from '../deliveries/hosting.ts';
import { awaited } from '../payer/awaited.ts';
import { person } from '../payer/person.ts';
import { robot } from '../payer/robot.ts';
import { openTill } from '../payer/till.ts';
import type { Options } from '../run/options.ts';
import { realTiming } from '../run/pace.ts';
import { Unjudgeable } from '../run/unjudgeable.ts';
import type { Target } from './target.ts';
import { urlTarget } from './url.ts';

/** What a person at the terminal hears of the payments. */
export interface Counter {
  tell: (text: string) => void;
  onWait: (seconds: number, what: string) => void;
  /** How many payments will be asked for, as far as it is known. */
  expected: () => number | undefined;
  /** Waits, until the run is interrupted. */
  sleep?: (milliseconds: number) => Promise<void>;
}

/**
 * Opens the endpoints for callbacks and webhooks when there is anything that could come.
 * @throws Unjudgeable without a token, or when nothing can listen there
 */
export async function liveTarget(options: Options, counter: Counter): Promise<Target> {
  const target = urlTarget(options);
  const { payer: who, listen = { host: '127.0.0.1', port: 0 }, publicUrl } = options;
  const isPaid = target.capabilities.has('payer');
  if (!isPaid && !target.capabilities.has('receiver')) return target;
  const host = await sharedHost({ ...listen, ...(publicUrl !== undefined && { publicUrl }) }).catch(
    (error: NodeJS.ErrnoException) => {
      throw new Unjudgeable(
        `Nothing can listen at ${listen.host}:${listen.port} (${error.code}): give another --listen.`,
      );
    },
  );
  const opened: Target = { ...target, hosting: host.hosting, close: host.close };
  if (!isPaid || who === undefined) return opened;
  const till = await openTill(host.hosting);
  const { environment } = target;
  const actor = who === 'person' ? person({ environment, ...counter }) : robot(who.robot);
  const { sleep = realTiming.sleep } = counter;
  return { ...opened, callbacks: till, payer: awaited(actor, { till, sleep, onWait: counter.onWait }) };
}
