// `npm run docs [-- --port N --host H | --build]`: builds the site if it is not current, and serves it until it is stopped.
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { listeningFailure, readPort, stopOnSignal } from '../../foundation/commands/serving.ts';
import { buildDocs } from './build.ts';
import { serveDocs } from './serve.ts';

const usage = 'Usage: npm run docs -- [--port 4000] [--host 127.0.0.1] [--build [--base-path /path/]]';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4000' },
      host: { type: 'string', default: '127.0.0.1' },
      build: { type: 'boolean', default: false },
      'base-path': { type: 'string', default: '/' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const port = readPort(values.port);
  const basePath = values['base-path'];
  if (port === undefined || !/^\/([\w.-]+\/)*$/.test(basePath)) {
    console.error(usage);
    return 2;
  }
  const start = performance.now();
  try {
    const { output, built } = await buildDocs({ basePath });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${relative(process.cwd(), output)}/ ${built ? 'was built' : 'is current'} (${seconds} s).`);
  } catch (error) {
    console.error(`The site could not be built. ${error instanceof Error ? error.message : error}`);
    return 1;
  }
  if (values.build) return 0;
  try {
    const docs = await serveDocs({ port, host: values.host });
    // Before anything is printed: whoever has read it may end the documentation at once.
    stopOnSignal([docs]);
    console.log(`The documentation is at ${docs.url}/en/ and ${docs.url}/fa/`);
    return 0;
  } catch (error) {
    console.error(listeningFailure(error, 'documentation', port));
    return 1;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
  process.exitCode = 2;
}
