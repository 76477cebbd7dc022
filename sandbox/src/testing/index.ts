// A sandbox for a merchant's own test suite, under vitest, jest or node:test: started, used and closed in three lines.
import { startSandbox as start } from '../start.ts';
import { type ControlBody, controlClient, type Lenient } from './control-client.ts';
import { type TestingTerminal, testingTerminal } from './terminal.ts';

export { SandboxRefusal } from './control-client.ts';
export type {
  Delivery,
  Fault,
  Paid,
  PayerAction,
  RecordedRequest,
  Settlement,
  TestingTerminal,
} from './terminal.ts';

/** How a terminal is to be; all of it may be left out. */
export type TerminalOptions = Lenient<ControlBody<'createTerminal'>>;
/** The name of a dialect. */
export type DialectName = NonNullable<TerminalOptions['dialects']>[number];

export interface TestingSandboxOptions {
  /** Makes everything random about the sandbox's first terminal repeatable. */
  seed?: string | undefined;
  /** Lets its clock stand at this moment until it is advanced; it runs when this is not given. */
  startsAt?: Date | undefined;
  /** Any free port when it is not given. */
  port?: number | undefined;
  /** How the gateway speaks, where its documentation leaves that open: every terminal that chooses nothing else. */
  dialects?: DialectName[] | undefined;
}

/** A running sandbox; it is itself a terminal, for suites that need no more than one. */
export interface TestingSandbox extends TestingTerminal, AsyncDisposable {
  /** The base address for the client: `http://127.0.0.1:…`. */
  url: string;
  /** Makes a further merchant that shares nothing with the others: one for each test that runs in parallel. */
  terminal: (options?: TerminalOptions) => Promise<TestingTerminal>;
  /** Stops it; nothing is kept. */
  close: () => Promise<void>;
}

function terminalMaker(url: string, controlToken?: string) {
  const control = controlClient(url, controlToken);
  return async (options: TerminalOptions = {}): Promise<TestingTerminal> => {
    const { id, token, secret_key: secretKey } = await control.post<'createTerminal'>('terminals', options);
    return testingTerminal(control, { id, token, secretKey });
  };
}

/**
 * Starts a sandbox in this process, in memory, on a free port of this machine.
 * @throws Error with the code EADDRINUSE when a given port is taken.
 */
export async function startSandbox({
  seed,
  startsAt,
  port = 0,
  dialects = [],
}: TestingSandboxOptions = {}): Promise<TestingSandbox> {
  const running = await start({ port, memory: true, ratePerSecond: 0, dialects });
  const terminal = terminalMaker(running.url);
  const first = await terminal({ seed, starts_at: startsAt?.toISOString() });
  return { ...first, url: running.url, terminal, close: running.close, [Symbol.asyncDispose]: running.close };
}

/**
 * Uses a sandbox that runs already, in another process or on another machine.
 * @param url where it answers.
 * @param controlToken for a sandbox that was started with one.
 * @returns a terminal of its own there.
 * @throws SandboxRefusal when its control API is closed to this caller.
 */
export function connectSandbox(
  url: string,
  { controlToken, ...options }: TerminalOptions & { controlToken?: string | undefined } = {},
): Promise<TestingTerminal> {
  return terminalMaker(url.replace(/\/$/, ''), controlToken)(options);
}
