// What faults on order do to the connection of a request, be it to the API or to the payer's page.
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { FaultKind } from '../storage/schema.ts';
import type { Storage } from '../storage/storage.ts';
import { type Struck, strike, type Target } from './strike.ts';

/** The kinds that disturb a connection; each may strike the same request. */
export const connectionFaults = ['latency', 'firewall_page', 'connection_cut'] as const satisfies FaultKind[];

/** What companies put before their servers answers so: not JSON, not the gateway, and with whatever status. */
const firewallPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Request blocked</title></head>
<body><h1>Request blocked</h1><p>This request was blocked by the security rules of the network. درخواست شما مسدود شد.</p></body></html>
`;

/** Decides about every kind at once, so that a request takes part in each order's sequence exactly once. */
export function strikeRequest(
  { write }: Pick<Storage, 'write'>,
  kinds: readonly FaultKind[],
  target: Omit<Target, 'kinds'>,
): Promise<Struck[]> {
  return write(async (unit) => {
    const all: Struck[] = [];
    for (const kind of kinds) {
      const struck = await strike(unit, { ...target, kinds: [kind] });
      if (struck) all.push(struck);
    }
    return all;
  });
}

/** Waits, in real time, as long as an order of latency says. */
export async function beLate({ settings, chance }: Struck): Promise<void> {
  const { milliseconds = 0, jitter_milliseconds: jitter = 0 } = settings;
  await wait(milliseconds + Math.floor(chance('jitter') * jitter));
}

export function sendFirewallPage(reply: FastifyReply, { settings }: Struck): FastifyReply {
  return reply
    .code(settings.status ?? 403)
    .type('text/html; charset=utf-8')
    .send(firewallPage);
}
