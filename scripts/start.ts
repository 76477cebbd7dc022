// `npm start`: generates everything from the contract, brings up its faces, and prints a request to paste.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { idempotency, operations, tokens } from '../generated/facts.ts';
import { type RunningSandbox, startSandbox } from '../sandbox/src/index.ts';
import { buildDocs } from './docs/build.ts';
import { serveDocs } from './docs/serve.ts';
import { type ContractDocument, type Example, resolve } from './generate/document.ts';
import { generate } from './generate/index.ts';
import { generatedFolder } from './generate/paths.ts';
import { startMock } from './mock/server.ts';
import { listeningFailure, readPort, stopOnSignal } from './serving.ts';

const ports = { mock: 4010, docs: 4000, sandbox: 4020 } as const;
type Face = keyof typeof ports;

const usage = `Usage: npm start -- ${Object.entries(ports)
  .map(([face, port]) => `[--${face}-port ${port}]`)
  .join(' ')} [--memory]`;

interface Running {
  url: string;
  close: () => Promise<void>;
}

/** Starts one face, or explains in a sentence why it could not. */
async function bringUp<T extends Running>(face: Face, port: number, start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    throw new Error(listeningFailure(error, face, port, `--${face}-port`));
  }
}

/** The order of the contract's own example. */
async function exampleOrder(): Promise<{ amount: number }> {
  const contract = JSON.parse(
    await readFile(join(generatedFolder, 'openapi.en.json'), 'utf8'),
  ) as ContractDocument;
  const example = resolve<Example>(contract, { $ref: '#/components/examples/paymentRequestMinimal' });
  return example.value as { amount: number };
}

/** A request that works as it is pasted. */
function requestToPaste(url: string, token: string, order: object): string {
  const { method, path } = operations.createPayment;
  return [
    `curl -X ${method} ${url}${path} \\`,
    `  -H 'Authorization: Bearer ${token}' \\`,
    // A key of its own each time, so that pasting it again makes a second payment.
    `  -H "${idempotency.header}: order-$(date +%s)" \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(order)}'`,
  ].join('\n');
}

async function welcome(mock: Running, docs: Running, sandbox: RunningSandbox): Promise<string> {
  const order = await exampleOrder();
  const local = { ...order, callback_url: 'http://127.0.0.1:3000/callback' };
  const verify = operations.createVerification;
  return `
  Documentation  ${docs.url}/en/
                 ${docs.url}/fa/
  Mock           ${mock.url}   the contract's examples, nothing is kept
  Sandbox        ${sandbox.url}   the gateway itself, with state
    panel        ${sandbox.url}/dashboard
    token        ${sandbox.token}
    secret key   ${sandbox.secretKey}

Ask the mock for a payment:

${requestToPaste(mock.url, `${tokens.prefixes.sandbox}demo`, order)}

Create one in the sandbox, then open its gateway_url and pay with a test card:

${requestToPaste(sandbox.url, sandbox.token, local)}

Nothing listens at its callback_url yet; the payment is made all the same. Verify it:

curl -X ${verify.method} ${sandbox.url}${verify.path} \\
  -H 'Authorization: Bearer ${sandbox.token}' -H 'Content-Type: application/json' \\
  -d '{"authority":"AUTHORITY OF THE ANSWER","amount":${order.amount}}'

Stop with Ctrl-C.`;
}

/** @returns undefined when only the usage was asked for. */
function readArguments(): ({ memory: boolean } & Record<Face, number>) | undefined {
  const portOption = (face: Face) => ({ type: 'string', default: String(ports[face]) }) as const;
  const { values } = parseArgs({
    options: {
      'mock-port': portOption('mock'),
      'docs-port': portOption('docs'),
      'sandbox-port': portOption('sandbox'),
      memory: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const read = (face: Face) => {
    const port = readPort(values[`${face}-port`]);
    if (port === undefined) throw new TypeError(`--${face}-port takes a number up to 65535.`);
    return port;
  };
  return { mock: read('mock'), docs: read('docs'), sandbox: read('sandbox'), memory: values.memory };
}

async function main(): Promise<number> {
  const args = readArguments();
  if (!args) {
    console.log(usage);
    return 0;
  }
  const { memory, ...wanted } = args;
  console.log('Generating from openapi/:');
  const code = await generate({ check: false });
  if (code !== 0) return code;
  await buildDocs();

  const running: Running[] = [];
  const started = <T extends Running>(face: T): T => {
    running.push(face);
    return face;
  };
  try {
    const mock = started(await bringUp('mock', wanted.mock, () => startMock({ port: wanted.mock })));
    const docs = started(await bringUp('docs', wanted.docs, () => serveDocs({ port: wanted.docs })));
    const sandbox = started(
      await bringUp('sandbox', wanted.sandbox, () => startSandbox({ port: wanted.sandbox, memory })),
    );
    console.log(await welcome(mock, docs, sandbox));
  } catch (error) {
    await Promise.all(running.map(({ close }) => close()));
    console.error(`\n${error instanceof Error ? error.message : error}`);
    return 1;
  }
  stopOnSignal(running);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(`${error.message}\n${usage}`);
  process.exitCode = 2;
}
