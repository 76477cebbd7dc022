// The stage on which answers are brought about: payments in every state, made by whatever the target can do.
import { randomUUID } from 'node:crypto';
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { operationOf } from '../../contract/document.ts';
import { errors, idempotency, type OperationId, sandbox } from '../../contract/facts.ts';
import { fieldPointer } from '../../contract/schemas.ts';
import type { Expectation } from '../../judge/expectation.ts';
import { type Finding, shown } from '../../judge/finding.ts';
import { isBroken, stated } from '../../judge/word.ts';
import type { Manner, Performed, Session } from '../../run/session.ts';
import type { ControlRefused } from '../../targets/refusal.ts';
import type { Control, NewTerminal, SandboxTerminal } from '../../targets/target.ts';
import { type Draft, draftOf } from '../draft.ts';

/** A payment that was made on the stage, with what the shop would have stored of it. */
export interface StagedPayment {
  authority: string;
  amount: number;
  orderId: string;
  /** Whose payment it is. */
  by: SandboxTerminal;
}

/** Something that had to happen before the scene did not; the answers that came instead are found at fault. */
export class NotStaged extends Error {
  readonly findings: Finding[];
  constructor(who: string, findings: Finding[]) {
    super(`${who} did not do its part`);
    this.findings = findings;
  }
}

/** What the sandbox would not do beside the API, because of what the gateway has answered or done before. */
export function refusedByControl({ path, message }: ControlRefused): NotStaged {
  const finding: Finding = {
    at: '/',
    expected: `a payment, terminal or webhook that the control API can go on with (${path})`,
    got: message,
    rule: '#/components/schemas/CreatedTransaction/properties/authority',
    kind: `control ${path.split('/').at(-1)}`,
    basis: stated,
  };
  return new NotStaged('the control API of the sandbox', [finding]);
}

/**
 * A text of an answer that whatever follows is made of: the authority of a payment, the identifier of a webhook.
 * @throws NotStaged when there is no such text, or one that no request could carry
 */
export function textOf({ body, findings, exchange }: Performed, id: OperationId, at: string): string {
  const value = nodeAt(body, at);
  if (typeof value === 'string' && value !== '' && value.isWellFormed()) return value;
  const { facts, responses } = operationOf(id);
  const schema = responses.get(facts.successStatus)?.schemaPointer ?? '#';
  const missing: Finding = {
    at: `/body${at}`,
    expected: 'a text that later requests can name',
    got: shown(value, at),
    rule: fieldPointer(schema, at),
    basis: stated,
    ...(exchange && { evidence: { ...exchange, signed: false } }),
  };
  throw new NotStaged(
    id,
    findings.some((finding) => finding.at === missing.at) ? findings : [...findings, missing],
  );
}

/** There is nothing on this server that could be shown; the reason is for the report. */
export class Unreachable extends Error {}

/** It can be shown on a server of another environment alone, so that nothing is amiss when it is not shown here. */
export class Elsewhere extends Unreachable {}

/** Where callbacks and webhooks go that nobody waits for: a host that can never exist (RFC 2606). */
const noHost = 'https://contract-tests.invalid';

/** The same for a sandbox on this machine: the discard port refuses at once, without asking for a name. */
const noPort = 'https://127.0.0.1:9';

export interface Stage {
  session: Session;
  /** What a sandbox can do beside the API. @throws Unreachable on other servers */
  control: Control;
  /** A draft of an operation, with another body or authority when given. */
  draft: (id: OperationId, change?: { body?: unknown; authority?: string; query?: Draft['query'] }) => Draft;
  /** Sends the request that the scene is about, and expects what the scene is to show. */
  ask: (draft: Draft, manner?: Manner) => Promise<Performed>;
  /** Sends a request that only prepares the scene, whatever comes back. */
  send: (draft: Draft, manner?: Manner) => Promise<Performed>;
  /** Sends a request that only prepares the scene and must succeed. @returns the body. @throws NotStaged when it is no success that could be believed */
  prepare: (draft: Draft, manner?: Manner) => Promise<unknown>;
  /** The same, with all that is known of the answer. */
  perform: (draft: Draft, manner?: Manner) => Promise<Performed>;
  /** Does the same for a text of the answer that whatever follows is made of. @throws NotStaged when it has no such text */
  prepareText: (draft: Draft, at: string, manner?: Manner) => Promise<string>;
  terminal: (wanted?: NewTerminal) => Promise<SandboxTerminal>;
  /** An address on no server, for callbacks and webhooks. */
  nowhere: string;
  /** A payment body that fits the target's environment. */
  paymentBody: (change?: Record<string, unknown>) => {
    amount: number;
    order_id: string;
    [field: string]: unknown;
  };
  created: (by?: SandboxTerminal, change?: Record<string, unknown>) => Promise<StagedPayment>;
  paid: (by?: SandboxTerminal, change?: Record<string, unknown>) => Promise<StagedPayment>;
  verified: (by?: SandboxTerminal, change?: Record<string, unknown>) => Promise<StagedPayment>;
  /** A payment whose time is over. */
  expired: (by?: SandboxTerminal) => Promise<StagedPayment>;
  webhook: (
    by?: SandboxTerminal,
    change?: Record<string, unknown>,
  ) => Promise<{ id: string; by: SandboxTerminal }>;
}

const beyondEveryLifetime = 3600;

/** @param expectation what the requests that are asked must be answered with */
export function createStage(session: Session, expectation: Expectation = {}): Stage {
  const { target } = session;
  const nowhere = target.control ? noPort : noHost;
  const control = (): Control => {
    if (!target.control) throw new Unreachable(session.obstacle(['control']) ?? 'it needs a sandbox');
    return target.control;
  };

  const draft: Stage['draft'] = (id, { body, authority, query = [] } = {}) => {
    const made = draftOf(operationOf(id), body);
    return {
      ...made,
      query,
      ...(authority !== undefined && { pathParameters: { ...made.pathParameters, authority } }),
    };
  };

  const prepared = async (wanted: Draft, manner?: Manner): Promise<Performed> => {
    const { operation } = wanted;
    const expectation = { status: operation.facts.successStatus };
    const performed = await session.perform(wanted, { ...manner, expectation });
    const { findings, status } = performed;
    // A success that differs in what is only assumed goes on: the scene of its own answer tells of that.
    if (isBroken(findings) || status !== expectation.status) throw new NotStaged(operation.id, findings);
    return performed;
  };
  const prepare: Stage['prepare'] = async (wanted, manner) => (await prepared(wanted, manner)).body;
  const prepareText: Stage['prepareText'] = async (wanted, at, manner) =>
    textOf(await prepared(wanted, manner), wanted.operation.id, at);

  const owner = async (by: SandboxTerminal | undefined): Promise<SandboxTerminal> => {
    if (by) return by;
    // Without a control API there is one terminal only, the run's own.
    if (!target.control) return { id: '', ...target.credentials, token: target.credentials.token ?? '' };
    return target.control.createTerminal();
  };

  const paymentBody: Stage['paymentBody'] = (change = {}) => {
    const example = operationOf('createPayment').requestBody?.examples[0]?.value as { amount: number };
    const { amount } = example;
    return {
      ...example,
      callback_url: `${nowhere}/callback`,
      amount: target.environment === 'sandbox' ? Math.min(amount, sandbox.amount_maximum) : amount,
      order_id: `contract-${randomUUID().slice(0, 8)}`,
      ...change,
    };
  };

  const created: Stage['created'] = async (by, change) => {
    const as = await owner(by);
    const body = paymentBody(change);
    const made = draft('createPayment', { body });
    const authority = await prepareText(made, '/data/transaction/authority', { as });
    return { authority, amount: body.amount, orderId: body.order_id, by: as };
  };

  const paid: Stage['paid'] = async (by, change) => {
    const payment = await created(by, change);
    await control().pay(payment.authority, 'success');
    return payment;
  };

  return {
    session,
    get control() {
      return control();
    },
    draft,
    ask: (wanted, manner) => session.perform(wanted, { expectation, ...manner }),
    send: session.perform,
    prepare,
    perform: prepared,
    prepareText,
    terminal: (wanted) => control().createTerminal(wanted),
    nowhere,
    paymentBody,
    created,
    paid,
    verified: async (by, change) => {
      const payment = await paid(by, change);
      const { authority, amount } = payment;
      await prepare(draft('createVerification', { body: { authority, amount } }), { as: payment.by });
      return payment;
    },
    expired: async (by) => {
      const payment = await created(by);
      await control().advance(payment.by, beyondEveryLifetime);
      return payment;
    },
    webhook: async (by, change = {}) => {
      const as = await owner(by);
      const example = operationOf('subscribeWebhook').requestBody?.examples[0]?.value as object;
      const body = { ...example, url: `${nowhere}/webhook`, ...change };
      const id = await prepareText(draft('subscribeWebhook', { body }), '/data/webhook/id', { as });
      return { id, by: as };
    },
  };
}

/** The code of an error by its name, for failures on order. */
export const codeOf = (name: keyof typeof errors): number => errors[name].code;

/** The header of idempotency keys. */
export const keyHeader: string = idempotency.header;

/** A draft with this idempotency key, for scenes that repeat one. */
export const keyed = (draft: Draft, key: string): Draft => ({
  ...draft,
  headers: { ...draft.headers, [keyHeader]: key },
});
