// Makes every identifier and secret; the source of chance is injected, so that a seed can make a run repeatable.
import { hash, randomBytes } from 'node:crypto';
import { tokens } from '../../../generated/facts.ts';
import { compactGregorian } from './calendar.ts';

/** Gives so many random bytes. */
export type RandomSource = (length: number) => Buffer;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const tokenLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Bytes for identifiers, drawn in blocks: asking the system each time would cost more than all else. */
function pooled(source: RandomSource): RandomSource {
  let pool: Buffer = Buffer.alloc(0);
  let used = 0;
  return (length) => {
    if (used + length > pool.length) {
      pool = source(4096);
      used = 0;
    }
    used += length;
    return pool.subarray(used - length, used);
  };
}

export interface Identifiers {
  authority: (createdAt: number) => string;
  bankReference: () => string;
  requestId: () => string;
  webhookId: () => string;
  deliveryId: () => string;
  refundCode: () => string;
  settlementCode: () => string;
  terminalId: () => string;
  tokenId: () => string;
  token: () => string;
  secretKey: () => string;
  webhookSecret: () => string;
  issuedKey: () => string;
  preparedKey: (unixSeconds: number) => string;
}

/** @param source secure by default; a seeded one makes repeatable identifiers. */
export function createIdentifiers(source: RandomSource = randomBytes): Identifiers {
  const random = pooled(source);
  const text = (alphabet: string, length: number) => {
    let result = '';
    // A byte at or beyond the last whole multiple is drawn again, so that no letter comes more often.
    const limit = 256 - (256 % alphabet.length);
    while (result.length < length) {
      const byte = random(1)[0] as number;
      if (byte < limit) result += alphabet[byte % alphabet.length];
    }
    return result;
  };
  const hex = (bytes: number) => random(bytes).toString('hex');
  return {
    authority: (createdAt) => `${compactGregorian(createdAt)}${text(letters, 6)}`,
    bankReference: () => text('123456789', 12),
    requestId: () => `sandbox_${hex(6)}`,
    webhookId: () => hex(10),
    deliveryId: () => hex(16),
    refundCode: () => `RF-${text(letters, 12)}`,
    settlementCode: () => `ST-${text(letters, 12)}`,
    terminalId: () => `term_${hex(8)}`,
    tokenId: () => `tok_${hex(8)}`,
    token: () =>
      `${tokens.prefixes.sandbox}${text(tokenLetters, tokens.typical_length - tokens.prefixes.sandbox.length)}`,
    secretKey: () => hex(32),
    webhookSecret: () => hex(32),
    issuedKey: () => `txn_${text('abcdefghijklmnopqrstuvwxyz0123456789', 20)}`,
    preparedKey: (seconds) => `idem_${seconds}_${text('abcdefghijklmnopqrstuvwxyz0123456789', 12)}`,
  };
}

/** Tokens are stored as this alone; they are random and long, so that a plain hash is enough. */
export function hashOfToken(token: string): string {
  return hash('sha256', token);
}
