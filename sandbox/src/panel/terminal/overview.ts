// The terminal at a glance: its state, its clock, the day so far, and what waits for somebody.
import { operations } from '../../../../generated/facts.ts';
import { endOfJalaliDay, jalaliDate, startOfJalaliDay } from '../../core/calendar.ts';
import { badge, code, definitions, empty, table } from '../../html/elements.ts';
import { html } from '../../html/template.ts';
import { figuresOf, summaryOf } from '../../reports/figures.ts';
import { chosenDialects } from '../../terminals/dialects.ts';
import { hasLimits } from '../../terminals/limits.ts';
import type { Section } from '../frame/sections.ts';

import { paymentStateName, paymentTone, stateName, stateTone } from './states.ts';
import { workingTokens } from './tokens.ts';

export const overviewSection: Section = {
  path: '',
  view: async (visit, { services }) => {
    const { say, base, terminal, now, moment, count, rials } = visit;
    const { db } = services.storage;
    const today = jalaliDate(now);
    const span = { start: startOfJalaliDay(today), end: endOfJalaliDay(today) };
    const summary = summaryOf(await figuresOf({ caller: { terminalId: terminal.id } }, services, span));
    const tokens = await db.selectFrom('tokens').selectAll().where('terminal_id', '=', terminal.id).execute();
    const working = workingTokens(now, tokens).length;
    const { dead } = await db
      .selectFrom('deliveries')
      .select(({ fn }) => fn.countAll<number>().as('dead'))
      .where('terminal_id', '=', terminal.id)
      .where('state', '=', 'dead')
      .executeTakeFirstOrThrow();
    const latest = await db
      .selectFrom('payments')
      .selectAll()
      .where('terminal_id', '=', terminal.id)
      .orderBy('created_at', 'desc')
      .orderBy('authority', 'desc')
      .limit(5)
      .execute();
    const figure = (name: string, value: string, path: string) =>
      html`<li><a href="${base}${path}"><span>${name}</span><strong>${value}</strong></a></li>`;
    const title = say('Latest transactions', 'آخرین تراکنش‌ها');
    const rows = latest.map((payment) => [
      html`<a href="${base}/transactions/${payment.authority}">${code(payment.authority)}</a>`,
      rials(Number(payment.amount)),
      badge(paymentTone(payment.state), paymentStateName(visit, payment.state)),
      moment(payment.created_at),
    ]);
    const columns = [
      say('Authority', 'شناسهٔ تراکنش'),
      say('Amount', 'مبلغ'),
      say('State', 'وضعیت'),
      say('Created', 'زمان ایجاد'),
    ];
    const { createPayment } = operations;
    const spoken = chosenDialects(terminal, services.contracts);
    const body = html`<ul class="tiles">
${figure(say('Transactions today', 'تراکنش‌های امروز'), count(summary.total_transactions), '/reports')}
${figure(say('Successful amount today', 'مبلغ موفق امروز'), rials(summary.successful_amount), '/reports')}
${figure(say('Tokens in use', 'توکن‌های معتبر'), count(working), '/tokens')}
${figure(say('Dead letters', 'پیام‌های ناموفق (DLQ)'), count(Number(dead)), '/webhooks?state=dead')}
</ul>
${definitions([
  [say('State', 'وضعیت'), badge(stateTone(terminal.state), stateName(visit, terminal.state))],
  [say('Time on its clock', 'زمان روی ساعت ترمینال'), moment(now)],
  [say('Address of the API', 'آدرس API'), code(services.settings.publicUrl)],
  spoken.length === 0
    ? null
    : [
        say('Dialects', 'گویش‌ها'),
        html`<a href="${base}/dialects">${spoken.map((name) => html`${code(name)} `)}</a>`,
      ],
  hasLimits(terminal, services)
    ? null
    : [say('Rate limits', 'محدودیت نرخ'), badge('quiet', say('Off', 'خاموش'))],
])}
<section><h2>${title}</h2>${
      rows.length === 0
        ? html`${empty(say('There is no transaction yet. Create one with an API token:', 'هنوز تراکنشی نیست. با یک توکن، نخستین را ایجاد کنید:'))}
<p>${code(`${createPayment.method} ${createPayment.path}`)}</p>`
        : html`${table(title, columns, rows)}<p><a href="${base}/transactions">${say('All transactions', 'همهٔ تراکنش‌ها')}</a></p>`
    }</section>
<p class="row"><a class="button" href="${base}/tokens">${say('API tokens', 'توکن‌ها (API Tokens)')}</a> <a class="button" href="${base}/signing-key">${say('Signing key', 'مدیریت کلید امضا')}</a></p>`;
    return { title: say('Overview', 'نمای کلی'), body };
  },
};
