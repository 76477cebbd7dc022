// Answers a request to the panel whose address Node cannot even read as HTTP: it holds characters that were not escaped.
import { bilingualMessage } from './frame/layout.ts';
import { headers } from './frame/reply.ts';

const title = { en: 'This address cannot be read', fa: 'این آدرس خواندنی نیست' };
const text = {
  en: 'It holds characters that must be escaped, such as Persian digits. A browser escapes them by itself; from a program write each as its bytes, as `%DB%B1` for the Persian digit one, or write Latin digits.',
  fa: 'در آن کاراکترهایی هست که باید کدگذاری شوند، مانند رقم‌های فارسی. مرورگر خودش آن‌ها را کدگذاری می‌کند. در برنامه به جای هر کاراکتر بایت‌های آن را بنویسید، مثلاً `%DB%B1` به جای رقم یک فارسی، یا رقم لاتین بنویسید.',
};

/**
 * @param error of Node's HTTP parser, with the bytes that it was given.
 * @returns the whole HTTP answer; undefined when the request was not one to the panel with an unreadable address.
 */
export function unreadableAddress(error: { code?: string; rawPacket?: unknown }): string | undefined {
  const { rawPacket: bytes } = error;
  const start = Buffer.isBuffer(bytes) ? bytes.toString('latin1', 0, 64) : '';
  if (error.code !== 'HPE_INVALID_URL' || !/^[A-Z]+ \/dashboard[/?]/.test(start)) return undefined;
  const page = bilingualMessage(title, text);
  const all = {
    ...headers,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(page),
    Connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 400 Bad Request\r\n${lines.join('')}\r\n${page}`;
}
