// The sandbox of this project as a target, started and stopped by the run, on a clock that the run moves.

import { startSandbox } from '../../../sandbox/src/index.ts';
import type { Capability } from '../plan/case.ts';
import type { Options } from '../run/options.ts';
import { Unjudgeable } from '../run/unjudgeable.ts';
import { controlOf } from './control.ts';
import type { Target } from './target.ts';

const capabilities: Capability[] = [
  'tokens',
  'signatures',
  'clock',
  'field-names',
  'empty-headers',
  'write',
  'undocumented',
  'control',
];

function nameOf(dialects: readonly string[], isShared: boolean): string {
  const speaking = dialects.length > 0 ? ` speaking ${dialects.join(', ')}` : '';
  return `sandbox${speaking}${isShared ? ' (two servers on one database)' : ''}`;
}

/** Starts the sandbox on a free port: in memory, or in the database of DATABASE_URL. @throws Unjudgeable when it does not start */
export async function startSandboxTarget(
  { timeout, sandboxDialects: dialects }: Options,
  databaseUrl?: string,
): Promise<Target> {
  // Limits and lifetimes follow this clock, so whoever would have to wait moves it instead.
  let ahead = 0;
  const clock = { now: () => Date.now() + ahead, elapsed: () => performance.now() };
  const terminalsAhead = new Map<string, number>();
  /** The terminals by their tokens: a token that was rotated has the clock of the one before it. */
  const owners = new Map<string, string>();
  try {
    const start = () => startSandbox({ port: 0, memory: true, databaseUrl, clock, dialects });
    const running = await start();
    // A database can be shared, so a second server answers every other request from it.
    const neighbour = databaseUrl === undefined ? undefined : await start();
    const spoken = controlOf(running.url, timeout, ({ id }, seconds) => {
      terminalsAhead.set(id, (terminalsAhead.get(id) ?? 0) + seconds);
    });
    const control: typeof spoken = {
      ...spoken,
      createTerminal: async (wanted) => {
        const made = await spoken.createTerminal(wanted);
        owners.set(made.token, made.id);
        return made;
      },
      rotateToken: async (terminal) => {
        const token = await spoken.rotateToken(terminal);
        owners.set(token, terminal);
        return token;
      },
    };
    return {
      name: nameOf(dialects, neighbour !== undefined),
      url: running.url,
      ...(neighbour && { neighbours: [neighbour.url] }),
      mock: false,
      environment: 'sandbox',
      capabilities: new Set(capabilities),
      without: {},
      credentials: { token: running.token, secretKey: running.secretKey },
      now: (token) =>
        Math.floor(clock.now() / 1000) + (terminalsAhead.get(owners.get(token ?? '') ?? '') ?? 0),
      pass: async (milliseconds) => {
        ahead += Math.ceil(milliseconds);
      },
      control,
      close: async () => {
        control.close();
        await neighbour?.close();
        await running.close();
      },
    };
  } catch (error) {
    throw new Unjudgeable(`The sandbox did not start: ${(error as Error).message}`);
  }
}
