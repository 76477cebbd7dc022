// Control API: the requests that came, why signatures were refused, and the document itself.

import type { Observed } from '../observed/observed.ts';
import { type RequestRecord, shown } from '../observed/request-record.ts';
import { controlDocument } from './document.ts';
import { archiveOf } from './har.ts';
import { type ControlHandler, terminalAsked } from './workshop.ts';

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
