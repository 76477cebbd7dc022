// Brings up what the contract has generated: documentation, mock and sandbox, and says how to use them.
// Loaded by `npm start` only after generating, because all of this reads generated/ as it is loaded.

import { listeningFailure, stopOnSignal } from '../foundation/commands/serving.ts';
import { operations, tokens } from '../generated/facts.ts';
import { startMock } from '../mock/server.ts';
import { type RunningSandbox, startSandbox } from '../sandbox/src/index.ts';
import { orderToPaste, requestToPaste } from '../sandbox/src/request-to-paste.ts';
import { buildDocs } from './docs/build.ts';
import { serveDocs } from './docs/serve.ts';
import type { Wanted } from './start-options.ts';

interface Running {
  url: string;
  close: () => Promise<void>;
}

function welcome(mock: Running, docs: Running, sandbox: RunningSandbox): string {
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

${requestToPaste(mock.url, `${tokens.prefixes.sandbox}demo`)}

Create one in the sandbox, then open its gateway_url and pay with a test card:

${requestToPaste(sandbox.url, sandbox.token)}

Nothing listens at its callback_url yet; the payment is made all the same. Verify it:

curl -X ${verify.method} ${sandbox.url}${verify.path} \\
  -H 'Authorization: Bearer ${sandbox.token}' -H 'Content-Type: application/json' \\
  -d '{"authority":"AUTHORITY OF THE ANSWER","amount":${orderToPaste.amount}}'

Stop with Ctrl-C.`;
}

/**
 * Builds the documentation, starts all servers, prints how to use them, and stops them on Ctrl-C.
 * @throws Error with a sentence for people when one cannot start; nothing is left running then.
 */
export async function bringUpFaces(wanted: Wanted): Promise<void> {
  await buildDocs();
  const running: Running[] = [];
  const bringUp = async <T extends Running>(face: keyof Wanted['ports'], start: () => Promise<T>) => {
    try {
      const started = await start();
      running.push(started);
      return started;
    } catch (error) {
      await Promise.all(running.map(({ close }) => close()));
      throw new Error(listeningFailure(error, face, wanted.ports[face], `--${face}-port`));
    }
  };
  const { ports, memory, dialects } = wanted;
  const mock = await bringUp('mock', () => startMock({ port: ports.mock }));
  const docs = await bringUp('docs', () => serveDocs({ port: ports.docs }));
  const sandbox = await bringUp('sandbox', () => startSandbox({ port: ports.sandbox, memory, dialects }));
  // Before anything is printed: whoever has read it may end everything at once.
  stopOnSignal(running);
  console.log(welcome(mock, docs, sandbox));
}
