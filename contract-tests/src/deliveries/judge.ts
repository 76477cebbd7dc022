// Judges what the gateway sends of its own accord: webhooks, and the callbacks that the payer's browser brings.
import { callbackMessages, signing, type WebhookEvent, webhookEvents } from '../../../generated/facts.ts';
import { type Parameter, resolve } from '../../../scripts/generate/document.ts';
import { contract, place } from '../contract/document.ts';
import { brokenRules, schemaAt } from '../contract/schemas.ts';
import { type Finding, shown, valueAt } from '../judge/finding.ts';
import { readHeader } from '../judge/headers.ts';
import { spelledAs } from '../judge/messages.ts';
import { wanted } from '../judge/wording.ts';
import { type SignatureFault, webhookFault } from '../signatures.ts';
import type { ReceivedDelivery } from './receiver.ts';

/** The header that names the event of a webhook. */
export const eventHeader: string =
  (contract.components.parameters as Record<string, Parameter>).WebhookEvent?.name ?? '';

function judgeSchema(pointer: string, value: unknown, at: string): Finding[] {
  return brokenRules(pointer, value).map((broken) => ({
    at: `${at}${broken.at}`,
    expected: wanted(broken),
    got: shown(valueAt(value, broken.at), broken.at),
    rule: broken.rule,
  }));
}

function judgeHeaders(event: WebhookEvent, { headers }: ReceivedDelivery): Finding[] {
  const parameters = contract.webhooks[event]?.post.parameters ?? [];
  return parameters.flatMap((node, index) => {
    const { value: parameter, pointer } = place<Parameter>(
      node,
      `#/webhooks/${event}/post/parameters/${index}`,
    );
    const text = headers[parameter.name.toLowerCase()];
    const at = `/headers/${parameter.name}`;
    if (typeof text === 'string') {
      const type = schemaAt(`${pointer}/schema`).value.type;
      return judgeSchema(`${pointer}/schema`, readHeader(text, type), at);
    }
    // The schema leaves the signature open, but every subscription has a secret (docs/decisions/0048).
    const isSignature = parameter.name === signing.webhook.signature_header;
    if (!parameter.required && !isSignature) return [];
    return [{ at, expected: `the header ${parameter.name}`, got: 'no such header', rule: pointer }];
  });
}

const signatureWords: Partial<Record<SignatureFault, string>> = {
  signature_mismatch: 'a signature that does not fit the compact JSON of data and the secret',
  body_signature_mismatch: 'another signature in the body than in the header',
  timestamp_outside_tolerance: 'a time outside the tolerance',
  event_mismatch: 'another event in the header than in the body',
};

/** Between which moments of the sender's clock, in Unix seconds, a delivery was sent. */
export interface Period {
  from: number;
  to: number;
}

/** Judges one delivery of a webhook. */
export function judgeWebhook(
  event: WebhookEvent,
  delivery: ReceivedDelivery,
  secret: string,
  sent: Period,
): Finding[] {
  const pointer = `#/components/schemas/${webhookEvents[event].schema}`;
  const header = (name: string) => delivery.headers[name.toLowerCase()] as string | undefined;
  const { signature_header, timestamp_header } = signing.webhook;
  let body: unknown;
  try {
    body = JSON.parse(delivery.body.toString('utf8'));
  } catch {
    return [
      {
        at: '/body',
        expected: 'well-formed JSON',
        got: shown(delivery.body.toString('utf8')),
        rule: pointer,
      },
    ];
  }
  const received = {
    body: delivery.body,
    event: header(eventHeader),
    timestamp: header(timestamp_header),
    signature: header(signature_header),
    // A clock that was moved on sends at the moment when something was due, not at the one where it stopped.
    now: Math.min(Math.max(Number(header(timestamp_header)) || sent.from, sent.from), sent.to),
  };
  const fault = webhookFault(received, secret);
  const words = fault && signatureWords[fault];
  return [
    ...judgeSchema(pointer, body, '/body'),
    ...judgeHeaders(event, delivery),
    ...(words
      ? [
          {
            at: `/headers/${signature_header}`,
            expected: 'a delivery that can be believed',
            got: words,
            rule: '#/x-signing/webhook',
          },
        ]
      : []),
  ];
}

/** Judges the fields of a callback. They travel as text; the schema says which are numbers. */
export function judgeCallback(fields: Record<string, string>): Finding[] {
  const pointer = '#/components/schemas/PaymentCallback';
  const { properties = {} } = schemaAt(pointer).value;
  const typed = Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [
      name,
      readHeader(text, properties[name] && resolve(contract, properties[name]).type),
    ]),
  );
  const findings = judgeSchema(pointer, typed, '/form');
  const documented = callbackMessages[String(fields.status_code) as keyof typeof callbackMessages];
  if (documented !== undefined && spelledAs(fields.message, documented) !== documented) {
    findings.push({
      at: '/form/message',
      expected: shown(documented),
      got: shown(fields.message),
      rule: '#/components/schemas/CallbackStatus/x-callback-messages',
    });
  }
  return findings;
}
