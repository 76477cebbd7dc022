// What a run is going to do, in sentences for whoever starts it.
import type { PayerAct } from '../model/observation.ts';
import { durationInWords } from './duration.ts';
import type { Options } from './options.ts';
import type { Plan } from './rehearsal.ts';

const several = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

const actInWords: Record<PayerAct, string> = {
  success: 'pay successfully',
  failed: 'pay with the card that fails',
  insufficient: 'pay with the card without money',
  timeout: 'pay with the card that runs out of time',
  cancel: 'cancel on the page',
};

/** @returns a line for each thing that somebody should know before the first request */
export function planInWords(
  { requests, seconds, payments, subscriptions, refunds, payer }: Plan,
  environment: 'production' | 'sandbox',
  { write, payer: who }: Pick<Options, 'write' | 'payer'>,
): string[] {
  const acts = [...payer].map(
    ([act, count]) => `${actInWords[act]} (${count === 1 ? 'once' : `${count} times`})`,
  );
  const all = [...payer.values()].reduce((sum, count) => sum + count, 0);
  const paid = payer.get('success') ?? 0;
  return [
    `It sends about ${several(requests, 'request')} and takes about ${durationInWords(seconds)}, for the limits are kept by waiting.`,
    ...(write
      ? [
          `It creates about ${several(payments, 'payment')}, cancelled at the end as far as they are open, and ${several(subscriptions, 'subscription')} to webhooks, removed at the end.`,
          ...(refunds > 0 ? [`It asks for ${several(refunds, 'refund')}.`] : []),
          ...(all > 0
            ? [
                `${who === 'person' ? 'You are' : 'The card robot is'} asked ${several(all, 'time')} to act as the payer: ${acts.join(', ')}.`,
              ]
            : []),
          ...(environment === 'production' && paid > 0
            ? [`This is production: ${several(paid, 'payment')} will be paid with real money.`]
            : []),
        ]
      : ['It creates nothing: only what changes nothing is sent.']),
  ];
}
