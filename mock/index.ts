// `npm run mock [-- --port N --host H --lang en|fa]`: serves the contract's examples until it is stopped.
import { parseArgs } from 'node:util';
import { listeningFailure, readPort, stopOnSignal } from '../foundation/commands/serving.ts';
import { type Language, languages } from '../foundation/reader/paths.ts';
import { additionsText } from './additions.ts';
import { startMock } from './server.ts';

const usage = 'Usage: npm run mock -- [--port 4010] [--host 127.0.0.1] [--lang en|fa]';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4010' },
      host: { type: 'string', default: '127.0.0.1' },
      lang: { type: 'string', default: 'en' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const port = readPort(values.port);
  if (port === undefined) throw new TypeError('--port takes a number up to 65535.');
  if (!languages.includes(values.lang as Language)) throw new TypeError('--lang takes en or fa.');
  try {
    const mock = await startMock({ port, host: values.host, language: values.lang as Language });
    // Before anything is printed: whoever has read it may end the mock at once.
    stopOnSignal([mock]);
    console.log(`The mock answers at ${mock.url}. Ask for any example with the header`);
    console.log('  Prefer: code=401, example=signatureInvalid');
    console.log(additionsText(`generated/openapi.${values.lang}.yaml`));
    return 0;
  } catch (error) {
    console.error(listeningFailure(error, 'mock', port));
    return 1;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
  process.exitCode = 2;
}
