// Reads the vectors of hostile input, which every part that reads requests must judge alike.
import { readFileSync } from 'node:fs';

interface HostileBody {
  name: string;
  /** The exact bytes of a body of createPayment. */
  bytes: Buffer;
  status: number;
  /** The field that the refusal names. */
  field?: string;
}

interface HostileHead {
  name: string;
  /** The lines of the head after the first one, beside those that every request has. */
  lines: string[];
  body: string;
  status: number;
  field?: string;
}

/** A signed request, as the vectors of signatures have it. */
interface HostileRequest {
  name: string;
  secret: string;
  method: string;
  endpoint: string;
  body_base64: string;
  timestamp: string;
  now: number;
  signature: string;
  valid: boolean;
  reason: string | null;
}

interface HostileVectors {
  bodies: HostileBody[];
  heads: HostileHead[];
  /** Whether a day of the Jalali calendar is written as it must be, and exists. */
  dates: { value: string; exists: boolean }[];
  requests: HostileRequest[];
}

/** The head of a request of createPayment with these lines, up to its end. */
export function headOf({ lines, body }: Pick<HostileHead, 'lines' | 'body'>, token: string): string {
  return [
    'POST /v2/payments HTTP/1.1',
    ...lines,
    `Authorization: Bearer ${token}`,
    'Idempotency-Key: hostile',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '\r\n',
  ].join('\r\n');
}

const file = new URL('../vectors/hostile.json', import.meta.url);
const { bodies, ...others } = JSON.parse(readFileSync(file, 'utf8')) as Omit<HostileVectors, 'bodies'> & {
  bodies: (Omit<HostileBody, 'bytes'> & { text?: string; base64?: string })[];
};

export const hostile: HostileVectors = {
  bodies: bodies.map(({ text, base64, ...rest }) => ({
    ...rest,
    bytes: text === undefined ? Buffer.from(base64 ?? '', 'base64') : Buffer.from(text),
  })),
  ...others,
};
