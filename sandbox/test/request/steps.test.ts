// The order of the checks is that of docs/decisions/0050.
import { describe, expect, it } from 'vitest';
import { beforeTheBody, withTheBody } from '../../src/request/steps.ts';

describe('the checks of a request', () => {
  it('come in the order of the decision: path, token, address, terminal; signature, limit, body, fields', () => {
    expect([...beforeTheBody, ...withTheBody].map(({ name }) => name)).toEqual([
      'examinePath',
      'identifyCaller',
      'limitStrangers',
      'demandCaller',
      'adoptDialects',
      'adoptSeed',
      'examineAddress',
      'examineTerminal',
      'examineSignature',
      'limitRate',
      'demandSignature',
      'readBody',
      'examineFields',
    ]);
  });
});
