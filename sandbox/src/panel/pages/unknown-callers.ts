// The log of requests without a working token: they belong to no terminal, so they stand beside all of them.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { tokens } from '../../../../generated/facts.ts';
import { requestsOfUnknown } from '../../control/observations.ts';
import { empty, prose, type Tone } from '../../html/elements.ts';
import type { Both } from '../../html/language.ts';
import { html } from '../../html/template.ts';
import type { TokenRefusal } from '../../terminals/caller.ts';
import { layout } from '../frame/layout.ts';
import { sendPage } from '../frame/reply.ts';
import type { Panel, Visit } from '../frame/visit.ts';
import { requestEntry, requestLog } from '../terminal/request-entry.ts';

const { sandbox, production } = tokens.prefixes;

const reasons: Record<TokenRefusal | 'not needed', { tone: Tone; name: Both; why: Both }> = {
  missing: {
    tone: 'bad',
    name: { en: 'No token', fa: 'بدون توکن' },
    why: { en: 'The header `Authorization` did not come.', fa: 'هدر `Authorization` فرستاده نشده است.' },
  },
  'not a bearer token': {
    tone: 'bad',
    name: { en: 'Not a bearer token', fa: 'هدر نامعتبر' },
    why: {
      en: 'The header `Authorization` has another form than `Bearer` and a token.',
      fa: 'هدر `Authorization` به شکل `Bearer` و سپس توکن نیست.',
    },
  },
  malformed: {
    tone: 'bad',
    name: { en: 'Malformed token', fa: 'توکن با قالب نامعتبر' },
    why: {
      en: `It does not look like a token: \`${sandbox}\` or \`${production}\`, and then letters and digits only.`,
      fa: `قالب توکن را ندارد: \`${sandbox}\` یا \`${production}\` و پس از آن فقط حرف لاتین و رقم.`,
    },
  },
  unknown: {
    tone: 'bad',
    name: { en: 'Unknown token', fa: 'توکن ناشناس' },
    why: {
      en: 'It looks like a token, but no terminal of this sandbox has it. Is it one of production, of another sandbox, or of a database that was deleted?',
      fa: 'قالب توکن را دارد، ولی مال هیچ ترمینالی در این سندباکس نیست. شاید مال محیط عملیاتی، سندباکس دیگر یا پایگاه دادهٔ پاک‌شده باشد.',
    },
  },
  revoked: {
    tone: 'bad',
    name: { en: 'Revoked token', fa: 'توکن باطل‌شده' },
    why: { en: 'The token was revoked in the danger zone.', fa: 'توکن در ناحیهٔ خطر باطل شده است.' },
  },
  expired: {
    tone: 'bad',
    name: { en: 'Expired token', fa: 'توکن منقضی' },
    why: {
      en: 'Its lifetime is over: create another one.',
      fa: 'اعتبار توکن تمام شده است؛ توکن جدیدی بسازید.',
    },
  },
  'grace over': {
    tone: 'bad',
    name: { en: 'Rotated away', fa: 'کنار گذاشته‌شده' },
    why: {
      en: 'The tokens were rotated, and the grace of this old one is over.',
      fa: 'توکن‌ها چرخش پیدا کرده‌اند و مهلت این توکن قدیمی تمام شده است.',
    },
  },
  'not needed': {
    tone: 'quiet',
    name: { en: 'No token needed', fa: 'بی‌نیاز از توکن' },
    why: { en: 'This operation answers everybody.', fa: 'این عملیات به همه پاسخ می‌دهد.' },
  },
};

function unknownCallersPage(visit: Visit, { observed }: Panel): string {
  const { say, of, language } = visit;
  const entries = requestsOfUnknown(observed)
    .toReversed()
    .slice(0, 100)
    .map((record) => {
      const { tone, name, why } = reasons[record.token ?? 'not needed'];
      return requestEntry(visit, record, [tone, of(name)], html`<p>${prose(of(why))}</p>`);
    });
  const none = empty(
    say(
      'None has come since the sandbox was started.',
      'از راه‌اندازی سندباکس تاکنون چنین درخواستی نرسیده است.',
    ),
  );
  const body = html`<p>${say(
    'The last requests of the whole sandbox that belong to no terminal, newest first: their token is missing or does not work, or their operation needs none. Of what came with them only method and path are kept; the answer tells the sender nothing of the reason.',
    'آخرین درخواست‌های کل سندباکس که به هیچ ترمینالی تعلق ندارند، از تازه به قدیم: توکن ندارند، توکنشان معتبر نیست یا عملیاتشان توکن نمی‌خواهد. از هر درخواست فقط متد و مسیر نگه داشته می‌شود و پاسخ، دلیل را به فرستنده نمی‌گوید.',
  )}</p>
${requestLog(visit, `/dashboard/${language}/requests`, entries, none)}
<p><a href="/dashboard/${language}">${say('To the terminals', 'فهرست ترمینال‌ها')}</a></p>`;
  const title = say('Requests without a working token', 'درخواست‌های بدون توکن معتبر');
  return layout(visit, { title, body, script: 'requests.js' });
}

export function serveUnknownCallers(
  app: FastifyInstance,
  panel: Panel,
  visitOf: (request: FastifyRequest) => Visit,
): void {
  app.get('/dashboard/:language/requests', async (request, reply) =>
    sendPage(reply, 200, unknownCallersPage(visitOf(request), panel)),
  );
}
