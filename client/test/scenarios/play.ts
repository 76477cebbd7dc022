// Plays one scenario: a terminal of its own at the sandbox, a front before it, and the shop of one language.
import { expect } from 'vitest';
import { signWebhook } from '../../../contract-tests/src/signatures.ts';
import { headers } from '../../../generated/client-facts.ts';
import { errors, signing } from '../../../generated/facts.ts';
import { connectSandbox } from '../../../sandbox/src/testing/index.ts';
import type { Driver } from './driver.ts';
import { type Front, startFront } from './front.ts';
import type { Ask, Delivery, Told } from './protocol.ts';
import type { Demand, Scenario, SentWebhook, ShopAsk } from './scenario.ts';

/** Long enough for a busy machine: a shorter wait would make faults of its own. */
const patientMs = 20_000;

type Known = Map<string, unknown>;

/** The value that `$name.field` stands for, or the code that `#Error…` stands for; every other text is itself. */
function meant(text: string, known: Known): unknown {
  if (text.startsWith('#')) return errors[text.slice(1) as keyof typeof errors].code;
  if (!/^\$\w+\.\w+$/.test(text)) return text.replaceAll(/\$\w+\.\w+/g, (name) => String(meant(name, known)));
  const [name = '', field = ''] = text.slice(1).split('.');
  const value = (known.get(name) as Record<string, unknown> | undefined)?.[field];
  if (value === undefined) throw new Error(`Nothing was told that ${text} could stand for.`);
  return value;
}

function resolved<Value>(value: Value, known: Known): Value {
  if (typeof value === 'string') return meant(value, known) as Value;
  if (Array.isArray(value)) return value.map((inner) => resolved(inner, known)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, resolved(inner, known)]),
  ) as Value;
}

/** Whether a list has these numbers, in whatever order. */
const sameNumbers = (wanted: readonly number[]) => {
  const sorted = (numbers: readonly number[]) => JSON.stringify([...numbers].sort());
  return (told: unknown) => Array.isArray(told) && sorted(told) === sorted(wanted);
};

/** A demand as vitest understands it. */
function demanded(demand: Demand): unknown {
  if (typeof demand !== 'object' || demand === null) return demand;
  if (Array.isArray(demand)) return demand.map(demanded);
  if ('inAnyOrder' in demand) return expect.toSatisfy(sameNumbers(demand.inAnyOrder as number[]));
  if ('matches' in demand) return expect.stringMatching(new RegExp(demand.matches as string));
  return Object.fromEntries(Object.entries(demand).map(([name, inner]) => [name, demanded(inner)]));
}

/** Signs a webhook now, as the gateway would. */
function delivery({
  event,
  id,
  data,
  secret,
  age = 0,
  sentData = data,
  headers: more = [],
}: SentWebhook): Delivery {
  const signature = signWebhook(data, secret);
  const timestamp = new Date().toISOString();
  const body = `{"event":${JSON.stringify(event)},"timestamp":"${timestamp}","merchant_code":"MERCHANT001","data":${sentData},"signature":"${signature}"}`;
  const { signature_header, timestamp_header } = signing.webhook;
  const names: [string, string][] = [
    ['Content-Type', 'application/json'],
    [signature_header, signature],
    [timestamp_header, String(Math.floor(Date.now() / 1000) - age)],
    [headers.webhookEvent, event],
    [headers.webhookId, id],
  ];
  const replaced = new Set(more.map(([name]) => name));
  const sent = [
    ...names.filter(([name]) => !replaced.has(name)),
    ...more.filter(([, value]) => value !== ''),
  ];
  return { body: Buffer.from(body).toString('base64'), headers: sent };
}

/** What the driver is asked in the end. */
function asked(ask: ShopAsk): Ask {
  switch (ask.do) {
    case 'webhook': {
      const { sent, ...rest } = ask;
      return { ...rest, ...delivery(sent) };
    }
    case 'deliver': {
      const deliveries = ask.deliveries.map(({ sent, after_ms }) => ({ ...delivery(sent), after_ms }));
      return { ...ask, deliveries };
    }
    case 'create':
    case 'verify':
    case 'call':
      return { ...ask, client: 'shop' };
    default:
      return ask;
  }
}

/** The requests with a letter for each key, in the order of their first appearance. */
function lettered(arrivals: Front['arrivals']): string[] {
  const letters = new Map<string, string>();
  return arrivals.map(({ operation, key }) => {
    if (key === undefined) return operation;
    const letter = letters.get(key) ?? String.fromCharCode('a'.charCodeAt(0) + letters.size);
    letters.set(key, letter);
    return `${operation} ${letter}`;
  });
}

/**
 * @param gateway the address of a running sandbox.
 * @throws when anything is told, or arrives, that the scenario does not want.
 */
export async function play(scenario: Scenario, driver: Driver, gateway: string): Promise<void> {
  const { signs = true, dialects = [], retries = 2, timeout_ms = patientMs, steps, requests } = scenario;
  const terminal = await connectSandbox(gateway, {
    dialects,
    ...(signs ? { require_signature: true } : { secret_key: null }),
  });
  const front = await startFront(gateway, terminal.secretKey);
  const known: Known = new Map();
  try {
    const ready = await driver.ask({
      do: 'client',
      name: 'shop',
      base_url: front.url,
      environment: 'sandbox',
      token: terminal.token,
      ...(terminal.secretKey !== null && { secret_key: terminal.secretKey }),
      timeout_ms,
      retries,
    });
    expect(ready).toEqual({ outcome: 'ready' });
    for (const [at, unresolved] of steps.entries()) {
      const step = resolved(unresolved, known);
      if ('ask' in step) {
        const told: Told = await driver.ask(asked(step.ask));
        const where = `step ${at + 1} of "${scenario.name}" was told ${JSON.stringify(told)}`;
        expect(told, where).toMatchObject(demanded(step.told) as object);
        if (step.as) known.set(step.as, told);
      } else if ('pay' in step) await terminal.pay(step.pay, step.card);
      else if ('advance' in step) await terminal.advance(step.advance);
      else if ('fault' in step) await terminal.fault(step.fault);
      else front.interferences.push(...step.interfere);
    }
    if (requests) expect(lettered(front.arrivals), `the requests of "${scenario.name}"`).toEqual(requests);
    expect(front.interferences, 'what should have been disturbed and never came').toEqual([]);
  } finally {
    await front.close();
  }
}
