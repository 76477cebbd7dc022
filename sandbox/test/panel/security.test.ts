// Who may open the panel, and who may change something through it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';
import { here, privateSettings, type Visitor, visitor } from './visitor.ts';

const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('on this machine, without a password', () => {
  let sandbox: TestSandbox;
  let panel: Visitor;
  let page: string;
  beforeAll(async () => {
    sandbox = await testSandbox({ settings: privateSettings });
    panel = visitor(sandbox);
    const { id } = await sandbox.terminal();
    page = `/dashboard/en/terminals/${id}/tokens`;
  });
  afterAll(() => sandbox.close());

  const tokens = async () =>
    (await sandbox.services.storage.db.selectFrom('tokens').select('id').execute()).length;
  const tokenOfForm = async () =>
    /name="form_token" value="([^"]+)"/.exec((await panel.open(page)).text)?.[1] ?? '';

  it.each([
    ['127.0.0.1:4020', 200],
    ['localhost:4020', 200],
    ['[::1]:4020', 200],
    ['evil.example:4020', 403],
    ['127.0.0.1.evil.example', 403],
  ])('answers to the name "%s" with %i', async (host, status) => {
    expect((await panel.open('/dashboard/en', { host })).status).toBe(status);
  });

  it.each(['x-forwarded-for', 'forwarded'])('is closed behind a proxy that says %s', async (header) => {
    const { status, text } = await panel.open('/dashboard/en', { [header]: 'for=203.0.113.9' });
    expect([status, text.includes('--panel-password')]).toEqual([403, true]);
  });

  it.each([
    ['no token', {}, {}],
    ['a wrong token', {}, { form_token: 'x'.repeat(43) }],
    ['another origin', { origin: 'https://evil.example' }, 'right'],
    ['a hidden origin', { origin: 'null' }, 'right'],
    ['another port', { origin: 'http://127.0.0.1:4021' }, 'right'],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }, 'right'],
    ['the same site, but another origin', { 'sec-fetch-site': 'same-site' }, 'right'],
  ] as const)('a form with %s changes nothing', async (_name, headers, fields) => {
    const body = fields === 'right' ? { form_token: await tokenOfForm() } : fields;
    const before = await tokens();
    const { status, text } = await sandbox.request(
      'POST',
      `${page}/create`,
      { host: '127.0.0.1:4020', ...form, ...headers },
      new URLSearchParams(body).toString(),
    );
    expect([status, text.includes('Nothing was changed')]).toEqual([403, true]);
    expect(await tokens()).toBe(before);
  });

  it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x'])(
    'a body of the type %s changes nothing',
    async (type) => {
      const before = await tokens();
      const { status } = await sandbox.request(
        'POST',
        `${page}/create`,
        { host: '127.0.0.1:4020', 'content-type': type },
        JSON.stringify({ form_token: await tokenOfForm() }),
      );
      expect([status, await tokens()]).toEqual([400, before]);
    },
  );

  it('takes a form of its own, also from a browser that says nothing of origins', async () => {
    const before = await tokens();
    const { status } = await sandbox.request(
      'POST',
      `${page}/create`,
      { host: '127.0.0.1:4020', ...form },
      new URLSearchParams({ form_token: await tokenOfForm() }).toString(),
    );
    expect([status, await tokens()]).toEqual([200, before + 1]);
  });
});

describe('where others can reach it', () => {
  it.each([
    ['listening for others', { publicUrl: here, ratePerSecond: 0, onLoopback: false }],
    ['behind a public address', { publicUrl: 'https://pay.example', ratePerSecond: 0, onLoopback: true }],
  ])('%s and without a password it is off, and says how to switch it on', async (_name, settings) => {
    const sandbox = await testSandbox({ settings });
    await sandbox.terminal({ name: 'A shop' });
    for (const path of ['/dashboard', '/dashboard/en', '/dashboard/en/login', '/dashboard/fa/nowhere']) {
      const { status, text } = await visitor(sandbox).open(path);
      expect([path, status]).toEqual([path, 403]);
      expect(text).toContain('The panel is off');
      expect(text).toContain('پنل خاموش است');
      expect(text).not.toContain('A shop');
    }
    await sandbox.close();
  });
});

describe('with a password', () => {
  const password = 'a long secret, رمز';
  const settings = {
    publicUrl: 'https://pay.example',
    ratePerSecond: 0,
    onLoopback: false,
    panelPassword: password,
  };
  const open = async () => {
    const sandbox = await testSandbox({ settings });
    const { id } = await sandbox.terminal({ name: 'A shop' });
    return { sandbox, id, panel: visitor(sandbox, 'pay.example') };
  };
  const login = (panel: Visitor, attempt: string, to = '') =>
    panel.send('/dashboard/en/login', '/dashboard/en/login', { password: attempt, to });

  it('shows nothing and changes nothing before somebody has logged in', async () => {
    const { sandbox, id, panel } = await open();
    for (const path of ['', `/terminals/${id}`, `/terminals/${id}/tokens`, '/nowhere']) {
      const { status, location, text } = await panel.open(`/dashboard/en${path}`);
      expect([status, location.startsWith('/dashboard/en/login')]).toEqual([303, true]);
      expect(text).toBe('');
    }
    const page = `/dashboard/en/terminals/${id}/tokens/create`;
    const { status, location } = await panel.send('/dashboard/en/login', page);
    expect([status, location]).toEqual([303, '/dashboard/en/login?to=']);
    const { length } = await sandbox.services.storage.db.selectFrom('tokens').select('id').execute();
    expect(length).toBe(1);
    await sandbox.close();
  });

  it('lets the right password in, to the page that was asked for, until the visitor logs out', async () => {
    const { sandbox, id, panel } = await open();
    const place = `/terminals/${id}/reports?month=1405-09`;
    const { status, location, headers } = await login(panel, password, place);
    expect([status, location]).toEqual([303, `/dashboard/en${place}`]);
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict; Max-Age=\d+; Secure$/);
    expect((await panel.open(location)).text).toContain('A shop');
    await panel.change(
      `/dashboard/en/terminals/${id}/settings`,
      `/dashboard/en/terminals/${id}/settings/state`,
      {
        state: 'inactive',
      },
    );
    await panel.send('/dashboard/en', '/dashboard/en/logout');
    expect((await panel.open('/dashboard/en')).status).toBe(303);
    await sandbox.close();
  });

  it('ends a session on the server as well: an old cookie opens nothing', async () => {
    const { sandbox, panel } = await open();
    const cookie = String((await login(panel, password)).headers['set-cookie']).split(';')[0];
    expect((await panel.open('/dashboard/en', { cookie })).status).toBe(200);
    await panel.send('/dashboard/en', '/dashboard/en/logout');
    expect((await panel.open('/dashboard/en', { cookie })).status).toBe(303);
    await sandbox.close();
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', '@evil.example'])(
    'leads to no other site after the login: %s',
    async (to) => {
      const { sandbox, panel } = await open();
      const { location } = await login(panel, password, to);
      expect(new URL(location, 'https://pay.example').origin).toBe('https://pay.example');
      expect(location.startsWith('/dashboard/en')).toBe(true);
      await sandbox.close();
    },
  );

  it.each(['', 'wrong', 'a long secret, رمز ', 'A LONG SECRET, رمز'])('refuses "%s"', async (attempt) => {
    const { sandbox, panel } = await open();
    const { status, text, headers } = await login(panel, attempt);
    expect([status, text.includes('The password is wrong')]).toEqual([401, true]);
    expect(headers['set-cookie']).toBeUndefined();
    await sandbox.close();
  });

  it('lets nobody try for ever, and says how long to wait', async () => {
    const { sandbox, panel } = await open();
    const statuses: number[] = [];
    for (let count = 0; count < 11; count += 1) statuses.push((await login(panel, 'wrong')).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    const refused = await login(panel, password);
    expect([refused.status, refused.text.includes('15 min')]).toEqual([429, true]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    sandbox.clock.advance(15 * 60_000);
    expect((await login(panel, password)).status).toBe(303);
    await sandbox.close();
  });

  it('ends a session after a working day', async () => {
    const { sandbox, panel } = await open();
    await login(panel, password);
    sandbox.clock.advance(8 * 3_600_000 - 1);
    expect((await panel.open('/dashboard/en')).status).toBe(200);
    sandbox.clock.advance(1);
    expect((await panel.open('/dashboard/en')).status).toBe(303);
    await sandbox.close();
  });

  it('believes no cookie that it has not made', async () => {
    const { sandbox, panel } = await open();
    const cookie = String((await login(panel, password)).headers['set-cookie']).split(';')[0] ?? '';
    const [id = '', , signature = ''] = cookie.split('.');
    for (const forged of [
      `${id}.${Date.UTC(2100, 0)}.${signature}`,
      `${id}x${cookie.slice(id.length)}`,
      cookie.slice(0, -1),
      'irandargah_panel_0=..',
    ]) {
      expect((await panel.open('/dashboard/en', { cookie: forged })).status).toBe(303);
    }
    await sandbox.close();
  });
});
