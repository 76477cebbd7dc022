// A gateway by its address as a person meets it: what is told beforehand, who pays, what is left behind, and going on after a cut.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/src/index.ts';
import { startCardRobot } from '../examples/card-robot.ts';
import { runCommand } from '../src/command.ts';
import { onThisMachine } from '../src/deliveries/hosting.ts';
import { listening } from '../src/listening.ts';
import { awaited } from '../src/payer/awaited.ts';
import { PayerGone } from '../src/payer/payer.ts';
import { person } from '../src/payer/person.ts';
import { robot } from '../src/payer/robot.ts';
import { openTill } from '../src/payer/till.ts';
import type { Report } from '../src/report/report.ts';
import { createInterruption } from '../src/run/interruption.ts';
import { progressOn, silent } from '../src/run/progress.ts';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

let gateway: RunningSandbox;
let cardRobot: Awaited<ReturnType<typeof startCardRobot>>;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'irandargah-live-'));
  gateway = await startSandbox({ port: 0, memory: true });
  cardRobot = await startCardRobot();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  cardRobot.close();
  await gateway.close();
});

const env = () => ({ CONTRACT_TOKEN: gateway.token, CONTRACT_SECRET_KEY: gateway.secretKey });

async function run(
  args: string[],
  environment: NodeJS.ProcessEnv = env(),
  interruption = createInterruption(),
) {
  const lines: string[] = [];
  const keep = (text: string) => void lines.push(text);
  const code = await runCommand(args, environment, {
    line: keep,
    failure: keep,
    progress: silent,
    interruption,
  });
  return { code, output: lines.join('\n') };
}

const activeWebhooks = () =>
  gateway.sandbox.services.storage.db
    .selectFrom('webhooks')
    .select('id')
    .where('is_active', '=', 1)
    .execute();

describe('before the first request', () => {
  it('--plan says what a run would create and how long it would take, and does nothing', async () => {
    const made = gateway.sandbox.services.storage.db.selectFrom('payments').select('authority');
    const before = (await made.execute()).length;
    const { code, output } = await run([
      '--target',
      gateway.url,
      '--write',
      '--payer',
      cardRobot.url,
      '--plan',
    ]);
    expect(output).toMatch(/sends about \d+ requests and takes about \d+ min/);
    expect(output).toMatch(/creates about \d+ payments.* \d+ subscriptions to webhooks, removed at the end/);
    expect(output).toMatch(/card robot is asked \d+ times to act as the payer: pay successfully/);
    expect(code).toBe(0);
    expect((await made.execute()).length).toBe(before);
  });

  it.each([
    [['--payer', 'person'], '--payer needs --write'],
    [['--payer', 'nobody', '--write'], '--payer wants person or the address'],
    [['--listen', 'here', '--write'], '--listen wants an address and a port'],
    [['--public-url', 'tunnel', '--write'], '--public-url wants an address'],
  ])('%j is refused with a sentence', async (args, sentence) => {
    const { code, output } = await run(['--target', gateway.url, ...args]);
    expect([code, output]).toEqual([2, expect.stringContaining(sentence)]);
  });

  it('a token of production writes only where it is said that the money is real', async () => {
    const args = ['--target', gateway.url, '--write', '--plan', '--part', 'behaviour'];
    const production = { CONTRACT_TOKEN: 'idg_live_0123456789' };
    const refused = await run(args, production);
    expect([refused.code, refused.output]).toEqual([2, expect.stringContaining('--real-money')]);
    expect((await run([...args, '--real-money'], production)).code).toBe(0);
  });

  it('a second terminal must be another one', async () => {
    const { code, output } = await run(['--target', gateway.url], {
      ...env(),
      CONTRACT_OTHER_TOKEN: gateway.token,
    });
    expect([code, output]).toEqual([2, expect.stringContaining('CONTRACT_OTHER_TOKEN')]);
  });
});

describe('a payer', () => {
  it('is a robot that takes orders by HTTP: payments are verified, callbacks and webhooks arrive', async () => {
    const file = join(folder, 'paid.json');
    const only = 'payment.completed';
    const args = ['--target', gateway.url, '--write', '--payer', cardRobot.url, '--report', file];
    await run([...args, '--part', 'deliveries', '--only', only]);
    const { cases } = JSON.parse(readFileSync(file, 'utf8')) as Report;
    expect(cases.map(({ operation, outcome }) => [operation, outcome])).toEqual([[only, 'kept']]);
    expect(await activeWebhooks()).toEqual([]);
  });

  it.each([
    [502, '{"error":"the reader is empty"}', 'the reader is empty'],
    [200, '{"done":false}', 'could not do it (success)'],
    [200, 'OK', 'OK'],
  ])('a robot that answers %i %s is the reason why nothing was judged', async (status, body, reason) => {
    const local = await listening(createServer((_, response) => void response.writeHead(status).end(body)));
    const order = {
      authority: 'A',
      gatewayUrl: 'https://gateway.invalid',
      orderId: '1',
      act: 'success',
    } as const;
    await expect(robot(local.url).act(order)).rejects.toThrow(reason);
    await local.close();
    await expect(robot(local.url).act(order)).rejects.toThrow(PayerGone);
  });

  it('is a person who is told the page and the card, and whose callback is waited for', async () => {
    const told: string[] = [];
    const till = await openTill(onThisMachine);
    const actor = person({ environment: 'sandbox', tell: (text) => void told.push(text), expected: () => 3 });
    const payer = awaited(actor, { till, sleep: (time) => sleep(time), onWait: () => {} });
    const order = {
      authority: 'A',
      gatewayUrl: 'https://gateway.invalid/startpay/A',
      orderId: '7',
      act: 'failed',
    } as const;
    const paying = payer.pay(order, async () => false);
    await fetch(till.urlFor('7'), {
      method: 'POST',
      body: new URLSearchParams({ authority: 'A', status_code: '-1' }),
    });
    expect(await paying).toMatchObject({ method: 'POST', fields: { authority: 'A', status_code: '-1' } });
    expect(told[0]).toMatch(
      /^Payment 1 of about 3: open https:\/\/gateway.invalid\/startpay\/A .* test card 6219861012345678/,
    );
    await till.close();
  });

  it('who does not come is not asked again', async () => {
    const actor = { name: 'The payer', act: async () => {}, patience: 50, interval: 10 };
    const payer = awaited(actor, {
      till: { arrived: () => undefined },
      sleep: (time) => sleep(time),
      onWait: () => {},
    });
    const order = { authority: 'A', gatewayUrl: '', orderId: '7', act: 'success' } as const;
    await expect(payer.pay(order, async () => false)).rejects.toThrow('was still unpaid');
    await expect(payer.pay(order, async () => false)).rejects.toThrow('did not do what was asked before');
  });
});

describe('a run that is ended from outside', () => {
  const args = () => ['--target', gateway.url, '--write', '--part', 'requests', '--part', 'behaviour'];

  it('puts in order what it has made, and says that it was interrupted', async () => {
    const interruption = createInterruption();
    const ended = run([...args(), '--only', 'Webhook'], env(), interruption);
    while ((await activeWebhooks()).length === 0) await sleep(20);
    interruption.request();
    const { code, output } = await ended;
    expect([code, output]).toEqual([2, expect.stringContaining('interrupted')]);
    expect(await activeWebhooks()).toEqual([]);
  });

  it('goes on where it was killed, and reports the whole as if it had not been', {
    timeout: 120_000,
  }, async () => {
    const journal = join(folder, 'journal.jsonl');
    const only = ['--only', 'createPayment'];
    const spawned = (kill: boolean, report: string, ...more: string[]) =>
      new Promise<number | null>((resolve) => {
        const all = [cli, ...args(), ...only, '--report', join(folder, report), ...more];
        const child = execFile(process.execPath, all, { env: { PATH: process.env.PATH, ...env() } }, () =>
          resolve(child.exitCode),
        );
        if (!kill) return;
        const timer = setInterval(() => {
          const text = (() => {
            try {
              return readFileSync(journal, 'utf8');
            } catch {
              return '';
            }
          })();
          if ((text.match(/"ended":/g) ?? []).length < 5) return;
          clearInterval(timer);
          child.kill('SIGKILL');
        }, 5);
      });
    expect(await spawned(true, 'killed.json', '--resume', journal)).toBeNull();
    expect(readFileSync(journal, 'utf8')).not.toContain(gateway.token);
    expect(await spawned(false, 'resumed.json', '--resume', journal)).toBe(0);
    expect(await spawned(false, 'whole.json')).toBe(0);
    /** All but times, what a cut leaves uncertain, and what a limit that others use has shown in passing. */
    const timeless = (file: string) => {
      const { verdict, counts, target, seed, cases, findings, coverage } = JSON.parse(
        readFileSync(join(folder, file), 'utf8'),
      ) as Report;
      const examples = coverage.filter(({ name }) => name.startsWith('examples'));
      return {
        verdict,
        counts,
        target,
        seed,
        findings,
        examples,
        cases: cases.map((one) => ({ ...one, seconds: 0 })),
      };
    };
    expect(timeless('resumed.json')).toEqual(timeless('whole.json'));

    const other = await run([...args(), ...only, '--resume', journal, '--seed', '2']);
    expect([other.code, other.output]).toEqual([2, expect.stringContaining('its seed is 1, not 2')]);
  });
});

it('a watcher without a terminal hears every 15 s which case is on, and when it will be over', () => {
  let time = 0;
  const written: string[] = [];
  const progress = progressOn({ write: (text: string) => written.push(text) > 0 }, () => time);
  progress.expect(() => 600);
  progress.begin('examples of answers', 3);
  progress.step('one');
  time += 16_000;
  progress.start('two');
  progress.wait(40, 'so that the limit of testWebhook is not tripped');
  time += 16_000;
  progress.step('two');
  progress.end();
  expect(written[0]).toContain('examples of answers: 1 of 3; two; about 10 min left, until ');
  expect(written.at(-1)).toBe('  examples of answers: 2 of 3\n');
});
