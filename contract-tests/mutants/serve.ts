// `node --import hook.ts serve.ts PORT [ID]`: the sandbox with one mutant, for whoever else judges, until it is stopped.
import { stopOnSignal } from '../../foundation/commands/serving.ts';
import { startSandbox } from '../../sandbox/src/index.ts';
import { mutating } from './answers/mutating.ts';
import { faultOf } from './proxied.ts';

/** The id is given for an answer mutant alone: one of the source is in the sandbox already, by the hook. */
const [port, id] = process.argv.slice(2);
// Whoever judges may ask as often as it likes.
const running = await startSandbox({
  port: id === undefined ? Number(port) : 0,
  memory: true,
  withoutLimits: true,
});
const { terminalId, token, secretKey } = running;
const known = { secrets: () => [secretKey], token: () => token };
const proxy = id === undefined ? undefined : await mutating(running.url, faultOf(id, known), Number(port));
if (proxy) running.sandbox.services.settings.publicUrl = proxy.url;
stopOnSignal([...(proxy ? [proxy] : []), running]);
console.log(
  [
    `The sandbox with the mutant answers at ${proxy?.url ?? running.url} until it is stopped.`,
    `  terminal    ${terminalId}`,
    `  token       ${token}`,
    `  secret key  ${secretKey}`,
    `  control     ${running.url}/_sandbox/`,
  ].join('\n'),
);
