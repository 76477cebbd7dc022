// A call as the steps of the sandbox are given it, without a server, and what they need of the services.

import { standardContract } from '../../src/contract/contract.ts';
import { contractsWith } from '../../src/contract/contracts.ts';
import type { Call } from '../../src/core/call.ts';
import { manualClock } from '../../src/core/clock.ts';
import { createIdentifiers } from '../../src/core/identifiers.ts';
import type { Services, Settings } from '../../src/core/services.ts';
import { openCall } from '../../src/request/open-call.ts';
import type { Outcome } from '../../src/request/step.ts';
import type { Caller } from '../../src/terminals/caller.ts';
import { noon } from './sandbox.ts';

const clock = manualClock(noon);
const services = {
  clock,
  gatewayClock: clock,
  identifiers: createIdentifiers(),
  contracts: await contractsWith([]),
} as unknown as Services;

export const settings: Settings = { publicUrl: 'http://localhost:4020', ratePerSecond: 0, onLoopback: true };

/** A call of createPayment by nobody, at noon, but for the fields that are given. */
export function callWith(fields: Partial<Call> = {}): Call {
  const opened = openCall(
    {
      operation: 'createPayment',
      method: 'POST',
      url: '/v2/payments',
      headers: {},
      path: {},
      ip: '203.0.113.7',
    },
    services,
  );
  return { ...opened, contract: standardContract, ...fields };
}

/** An active terminal that may be used from everywhere and has no secret key, but for the fields that are given. */
export function callerWith(fields: Partial<Caller> = {}): Caller {
  return {
    terminalId: 'term_1',
    merchantCode: '1001',
    requireSignature: false,
    secretKey: null,
    terminalState: 'active',
    ipAllowList: null,
    tokenId: 'tok_1',
    tokenHash: '',
    graceEndsAt: null,
    seed: null,
    faultsOrdered: false,
    dialects: null,
    rateLimits: true,
    ...fields,
  };
}

/** The name in the catalogue of the error that a step refuses with; undefined when it lets the call pass. */
export function refusalOf(outcome: Outcome): string | undefined {
  return outcome?.refusal?.catalogueName;
}

/** The faulty fields of a refusal. */
export function faultyFieldsOf(outcome: Outcome): string[] {
  return Object.keys(outcome?.refusal?.details?.validation ?? {});
}
