// Starts Prism as everybody else does: by its own command line, with the published document and nothing of ours.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import getPort from 'get-port';
import { root } from '../../../foundation/reader/paths.ts';

export interface PlainPrism {
  url: string;
  /** What it has printed up to now. */
  output: () => string;
  close: () => Promise<void>;
}

/** Starts `prism ARGUMENTS --port N`. @throws Error with its output when it ends instead of listening. */
export async function startPlainPrism(...args: string[]): Promise<PlainPrism> {
  const port = await getPort({ host: '127.0.0.1' });
  const prism = join(root, 'node_modules/.bin/prism');
  const child = spawn(process.execPath, [prism, ...args, '--port', String(port)], { cwd: root });
  let output = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const collect = (chunk: Buffer) => {
      output += chunk;
      if (output.includes('Prism is listening')) resolve();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('exit', (code) => reject(new Error(`prism ${args.join(' ')} ended with ${code}:\n${output}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    output: () => output,
    close: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}
