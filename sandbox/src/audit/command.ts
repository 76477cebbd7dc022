// `npm run sandbox -- audit`: starts what is needed, attacks the shop, and reports.
import { randomBytes } from 'node:crypto';
import { startSandbox } from '../start.ts';
import { type AuditOptions, audit } from './audit.ts';
import { AuditImpossible } from './impossible.ts';
import { type AuditArguments, auditUsage, readAuditArguments } from './options.ts';
import { printedCheck, printedSummary } from './report.ts';
import { type ShopProcess, startShop } from './shop-process.ts';
import { evidenceText } from './texts/evidence.ts';

const words = {
  en: {
    settings: 'Start your shop with these settings, which make this sandbox its gateway:',
    order: 'Begin an order in your shop now, and do not pay it.',
    impossible: 'The audit could not be carried out:',
  },
  fa: {
    settings: 'فروشگاه را با این تنظیمات راه بیندازید تا این سندباکس درگاه آن باشد:',
    order: 'اکنون در فروشگاه سفارشی آغاز کنید و آن را پرداخت نکنید.',
    impossible: 'بازرسی انجام نشد:',
  },
} as const;

interface Gateway {
  url: string;
  token: string;
  secretKey: string | undefined;
  close: () => Promise<void>;
}

async function openGateway({ sandbox, port, dialects }: AuditArguments): Promise<Gateway> {
  if (sandbox) return { ...sandbox, close: async () => {} };
  // Without the sandbox's own limit: five callbacks at once are no reason to be refused here.
  const running = await startSandbox({ port, memory: true, ratePerSecond: 0, dialects });
  const { url, token, secretKey, close } = running;
  return { url, token, secretKey, close };
}

async function carryOut(wanted: AuditArguments, gateway: Gateway, onShop: (shop: ShopProcess) => void) {
  const { language, json, command, webhookUrl } = wanted;
  const say = json ? console.error : console.log;
  const secret = wanted.webhookSecret ?? randomBytes(32).toString('hex');
  const settings: Record<string, string> = {
    IRANDARGAH_URL: gateway.url,
    IRANDARGAH_TOKEN: gateway.token,
    ...(gateway.secretKey === undefined ? {} : { IRANDARGAH_SECRET_KEY: gateway.secretKey }),
    ...(webhookUrl === undefined ? {} : { WEBHOOK_SECRET: secret }),
  };
  let shop: ShopProcess | undefined;
  if (command.length > 0) {
    shop = startShop(command, settings);
    onShop(shop);
  } else {
    const lines = Object.entries(settings).map(([name, value]) => `  ${name}=${value}`);
    say(`${words[language].settings}\n\n${lines.join('\n')}\n`);
  }
  const options: AuditOptions = {
    ...wanted,
    sandboxUrl: gateway.url,
    token: gateway.token,
    webhook: webhookUrl === undefined ? undefined : { url: webhookUrl, secret },
    patience: wanted.waitSeconds * 1000,
    slowest: wanted.settleSeconds * 1000,
    askForOrder: () => say(words[language].order),
    ended: () => shop?.ended(),
    onCheck: (result) => {
      if (!json) console.log(printedCheck(result, language));
    },
  };
  return audit(options);
}

/** @returns the exit code: 0 passed, 1 failed, 2 not carried out. */
export async function auditCommand(argv: string[]): Promise<number> {
  const wanted = readAuditArguments(argv);
  if (wanted === 'help') {
    console.log(auditUsage);
    return 0;
  }
  if ('mistake' in wanted) {
    console.error(`${wanted.mistake}\n\n${auditUsage}`);
    return 2;
  }
  const { language, json, strict } = wanted;
  let shop: ShopProcess | undefined;
  let gateway: Gateway | undefined;
  const stop = async () => {
    await shop?.stop();
    await gateway?.close();
  };
  const interrupted = (signal: NodeJS.Signals) =>
    void stop().finally(() => process.kill(process.pid, signal));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    gateway = await openGateway(wanted);
    const report = await carryOut(wanted, gateway, (started) => {
      shop = started;
    });
    const bad = report.counts.fail + (strict ? report.counts['not-observable'] : 0);
    if (json) console.log(JSON.stringify({ passed: bad === 0, ...report }, null, 2));
    else console.log(`\n${printedSummary(report, language)}`);
    return bad === 0 ? 0 : 1;
  } catch (error) {
    const sentence =
      error instanceof AuditImpossible
        ? evidenceText(error.reason, error.values, language)
        : (error as Error).message;
    console.error(`${words[language].impossible} ${sentence}`);
    if (json) console.log(JSON.stringify({ passed: null, impossible: sentence }, null, 2));
    return 2;
  } finally {
    process.removeListener('SIGINT', interrupted).removeListener('SIGTERM', interrupted);
    await stop();
  }
}
