// Whom a request is for, by its header Host (RFC 9112, section 3.2).
import type { IncomingMessage } from 'node:http';

/** Whether a request says not, or more than once, whom it is for: a proxy might understand another than we do. */
export function hasUnclearHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
  return hosts > 1 || (hosts === 0 && httpVersion !== '1.0');
}
