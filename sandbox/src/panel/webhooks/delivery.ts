// One delivery of a webhook: its attempts with what the shop answered, when the next one comes, and its body.
import { signing, webhookEvents } from '../../../../generated/facts.ts';
import { code, definitions, empty, table } from '../../html/elements.ts';
import { html } from '../../html/template.ts';
import { deliveryIdHeader } from '../../webhooks/headers.ts';
import { PanelFailure } from '../frame/failures.ts';
import { withoutSecrets } from '../frame/redaction.ts';
import type { Section } from '../frame/sections.ts';
import { attemptText, deliveryBadge, deliveryWithAttempts } from './deliveries.ts';
import { retry, retryButton, retryNotices } from './retry.ts';

export const deliverySection: Section = {
  path: '/webhooks/deliveries/:delivery',
  within: '/webhooks',
  notices: retryNotices,
  changes: {
    retry: (visit, _form, panel) => retry(visit, panel, visit.params.delivery ?? ''),
  },
  view: async (visit, panel) => {
    const { say, of, base, moment, terminal, params } = visit;
    const delivery = await deliveryWithAttempts(panel, terminal.id, params.delivery ?? '');
    if (!delivery) throw new PanelFailure('not found');
    const { data } = JSON.parse(delivery.body) as { data: { authority?: string } };
    const event = webhookEvents[delivery.event as keyof typeof webhookEvents];
    const address = `${base}/webhooks/deliveries/${delivery.id}`;
    const rows = delivery.attemptRows.map((attempt) => [
      attemptText(visit, attempt),
      moment(Number(attempt.sent_at)),
      code(`${attempt.duration_ms} ms`),
    ]);
    const title = say('Attempts', 'تلاش‌ها');
    const body = html`<p>${event === undefined ? null : of(event.summary)}</p>
${definitions([
  [say('State', 'وضعیت'), deliveryBadge(visit, delivery.state)],
  [say('Event', 'رویداد'), code(delivery.event)],
  [say('Address', 'آدرس'), code(delivery.url)],
  [deliveryIdHeader, code(delivery.id)],
  [signing.webhook.signature_header, code(`${delivery.signature.slice(0, 8)}…`)],
  [say('Created', 'زمان ایجاد'), moment(Number(delivery.created_at))],
  delivery.state === 'pending'
    ? [say('Next attempt', 'تلاش بعدی'), moment(Number(delivery.next_attempt_at))]
    : null,
  data.authority === undefined
    ? null
    : [
        say('Transaction', 'تراکنش'),
        html`<a href="${base}/transactions/${data.authority}">${code(data.authority)}</a>`,
      ],
])}
${delivery.state === 'dead' && delivery.is_active === 1 ? retryButton(visit, `${address}/retry`, delivery.id) : null}
<section><h2>${title}</h2>
${
  rows.length === 0
    ? empty(say('Nothing was sent yet.', 'هنوز چیزی فرستاده نشده است.'))
    : table(title, [say('Result', 'نتیجه'), say('Sent', 'زمان ارسال'), say('Duration', 'مدت')], rows)
}</section>
<section><h2>${say('Body', 'بدنه')}</h2><pre dir="ltr" tabindex="0"><code>${withoutSecrets(delivery.body)}</code></pre></section>`;
    return { title: say('Delivery of a webhook', 'ارسال وب‌هوک'), body };
  },
};
