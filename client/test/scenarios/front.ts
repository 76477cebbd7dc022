// Stands between a shop and the sandbox: disturbs what a scenario says, and remembers what arrived.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listening } from '../../../contract-tests/src/listening.ts';
import { signResponse } from '../../../contract-tests/src/signatures.ts';
import { idempotency, signing } from '../../../generated/facts.ts';
import type { OperationName } from '../../src/index.ts';
import { recognise } from '../../src/recognise.ts';
import type { Interference } from './scenario.ts';

export interface Front {
  url: string;
  /** What has arrived, in order. */
  arrivals: { operation: OperationName; key?: string }[];
  /** What happens to the next requests of their operations, each once, in this order. */
  interferences: Interference[];
  close: () => Promise<void>;
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

const { signature_header, timestamp_header } = signing.response;
const html = '<!doctype html><title>Please wait</title><h1>One moment</h1>';

/** The headers of a signature, as the gateway would make them. */
function signed(body: Buffer, secret: string, age = 0): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000) - age);
  return { [timestamp_header]: timestamp, [signature_header]: signResponse(body, timestamp, secret) };
}

/** A copy with other values; undefined takes a value away. */
function changed(body: Buffer, values: Record<string, unknown>): Buffer {
  const whole = JSON.parse(body.toString()) as Record<string, unknown>;
  for (const [path, value] of Object.entries(values)) {
    const names = path.split('.');
    const last = names.pop() as string;
    let parent = whole;
    for (const name of names) {
      parent[name] ??= {};
      parent = parent[name] as Record<string, unknown>;
    }
    parent[last] = value;
  }
  return Buffer.from(JSON.stringify(whole));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Starts a front of the gateway at `upstream`. @param secretKey signs what the front makes; null for no terminal that signs. */
export async function startFront(upstream: string, secretKey: string | null): Promise<Front> {
  const arrivals: Front['arrivals'] = [];
  const interferences: Interference[] = [];
  const sign = (body: Buffer, age?: number) => (secretKey === null ? {} : signed(body, secretKey, age));

  async function forward(request: IncomingMessage, body: Buffer): Promise<Answer> {
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(
        ([name]) =>
          !/^(host|connection|content-length|transfer-encoding|expect|upgrade|http2-settings|accept-encoding)$/.test(
            name,
          ),
      ),
    ) as Record<string, string>;
    const { method = '', url = '' } = request;
    const came = await fetch(upstream + url, {
      method,
      headers,
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    });
    const kept = [...came.headers].filter(
      ([name]) => !/^(connection|content-length|transfer-encoding|keep-alive|date)$/.test(name),
    );
    return {
      status: came.status,
      headers: Object.fromEntries(kept),
      body: Buffer.from(await came.arrayBuffer()),
    };
  }

  function send(response: ServerResponse, { status, headers, body }: Answer) {
    response.writeHead(status, { ...headers, 'Content-Length': body.length });
    response.end(body);
  }

  function disturb(what: Interference, answer: Answer, response: ServerResponse) {
    const { headers } = answer;
    const json = { 'content-type': 'application/json' };
    const without = () => {
      const names = [signature_header, timestamp_header].map((name) => name.toLowerCase());
      return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
    };
    switch (what.does) {
      case 'cut':
      case 'lose':
        return void response.destroy();
      case 'silence':
        return undefined;
      case 'truncate':
        response.writeHead(answer.status, { ...headers, 'Content-Length': answer.body.length });
        return void response.write(answer.body.subarray(0, answer.body.length / 2), () => response.destroy());
      case 'unsign':
        return send(response, { ...answer, headers: without() });
      case 'forge':
        return send(response, {
          ...answer,
          headers: { ...without(), ...signed(answer.body, `${secretKey}, but another`) },
        });
      case 'age':
        return send(response, {
          ...answer,
          headers: { ...without(), ...sign(answer.body, signing.tolerance_seconds + 60) },
        });
      case 'redirect':
        return send(response, {
          status: 302,
          headers: { location: `${front.url}/elsewhere` },
          body: Buffer.alloc(0),
        });
      case 'page':
        return send(response, {
          status: what.status,
          headers: { 'content-type': 'text/html' },
          body: Buffer.from(html),
        });
      case 'answer': {
        const body = Buffer.from(JSON.stringify(what.body));
        return send(response, {
          status: what.status,
          headers: { ...json, ...what.headers, ...sign(body) },
          body,
        });
      }
      case 'change': {
        const body = changed(answer.body, what.values);
        return send(response, {
          status: what.status ?? answer.status,
          headers: { ...without(), ...sign(body) },
          body,
        });
      }
    }
  }

  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const { method = '', url = '' } = request;
    const operation = recognise(method, url.split('?')[0] as string)?.name;
    if (!operation) return send(response, { status: 404, headers: {}, body: Buffer.from(html) });
    const key = request.headers[idempotency.header.toLowerCase()] as string | undefined;
    arrivals.push({ operation, ...(key !== undefined && { key }) });
    const at = interferences.findIndex(({ on }) => on === operation);
    const [what] = at < 0 ? [] : interferences.splice(at, 1);
    const unseen =
      what && (what.does === 'cut' || what.does === 'answer' || (what.does === 'page' && !what.acts));
    const answer = unseen
      ? { status: 200, headers: {}, body: Buffer.alloc(0) }
      : await forward(request, body);
    if (what) disturb(what, answer, response);
    else send(response, answer);
  });
  const { url, close } = await listening(server);
  const front = { url, arrivals, interferences, close };
  return front;
}
