// Lists, reports and the calendar behind them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endOfJalaliDay, isoInTehran, jalaliDateTime, startOfJalaliDay } from '../src/core/calendar.ts';
import { noon, payment, type TestSandbox, type TestTerminal, testSandbox } from './support/sandbox.ts';

let sandbox: TestSandbox;
let shop: TestTerminal;
beforeAll(async () => {
  sandbox = await testSandbox();
});
afterAll(() => sandbox.close());

const hour = 3_600_000;

describe('the calendar', () => {
  it.each([
    ['2026-03-20T20:29:59Z', '1404-12-29 23:59:59', '2026-03-20T23:59:59+03:30'],
    ['2026-03-20T20:30:00Z', '1405-01-01 00:00:00', '2026-03-21T00:00:00+03:30'],
    // Summer time, which Tehran kept until 2022.
    ['2022-06-01T00:00:00Z', '1401-03-11 04:30:00', '2022-06-01T04:30:00+04:30'],
    ['2025-03-20T20:29:59Z', '1403-12-30 23:59:59', '2025-03-20T23:59:59+03:30'],
  ])('%s is %s', (utc, jalali, iso) => {
    expect(jalaliDateTime(Date.parse(utc))).toBe(jalali);
    expect(isoInTehran(Date.parse(utc))).toBe(iso);
  });

  it('gives the first day of summer time 23 hours and the last 25', () => {
    const length = (day: string) => (endOfJalaliDay(day) - startOfJalaliDay(day)) / hour;
    expect([length('1401-01-01'), length('1401-01-02'), length('1401-06-30')]).toEqual([24, 23, 25]);
  });
});

describe('lists and reports', () => {
  /** Three payments before midnight and two after it, with every outcome. */
  beforeAll(async () => {
    shop = await sandbox.terminal();
    sandbox.clock.advance(11 * hour + 50 * 60_000);
    for (const [amount, card] of [
      [100_000, 'success'],
      [200_000, 'failed'],
      [300_000, undefined],
    ] as const) {
      const authority = await shop.createPayment({ amount });
      if (card) await shop.pay(authority, card);
      // Verified in the same minute; what is verified later does not change its day.
      if (card === 'success') await shop.call('createVerification', { body: { authority, amount } });
    }
    sandbox.clock.advance(20 * 60_000);
    for (const [amount, card] of [
      [400_000, 'cancel'],
      [500_000, 'success'],
    ] as const) {
      await shop.pay(await shop.createPayment({ amount }), card);
    }
  });

  const amountsOf = async (query: string) => {
    const { json } = await shop.call('listTransactions', { query });
    return json.data.transactions.map((transaction: { amount: number }) => transaction.amount) as number[];
  };

  it('are newest first and cut by Jalali days of Tehran', async () => {
    expect((await amountsOf('')).sort()).toEqual([100_000, 200_000, 300_000, 400_000, 500_000]);
    expect((await amountsOf('to_date=1405-09-03')).sort()).toEqual([100_000, 200_000, 300_000]);
    expect((await amountsOf('from_date=1405-09-04&to_date=1405-12-29')).sort()).toEqual([400_000, 500_000]);
    const { json } = await shop.call('listTransactions');
    const times = json.data.transactions.map(
      (t: { created_at: string; authority: string }) => t.created_at + t.authority,
    );
    expect(times).toEqual([...times].sort().reverse());
  });

  it('are cut by status and into pages', async () => {
    expect(await amountsOf('status=completed')).toEqual([100_000]);
    expect(await amountsOf('status=pending')).toEqual([500_000]);
    expect(await amountsOf('status=cancelled')).toEqual([400_000]);
    const pages = await Promise.all([1, 2, 3].map((page) => amountsOf(`per_page=2&page=${page}`)));
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    const { json } = await shop.call('listTransactions', { query: 'per_page=2&page=999999999999' });
    expect(json.data).toEqual({
      transactions: [],
      pagination: { current_page: 999_999_999_999, per_page: 2, total: 5, last_page: 3 },
    });
  });

  it('sum up a day', async () => {
    const { json } = await shop.call('getDailyReport', { query: 'date=1405-09-03' });
    expect(json.data).toEqual({
      report_date: '1405-09-03',
      summary: {
        total_transactions: 3,
        successful_transactions: 1,
        failed_transactions: 2,
        total_amount: 600_000,
        successful_amount: 100_000,
        success_rate: 33.3,
        total_fees: 0,
      },
      hourly_breakdown: [{ hour: 23, transactions: 3, amount: 600_000 }],
      payment_methods: [{ method: 'card', transactions: 2, amount: 300_000 }],
      status_breakdown: [
        { status: 'completed', count: 1 },
        { status: 'failed', count: 1 },
        { status: 'timeout', count: 1 },
      ],
    });
  });

  it('sum up a month, and today when no day is named', async () => {
    const { json } = await shop.call('getMonthlyReport');
    expect(json.data.period).toEqual({ from: '1405-09-01', to: '1405-09-30' });
    expect(json.data.daily_breakdown).toEqual([
      { date: '1405-09-03', transactions: 3, amount: 600_000 },
      { date: '1405-09-04', transactions: 2, amount: 900_000 },
    ]);
    expect(json.data.psp_breakdown).toEqual([{ psp: 'sandbox', transactions: 3, amount: 800_000 }]);
    const today = await shop.call('getDailyReport');
    expect(today.json.data.report_date).toBe('1405-09-04');
    expect(today.json.data.summary).toMatchObject({
      total_transactions: 2,
      failed_transactions: 1,
      success_rate: 0,
    });
  });

  it('of a day without transactions are zero', async () => {
    const { json } = await shop.call('getDailyReport', { query: 'date=1405-01-01' });
    expect(json.data.summary).toMatchObject({ total_transactions: 0, success_rate: 0 });
    expect(json.data.hourly_breakdown).toEqual([]);
  });
});

describe('refunds', () => {
  it('never exceed the payment, and only a verified one can be refunded', async () => {
    const authority = await shop.createPayment();
    const refund = (amount?: number) =>
      shop.call('createRefund', { body: { authority, ...(amount ? { amount } : {}) } });
    expect((await refund()).json.error.details.reason).toBe('payment_not_verified');
    await shop.pay(authority);
    await shop.call('createVerification', { body: { authority, amount: payment.amount } });
    expect((await refund(60_000)).json.data.refund).toMatchObject({
      amount: 60_000,
      status: 'pending',
      reason: null,
    });
    const both = await Promise.all([refund(30_000), refund(30_000)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect((await refund()).json.error.details.reason).toBe('refund_exceeds_payment');
    expect((await refund(10_000)).status).toBe(200);
  });
});

describe('the test clock', () => {
  it('starts at noon in Tehran', () => {
    expect(jalaliDateTime(noon)).toBe('1405-09-03 12:00:00');
  });
});
