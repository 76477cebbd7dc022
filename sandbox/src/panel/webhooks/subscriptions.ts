// The subscriptions of a terminal, each with its buttons to test and to end it.
import { webhookEvents } from '../../../../generated/facts.ts';
import { badge, code, definitions, empty, form, select } from '../../html/elements.ts';
import { type Html, html } from '../../html/template.ts';
import type { WebhookRow } from '../../storage/schema.ts';
import type { Change } from '../frame/sections.ts';
import type { TerminalVisit } from '../frame/visit.ts';
import { sendingError } from './deliveries.ts';
import { carryOut } from './operation.ts';
import { refusalSentence } from './refusal.ts';

export const unsubscribe: Change = async (visit, form, panel) => {
  const body = { webhook_id: form.get('webhook_id') ?? '' };
  const result = await carryOut(visit, panel, 'unsubscribeWebhook', body);
  return 'error' in result ? { mistake: refusalSentence(visit, result) } : { done: 'unsubscribed' };
};

interface TestData {
  event_type: string;
  test_result: {
    status: 'success' | 'failed';
    response_code: number | null;
    response_time: number | null;
    error: string | null;
  };
}

function testNotice(visit: TerminalVisit, { event_type: event, test_result: result }: TestData): Html {
  const { say } = visit;
  const { status, response_code: answered, response_time: time, error } = result;
  const good = status === 'success';
  const answer = answered === null ? null : badge(good ? 'good' : 'bad', String(answered));
  return html`<div class="notice${good ? '' : ' bad'}" role="status"><p>${
    good
      ? say('The address took the sample of', 'آدرس این نمونه را پذیرفت:')
      : say('The address did not take the sample of', 'آدرس این نمونه را نپذیرفت:')
  } ${code(event)} ${answer}${time === null ? null : html` ${code(`${time} ms`)}`}</p>
${error === null || answered !== null ? null : html`<p>${sendingError(visit, error)}</p>`}</div>`;
}

export const test: Change = async (visit, form, panel) => {
  const result = await carryOut<TestData>(visit, panel, 'testWebhook', {
    webhook_id: form.get('webhook_id') ?? '',
    event_type: form.get('event_type') ?? '',
  });
  if ('error' in result) return { mistake: refusalSentence(visit, result) };
  return { once: testNotice(visit, result.data) };
};

function buttons(visit: TerminalVisit, id: string, events: readonly string[]): Html {
  const { say, of, base } = visit;
  const testable = Object.entries(webhookEvents).filter(([, { testable }]) => testable);
  const which = html`<input type="hidden" name="webhook_id" value="${id}">`;
  return html`<div class="ends">${form(
    visit,
    `${base}/webhooks/test`,
    html`${which}${select(
      'event_type',
      say('Send a sample of', 'فرستادن نمونهٔ'),
      testable.map(([name, { summary }]) => [name, of(summary)] as const),
      events[0],
    )}<button>${say('Test', 'تست')}</button>`,
    'fields',
  )}
${form(
  visit,
  `${base}/webhooks/unsubscribe`,
  html`${which}<button class="dangerous">${say('Unsubscribe', 'لغو اشتراک')}</button>`,
)}</div>`;
}

function subscription(visit: TerminalVisit, webhook: WebhookRow): Html {
  const { say, moment } = visit;
  const events = JSON.parse(webhook.events) as string[];
  const active = webhook.is_active === 1;
  return html`<article class="card"><h3>${code(webhook.url)} ${
    active ? badge('good', say('Active', 'فعال')) : badge('quiet', say('Unsubscribed', 'لغوشده'))
  }</h3>
${webhook.description === null ? null : html`<p><bdi>${webhook.description}</bdi></p>`}
${definitions([
  [
    say('Events', 'رویدادها'),
    html`<span class="codes">${events.map((event) => html`<code dir="ltr">${event}</code> `)}</span>`,
  ],
  [say('Identifier', 'شناسه'), code(webhook.id)],
  [say('Secret', 'کلید مخفی'), html`<code dir="ltr" class="whole">••••${webhook.secret.slice(-4)}</code>`],
  [say('Created', 'زمان ایجاد'), moment(Number(webhook.created_at))],
])}
${active ? buttons(visit, webhook.id, events) : null}</article>`;
}

export function subscriptions(visit: TerminalVisit, webhooks: readonly WebhookRow[]): Html {
  const { say } = visit;
  const [active, ended] = [1, 0].map((state) => webhooks.filter(({ is_active }) => is_active === state));
  return html`<section><h2>${say('Subscriptions', 'اشتراک‌ها')}</h2>
${
  active?.length
    ? active.map((webhook) => subscription(visit, webhook))
    : empty(
        say(
          'No address is subscribed. Subscribe one here, or by the API.',
          'هنوز آدرسی ثبت نشده است. از همین‌جا یا با API ثبت کنید.',
        ),
      )
}
${
  ended?.length
    ? html`<details class="figures"><summary>${say(`Unsubscribed (${visit.count(ended.length)})`, `لغوشده (${visit.count(ended.length)})`)}</summary>${ended.map((webhook) => subscription(visit, webhook))}</details>`
    : null
}</section>`;
}
