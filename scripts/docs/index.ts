// `npm run docs [-- --port N --host H | --build]`: builds the site if it is not current, and serves it until it is stopped.
import { relative } from 'node:path';
import { Misused, portOf, runCommand } from '../../foundation/commands/command.ts';
import { listeningFailure, stopOnSignal } from '../../foundation/commands/serving.ts';
import { buildDocs } from './build.ts';
import { serveDocs } from './serve.ts';

const usage = 'Usage: npm run docs -- [--port 4000] [--host 127.0.0.1] [--build [--base-path /path/]]';
const options = {
  port: { type: 'string', default: '4000' },
  host: { type: 'string', default: '127.0.0.1' },
  build: { type: 'boolean', default: false },
  'base-path': { type: 'string', default: '/' },
} as const;

await runCommand({ usage, options }, async ({ host, build, 'base-path': basePath, ...values }) => {
  const port = portOf('--port', values.port);
  if (!/^\/([\w.-]+\/)*$/.test(basePath)) throw new Misused('--base-path takes a path like /docs/.');
  const start = performance.now();
  try {
    const { output, built } = await buildDocs({ basePath });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${relative(process.cwd(), output)}/ ${built ? 'was built' : 'is current'} (${seconds} s).`);
  } catch (error) {
    throw new Error(`The site could not be built. ${error instanceof Error ? error.message : error}`);
  }
  if (build) return 0;
  try {
    const docs = await serveDocs({ port, host });
    // Before anything is printed: whoever has read it may end the documentation at once.
    stopOnSignal([docs]);
    console.log(`The documentation is at ${docs.url}/en/ and ${docs.url}/fa/`);
    return 0;
  } catch (error) {
    throw new Error(listeningFailure(error, 'documentation', port));
  }
});
