// A person as the payer: is told which page to open and what to do there.
import { testCards } from '../contract/facts.ts';
import type { Actor, PayOrder } from './payer.ts';

const second = 1000;
const minute = 60 * second;

/** What to do on the page, in a sentence. */
function instruction({ act, amount }: PayOrder, environment: 'production' | 'sandbox'): string {
  if (act === 'cancel') return 'cancel the payment there, without paying';
  if (environment === 'production')
    return `pay ${amount === undefined ? '' : `${amount} rials `}there with a card of your own: it is real money`;
  const { card_number, cvv2, expiry } = testCards[act];
  const outcome = act === 'success' ? 'it succeeds' : `it is to fail (${act})`;
  return `pay there with the test card ${card_number}, CVV2 ${cvv2}, expiry ${expiry}: ${outcome}`;
}

export interface PersonOptions {
  environment: 'production' | 'sandbox';
  /** Shows a line to the person. */
  tell: (text: string) => void;
  /** How many payments will be asked for, as far as it is known. */
  expected?: () => number | undefined;
}

/** A person who reads what is told. */
export function person({ environment, tell, expected }: PersonOptions): Actor {
  let asked = 0;
  return {
    name: 'The payer',
    patience: 10 * minute,
    interval: 10 * second,
    act: async (order) => {
      asked++;
      const all = expected?.();
      const number =
        all === undefined ? `Payment ${asked}` : `Payment ${asked} of about ${Math.max(all, asked)}`;
      tell(
        `${number}: open ${order.gatewayUrl} in a browser on this machine, and ${instruction(order, environment)}.`,
      );
    },
  };
}
