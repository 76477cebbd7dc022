// The section of settlements: what waits to be transferred, a form that settles it now, and what was settled before.
import {
  badge,
  code,
  definitions,
  empty,
  form,
  pageAsked,
  pager,
  select,
  table,
} from '../../html/elements.ts';
import { type Html, html } from '../../html/template.ts';
import { settle } from '../../settlements/settle.ts';
import { type Batch, unsettledOf } from '../../settlements/unsettled.ts';
import type { SettlementRow } from '../../storage/schema.ts';
import type { Change, Section } from '../frame/sections.ts';
import type { TerminalVisit } from '../frame/visit.ts';
import { statuses } from '../terminal/states.ts';

const perPage = 25;

const settleNow: Change = async (visit, form, { services }) => {
  const outcome = form.get('outcome');
  if (outcome !== 'completed' && outcome !== 'failed') {
    return { mistake: visit.say('Choose one of the outcomes.', 'یکی از نتیجه‌ها را انتخاب کنید.') };
  }
  if (await settle(services, visit.terminal.id, outcome)) return { done: outcome };
  return {
    mistake: visit.say(
      'Nothing was settled; the reason stands at the form.',
      'چیزی تسویه نشد و دلیل آن کنار فرم آمده است.',
    ),
    refused: { name: 'settle', values: form, fields: {} },
  };
};

/** Why there is nothing to settle; null when there is something. */
function reasonAgainst({ say }: TerminalVisit, batch: Batch | undefined): string | null {
  if (!batch) {
    return say(
      'There is nothing to settle: no verified payment is waiting. Verify a payment first.',
      'چیزی برای تسویه‌حساب نیست: هیچ پرداخت تأییدشده‌ای منتظر تسویه‌حساب نمانده است. نخست پرداختی را تأیید کنید.',
    );
  }
  if (batch.amount > 0) return null;
  return say(
    'There is nothing to settle: refunds and fees are as much as the payments have brought, or more. What remains waits for the next payments.',
    'چیزی برای تسویه‌حساب نیست: استردادها و کارمزد به اندازهٔ پرداخت‌ها یا بیشتر از آن است. باقی‌مانده تا پرداخت‌های بعدی می‌ماند.',
  );
}

const whole = (text: string) => html`<span class="whole">${text}</span>`;

function periodText({ say, digits }: TerminalVisit, period: string): Html {
  const days = [...new Set(period.split('/'))].map(
    (day) => html`<bdi class="whole" dir="ltr">${digits(day)}</bdi>`,
  );
  return html`${days[0]}${days[1] && html` ${say('to', 'تا')} ${days[1]}`}`;
}

function waiting(visit: TerminalVisit, batch: Batch): Html {
  const { say, count, rials } = visit;
  return definitions([
    [say('Verified payments', 'پرداخت‌های تأییدشده'), count(batch.authorities.length)],
    [say('Period', 'بازه'), periodText(visit, batch.period)],
    [say('They have brought', 'مبلغ پرداخت‌ها'), rials(batch.paymentsAmount)],
    [say('Refunds', 'استردادها'), rials(batch.refundsAmount)],
    [say('Fee', 'کارمزد'), rials(batch.feesAmount)],
    [say('To be transferred', 'مبلغ قابل واریز'), html`<strong>${rials(batch.amount)}</strong>`],
  ]);
}

function settleForm(visit: TerminalVisit, batch: Batch | undefined): Html {
  const { say, base, refused } = visit;
  const reason = reasonAgainst(visit, batch);
  const wasRefused = refused?.name === 'settle';
  // Something may have been verified between the refusal and this page.
  const refusal =
    reason ??
    say(
      'There was nothing to settle a moment ago; now there is.',
      'لحظه‌ای پیش چیزی برای تسویه‌حساب نبود و اکنون هست.',
    );
  return html`<section class="card" id="settle"><h2>${say('Not settled yet', 'در انتظار تسویه‌حساب')}</h2>
${batch ? waiting(visit, batch) : null}
${
  wasRefused
    ? html`<p class="field-mistake" id="settle-mistake">${refusal}</p>`
    : reason && html`<p class="hint" id="settle-mistake">${reason}</p>`
}
${form(
  visit,
  `${base}/settlements/settle`,
  html`${select(
    'outcome',
    say('Outcome', 'نتیجه'),
    [
      ['completed', say('Completed: the amount is transferred', 'تکمیل‌شده: مبلغ واریز می‌شود')],
      ['failed', say('Failed: nothing is transferred', 'ناموفق: چیزی واریز نمی‌شود')],
    ],
    refused?.values.get('outcome') ?? 'completed',
  )}<button class="main"${reason === null && !wasRefused ? null : html` aria-describedby="settle-mistake"`}>${say('Settle now', 'همین حالا تسویه کن')}</button>`,
  'fields',
)}</section>`;
}

function settlementTable(visit: TerminalVisit, title: string, settlements: readonly SettlementRow[]): Html {
  const { say, of, rials, count, moment } = visit;
  const columns = [
    say('Code', 'کد تسویه‌حساب'),
    say('Amount', 'مبلغ'),
    say('Fee', 'کارمزد'),
    say('Period', 'بازه'),
    say('Status', 'وضعیت'),
    say('Payments', 'تعداد پرداخت'),
    say('Time', 'زمان'),
  ];
  return table(
    title,
    columns,
    settlements.map((settlement) => {
      const status = statuses[settlement.status];
      return [
        html`<code class="whole" dir="ltr">${settlement.settlement_code}</code>`,
        whole(rials(Number(settlement.amount))),
        whole(rials(Number(settlement.fees_amount))),
        periodText(visit, settlement.period),
        status ? badge(status.tone, of(status)) : code(settlement.status),
        count(settlement.payments),
        moment(Number(settlement.created_at)),
      ];
    }),
  );
}

export const settlementsSection: Section = {
  path: '/settlements',
  notices: {
    completed: {
      en: 'It was settled, and the events settlement.created and settlement.completed are on their way.',
      fa: 'تسویه‌حساب با موفقیت انجام شد و رویدادهای settlement.created و settlement.completed فرستاده می‌شوند.',
    },
    failed: {
      en: 'The settlement failed as ordered, and the events settlement.created and settlement.failed are on their way. Its payments wait for the next.',
      fa: 'تسویه‌حساب همان‌طور که خواستید ناموفق بود و رویدادهای settlement.created و settlement.failed فرستاده می‌شوند. پرداخت‌های آن تا تسویه‌حساب بعدی می‌مانند.',
    },
  },
  changes: { settle: settleNow },
  view: async (visit, { services }) => {
    const { say, base, terminal, query } = visit;
    const { db } = services.storage;
    const ofTerminal = db.selectFrom('settlements').where('terminal_id', '=', terminal.id);
    const { total } = await ofTerminal
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const pages = Math.max(1, Math.ceil(Number(total) / perPage));
    const page = Math.min(pageAsked(query), pages);
    const settlements = await ofTerminal
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('settlement_code', 'desc')
      .limit(perPage)
      .offset((page - 1) * perPage)
      .execute();
    const title = say('Settlements', 'تسویه‌حساب‌ها');
    const list = say('Past settlements', 'تسویه‌حساب‌های پیشین');
    const body = html`<p>${say(
      'A settlement transfers what verified payments have brought, less refunds and fees. When the gateway settles is not documented, so this sandbox settles only when you ask it to.',
      'تسویه‌حساب یعنی واریز مبلغ پرداخت‌های تأییدشده پس از کسر استردادها و کارمزد. زمان تسویه‌حساب در مستندات درگاه نیامده است، پس این سندباکس فقط وقتی تسویه می‌کند که شما بخواهید.',
    )}</p>
${settleForm(visit, await unsettledOf(db, terminal.id))}
<section><h2>${list}</h2>
${settlements.length === 0 ? empty(say('Nothing was settled yet.', 'هنوز چیزی تسویه نشده است.')) : settlementTable(visit, list, settlements)}
${pager(visit, page, pages, (to) => `${base}/settlements?page=${to}`)}</section>`;
    return { title, body };
  },
};
