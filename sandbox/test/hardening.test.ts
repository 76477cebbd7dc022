// What a sender of webhooks must never do: reach into networks, follow redirects, wait for ever, or read without end.
import { createServer, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { webhookDelivery } from '../../generated/facts.ts';
import { mayReceiveWebhooks } from '../src/core/addresses.ts';
import { createOutgoing, failureText } from '../src/core/outgoing.ts';
import { type Endpoint, endpoint } from './support/endpoint.ts';
import { type TestSandbox, type TestTerminal, testSandbox } from './support/sandbox.ts';

const forbidden = 'Address not allowed';

describe('addresses', () => {
  it.each([
    ['93.184.216.34', true],
    ['2606:2800:220:1:248:1893:25c8:1946', true],
    ['10.0.0.1', false],
    ['172.16.5.4', false],
    ['192.168.1.1', false],
    ['100.64.0.1', false],
    ['169.254.169.254', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['192.0.2.1', false],
    ['198.18.0.1', false],
    ['240.0.0.1', false],
    ['::', false],
    ['::ffff:10.0.0.1', false],
    ['::ffff:a9fe:a9fe', false],
    ['::10.0.0.1', false],
    ['64:ff9b::a00:1', false],
    ['2002:a00:1::', false],
    ['2001::1', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['ff02::1', false],
    ['2001:db8::1', false],
    ['::7f00:1', false],
    ['::a00:1', false],
    ['::ffff:0:7f00:1', false],
    ['64:ff9b:1::7f00:1', false],
    ['2002:7f00:1::', false],
    ['fec0::1', false],
    ['fe80::5efe:7f00:1', false],
    ['3fff::1', false],
    ['5f00::1', false],
    ['100::1', false],
    ['2a00:1450:4001::1', true],
  ])('%s may receive webhooks: %s', (address, allowed) => {
    expect(mayReceiveWebhooks(address, false)).toBe(allowed);
    expect(mayReceiveWebhooks(address, true)).toBe(allowed);
  });

  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
    '%s only while the sandbox is local',
    (address) => {
      expect([mayReceiveWebhooks(address, true), mayReceiveWebhooks(address, false)]).toEqual([true, false]);
    },
  );
});

describe('a sandbox that serves others', () => {
  const outgoing = createOutgoing(false);
  afterAll(() => outgoing.close());
  const reach = (url: string) =>
    outgoing
      .send({ url, method: 'POST', headers: {}, timeout: 5 })
      .then(({ status }) => `HTTP ${status}`)
      .catch((error: unknown) => failureText(error, 5));

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::7f00:1]/',
    'https://[64:ff9b:1::7f00:1]/',
    'https://localhost/',
    'https://①②⑦.⓪.⓪.①/',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.0.0.1:8443/',
  ])('does not connect to %s', async (url) => {
    expect(await reach(url)).toBe(forbidden);
  });
});

describe('a name', () => {
  let connections: number;
  let server: ReturnType<typeof createServer>;
  let port: number;
  beforeEach(async () => {
    connections = 0;
    server = createServer((socket) => {
      connections += 1;
      socket.once('data', () =>
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'),
      );
      socket.on('error', () => {});
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as { port: number }).port;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  /** A resolver that gives one answer after the other, and the last for ever. */
  const answering = (...answers: string[][]) => {
    let asked = 0;
    return (
      _name: string,
      _options: unknown,
      callback: (error: null, found: { address: string; family: number }[]) => void,
    ) => {
      const addresses = answers[Math.min(asked, answers.length - 1)] ?? [];
      asked += 1;
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    };
  };
  const reach = async (loopback: boolean, ...answers: string[][]) => {
    const outgoing = createOutgoing(loopback, answering(...answers));
    const results: string[] = [];
    for (let time = 0; time < answers.length; time += 1) {
      const url = `http://merchant.example:${port}/`;
      results.push(
        await outgoing.send({ url, method: 'POST', headers: {}, timeout: 5 }).then(
          ({ status }) => `HTTP ${status}`,
          (error: unknown) => failureText(error, 5),
        ),
      );
    }
    await outgoing.close();
    return results;
  };

  it('that leads to this machine is refused, whatever stands beside it', async () => {
    expect(await reach(false, ['127.0.0.1'])).toEqual([forbidden]);
    expect(await reach(false, ['93.184.216.34', '127.0.0.1'])).toEqual([forbidden]);
    expect(await reach(true, ['127.0.0.1', '10.0.0.1'])).toEqual([forbidden]);
    expect(connections).toBe(0);
  });

  it('that leads elsewhere the second time is asked about and checked the second time', async () => {
    expect(await reach(true, ['127.0.0.1'], ['169.254.169.254'])).toEqual(['HTTP 200', forbidden]);
    expect(connections).toBe(1);
  });
});

describe('an endpoint', () => {
  let sandbox: TestSandbox;
  let shop: TestTerminal;
  let target: Endpoint;
  beforeAll(async () => {
    sandbox = await testSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(async () => {
    target = await endpoint();
    shop = await sandbox.terminal();
  });
  afterEach(() => target.close());

  const advance = (seconds: number) =>
    sandbox.control('clock', { terminal: shop.id, advance_seconds: seconds });
  const deliveries = async () => (await sandbox.control(`deliveries?terminal=${shop.id}`)).json.deliveries;
  const subscribe = (url: string) =>
    shop.call('subscribeWebhook', { body: { url, events: ['payment.created'] } });

  it.each(['garbage', 'hang up', 302, 500] as const)(
    'that answers %s gets four attempts and one dead letter',
    async (answer) => {
      target.answer = answer;
      await subscribe(target.url);
      await shop.createPayment();
      await advance(16 * 60);
      const [delivery, ...others] = await deliveries();
      expect(others).toEqual([]);
      expect(delivery.state).toBe('dead');
      const minutes = delivery.attempts.map(
        ({ sent_at }: { sent_at: number }) => (sent_at - delivery.created_at) / 60_000,
      );
      expect(minutes).toEqual([0, 2, 6, 14]);
      await advance(86_400);
      expect(target.received).toHaveLength(1 + webhookDelivery.retries);
      // Nobody went where a redirect pointed.
      expect(new Set(target.received.map(({ path }) => path))).toEqual(new Set(['/webhook']));
    },
  );

  it('that is down gets them too', async () => {
    const { url } = target;
    await target.close();
    await subscribe(url);
    await shop.createPayment();
    await advance(16 * 60);
    const [delivery] = await deliveries();
    expect(delivery.attempts.map(({ error }: { error: string }) => error)).toEqual(
      Array(4).fill('Connection failed (ECONNREFUSED)'),
    );
    expect(delivery.state).toBe('dead');
  });

  it('whose answer never ends is not read to its end', async () => {
    const sockets: Socket[] = [];
    let written = 0;
    const endless = createServer((socket) => {
      sockets.push(socket);
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
      const flood = () => {
        while (!socket.destroyed) {
          written += 65_536;
          if (!socket.write(`10000\r\n${'x'.repeat(65_536)}\r\n`)) return socket.once('drain', flood);
        }
      };
      socket.on('error', () => {});
      flood();
    });
    await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve));
    await subscribe(`http://127.0.0.1:${(endless.address() as { port: number }).port}/`);
    await shop.createPayment();
    await advance(0);
    expect((await deliveries())[0].state).toBe('delivered');
    expect(written).toBeLessThan(64 * 2 ** 20);
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => endless.close(resolve));
  });
});
