// Control API: faults on order.
import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type ErrorName, errors, type OperationId, operations } from '../../../generated/facts.ts';
import type { Services } from '../core/services.ts';
import { errorsWithCode } from '../faults/errors.ts';
import {
  type FaultOrder,
  type FaultSettings,
  faultsOf,
  orderFault as order,
  withdrawFault as withdraw,
  withoutEnd,
} from '../faults/orders.ts';
import { whyNever, withoutTerminal } from '../faults/reach.ts';
import type { FaultKind } from '../storage/schema.ts';
import { Mistake } from './mistake.ts';
import { type BodyOf, type ControlHandler, existing, terminalAsked } from './workshop.ts';

/** The settings that a kind reads; any other would do nothing, and is a mistake. */
const settingsOf: Record<FaultKind, readonly (keyof FaultSettings)[]> = {
  error: [],
  latency: ['milliseconds', 'jitter_milliseconds'],
  connection_cut: ['when'],
  firewall_page: ['status'],
  webhook_duplicate: ['copies'],
  webhook_late: ['seconds'],
  webhook_out_of_order: ['seconds'],
  callback_duplicate: [],
};
const allSettings = new Set(Object.values(settingsOf).flat());

type Order = BodyOf<'orderFault'>;

/** The error that is ordered: by its name, or by its code and what the operation can answer. */
function errorOf({ code, error, operation }: Order): ErrorName {
  const possible =
    operation === undefined
      ? undefined
      : (operations[operation as OperationId].errors as readonly ErrorName[]);
  const wanted = error === undefined ? errorsWithCode(code as number) : [error as ErrorName];
  if (error === undefined && code === undefined)
    throw new Mistake('Say which error: "code", or its name in "error".');
  const [found] = possible ? wanted.filter((name) => possible.includes(name)) : wanted;
  if (possible?.length === 0) {
    throw new Mistake(`${operation} is a page for people: it answers with no error of the catalogue.`);
  }
  if (!found) {
    throw new Mistake(`${operation} never answers that. It can answer ${(possible ?? []).join(', ')}.`);
  }
  if (code !== undefined && errors[found].code !== code)
    throw new Mistake(`${found} has the code ${errors[found].code}, not ${code}.`);
  return found;
}

function settingsFrom(body: Order, kind: FaultKind): FaultSettings {
  const given = Object.entries(body).filter(([name]) => allSettings.has(name as keyof FaultSettings));
  for (const [name] of given) {
    if (!settingsOf[kind].includes(name as keyof FaultSettings)) {
      throw new Mistake(`"${name}" says nothing to ${kind}.`);
    }
  }
  return Object.fromEntries(given) as FaultSettings;
}

/** The terminal that is meant: by its id, or by its token, as in the reads; null for what belongs to no terminal. */
async function terminalOf(
  named: string | undefined,
  operation: string | undefined,
  request: FastifyRequest,
  services: Services,
): Promise<string | null> {
  if (named !== undefined) return existing(services, named);
  if ((withoutTerminal as readonly (string | undefined)[]).includes(operation)) return null;
  if (request.headers.authorization === undefined) return null;
  return terminalAsked({ query: {}, request }, services);
}

export const orderFault: ControlHandler<'orderFault'> = async ({ body, request }, { services }) => {
  const kind: FaultKind = body.kind ?? 'error';
  const { terminal, operation, event, probability = 1 } = body;
  const ofWebhooks = kind.startsWith('webhook_');
  if (ofWebhooks ? operation !== undefined : event !== undefined) {
    throw new Mistake(
      ofWebhooks
        ? `${kind} strikes events: name an "event".`
        : `${kind} strikes requests: name an "operation".`,
    );
  }
  if (kind !== 'error' && (body.code !== undefined || body.error !== undefined)) {
    throw new Mistake(`"code" and "error" say nothing to ${kind}.`);
  }
  const wanted: FaultOrder = {
    kind,
    terminalId: await terminalOf(terminal, operation, request, services),
    on: operation ?? event ?? null,
    error: kind === 'error' ? errorOf(body) : null,
    times: body.times ?? (body.probability === undefined ? 1 : withoutEnd),
    probability,
    seed: String(body.seed ?? randomBytes(8).toString('hex')),
    settings: settingsFrom(body, kind),
  };
  const never = whyNever(wanted);
  if (never !== undefined) throw new Mistake(never);
  const id = await order(services, wanted);
  return { id };
};

export const listFaults: ControlHandler<'listFaults'> = async (call, { services }) => ({
  faults: (await faultsOf(services, await terminalAsked(call, services))).map((row) => ({
    id: row.id,
    kind: row.kind,
    on: row.operation,
    error: row.error,
    remaining: row.remaining,
    probability: row.probability,
    seed: row.seed,
    settings: JSON.parse(row.settings) as Record<string, never>,
  })),
});

export const withdrawFault: ControlHandler<'withdrawFault'> = async ({ path }, { services }) => {
  if (!(await withdraw(services, path.fault ?? ''))) throw new Mistake('There is no such order.', 404);
  return { withdrawn: true };
};
