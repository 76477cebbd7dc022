// Killed again and again in the middle of its work, the sandbox loses no acknowledged payment and doubles none.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sandboxProcess } from '../support/process.ts';
import { createPayment as create } from '../support/shop.ts';

const crashes = 20;
const clients = 16;

it(`survives kill -9 under load, ${crashes} times`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'irandargah-crash-'));
  /** Every key that was ever sent, with the answer if one came. */
  const sent = new Map<string, string | undefined>();
  let slowest = 0;
  try {
    for (let crash = 0; crash < crashes; crash += 1) {
      const running = await sandboxProcess(['--data', folder]);
      slowest = Math.max(slowest, running.startedIn);
      let alive = true;
      let answered = 0;
      const client = async () => {
        while (alive) {
          const key = randomUUID();
          sent.set(key, undefined);
          try {
            const response = await create(running, key);
            const text = await response.text();
            expect(response.status, text).toBe(200);
            sent.set(key, text);
            answered += 1;
          } catch (error) {
            // The connection broke: nobody knows whether the payment exists.
            if (alive) throw error;
          }
        }
      };
      const load = Promise.all(Array.from({ length: clients }, client));
      // A different moment each time, counted in answers so that slow machines are hit in their work too.
      while (answered < 20 + crash * 7) await new Promise((resolve) => setTimeout(resolve, 1));
      alive = false;
      await running.kill();
      await load;
    }
    const running = await sandboxProcess(['--data', folder]);
    for (const [key, answer] of sent) {
      const text = await (await create(running, key)).text();
      // What was acknowledged is there and the same; what was not is made now, or was made then: once.
      if (answer !== undefined) expect(text).toBe(answer);
      expect(JSON.parse(text).success).toBe(true);
    }
    const list = await fetch(`${running.url}/v2/transactions`, {
      headers: { Authorization: `Bearer ${running.token}` },
    });
    const { data } = (await list.json()) as { data: { pagination: { total: number } } };
    expect(data.pagination.total).toBe(sent.size);
    expect(running.errors()).toBe('');
    expect(await running.stop()).toBe(0);
    const acknowledged = [...sent.values()].filter((answer) => answer !== undefined).length;
    console.log(
      `${crashes} crashes, ${acknowledged} acknowledged payments, slowest start ${Math.round(slowest)} ms`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
