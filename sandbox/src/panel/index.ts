// The panel at /dashboard: lets its own pages through, keeps strangers out, and serves every page in two languages.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { guessesAllowed } from '../control/guesses.ts';
import { isForeignChange } from '../core/foreign-page.ts';
import { isFromThisMachine, isPrivate } from '../core/this-machine.ts';
import { readAssets, serveAssets } from '../html/assets.ts';
import { takeFormsOnly } from '../html/form-body.ts';
import { isLanguage, type Language, speechOf } from '../html/language.ts';
import { type FailureName, failurePage, PanelFailure } from './frame/failures.ts';
import { bilingualMessage } from './frame/layout.ts';
import { redirect, sendPage } from './frame/reply.ts';
import { serveSection } from './frame/sections.ts';
import type { Panel, Visit } from './frame/visit.ts';
import { frontDoor } from './front-door.ts';
import { loginPage } from './pages/login.ts';
import { serveTerminals } from './pages/terminals.ts';
import { serveUnknownCallers } from './pages/unknown-callers.ts';
import { reportsSection } from './reports/section.ts';
import { passwordOf, sameText } from './security/password.ts';
import { createSessions, type Session } from './security/sessions.ts';
import { settlementsSection } from './settlements/section.ts';
import { clockSection } from './terminal/clock.ts';
import { dialectsSection } from './terminal/dialects.ts';
import { faultsSection } from './terminal/faults.ts';
import { overviewSection } from './terminal/overview.ts';
import { requestsSection } from './terminal/requests.ts';
import { settingsSection } from './terminal/settings.ts';
import { signingKeySection } from './terminal/signing-key.ts';
import { tokensSection } from './terminal/tokens.ts';
import { transactionsSection } from './transactions/list.ts';
import { transactionSection } from './transactions/transaction.ts';
import { deliverySection } from './webhooks/delivery.ts';
import { webhooksSection } from './webhooks/list.ts';

const sections = [
  overviewSection,
  transactionsSection,
  transactionSection,
  tokensSection,
  signingKeySection,
  webhooksSection,
  deliverySection,
  reportsSection,
  settlementsSection,
  requestsSection,
  clockSection,
  faultsSection,
  dialectsSection,
  settingsSection,
];

const assetsAddress = '/dashboard/assets';
const assets = readAssets(new URL('assets/', import.meta.url));

interface Visitor {
  session: Session | undefined;
  /** Whether the pages are open to this visitor; else only the way to log in is. */
  admitted: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    visitor: Visitor;
  }
}

const [off, uninvited] = [
  {
    title: { en: 'The panel is off', fa: 'پنل خاموش است' },
    text: {
      en: 'This sandbox can be reached by others, and no password has been set. Start it with `IRANDARGAH_PANEL_PASSWORD` or `--panel-password` to switch the panel on.',
      fa: 'این سندباکس در دسترس دیگران است و رمزی برای پنل تعیین نشده است. برای روشن شدن پنل، سندباکس را با `IRANDARGAH_PANEL_PASSWORD` یا `--panel-password` راه بیندازید.',
    },
  },
  {
    title: { en: 'The panel answers on this machine only', fa: 'پنل فقط روی همین دستگاه پاسخ می‌دهد' },
    text: {
      en: 'Open it by `http://localhost` or `http://127.0.0.1` and without a proxy, or start the sandbox with `--public-url` and `--panel-password`.',
      fa: 'آن را با آدرس `http://localhost` یا `http://127.0.0.1` و بدون پراکسی باز کنید، یا سندباکس را با `--public-url` و `--panel-password` راه بیندازید.',
    },
  },
];

/** The language that the browser prefers of the two. */
function preferredLanguage({ headers }: FastifyRequest): Language {
  return /^en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'fa';
}

const portOf = ({ socket }: FastifyRequest) => socket.localPort ?? 0;

/** The panel with the way to it; only its own pages are behind its checks. */
export async function panelPages(app: FastifyInstance, { panel }: { panel: Panel }): Promise<void> {
  await app.register(frontDoor, { services: panel.services });
  await app.register(pages, { panel });
}

async function pages(app: FastifyInstance, { panel }: { panel: Panel }): Promise<void> {
  const { services } = panel;
  const { settings, clock } = services;
  const wanted = settings.panelPassword;
  const password = passwordOf(wanted);
  const sessions = createSessions(password.key);

  const visitOf = (request: FastifyRequest): Visit => {
    const { language } = request.params as { language?: string };
    const known = isLanguage(language) ? language : preferredLanguage(request);
    const place = isLanguage(language) ? request.url.slice(`/dashboard/${language}`.length) : '';
    return {
      ...speechOf(known),
      formToken: sessions.formToken(request.visitor.session),
      loggedIn: request.visitor.session !== undefined,
      place: place.replace(/([?&])done=\w+&?/, '$1').replace(/[?&]$/, ''),
    };
  };
  const fail = (request: FastifyRequest, reply: FastifyReply, failure: FailureName) => {
    const { status, page } = failurePage(visitOf(request), failure);
    return sendPage(reply, status, page);
  };

  app.decorateRequest('visitor', null as unknown as Visitor);
  takeFormsOnly(app);

  app.addHook('onRequest', async (request, reply) => {
    request.visitor = { session: undefined, admitted: false };
    // The message that the panel is off needs its style, and there is no secret in it.
    if (request.routeOptions.url === `${assetsAddress}/:name`) return;
    if (wanted === undefined) {
      if (!isPrivate(settings)) return sendPage(reply, 403, bilingualMessage(off.title, off.text));
      if (!isFromThisMachine(request))
        return sendPage(reply, 403, bilingualMessage(uninvited.title, uninvited.text));
      request.visitor.admitted = true;
    } else {
      const session = sessions.read(request.headers.cookie, portOf(request), clock.now());
      request.visitor = { session, admitted: session !== undefined };
    }
    if (request.method === 'POST' && isForeignChange(request, settings))
      throw new PanelFailure('foreign form');
  });

  app.addHook('preHandler', async (request, reply) => {
    const { url } = request.routeOptions;
    if (url === `${assetsAddress}/:name`) return;
    const { language } = request.params as { language?: string };
    if (language !== undefined && !isLanguage(language)) throw new PanelFailure('not found');
    if (request.method === 'POST') {
      if (!(request.body instanceof URLSearchParams)) throw new PanelFailure('unreadable');
      const { formToken } = visitOf(request);
      if (!sameText(request.body.get('form_token') ?? '', formToken)) throw new PanelFailure('stale form');
    }
    if (request.visitor.admitted || url === '/dashboard/:language/login') return;
    const visit = visitOf(request);
    const back = request.method === 'GET' && language !== undefined ? visit.place : '';
    return redirect(reply, `/dashboard/${visit.language}/login?to=${encodeURIComponent(back)}`);
  });

  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof PanelFailure) return fail(request, reply, error.failure);
    if (error.statusCode !== undefined && error.statusCode < 500) return fail(request, reply, 'unreadable');
    services.log.error({ err: error }, 'the panel failed');
    return fail(request, reply, 'unforeseen');
  });

  serveAssets(app, assetsAddress, assets, (reply) =>
    reply.code(404).type('text/plain; charset=utf-8').send('Not found'),
  );

  for (const address of ['/dashboard', '/dashboard/']) {
    app.get(address, async (request, reply) => redirect(reply, `/dashboard/${preferredLanguage(request)}`));
  }

  app.get('/dashboard/:language/login', async (request, reply) => {
    const visit = visitOf(request);
    if (request.visitor.admitted) return redirect(reply, `/dashboard/${visit.language}`);
    return sendPage(reply, 200, loginPage(visit, request.url));
  });
  app.post('/dashboard/:language/login', async (request, reply) => {
    const visit = visitOf(request);
    const form = request.body as URLSearchParams;
    const now = clock.now();
    const { admitted, window } = await services.rates.count(
      [{ key: `panel-login ${request.ip}`, ...guessesAllowed }],
      now,
    );
    if (!admitted) {
      reply.header('Retry-After', String(Math.ceil((window.endsAt - now) / 1000)));
      return sendPage(reply, 429, loginPage(visit, request.url, { waitMilliseconds: window.endsAt - now }));
    }
    if (!password.matches(form.get('password') ?? '')) {
      return sendPage(reply, 401, loginPage(visit, request.url, 'wrong'));
    }
    reply.header('Set-Cookie', sessions.begin(portOf(request), now, settings.publicUrl.startsWith('https:')));
    // Only a place inside the panel: whatever is given stands behind the panel's own address.
    const to = form.get('to') ?? '';
    return redirect(reply, `/dashboard/${visit.language}${/^\/[\w/?&=%.:-]*$/.test(to) ? to : ''}`);
  });
  app.post('/dashboard/:language/logout', async (request, reply) => {
    const { language } = visitOf(request);
    reply.header('Set-Cookie', sessions.end(request.visitor.session, portOf(request), clock.now()));
    return redirect(reply, `/dashboard/${language}/login`);
  });

  serveTerminals(app, panel, visitOf);
  serveUnknownCallers(app, panel, visitOf);
  for (const section of sections) serveSection(app, panel, section, visitOf);
  app.all('/dashboard/:language/*', async () => {
    throw new PanelFailure('not found');
  });
}
