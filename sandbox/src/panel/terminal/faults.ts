// The section of faults on order: what shall go wrong with the next requests, callbacks and webhooks of the terminal.
import { randomBytes } from 'node:crypto';
import { type OperationId, operations, webhookEvents } from '../../../../generated/facts.ts';
import {
  type FaultOrder,
  faultsOf,
  orderFault,
  strikesWithoutEnd,
  withdrawFault,
} from '../../faults/orders.ts';
import { withoutTerminal } from '../../faults/reach.ts';
import { code, empty, form, select, table } from '../../html/elements.ts';
import { type Html, html } from '../../html/template.ts';
import { wholeNumberPattern, withLatinDigits } from '../frame/latin-digits.ts';
import type { Change, Section } from '../frame/sections.ts';
import type { TerminalVisit } from '../frame/visit.ts';
import {
  canAnswer,
  type Disturbance,
  disturbances,
  errorChoice,
  errorNames,
  orderText,
} from './fault-names.ts';

const most = { times: 1_000_000, seconds: 60 };

/**
 * Those that need no token belong to no terminal, and its orders never strike them. The payer's page is one of the
 * others: its connection can be disturbed, but it answers with no error.
 */
const everyOperation = (Object.keys(operations) as OperationId[]).filter(
  (id) => !withoutTerminal.includes(id),
);
const withErrors: readonly string[] = everyOperation.filter((id) => operations[id].errors.length > 0);

/** A whole number of a form, from 1 to the most; undefined for anything else. */
function numberOf(text: string | null, highest: number): number | undefined {
  const number = withLatinDigits(text ?? '');
  return /^[1-9][0-9]{0,6}$/.test(number) && Number(number) <= highest ? Number(number) : undefined;
}

/** The parts of an order that are the same for all kinds. */
const order = (terminalId: string, times: number) => ({
  terminalId,
  times,
  probability: 1,
  seed: randomBytes(8).toString('hex'),
});

const wrongNumber = ({ say, count }: TerminalVisit, highest: number) =>
  say(`Give a whole number from 1 to ${count(highest)}.`, `عددی درست از ۱ تا ${count(highest)} بدهید.`);

const orderError: Change = async (visit, form, { services }) => {
  const error = errorNames.find((name) => name === form.get('error'));
  const operation = form.get('operation') ?? '';
  const times = numberOf(form.get('times'), most.times);
  if (!error || (operation !== '' && !withErrors.includes(operation))) {
    return { mistake: visit.say('Choose an error and an operation.', 'خطا و عملیات را انتخاب کنید.') };
  }
  if (operation !== '' && !canAnswer(operation, error)) {
    return {
      mistake: visit.say(
        `${operation} never answers with this error.`,
        `عملیات ${operation} هرگز چنین خطایی نمی‌دهد.`,
      ),
    };
  }
  if (times === undefined) return { mistake: wrongNumber(visit, most.times) };
  const wanted: FaultOrder = {
    ...order(visit.terminal.id, times),
    kind: 'error',
    on: operation === '' ? null : operation,
    error,
    settings: {},
  };
  await orderFault(services, wanted);
  return { done: 'ordered' };
};

const orderDisturbance: Change = async (visit, form, { services }) => {
  const name = form.get('fault') ?? '';
  const disturbance = Object.hasOwn(disturbances, name) ? disturbances[name] : undefined;
  const on = form.get('on') ?? '';
  const known: readonly string[] =
    disturbance?.strikes === 'requests'
      ? everyOperation
      : disturbance?.strikes === 'events'
        ? Object.keys(webhookEvents)
        : [];
  if (!disturbance || (on !== '' && !known.includes(on))) {
    return { mistake: visit.say('Choose a fault and what it strikes.', 'خطا و هدف آن را انتخاب کنید.') };
  }
  const times = numberOf(form.get('times'), most.times);
  if (times === undefined) return { mistake: wrongNumber(visit, most.times) };
  const seconds = numberOf(form.get('seconds') ?? '1', most.seconds);
  if (seconds === undefined) return { mistake: wrongNumber(visit, most.seconds) };
  await orderFault(services, {
    ...order(visit.terminal.id, times),
    kind: disturbance.kind,
    on: on === '' ? null : on,
    error: null,
    settings: disturbance.settings(seconds),
  });
  return { done: 'ordered' };
};

function numberField(name: string, label: string, value: number): Html {
  return html`<label>${label}<input name="${name}" inputmode="numeric" pattern="${wholeNumberPattern}" value="${value}" required dir="ltr"></label>`;
}

/** The form of those disturbances that strike the same things. */
function disturbanceForm(
  visit: TerminalVisit,
  strikes: Disturbance['strikes'],
  title: string,
  target: Html | null,
): Html {
  const { say, of, base } = visit;
  const choices = Object.entries(disturbances).filter(([, disturbance]) => disturbance.strikes === strikes);
  return html`<section class="card"><h2>${title}</h2>${form(
    visit,
    `${base}/faults/disturb`,
    html`${select(
      'fault',
      say('What goes wrong', 'چه پیش آید'),
      choices.map(([name, text]) => [name, of(text)] as const),
    )}
${target}
${strikes === 'callbacks' ? null : numberField('seconds', say('Seconds, where it is late', 'ثانیهٔ تأخیر'), 5)}
${numberField('times', say('How many times', 'چند بار'), 1)}
<button class="main">${say('Order', 'شبیه‌سازی')}</button>`,
    'fields',
  )}</section>`;
}

export const faultsSection: Section = {
  path: '/faults',
  notices: {
    ordered: { en: 'The fault was ordered.', fa: 'خطا از این پس شبیه‌سازی می‌شود.' },
    withdrawn: { en: 'The order was withdrawn.', fa: 'خطا پس گرفته شد.' },
  },
  changes: {
    order: orderError,
    disturb: orderDisturbance,
    withdraw: async ({ terminal }, form, { services }) => {
      const orders = await faultsOf(services, terminal.id);
      const wanted = orders.find(({ id }) => id === form.get('id'));
      if (wanted) await withdrawFault(services, wanted.id);
      return { done: 'withdrawn' };
    },
  },
  view: async (visit, { services }) => {
    const { say, of, base, terminal, count } = visit;
    const orders = await faultsOf(services, terminal.id);
    const rows = orders.map((fault) => [
      orderText(visit, fault),
      fault.operation === null ? say('Any', 'هر کدام') : code(fault.operation),
      strikesWithoutEnd(fault) ? say('Without end', 'بی‌پایان') : count(Number(fault.remaining)),
      form(
        visit,
        `${base}/faults/withdraw`,
        html`<input type="hidden" name="id" value="${fault.id}"><button>${say('Withdraw', 'پس گرفتن')}</button>`,
        'inline',
      ),
    ]);
    const columns = [
      say('Fault', 'خطا'),
      say('Strikes', 'هدف'),
      say('Times left', 'دفعات باقی‌مانده'),
      say('Change', 'تغییر'),
    ];
    const choicesOf = (ids: readonly string[]) => [
      ['', say('Every operation', 'همهٔ عملیات')] as const,
      ...ids.map((id) => [id, id] as const),
    ];
    const eventChoices = [
      ['', say('Every event', 'همهٔ رویدادها')] as const,
      ...Object.entries(webhookEvents).map(([name, { summary }]) => [name, of(summary)] as const),
    ];
    const body = html`<p>${say(
      'Order a fault to see how your program bears it. Only this terminal gets it.',
      'خطایی را شبیه‌سازی کنید تا ببینید برنامهٔ شما چگونه از پس آن برمی‌آید. این خطا فقط به همین ترمینال داده می‌شود.',
    )}</p>
${rows.length === 0 ? empty(say('Nothing is ordered.', 'خطایی در انتظار نیست.')) : table(say('Orders', 'خطاهای در انتظار'), columns, rows)}
<section class="card"><h2>${say('An error of the API', 'خطای API')}</h2>
${form(
  visit,
  `${base}/faults/order`,
  html`${select(
    'error',
    say('Error', 'خطا'),
    errorNames.map((name) => [name, errorChoice(visit, name)] as const),
    'ErrorInternal',
  )}
${select('operation', say('Operation', 'عملیات'), choicesOf(withErrors))}
${numberField('times', say('For how many requests', 'برای چند درخواست'), 1)}
<button class="main">${say('Order', 'شبیه‌سازی')}</button>`,
  'fields',
)}</section>
${disturbanceForm(visit, 'requests', say('A disturbed connection', 'اختلال در اتصال'), select('on', say('Operation', 'عملیات'), choicesOf(everyOperation)))}
${disturbanceForm(visit, 'events', say('Disturbed webhooks', 'اختلال در وب‌هوک‌ها'), select('on', say('Event', 'رویداد'), eventChoices))}
${disturbanceForm(visit, 'callbacks', say('A disturbed callback', 'اختلال در بازگشت از درگاه (callback)'), null)}`;
    return { title: say('Faults', 'شبیه‌سازی خطا'), body };
  },
};
