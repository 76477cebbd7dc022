// Faults on order: each kind does what it says, to its terminal alone, and the same seed does the same again.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ErrorName, errors, type OperationId, operations } from '../../generated/facts.ts';
import { chance } from '../src/faults/chance.ts';
import { type RunningSandbox, startSandbox } from '../src/start.ts';
import { createTerminal } from '../src/terminals/terminals.ts';
import { type Endpoint, endpoint } from './support/endpoint.ts';
import { payment, type TestSandbox, type TestTerminal, testSandbox } from './support/sandbox.ts';

let sandbox: TestSandbox;
let shop: TestTerminal;
beforeAll(async () => {
  sandbox = await testSandbox();
});
beforeEach(async () => {
  shop = await sandbox.terminal();
});
afterAll(() => sandbox.close());

const order = (fault: Record<string, unknown>, terminal = shop.id) =>
  sandbox.control('faults', { terminal, ...fault });

/** Which of so many requests were struck. */
async function struckOf(terminal: TestTerminal, count: number): Promise<boolean[]> {
  const struck: boolean[] = [];
  for (let index = 0; index < count; index += 1) {
    struck.push((await terminal.call('listWebhookEvents')).status !== 200);
  }
  return struck;
}

describe('any error of the catalogue', () => {
  const cases = (Object.keys(operations) as OperationId[])
    .filter((id) => ['createPayment', 'createVerification', 'getPayment', 'cancelPayment'].includes(id))
    .flatMap((id) => (operations[id].errors as readonly ErrorName[]).map((error) => [id, error] as const));

  it.each(cases)('%s answers %s as the contract has it', async (operation, error) => {
    const authority = await shop.createPayment();
    if (operation === 'createVerification') await shop.pay(authority);
    await order({ operation, error });
    const body = operation === 'createPayment' ? payment : { authority, amount: payment.amount };
    const options = operations[operation].requestSchema === null ? { authority } : { body };
    // The call itself holds the answer to the contract.
    const { json, status } = await shop.call(operation, options);
    expect([json.error.code, status]).toEqual([errors[error].code, errors[error].http[0]]);
    expect((await shop.call(operation, options)).status).toBe(200);
  });

  it('changes nothing, so that the same key works afterwards', async () => {
    await order({ operation: 'createPayment', code: -54 });
    const create = () => shop.call('createPayment', { body: payment, key: 'same' });
    expect((await create()).headers['retry-after']).toBeDefined();
    expect((await create()).status).toBe(200);
    expect((await shop.call('listTransactions')).json.data.pagination.total).toBe(1);
  });
});

describe('an order', () => {
  it('is listed until it has struck, and can be withdrawn', async () => {
    const { json } = await order({ code: -31, times: 2 });
    await order({ kind: 'latency', milliseconds: 1 });
    const listed = async () => (await sandbox.control(`faults?terminal=${shop.id}`)).json.faults;
    expect((await listed()).map(({ kind }: { kind: string }) => kind)).toEqual(['error', 'latency']);
    await sandbox.control(`faults/${json.id}`, undefined, 'DELETE');
    expect(await struckOf(shop, 1)).toEqual([false]);
    expect(await listed()).toEqual([]);
  });

  it('with the same seed strikes the same requests again, in a terminal of its own', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ maxLength: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (seed, probability) => {
          const runs: boolean[][] = [];
          for (let run = 0; run < 2; run += 1) {
            const [terminal, other] = [await sandbox.terminal(), await sandbox.terminal()];
            await order({ code: -500, probability, seed }, terminal.id);
            // What happens to another meanwhile makes no difference, and nothing happens to it.
            const struck: boolean[] = [];
            for (let index = 0; index < 6; index += 1) {
              struck.push(...(await struckOf(terminal, 1)));
              if (run === 0) expect(await struckOf(other, 1)).toEqual([false]);
            }
            runs.push(struck);
          }
          expect(runs[0]).toEqual(runs[1]);
          expect(runs[0]).toEqual(
            Array.from({ length: 6 }, (_, index) => chance(seed, index, 'strikes') < probability),
          );
        },
      ),
      { numRuns: 8 },
    );
  });
});

it('chance is even, and as repeatable as its seed', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const drawn = Array.from({ length: 400 }, (_, index) => chance(seed, index, 'strikes'));
      expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
      const below = drawn.filter((value) => value < 0.5).length;
      expect(below).toBeGreaterThan(120);
      expect(below).toBeLessThan(280);
      expect(drawn).toEqual(drawn.map((_, index) => chance(seed, index, 'strikes')));
    }),
    { numRuns: 50 },
  );
});

describe('webhooks', () => {
  let target: Endpoint;
  beforeEach(async () => {
    target = await endpoint();
    const events = ['payment.created', 'payment.cancelled'];
    await shop.call('subscribeWebhook', { body: { url: target.url, events } });
    return () => target.close();
  });
  const advance = (seconds: number) =>
    sandbox.control('clock', { terminal: shop.id, advance_seconds: seconds });
  const events = () => target.received.map(({ json }) => json.event);

  it('come twice with one id, though the first was accepted', async () => {
    await order({ kind: 'webhook_duplicate', event: 'payment.created', copies: 2 });
    await shop.createPayment();
    await advance(10);
    const ids = target.received.map(({ headers }) => headers['x-webhook-id']);
    expect([ids.length, new Set(ids).size]).toEqual([3, 1]);
  });

  it('come late on the clock of the terminal', async () => {
    await order({ kind: 'webhook_late', seconds: 300 });
    await shop.createPayment();
    await advance(299);
    expect(events()).toEqual([]);
    await advance(1);
    expect(events()).toEqual(['payment.created']);
  });

  it('come out of order', async () => {
    await order({ kind: 'webhook_out_of_order', event: 'payment.created' });
    const authority = await shop.createPayment();
    await shop.call('cancelPayment', { authority });
    await advance(10);
    expect(events()).toEqual(['payment.cancelled', 'payment.created']);
  });

  it('held back for the next event come in the end when there is none', async () => {
    await order({ kind: 'webhook_out_of_order', seconds: 30 });
    await shop.createPayment();
    await advance(30);
    expect(events()).toEqual(['payment.created']);
  });
});

describe('a callback that is ordered doubled', () => {
  it('reaches the shop twice, and only that once', async () => {
    const target = await endpoint();
    target.answer = 204;
    await order({ kind: 'callback_duplicate' });
    for (const copies of [2, 1]) {
      const authority = await shop.createPayment({ callback_url: target.url });
      const { json } = await sandbox.control(`payments/${authority}/pay`, {
        card: 'success',
        send_callback: true,
      });
      expect(json.callback_answers.map(({ status }: { status: number }) => status)).toEqual(
        Array(copies).fill(204),
      );
      expect(new URLSearchParams(target.received.at(-1)?.text).get('authority')).toBe(authority);
    }
    await target.close();
  });
});

describe('on the wire', () => {
  it('connections break before or after the effect, answers come late, and a firewall answers in HTML', async () => {
    const running = await startSandbox({ port: 0, memory: true, ratePerSecond: 0 });
    const order = (fault: Record<string, unknown>) =>
      fetch(`${running.url}/_sandbox/faults`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ terminal: running.terminalId, ...fault }),
      });
    const create = (key: string = randomUUID()) =>
      fetch(`${running.url}/v2/payments`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${running.token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': key,
        },
        body: JSON.stringify(payment),
      });
    const total = async () => {
      const headers = { Authorization: `Bearer ${running.token}` };
      const list = await fetch(`${running.url}/v2/transactions`, { headers });
      return ((await list.json()) as { data: { pagination: { total: number } } }).data.pagination.total;
    };
    await order({ kind: 'connection_cut', when: 'before' });
    await expect(create('before')).rejects.toThrow();
    expect(await total()).toBe(0);
    await order({ kind: 'connection_cut', when: 'after', operation: 'createPayment' });
    await expect(create('after')).rejects.toThrow();
    expect(await total()).toBe(1);
    expect((await create('after')).status).toBe(200);
    expect(await total()).toBe(1);
    await order({ kind: 'firewall_page', status: 503, operation: 'createPayment' });
    const blocked = await create();
    expect([blocked.status, blocked.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    expect([...blocked.headers.keys()].filter((name) => name.startsWith('x-'))).toEqual([]);
    expect(await total()).toBe(1);
    await order({ kind: 'latency', milliseconds: 1500, operation: 'createPayment' });
    const finished: string[] = [];
    const slow = create().then(({ status }) => finished.push(`slow ${status}`));
    await total().then(() => finished.push('quick'));
    await slow;
    expect(finished).toEqual(['quick', 'slow 200']);
    await running.close();
  });
});

describe("the payer's page", () => {
  let running: RunningSandbox;
  beforeAll(async () => {
    running = await startSandbox({ port: 0, memory: true, ratePerSecond: 0 });
  });
  afterAll(() => running.close());

  const order = async (fault: Record<string, unknown>, terminal = running.terminalId) => {
    const response = await fetch(`${running.url}/_sandbox/faults`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ terminal, ...fault }),
    });
    return response.status;
  };
  const withdrawAll = () =>
    running.sandbox.services.storage.write((unit) => unit.deleteFrom('faults').execute());
  /** Creates a payment. @returns its authority. */
  const create = async () => {
    const response = await fetch(`${running.url}/v2/payments`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${running.token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
      },
      body: JSON.stringify(payment),
    });
    return ((await response.json()) as { data: { transaction: { authority: string } } }).data.transaction
      .authority;
  };
  const open = (authority: string) => fetch(`${running.url}/startpay/${authority}`);
  const pay = (authority: string) =>
    fetch(`${running.url}/startpay/${authority}/pay`, {
      method: 'POST',
      body: new URLSearchParams({ card: 'success' }),
    });
  const rowsOf = (table: 'payments' | 'callbacks', authority: string) =>
    running.sandbox.services.storage.db
      .selectFrom(table)
      .selectAll()
      .where('authority', '=', authority)
      .execute();
  const operation = 'openPaymentPage';

  it('gives way to the page of a firewall, once', async () => {
    const authority = await create();
    await order({ kind: 'firewall_page', status: 503, operation });
    const blocked = await open(authority);
    expect([blocked.status, blocked.headers.get('content-security-policy')]).toEqual([503, null]);
    expect(await blocked.text()).toContain('Request blocked');
    expect((await open(authority)).status).toBe(200);
  });

  it.each(['before', 'after'])('is cut off %s the payment is made', async (when) => {
    const authority = await create();
    await order({ kind: 'connection_cut', when, operation });
    await expect(pay(authority)).rejects.toThrow();
    const paid = when === 'after';
    expect(await rowsOf('payments', authority)).toMatchObject([
      { state: paid ? 'AWAITING_VERIFICATION' : 'AWAITING_PAYMENT' },
    ]);
    // What has never reached the browser is not said to have been given to it.
    expect(await rowsOf('callbacks', authority)).toEqual([]);
    expect(await (await pay(authority)).text()).toContain('id="back"');
    expect(await rowsOf('callbacks', authority)).toHaveLength(1);
  });

  it('comes late', async () => {
    const authority = await create();
    await order({ kind: 'latency', milliseconds: 1500, operation });
    const finished: string[] = [];
    const slow = open(authority).then(({ status }) => finished.push(`slow ${status}`));
    await create().then(() => finished.push('quick'));
    await slow;
    expect(finished).toEqual(['quick', 'slow 200']);
  });

  it('is struck by an order for any operation, and by none for another or of another terminal', async () => {
    const authority = await create();
    const stranger = await createTerminal(running.sandbox.services);
    await order({ kind: 'firewall_page', operation: 'getPayment' });
    await order({ kind: 'firewall_page', operation }, stranger.id);
    await order({ kind: 'webhook_late' });
    expect((await open(authority)).status).toBe(200);
    await order({ kind: 'firewall_page' });
    // Neither an unknown payment nor the style of the page uses the order up.
    expect((await open('20251001214241ABCDEF')).status).toBe(404);
    expect((await fetch(`${running.url}/startpay/assets/page.css`)).status).toBe(200);
    expect((await open(authority)).status).toBe(403);
    expect((await open(authority)).status).toBe(200);
    await withdrawAll();
  });

  it('answers with no error of the catalogue, so that none can be ordered for it', async () => {
    expect(await order({ code: -500, operation })).toBe(400);
    const authority = await create();
    await order({ code: -500 });
    expect((await open(authority)).status).toBe(200);
    await withdrawAll();
  });
});

describe('an order that could never strike is refused with the reason', () => {
  it.each<[Record<string, unknown>, string]>([
    [{ kind: 'latency' }, '"milliseconds"'],
    [{ kind: 'latency', milliseconds: 0, jitter_milliseconds: 0 }, '"milliseconds"'],
    [{ code: -31, probability: 0 }, 'probability 0'],
    [{ kind: 'latency', milliseconds: 5, operation: 'getHealth' }, 'leave "terminal" out'],
    [{ code: -500, operation: 'getIdempotencyKey' }, 'leave "terminal" out'],
    [{ kind: 'callback_duplicate', operation: 'createPayment' }, 'belong to no "operation"'],
  ])('of a terminal: %j', async (fault, reason) => {
    const { status, json } = await order(fault);
    expect([status, json.error]).toEqual([400, expect.stringContaining(reason)]);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ code: -21 }, 'never answer'],
    [{ code: -500, operation: 'createPayment' }, 'name it in "terminal"'],
    [{ kind: 'latency', milliseconds: 5, operation: 'openPaymentPage' }, 'name it in "terminal"'],
    [{ kind: 'webhook_duplicate' }, 'strikes a terminal'],
    [{ kind: 'callback_duplicate' }, 'strikes a terminal'],
  ])('of nobody: %j', async (fault, reason) => {
    const { status, json } = await sandbox.control('faults', fault);
    expect([status, json.error]).toEqual([400, expect.stringContaining(reason)]);
  });

  it('and the token of a terminal names it, as in the reads', async () => {
    const ask = (authorization: string) =>
      sandbox.request(
        'POST',
        '/_sandbox/faults',
        { host: '127.0.0.1', 'content-type': 'application/json', authorization },
        JSON.stringify({ code: -500 }),
      );
    const other = await sandbox.terminal();
    expect((await ask(`Bearer ${other.token}`)).status).toBe(201);
    expect((await ask('Bearer idg_test_unknown')).status).toBe(400);
    expect((await sandbox.control(`faults?terminal=${other.id}`)).json.faults).toHaveLength(1);
    expect((await other.call('listTransactions')).json.error.code).toBe(-500);
  });
});
