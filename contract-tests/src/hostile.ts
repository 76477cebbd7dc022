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

interface HostileVectors {
  bodies: HostileBody[];
  heads: HostileHead[];
  /** Whether a day of the Jalali calendar is written as it must be, and exists. */
  dates: { value: string; exists: boolean }[];
}

const file = new URL('../vectors/hostile.json', import.meta.url);
const { bodies, heads, dates } = JSON.parse(readFileSync(file, 'utf8')) as Omit<HostileVectors, 'bodies'> & {
  bodies: (Omit<HostileBody, 'bytes'> & { text?: string; base64?: string })[];
};

export const hostile: HostileVectors = {
  bodies: bodies.map(({ text, base64, ...rest }) => ({
    ...rest,
    bytes: text === undefined ? Buffer.from(base64 ?? '', 'base64') : Buffer.from(text),
  })),
  heads,
  dates,
};
