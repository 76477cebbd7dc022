// The check of a request's signature, and when it refuses.
import { describe, expect, it } from 'vitest';
import { type ErrorName, signing } from '../../../generated/facts.ts';
import { unixSeconds } from '../../src/core/clock.ts';
import { demandSignature } from '../../src/request/demand-signature.ts';
import { examineSignature } from '../../src/request/examine-signature.ts';
import { callerWith, callWith, refusalOf } from '../support/call.ts';
import { noon, signatureOf } from '../support/sandbox.ts';

const secretKey = 'ab'.repeat(32);
const body = '{"amount":1000}';
const { signature_header, timestamp_header } = signing.request;
const { tolerance_seconds: tolerance } = signing;

interface Sent {
  secondsAhead?: number;
  signature?: string | undefined;
  requireSignature?: boolean;
  key?: string | null;
}

function examined({ secondsAhead = 0, requireSignature = false, key = secretKey, ...sent }: Sent = {}) {
  const timestamp = String(unixSeconds(noon) + secondsAhead);
  const signature =
    'signature' in sent ? sent.signature : signatureOf(secretKey, 'POST', '/v2/payments', body, timestamp);
  const outcome = examineSignature(
    callWith({
      caller: callerWith({ secretKey: key, requireSignature }),
      headers: {
        [signature_header.toLowerCase()]: signature,
        [timestamp_header.toLowerCase()]: timestamp,
      },
      rawBody: Buffer.from(body),
    }),
  );
  return outcome?.found?.signature;
}

describe('a signature', () => {
  it('over method, path, body and time is valid', () => {
    expect(examined()).toBe('valid');
  });

  it('is valid as far as clocks may differ, and late or early beyond', () => {
    expect([examined({ secondsAhead: tolerance }), examined({ secondsAhead: -tolerance })]).toEqual([
      'valid',
      'valid',
    ]);
    expect(examined({ secondsAhead: tolerance + 1 })).toBe('ErrorTimestampInvalid');
    expect(examined({ secondsAhead: -tolerance - 1 })).toBe('ErrorTimestampInvalid');
  });

  it.each(['0'.repeat(64), 'ab', 'AB'.repeat(32)])('that reads %s is wrong', (signature) => {
    expect(examined({ signature })).toBe('ErrorSignatureInvalid');
  });

  it('is missing only where the terminal demands one', () => {
    expect(examined({ signature: undefined })).toBe('absent');
    expect(examined({ signature: undefined, requireSignature: true })).toBe('ErrorSignatureMissing');
  });

  it('is not looked at where the terminal has no secret key', () => {
    expect(examined({ key: null, signature: 'ab' })).toBe('absent');
  });
});

describe('what the signature was found to be', () => {
  it.each<[ErrorName | 'absent' | 'valid', string | undefined]>([
    ['absent', undefined],
    ['valid', undefined],
    ['ErrorSignatureMissing', 'ErrorSignatureMissing'],
    ['ErrorTimestampInvalid', 'ErrorTimestampInvalid'],
    ['ErrorSignatureInvalid', 'ErrorSignatureInvalid'],
  ])('%s is refused by %s', (signature, refusal) => {
    expect(refusalOf(demandSignature({ signature }))).toBe(refusal);
  });
});
