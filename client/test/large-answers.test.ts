// A few bytes on the way that unpack to any number: an answer is read up to a limit, and memory with it.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { operations } from '../../generated/facts.ts';
import { createClient } from '../src/index.ts';
import { secretKey, token } from './shop.ts';

const megabyte = 2 ** 20;
const level = constants.BROTLI_PARAM_QUALITY;
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that answers everything with these pieces, and a client of it that tries once. */
async function clientOf(
  encoding: string | undefined,
  pieces: Iterable<Uint8Array>,
  options: { secretKey?: string; maxAnswerBytes?: number } = {},
) {
  const sent = { bytes: 0 };
  const server = createServer(async (_request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    response.writeHead(200, {
      'Content-Type': 'application/json',
      ...(encoding ? { 'Content-Encoding': encoding } : {}),
    });
    for (const piece of pieces) {
      sent.bytes += piece.length;
      if (!response.write(piece)) await once(response, 'drain', { signal: gone.signal }).catch(() => {});
      if (response.destroyed) return;
    }
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const client = createClient({
    token,
    environment: 'sandbox',
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    retries: 0,
    onWarning: () => {},
    ...options,
  });
  return { client, sent };
}

/** Calls, and looks at the memory of this process all the while. */
async function growthOf<Result>(call: () => Promise<Result>) {
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 2);
  const result = await call();
  clearInterval(watch);
  return { result, megabytes: (Math.max(most, process.memoryUsage.rss()) - before) / megabyte };
}

const authority = '2025100121424146HC';

const refusal = {
  ok: false,
  error: {
    code: 'unreadable',
    details: { fault: 'too_large', httpStatus: operations.getPayment.successStatus },
    message: expect.stringContaining('maxAnswerBytes'),
  },
};

/** 8 MB that gzip makes to 25 kB: blanks, which JSON may have anywhere, behind some bytes that stay as long as they are. */
const block = Buffer.concat([randomBytes(17_000), Buffer.alloc(8 * megabyte, ' ')]);

describe('a small answer that unpacks to a large one', () => {
  it.each([
    ['2.5 MB of gzip to 800 MB', 'gzip', () => Array(100).fill(gzipSync(block))],
    ['deflate', 'deflate', () => [deflateSync(Buffer.concat(Array(10).fill(block)))]],
    ['brotli', 'br', () => [brotliCompressSync(block, { params: { [level]: 1 } })]],
  ])('is refused with a sentence and little memory: %s', async (_name, encoding, pieces) => {
    for (const key of [undefined, secretKey]) {
      const { client } = await clientOf(encoding, pieces(), { secretKey: key, maxAnswerBytes: 5 * megabyte });
      const { result, megabytes } = await growthOf(() => client.getPayment(authority));
      expect(result).toMatchObject(refusal);
      expect(megabytes).toBeLessThan(100);
    }
  });

  it('is refused at ten million bytes unless another limit is given', async () => {
    const pieces = Array(100).fill(gzipSync(block));
    const travelling = pieces.reduce((sum, { length }) => sum + length, 0);
    expect(travelling / 1e6).toBeCloseTo(2.5, 0);
    const { client } = await clientOf('gzip', pieces);
    const { result, megabytes } = await growthOf(() => client.getPayment(authority));
    console.log(`${travelling} bytes of gzip, 800 MB unpacked: memory grew by ${megabytes.toFixed(0)} MB`);
    expect(result).toMatchObject(refusal);
    expect(megabytes).toBeLessThan(120);
  });
});

describe('an answer', () => {
  it('that never ends is left, and its sender is not listened to any longer', async () => {
    function* endless() {
      for (;;) yield Buffer.alloc(65_536, ' ');
    }
    const { client, sent } = await clientOf(undefined, endless());
    expect(await client.getPayment(authority)).toMatchObject(refusal);
    expect(sent.bytes).toBeLessThan(40 * megabyte);
  });

  const body = JSON.stringify({
    success: true,
    data: { transaction: { authority, status: 'pending', ref_id: 'کتاب «شاهنامه»' } },
  });

  it.each([
    ['as large as the limit is read', 0, true],
    ['one byte larger is not', 1, false],
  ])('%s', async (_name, more, ok) => {
    const bytes = Buffer.from(body);
    const { client } = await clientOf(undefined, [bytes], { maxAnswerBytes: bytes.length - more });
    expect((await client.getPayment(authority)).ok).toBe(ok);
  });

  it('that comes byte by byte is the same text, its Persian included', async () => {
    const pieces = [...Buffer.from(body)].map((byte) => Buffer.of(byte));
    const { client } = await clientOf(undefined, pieces);
    const result = await client.getPayment(authority);
    expect(result.ok && result.data.transaction.ref_id).toBe('کتاب «شاهنامه»');
  });
});
