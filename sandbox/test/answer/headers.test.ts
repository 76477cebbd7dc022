// What each answer says in its headers, besides its body.
import { describe, expect, it } from 'vitest';
import { signing } from '../../../generated/facts.ts';
import { answerHeaders } from '../../src/answer/headers.ts';
import type { Call } from '../../src/core/call.ts';
import { unixSeconds } from '../../src/core/clock.ts';
import { hmac } from '../../src/signing/signatures.ts';
import { callerWith, callWith } from '../support/call.ts';
import { noon } from '../support/sandbox.ts';

const { signature_header, timestamp_header, separator } = signing.response;

function headersOf(fields: Partial<Call>, answer: { status: number; payload: unknown }) {
  const call = callWith(fields);
  return Object.assign({}, ...answerHeaders.map((of) => of(call, answer)));
}
const answer = { status: 200, payload: '{"success":true}' };

describe('an answer', () => {
  it('says nothing where there is nothing to say', () => {
    expect(headersOf({}, answer)).toEqual({});
    expect(headersOf({ caller: callerWith() }, answer)).toEqual({});
  });

  it('says when a token that was rotated away stops working', () => {
    const headers = headersOf({ caller: callerWith({ graceEndsAt: noon }) }, answer);
    expect(headers).toEqual({
      'X-Token-Deprecated': 'true',
      'X-Token-Deprecated-Expires-At': '2026-11-24T12:00:00+03:30',
    });
  });

  it('says what is left of a limit, and when it ends, rounded up', () => {
    const headers = headersOf({ rateWindow: { limit: 60, remaining: 59, endsAt: noon + 1 } }, answer);
    expect(headers).toEqual({
      'X-RateLimit-Limit': '60',
      'X-RateLimit-Remaining': '59',
      'X-RateLimit-Reset': String(unixSeconds(noon) + 1),
    });
  });

  it('is signed for a terminal with a secret key', () => {
    const timestamp = String(unixSeconds(noon));
    expect(headersOf({ caller: callerWith({ secretKey: 'secret' }) }, answer)).toEqual({
      [timestamp_header]: timestamp,
      [signature_header]: hmac('secret', [answer.payload, timestamp], separator),
    });
  });

  it('outside the signed part of the API, or without a text, is not', () => {
    const caller = callerWith({ secretKey: 'secret' });
    expect(headersOf({ caller, url: '/health' }, answer)).toEqual({});
    expect(headersOf({ caller }, { status: 200, payload: undefined })).toEqual({});
  });
});
