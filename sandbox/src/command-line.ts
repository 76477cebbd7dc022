// Reads the command line, starts the sandbox, says how to use it, and why it cannot start.
import { parseArgs } from 'node:util';
import { expanded, UnknownDialect } from '../../foundation/dialects/catalogue.ts';
import { operations, sandbox as sandboxFacts } from '../../generated/facts.ts';
import { commandName } from './core/command-name.ts';
import type { Settings } from './core/services.ts';
import { isPrivate } from './core/this-machine.ts';
import type { LogLevel } from './logging.ts';
import { shortestPassword } from './panel/security/password.ts';
import { requestToPaste } from './request-to-paste.ts';
import { type RunningSandbox, startSandbox } from './start.ts';
import { StorageUnavailable } from './storage/unavailable.ts';

const usage = `Usage: ${commandName} [options]
       ${commandName} audit …    attacks your own shop; see audit --help

  --port N                   port to listen on (4020; 0 takes any free one)
  --host H                   address to listen on (127.0.0.1)
  --memory                   keep nothing after the end; with DATABASE_URL no folder, which means a new demo terminal
  --data FOLDER              where the database and the demo credentials are kept (.sandbox); with DATABASE_URL those
                             credentials alone
  --public-url URL           where browsers reach this server, when that is not the address above
  --rate-limit-per-second N  the sandbox's own limit for each token (${sandboxFacts.rate_limit.limit}); 0 switches it off
  --no-limits                count nobody's requests: no documented limit, and not the sandbox's own
  --control-token T          opens the control API under /_sandbox/ to whoever sends T as X-Control-Token, also from
                             other machines; IRANDARGAH_CONTROL_TOKEN keeps it out of the list of processes. Without
                             one it is open to this machine alone, and off with another --host or a --public-url
  --panel-password P         the password of the panel at /dashboard; IRANDARGAH_PANEL_PASSWORD keeps it out of the
                             list of processes. Without one the panel is open on loopback and off elsewhere
  --dialect NAME             speak otherwise than the contract where the documentation leaves that open; may be given
                             several times, for all terminals that choose nothing else. literal is the page as printed
  --log-level L              silent, error, warn, info or debug (warn); lines of JSON on the error output
  --help

DATABASE_URL=postgres://… keeps the data in PostgreSQL, which several processes may share.`;

const logLevels: readonly string[] = ['silent', 'error', 'warn', 'info', 'debug'];

/** How long a stop may take, in milliseconds: longer than its grace, unless the database is silent. */
const patience = 10_000;

interface Arguments {
  port: number;
  host: string;
  memory: boolean;
  data: string;
  publicUrl: string | undefined;
  ratePerSecond: number;
  withoutLimits: boolean;
  logLevel: LogLevel;
  controlToken: string | undefined;
  panelPassword: string | undefined;
  dialects: string[];
}

/** @returns the sentence on a dialect that there is not, with the names of those there are. */
function mistakeInDialects(names: readonly string[]): string | undefined {
  try {
    if (names.length > 0) expanded(names);
    return undefined;
  } catch (error) {
    if (error instanceof UnknownDialect) return error.message;
    throw error;
  }
}

/** @returns what was asked for, or a sentence on what is wrong with it. */
function readArguments(argv: string[]): Arguments | 'help' | { mistake: string } {
  let values: Record<string, string | boolean | string[] | undefined>;
  try {
    ({ values } = parseArgs({
      args: argv,
      options: {
        port: { type: 'string', default: '4020' },
        host: { type: 'string', default: '127.0.0.1' },
        memory: { type: 'boolean', default: false },
        data: { type: 'string' },
        'public-url': { type: 'string' },
        'rate-limit-per-second': { type: 'string', default: String(sandboxFacts.rate_limit.limit) },
        'no-limits': { type: 'boolean', default: false },
        'control-token': { type: 'string' },
        'panel-password': { type: 'string' },
        dialect: { type: 'string', multiple: true, default: [] },
        'log-level': { type: 'string', default: 'warn' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return { mistake: error instanceof Error ? error.message : String(error) };
  }
  if (values.help) return 'help';
  const whole = (name: string, most: number) => {
    const text = String(values[name]);
    return /^[0-9]{1,9}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
  };
  const port = whole('port', 65_535);
  if (port === undefined) return { mistake: '--port must be a number from 0 to 65535.' };
  const ratePerSecond = whole('rate-limit-per-second', 1_000_000);
  if (ratePerSecond === undefined) return { mistake: '--rate-limit-per-second must be a number from 0.' };
  const publicUrl = values['public-url'] as string | undefined;
  if (publicUrl !== undefined && !/^https?:\/\/[^/]+$/.test(publicUrl)) {
    return { mistake: '--public-url must be like https://sandbox.example.com, without a path.' };
  }
  const controlToken =
    (values['control-token'] as string | undefined) ?? process.env.IRANDARGAH_CONTROL_TOKEN;
  if (controlToken !== undefined && controlToken.length < shortestPassword) {
    return { mistake: `The control token must have at least ${shortestPassword} characters.` };
  }
  const panelPassword =
    (values['panel-password'] as string | undefined) ?? process.env.IRANDARGAH_PANEL_PASSWORD;
  if (panelPassword !== undefined && panelPassword.length < shortestPassword) {
    return { mistake: `The panel's password must have at least ${shortestPassword} characters.` };
  }
  const dialects = values.dialect as string[];
  const unknown = mistakeInDialects(dialects);
  if (unknown !== undefined) return { mistake: unknown };
  if (!logLevels.includes(String(values['log-level']))) {
    return { mistake: `--log-level must be one of ${logLevels.join(', ')}.` };
  }
  if (values.memory === true && values.data !== undefined) {
    return { mistake: '--memory keeps nothing and --data keeps everything: leave one of them out.' };
  }
  return {
    port,
    ratePerSecond,
    withoutLimits: values['no-limits'] === true,
    publicUrl,
    controlToken,
    panelPassword,
    dialects,
    host: String(values.host),
    memory: values.memory === true,
    data: String(values.data ?? '.sandbox'),
    logLevel: values['log-level'] as LogLevel,
  };
}

function controlLines(url: string, settings: Settings): string[] {
  const { controlToken } = settings;
  if (controlToken !== undefined) return [`  control     ${url}/_sandbox/ (with your control token)`];
  return isPrivate(settings)
    ? [`  control     ${url}/_sandbox/ (for tests, on this machine only)`]
    : ['  control     off: set IRANDARGAH_CONTROL_TOKEN to switch it on'];
}

function dialectLines({ dialects = [] }: Settings): string[] {
  return dialects.length > 0 ? [`  dialects    ${dialects.join(', ')}`] : [];
}

function limitLines({ withoutLimits }: Settings): string[] {
  return withoutLimits ? ['  limits      off for everybody'] : [];
}

function panelLine(url: string, settings: Settings): string {
  if (settings.panelPassword !== undefined) return `  panel       ${url}/dashboard (with your password)`;
  return isPrivate(settings)
    ? `  panel       ${url}/dashboard`
    : '  panel       off: set IRANDARGAH_PANEL_PASSWORD to switch it on';
}

function welcome(running: RunningSandbox, { memory, data, host }: Arguments): string {
  const { url, token, secretKey, sandbox } = running;
  const { storage, settings } = sandbox.services;
  const kept =
    storage.kind === 'postgres'
      ? `in PostgreSQL (DATABASE_URL)${memory ? '' : `, and what is printed here in ${data}/`}`
      : memory
        ? 'in memory only'
        : `in ${data}/`;
  const lines = [
    `The sandbox answers at ${url}; its data is kept ${kept}.`,
    '',
    `  token       ${token}`,
    `  secret key  ${secretKey}`,
    `  health      ${url}${operations.getHealth.path}`,
    `  metrics     ${url}/metrics`,
    panelLine(url, settings),
    ...controlLines(url, settings),
    ...dialectLines(settings),
    ...limitLines(settings),
    '',
    'Create a payment, then open its gateway_url and pay with a test card:',
    '',
    requestToPaste(url, token),
    '',
    isPrivate(settings)
      ? 'Webhooks may go to http:// addresses of this machine while the sandbox listens on it alone.'
      : `It serves others (${settings.onLoopback ? settings.publicUrl : host}): webhooks go to public https:// addresses only.`,
  ];
  return lines.join('\n');
}

/** One sentence on why it could not start, and what to do about it; the database's own failures bring theirs. */
function failureSentence(error: unknown, { port, host }: Arguments): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof StorageUnavailable) return message;
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Stop what listens there, or choose another with --port N.`;
  if (code === 'EACCES')
    return `Port ${port} is reserved for the system. Choose one above 1023 with --port N.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `${host} is no address of this machine. Choose another with --host H.`;
  return message || String(error);
}

/** @returns the exit code: 0 running or helped, 1 could not start, 2 wrong arguments; the audit has its own. */
export async function main(argv: string[]): Promise<number> {
  if (argv[0] === 'audit') {
    // Loaded only when it is wanted, so that the sandbox itself starts no later.
    const { auditCommand } = await import('./audit/command.ts');
    return auditCommand(argv.slice(1));
  }
  const wanted = readArguments(argv);
  if (wanted === 'help') {
    console.log(usage);
    return 0;
  }
  if ('mistake' in wanted) {
    console.error(`${wanted.mistake}\n\n${usage}`);
    return 2;
  }
  const { data, ...options } = wanted;
  try {
    const running = await startSandbox({
      ...options,
      dataFolder: data,
      databaseUrl: process.env.DATABASE_URL,
    });
    // Before the first line: whoever reads it may ask for the end at once.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        const late = setTimeout(() => {
          console.error('The sandbox did not stop in time: its database may not answer. It ends now.');
          process.exit(1);
        }, patience);
        running
          .close()
          .catch((error: unknown) => {
            console.error(`The sandbox did not stop cleanly: ${error}`);
            process.exitCode = 1;
          })
          .finally(() => clearTimeout(late));
      });
    }
    console.log(welcome(running, wanted));
    return 0;
  } catch (error) {
    console.error(`The sandbox could not start: ${failureSentence(error, wanted)}`);
    return 1;
  }
}
