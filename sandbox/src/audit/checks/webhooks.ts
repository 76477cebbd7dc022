// Webhooks: genuine ones must be taken, and everything that only resembles them must be refused.
import { randomBytes } from 'node:crypto';
import {
  callbackMessages,
  signing,
  type WebhookEvent,
  webhookDelivery,
} from '../../../../generated/facts.ts';
import { jalaliDateTime } from '../../core/calendar.ts';
import type { EventData } from '../../webhooks/events.ts';
import type { Check, Finding, Scene } from '../check.ts';
import { inventedCallback, type Order } from '../shop.ts';
import { type Delivery, newDeliveryId, type WebhookSender } from '../webhook-sender.ts';
import { honestPayment } from './payments.ts';

const { from, to } = webhookDelivery.accepted_statuses;
const isAccepted = (status: number) => status >= from && status <= to;
const isCrash = (status: number) => status === 0 || status >= 500;

/** The data of `payment.completed`, as the gateway sends it after a verification. */
function completedData(order: Order, fields: Record<string, string>): EventData {
  return {
    authority: order.authority,
    amount: order.amount,
    order_id: order.orderId,
    ref_code: fields.ref_id ?? null,
    pan: fields.card_pan ?? null,
    verified_at: jalaliDateTime(Date.now()),
  };
}

const forgedData = (order: Order) =>
  completedData(order, inventedCallback(order, '100', callbackMessages['100']));

interface WebhookScene extends Scene {
  webhook: WebhookSender;
}

/** The checks are only carried out when there is an address. */
const withWebhook = (scene: Scene) => scene as WebhookScene;

/** What was sent, said in a few words, and the delivery itself. */
type Attempt = [sent: string, delivery: Delivery];

/** Sends false deliveries; each must be refused, without an exception, and without paying the order. */
async function mustRefuse(
  { webhook, shop }: WebhookScene,
  attempts: Attempt[],
  unpaidOrder?: Order,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [sent, delivery] of attempts) {
    const status = await webhook.send(delivery);
    const seen = { values: { status }, sent };
    if (isAccepted(status)) findings.push({ verdict: 'fail', evidence: 'webhook_accepted', ...seen });
    else if (isCrash(status)) findings.push({ verdict: 'fail', evidence: 'webhook_crashed', ...seen });
    else findings.push({ verdict: 'pass', evidence: 'webhook_refused', ...seen });
    if (unpaidOrder && (await shop.status(unpaidOrder))?.paid) {
      findings.push({ verdict: 'fail', evidence: 'became_paid', ...seen });
      break;
    }
  }
  return findings;
}

/** The same JSON with one member replaced; undefined leaves it out. */
function withMember(body: string, name: string, value: unknown): string {
  return JSON.stringify({ ...(JSON.parse(body) as object), [name]: value });
}

const event: WebhookEvent = 'payment.completed';
const otherSecret = () => randomBytes(32).toString('hex');

/** How often the shop has asked the gateway about a payment. */
async function asked({ gateway }: Scene, { authority }: Order, after: number): Promise<number> {
  const requests = await gateway.requests(after);
  return requests.filter(({ path, request }) => path.includes(authority) || request?.authority === authority)
    .length;
}

/** What repeating a handled delivery led to. */
async function repeat(
  scene: WebhookScene,
  order: Order,
  delivery: Delivery,
  atFirst: number,
): Promise<Finding> {
  const { gateway, shop, webhook } = scene;
  const before = await gateway.now();
  const status = await webhook.send(delivery);
  if (isCrash(status)) return { verdict: 'fail', evidence: 'webhook_crashed', values: { status } };
  await shop.rest();
  const told = await shop.status(order);
  if (told && !told.paid) return { verdict: 'fail', evidence: 'no_longer_paid' };
  const deliveries = told?.deliveries;
  if (deliveries !== undefined) {
    return {
      verdict: deliveries === 1 ? 'pass' : 'fail',
      evidence: 'delivered_times',
      values: { deliveries },
    };
  }
  const again = await asked(scene, order, before);
  return atFirst > 0 && again === 0
    ? { verdict: 'pass', evidence: 'webhook_not_handled_again' }
    : { verdict: 'not-observable', evidence: 'deliveries_needed' };
}

export const webhookChecks: Check[] = [
  {
    id: 'webhook-genuine',
    needsWebhook: true,
    foundation: 'webhooks',
    run: async (scene) => {
      const { webhook } = withWebhook(scene);
      const { order, callback } = await honestPayment(scene);
      const status = await webhook.send(webhook.genuine(event, completedData(order, callback.fields)));
      return isAccepted(status)
        ? [{ verdict: 'pass', evidence: 'webhook_taken', values: { status } }]
        : [{ verdict: 'fail', evidence: 'genuine_webhook_refused', values: { status } }];
    },
  },
  {
    id: 'webhook-unsigned',
    needsWebhook: true,
    run: async (scene) => {
      const { webhook, shop } = withWebhook(scene);
      const order = await shop.order();
      const forged = webhook.sign(event, forgedData(order), otherSecret());
      const unsigned = { ...forged, body: withMember(forged.body, 'signature', undefined) };
      return mustRefuse(
        withWebhook(scene),
        [
          ['no signature', { ...unsigned, id: newDeliveryId(), signature: undefined }],
          ['an empty header', { ...unsigned, id: newDeliveryId(), signature: '' }],
          // Where a shop might look for it when the header is missing.
          ['one in the body alone', { ...forged, id: newDeliveryId(), signature: undefined }],
        ],
        order,
      );
    },
  },
  {
    id: 'webhook-wrong-signature',
    needsWebhook: true,
    run: async (scene) => {
      const { webhook, shop } = withWebhook(scene);
      const order = await shop.order();
      const data = forgedData(order);
      const ofOther = webhook.genuine(event, { ...data, authority: '20260101000000AAAAAA' });
      return mustRefuse(
        withWebhook(scene),
        [
          ['another secret', webhook.sign(event, data, otherSecret())],
          ['an empty secret', webhook.sign(event, data, '')],
          ['the signature of other data', { ...ofOther, body: withMember(ofOther.body, 'data', data) }],
        ],
        order,
      );
    },
  },
  {
    id: 'webhook-malformed',
    needsWebhook: true,
    run: async (scene) => {
      const { webhook, shop } = withWebhook(scene);
      const order = await shop.order();
      const forged = webhook.sign(event, forgedData(order), otherSecret());
      const signature = forged.signature as string;
      const changed: Record<string, Partial<Delivery>> = {
        'one digit less': { signature: signature.slice(1) },
        'twice the digits': { signature: signature + signature },
        'no hexadecimal': { signature: 'z'.repeat(signature.length) },
        'no ASCII': { signature: 'é'.repeat(signature.length / 2) },
        'two headers': { signature: [signature, signature] },
        'a broken body': { body: forged.body.slice(0, -1) },
        'no body': { body: '' },
        null: { body: 'null' },
        '[]': { body: '[]' },
        'no data': { body: withMember(forged.body, 'data', undefined) },
        '"data":null': { body: withMember(forged.body, 'data', null) },
      };
      return mustRefuse(
        withWebhook(scene),
        Object.entries(changed).map(([sent, change]) => [
          sent,
          { ...forged, id: newDeliveryId(), ...change },
        ]),
        order,
      );
    },
  },
  {
    id: 'webhook-stale',
    needsWebhook: true,
    run: async (scene) => {
      const { webhook } = withWebhook(scene);
      // True in everything but its time, and never delivered before.
      const { order, callback } = await honestPayment(scene);
      const genuine = webhook.genuine(event, completedData(order, callback.fields));
      const off = signing.tolerance_seconds + 60;
      return mustRefuse(withWebhook(scene), [
        [`${-off} s`, { ...genuine, ahead: -off }],
        [`+${off} s`, { ...genuine, id: newDeliveryId(), ahead: off }],
      ]);
    },
  },
  {
    id: 'webhook-replayed',
    needsWebhook: true,
    run: async (scene) => {
      const { gateway, shop, webhook } = withWebhook(scene);
      const { order, callback } = await honestPayment(scene);
      const genuine = webhook.genuine(event, completedData(order, callback.fields));
      const before = await gateway.now();
      await webhook.send(genuine);
      await shop.rest();
      const atFirst = await asked(scene, order, before);
      return [
        { ...(await repeat(withWebhook(scene), order, genuine, atFirst)), sent: 'the same id' },
        // The id is not signed, so a new one can be put on old data.
        {
          ...(await repeat(withWebhook(scene), order, { ...genuine, id: newDeliveryId() }, atFirst)),
          sent: 'another id',
        },
      ];
    },
  },
  {
    id: 'webhook-renamed',
    needsWebhook: true,
    run: async (scene) => {
      const { webhook, shop } = withWebhook(scene);
      const order = await shop.order();
      const created = webhook.genuine('payment.created', {
        authority: order.authority,
        amount: order.amount,
        status: 'pending',
        created_at: jalaliDateTime(Date.now()),
      });
      const findings: Finding[] = [];
      // The name of an event is not signed: in the header alone, and in the body as well.
      const renamed: [string, string][] = [
        ['renamed in the header', created.body],
        ['renamed in header and body', withMember(created.body, 'event', event)],
      ];
      for (const [sent, body] of renamed) {
        const status = await webhook.send({ ...created, id: newDeliveryId(), event, body });
        await shop.rest();
        const told = await shop.status(order);
        const seen = { values: { status }, sent };
        if (told?.paid) findings.push({ verdict: 'fail', evidence: 'became_paid', ...seen });
        else if (isCrash(status)) findings.push({ verdict: 'fail', evidence: 'webhook_crashed', ...seen });
        else if (told || !isAccepted(status)) {
          findings.push({ verdict: 'pass', evidence: 'stayed_unpaid', ...seen });
        } else findings.push({ verdict: 'not-observable', evidence: 'status_needed', sent });
      }
      return findings;
    },
  },
];
