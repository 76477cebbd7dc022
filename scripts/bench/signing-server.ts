// A server that does nothing but answer two operations in the contract's form, each answer signed.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signing } from '../../generated/facts.ts';

const secretKey = process.env.BENCH_SECRET_KEY ?? '';
const authority = '2025100121424146HC';
const time = '1404-06-28 10:30:00';
const envelope = { success: true, message: 'x', status_code: 200, timestamp: time };
const created = {
  authority,
  gateway_url: `https://ipg.irandargah.com/startpay/${authority}`,
  expires_at: time,
};
const payment = {
  authority,
  ref_id: null,
  amount: 250_000,
  status: 'pending',
  created_at: time,
  updated_at: time,
};
const meta = { request_id: 'r', processing_time_ms: 1, cached: false };
const answers: Record<string, string> = {
  POST: JSON.stringify({ ...envelope, data: { transaction: created, meta } }),
  GET: JSON.stringify({ ...envelope, data: { transaction: payment, meta } }),
};

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    const text = answers[request.method ?? ''] ?? '';
    const timestamp = String(Math.floor(Date.now() / 1000));
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(text),
      [signing.response.timestamp_header]: timestamp,
      [signing.response.signature_header]: createHmac('sha256', secretKey)
        .update(`${text}:${timestamp}`)
        .digest('hex'),
    });
    response.end(text);
  });
});

server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.once('disconnect', () => process.exit());
