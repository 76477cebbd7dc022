// A process of a shop that takes events, as `inbox.test.ts` starts and kills it: DRIVER URL SECRET LEASE_MS WAIT_MS [transaction].
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { handleOnce, verifyWebhook } from '@irandargah/client';
import { type Driver, inboxes } from '../inboxes.ts';

const [driver, url = '', secret = '', leaseMs, waitMs, mode] = process.argv.slice(2);
const { store, run, inTransaction } = await inboxes[driver as Driver](url);
const note = (event: string, step: string) =>
  run('insert into runs values (?, ?, ?)', event, step, process.pid);

const server = createServer(async (request, response) => {
  try {
    const event = await verifyWebhook(await text(request), request.headers, secret);
    const status = await handleOnce(
      event,
      store,
      async ({ data }, markDone) => {
        const { order } = data as { order: string };
        if (mode === 'transaction') {
          return inTransaction?.(order, async (connection) => {
            await markDone(connection);
            await note(order, 'uncommitted');
            await pause(Number(waitMs));
          });
        }
        await note(order, 'began');
        await pause(Number(waitMs));
        await note(order, 'finished');
      },
      { leaseMs: Number(leaseMs) },
    );
    response.writeHead(status).end();
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
