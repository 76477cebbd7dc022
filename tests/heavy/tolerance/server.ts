// Answers each request with the odd answer that its token names, and signs deliveries as the gateway does.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { listening } from '../../../contract-tests/src/listening.ts';
import { signWebhook } from '../../../contract-tests/src/signatures.ts';
import { generatedFolder } from '../../../foundation/reader/paths.ts';
import { idempotency, signing } from '../../../generated/facts.ts';
import { absent, type OddAnswer } from './answers.ts';

type Json = Record<string, unknown>;

const { components } = JSON.parse(readFileSync(join(generatedFolder, 'strict.en.json'), 'utf8')) as {
  components: { examples: Record<string, { value: Json }> };
};

function put(body: Json, path: string, value: unknown): void {
  const steps = path.split('.');
  const last = steps.pop() as string;
  // The names of events have dots of their own, but no case goes into them.
  const parent = steps.reduce<Json>((node, step) => node[step] as Json, body);
  if (value === absent) delete parent[last];
  else parent[last] = value;
}

/** Adds one field to every object of a body. */
function withAddedFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withAddedFields);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, withAddedFields(field)]);
  return { ...Object.fromEntries(fields), added_later: 'a field that nobody knew' };
}

/** An answer names the key of its request, as the gateway does, and not the one of the example. */
function putKey(body: Json, key: string): void {
  const { meta } = (body.data ?? {}) as { meta?: Json };
  if (meta && 'idempotency_key' in meta) meta.idempotency_key = key;
}

/** The body of an odd answer. @param key the idempotency key of the request, if it had one. */
export function bodyOf({ example, change = {}, addFields, text }: OddAnswer, key?: string): string {
  if (text !== undefined) return text;
  const { value } = components.examples[example] as { value: Json };
  const body = structuredClone(value);
  if (key !== undefined) putKey(body, key);
  for (const [path, field] of Object.entries(change)) put(body, path, field);
  return JSON.stringify(addFields ? withAddedFields(body) : body);
}

/** A delivery, signed right now, as programs get it: the body in base64 and the headers as JSON in base64. */
export function deliveryOf(odd: OddAnswer, secret: string): [body: string, headers: string] {
  const body = JSON.parse(bodyOf(odd)) as { event: string; data: unknown; signature?: string };
  const signature = signWebhook(JSON.stringify(body.data), secret);
  body.signature = signature;
  const headers = {
    [signing.webhook.signature_header]: signature,
    [signing.webhook.timestamp_header]: String(Math.floor(Date.now() / 1000)),
    'X-Webhook-Event': body.event,
    'X-Webhook-ID': 'event-1',
  };
  return [JSON.stringify(body), JSON.stringify(headers)].map((text) =>
    Buffer.from(text).toString('base64'),
  ) as [string, string];
}

/** The token that asks for the answer with this number. */
export const tokenOf = (number: number) => `idg_test_Odd${number}`;

export interface OddServer {
  url: string;
  close: () => Promise<void>;
}

/** Starts the server on a free port. */
export async function startOddServer(answers: OddAnswer[]): Promise<OddServer> {
  const server = createServer((request, response) => {
    const number = Number(/Odd([0-9]+)$/.exec(request.headers.authorization ?? '')?.[1]);
    const odd = answers[number] as OddAnswer;
    const key = request.headers[idempotency.header.toLowerCase()] as string | undefined;
    request.resume().on('end', () => {
      const type = odd.text === undefined ? 'application/json' : 'text/html';
      response.writeHead(odd.status ?? 200, { 'Content-Type': type }).end(bodyOf(odd, key));
    });
  });
  return listening(server);
}
