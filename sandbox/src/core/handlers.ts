// The two ways to carry out an operation: a query reads, a command changes something in one unit of work.
import type { ErrorName } from '../../../generated/facts.ts';
import { type Answer, bare, failure, success } from '../contract/envelopes.ts';
import { ApiError } from '../contract/errors.ts';
import { mayBeStruck, takeFault } from '../faults/in-the-work.ts';
import { once } from '../idempotency/once.ts';
import type { Queries } from '../storage/storage.ts';
import type { AuthenticatedCall, Call } from './call.ts';
import { type Services, servicesFor } from './services.ts';

/** Carries out a request that has passed every check. */
export type Handler = (call: Call, services: Services) => Promise<Answer>;

/** A failure of the work itself whose traces are kept: the command returns it instead of throwing. */
export class WorkFailed {
  readonly error: ErrorName;
  constructor(error: ErrorName) {
    this.error = error;
  }
}

/**
 * A command's work inside its unit.
 * @returns the data of its success, or WorkFailed; it throws an ApiError before it has changed anything.
 */
export type Work = (call: AuthenticatedCall, unit: Queries, services: Services) => Promise<unknown>;

function authenticated(call: Call): AuthenticatedCall {
  if (!call.caller) throw new Error(`${call.operation} was reached without a caller.`);
  return call as AuthenticatedCall;
}

/** An operation that changes something: key, effect, events and stored answer commit together. */
export function command(work: Work): Handler {
  return async (anyCall, services) => {
    const call = authenticated(anyCall);
    const own = servicesFor(services, call.caller.terminalId);
    const { storage, outbox } = services;
    const writtenBefore = outbox.written;
    const inUnit = (unit: Queries) => {
      const failed = (error: ApiError) => ({
        answer: failure(error, call),
        decided: !call.contract.notReplayed.includes(error.catalogueName),
      });
      const carryOut = async () => {
        try {
          const data = await work(call, unit, own);
          if (!(data instanceof WorkFailed)) return { answer: success(call, data), decided: true };
          return failed(new ApiError(data.error));
        } catch (error) {
          if (!(error instanceof ApiError)) throw error;
          return failed(error);
        }
      };
      return once(call, storage.kind, unit, carryOut);
    };
    const answer = await storage.write(inUnit, { undoable: false });
    // Looking for something to send costs more than many a command: it is done when there is something.
    if (outbox.written !== writtenBefore) services.wakeDispatcher();
    return answer;
  };
}

/** An operation that only reads. */
export function query(read: (call: AuthenticatedCall, services: Services) => Promise<unknown>): Handler {
  return async (anyCall, services) => {
    const call = authenticated(anyCall);
    const data = await read(call, servicesFor(services, call.caller.terminalId));
    await failIfOrdered(call, services);
    return success(call, data);
  };
}

/** An operation whose answer has no envelope. */
export function plain(read: (call: Call, services: Services) => Promise<unknown>): Handler {
  return async (call, services) => {
    await failIfOrdered(call, services);
    return bare(call, await read(call, services));
  };
}

/** @throws ApiError when an error has been ordered for this request by the control API. */
async function failIfOrdered(call: Call, services: Services): Promise<void> {
  if (!(await mayBeStruck(call, services))) return;
  const error = await services.storage.write((unit) => takeFault(unit, call));
  if (error) throw new ApiError(error);
}
