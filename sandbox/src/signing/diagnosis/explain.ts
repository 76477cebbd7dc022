// Explains a refused signature, for the log and the control API; the answer says nothing of it.
import { errors, signing } from '../../../../generated/facts.ts';
import type { AuthenticatedCall } from '../../core/call.ts';
import { unixSeconds } from '../../core/clock.ts';
import { covered, coveredBytes, keepingPlaces } from '../../core/confidential.ts';
import type { Services } from '../../core/services.ts';
import type { SignatureFailure } from '../../observed/signature-failure.ts';
import { bearerToken } from '../../terminals/bearer-token.ts';
import { causes } from './causes.ts';
import { diagnoseInSlices, type Keys } from './diagnose.ts';
import { firstDifference } from './difference.ts';

/** Other keys of this sandbox that the sender may have taken by mistake. */
async function keysOf(
  { storage: { db } }: Pick<Services, 'storage'>,
  call: AuthenticatedCall,
  token?: string,
): Promise<Keys> {
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

/** @returns why the signature of a call was refused; undefined when it was not. */
export async function explain(
  call: AuthenticatedCall,
  services: Pick<Services, 'storage'>,
): Promise<SignatureFailure | undefined> {
  const { signature, method, url, headers } = call;
  if (signature === 'absent' || signature === 'valid') return undefined;
  const { signature_header, timestamp_header } = signing.request;
  const header = (name: string) => {
    const value = headers[name.toLowerCase()];
    return typeof value === 'string' ? value : undefined;
  };
  const now = unixSeconds(call.now);
  const keys = await keysOf(services, call, bearerToken(headers.authorization));
  const diagnosis = await diagnoseInSlices(
    {
      method,
      url,
      host: headers.host,
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
    method,
    path: covered(url, keepingPlaces),
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
