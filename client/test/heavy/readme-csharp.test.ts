// The code of the C# README does what it says, as printed: a whole shop sells two orders, and each sample runs.
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import getPort from 'get-port';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signWebhook } from '../../../contract-tests/src/signatures.ts';
import { root } from '../../../foundation/reader/paths.ts';
import { signing } from '../../../generated/client-facts.ts';
import {
  startSandbox,
  type TestingSandbox,
  type TestingTerminal,
} from '../../../sandbox/src/testing/index.ts';
import { createClient } from '../../src/index.ts';
import { installNupkg, packCsharp } from './drivers/csharp-nupkg.ts';
import { must } from './drivers/must.ts';

const home = join(root, 'client/csharp');
const secret = 'the secret of the webhook';
const secretKey = 'the secret key: کلید';

let folder: string;
let samples: string[];
let gateway: TestingSandbox;
let terminal: TestingTerminal;

/** Compiles a program in the fresh project. */
async function compile(name: string, ...sources: string[]): Promise<void> {
  const known = ['IranDargah.Client', 'System.Data', 'Mono.Data.Sqlite'].map((one) => `-r:${one}.dll`);
  await must(['mcs', '-langversion:7.2', ...known, `-out:${name}.exe`, ...sources], folder);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'irandargah-readme-'));
  const library = await installNupkg(await packCsharp(folder), folder);
  await copyFile(library, join(folder, 'IranDargah.Client.dll'));
  const readme = await readFile(join(home, 'README.md'), 'utf8');
  samples = [...readme.matchAll(/```csharp\n([\s\S]*?)```/g)].map(([, sample = '']) => sample);
  gateway = await startSandbox();
  terminal = await gateway.terminal({ require_signature: true, secret_key: secretKey });
});

afterAll(async () => {
  await gateway.close();
  await rm(folder, { recursive: true, force: true });
});

/** The sample that has a text in it. */
function sample(text: string): string {
  const found = samples.filter((one) => one.includes(text));
  expect(found, text).toHaveLength(1);
  return found[0] as string;
}

/** Asks until the shop listens. */
async function reach(url: string, init: RequestInit = {}): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetch(url, { redirect: 'manual', ...init });
    } catch (error) {
      if (attempt === 100) throw error;
      await wait(100);
    }
  }
}

it('sells two orders, verifies both, and handles each webhook once', async () => {
  await writeFile(join(folder, 'Shop.cs'), sample('public static class Shop'));
  await compile('shop', 'Shop.cs');
  const url = `http://127.0.0.1:${await getPort({ host: '127.0.0.1' })}`;
  const env = {
    ...process.env,
    SHOP_URL: url,
    IRANDARGAH_TOKEN: terminal.token,
    IRANDARGAH_SECRET_KEY: secretKey,
    IRANDARGAH_URL: gateway.url,
    WEBHOOK_SECRET: secret,
  };
  const shop: ChildProcess = spawn('mono', ['shop.exe'], { cwd: folder, env });
  let said = '';
  shop.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  shop.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  try {
    const { subscribeWebhook } = createClient({
      token: terminal.token,
      secretKey,
      environment: 'sandbox',
      baseUrl: gateway.url,
    });
    await subscribeWebhook({ url: `${url}/webhook`, events: ['verification.completed'], secret });
    const orders = ['ORDER-1', 'ORDER-2'];
    const authorities: string[] = [];
    for (const order of orders) {
      const bought = await reach(`${url}/buy?order=${order}`);
      expect(bought.status, said).toBe(302);
      const authority = /startpay\/(\w+)/.exec(bought.headers.get('location') ?? '')?.[1] ?? '';
      expect(authority).not.toBe('');
      authorities.push(authority);
    }
    for (const [at, authority] of authorities.entries()) {
      const forged = new URLSearchParams({ authority, status_code: '201', amount: '1', order_id: 'ORDER-1' });
      expect((await reach(`${url}/return`, { method: 'POST', body: forged })).status).toBe(400);
      await terminal.pay(authority);
      const form = new URLSearchParams({
        authority,
        status_code: '201',
        amount: '250000',
        order_id: orders[at] ?? '',
      });
      const returned = await reach(`${url}/return`, { method: 'POST', body: form });
      expect(await returned.text()).toMatch(new RegExp(`^paid ${orders[at]} \\w+$`));
    }
    const stranger = await reach(`${url}/webhook`, { method: 'POST', body: '{}' });
    expect(stranger.status).toBe(401);
    await expect
      .poll(() => said.match(/verification\.completed: paid ORDER-[12] \w+/g)?.length, { timeout: 30_000 })
      .toBe(2);
    await expect
      .poll(async () => (await terminal.deliveries()).map(({ state }) => state))
      .toEqual(['delivered', 'delivered']);
  } finally {
    shop.kill();
  }
});

it('tells errors, keeps events in a database, and takes what ASP.NET Core gives', async () => {
  await copyFile(join(home, 'tests/AspNetCore.cs'), join(folder, 'AspNetCore.cs'));
  await writeFile(
    join(folder, 'Samples.cs'),
    `using System; using System.Collections.Generic; using System.Data.Common; using System.IO;
using System.Threading.Tasks; using IranDargah;

public static class Samples
{
    static string Given(string name) => System.Environment.GetEnvironmentVariable(name);

    static DbConnection NewConnection() => new Mono.Data.Sqlite.SqliteConnection("Data Source=inbox.db;Default Timeout=10");

    static async Task Errors(IranDargahClient gateway, string authority)
    {
${sample('await gateway.GetPaymentAsync(authority)')}
    }

    static async Task Database(WebhookEvent webhook)
    {
${sample('DatabaseStore.Sqlite')}
    }

    static async Task<WebhookEvent> Receive(HttpRequest request, string secret)
    {
${sample('// POST /webhook')}
        return webhook;
    }

    static async Task<CallbackClaim> Return(HttpRequest request, Func<string, Task<StoredPayment>> findPayment)
    {
${sample('// GET and POST /return')}
        return callback.Claim;
    }

    static async Task Run()
    {
        var gateway = new IranDargahClient(new ClientOptions
        {
            Token = Given("TOKEN"), SecretKey = Given("SECRET_KEY"), BaseUrl = Given("SERVER"),
            Environment = GatewayEnvironment.Sandbox,
        });
        await Errors(gateway, "2025100121424146ZZ");
        var delivery = new HttpRequest { Body = new MemoryStream(Convert.FromBase64String(Given("BODY"))) };
        foreach (var line in Given("HEADERS").Split('\\n'))
        {
            var parts = line.Split('=');
            delivery.Headers[parts[0]] = new StringValues(parts[1]);
        }
        var webhook = await Receive(delivery, Given("WEBHOOK_SECRET"));
        Console.WriteLine(webhook.Event + " " + ((SettledPaymentData)webhook.Data).Amount);
        await Database(webhook);
        await Database(webhook);
        foreach (var method in new[] { "GET", "POST" })
        {
            var request = new HttpRequest { Method = method };
            var form = method == "GET" ? request.Query : request.Form;
            form.Add("authority", "2025100121424146HC");
            form.Add("status_code", "201");
            form.Add("amount", "250000");
            form.Add("order_id", "ORDER-1");
            Func<string, Task<StoredPayment>> find =
                authority => Task.FromResult(new StoredPayment(authority, Rials.Of(250000), "ORDER-1"));
            Console.WriteLine(await Return(request, find));
            form.Add("amount", "250000");
            try
            {
                await Return(request, find);
            }
            catch (CallbackException refused)
            {
                Console.WriteLine(refused.Reason);
            }
        }
    }

    public static void Main()
    {
        Run().GetAwaiter().GetResult();
    }
}
`,
  );
  await compile('samples', 'Samples.cs', 'AspNetCore.cs');
  const data =
    '{"authority":"2025100121424146HC","amount":250000,"order_id":"ORDER-1","ref_code":"1","pan":"603799******1234","verified_at":"1404-06-29 10:35:00"}';
  const signature = signWebhook(data, secret);
  const { signature_header, timestamp_header } = signing.webhook;
  const headers = [
    `${signature_header}=${signature}`,
    `${timestamp_header}=${Math.floor(Date.now() / 1000)}`,
    'X-Webhook-Event=payment.completed',
    'X-Webhook-ID=event-1',
  ];
  const body = `{"event":"payment.completed","data":${data}}`;
  const output = await must(['mono', 'samples.exe'], folder, {
    TOKEN: terminal.token,
    SECRET_KEY: secretKey,
    SERVER: gateway.url,
    BODY: Buffer.from(body).toString('base64'),
    HEADERS: headers.join('\n'),
    WEBHOOK_SECRET: secret,
  });
  expect(output.trim().split('\n')).toEqual([
    'no such payment',
    'payment.completed 250000 rials',
    '200',
    '200',
    ...['AwaitingVerification', 'doubled_field', 'AwaitingVerification', 'doubled_field'],
  ]);
});
