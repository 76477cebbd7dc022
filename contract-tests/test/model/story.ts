// Stories for the model: a terminal or two, and one exchange after the other as a gateway would have them.
import { nodeAt } from '../../../foundation/reader/pointers.ts';
import { operationOf } from '../../src/contract/document.ts';
import { type ErrorName, errors, type OperationId, paymentLifecycle } from '../../src/contract/facts.ts';
import type { Finding } from '../../src/judge/finding.ts';
import { jalaliDateTime } from '../../src/judge/time.ts';
import { wordOf } from '../../src/judge/word.ts';
import { createModel, type Pending } from '../../src/model/model.ts';
import type { Happening, PayerAct } from '../../src/model/observation.ts';
import type { PaymentState } from '../../src/plan/spoken.ts';

/** The moment at which every story begins, in Unix seconds. */
export const beginning = 1_760_000_000;

/** An answer: a status with its body. */
export interface Said {
  status: number;
  body: unknown;
}

let number = 0;
/** Something that no story has had before. */
export const unique = (): string => String(++number).padStart(6, '0');

/** An authority of the documented form that no story has had before. */
export const newAuthority = (): string => `20251009120000A${unique().slice(-5)}`;

export const failure = (name: ErrorName, details?: object): Said => {
  const { code, type, message, http } = errors[name];
  return {
    status: http[0],
    body: {
      success: false,
      error: { message, code, type, ...(details && { details }) },
      status_code: code,
      timestamp: jalaliDateTime(beginning),
      meta: { request_id: `r-${unique()}` },
    },
  };
};
export const forbidden = (reason: string): Said => failure('ErrorStateForbids', { reason });
export const invalid = (...fields: string[]): Said =>
  failure('ErrorValidation', { validation: Object.fromEntries(fields.map((field) => [field, ['…']])) });
export const alreadyVerified = (): Said => failure('ErrorAlreadyVerified');
export const notFound = (): Said => failure('ErrorTransactionNotFound');

/** A success with these data. */
export const success = (data: object, at = beginning): Said => ({
  status: 200,
  body: {
    success: true,
    data: { ...data, meta: { request_id: `r-${unique()}` } },
    timestamp: jalaliDateTime(at),
  },
});

export interface Story {
  /** The clock of the story, in Unix seconds; a test moves it. */
  now: number;
  happens: (happening: Happening) => Finding[];
  /** Sends a request without an answer yet. */
  begins: (operation: OperationId, change?: Sent) => Pending;
  /** A request and its answer. @returns what was found, as `word at` */
  says: (operation: OperationId, sent: Sent, said: Said) => string[];
  /** The same, with all of each finding. */
  finds: (operation: OperationId, sent: Sent, said: Said) => Finding[];
  /** A new payment of a terminal. @returns its authority */
  created: (change?: Sent & { request?: object }) => string;
  pays: (authority: string, act?: PayerAct) => void;
  verify: (authority: string, amount: number, said: Said, sent?: Sent) => string[];
}

export interface Sent {
  token?: string;
  authority?: string;
  body?: unknown;
  key?: string;
  query?: string;
}

/** The amount of every payment that a story does not say otherwise. */
export const amount = 100_000;

export const short = (findings: Finding[]): string[] =>
  findings.map((finding) => `${wordOf(finding)} ${finding.at}`);

/** How a payment is shown in one of its states. */
export function shownAs(state: PaymentState, authority: string, at = beginning): Said {
  const isVerified = state === 'COMPLETED';
  return success({
    transaction: {
      authority,
      ref_id: isVerified ? `ref-${authority}` : null,
      amount,
      status: paymentLifecycle.states[state].status,
      created_at: jalaliDateTime(at),
      updated_at: jalaliDateTime(at),
    },
  });
}

export const verified = (authority: string, at = beginning, of = amount): Said =>
  success({
    verification: { ref_id: `ref-${authority}`, authority, amount: of, verified_at: jalaliDateTime(at) },
  });

/** Begins a story. @param terminals their tokens by name; a terminal that is not alone is used by others as well */
export function story(
  terminals: Record<
    string,
    { token: string; isAlone?: boolean } & Partial<(Happening & { kind: 'terminal' })['terminal']>
  > = {
    one: { token: 'one' },
    two: { token: 'two' },
  },
): Story {
  const model = createModel('sandbox');
  for (const [id, terminal] of Object.entries(terminals)) {
    model.happens({
      kind: 'terminal',
      terminal: {
        id,
        requireSignature: false,
        isActive: true,
        isOpen: true,
        isAlone: true,
        at: beginning,
        ...terminal,
      },
    });
  }
  const told: Story = {
    now: beginning,
    happens: model.happens,
    begins: (id, { token = 'one', authority, body, key, query } = {}) => {
      const operation = operationOf(id);
      const path = operation.path.replace('{authority}', authority ?? '');
      const headers: Record<string, string> = {
        ...(operation.facts.token && { Authorization: `Bearer ${token}` }),
        ...(key !== undefined && { 'Idempotency-Key': key }),
      };
      const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
      const request = {
        method: operation.method,
        path: query ? `${path}?${query}` : path,
        headers,
        ...(bytes && { body: bytes }),
      };
      return model.begins(operation, request, told.now);
    },
    finds: (id, sent, said) => ended(told.begins(id, sent), said, told.now),
    says: (id, sent, said) => short(told.finds(id, sent, said)),
    created: ({ request = {}, ...sent } = {}) => {
      const authority = newAuthority();
      const body = {
        amount,
        order_id: `order-${unique()}`,
        callback_url: 'https://shop.example/callback',
        ...request,
      };
      const found = told.finds(
        'createPayment',
        { key: `key-${unique()}`, ...sent, body },
        createdAs(authority, told.now),
      );
      if (found.length > 0) throw new Error(JSON.stringify(found));
      return authority;
    },
    pays: (authority, act = 'success') => {
      model.happens({ kind: 'payer', authority, act, at: told.now });
    },
    verify: (authority, of, said, sent = {}) =>
      told.says('createVerification', { ...sent, body: { authority, amount: of } }, said),
  };
  return told;
}

/** The answer that makes a payment. */
export function createdAs(authority: string, at: number): Said {
  const transaction = {
    authority,
    gateway_url: `http://127.0.0.1:1/startpay/${authority}`,
    expires_at: jalaliDateTime(at + paymentLifecycle.lifetime_seconds.sandbox),
  };
  return success({ transaction }, at);
}

/** Ends a call with an answer. */
export function ended(pending: Pending, { status, body }: Said, at = beginning): Finding[] {
  const bytes = Buffer.from(JSON.stringify(body));
  const taken = { status: nodeAt(body, '/success') === true ? status : status, body };
  return pending.ends({ status, headers: {}, body: bytes }, taken, at);
}
