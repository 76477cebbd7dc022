// Reads the arguments and the environment of `npm run contract`.
import { parseArgs } from 'node:util';
import { contractCommand } from '../command-name.ts';
import { checkedDialect, UnknownDialect } from '../contract/dialects.ts';
import { type Part, parts } from './part.ts';
import { Unjudgeable } from './unjudgeable.ts';

export interface Options {
  /** `mock`, `sandbox` or the address of a server. */
  target: string;
  /** A recorded traffic file to judge instead of a target. */
  har?: string;
  seed: number;
  /** How many random sequences are played; as many as the target has time for when it is not said. */
  sequences?: number;
  /** Only cases whose name contains this, in any case. */
  only?: string;
  /** Only these parts of a run. */
  parts: readonly Part[];
  /** The parts that --part has named: of each of them something must be judged. */
  demandedParts?: readonly Part[];
  /** Whether a run that has not reached every case counts as not judged. */
  complete?: boolean;
  /** Whether a server by address may be asked to change something. */
  write: boolean;
  /** Whether operations that the gateway has not documented are called. */
  undocumented: boolean;
  /** Whether the server by address is a mock that answers to the header Prefer. */
  prefer: boolean;
  /** Milliseconds until a silent server counts as hanging. */
  timeout: number;
  reports: string[];
  /** The file to which the traffic of the run is written. */
  record?: string;
  /** Whether what differs from an assumption fails the run as well. */
  strict: boolean;
  /** Whether the run ends at the first finding that fails it. */
  bail?: boolean;
  /** The dialects that are demanded instead of what the contract assumes. */
  dialects: readonly string[];
  /** The dialects that the sandbox of this project is to speak when it is the target. */
  sandboxDialects: readonly string[];
  token?: string;
  secretKey?: string;
  /** Another terminal of the same environment. */
  otherToken?: string;
  otherSecretKey?: string;
  /** Whether a token of production may create and change something, which is real money. */
  realMoney: boolean;
  /** Who pays: a person at this machine, or a card robot at this address. */
  payer?: 'person' | { robot: string };
  /** Where the endpoints of callbacks and webhooks listen. */
  listen?: { host: string; port: number };
  /** How the gateway reaches them, when that is not where they listen. */
  publicUrl?: string;
  /** Whether the documented limits may be used up on purpose. */
  tryLimits: boolean;
  /** Whether to say what a run would do, and do nothing. */
  plan: boolean;
  /** The journal of a run that can be continued. */
  resume?: string;
}

/** What `--part` may name. */
const selectable = parts.filter((part) => part !== 'traffic');

export const usage = `Does this server keep the contract?

  ${contractCommand} --target mock                the mock of this project, started and stopped by itself
  ${contractCommand} --target sandbox             the sandbox of this project, likewise
  ${contractCommand} --target https://…           any server, with requests that change nothing
  ${contractCommand} --har traffic.har            recorded traffic

  --write           against an address: also create, cancel, verify, subscribe
  --undocumented    against an address: also what the gateway has not documented
  --prefer          the address is a mock that answers to the header Prefer; with --har, the traffic is a mock's,
                    which remembers nothing
  --payer WHO       with --write: who pays; person (you, in a browser) or the address of a card robot
  --listen H:P      where the endpoints for callbacks and webhooks listen (127.0.0.1:0)
  --public-url URL  how the gateway reaches them: a tunnel, or this host by its name
  --try-limits      also use up the documented limits on purpose
  --real-money      with --write and a token of production: you know that it makes real payments
  --plan            say what the run would create and how long it would take, and do nothing
  --resume FILE     keep a journal; the same command goes on where a run was cut off
  --seed N          repeat the bad values of an earlier run (the report names its seed)
  --sequences N     how many random sequences are played (20 on a sandbox, 2 elsewhere); 0 for none
  --only TEXT       only the cases whose name contains TEXT, in any case: --only "createPayment body /amount"
  --part NAME       only this part: ${selectable.join(', ')}; several times if you like
  --timeout N       seconds until a silent server counts as hanging (10)
  --report FILE     write a report; .json, .html or .xml (JUnit) by the ending, several times if you like
  --record FILE     write the run's own traffic as a HAR file without its secrets, which --har then judges
  --strict          fail for what differs from an assumption too, not only for what breaks a stated rule
  --bail            end at the first finding that fails the run
  --complete        end with 2 when any case was not reached, beside those of another environment
  --dialect NAME    demand this dialect of the contract instead of what it assumes; several times if you like
  --sandbox-dialect NAME
                    with --target sandbox: let the sandbox speak this dialect, whatever is demanded of it

The token and the secret key of a server by address come from the environment: CONTRACT_TOKEN,
CONTRACT_SECRET_KEY; those of another terminal, which must see nothing of the first, from CONTRACT_OTHER_TOKEN and
CONTRACT_OTHER_SECRET_KEY. They never appear in the output.

A finding is broken (against what the published page states), differs (against what the page leaves open and the
contract assumes, with the decision) or noted (an addition that is allowed).

Exit code 0: nothing is broken. 1: something is, or with --strict something differs. 2: it could not be judged: there is
no gateway, nothing of what was asked for was reached, or with --complete not all of it. Reports are written in each case.`;

const wholeNumber = (name: string, text: string) => {
  if (!/^-?[0-9]{1,9}$/.test(text)) throw new Unjudgeable(`--${name} wants a whole number, not "${text}".`);
  return Number(text);
};

function count(name: string, text: string): number {
  const number = wholeNumber(name, text);
  if (number < 0) throw new Unjudgeable(`--${name} wants no negative number.`);
  return number;
}

function checkedPart(name: string): Part {
  const found = parts.find((part) => part === name);
  if (found) return found;
  throw new Unjudgeable(`There is no part "${name}". Choose of ${selectable.join(', ')}.`);
}

/** @throws Unjudgeable with the list of names */
function knownDialect(name: string): string {
  try {
    return checkedDialect(name);
  } catch (error) {
    if (!(error instanceof UnknownDialect)) throw error;
    throw new Unjudgeable(error.message);
  }
}

function checkedPayer(text: string): NonNullable<Options['payer']> {
  if (text === 'person') return 'person';
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return { robot: text };
  throw new Unjudgeable(`--payer wants person or the address of a card robot, not "${text}".`);
}

function checkedListen(text: string): NonNullable<Options['listen']> {
  const [, host, port] = /^(?:(.+):)?([0-9]{1,5})$/.exec(text) ?? [];
  if (port === undefined || Number(port) > 65_535) {
    throw new Unjudgeable(`--listen wants an address and a port, as 0.0.0.0:8080, not "${text}".`);
  }
  return { host: (host ?? '127.0.0.1').replace(/^\[|\]$/g, ''), port: Number(port) };
}

function checkedPublicUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/$/, '');
  throw new Unjudgeable(`--public-url wants an address such as https://shop.example.ir, not "${text}".`);
}

const known = new Set(['.json', '.html', '.xml']);

function checkedReport(file: string): string {
  const ending = file.slice(file.lastIndexOf('.'));
  if (known.has(ending)) return file;
  throw new Unjudgeable(
    `The report ${file} has no known format: let its name end with .json, .html or .xml (JUnit).`,
  );
}

/**
 * @returns the options, or undefined when help was asked for.
 * @throws Unjudgeable with a sentence when an argument is wrong or missing
 */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): Options | undefined {
  let values: Record<string, unknown>;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        target: { type: 'string' },
        har: { type: 'string' },
        seed: { type: 'string', default: '1' },
        sequences: { type: 'string' },
        only: { type: 'string' },
        part: { type: 'string', multiple: true, default: [] },
        write: { type: 'boolean', default: false },
        undocumented: { type: 'boolean', default: false },
        prefer: { type: 'boolean', default: false },
        timeout: { type: 'string', default: '10' },
        strict: { type: 'boolean', default: false },
        bail: { type: 'boolean', default: false },
        complete: { type: 'boolean', default: false },
        dialect: { type: 'string', multiple: true, default: [] },
        'sandbox-dialect': { type: 'string', multiple: true, default: [] },
        record: { type: 'string' },
        report: { type: 'string', multiple: true, default: [] },
        payer: { type: 'string' },
        listen: { type: 'string' },
        'public-url': { type: 'string' },
        'try-limits': { type: 'boolean', default: false },
        'real-money': { type: 'boolean', default: false },
        plan: { type: 'boolean', default: false },
        resume: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    throw new Unjudgeable(`${(error as Error).message.split('\n')[0]}\nSee ${contractCommand} --help.`);
  }
  if (values.help) return undefined;
  const { target, har } = values as { target?: string; har?: string };
  if (!target && !har) throw new Unjudgeable(`Name what is to be judged.\n\n${usage}`);
  const sandboxDialects = (values['sandbox-dialect'] as string[]).map(knownDialect);
  if (sandboxDialects.length > 0 && target !== 'sandbox') {
    throw new Unjudgeable(
      '--sandbox-dialect is for --target sandbox: no other server can be told how to speak.',
    );
  }
  if (har && values.record !== undefined)
    throw new Unjudgeable('--record is for a --target: a --har file is a recording.');
  if (target && har) throw new Unjudgeable('Judge either a --target or a --har file, not both at once.');
  const forAddresses = ['payer', 'listen', 'public-url', 'plan', 'resume', 'try-limits', 'real-money'];
  const unfit = forAddresses.find((name) => values[name] !== undefined && values[name] !== false);
  if (unfit && (har || target === 'mock' || target === 'sandbox')) {
    throw new Unjudgeable(`--${unfit} is for a server by its address.`);
  }
  if (values.payer !== undefined && !values.write) {
    throw new Unjudgeable('--payer needs --write: somebody pays only what the run may create.');
  }
  const demandedParts = (values.part as string[]).map(checkedPart);
  const timeout = wholeNumber('timeout', values.timeout as string);
  if (timeout < 1) throw new Unjudgeable('--timeout wants at least one second.');
  return {
    target: target ?? '',
    ...(har && { har }),
    seed: wholeNumber('seed', values.seed as string),
    ...(typeof values.sequences === 'string' && { sequences: count('sequences', values.sequences) }),
    ...(typeof values.only === 'string' && { only: values.only }),
    parts: demandedParts.length > 0 ? demandedParts : parts,
    demandedParts,
    complete: values.complete as boolean,
    write: values.write as boolean,
    undocumented: values.undocumented as boolean,
    prefer: values.prefer as boolean,
    timeout: timeout * 1000,
    reports: (values.report as string[]).map(checkedReport),
    ...(typeof values.record === 'string' && { record: values.record }),
    strict: values.strict as boolean,
    bail: values.bail as boolean,
    dialects: (values.dialect as string[]).map(knownDialect),
    sandboxDialects,
    realMoney: values['real-money'] as boolean,
    tryLimits: values['try-limits'] as boolean,
    plan: values.plan as boolean,
    ...(typeof values.payer === 'string' && { payer: checkedPayer(values.payer) }),
    ...(typeof values.listen === 'string' && { listen: checkedListen(values.listen) }),
    ...(typeof values['public-url'] === 'string' && { publicUrl: checkedPublicUrl(values['public-url']) }),
    ...(typeof values.resume === 'string' && { resume: values.resume }),
    ...(env.CONTRACT_OTHER_TOKEN && { otherToken: env.CONTRACT_OTHER_TOKEN }),
    ...(env.CONTRACT_OTHER_SECRET_KEY && { otherSecretKey: env.CONTRACT_OTHER_SECRET_KEY }),
    ...(env.CONTRACT_TOKEN && { token: env.CONTRACT_TOKEN }),
    ...(env.CONTRACT_SECRET_KEY && { secretKey: env.CONTRACT_SECRET_KEY }),
  };
}
