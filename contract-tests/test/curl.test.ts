// The line of a finding that is pasted: bash sends the very request again, signed anew.
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listening } from '../src/listening.ts';
import { curlOf } from '../src/report/curl.ts';
import { endpointOf, signRequest } from '../src/signatures.ts';

interface Received {
  method: string | undefined;
  path: string | undefined;
  headers: Record<string, unknown>;
  body: Buffer;
}

const environment = { PATH: process.env.PATH, CONTRACT_TOKEN: 'idg_test_a', CONTRACT_SECRET_KEY: 'a secret' };

/** Pastes what curlOf gives, and keeps what arrives. */
async function pasted(write: (url: string) => string): Promise<Received | undefined> {
  let received: Received | undefined;
  const server = await listening(
    createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { method, url: path, headers } = request;
      received = { method, path, headers, body: Buffer.concat(chunks) };
      response.end();
    }),
  );
  try {
    await promisify(execFile)('bash', ['-c', write(server.url)], { env: environment });
  } finally {
    await server.close();
  }
  return received;
}

it('sends any body as it was, with the token of the environment', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.string(), async (bytes, text) => {
      for (const body of [
        Buffer.from(bytes.filter((byte) => byte !== 0 && byte !== 10)),
        Buffer.from(`"${text.replaceAll('\0', '')}"`),
      ]) {
        const path = '/v2/payments?a=%27';
        const headers = { Authorization: 'Bearer idg_test_a', 'Idempotency-Key': "a'b" };
        const line = (base: string) =>
          curlOf({ method: 'POST', path, headers, body }, { base, token: 'idg_test_a' });
        expect(line('')).not.toContain('idg_test_a');
        const received = await pasted(line);
        expect(received).toMatchObject({ method: 'POST', path });
        expect(received?.headers).toMatchObject({
          authorization: 'Bearer idg_test_a',
          'idempotency-key': "a'b",
        });
        expect(received?.body.toString('hex')).toBe(body.toString('hex'));
      }
    }),
    { seed: 1, numRuns: 8 },
  );
});

it('signs anew what was signed', async () => {
  const body = Buffer.from('{"description":"it\'s \\"تست\\""}');
  const headers = { 'X-Signature': 'old', 'X-Timestamp': '1', 'Content-Type': 'application/json' };
  const request = { method: 'POST', path: '/v2/payments', headers, body };
  const received = await pasted((base) => curlOf(request, { base, signed: true }));
  const timestamp = String(received?.headers['x-timestamp']);
  expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(60);
  const signed = { method: 'POST', endpoint: endpointOf('/v2/payments'), body, timestamp };
  expect(received?.headers['x-signature']).toBe(signRequest(signed, 'a secret'));
});
