// The list of terminals, and a form that makes another.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { badge, code, empty, form, secretOnce, table } from '../../html/elements.ts';
import { html } from '../../html/template.ts';
import { hasLimits } from '../../terminals/limits.ts';
import { createTerminal, type TerminalCredentials } from '../../terminals/terminals.ts';
import { layout } from '../frame/layout.ts';
import { redirect, sendPage } from '../frame/reply.ts';
import type { Panel, Visit } from '../frame/visit.ts';
import { stateName, stateTone } from '../terminal/states.ts';

/** More than anybody looks through; test runs may leave hundreds behind. */
const most = 200;

async function terminalsPage(visit: Visit, { services }: Panel, mistake?: string): Promise<string> {
  const { say, language, moment, count } = visit;
  const terminals = await services.storage.db
    .selectFrom('terminals')
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .limit(most + 1)
    .execute();
  const shown = terminals.slice(0, most);
  const rows = shown.map((terminal) => [
    html`<a href="/dashboard/${language}/terminals/${terminal.id}"><bdi>${terminal.name}</bdi></a>`,
    code(terminal.merchant_code),
    html`${badge(stateTone(terminal.state), stateName(visit, terminal.state))}${
      hasLimits(terminal, services)
        ? null
        : html` ${badge('quiet', say('No rate limits', 'بدون محدودیت نرخ'))}`
    }`,
    moment(terminal.created_at),
  ]);
  const columns = [
    say('Terminal', 'ترمینال'),
    say('Merchant code', 'کد پذیرنده'),
    say('State', 'وضعیت'),
    say('Created', 'زمان ایجاد'),
  ];
  const title = say('Terminals', 'ترمینال‌ها');
  const body = html`${mistake === undefined ? null : html`<p class="notice bad" role="alert">${mistake}</p>`}
${rows.length === 0 ? empty(say('There is no terminal yet.', 'هنوز ترمینالی نیست.')) : table(title, columns, rows)}
${terminals.length > most ? html`<p class="hint">${say(`Only the first ${count(most)} are shown.`, `فقط ${count(most)} ترمینال نخست نشان داده شده است.`)}</p>` : null}
<p>${say('Requests that belong to none of them:', 'درخواست‌هایی که مال هیچ‌کدام نیستند:')} <a href="/dashboard/${language}/requests">${say('without a working token', 'بدون توکن معتبر')}</a></p>
<section class="card"><h2>${say('Another terminal', 'ترمینال جدید')}</h2>
<p>${say(
    'Terminals are isolated: each has its own tokens, payments, webhooks and clock.',
    'ترمینال‌ها از هم جدا هستند: هر کدام توکن‌ها، پرداخت‌ها، وب‌هوک‌ها و ساعت خودش را دارد.',
  )}</p>
${form(
  visit,
  `/dashboard/${language}/terminals`,
  html`<label>${say('Name of the shop', 'نام فروشگاه')}<input name="name" maxlength="100" required></label>
<button class="main">${say('Create the terminal', 'ایجاد ترمینال')}</button>`,
  'fields',
)}</section>`;
  return layout(visit, { title, body });
}

/** What belongs to a terminal that has just been made; its secrets stand here and nowhere else. */
function createdPage(visit: Visit, name: string, { id, token, secretKey }: TerminalCredentials): string {
  const { say, language } = visit;
  const body = html`<p><bdi>${name}</bdi></p>
${secretOnce(visit, [
  [say('API token', 'توکن'), token],
  [say('Secret key for signatures', 'کلید مخفی برای امضا'), secretKey ?? ''],
])}
<p><a class="button" href="/dashboard/${language}/terminals/${id}">${say('Open the terminal', 'باز کردن ترمینال')}</a></p>`;
  return layout(visit, { title: say('The terminal was created', 'ترمینال ایجاد شد'), body });
}

export function serveTerminals(
  app: FastifyInstance,
  panel: Panel,
  visitOf: (request: FastifyRequest) => Visit,
): void {
  app.get('/dashboard/:language', async (request, reply) =>
    sendPage(reply, 200, await terminalsPage(visitOf(request), panel)),
  );
  app.get('/dashboard/:language/', async (request, reply) =>
    redirect(reply, `/dashboard/${visitOf(request).language}`),
  );
  app.get('/dashboard/:language/terminals', async (request, reply) =>
    redirect(reply, `/dashboard/${visitOf(request).language}`),
  );
  app.post('/dashboard/:language/terminals', async (request, reply) => {
    const visit = visitOf(request);
    const name = ((request.body as URLSearchParams).get('name') ?? '').trim();
    if (name === '' || name.length > 100) {
      const mistake = visit.say(
        'A name must have 1 to 100 characters.',
        'نام باید بین ۱ تا ۱۰۰ کاراکتر داشته باشد.',
      );
      return sendPage(reply, 422, await terminalsPage({ ...visit, place: '' }, panel, mistake));
    }
    return sendPage(
      reply,
      200,
      createdPage({ ...visit, place: '' }, name, await createTerminal(panel.services, { name })),
    );
  });
}
