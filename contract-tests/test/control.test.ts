// A control API that answers wrongly: what it refuses is told as a finding, and what is none of its answers ends the run with a sentence.
import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { listening } from '../src/listening.ts';
import { Unjudgeable } from '../src/run/unjudgeable.ts';
import { controlOf } from '../src/targets/control.ts';
import { ControlRefused } from '../src/targets/refusal.ts';

const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0)) await close();
});

async function answering(status: number, body: string) {
  const server = await listening(
    createServer((request, response) => {
      request.resume();
      response.writeHead(status).end(body);
    }),
  );
  const control = controlOf(server.url, 2000, () => {});
  open.push(control, server);
  return control;
}

describe('the control API', () => {
  it.each([
    ['nothing', 200, ''],
    ['a page', 200, '<h1>'],
    ['null', 200, 'null'],
    ['a list', 200, '[]'],
    ['a token that is a number', 200, '{"id":"t1","token":7}'],
    ['a failure', 500, '{"error":"down"}'],
    ['a refusal in other words', 404, 'null'],
  ])('that answers %s cannot be worked with', async (_, status, body) => {
    const control = await answering(status, body);
    await expect(control.createTerminal()).rejects.toThrow(Unjudgeable);
    await expect(control.pay('2025100121424146HC', 'success')).rejects.toThrow(Unjudgeable);
  });

  it('that refuses says what it refuses', async () => {
    const control = await answering(404, '{"error":"There is no payment."}');
    const refused = control.pay('a/b', 'success');
    await expect(refused).rejects.toThrow(ControlRefused);
    await expect(refused).rejects.toThrow('refused with HTTP 404: There is no payment.');
  });
});
