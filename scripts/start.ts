// `npm start`: generates everything from the contract, brings up its faces, and prints a request to paste.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { idempotency, operations, tokens } from '../generated/facts.ts';
import { buildDocs } from './docs/build.ts';
import { serveDocs } from './docs/serve.ts';
import { type ContractDocument, type Example, resolve } from './generate/document.ts';
import { generate } from './generate/index.ts';
import { generatedFolder } from './generate/paths.ts';
import { startMock } from './mock/server.ts';
import { listeningFailure, readPort, stopOnSignal } from './serving.ts';

const usage = 'Usage: npm start -- [--mock-port 4010] [--docs-port 4000]';

interface Running {
  url: string;
  close: () => Promise<void>;
}

/** Starts one face, or explains in a sentence why it could not. */
async function bringUp(name: 'mock' | 'docs', port: number, start: () => Promise<Running>): Promise<Running> {
  try {
    return await start();
  } catch (error) {
    throw new Error(listeningFailure(error, name, port, `--${name}-port`));
  }
}

/** A request that works as it is pasted, made of the contract's own example. */
async function requestToPaste(mockUrl: string): Promise<string> {
  const contract = JSON.parse(
    await readFile(join(generatedFolder, 'openapi.en.json'), 'utf8'),
  ) as ContractDocument;
  const { value } = resolve<Example>(contract, { $ref: '#/components/examples/paymentRequestMinimal' });
  const { method, path } = operations.createPayment;
  return [
    `curl -X ${method} ${mockUrl}${path} \\`,
    `  -H 'Authorization: Bearer ${tokens.prefixes.sandbox}demo' \\`,
    `  -H '${idempotency.header}: order-1' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(value)}'`,
  ].join('\n');
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      'mock-port': { type: 'string', default: '4010' },
      'docs-port': { type: 'string', default: '4000' },
    },
  });
  const mockPort = readPort(values['mock-port']);
  const docsPort = readPort(values['docs-port']);
  if (mockPort === undefined || docsPort === undefined)
    throw new TypeError('A port is a number up to 65535.');

  console.log('Generating from openapi/:');
  const code = await generate({ check: false });
  if (code !== 0) return code;
  await buildDocs();

  const running: Running[] = [];
  try {
    running.push(await bringUp('mock', mockPort, () => startMock({ port: mockPort })));
    running.push(await bringUp('docs', docsPort, () => serveDocs({ port: docsPort })));
  } catch (error) {
    await Promise.all(running.map(({ close }) => close()));
    console.error(`\n${error instanceof Error ? error.message : error}`);
    return 1;
  }
  const [mock, docs] = running as [Running, Running];
  console.log(`
  Mock           ${mock.url}
  Documentation  ${docs.url}/en/
                 ${docs.url}/fa/

Create a payment:

${await requestToPaste(mock.url)}

Stop with Ctrl-C.`);
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
