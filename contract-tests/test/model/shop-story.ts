// Stories for the model: what a shop sends and gets, at moments that the story chooses.
import { operationOf } from '../../src/contract/document.ts';
import type { OperationId, WebhookEvent } from '../../src/contract/facts.ts';
import type { Finding } from '../../src/judge/finding.ts';
import { createModel } from '../../src/model/model.ts';
import type { DeliverySeen, PayerAct } from '../../src/model/observation.ts';
import { deliveryIdHeader, timestampHeader } from '../../src/model/sends.ts';

export const start = 1_760_000_000;

export interface Delivered {
  url?: string;
  event?: WebhookEvent;
  id?: string;
  /** Seconds since the start. */
  at?: number;
  /** What its header says, when that is another moment. */
  told?: number;
  data?: Record<string, unknown>;
  merchant?: string;
  answered?: number | null;
  took?: number;
}

export const address = 'https://shop.example/webhook';
export const authority = '2025100121424146HC';

/** A new story with two terminals of their own, `A` and `B`. */
export function shopStory(isAlone = true) {
  const model = createModel('sandbox');
  let now = start;
  for (const id of ['A', 'B']) {
    const terminal = {
      id,
      token: `token-${id}`,
      requireSignature: false,
      isActive: true,
      isOpen: true,
      isAlone,
      at: now,
    };
    model.happens({ kind: 'terminal', terminal });
  }

  const call = (
    id: OperationId,
    sent: unknown,
    data: unknown,
    { as = 'A', error, path }: { as?: string; error?: object; path?: string } = {},
  ) => {
    const operation = operationOf(id);
    const status = error ? 422 : operation.facts.successStatus;
    const request = {
      method: operation.method,
      path: path ?? operation.path,
      headers: { Authorization: `Bearer token-${as}` },
      ...(sent !== undefined && { body: Buffer.from(JSON.stringify(sent)) }),
    };
    const body = error ? { success: false, error } : { success: true, data };
    const answer = { status, headers: {}, body: Buffer.from(JSON.stringify(body)) };
    return model.begins(operation, request, now).ends(answer as never, { status, body }, now);
  };

  return {
    call,
    wait: (seconds: number): Finding[] => {
      now += seconds;
      return [];
    },
    /** Subscribes an address; whatever the answer is to be like instead. */
    subscribe: (
      change: Record<string, unknown> = {},
      {
        as = 'A',
        events = ['payment.created'],
        url = address,
        secret = 'a-secret-of-8' as string | undefined,
      } = {},
    ) =>
      call(
        'subscribeWebhook',
        { url, events, ...(secret !== undefined && { secret }) },
        { webhook: { id: `hook-${as}`, url, events, secret: '***masked***', is_active: true, ...change } },
        { as },
      ),
    create: (change: Record<string, unknown> = {}, as = 'A', own = authority) =>
      call(
        'createPayment',
        {
          amount: 100_000,
          order_id: 'ORDER-1',
          callback_url: 'https://shop.example/callback?shop=7',
          ...change,
        },
        { transaction: { authority: own } },
        { as },
      ),
    verify: () =>
      call(
        'createVerification',
        { authority, amount: 100_000 },
        { verification: { ref_id: 'R1', authority, amount: 100_000, verified_at: '1404-07-17 12:00:00' } },
      ),
    pay: (act: PayerAct, own = authority) => model.happens({ kind: 'payer', authority: own, act, at: now }),
    refund: (amount: number) =>
      call(
        'createRefund',
        { authority, amount },
        { refund: { refund_code: `RF${amount}`, authority, amount } },
      ),
    settle: (outcome: 'completed' | 'failed' = 'completed') =>
      model.happens({ kind: 'settlement', terminal: 'A', outcome, at: now }),
    deliver: ({
      url = address,
      event = 'payment.created',
      id = 'evt-1',
      at = now - start,
      told = at,
      data = {},
      merchant = 'M1',
      answered = 200,
      took,
    }: Delivered = {}) => {
      const body = {
        event,
        timestamp: '2025-10-01T10:35:00+03:30',
        merchant_code: merchant,
        data: { authority, amount: 100_000, ...data },
      };
      const delivery: DeliverySeen = {
        url,
        event,
        headers: {
          [deliveryIdHeader.toLowerCase()]: id,
          [timestampHeader.toLowerCase()]: String(start + told),
        },
        body: Buffer.from(JSON.stringify(body)),
        answered,
        ...(took !== undefined && { took }),
        at: { from: start + at, to: start + at },
      };
      now = Math.max(now, start + at);
      return model.happens({ kind: 'delivery', delivery });
    },
    allSeen: (url = address) => model.happens({ kind: 'all seen', url, at: now }),
    comeBack: (fields: Record<string, string>, change: { url?: string; method?: string } = {}) =>
      model.happens({
        kind: 'callback',
        url: 'https://shop.example/callback?shop=7',
        method: 'POST',
        ...change,
        fields: { authority, amount: '100000', order_id: 'ORDER-1', ...fields },
        at: { from: now, to: now },
      }),
  };
}

/** What the last of some steps has brought. */
export const last = (...steps: Finding[][]): Finding[] => steps.at(-1) ?? [];

export type Story = ReturnType<typeof shopStory>;

/** A story, and where its last part is at fault. */
export type Told = [what: string, story: (story: Story) => Finding[], at: string[]];
