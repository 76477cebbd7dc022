// Control API: the requests that came, why signatures were refused, and the document itself.
import type { SignatureFailure } from '../plugins/signature-failures.ts';
import { controlDocument } from './document.ts';
import { archiveOf } from './har.ts';
import type { Recent } from './recent.ts';
import { type RequestRecord, shown } from './request-record.ts';
import { type ControlHandler, terminalAsked } from './workshop.ts';

export interface Observed {
  requests: Recent<RequestRecord>;
  /** Requests without a caller, by whether their token was refused: monitors push no refusal out. */
  unknownCallers: Recent<RequestRecord, 'refused' | 'not needed'>;
  signatureFailures: Recent<SignatureFailure>;
  /** Kept when no refused signature is being explained. */
  explaining: Promise<unknown>;
}

/** The requests of the whole sandbox that belong to no terminal, oldest first. */
export function requestsOfUnknown({ unknownCallers }: Observed): RequestRecord[] {
  return [...unknownCallers.of('refused'), ...unknownCallers.of('not needed')].sort(
    (one, other) => one.sequence - other.sequence,
  );
}

export const listRequests: ControlHandler<'listRequests'> = async (call, { services, observed }) => {
  const after = Number(call.query.after ?? 0);
  const requests =
    call.query.caller === 'unknown'
      ? requestsOfUnknown(observed)
      : observed.requests.of(await terminalAsked(call, services));
  return { requests: requests.filter(({ sequence }) => sequence > after).map(shown) };
};

export const exportHar: ControlHandler<'exportHar'> = async (call, { services, observed }) =>
  archiveOf(observed.requests.of(await terminalAsked(call, services)), services.settings.publicUrl);

export const listSignatureFailures: ControlHandler<'listSignatureFailures'> = async (
  call,
  { services, observed },
) => {
  const terminal = await terminalAsked(call, services);
  await observed.explaining;
  return { failures: [...observed.signatureFailures.of(terminal)] as never };
};

export const readControlDocument: ControlHandler<'readControlDocument'> = async () =>
  controlDocument as never;
