// How a request goes through its steps.
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/contract/errors.ts';
import type { Services } from '../../src/core/services.ts';
import type { Step } from '../../src/request/step.ts';
import { walk } from '../../src/request/walk.ts';
import { callWith } from '../support/call.ts';

const services = {} as Services;
const refuse = (name: 'ErrorIpNotAllowed' | 'ErrorTerminalInactive') => new ApiError(name);

describe('the way of a request', () => {
  it('lets each step know what those before it have found out', async () => {
    const find: Step = () => ({ found: { idempotencyKey: 'key-1' } });
    const seen: (string | undefined)[] = [];
    const look: Step = async ({ idempotencyKey }) => void seen.push(idempotencyKey);
    const call = callWith();
    expect(await walk([look, find, look], call, services)).toBeUndefined();
    expect(seen).toEqual([undefined, 'key-1']);
    expect(call.idempotencyKey).toBe('key-1');
  });

  it('ends with the first refusal', async () => {
    let reached = false;
    const refusal = await walk(
      [
        async () => ({ refusal: refuse('ErrorIpNotAllowed') }),
        () => ({ refusal: refuse('ErrorTerminalInactive') }),
        () => {
          reached = true;
          return undefined;
        },
      ],
      callWith(),
      services,
    );
    expect(refusal?.catalogueName).toBe('ErrorIpNotAllowed');
    expect(reached).toBe(false);
  });

  it('keeps what a step has found out even where it refuses, for the headers of the refusal', async () => {
    const call = callWith();
    const rateWindow = { limit: 1, remaining: 0, endsAt: 5 };
    await walk([() => ({ found: { rateWindow }, refusal: refuse('ErrorIpNotAllowed') })], call, services);
    expect(call.rateWindow).toBe(rateWindow);
  });
});
