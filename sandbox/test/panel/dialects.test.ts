// The panel's page of dialects: what is ticked is spoken from the next request on, and what is said about it can be read there.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allDialects } from '../../../foundation/dialects/catalogue.ts';
import { payment } from '../support/sandbox.ts';
import { visitedShop } from './visitor.ts';

type VisitedShop = Awaited<ReturnType<typeof visitedShop>>;

let visited: VisitedShop;
beforeEach(async () => {
  visited = await visitedShop('dialects');
});
afterEach(() => visited.close());

const ticked = (text: string) =>
  [...text.matchAll(/name="dialect" value="([^"]+)" checked/g)].map(([, name]) => name);

async function createdBy({ sandbox, shop }: VisitedShop, key: string): Promise<number> {
  const { status } = await sandbox.request(
    'POST',
    '/v2/payments',
    { authorization: `Bearer ${shop.token}`, 'content-type': 'application/json', 'idempotency-key': key },
    JSON.stringify(payment),
  );
  return status;
}

describe('the page of dialects', () => {
  it.each(['en', 'fa'] as const)('offers each with its words and its decisions (%s)', async (language) => {
    const { panel, page } = visited;
    const { text } = await panel.open(page.replace('/en/', `/${language}/`));
    for (const [name, { 'x-dialect': dialect }] of Object.entries(allDialects())) {
      expect(text).toContain(`value="${name}"`);
      const [beginning = ''] = dialect.summary[language].split('`');
      expect(text).toContain(beginning.trim().replaceAll("'", '&#39;'));
    }
    expect(text).toContain(language === 'en' ? 'Decisions 36, 53' : 'تصمیم‌های ۳۶، ۵۳');
    expect(text).toContain(
      language === 'en' ? 'What does getVerification answer before' : 'getVerification پیش از تأیید چه',
    );
    expect(ticked(text)).toEqual([]);
  });

  it('lets the terminal speak what was ticked, shows it, and gives it up again', async () => {
    const { panel, page } = visited;
    const { text } = await panel.change(page, `${page}/speak`, { dialect: ['created-201', 'literal'] });
    expect(text).toContain('answered in these dialects');
    expect(ticked(text)).toEqual(['literal', 'created-201']);
    expect(await createdBy(visited, 'a')).toBe(201);
    const overview = await panel.open(page.replace('/dialects', ''));
    expect(overview.text).toContain('created-201');
    expect(ticked((await panel.change(page, `${page}/speak`)).text)).toEqual([]);
    expect(await createdBy(visited, 'b')).toBe(200);
    await panel.change(page, `${page}/speak`, { dialect: ['created-201'] });
    const followed = await panel.change(page, `${page}/follow`);
    expect(followed.text).toContain('follows the sandbox again');
    expect(followed.text).toContain('As the sandbox');
    expect(await createdBy(visited, 'c')).toBe(200);
  });

  it('refuses a dialect that there is not, and changes nothing', async () => {
    const { panel, page } = visited;
    await panel.change(page, `${page}/speak`, { dialect: ['created-201'] });
    const { status, text } = await panel.send(page, `${page}/speak`, { dialect: ['<b>', 'literal'] });
    expect([status, ticked(text)]).toEqual([422, ['created-201']]);
    expect(text).toContain('There is no dialect “&lt;b&gt;”');
  });

  it('tells the callback and the status of a payment as the terminal speaks', async () => {
    const { panel, page, shop, sandbox } = visited;
    await panel.change(page, `${page}/speak`, { dialect: ['other-callback-codes', 'new-status'] });
    const { json } = await sandbox.request(
      'POST',
      '/v2/payments',
      { authorization: `Bearer ${shop.token}`, 'content-type': 'application/json', 'idempotency-key': 'k' },
      JSON.stringify(payment),
    );
    const { authority } = json.data.transaction;
    await shop.pay(authority, 'timeout');
    const { text } = await panel.open(page.replace('/dialects', `/transactions/${authority}`));
    expect(text).toContain('<code dir="ltr">expired</code>');
    expect(text).toContain('<bdi>-4</bdi>');
  });
});
