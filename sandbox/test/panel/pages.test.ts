// Every page of the panel in both languages: complete, translated, escaped, and without anything foreign.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, endpoint } from '../support/endpoint.ts';
import { type TestSandbox, type TestTerminal, testSandbox } from '../support/sandbox.ts';
import { privateSettings, type Visitor, visitor } from './visitor.ts';

let sandbox: TestSandbox;
let shop: TestTerminal;
let panel: Visitor;
let hook: Endpoint;
let authority: string;
let delivery: string;
const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>`;

beforeAll(async () => {
  sandbox = await testSandbox({ settings: privateSettings });
  shop = await sandbox.terminal({ name: hostile });
  panel = visitor(sandbox);
  hook = await endpoint();
  hook.answer = 500;
  await shop.call('subscribeWebhook', {
    body: { url: hook.url, events: ['payment.created', 'payment.failed'] },
  });
  authority = await shop.createPayment({ mobile: '09123456789' });
  await shop.call('createPayment', { body: { amount: 1 } });
  await shop.call('listWebhookEvents', {
    headers: { 'x-signature': 'f'.repeat(64), 'x-timestamp': String(Math.floor(sandbox.clock.now() / 1000)) },
    sign: false,
  });
  await sandbox.request('GET', '/health');
  for (const authorization of [undefined, `Basic ${shop.token}`, 'Bearer secret', `Bearer ${shop.token}x`]) {
    await sandbox.request('GET', '/v2/transactions?mobile=09123456789', { authorization });
  }
  await sandbox.control('faults', { terminal: shop.id, code: -31, times: 2 });
  await sandbox.background.settle();
  const row = await sandbox.services.storage.db
    .selectFrom('deliveries')
    .select('id')
    .executeTakeFirstOrThrow();
  delivery = row.id;
  // A shop may write what a browser could take for markup, wherever the contract's rules let it pass.
  await sandbox.services.storage.db
    .updateTable('payments')
    .set({ description: hostile, order_id: hostile })
    .execute();
});
afterAll(async () => {
  await hook.close();
  await sandbox.close();
});

const languages = ['fa', 'en'] as const;
const paths = (): [name: string, path: string][] => [
  ['terminals', ''],
  ['unknown callers', '/requests'],
  ...[
    '',
    '/transactions',
    `/transactions/${authority}`,
    '/tokens',
    '/signing-key',
    '/webhooks',
    `/webhooks/deliveries/${delivery}`,
    '/reports',
    '/settlements',
    '/requests',
    '/clock',
    '/faults',
    '/settings',
  ].map((path): [string, string] => [path, `/terminals/${shop.id}${path}`]),
];

async function everyPage(check: (text: string, name: string, language: 'fa' | 'en') => void) {
  for (const language of languages) {
    for (const [name, path] of paths()) {
      const { status, text } = await panel.open(`/dashboard/${language}${path}`);
      expect([name, status]).toEqual([name, 200]);
      check(text, name, language);
    }
  }
}

/** What a reader sees as prose: no markup, no code, no text that a shop has written. */
function prose(text: string): string {
  const body = text.slice(text.indexOf('<body>'));
  return body
    .replaceAll(/<(code|bdi|pre|time)\b[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<option value="(\w+)">\1<\/option>/g, ' ')
    .replaceAll(/<a class="language"[\s\S]*?<\/a>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&#?\w+;/g, ' ');
}

describe('every page', () => {
  it('opens in both languages, in its direction, and links to itself in the other', async () => {
    await everyPage((text, _name, language) => {
      expect(text).toContain(`<html lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}">`);
      const other = language === 'fa' ? 'en' : 'fa';
      expect(text).toMatch(new RegExp(`<a class="language" href="/dashboard/${other}(/[^"]*)?"`));
      expect(text.match(/<h1>/g)).toHaveLength(1);
    });
  });

  it('says nothing in English on Persian pages but names', async () => {
    await everyPage((text, name, language) => {
      if (language !== 'fa') return;
      // Names of things may stand alone; two English words beside each other are a sentence.
      const allowed = /API Tokens|ISO 8601|X-Webhook-\w+/g;
      const found = prose(text)
        .replaceAll(allowed, '')
        .match(/[A-Za-z]{2,}[ ]+[A-Za-z]{2,}/g);
      expect([name, found]).toEqual([name, null]);
    });
  });

  it('says nothing in Persian on English pages but what a shop or the API has written', async () => {
    await everyPage((text, name, language) => {
      if (language !== 'en') return;
      expect([name, prose(text).match(/[\u0600-\u06ff]+/g)]).toEqual([name, null]);
    });
  });

  it('escapes what a shop has written', async () => {
    await everyPage((text) => {
      expect(text).not.toMatch(
        /<script(?![^>]*src="\/dashboard\/assets\/)|<img(?![^>]*src="\/dashboard\/assets\/)/,
      );
      expect(text).not.toMatch(/<[^>]*\son\w+=/);
    });
    const { text } = await panel.open(`/dashboard/fa/terminals/${shop.id}/transactions/${authority}`);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;');
  });

  it('has no style, script or address of its own that the policy would refuse', async () => {
    await everyPage((text) => {
      expect(text).not.toMatch(/\sstyle="|<style|javascript:/);
      expect(text).not.toMatch(/(?:src|action)="(?:https?:)?\/\//);
    });
    const { headers } = await panel.open('/dashboard/fa');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|http/);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('brings a token with every form that changes something', async () => {
    await everyPage((text, name) => {
      for (const [form] of text.matchAll(/<form method="post"[\s\S]*?<\/form>/g)) {
        expect([name, form]).toEqual([name, expect.stringContaining('name="form_token"')]);
      }
    });
  });
});

describe('what stands on a page', () => {
  it('never shows a mobile number, a token or a secret', async () => {
    const { secret } = await sandbox.services.storage.db
      .selectFrom('webhooks')
      .select('secret')
      .executeTakeFirstOrThrow();
    await everyPage((text) => {
      for (const hidden of ['09123456789', shop.token, shop.secretKey ?? '', secret]) {
        expect(text.includes(hidden)).toBe(false);
      }
    });
  });

  it('explains a refused signature without the key', async () => {
    const { text } = await panel.open(`/dashboard/en/terminals/${shop.id}/requests`);
    expect(text).toContain('Why the signature was refused');
    expect(text).toContain('GET:webhooks/events::');
  });

  it('tells why a token does not work, beside the terminals and in the log of none', async () => {
    const { text } = await panel.open('/dashboard/en/requests');
    for (const reason of [
      'No token',
      'Not a bearer token',
      'Malformed token',
      'Unknown token',
      'No token needed',
    ]) {
      expect(text).toContain(`>${reason}</span>`);
    }
    expect(text).toContain('GET /v2/transactions?…');
    const own = await panel.open(`/dashboard/en/terminals/${shop.id}/requests`);
    expect(own.text).not.toMatch(/Unknown token|transactions\?/);
  });

  it('keeps the page and its filters when the language is switched', async () => {
    const { text } = await panel.open(
      `/dashboard/fa/terminals/${shop.id}/transactions?status=pending&words=a%26b&done=acted`,
    );
    expect(text).toContain(
      `href="/dashboard/en/terminals/${shop.id}/transactions?status=pending&amp;words=a%26b"`,
    );
  });

  it('comes in the language that the browser prefers, and in Persian without one', async () => {
    expect((await panel.open('/dashboard')).location).toBe('/dashboard/fa');
    expect((await panel.open('/dashboard', { 'accept-language': 'en-GB,en' })).location).toBe(
      '/dashboard/en',
    );
  });

  it.each([
    ['/dashboard/fa/nowhere', 'این صفحه وجود ندارد'],
    ['/dashboard/en/terminals/nobody', 'There is no such page'],
    ['/dashboard/en/terminals/nobody/tokens', 'There is no such page'],
    ['/dashboard/de', 'این صفحه وجود ندارد'],
  ])('%s is a page that says so', async (path, title) => {
    const { status, text } = await panel.open(path);
    expect([status, text.includes(title)]).toEqual([404, true]);
    expect(text).not.toMatch(/\.ts:|Error:|at async/);
  });

  it('does not know the payment or the delivery of another terminal', async () => {
    const other = await sandbox.terminal();
    for (const path of [`transactions/${authority}`, `webhooks/deliveries/${delivery}`]) {
      expect((await panel.open(`/dashboard/en/terminals/${other.id}/${path}`)).status).toBe(404);
    }
  });

  it('says that something failed, and nothing of what, when the database is gone', async () => {
    const broken = await testSandbox({ settings: privateSettings });
    const { storage } = broken.services;
    const page = visitor(broken);
    const { selectFrom } = storage.db;
    storage.db.selectFrom = (() => {
      throw new Error('no such table: terminals');
    }) as never;
    const { status, text } = await page.open('/dashboard/en');
    storage.db.selectFrom = selectFrom;
    expect([status, text.includes('Something unforeseen happened')]).toEqual([500, true]);
    expect(text).not.toContain('no such table');
    await broken.close();
  });
});

describe('the bare address of the sandbox', () => {
  it('leads a browser to the panel, also where the panel is off and says so', async () => {
    const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    const { status, location } = await panel.open('/?from=terminal', { accept });
    expect([status, location]).toEqual([303, '/dashboard']);
    const open = await testSandbox({ settings: { ...privateSettings, onLoopback: false } });
    expect((await visitor(open).open('/', { accept })).location).toBe('/dashboard');
    expect((await visitor(open).open('/dashboard')).status).toBe(403);
    await open.close();
  });

  it.each([
    ['GET', '*/*'],
    ['GET', 'application/json'],
    ['GET', undefined],
    ['POST', 'text/html'],
  ])('is an unknown path to a program: %s, accepting %s', async (method, accept) => {
    const { status, json } = await sandbox.request(method, '/', { accept });
    const elsewhere = await sandbox.request(method, '/nowhere', { accept });
    expect([status, json.error]).toEqual([404, elsewhere.json.error]);
    expect(json).toMatchObject({ success: false, status_code: -2, meta: { request_id: expect.any(String) } });
  });
});

describe('the assets', () => {
  it('are all served, and nothing else is', async () => {
    const { text } = await panel.open(`/dashboard/en/terminals/${shop.id}/requests`);
    const wanted = [...text.matchAll(/(?:href|src)="(\/dashboard\/assets\/[^"]+)"/g)].map(([, path]) => path);
    expect(new Set(wanted).size).toBe(3);
    for (const path of wanted) expect((await panel.open(path ?? '')).status).toBe(200);
    const style = (await panel.open('/dashboard/assets/panel.css')).text;
    expect(style.match(/url\("([^"]+)"\)/)?.[1]).toBe('/dashboard/assets/vazirmatn.woff2');
    expect((await panel.open('/dashboard/assets/vazirmatn.woff2')).status).toBe(200);
    for (const path of ['panel.css.map', '..%2findex.ts', 'constructor']) {
      expect((await panel.open(`/dashboard/assets/${path}`)).status).toBe(404);
    }
  });
});

describe('a terminal without rate limits', () => {
  it.each([
    ['en', 'No rate limits', 'Rate limits'],
    ['fa', 'بدون محدودیت نرخ', 'محدودیت نرخ'],
  ])('is shown as one, in the list and on its overview (%s)', async (language, inTheList, onTheOverview) => {
    const free = await sandbox.terminal({ rateLimits: false });
    expect((await panel.open(`/dashboard/${language}`)).text).toContain(inTheList);
    const overview = (id: string) => panel.open(`/dashboard/${language}/terminals/${id}`);
    expect((await overview(free.id)).text).toContain(onTheOverview);
    expect((await overview(shop.id)).text).not.toContain(onTheOverview);
  });
});
