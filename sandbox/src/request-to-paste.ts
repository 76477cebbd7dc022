// Prints a request that makes a payment as it is pasted into a shell, with the order of the contract's own example.
import { idempotency, operations } from '../../generated/facts.ts';
import { exampleValue } from './contract/document.ts';

/** The smallest order of the contract; its payer returns to a shop on this machine. */
export const orderToPaste = {
  ...exampleValue<{ amount: number }>('paymentRequestMinimal'),
  callback_url: 'http://127.0.0.1:3000/callback',
};

/** A text as one word of a POSIX shell. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * @param url where the gateway answers, without a path.
 * @param token the bearer token that pays.
 * @returns a curl command that makes another payment each time it is pasted: its idempotency key is always new.
 */
export function requestToPaste(url: string, token: string): string {
  const { method, path } = operations.createPayment;
  return [
    `curl -X ${method} ${url}${path}`,
    `-H ${quoted(`Authorization: Bearer ${token}`)}`,
    `-H "${idempotency.header}: $(date +%s)-$$-$RANDOM"`,
    `-H 'Content-Type: application/json'`,
    `-d ${quoted(JSON.stringify(orderToPaste))}`,
  ].join(' \\\n  ');
}
