// `node --import hook.ts serve.ts ID PORT`: the sandbox with one mutant, for whoever else judges, until it is stopped.
import { stopOnSignal } from '../../foundation/commands/serving.ts';
import { startSandbox } from '../../sandbox/src/index.ts';
import { mutating } from './answers/mutating.ts';
import { faultOf } from './proxied.ts';

const [id = '', kindOfMutant, port = '0'] = process.argv.slice(2);
const isProxied = kindOfMutant === 'proxied';
// Whoever judges may ask as often as it likes: the limit of the sandbox itself is off.
const running = await startSandbox({ port: isProxied ? 0 : Number(port), memory: true, ratePerSecond: 0 });
const { token, secretKey } = running;
const known = { secrets: () => [secretKey], token: () => token };
const proxy = isProxied ? await mutating(running.url, faultOf(id, known), Number(port)) : undefined;
if (proxy) running.sandbox.services.settings.publicUrl = proxy.url;
stopOnSignal([...(proxy ? [proxy] : []), running]);
const url = proxy?.url ?? running.url;
console.log(
  [
    `The sandbox with ${id} answers at ${url} until it is stopped.`,
    `  token       ${token}`,
    `  secret key  ${secretKey}`,
    `  control     ${running.url}/_sandbox/`,
  ].join('\n'),
);
