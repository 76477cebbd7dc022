// Whether the request is what its operation documents: content type, JSON, then all fields together.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { isUncoded, parseBody } from '../../../foundation/http/json-body.ts';
import { idempotency, operations, sandbox } from '../../../generated/facts.ts';
import { existsInJalali, jalaliDate } from '../calendar.ts';
import type { Call } from '../call.ts';
import { ApiError, type FaultyFields, validationError } from '../contract/errors.ts';
import { faultyFields, message } from '../contract/messages.ts';
import type { CompiledParameter } from '../contract/validators.ts';
import type { Services } from '../services.ts';
import { isPrivate } from '../this-machine.ts';
import { loopbackUrlAsHttps } from '../webhooks/urls.ts';

function malformed(field: string, text: string): ApiError {
  return new ApiError('ErrorMalformedBody', { validation: { [field]: [text] } });
}

/** JSON in UTF-8, with or without saying so. */
function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?;?\s*$/i.test(contentType ?? '');
}

/**
 * Reads the body as JSON.
 * @throws ApiError 400, -2 when it is not JSON, and not because of its fields.
 */
function readJson({ rawBody }: Call, { headers }: FastifyRequest): unknown {
  if (!isJson(headers['content-type'])) throw malformed('content_type', message('content_type'));
  if (!isUncoded(headers['content-encoding']))
    throw malformed('content_encoding', message('const', { field: 'content_encoding' }));
  try {
    return parseBody(rawBody);
  } catch {
    throw malformed('body', message('malformed_body'));
  }
}

/** Adds faults to those found before; one field may have several. */
function add(faults: FaultyFields, more: FaultyFields): void {
  for (const [field, texts] of Object.entries(more)) {
    faults[field] = [...new Set([...(faults[field] ?? []), ...texts])];
  }
}

function fault(
  field: string,
  name: Parameters<typeof message>[0],
  blanks: Record<string, string> = {},
): FaultyFields {
  return { [field]: [message(name, { field, ...blanks })] };
}

const keyField = 'idempotency_key';

/**
 * Whoever was told that the key is missing may have put it into the body: there it is neither missing nor unknown,
 * but in the wrong place, and one message says so.
 */
function sendToHeader(call: Call, faults: FaultyFields): void {
  if (call.contract.operations[call.operation].idempotencyKey === 'none') return;
  if (typeof call.body !== 'object' || call.body === null || !(keyField in call.body)) return;
  faults[keyField] = [message('belongs_in_header', { field: keyField, other: idempotency.header })];
}

/** The body's fields; the sandbox's own limits come on top of the schema's. */
export function checkBody(call: Call, { settings }: Services, faults: FaultyFields): void {
  const { body: validate } = call.contract.validators[call.operation];
  if (!validate) return;
  // The sandbox's own exception: while it listens on loopback, so may a webhook (docs/decisions/0047).
  const body =
    call.operation === 'subscribeWebhook' && isPrivate(settings) ? loopbackUrlAsHttps(call.body) : call.body;
  if (!validate(body)) add(faults, faultyFields(validate.errors ?? [], 'body'));
  sendToHeader(call, faults);
  const { amount, callback_url: callback } = (call.body ?? {}) as {
    amount?: unknown;
    callback_url?: unknown;
  };
  if (call.operation !== 'createPayment') return;
  if (typeof amount === 'number' && amount > sandbox.amount_maximum) {
    // One message is enough, and it is this limit that applies here (docs/decisions/0057).
    faults.amount = [message('maximum_rial', { limit: sandbox.amount_maximum })];
  }
  // The schema's rule for addresses lets pass some that no browser can open.
  if (typeof callback === 'string' && !faults.callback_url && !URL.canParse(callback)) {
    add(faults, fault('callback_url', 'format'));
  }
}

function checkPath(call: Call, faults: FaultyFields): void {
  for (const { name, validate } of call.contract.validators[call.operation].path) {
    if (!validate(call.path[name])) add(faults, faultyFields(validate.errors ?? [], name));
  }
}

/** Text to what the schema wants: query strings are the only place where numbers arrive as text. */
function readParameter({ numeric }: CompiledParameter, text: string): unknown {
  return numeric && /^-?[0-9]{1,15}$/.test(text) ? Number(text) : text;
}

/** The rules of Jalali dates that a pattern cannot say: existing, not in the future, not before another. */
function checkDate(call: Call, parameter: CompiledParameter, faults: FaultyFields): void {
  const { name, schemaName, 'x-date-rule': rule } = parameter;
  const value = call.query[name];
  if (typeof value !== 'string' || faults[name]) return;
  if (schemaName === 'JalaliDate' && !existsInJalali(value)) {
    add(faults, fault(name, 'format'));
    return;
  }
  if (!rule) return;
  const today = jalaliDate(call.now);
  if (rule.not_future && value > today.slice(0, value.length)) add(faults, fault(name, 'not_future'));
  const other = rule.not_before === undefined ? undefined : call.query[rule.not_before];
  if (typeof other === 'string' && value < other) {
    add(faults, fault(name, 'not_before', { other: rule.not_before as string }));
  }
}

function checkQuery(request: FastifyRequest, faults: FaultyFields): void {
  const { call } = request;
  const known = call.contract.validators[call.operation].query;
  // Operations without filters have never promised to refuse a stray parameter.
  if (known.length === 0) return;
  const start = request.url.indexOf('?');
  const sent = new URLSearchParams(start < 0 ? '' : request.url.slice(start + 1));
  for (const name of new Set(sent.keys())) {
    // A misspelt filter would otherwise return everything (docs/decisions/0060).
    if (!known.some((parameter) => parameter.name === name)) add(faults, fault(name, 'additionalProperties'));
  }
  for (const parameter of known) {
    const { name, validate } = parameter;
    const values = sent.getAll(name);
    if (values.length === 0) {
      call.query[name] = parameter.default as number | undefined;
      continue;
    }
    if (values.length > 1 || values[0] === '') {
      add(faults, fault(name, 'format'));
      continue;
    }
    const value = readParameter(parameter, values[0] as string);
    if (validate(value)) call.query[name] = value as string | number;
    else add(faults, faultyFields(validate.errors ?? [], name));
  }
  for (const parameter of known) checkDate(call, parameter, faults);
}

/** The idempotency key under either of its names (docs/decisions/0003 and 0031). */
function checkIdempotencyKey({ call, headers }: FastifyRequest, faults: FaultyFields): void {
  const demand = call.contract.operations[call.operation].idempotencyKey;
  if (demand === 'none') return;
  const validate = call.contract.validators[call.operation].header.find(
    ({ name }) => name === idempotency.header,
  )?.validate;
  const sent = [headers[idempotency.header.toLowerCase()], headers[idempotency.alias.toLowerCase()]].filter(
    (value) => value !== undefined,
  );
  const [key] = sent;
  if (key === undefined) {
    if (demand === 'required') {
      faults[keyField] = [message('header_required', { field: idempotency.header })];
    }
    return;
  }
  if (sent.some((other) => other !== key)) add(faults, fault(keyField, 'const'));
  else if (typeof key !== 'string' || !validate?.(key)) add(faults, fault(keyField, 'pattern'));
  else call.idempotencyKey = key;
}

export const content = fp(async (app: FastifyInstance, { services }: { services: Services }) => {
  app.addHook('preHandler', (request, _reply, done) => {
    const { call } = request;
    try {
      call.path = request.params as Record<string, string>;
      if (operations[call.operation].requestSchema !== null) {
        call.body = readJson(call, request);
      }
      const faults = Object.create(null) as FaultyFields;
      checkPath(call, faults);
      checkIdempotencyKey(request, faults);
      checkQuery(request, faults);
      checkBody(call, services, faults);
      done(Object.keys(faults).length > 0 ? validationError(faults) : undefined);
    } catch (error) {
      done(error as Error);
    }
  });
});
