// The section of webhooks: subscriptions with a form for another, the dead letter queue, and the last deliveries.
import { webhookDelivery } from '../../../../generated/facts.ts';
import { code, empty, pageAsked, pager, select, table } from '../../html/elements.ts';
import { type Html, html } from '../../html/template.ts';
import type { DeliveryRow } from '../../storage/schema.ts';
import type { Section } from '../frame/sections.ts';
import type { Panel, TerminalVisit } from '../frame/visit.ts';
import { deliveryBadge, deliveryStates } from './deliveries.ts';
import { retry, retryButton, retryNotices } from './retry.ts';
import { subscribe, subscriptionForm } from './subscribe.ts';
import { subscriptions, test, unsubscribe } from './subscriptions.ts';

const perPage = 25;

type Listed = Pick<DeliveryRow, 'id' | 'event' | 'state' | 'attempts' | 'created_at' | 'next_attempt_at'> & {
  url: string;
  is_active: number;
};

function deliveryTable(visit: TerminalVisit, title: string, deliveries: readonly Listed[]): Html {
  const { say, base, moment, count } = visit;
  const columns = [
    say('Event', 'رویداد'),
    say('Address', 'آدرس'),
    say('State', 'وضعیت'),
    say('Attempts', 'تلاش‌ها'),
    say('Created', 'زمان ایجاد'),
    say('Next', 'بعدی'),
  ];
  const next = (delivery: Listed) => {
    if (delivery.state === 'pending') return moment(Number(delivery.next_attempt_at));
    if (delivery.state !== 'dead' || delivery.is_active === 0) return '—';
    return retryButton(visit, `${base}/webhooks/retry`, delivery.id);
  };
  return table(
    title,
    columns,
    deliveries.map((delivery) => [
      html`<a href="${base}/webhooks/deliveries/${delivery.id}"><code class="whole" dir="ltr">${delivery.event}</code></a>`,
      code(delivery.url),
      deliveryBadge(visit, delivery.state),
      say(
        `${count(delivery.attempts)} of ${count(webhookDelivery.retries + 1)}`,
        `${count(delivery.attempts)} از ${count(webhookDelivery.retries + 1)}`,
      ),
      moment(Number(delivery.created_at)),
      next(delivery),
    ]),
  );
}

function deliveriesOf({ services }: Panel, terminalId: string, state: string) {
  let all = services.storage.db
    .selectFrom('deliveries')
    .innerJoin('webhooks', 'webhooks.id', 'deliveries.webhook_id')
    .where('deliveries.terminal_id', '=', terminalId);
  if (state !== '') all = all.where('deliveries.state', '=', state as DeliveryRow['state']);
  return all;
}

const listed = [
  'deliveries.id',
  'deliveries.event',
  'deliveries.state',
  'deliveries.attempts',
  'deliveries.created_at',
  'deliveries.next_attempt_at',
  'webhooks.url',
  'webhooks.is_active',
] as const;

export const webhooksSection: Section = {
  path: '/webhooks',
  notices: {
    ...retryNotices,
    subscribed: { en: 'The address was subscribed.', fa: 'آدرس ثبت شد.' },
    unsubscribed: {
      en: 'The address was unsubscribed: nothing is sent there any more, not even what was waiting.',
      fa: 'اشتراک لغو شد و دیگر چیزی به آن آدرس فرستاده نمی‌شود، حتی آنچه در انتظار بود.',
    },
  },
  changes: {
    subscribe,
    unsubscribe,
    test,
    retry: (visit, form, panel) => retry(visit, panel, form.get('id') ?? ''),
  },
  view: async (visit, panel) => {
    const { say, of, base, terminal, query, count, duration } = visit;
    const asked = query.get('state') ?? '';
    const state = Object.hasOwn(deliveryStates, asked) ? asked : '';
    const webhooks = await panel.services.storage.db
      .selectFrom('webhooks')
      .selectAll()
      .where('terminal_id', '=', terminal.id)
      .orderBy('is_active', 'desc')
      .orderBy('created_at', 'desc')
      .limit(100)
      .execute();
    const counting = (wanted: string) =>
      deliveriesOf(panel, terminal.id, wanted)
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
    const dead = Number((await counting('dead')).total);
    const total = Number((await counting(state)).total);
    const pages = Math.max(1, Math.ceil(total / perPage));
    const page = Math.min(pageAsked(query), pages);
    const deliveries = await deliveriesOf(panel, terminal.id, state)
      .select(listed)
      .orderBy('deliveries.created_at', 'desc')
      .orderBy('deliveries.id')
      .limit(perPage)
      .offset((page - 1) * perPage)
      .execute();
    const delays = webhookDelivery.retry_delays_seconds.map((seconds) => duration(seconds * 1000));
    const title = say('Deliveries', 'ارسال‌ها');
    const body = html`${
      dead === 0
        ? null
        : html`<p class="notice bad">${say(`${count(dead)} in the dead letter queue.`, `${count(dead)} پیام در صف پیام‌های ناموفق (DLQ) است.`)} <a href="${base}/webhooks?state=dead#deliveries">${say('Show them', 'نمایش')}</a></p>`
    }
${subscriptions(visit, webhooks)}
${subscriptionForm(visit)}
<section id="deliveries"><h2>${title}</h2>
<p>${say(
      `A failed delivery is retried ${delays.join(', ')} later; after that it is a dead letter, which you can send again here.`,
      `برای ارسال ناموفق پس از ${delays.join('، ')} تلاش مجدد می‌شود. بعد از آن به صف پیام‌های ناموفق (DLQ) می‌رود و از همین‌جا می‌توانید دوباره بفرستید.`,
    )}</p>
<form method="get" action="${base}/webhooks#deliveries" class="fields">${select(
      'state',
      say('State', 'وضعیت'),
      [
        ['', say('All', 'همه')],
        ...Object.entries(deliveryStates).map(([name, text]) => [name, of(text)] as const),
      ],
      state,
    )}<button>${say('Show', 'نمایش')}</button></form>
${deliveries.length === 0 ? empty(say('There is none.', 'موردی نیست.')) : deliveryTable(visit, title, deliveries)}
${pager(visit, page, pages, (to) => `${base}/webhooks?${new URLSearchParams({ state, page: String(to) })}#deliveries`)}</section>`;
    return { title: say('Webhooks', 'وب‌هوک‌ها'), body };
  },
};
