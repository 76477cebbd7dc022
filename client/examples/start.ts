// `npm run example -- NAME`: opens one of the shops for a browser, with a terminal of its own at a running sandbox.
import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { rials } from '@irandargah/client';
import { listeningFailure, readPort, stopOnSignal } from '../../foundation/commands/serving.ts';
import { connectSandbox, SandboxRefusal, type TestingTerminal } from '../../sandbox/src/testing/index.ts';
import { type Shop, settlePending } from './checkout.ts';
import { type OpenShop, shops } from './open.ts';

const names = [...shops.keys()].join(', ');
const usage = `Usage: npm run example -- NAME [options]

  NAME           the shop: ${names}
  --port N       where it listens (3000; 0 takes any free port)
  --sandbox URL  where the sandbox answers (http://127.0.0.1:4020); start it with npm run sandbox
  --help

A sandbox with a control token takes it from IRANDARGAH_CONTROL_TOKEN.`;

interface Arguments {
  name: string;
  open: OpenShop;
  port: number;
  sandbox: string;
}

/** @returns what was asked for, or a sentence on what is wrong with it. */
function readArguments(args: string[]): Arguments | 'help' | { mistake: string } {
  const options = {
    port: { type: 'string', default: '3000' },
    sandbox: { type: 'string', default: 'http://127.0.0.1:4020' },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.help) return 'help';
    const [name, ...rest] = positionals;
    if (name === undefined || rest.length > 0) return { mistake: `Name one shop: ${names}.` };
    const open = shops.get(name);
    if (!open) return { mistake: `There is no shop "${name}". Choose one of ${names}.` };
    const port = readPort(values.port);
    if (port === undefined) return { mistake: '--port takes a number up to 65535.' };
    if (!URL.canParse(values.sandbox))
      return { mistake: '--sandbox takes an address like http://127.0.0.1:4020.' };
    return { name, open, port, sandbox: values.sandbox.replace(/\/+$/, '') };
  } catch (error) {
    return { mistake: (error as Error).message };
  }
}

/** The shop's terminal: the same at each start, with nothing left of the last one. */
async function terminalAt(sandbox: string, name: string): Promise<TestingTerminal> {
  try {
    return await connectSandbox(sandbox, {
      seed: `example shop ${name}`,
      name: `Example shop (${name})`,
      controlToken: process.env.IRANDARGAH_CONTROL_TOKEN,
    });
  } catch (error) {
    if (error instanceof SandboxRefusal)
      throw new Error(`The sandbox at ${sandbox} gives the shop no terminal: ${error.message}`);
    throw new Error(
      `No sandbox answers at ${sandbox}. Start one in another terminal with npm run sandbox, or name its address with --sandbox URL.`,
    );
  }
}

/** A page with an order of its own at each visit, in front of the shop. */
function withShopWindow(name: string, { orders }: Shop, shop: RequestListener): RequestListener {
  let count = 0;
  return (request, response) => {
    if (request.method !== 'GET' || request.url !== '/') return shop(request, response);
    count += 1;
    const { id, amount } = orders.place(`ORDER-${count}`, rials(250_000));
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(`<!doctype html>
<html lang="en">
<meta name="viewport" content="width=device-width">
<title>Example shop: ${name}</title>
<h1>Example shop: ${name}</h1>
<form method="post" action="/orders/${id}/pay">
<p>${id}: ${amount.toLocaleString('en')} rials <button>Pay</button></p>
</form>
`);
  };
}

const listen = (server: ReturnType<typeof createServer>, port: number) =>
  new Promise<string>((resolve, reject) => {
    server.once('error', (error) => reject(new Error(listeningFailure(error, 'shop', port))));
    server.listen(port, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });

async function start({ name, open, port, sandbox }: Arguments): Promise<void> {
  const { token, secretKey } = await terminalAt(sandbox, name);
  const server = createServer();
  const shopUrl = await listen(server, port);
  const webhookSecret = randomUUID();
  const { shop, listener } = await open({
    shopUrl,
    gatewayUrl: sandbox,
    token,
    secretKey: secretKey ?? '',
    webhookSecret,
  });
  server.on('request', withShopWindow(name, shop, listener));
  await shop.gateway.subscribeWebhook({
    url: `${shopUrl}/webhooks/irandargah`,
    events: ['payment.completed'],
    secret: webhookSecret,
  });
  const job = setInterval(() => void settlePending(shop), 60_000);
  stopOnSignal([
    {
      close: async () => {
        clearInterval(job);
        server.close();
        server.closeAllConnections();
      },
    },
  ]);
  console.log(`The shop with ${name} is open: ${shopUrl}
Buy there, and pay with a test card. What the gateway knows of it: ${sandbox}/dashboard
Stop with Ctrl-C.`);
}

/** @returns the exit code: 0 open or helped, 1 could not open, 2 wrong arguments. */
async function main(args: string[]): Promise<number> {
  const wanted = readArguments(args);
  if (wanted === 'help') {
    console.log(usage);
    return 0;
  }
  if ('mistake' in wanted) {
    console.error(`${wanted.mistake}\n\n${usage}`);
    return 2;
  }
  try {
    await start(wanted);
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
