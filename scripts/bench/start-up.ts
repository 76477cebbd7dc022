// `npm run bench -- sandbox`: how long the sandbox takes from its start until it answers, with and without a warm cache.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const starts = 5;
/** Milliseconds, for every start but the very first one of a machine. */
const goal = 1000;
const cli = fileURLToPath(new URL('../../sandbox/src/cli.ts', import.meta.url));

/** @returns milliseconds from the start of the process until it says where it answers. */
async function timeOfStart(args: string[], cache: string): Promise<number> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const startedAt = performance.now();
  const child = spawn(process.execPath, [cli, '--port', '0', ...args], {
    env: { ...environment, NODE_COMPILE_CACHE: cache },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  let output = '';
  for await (const chunk of child.stdout) {
    output += chunk;
    if (output.includes('answers at http')) break;
  }
  const time = performance.now() - startedAt;
  if (!output.includes('answers at http')) throw new Error('The sandbox did not start.');
  child.kill('SIGTERM');
  // What has been compiled is written into the cache on the way out.
  await exit;
  return time;
}

/** @returns the median of some starts, one after the other, each with the arguments and the cache it is given. */
async function median(args: string[], cacheOf: () => Promise<string>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < starts; count += 1) times.push(await timeOfStart(args, await cacheOf()));
  return times.sort((one, other) => one - other)[Math.floor(starts / 2)] as number;
}

const folder = await mkdtemp(join(tmpdir(), 'irandargah-start-'));
try {
  const warm = join(folder, 'warm');
  const data = ['--data', join(folder, 'data')];
  await timeOfStart(data, warm);
  const memory = await median(['--memory'], async () => warm);
  const kept = await median(data, async () => warm);
  const first = await median(['--memory'], () => mkdtemp(join(folder, 'cold-')));
  console.log(`\nStart of the sandbox until it answers, median of ${starts}`);
  for (const [name, milliseconds] of [
    ['in memory', memory],
    ['with a data folder', kept],
  ] as const) {
    const reached = milliseconds < goal;
    console.log(
      `${reached ? '✓' : '✗'} ${name.padEnd(24)} ${Math.round(milliseconds)} ms (goal: below ${goal})`,
    );
    if (!reached) process.exitCode = 1;
  }
  console.log(`  ${'nothing compiled yet'.padEnd(24)} ${Math.round(first)} ms`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
