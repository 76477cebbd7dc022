// The section of errors on order: the next requests of the terminal fail as they are told to.
import { type ErrorName, errors, operations } from '../../../../generated/facts.ts';
import { html } from '../../payments/page/html.ts';
import { code, empty, form, select, table } from '../elements.ts';
import type { Section } from '../sections.ts';
import { orderableErrors, orderFault, withdrawFault } from './fault-orders.ts';

const most = 1_000_000;

/** The operations that can answer one of these errors at all. */
const failing = Object.entries(operations)
  .filter(([, operation]) =>
    (operation.errors as readonly string[]).some((name) => orderableErrors.includes(name as ErrorName)),
  )
  .map(([id]) => id);

export const faultsSection: Section = {
  path: '/faults',
  notices: {
    ordered: { en: 'The error was ordered.', fa: 'خطا سفارش داده شد.' },
    withdrawn: { en: 'The order was withdrawn.', fa: 'سفارش پس گرفته شد.' },
  },
  changes: {
    order: async ({ terminal, say }, form, { services }) => {
      const error = orderableErrors.find((name) => name === form.get('error'));
      const operation = form.get('operation') ?? '';
      const times = form.get('times') ?? '';
      if (!error || (operation !== '' && !failing.includes(operation))) {
        return { mistake: say('Choose an error and an operation.', 'خطا و عملیات را انتخاب کنید.') };
      }
      if (!/^[1-9][0-9]{0,6}$/.test(times) || Number(times) > most) {
        return {
          mistake: say(
            `The number of requests must be from 1 to ${most}.`,
            `تعداد درخواست‌ها باید از 1 تا ${most} باشد.`,
          ),
        };
      }
      await orderFault(services, {
        terminalId: terminal.id,
        operation: operation === '' ? null : operation,
        error,
        times: Number(times),
      });
      return { done: 'ordered' };
    },
    withdraw: async ({ terminal }, form, { services }) => {
      await withdrawFault(services, terminal.id, form.get('id') ?? '');
      return { done: 'withdrawn' };
    },
  },
  view: async (visit, { services }) => {
    const { say, of, base, terminal, count } = visit;
    const orders = await services.storage.db
      .selectFrom('faults')
      .selectAll()
      .where('terminal_id', '=', terminal.id)
      .where('remaining', '>', 0)
      .orderBy('id')
      .execute();
    const errorText = (name: ErrorName) => `\u2066${errors[name].code}\u2069 · ${of(errors[name].meaning)}`;
    const title = say('Faults', 'خطاهای سفارشی');
    const rows = orders.map((order) => [
      html`<bdi dir="ltr">${errors[order.error as ErrorName].code}</bdi> · ${of(errors[order.error as ErrorName].meaning)}`,
      order.operation === null ? say('Every operation', 'همهٔ عملیات') : code(order.operation),
      count(Number(order.remaining)),
      form(
        visit,
        `${base}/faults/withdraw`,
        html`<input type="hidden" name="id" value="${order.id}"><button>${say('Withdraw', 'پس گرفتن')}</button>`,
        'inline',
      ),
    ]);
    const columns = [
      say('Error', 'خطا'),
      say('Operation', 'عملیات'),
      say('Requests left', 'درخواست‌های باقی‌مانده'),
      say('Change', 'تغییر'),
    ];
    const body = html`<p>${say(
      'Order an error to see how your program bears it. Only this terminal gets it, and only operations that can answer it.',
      'خطایی سفارش بدهید تا ببینید برنامهٔ شما چگونه از پس آن برمی‌آید. این خطا فقط به همین ترمینال داده می‌شود و فقط در عملیاتی که چنین پاسخی دارند.',
    )}</p>
${rows.length === 0 ? empty(say('Nothing is ordered.', 'سفارشی در کار نیست.')) : table(say('Orders', 'سفارش‌ها'), columns, rows)}
<section class="card"><h2>${say('Order an error', 'سفارش خطا')}</h2>
${form(
  visit,
  `${base}/faults/order`,
  html`${select(
    'error',
    say('Error', 'خطا'),
    orderableErrors.map((name) => [name, errorText(name)] as const),
  )}
${select('operation', say('Operation', 'عملیات'), [['', say('Every operation', 'همهٔ عملیات')], ...failing.map((id) => [id, id] as const)])}
<label>${say('For how many requests', 'برای چند درخواست')}<input name="times" inputmode="numeric" pattern="[0-9]{1,7}" value="1" required dir="ltr"></label>
<button class="main">${say('Order', 'سفارش')}</button>`,
  'fields',
)}</section>`;
    return { title, body };
  },
};
