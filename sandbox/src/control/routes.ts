// The control API under /_sandbox: what tests need and no gateway offers; served on loopback alone.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorName, errors, operations, testCards } from '../../../generated/facts.ts';
import { isAddressList, isLoopback, isLoopbackHost } from '../addresses.ts';
import type { Background } from '../background.ts';
import { jalaliDateTime } from '../calendar.ts';
import { callbackOf } from '../payments/callback.ts';
import { actOnPage, type PageAction } from '../payments/page/act.ts';
import type { Services } from '../services.ts';
import type { TerminalRow } from '../storage/schema.ts';
import { clockOf, createTerminal, revokeTokens, rotateTokens } from '../terminals/terminals.ts';
import { type Observed, observations } from './observations.ts';
import { advanceClock } from './time-travel.ts';

/** A mistake in a request to the control API, said in a sentence. */
class Mistake extends Error {
  readonly status: number;
  constructor(text: string, status = 400) {
    super(text);
    this.status = status;
  }
}

type Body = Record<string, unknown>;

function field<T>(body: Body, name: string, isRight: (value: unknown) => value is T, expected: string): T {
  const value = body[name];
  if (!isRight(value)) throw new Mistake(`"${name}" must be ${expected}.`);
  return value;
}

function optional<T>(
  body: Body,
  name: string,
  isRight: (value: unknown) => value is T,
  expected: string,
): T | undefined {
  return body[name] === undefined ? undefined : field(body, name, isRight, expected);
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0;
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isSeconds = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 10 * 365 * 86_400;
const isTimes = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 1_000_000;
const isList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((entry) => isText(entry)) && isAddressList(value as string[]);
const oneOf =
  <T extends string>(...options: readonly T[]) =>
  (value: unknown): value is T =>
    options.includes(value as T);

const states: TerminalRow['state'][] = ['active', 'inactive', 'suspended', 'under_review'];
const actions: PageAction[] = [...(Object.keys(testCards) as (keyof typeof testCards)[]), 'cancel'];
const orderable = (Object.keys(errors) as ErrorName[]).filter((name) => errors[name].http[0] === 500);

/** Keeps web pages out: they cannot send this content type unasked, nor name this host after a DNS trick. */
function refuseStrangers(request: FastifyRequest): void {
  const host = (request.headers.host ?? '').replace(/:[0-9]+$/, '');
  if (!isLoopback(request.ip) || !isLoopbackHost(host)) {
    throw new Mistake('The control API answers on this machine only.', 403);
  }
  if (request.method === 'POST' && !/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new Mistake('Send JSON with the header Content-Type: application/json.');
  }
}

async function requireTerminal(services: Services, id: string): Promise<string> {
  if ((await clockOf(services, id)) === undefined) throw new Mistake(`There is no terminal "${id}".`, 404);
  return id;
}

export async function controlApi(
  app: FastifyInstance,
  { services, background, observed }: { services: Services; background: Background; observed: Observed },
): Promise<void> {
  app.addHook('onRequest', async (request) => refuseStrangers(request));
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply: FastifyReply) => {
    if (error instanceof Mistake) return reply.code(error.status).send({ error: error.message });
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return reply.code(400).send({ error: 'The body is not JSON.' });
    }
    services.log.error({ err: error }, 'the control API failed');
    return reply
      .code(500)
      .send({ error: 'Something unforeseen happened; the log of the sandbox says what.' });
  });

  await app.register(observations, { services, observed });

  app.post('/_sandbox/terminals', async (request, reply) => {
    const body = (request.body ?? {}) as Body;
    const secretKey = optional(body, 'secret_key', isTextOrNull, 'a text, or null for none');
    const requireSignature = optional(body, 'require_signature', isBoolean, 'true or false') ?? false;
    if (requireSignature && secretKey === null) throw new Mistake('"require_signature" needs a secret key.');
    const {
      id,
      token,
      secretKey: kept,
    } = await createTerminal(services, {
      requireSignature,
      secretKey,
      ipAllowList: optional(body, 'ip_allow_list', isList, 'a list of IP addresses and CIDR ranges'),
      state: optional(body, 'state', oneOf(...states), `one of ${states.join(', ')}`),
      name: optional(body, 'name', isText, 'a text'),
      merchantCode: optional(body, 'merchant_code', isText, 'a text'),
    });
    return reply.code(201).send({ id, token, secret_key: kept });
  });

  app.post<{ Params: { id: string; change: string } }>(
    '/_sandbox/terminals/:id/tokens/:change',
    async ({ params }) => {
      const id = await requireTerminal(services, params.id);
      if (params.change === 'rotate') return { token: await rotateTokens(services, id) };
      if (params.change !== 'revoke') throw new Mistake('A token can be rotated or revoked.', 404);
      await revokeTokens(services, id);
      return { revoked: true };
    },
  );

  app.post('/_sandbox/clock', async (request) => {
    const body = (request.body ?? {}) as Body;
    const seconds = field(body, 'advance_seconds', isSeconds, 'a number of seconds, at least 0');
    const wanted = optional(body, 'terminal', isText, 'the id of a terminal');
    const terminals = wanted
      ? [await requireTerminal(services, wanted)]
      : (await services.storage.db.selectFrom('terminals').select('id').orderBy('id').execute()).map(
          ({ id }) => id,
        );
    const clocks: Record<string, { unix_seconds: number; jalali: string }> = {};
    for (const id of terminals) {
      const now = await advanceClock(services, background, id, Math.round(seconds * 1000));
      clocks[id] = { unix_seconds: Math.floor(now / 1000), jalali: jalaliDateTime(now) };
    }
    return { clocks };
  });

  app.post('/_sandbox/faults', async (request, reply) => {
    const body = (request.body ?? {}) as Body;
    const codes = orderable.map((name) => errors[name].code as number);
    const code = body.code as number;
    const error = orderable.find((name) => errors[name].code === code);
    if (!error) throw new Mistake(`"code" must be one of ${codes.join(', ')}.`);
    const terminal = optional(body, 'terminal', isText, 'the id of a terminal');
    const ids = Object.keys(operations);
    const operation = optional(body, 'operation', oneOf(...ids), 'the id of an operation');
    const times = optional(body, 'times', isTimes, 'a whole number, at least 1') ?? 1;
    if (terminal) await requireTerminal(services, terminal);
    const id = services.identifiers.deliveryId();
    await services.storage.write((unit) =>
      unit
        .insertInto('faults')
        .values({
          id,
          terminal_id: terminal ?? null,
          operation: operation ?? null,
          error,
          remaining: times,
        })
        .execute(),
    );
    return reply.code(201).send({ id });
  });

  app.post<{ Params: { authority: string } }>(
    '/_sandbox/payments/:authority/pay',
    async ({ params, body }) => {
      const action = field((body ?? {}) as Body, 'card', oneOf(...actions), `one of ${actions.join(', ')}`);
      const outcome = await actOnPage(services, params.authority, action);
      if (outcome.kind === 'unknown') throw new Mistake(`There is no payment ${params.authority}.`, 404);
      if (outcome.kind === 'wrong card') throw new Mistake('The payment is restricted to another card.', 409);
      const callback = callbackOf(outcome.payment);
      return {
        paid_now: outcome.kind === 'done',
        state: outcome.payment.state,
        callback: { method: callback.method, url: callback.url, fields: callback.fields },
      };
    },
  );
}
