// An address of the panel with characters that were not escaped is answered by a page that says so, not by the API.
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';
import { privateSettings } from './visitor.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await testSandbox({ settings: privateSettings });
  await sandbox.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => sandbox.close());

/** Sends an address as it is, which no client of HTTP would do, and reads until the sandbox closes the connection. */
function answerTo(address: string): Promise<string> {
  const { port } = sandbox.app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${address} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`),
    );
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
    socket.on('error', reject);
  });
}

it('is a page in both languages, kept from everything foreign as all pages are', async () => {
  const answer = await answerTo('/dashboard/fa/terminals/one/reports?date=۱۴۰۵-۰۹-۰۳');
  const [head = '', page = ''] = answer.split('\r\n\r\n', 2);
  expect(head).toMatch(/^HTTP\/1\.1 400 /);
  expect(head).toContain('Content-Type: text/html; charset=utf-8');
  expect(head).toContain("default-src 'none'");
  expect(head).toContain(`Content-Length: ${Buffer.byteLength(page)}`);
  expect(page).toContain('This address cannot be read');
  expect(page).toContain('این آدرس خواندنی نیست');
  expect(page).not.toContain('JSON');
});

it.each(['/v2/reports/daily?date=۱۴۰۵', '/dashboards?date=۱۴۰۵'])(
  'is left to the API elsewhere: %s',
  async (address) => {
    const [head = '', body = ''] = (await answerTo(address)).split('\r\n\r\n', 2);
    expect(head).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/json/);
    expect(JSON.parse(body)).toMatchObject({ success: false });
  },
);
