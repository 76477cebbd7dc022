// Explains each refused signature on the log, and keeps the explanation for the control API.
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { AuthenticatedCall } from '../core/call.ts';
import type { Services } from '../core/services.ts';
import type { Observed } from '../observed/observed.ts';
import { explain } from '../signing/diagnosis/explain.ts';

/**
 * How many refusals are explained in a second. An explanation tries thousands of signatures; without a bound,
 * a flood of wrong signatures would keep the sandbox busy.
 */
const explanationsPerSecond = 3;

/** Says yes so many times in each second of the machine's own time. */
function atMostPerSecond(limit: number, elapsed: () => number): () => boolean {
  let second = -1;
  let used = 0;
  return () => {
    const now = Math.floor(elapsed() / 1000);
    if (now !== second) {
      second = now;
      used = 0;
    }
    used += 1;
    return used <= limit;
  };
}

/** After the answer has gone, so that it takes no longer and says no more than the contract. */
export const signatureFailures = fp(
  async (
    app: FastifyInstance,
    {
      services,
      observed,
    }: { services: Services; observed: Pick<Observed, 'signatureFailures' | 'explaining'> },
  ) => {
    const mayExplain = atMostPerSecond(explanationsPerSecond, () => services.clock.elapsed());
    app.addHook('onResponse', async (request) => {
      const { caller } = request.call;
      if (!caller) return;
      const { signature } = request.call as AuthenticatedCall;
      if (signature === 'absent' || signature === 'valid' || !mayExplain()) return;
      // One after the other: whoever asks for the explanations waits for those that are under way.
      const explained = observed.explaining.then(() => explain(request.call as AuthenticatedCall, services));
      observed.explaining = explained.catch(() => undefined);
      const failure = await explained;
      if (!failure) return;
      observed.signatureFailures.add(caller.terminalId, failure);
      const { request_id, code, causes: found, explanation, must_be_signed, was_signed } = failure;
      request.log.warn(
        { request_id, code, causes: found, explanation: explanation.en, must_be_signed, was_signed },
        'signature refused',
      );
    });
  },
);
