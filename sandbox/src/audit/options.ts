// Reads the command line of the audit.
import { parseArgs } from 'node:util';
import { expanded } from '../../../foundation/dialects/catalogue.ts';
import { tokens } from '../../../generated/facts.ts';
import { isLoopbackHost } from '../core/addresses.ts';
import { commandName } from '../core/command-name.ts';
import type { Language } from './texts/checks.ts';

export const auditUsage = `Usage: ${commandName} audit --callback-url URL [options] [-- COMMAND …]

Attacks your own shop, which must use a sandbox as its gateway, and says what it let through.

  --callback-url URL      where your shop takes the payer's return
  --checkout-url URL      where a POST begins an order; {n} in it becomes 1, 2, 3 …, for orders that are there
                          already; without it you begin each order by hand
  --checkout-body TEXT    what is posted there: JSON when it begins with {, else a form
  --order-status-url URL  where your shop tells an order's state, with {order_id} or {authority} in it:
                          JSON like {"status": "paid", "deliveries": 1}, or {"paid": true}
  --webhook-url URL       where your shop takes webhooks
  --webhook-secret TEXT   the secret of that webhook (a new one each time)
  --price-rials N         what the order costs, in rials
  --sandbox URL           use a running sandbox, with --token and --secret-key of the shop's terminal;
                          without it one is started for the audit, in memory
  --token, --secret-key   see --sandbox
  --port N                port of the sandbox that is started (any free one)
  --dialect NAME          let that sandbox speak otherwise than the contract; may be repeated
  --wait N                seconds to wait for the first order, and for each that you begin by hand (60)
  --settle N              seconds that your shop may take to verify after it has answered the payer (10)
  --allow-host HOST       also attack a shop on another machine; may be repeated
  --lang en|fa            language of the report (en)
  --json                  print the report as JSON
  --strict                let what could not be observed count as failed
  --help

COMMAND starts your shop with the settings in its environment: IRANDARGAH_URL, IRANDARGAH_TOKEN,
IRANDARGAH_SECRET_KEY, WEBHOOK_SECRET. It runs in the folder of this project, so give whole paths.
Without it they are printed, and you start the shop with them yourself.

Exit code: 0 everything passed, 1 something failed, 2 the audit could not be carried out.`;

export interface AuditArguments {
  callbackUrl: string;
  checkoutUrl: string | undefined;
  checkoutBody: string;
  orderStatusUrl: string | undefined;
  webhookUrl: string | undefined;
  webhookSecret: string | undefined;
  priceRials: number | undefined;
  sandbox: { url: string; token: string; secretKey: string | undefined } | undefined;
  port: number;
  /** Of the sandbox that is started. */
  dialects: string[];
  waitSeconds: number;
  settleSeconds: number;
  language: Language;
  json: boolean;
  strict: boolean;
  command: string[];
}

class Mistake extends Error {}

function whole(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[0-9]{1,12}$/.test(text) || Number(text) < least || Number(text) > most) {
    throw new Mistake(`--${name} must be a number from ${least} to ${most}.`);
  }
  return Number(text);
}

/** An address that may be attacked: on this machine, or on one that was named for it. */
function target(name: string, text: string | undefined, allowed: readonly string[]): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Mistake(`--${name} must be an http:// or https:// URL.`);
  if (!isLoopbackHost(url.hostname) && !allowed.includes(url.hostname)) {
    throw new Mistake(
      `--${name} is not on this machine. If ${url.hostname} is your own, add --allow-host ${url.hostname}.`,
    );
  }
  return text;
}

function parse(argv: string[]): AuditArguments | 'help' {
  const split = argv.indexOf('--');
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: split < 0 ? argv : argv.slice(0, split),
    options: {
      'callback-url': text,
      'checkout-url': text,
      'checkout-body': text,
      'order-status-url': text,
      'webhook-url': text,
      'webhook-secret': text,
      'price-rials': text,
      sandbox: text,
      token: text,
      'secret-key': text,
      port: text,
      dialect: { type: 'string', multiple: true, default: [] },
      wait: text,
      settle: text,
      'allow-host': { type: 'string', multiple: true, default: [] },
      lang: text,
      json: flag,
      strict: flag,
      help: flag,
    },
  });
  if (values.help) return 'help';
  const allowed = values['allow-host'];
  const callbackUrl = target('callback-url', values['callback-url'], allowed);
  if (callbackUrl === undefined) throw new Mistake('Give --callback-url, where your shop takes the return.');
  const statusUrl = values['order-status-url'];
  if (statusUrl !== undefined && !/\{(order_id|authority)\}/.test(statusUrl)) {
    throw new Mistake('--order-status-url must have {order_id} or {authority} in it.');
  }
  target('order-status-url', statusUrl?.replaceAll(/[{}]/g, ''), allowed);
  const { token, lang = 'en' } = values;
  if (lang !== 'en' && lang !== 'fa') throw new Mistake('--lang must be en or fa.');
  if (values.sandbox !== undefined && token === undefined) {
    throw new Mistake('--sandbox needs --token, with that of the terminal that your shop uses.');
  }
  // An unknown one throws, with the names of those there are.
  expanded(values.dialect);
  if (values.sandbox !== undefined && values.dialect.length > 0) {
    throw new Mistake('--dialect is for the sandbox that is started: a running one has its own.');
  }
  if (values.sandbox === undefined && token !== undefined) throw new Mistake('--token needs --sandbox.');
  if (token !== undefined && !token.startsWith(tokens.prefixes.sandbox)) {
    throw new Mistake(
      `--token must begin with ${tokens.prefixes.sandbox}: the audit is for the sandbox alone.`,
    );
  }
  const sandboxUrl = target('sandbox', values.sandbox, [])?.replace(/\/+$/, '');
  return {
    callbackUrl,
    checkoutUrl: target('checkout-url', values['checkout-url'], allowed),
    checkoutBody: values['checkout-body'] ?? '',
    orderStatusUrl: statusUrl,
    webhookUrl: target('webhook-url', values['webhook-url'], allowed),
    webhookSecret: values['webhook-secret'],
    priceRials: whole('price-rials', values['price-rials'], 1, 1e12 - 1),
    sandbox:
      sandboxUrl === undefined || token === undefined
        ? undefined
        : { url: sandboxUrl, token, secretKey: values['secret-key'] },
    port: whole('port', values.port, 0, 65_535) ?? 0,
    dialects: values.dialect,
    waitSeconds: whole('wait', values.wait, 0, 86_400) ?? 60,
    settleSeconds: whole('settle', values.settle, 0, 600) ?? 10,
    language: lang,
    json: values.json,
    strict: values.strict,
    command: split < 0 ? [] : argv.slice(split + 1),
  };
}

/** @returns what was asked for, or a sentence on what is wrong with it. */
export function readAuditArguments(argv: string[]): AuditArguments | 'help' | { mistake: string } {
  try {
    return parse(argv);
  } catch (error) {
    return { mistake: (error as Error).message };
  }
}
