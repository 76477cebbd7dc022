// The driver of the TypeScript client, in the process of the tests.
import { setTimeout as wait } from 'node:timers/promises';
import {
  CallbackError,
  createClient,
  handleOnce,
  type IranDargahClient,
  type IranDargahError,
  readCallback,
  rials,
  toman,
  verifyWebhook,
  WebhookError,
  type WebhookHeaders,
  type WebhookStore,
} from '../../src/index.ts';
import { memoryStore } from '../../src/stores/memory.ts';
import type { Driver } from './driver.ts';
import type {
  Ask,
  AskCall,
  AskCallback,
  AskClient,
  AskCreate,
  AskDeliver,
  AskVerify,
  AskWebhook,
  Told,
  ToldError,
} from './protocol.ts';

type AnyCall = (
  input: unknown,
  options: object,
) => Promise<{ ok: true; data: unknown } | { ok: false; error: IranDargahError }>;

/** As JSON has it: nothing that is undefined. */
const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

function toldError(error: IranDargahError): ToldError {
  const { code, gatewayCode, status, persian, requestId, idempotencyKey, mayHaveActed } = error;
  const details = error.details as { httpStatus?: number; validation?: Record<string, string[]> } | undefined;
  return plain({
    code,
    gateway_code: gatewayCode,
    http_status: status ?? details?.httpStatus,
    persian,
    request_id: requestId,
    idempotency_key: idempotencyKey,
    may_have_acted: mayHaveActed,
    fields: details?.validation,
  }) as ToldError;
}

/** The same headers as several frameworks give them. */
function shaped(headers: AskWebhook['headers'], form: AskWebhook['form']): WebhookHeaders {
  switch (form) {
    case 'map':
      return Object.fromEntries(headers);
    case 'lower':
      return new Headers(headers);
    case 'lists':
      return Object.fromEntries(headers.map(([name, value]) => [name, [value]]));
    case 'cgi':
      // No server of JavaScript has them so.
      return Object.fromEntries(headers);
  }
}

export function typescriptDriver(): Driver {
  const clients = new Map<string, IranDargahClient>();
  const inboxes = new Map<string, WebhookStore>();
  const clientOf = (name: string) => clients.get(name) as IranDargahClient;

  function makeClient({
    name,
    base_url,
    environment,
    token,
    secret_key,
    timeout_ms,
    retries,
  }: AskClient): Told {
    const client = createClient({
      baseUrl: base_url,
      environment,
      token,
      secretKey: secret_key,
      timeoutMs: timeout_ms,
      retries,
      onWarning: () => {},
    });
    clients.set(name, client);
    return { outcome: 'ready' };
  }

  async function create({ client, order, idempotency_key: idempotencyKey }: AskCreate): Promise<Told> {
    const { amount, ...rest } = order;
    const created = await clientOf(client).createPayment(
      { ...rest, amount: rials(amount) },
      { idempotencyKey },
    );
    if (!created.ok) return { outcome: 'error', error: toldError(created.error) };
    const { authority, gateway_url } = created.data.transaction;
    return { outcome: 'created', authority, gateway_url, idempotency_key: created.idempotencyKey ?? '' };
  }

  async function verify({ client, payment }: AskVerify): Promise<Told> {
    const record = { ...payment, amount: rials(payment.amount) };
    const result = await clientOf(client).verifyPayment(record);
    switch (result.outcome) {
      case 'paid': {
        const { refId, verifiedAt, alreadyVerified } = result;
        return { outcome: 'paid', ref_id: refId, verified_at: verifiedAt, already_verified: alreadyVerified };
      }
      case 'not_paid': {
        const { reason, final, error } = result;
        return { outcome: 'not_paid', reason, final, error: toldError(error) };
      }
      default:
        return { outcome: result.outcome, error: toldError(result.error) };
    }
  }

  async function call({ client, operation, input, idempotency_key }: AskCall): Promise<Told> {
    const method = clientOf(client)[operation] as unknown as AnyCall;
    const result = await method(input, { idempotencyKey: idempotency_key });
    return result.ok
      ? { outcome: 'ok', data: plain(result.data) }
      : { outcome: 'error', error: toldError(result.error) };
  }

  async function callback({ method, query, body, stored }: AskCallback): Promise<Told> {
    const request = { method, url: `/return?${query}`, body };
    const payment = stored && { ...stored, amount: rials(stored.amount) };
    const { claim } = await readCallback(request, () => payment);
    return { outcome: 'callback', claim };
  }

  const verified = (body: string, headers: WebhookHeaders, secrets: string[]) =>
    verifyWebhook(Buffer.from(body, 'base64'), headers, secrets);

  async function deliver({ inbox, deliveries, secrets, lease_ms, handler }: AskDeliver): Promise<Told> {
    const store = inboxes.get(inbox) ?? memoryStore();
    inboxes.set(inbox, store);
    let runs = 0;
    const handle = async () => {
      runs += 1;
      const fails = runs <= handler.failures;
      await wait(handler.takes_ms);
      if (fails) throw new Error('the database is away');
    };
    const answers = deliveries.map(async ({ body, headers, after_ms }) => {
      await wait(after_ms);
      try {
        const event = await verified(body, shaped(headers, 'map'), secrets);
        return await handleOnce(event, store, handle, { leaseMs: lease_ms });
      } catch (error) {
        return error instanceof WebhookError ? 401 : 500;
      }
    });
    return { outcome: 'delivered', answers: await Promise.all(answers), runs };
  }

  async function answer(question: Ask): Promise<Told> {
    switch (question.do) {
      case 'client':
        return makeClient(question);
      case 'create':
        return create(question);
      case 'verify':
        return verify(question);
      case 'call':
        return call(question);
      case 'callback':
        return callback(question);
      case 'webhook': {
        const { body, headers, form, secrets } = question;
        const event = await verified(body, shaped(headers, form), secrets);
        const { id, timestamp, data } = event;
        return plain({ outcome: 'event', event: event.event, id, timestamp, data }) as Told;
      }
      case 'deliver':
        return deliver(question);
      case 'money': {
        const make = question.unit === 'rials' ? rials : toman;
        return { outcome: 'amount', rials: make(question.value as number) };
      }
    }
  }

  return {
    ask: async (question) => {
      try {
        return await answer(question);
      } catch (error) {
        if (error instanceof CallbackError || error instanceof WebhookError) {
          return { outcome: 'refused', reason: error.reason };
        }
        return { outcome: 'misuse', message: (error as Error).message };
      }
    },
    close: async () => {},
  };
}
