// Judges what the gateway sends of its own accord: webhooks, and the callbacks that the payer's browser brings.
import { type Parameter, resolve } from '../../../foundation/reader/document.ts';
import { contract, place } from '../contract/document.ts';
import { callbackMessages, signing, type WebhookEvent, webhookEvents } from '../contract/facts.ts';
import { schemaAt } from '../contract/schemas.ts';
import { type Finding, shown } from '../judge/finding.ts';
import { judgeForm } from '../judge/form.ts';
import { readHeader } from '../judge/headers.ts';
import { spelledAs } from '../judge/messages.ts';
import { judgeSpelling } from '../judge/spelling.ts';
import { deepest, depthOf } from '../judge/wire.ts';
import { assumed, basisOfRule, groundOf, stated, weaker } from '../judge/word.ts';
import { type SignatureFault, webhookFault } from '../signatures.ts';
import type { ReceivedDelivery } from './receiver.ts';

/** The header that names the event of a webhook. */
export const eventHeader: string =
  (contract.components.parameters as Record<string, Parameter>).WebhookEvent?.name ?? '';

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
      return judgeForm(`${pointer}/schema`, readHeader(text, type), at);
    }
    // The schema leaves the signature open, but the subscriptions of a run have a secret: then the page promises it.
    const isSignature = parameter.name === signing.webhook.signature_header;
    if (!parameter.required && !isSignature) return [];
    const rule = isSignature ? '#/x-signing/webhook' : `${pointer}/required`;
    const basis = isSignature ? stated : basisOfRule(rule);
    return [{ at, expected: `the header ${parameter.name}`, got: 'no such header', rule, basis }];
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
  const text = delivery.body.toString('utf8');
  let body: unknown;
  try {
    if (depthOf(text) > deepest) throw new Error('It is too deep to be read.');
    body = JSON.parse(text);
  } catch {
    return [{ at: '/body', expected: 'well-formed JSON', got: shown(text), rule: pointer, basis: stated }];
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
    ...judgeForm(pointer, body, '/body'),
    ...judgeSpelling(text, pointer, '/body'),
    ...judgeHeaders(event, delivery),
    ...(words
      ? [
          {
            at: `/headers/${signature_header}`,
            expected: 'a delivery that can be believed',
            got: words,
            rule: '#/x-signing/webhook',
            basis: stated,
          },
        ]
      : []),
  ];
}

/** The callback's own code for a payment that did not succeed: that it is negative is stated, which it is is not. */
const isFailure = (code: unknown) => /^-[1-9][0-9]*$/.test(String(code));

/** Whether a callback has the code and the fields of the example that it is to be like. */
function judgeLikeness(fields: Record<string, string>, example: Record<string, unknown>): Finding[] {
  const { status_code: wantedCode, ...others } = example;
  const { status_code: code } = fields;
  if (code !== String(wantedCode)) {
    return [
      {
        at: '/form/status_code',
        expected: shown(wantedCode),
        got: shown(code),
        rule: '#/components/schemas/CallbackStatus/enum',
        basis: isFailure(code) && isFailure(wantedCode) ? assumed(7) : stated,
      },
    ];
  }
  return Object.keys(others)
    .filter((name) => !(name in fields))
    .map((name) => ({
      at: `/form/${name}`,
      expected: `the field ${name}, as in the example`,
      got: 'nothing',
      rule: `#/components/schemas/PaymentCallback/properties/${name}`,
      basis: assumed(6),
    }));
}

/**
 * Judges the fields of a callback. They travel as text; the schema says which are numbers.
 * @param example what the callback is to be like, when it is known how the payment ended
 */
export function judgeCallback(fields: Record<string, string>, example?: Record<string, unknown>): Finding[] {
  const pointer = '#/components/schemas/PaymentCallback';
  const { properties = {} } = schemaAt(pointer).value;
  const typed = Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [
      name,
      readHeader(text, properties[name] && resolve(contract, properties[name]).type),
    ]),
  );
  const findings = judgeForm(pointer, typed, '/form').map((finding) =>
    finding.at === '/form/status_code' && isFailure(fields.status_code)
      ? { ...finding, basis: weaker(groundOf(finding), assumed(7)) }
      : finding,
  );
  const documented = callbackMessages[String(fields.status_code) as keyof typeof callbackMessages];
  if (documented !== undefined && spelledAs(fields.message, documented) !== documented) {
    findings.push({
      at: '/form/message',
      expected: shown(documented),
      got: shown(fields.message),
      rule: `#/components/schemas/CallbackStatus/x-callback-messages/${fields.status_code}`,
    });
  }
  const places = new Set(findings.map(({ at }) => at));
  const unlike = example ? judgeLikeness(fields, example) : [];
  return [...findings, ...unlike.filter(({ at }) => !places.has(at))];
}
