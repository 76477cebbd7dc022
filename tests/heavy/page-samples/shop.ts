// A shop made of one sample: a web server in the sample's language, which gets what a gateway or an attacker sends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import getPort from 'get-port';
import type { SampleLanguage } from '../../../foundation/reader/page-samples.ts';
import { root } from '../../../foundation/reader/paths.ts';
import { framesFolder } from './framing.ts';
import { type Report, readReports, writeProgram } from './programs.ts';

type ShopLanguage = Extract<SampleLanguage, 'php' | 'node' | 'python'>;

export interface Shop {
  url: string;
  /** What it has reported since the last time. */
  news: () => Promise<Report[]>;
  close: () => Promise<void>;
}

/** The web servers: PHP's own runs the double of Laravel, or the sample itself when that needs no framework. */
const servers: Record<
  ShopLanguage,
  (file: string, port: number, isCallback: boolean) => [string, ...string[]]
> = {
  php: (file, port, isCallback) => [
    'php',
    '-S',
    `127.0.0.1:${port}`,
    isCallback ? join(framesFolder, 'laravel.php') : file,
  ],
  node: () => [process.execPath, join(framesFolder, 'express.cjs')],
  python: (file) => ['python3', join(framesFolder, 'record.py'), file],
};

async function answers(url: string): Promise<boolean> {
  // An address that no sample knows: every server answers something.
  return fetch(`${url}/nothing`).then(
    () => true,
    () => false,
  );
}

/**
 * Opens a shop.
 * @throws Error with what the server printed, when it does not answer in time
 */
export async function openShop(
  language: ShopLanguage,
  text: string,
  { folder, isCallback, env }: { folder: string; isCallback: boolean; env: NodeJS.ProcessEnv },
): Promise<Shop> {
  const port = await getPort({ host: '127.0.0.1' });
  const url = `http://127.0.0.1:${port}`;
  const program = await writeProgram(language, text, folder, {
    ...env,
    PORT: String(port),
    CLIENT: join(root, 'client/package.json'),
  });
  const [command, ...args] = servers[language](program.file, port, isCallback);
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...program.env, SAMPLE: program.file },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const gone = once(child, 'exit');
  const close = async () => {
    child.kill();
    await gone;
  };
  for (let tries = 0; !(await answers(url)); tries += 1) {
    if (child.exitCode !== null || tries > 200) {
      if (child.exitCode === null) await close();
      throw new Error(`The shop in ${language} does not answer:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  let read = (await readReports(program.report)).length;
  return {
    url,
    news: async () => {
      const reports = await readReports(program.report);
      const fresh = reports.slice(read);
      read = reports.length;
      return fresh;
    },
    close,
  };
}
