// The check of all fields together: path, headers, query and body.
import { describe, expect, it } from 'vitest';
import { idempotency, sandbox } from '../../../generated/facts.ts';
import type { Call } from '../../src/core/call.ts';
import { examineFields } from '../../src/request/examine-fields.ts';
import { callWith, faultyFieldsOf, refusalOf, settings } from '../support/call.ts';
import { payment } from '../support/sandbox.ts';

const key = 'order-12345-try-1';
const header = idempotency.header.toLowerCase();
const alias = idempotency.alias.toLowerCase();
const examine = (fields: Partial<Call>, onLoopback = true) =>
  examineFields(callWith({ headers: { [header]: key }, body: payment, ...fields }), {
    settings: { ...settings, onLoopback },
  });

describe('the fields of a request', () => {
  it('that are all well give the key and the filters', () => {
    expect(examine({})).toEqual({ found: { idempotencyKey: key, query: {} } });
  });

  it('are told together when several are faulty', () => {
    const outcome = examine({ headers: {}, body: { ...payment, amount: 'much', order_id: 7 } });
    expect(refusalOf(outcome)).toBe('ErrorValidation');
    expect(faultyFieldsOf(outcome)).toEqual(['idempotency_key', 'amount', 'order_id']);
  });

  it('of the path have their rules too', () => {
    const outcome = examine({ operation: 'getPayment', path: { authority: 'x' }, body: undefined });
    expect(faultyFieldsOf(outcome)).toEqual(['authority']);
  });
});

describe('the idempotency key', () => {
  it('may come under its other name', () => {
    expect(examine({ headers: { [alias]: key } })?.found?.idempotencyKey).toBe(key);
  });

  it('must not come as two', () => {
    expect(faultyFieldsOf(examine({ headers: { [header]: key, [alias]: `${key}0` } }))).toEqual([
      'idempotency_key',
    ]);
  });

  it('in the body is told where it belongs, and by one message', () => {
    const outcome = examine({ headers: {}, body: { ...payment, idempotency_key: key } });
    expect(Object.values(outcome?.refusal?.details?.validation ?? {}).map(({ length }) => length)).toEqual([
      1,
    ]);
  });
});

describe('an amount', () => {
  it("is held to the sandbox's own limit", () => {
    const outcome = (amount: number) => examine({ body: { ...payment, amount } });
    expect(refusalOf(outcome(sandbox.amount_maximum))).toBeUndefined();
    expect(faultyFieldsOf(outcome(sandbox.amount_maximum + 1))).toEqual(['amount']);
  });
});

describe('the address of a webhook', () => {
  const subscribe = (onLoopback: boolean) =>
    examine(
      {
        operation: 'subscribeWebhook',
        headers: {},
        body: { url: 'http://127.0.0.1:3000/hook', events: ['payment.completed'] },
      },
      onLoopback,
    );

  it('may be this machine while the sandbox itself listens there', () => {
    expect(faultyFieldsOf(subscribe(true))).toEqual([]);
    expect(faultyFieldsOf(subscribe(false))).toContain('url');
  });
});

describe('the filters of a list', () => {
  const list = (query: string) =>
    examine({
      operation: 'listTransactions',
      url: `/v2/transactions?${query}`,
      headers: {},
      body: undefined,
    });

  it('arrive as the numbers that they are, with the defaults of those that were left out', () => {
    expect(list('page=2')?.found?.query).toMatchObject({ page: 2 });
    expect(list('')?.found?.query?.page).toBe(1);
  });

  it('are refused when they are unknown, empty or doubled', () => {
    expect(faultyFieldsOf(list('pages=2&status=&page=1&page=2')).sort()).toEqual(['page', 'pages', 'status']);
  });
});

describe('the date of a report', () => {
  const report = (date: string) =>
    examine({
      operation: 'getDailyReport',
      url: `/v2/reports/daily?date=${date}`,
      headers: {},
      body: undefined,
    });

  it('must exist and not be in the future', () => {
    expect(report('1405-09-03')?.found?.query).toEqual({ date: '1405-09-03' });
    expect(faultyFieldsOf(report('1405-12-31'))).toEqual(['date']);
    expect(faultyFieldsOf(report('1405-09-04'))).toEqual(['date']);
  });
});
