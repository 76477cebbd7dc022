// The stage on which answers are brought about: payments in every state, made by whatever the target can do.
import { randomUUID } from 'node:crypto';
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { operationOf } from '../../contract/document.ts';
import { errors, idempotency, type OperationId, paymentLifecycle, sandbox } from '../../contract/facts.ts';
import { fieldPointer } from '../../contract/schemas.ts';
import type { Expectation } from '../../judge/expectation.ts';
import { type Finding, shown } from '../../judge/finding.ts';
import { isBroken, stated } from '../../judge/word.ts';
import type { PayerAct } from '../../model/observation.ts';
import type { Callback } from '../../payer/callback.ts';
import { PayerGone } from '../../payer/payer.ts';
import { secondTerminal } from '../../run/observed-control.ts';
import type { Manner, Performed, Session } from '../../run/session.ts';
import { isLoopback } from '../../targets/loopback.ts';
import type { ControlRefused } from '../../targets/refusal.ts';
import type { Control, NewTerminal, SandboxTerminal } from '../../targets/target.ts';
import type { Capability } from '../case.ts';
import { type Draft, draftOf } from '../draft.ts';
import { isYoung, type StagedPayment } from './shelf.ts';

export type { StagedPayment } from './shelf.ts';

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

/** The same for a server on this machine: the discard port refuses at once, without asking for a name. */
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
  /** Whether the target can do all this. */
  can: (...needs: Capability[]) => boolean;
  /** A new terminal where one can be made; the run's own where any will do. @throws Unreachable when none will do */
  terminal: (wanted?: NewTerminal) => Promise<SandboxTerminal>;
  /** Another terminal than the run's own and every one before. @throws Unreachable when there is none */
  stranger: () => Promise<SandboxTerminal>;
  /** An address on no server, for callbacks and webhooks. */
  nowhere: string;
  /** A payment body that fits the target's environment. */
  paymentBody: (change?: Record<string, unknown>) => {
    amount: number;
    order_id: string;
    [field: string]: unknown;
  };
  created: (by?: SandboxTerminal, change?: Record<string, unknown>) => Promise<StagedPayment>;
  /** Lets the payer act on the page of a payment. @returns the callback, when it was seen. @throws Unreachable without a payer */
  pay: (payment: StagedPayment, act: PayerAct) => Promise<Callback | undefined>;
  /** A payment that waits for its verification; where payers are real, one that an earlier scene has left so. */
  paid: (by?: SandboxTerminal, change?: Record<string, unknown>) => Promise<StagedPayment>;
  verified: (by?: SandboxTerminal, change?: Record<string, unknown>) => Promise<StagedPayment>;
  /** A verified payment that the scene leaves as it is, so that others may look at the same one. */
  someVerified: () => Promise<StagedPayment>;
  /** An unpaid payment that the scene leaves as it is. */
  somePending: () => Promise<StagedPayment>;
  /** A payment whose time is over. */
  expired: (by?: SandboxTerminal) => Promise<StagedPayment>;
  webhook: (
    by?: SandboxTerminal,
    change?: Record<string, unknown>,
  ) => Promise<{ id: string; by: SandboxTerminal }>;
}

/** Seconds after which no payment can be paid any more, in whichever environment. */
export const beyondEveryLifetime: number = 3 * Math.max(...Object.values(paymentLifecycle.lifetime_seconds));

/** @param expectation what the requests that are asked must be answered with */
export function createStage(session: Session, expectation: Expectation = {}): Stage {
  const { target } = session;
  const nowhere = isLoopback(new URL(target.url).hostname) ? noPort : noHost;
  const control = (): Control => {
    if (!target.control) throw new Unreachable(session.obstacle(['control']) ?? 'it needs a sandbox');
    return target.control;
  };
  const can: Stage['can'] = (...needs) => session.obstacle(needs) === undefined;
  const refusal = (need: Capability) =>
    new Unreachable(session.obstacle([need]) ?? `it takes another server (${need})`);
  /** What this stage has given out, so that it never gives the same twice. */
  const lent = new Set<string>();

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
    // Without a control API there is one terminal to work with, the run's own.
    return target.control ? target.control.createTerminal() : own();
  };

  const own = (): SandboxTerminal => ({
    id: '',
    ...target.credentials,
    token: target.credentials.token ?? '',
  });

  const paymentBody: Stage['paymentBody'] = (change = {}) => {
    const example = operationOf('createPayment').requestBody?.examples[0]?.value as { amount: number };
    const { amount } = example;
    const order = `contract-${randomUUID().slice(0, 8)}`;
    return {
      ...example,
      callback_url: target.callbacks?.urlFor(order) ?? `${nowhere}/callback`,
      amount: target.environment === 'sandbox' ? Math.min(amount, sandbox.amount_maximum) : amount,
      order_id: order,
      ...change,
    };
  };

  const created: Stage['created'] = async (by, change) => {
    const as = await owner(by);
    const body = paymentBody(change);
    const answer = await prepared(draft('createPayment', { body }), { as });
    const authority = textOf(answer, 'createPayment', '/data/transaction/authority');
    return {
      authority,
      gatewayUrl: String(nodeAt(answer.body, '/data/transaction/gateway_url')),
      amount: body.amount,
      orderId: body.order_id,
      by: as,
      madeAt: target.now(as.token),
    };
  };

  const pay: Stage['pay'] = async ({ authority, gatewayUrl, amount, orderId, by }, act) => {
    if (target.control) return target.control.pay(authority, act);
    if (!target.payer) throw refusal('payer');
    /** Whether the gateway says that the payer has been there. */
    const isDone = async () => {
      const { body } = await session.perform(draft('getTransaction', { authority }), { as: by });
      return (
        nodeAt(body, '/data/transaction/can_be_verified') === true ||
        !['pending', undefined].includes(nodeAt(body, '/data/transaction/status') as string | undefined)
      );
    };
    try {
      const callback = await target.payer.pay({ authority, gatewayUrl, amount, orderId, act }, isDone);
      session.model.happens({ kind: 'payer', authority, act, at: target.now(by.token) });
      return callback;
    } catch (error) {
      if (error instanceof PayerGone) throw new Unreachable(error.message);
      throw error;
    }
  };

  const { shelf } = session;
  const lifetime = paymentLifecycle.lifetime_seconds[target.environment];
  const young = (payment: StagedPayment) => isYoung(payment, target.now(payment.by.token), lifetime);

  /** A payment that an earlier scene has left paid and unverified. */
  const leftPaid = async (): Promise<StagedPayment | undefined> => {
    for (const payment of shelf.paid) {
      if (lent.has(payment.authority)) continue;
      const { authority, by } = payment;
      const { body } = young(payment)
        ? await session.perform(draft('getTransaction', { authority }), { as: by })
        : {};
      if (nodeAt(body, '/data/transaction/can_be_verified') === true) return payment;
      shelf.paid.delete(payment);
    }
    return undefined;
  };

  const paid: Stage['paid'] = async (by, change) => {
    const isShared = !target.control && by === undefined && change === undefined;
    const left = isShared ? await leftPaid() : undefined;
    if (left) {
      lent.add(left.authority);
      return left;
    }
    if (!can('payer')) throw refusal('payer');
    const made = await created(by, change);
    const callback = await pay(made, 'success');
    const payment = { ...made, ...(callback && { callback }) };
    if (isShared) shelf.paid.add(payment);
    lent.add(payment.authority);
    return payment;
  };

  const verified: Stage['verified'] = async (by, change) => {
    const payment = await paid(by, change);
    const { authority, amount } = payment;
    await prepare(draft('createVerification', { body: { authority, amount } }), { as: payment.by });
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
    can,
    terminal: async (wanted) => {
      if (target.control) return target.control.createTerminal(wanted);
      if (wanted !== undefined) throw refusal('terminals');
      return own();
    },
    stranger: async () => {
      if (target.control) return target.control.createTerminal();
      const { second } = target;
      if (!second?.token) throw refusal('second-terminal');
      return { id: secondTerminal, ...second, token: second.token };
    },
    nowhere,
    paymentBody,
    created,
    pay,
    paid,
    verified,
    someVerified: async () => {
      if (target.control) return verified();
      shelf.verified ??= await verified();
      return shelf.verified;
    },
    somePending: async () => {
      if (target.control) return created();
      if (!shelf.pending || !young(shelf.pending)) shelf.pending = await created();
      return shelf.pending;
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
