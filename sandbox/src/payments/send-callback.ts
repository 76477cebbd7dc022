// Brings a callback to the shop in the place of the payer's browser, once or, when that is ordered, twice.

import { failureText } from '../core/outgoing.ts';
import type { Services } from '../core/services.ts';
import { faultsOf } from '../faults/orders.ts';
import { strike } from '../faults/strike.ts';
import type { PaymentRow } from '../storage/schema.ts';
import { contractOfTerminal } from '../terminals/dialects.ts';
import { callbackOf } from './callback.ts';
import { logCallback, momentOf } from './callback-log.ts';

export interface CallbackAnswer {
  status: number | null;
  /** The beginning of what the shop answered. */
  body: string | null;
  error: string | null;
}

const timeout = 15;
const most = 65_536;

async function beginning(body: AsyncIterable<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= most) break;
  }
  return Buffer.concat(chunks).subarray(0, most).toString('utf8');
}

async function send(services: Services, payment: PaymentRow): Promise<CallbackAnswer> {
  const contract = await contractOfTerminal(services, payment.terminal_id);
  const { method, url, fields } = callbackOf(payment, contract);
  try {
    const response = await services.outgoing.send({
      url,
      method,
      timeout,
      headers: method === 'POST' ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {},
      ...(method === 'POST' ? { body: new URLSearchParams(fields).toString() } : {}),
    });
    return { status: response.status, body: await beginning(response.body), error: null };
  } catch (error) {
    return { status: null, body: null, error: failureText(error, timeout) };
  }
}

/**
 * Sends the callback of a payment as it is now; redirects are the shop's answer, and not followed.
 * @param doubled whether it is the one too many of a fault on order.
 */
export async function sendCallback(
  services: Services,
  payment: PaymentRow,
  { doubled }: { doubled: boolean },
): Promise<CallbackAnswer> {
  // The shop verifies before it answers: what is told afterwards still left before that.
  const at = await momentOf(services, payment.terminal_id);
  const answer = await send(services, payment);
  await logCallback(services, payment, {
    way: 'sent',
    doubled: doubled ? 1 : 0,
    response_code: answer.status,
    error: answer.error,
    at,
  });
  return answer;
}

/** Whether the callback of a payment has been ordered to come twice; asking uses the order up. */
export async function isDoubled(
  { storage }: Services,
  { terminal_id: terminalId }: PaymentRow,
): Promise<boolean> {
  // Nearly always nothing is ordered, and looking costs less than a unit of work.
  const orders = await faultsOf({ storage }, terminalId);
  if (!orders.some(({ kind }) => kind === 'callback_duplicate')) return false;
  const struck = await storage.write((unit) =>
    strike(unit, { terminalId, kinds: ['callback_duplicate'], on: null }),
  );
  return struck !== undefined;
}

/** Sends the callback as often as it has been ordered, one after the other. */
export async function bringCallback(services: Services, payment: PaymentRow): Promise<CallbackAnswer[]> {
  const first = await sendCallback(services, payment, { doubled: false });
  if (!(await isDoubled(services, payment))) return [first];
  return [first, await sendCallback(services, payment, { doubled: true })];
}
