// The examples tell one story: one order, one payment, one card, from its creation to the report.
import { describe, expect, it } from 'vitest';
import type { Example } from '../../foundation/reader/document.ts';
import { contract, placeOf } from './bundle.ts';
import { isObject } from './sites.ts';

/** What the story's things are called, wherever an example names them. */
const story: Record<string, unknown> = {
  authority: '2025100121424146HC',
  order_id: 'ORDER-12345',
  amount: 100000,
  callback_url: 'https://merchant.com/callback',
  card_number: '603799******1234',
  card_pan: '603799******1234',
  pan: '603799******1234',
  merchant_code: 'MERCHANT001',
  webhook_id: '65a4c7e8f1234',
  refund_code: 'RF-1001',
  settlement_code: 'ST-2001',
};

/** The examples that tell something else, and why. */
const exceptions: Record<string, { fields: Record<string, unknown>; because: string }> = {
  paymentRequestMinimal: {
    fields: { order_id: 'TEST-001', callback_url: 'https://yoursite.com/callback' },
    because: 'it is the first request of the quick start in the sandbox',
  },
  paymentRequestFull: {
    fields: {
      amount: 4000000000,
      order_id: 'ORDER-12345_b',
      callback_url: 'https://merchant.com/callback?shop=1&lang=fa',
    },
    because: 'it shows the edges of every field',
  },
  paymentCreatedInSandbox: {
    fields: { authority: '20250107145623ABCDEF' },
    because: 'it answers the quick start in the sandbox',
  },
  prepareRequest: {
    fields: { callback_url: 'https://yoursite.com/callback' },
    because: 'the page signs a request with this address',
  },
  refundRequestPartial: { fields: { amount: 40000 }, because: 'it returns a part of the payment' },
};

interface Told {
  example: string;
  field: string;
  value: unknown;
}

/** The story's fields in a value. An amount tells of the payment only beside its order or its authority. */
function* toldIn(example: string, value: unknown): Generator<Told> {
  if (Array.isArray(value)) for (const item of value) yield* toldIn(example, item);
  if (!isObject(value)) return;
  const ofPayment = 'authority' in value || 'order_id' in value;
  for (const [field, part] of Object.entries(value)) {
    const scalar = typeof part === 'string' || typeof part === 'number';
    if (scalar && field in story && (field !== 'amount' || ofPayment)) yield { example, field, value: part };
    else yield* toldIn(example, part);
  }
}

const examples = Object.entries(contract.components.examples as unknown as Record<string, Example>);
const told = examples.flatMap(([name, { value }]) => [...toldIn(name, value)]);

describe('the examples', () => {
  it.each(Object.keys(story))('agree about %s', (field) => {
    const values = told.filter((each) => each.field === field);
    expect(values).not.toEqual([]);
    const expected = values.map(({ example }) => ({
      example,
      field,
      value: exceptions[example]?.fields[field] ?? story[field],
    }));
    expect(values).toEqual(expected);
  });

  it('have no exception that is none', () => {
    const needed = Object.entries(exceptions).flatMap(([example, { fields }]) =>
      Object.entries(fields).map(([field, value]) => ({ example, field, value })),
    );
    expect(told).toEqual(expect.arrayContaining(needed));
    expect(needed.filter(({ field, value }) => story[field] === value)).toEqual([]);
  });

  it('send the payer to the page of the payment, which lives as long as its environment says', () => {
    const { lifetime_seconds } = contract['x-payment-lifecycle'] as {
      lifetime_seconds: Record<string, number>;
    };
    for (const server of contract.servers) {
      const environment = server['x-environment'];
      const created = placeOf('createPayment 200').examples[environment] as {
        timestamp: string;
        data: { transaction: { authority: string; gateway_url: string; expires_at: string } };
      };
      const { authority, gateway_url, expires_at } = created.data.transaction;
      expect(gateway_url).toBe(`${server.url}/startpay/${authority}`);
      const seconds = (Date.parse(`${expires_at}Z`) - Date.parse(`${created.timestamp}Z`)) / 1000;
      expect(seconds).toBe(lifetime_seconds[environment]);
    }
  });

  it('are all shown somewhere', () => {
    const used = JSON.stringify(contract);
    expect(
      examples.filter(([name]) => !used.includes(`"#/components/examples/${name}"`)).map(([name]) => name),
    ).toEqual([]);
  });
});
