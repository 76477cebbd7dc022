// The idempotency key under either of its names (docs/decisions/0003 and 0031).
import { idempotency } from '../../../../generated/facts.ts';
import type { FaultyFields } from '../../contract/errors.ts';
import { message } from '../../contract/messages.ts';
import type { Call } from '../../core/call.ts';
import { add, fault } from './faults.ts';

const keyField = 'idempotency_key';

/**
 * @param faults gets those of the key.
 * @returns the key; undefined when there is none, or a faulty one.
 */
export function readIdempotencyKey(
  { operation, contract, headers }: Pick<Call, 'operation' | 'contract' | 'headers'>,
  faults: FaultyFields,
): string | undefined {
  const demand = contract.operations[operation].idempotencyKey;
  if (demand === 'none') return undefined;
  const validate = contract.validators[operation].header.find(
    ({ name }) => name === idempotency.header,
  )?.validate;
  const sent = [headers[idempotency.header.toLowerCase()], headers[idempotency.alias.toLowerCase()]].filter(
    (value) => value !== undefined,
  );
  const [key] = sent;
  if (key === undefined) {
    if (demand === 'required') {
      faults[keyField] = [message('header_required', { field: idempotency.header })];
    }
    return undefined;
  }
  if (sent.some((other) => other !== key)) add(faults, fault(keyField, 'const'));
  else if (typeof key !== 'string' || !validate?.(key)) add(faults, fault(keyField, 'pattern'));
  else return key;
  return undefined;
}

/**
 * Whoever was told that the key is missing may have put it into the body: there it is neither missing nor unknown,
 * but in the wrong place, and one message says so.
 */
export function sendToHeader(
  { operation, contract, body }: Pick<Call, 'operation' | 'contract' | 'body'>,
  faults: FaultyFields,
): void {
  if (contract.operations[operation].idempotencyKey === 'none') return;
  if (typeof body !== 'object' || body === null || !(keyField in body)) return;
  faults[keyField] = [message('belongs_in_header', { field: keyField, other: idempotency.header })];
}
