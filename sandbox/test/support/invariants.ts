// Random sequences of calls by several merchants, and what must hold after each: used on every kind of database.
import fc from 'fast-check';
import { expect } from 'vitest';
import { payment, type TestSandbox, type TestTerminal } from './sandbox.ts';

/** One act of one merchant; payments are chosen among all there are, those of others included. */
export interface Act {
  merchant: number;
  kind:
    | 'create'
    | 'pay'
    | 'verify'
    | 'verify twice'
    | 'cancel'
    | 'retry'
    | 'refund'
    | 'settle'
    | 'fail to settle'
    | 'wait'
    | 'fail next'
    | 'repeat';
  which: number;
  amount: number;
  card: 'success' | 'failed' | 'insufficient' | 'timeout' | 'cancel';
}

const merchants = 3;

export const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    merchant: fc.nat(merchants - 1),
    kind: fc.constantFrom<Act['kind'][]>(
      'create',
      'create',
      'pay',
      'pay',
      'verify',
      'verify',
      'verify twice',
      'cancel',
      'retry',
      'refund',
      'settle',
      'fail to settle',
      'wait',
      'fail next',
      'repeat',
    ),
    which: fc.nat(20),
    amount: fc.integer({ min: 100_000, max: 400_000 }),
    card: fc.constantFrom<Act['card'][]>(
      'success',
      'success',
      'success',
      'failed',
      'insufficient',
      'timeout',
      'cancel',
    ),
  }),
  { minLength: 5, maxLength: 40 },
);

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** What the test itself remembers of a payment. */
interface Remembered {
  authority: string;
  owner: number;
  amount: number;
  key: string;
  orderId: string;
  verifications: number;
  refunded: number;
}

interface World {
  sandbox: TestSandbox;
  shops: TestTerminal[];
  payments: Remembered[];
  /** What each merchant has got by settlements, in rials. */
  transferred: number[];
  keys: number;
}

async function create(world: World, { merchant, amount }: Act): Promise<void> {
  world.keys += 1;
  const key = `key-${world.keys}`;
  const orderId = `ORDER-${world.keys}`;
  const body = { ...payment, amount, order_id: orderId };
  const { status, json } = await (world.shops[merchant] as TestTerminal).call('createPayment', { body, key });
  if (status !== 200) return;
  const { authority } = json.data.transaction;
  world.payments.push({ authority, owner: merchant, amount, key, orderId, verifications: 0, refunded: 0 });
}

/** Settles, or fails to; whether there is anything to transfer follows from what the test remembers. */
async function settle({ sandbox, shops, payments, transferred }: World, act: Act): Promise<void> {
  const outcome = act.kind === 'settle' ? 'completed' : 'failed';
  const { status, json } = await sandbox.control(`terminals/${shops[act.merchant]?.id}/settlements`, {
    outcome,
  });
  const own = payments.filter(({ owner, verifications }) => owner === act.merchant && verifications > 0);
  const due =
    sum(own.map(({ amount, refunded }) => amount - refunded)) - (transferred[act.merchant] as number);
  expect([status, json.amount]).toEqual(due > 0 ? [201, due] : [409, undefined]);
  if (due > 0 && outcome === 'completed') transferred[act.merchant] = (transferred[act.merchant] ?? 0) + due;
}

async function carryOut(world: World, act: Act): Promise<void> {
  const { sandbox, shops, payments } = world;
  const shop = shops[act.merchant] as TestTerminal;
  if (act.kind === 'create') return create(world, act);
  if (act.kind === 'wait') return sandbox.clock.advance(act.which * 60_000);
  if (act.kind === 'fail next')
    return void (await sandbox.control('faults', { terminal: shop.id, code: 996 }));
  if (act.kind === 'settle' || act.kind === 'fail to settle') return settle(world, act);
  const target = payments[act.which % Math.max(1, payments.length)];
  if (!target) return;
  const { authority, amount } = target;
  const own = target.owner === act.merchant;
  const verify = async () => {
    const { status, json } = await shop.call('createVerification', { body: { authority, amount } });
    if (status === 200) {
      expect(own).toBe(true);
      expect(json.data.verification.amount).toBe(amount);
      target.verifications += 1;
    }
    if (!own) expect(json.error.code).toBe(-33);
  };
  switch (act.kind) {
    case 'pay':
      await shop.pay(authority, act.card);
      break;
    case 'verify':
      await verify();
      break;
    case 'verify twice':
      await Promise.all([verify(), verify()]);
      break;
    case 'cancel':
      if (!own) expect((await shop.call('cancelPayment', { authority })).json.error.code).toBe(-33);
      else await shop.call('cancelPayment', { authority });
      break;
    case 'retry': {
      const { status } = await shop.call('retryVerification', { authority });
      if (status === 200) target.verifications += 1;
      break;
    }
    case 'refund': {
      const { status } = await shop.call('createRefund', { body: { authority, amount: act.amount } });
      if (status === 200) target.refunded += act.amount;
      break;
    }
    case 'repeat': {
      const body = { ...payment, amount, order_id: target.orderId };
      const { status, json } = await (shops[target.owner] as TestTerminal).call('createPayment', {
        body,
        key: target.key,
      });
      expect([status, json.data?.transaction.authority]).toEqual([200, authority]);
      break;
    }
  }
}

interface Listed {
  authority: string;
  amount: number;
  status: string;
}

async function listOf(shop: TestTerminal): Promise<Listed[]> {
  const { json } = await shop.call('listTransactions', { query: 'per_page=100' });
  expect(json.data.pagination.last_page).toBe(1);
  return json.data.transactions as Listed[];
}

/** One verification wins; reports equal lists; nobody sees another's data; money neither appears nor vanishes. */
async function checkInvariants({ sandbox, shops, payments, transferred }: World): Promise<void> {
  for (const [merchant, shop] of shops.entries()) {
    const own = payments.filter(({ owner }) => owner === merchant);
    const listed = await listOf(shop);
    expect(listed.map(({ authority }) => authority).sort()).toEqual(
      own.map(({ authority }) => authority).sort(),
    );
    expect(sum(listed.map(({ amount }) => amount))).toBe(sum(own.map(({ amount }) => amount)));
    const { json } = await shop.call('getMonthlyReport');
    const { summary, daily_breakdown: days } = json.data;
    const completed = listed.filter(({ status }) => status === 'completed');
    expect(summary).toMatchObject({
      total_transactions: listed.length,
      total_amount: sum(listed.map(({ amount }) => amount)),
      successful_transactions: completed.length,
      successful_amount: sum(completed.map(({ amount }) => amount)),
      failed_transactions: listed.filter(({ status }) => ['failed', 'timeout', 'cancelled'].includes(status))
        .length,
    });
    expect(sum(days.map(({ amount }: { amount: number }) => amount))).toBe(summary.total_amount);
    for (const { authority, verifications, amount, refunded } of own) {
      const status = listed.find((transaction) => transaction.authority === authority)?.status;
      expect(verifications).toBe(status === 'completed' ? 1 : 0);
      expect(refunded).toBeLessThanOrEqual(status === 'completed' ? amount : 0);
    }
  }
  for (const [merchant, shop] of shops.entries()) {
    const { json } = await sandbox.control(`terminals/${shop.id}/settlements`);
    const completed = json.settlements.filter(({ status }: { status: string }) => status === 'completed');
    expect(sum(completed.map(({ amount }: { amount: number }) => amount))).toBe(transferred[merchant]);
  }
  const { db } = sandbox.services.storage;
  const terminals = shops.map(({ id }) => id);
  const refunds = await db
    .selectFrom('refunds')
    .select('amount')
    .where('terminal_id', 'in', terminals)
    .execute();
  expect(sum(refunds.map(({ amount }) => amount))).toBe(sum(payments.map(({ refunded }) => refunded)));
}

/** Plays the acts on fresh merchants and checks what must hold at the end. */
export async function play(sandbox: TestSandbox, sequence: Act[]): Promise<void> {
  const shops = await Promise.all(Array.from({ length: merchants }, () => sandbox.terminal()));
  const world: World = { sandbox, shops, payments: [], transferred: shops.map(() => 0), keys: 0 };
  for (const act of sequence) await carryOut(world, act);
  // In the end everybody gets the rest, so that whatever was settled twice or never is missed or found.
  for (const merchant of shops.keys()) {
    await settle(world, { merchant, kind: 'settle', which: 0, amount: 0, card: 'success' });
  }
  await checkInvariants(world);
}
