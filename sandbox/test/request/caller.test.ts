// The checks of the caller: token, address, terminal, and what the terminal brings along.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contract } from '../../src/contract/contract.ts';
import { countInMemory } from '../../src/core/rate-counter.ts';
import type { Services } from '../../src/core/services.ts';
import { adoptDialects } from '../../src/request/adopt-dialects.ts';
import { adoptSeed } from '../../src/request/adopt-seed.ts';
import { demandCaller } from '../../src/request/demand-caller.ts';
import { examineAddress } from '../../src/request/examine-address.ts';
import { examineTerminal } from '../../src/request/examine-terminal.ts';
import { identifyCaller } from '../../src/request/identify-caller.ts';
import { limitStrangers } from '../../src/request/limit-strangers.ts';
import { callerWith, callWith, refusalOf, settings } from '../support/call.ts';
import { noon, type TestSandbox, type TestTerminal, testSandbox } from '../support/sandbox.ts';

describe('a token', () => {
  let sandbox: TestSandbox;
  let shop: TestTerminal;
  beforeAll(async () => {
    sandbox = await testSandbox();
    shop = await sandbox.terminal();
  });
  afterAll(() => sandbox.close());
  const identify = (operation: 'createPayment' | 'getHealth', authorization?: string) =>
    identifyCaller({ operation, headers: { authorization } }, sandbox.services);

  it('leads to its terminal and the time on its clock', async () => {
    const outcome = await identify('createPayment', `bearer  ${shop.token}`);
    expect([outcome?.found?.caller?.terminalId, outcome?.found?.now]).toEqual([shop.id, noon]);
  });

  it.each([
    [undefined, 'missing'],
    ['Basic abc', 'not a bearer token'],
    ['Bearer abc', 'malformed'],
    [`Bearer idg_test_${'x'.repeat(32)}`, 'unknown'],
  ])('sent as %s is %s', async (authorization, tokenRefusal) => {
    expect(await identify('createPayment', authorization)).toEqual({ found: { tokenRefusal } });
  });

  it('is not looked at where none is wanted', async () => {
    expect(await identify('getHealth', 'Bearer abc')).toBeUndefined();
  });
});

describe('whoever has no working token', () => {
  const told: object[] = [];
  const log = { info: (fields: object) => void told.push(fields) } as unknown as Services['log'];

  it('is asked for one when there is none, and the log is not told', () => {
    for (const tokenRefusal of ['missing', 'not a bearer token'] as const) {
      expect(refusalOf(demandCaller({ tokenRefusal, requestId: 'r' }, { log }))).toBe(
        'ErrorCredentialsMissing',
      );
    }
    expect(told).toEqual([]);
  });

  it('learns only that the token does not work; the log says why', () => {
    const outcome = demandCaller({ tokenRefusal: 'revoked', requestId: 'r' }, { log });
    expect(refusalOf(outcome)).toBe('ErrorCredentialsInvalid');
    expect(told).toEqual([{ reason: 'revoked', request_id: 'r' }]);
  });

  it('is counted by address and has to wait when its limit is used up', async () => {
    const services = { settings: { ...settings, ratePerSecond: 1 }, rates: countInMemory() };
    const guess = (ip: string) => limitStrangers(callWith({ tokenRefusal: 'unknown', ip }), services);
    expect(refusalOf(await guess('203.0.113.1'))).toBeUndefined();
    const second = await guess('203.0.113.1');
    expect([refusalOf(second), second?.refusal?.headers]).toEqual([
      'ErrorRateLimited',
      { 'Retry-After': '1' },
    ]);
    expect(second?.found?.rateWindow?.remaining).toBe(0);
    expect(refusalOf(await guess('203.0.113.2'))).toBeUndefined();
  });

  it('is not counted twice: a known caller has limits of its own', () => {
    const services = { settings: { ...settings, ratePerSecond: 1 }, rates: countInMemory() };
    expect(limitStrangers(callWith({ caller: callerWith() }), services)).toBeUndefined();
  });
});

describe('a terminal', () => {
  it.each([
    [null, undefined],
    [['203.0.113.7'], undefined],
    [['203.0.113.0/24'], undefined],
    [['203.0.113.8'], 'ErrorIpNotAllowed'],
    [[], 'ErrorIpNotAllowed'],
  ])('with the addresses %j', (ipAllowList, refusal) => {
    const caller = callerWith({ ipAllowList });
    expect(refusalOf(examineAddress({ caller, ip: '203.0.113.7' }))).toBe(refusal);
  });

  it('is used only while it is active', () => {
    expect(examineTerminal({ caller: callerWith() })).toBeUndefined();
    const suspended = { caller: callerWith({ terminalState: 'suspended' }) };
    expect(refusalOf(examineTerminal(suspended))).toBe('ErrorTerminalInactive');
  });

  it('is answered in its dialects, if it has chosen any', async () => {
    const contract = {} as Contract;
    const contracts = { byDefault: {} as Contract, of: async () => contract };
    const caller = callerWith({ dialects: '["literal"]' });
    expect(await adoptDialects({ caller }, { contracts })).toEqual({ found: { contract } });
    expect(adoptDialects({ caller: callerWith() }, { contracts })).toBeUndefined();
  });

  it('with a seed names its requests by it', async () => {
    const seeds = {
      prepare: async () => undefined,
      of: () => ({ requestId: () => 'seeded' }),
    } as unknown as Services['seeds'];
    const outcome = await adoptSeed({ caller: callerWith({ seed: 's' }) }, { seeds });
    expect(outcome).toEqual({ found: { requestId: 'seeded' } });
    expect(adoptSeed({ caller: callerWith() }, { seeds })).toBeUndefined();
  });
});

describe('a request without a caller', () => {
  it('passes what is asked of callers, where no token is wanted', () => {
    const nobody = { caller: undefined };
    expect(examineAddress({ ...nobody, ip: '203.0.113.7' })).toBeUndefined();
    expect(examineTerminal(nobody)).toBeUndefined();
  });
});
