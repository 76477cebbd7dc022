// Explains each refused signature on the log and keeps the explanation for the control API; the answer says nothing of it.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { errors, signing } from '../../../generated/facts.ts';
import type { AuthenticatedCall } from '../call.ts';
import { unixSeconds } from '../clock.ts';
import { covered, coveredBytes, keepingPlaces } from '../confidential.ts';
import type { Observed } from '../control/observed.ts';
import type { SignatureFailure } from '../control/signature-failure.ts';
import type { Services } from '../services.ts';
import { causes } from '../signing/diagnosis/causes.ts';
import { diagnoseInSlices, type Keys } from '../signing/diagnosis/diagnose.ts';
import { firstDifference } from '../signing/diagnosis/difference.ts';
import { bearerToken } from './authentication.ts';

/** Other keys of this sandbox that the sender may have taken by mistake. */
async function keysOf({ storage: { db } }: Services, call: AuthenticatedCall, token?: string): Promise<Keys> {
  const { terminalId, secretKey } = call.caller;
  const [terminals, webhooks] = await Promise.all([
    db
      .selectFrom('terminals')
      .select('secret_key')
      .where('id', '!=', terminalId)
      .where('secret_key', 'is not', null)
      .limit(50)
      .execute(),
    db.selectFrom('webhooks').select('secret').where('terminal_id', '=', terminalId).limit(20).execute(),
  ]);
  return {
    secretKey: secretKey ?? '',
    token,
    webhookSecrets: webhooks.map(({ secret }) => secret),
    otherTerminals: terminals.map(({ secret_key: key }) => key ?? ''),
  };
}

async function explain(request: FastifyRequest, services: Services): Promise<SignatureFailure | undefined> {
  const call = request.call as AuthenticatedCall;
  const { signature } = call;
  if (signature === 'absent' || signature === 'valid') return undefined;
  const { signature_header, timestamp_header } = signing.request;
  const header = (name: string) => {
    const value = request.headers[name.toLowerCase()];
    return typeof value === 'string' ? value : undefined;
  };
  const now = unixSeconds(call.now);
  const keys = await keysOf(services, call, bearerToken(request.headers.authorization));
  const diagnosis = await diagnoseInSlices(
    {
      method: request.method,
      url: request.url,
      host: request.headers.host,
      body: call.rawBody,
      signature: header(signature_header),
      timestamp: header(timestamp_header),
    },
    keys,
    now,
  );
  const expected = coveredBytes(diagnosis.expected, keepingPlaces);
  const signed = diagnosis.signed && coveredBytes(diagnosis.signed, keepingPlaces);
  return {
    request_id: call.requestId,
    at: now,
    method: request.method,
    path: covered(request.url, keepingPlaces),
    code: errors[signature].code,
    causes: diagnosis.causes,
    explanation: {
      en: diagnosis.causes.map((cause) => causes[cause].en),
      fa: diagnosis.causes.map((cause) => causes[cause].fa),
    },
    must_be_signed: expected.toString(),
    was_signed: signed?.toString() ?? null,
    first_difference: (signed && firstDifference(expected, signed)) ?? null,
    seconds_ahead: diagnosis.secondsAhead ?? null,
  };
}

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
      const explained = observed.explaining.then(() => explain(request, services));
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
