// A card robot: a program of the gateway's team that drives the page of a payment when it is asked to by HTTP.
import { testCards } from '../contract/facts.ts';
import { type Actor, PayerGone } from './payer.ts';

const second = 1000;
const patience = 60 * second;

/** What the robot is sent; contract-tests/README.md documents it. */
function orderFor(act: keyof typeof testCards | 'cancel') {
  if (act === 'cancel') return { act };
  const { card_number, cvv2, expiry } = testCards[act];
  return { act, card: { card_number, cvv2, expiry } };
}

/** What an answer of a robot says of itself when it is no success. */
function sentenceIn(text: string): string {
  try {
    const { error } = JSON.parse(text) as { error?: unknown };
    if (typeof error === 'string') return error;
  } catch {
    // Whatever it is, it is shown as it came.
  }
  return text.slice(0, 200).trim() || 'an empty answer';
}

/** @param url where the robot takes its orders */
export function robot(url: string): Actor {
  return {
    name: 'The card robot',
    patience: 15 * second,
    interval: second,
    act: async ({ authority, gatewayUrl, act }) => {
      let answer: Response;
      let text: string;
      try {
        answer = await fetch(url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ authority, gateway_url: gatewayUrl, ...orderFor(act) }),
          signal: AbortSignal.timeout(patience),
        });
        text = await answer.text();
      } catch (error) {
        const { message, cause } = error as Error;
        const reason = cause instanceof Error ? cause.message : message;
        throw new PayerGone(`the card robot at ${url} gave no answer: ${reason}`);
      }
      let isDone = false;
      try {
        isDone = (JSON.parse(text) as { done?: unknown } | null)?.done === true;
      } catch {
        // No JSON says nothing of being done.
      }
      if (answer.status !== 200 || !isDone) {
        throw new PayerGone(
          `the card robot could not do it (${act}): HTTP ${answer.status}, ${sentenceIn(text)}`,
        );
      }
    },
  };
}
