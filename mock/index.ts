// `npm run mock [-- --port N --host H --lang en|fa]`: serves the contract's examples until it is stopped.
import { Misused, portOf, runCommand } from '../foundation/commands/command.ts';
import { listeningFailure, stopOnSignal } from '../foundation/commands/serving.ts';
import { type Language, languages } from '../foundation/reader/paths.ts';
import { additionsText } from './additions.ts';
import { startMock } from './server.ts';

const usage = 'Usage: npm run mock -- [--port 4010] [--host 127.0.0.1] [--lang en|fa]';
const options = {
  port: { type: 'string', default: '4010' },
  host: { type: 'string', default: '127.0.0.1' },
  lang: { type: 'string', default: 'en' },
} as const;

await runCommand({ usage, options }, async ({ host, lang, ...values }) => {
  const port = portOf('--port', values.port);
  const language = lang as Language;
  if (!languages.includes(language)) throw new Misused('--lang takes en or fa.');
  try {
    const mock = await startMock({ port, host, language });
    // Before anything is printed: whoever has read it may end the mock at once.
    stopOnSignal([mock]);
    console.log(`The mock answers at ${mock.url}. Ask for any example with the header`);
    console.log('  Prefer: code=401, example=signatureInvalid');
    console.log(additionsText(`generated/openapi.${lang}.yaml`));
    return 0;
  } catch (error) {
    throw new Error(listeningFailure(error, 'mock', port));
  }
});
