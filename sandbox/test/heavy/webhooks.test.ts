// Webhooks under conditions that take long to make: an endpoint that stays silent, and crashes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { webhookDelivery } from '../../../generated/facts.ts';
import { endpoint } from '../support/endpoint.ts';
import { type SandboxProcess, sandboxProcess } from '../support/process.ts';
import { payment, testSandbox } from '../support/sandbox.ts';

it('a silent endpoint is given up after the documented time, and tried again', async () => {
  const sandbox = await testSandbox();
  const target = await endpoint();
  target.answer = 'never';
  const shop = await sandbox.terminal();
  await shop.call('subscribeWebhook', { body: { url: target.url, events: ['payment.created'] } });
  await shop.createPayment();
  await sandbox.control('clock', { terminal: shop.id, advance_seconds: 0 });
  const [delivery] = (await sandbox.control(`deliveries?terminal=${shop.id}`)).json.deliveries;
  const error = `No answer within ${webhookDelivery.timeout_seconds} seconds`;
  expect(delivery).toMatchObject({ state: 'pending', attempts: [{ response_code: null, error }] });
  await target.close();
  await sandbox.close();
});

it('no event is lost when the sandbox is killed again and again while sending', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'irandargah-webhooks-'));
  const target = await endpoint();
  const call = ({ url, token }: SandboxProcess, path: string, body: object, key = '') =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
      },
      body: JSON.stringify(body),
    });
  try {
    const acknowledged = new Set<string>();
    for (let round = 0; round < 6; round += 1) {
      const running = await sandboxProcess(['--data', folder]);
      if (round === 0) {
        const body = { url: target.url, events: ['payment.created'] };
        expect((await call(running, '/v2/webhooks/subscribe', body)).status).toBe(201);
      }
      // Killed while the endpoint has not answered yet, so that nobody knows whether it has taken them.
      target.answer = 'never';
      const before = target.received.length;
      for (let count = 0; count < 8; count += 1) {
        const response = await call(running, '/v2/payments', payment, `${round}-${count}`);
        const { data } = (await response.json()) as { data: { transaction: { authority: string } } };
        acknowledged.add(data.transaction.authority);
      }
      await target.arrived(before + 1);
      await running.kill();
    }
    target.answer = 200;
    const last = await sandboxProcess(['--data', folder]);
    const arrived = () => new Set(target.received.map(({ json }) => json.data.authority as string));
    // The claims of the killed process lapse on the machine's clock, half a minute after it took them.
    while ([...acknowledged].some((authority) => !arrived().has(authority))) {
      await target.arrived(target.received.length + 1);
    }
    const headers = { Authorization: `Bearer ${last.token}` };
    const seen = await fetch(`${last.url}/_sandbox/deliveries`, { headers });
    const { deliveries } = (await seen.json()) as { deliveries: { id: string }[] };
    expect(deliveries).toHaveLength(acknowledged.size);
    expect(new Set(target.received.map(({ headers: sent }) => sent['x-webhook-id'])).size).toBe(
      acknowledged.size,
    );
    expect(await last.stop()).toBe(0);
  } finally {
    await target.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);
