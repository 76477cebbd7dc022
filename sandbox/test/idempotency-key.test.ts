// What a repeated idempotency key means for the request that brings it.
import { describe, expect, it } from 'vitest';
import { type ClaimedKey, keyState } from '../src/idempotency/key-state.ts';

const now = 1000;
const stateOf = (row: Partial<ClaimedKey>) =>
  keyState(
    { fingerprint: 'this request', uses: 2, expires_at: now + 1, status: 200, body: '{}', ...row },
    'this request',
    now,
  );

describe('an idempotency key', () => {
  it('that nobody has used leaves the request to be carried out', () => {
    expect(stateOf({ uses: 1, status: null, body: null })).toBe('free');
  });

  it('that comes with the same request again gives the stored answer', () => {
    expect(stateOf({})).toEqual({ status: 200, text: '{}' });
  });

  it('whose first request was not decided lets it be carried out once more', () => {
    expect(stateOf({ status: null, body: null })).toBe('free');
  });

  it('that comes with another request is taken, decided or not', () => {
    expect(stateOf({ fingerprint: 'another' })).toBe('taken');
    expect(stateOf({ fingerprint: 'another', status: null, body: null })).toBe('taken');
  });

  it('begins anew when its time is over, also for another request', () => {
    expect(stateOf({ expires_at: now })).toBe('outlived');
    expect(stateOf({ expires_at: now, fingerprint: 'another' })).toBe('outlived');
  });
});
