// `npm run bench -- docs`: bytes and time until the first operation is readable, beside `redocly build-docs` as it comes.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import type { ContractDocument } from '../../foundation/reader/document.ts';
import { generatedFolder } from '../../foundation/reader/paths.ts';
import { redocly } from '../../foundation/reader/redocly.ts';
import { buildDocs } from '../docs/build.ts';
import { compress } from '../docs/compress.ts';
import { type RunningDocs, serveDocs } from '../docs/serve.ts';

/** A slow line and a slow phone: the same for every candidate. */
const line = {
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
  offline: false,
};
const slowerProcessor = 4;
const rounds = 3;
/** After this a page counts as unreadable. */
const patience = 30_000;

interface Candidate {
  name: string;
  url: string;
}

interface Reading {
  kilobytes: number;
  /** Milliseconds until the heading of the first operation is drawn, or undefined when it never is. */
  readable?: number;
}

/** What `redocly build-docs` makes of the same contract, served as our site is: compressed, from one host. */
async function asItComes(folder: string, ...flags: string[]): Promise<RunningDocs> {
  const page = join(folder, 'index.html');
  const run = await redocly(
    'build-docs',
    join(generatedFolder, 'openapi.en.json'),
    `--output=${page}`,
    ...flags,
  );
  if (run.code !== 0) throw new Error(`redocly build-docs failed: ${run.stderr.trim()}`);
  const site = await compress(
    new Map<string, string | Buffer>([
      ['index.html', await readFile(page)],
      ['404.html', ''],
      ['_headers', ''],
    ]),
  );
  for (const [path, content] of site) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return serveDocs({ port: 0, folder });
}

/** Opens a page in a fresh profile, with every other host out of reach, as for a reader who is cut off. */
async function read(browser: Browser, { url }: Candidate, heading: string): Promise<Reading> {
  const context = await browser.newContext();
  await context.route('**/*', (route) =>
    new URL(route.request().url()).host === new URL(url).host ? route.continue() : route.abort(),
  );
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', line);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const start = performance.now();
  const readable = await page
    .goto(url, { waitUntil: 'commit' })
    .then(() => page.getByRole('heading', { name: heading }).first().waitFor({ timeout: patience }))
    .then(
      () => performance.now() - start,
      () => undefined,
    );
  await page.waitForLoadState('networkidle', { timeout: patience }).catch(() => undefined);
  await context.close();
  return { kilobytes: bytes / 1000, readable };
}

const median = (values: number[]) =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function main(): Promise<number> {
  const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    console.error(`There is no browser at ${executablePath}. Install Chromium, or name one in CHROMIUM.`);
    return 1;
  }
  const contract = JSON.parse(
    await readFile(join(generatedFolder, 'openapi.en.json'), 'utf8'),
  ) as ContractDocument;
  const heading = contract.paths['/v2/payments']?.post?.summary ?? '';
  const route = '#/payments/createpayment';

  const folder = await mkdtemp(join(tmpdir(), 'bench-docs-'));
  const running: RunningDocs[] = [];
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    await mkdir(join(folder, 'plain'));
    await mkdir(join(folder, 'inline'));
    const { output } = await buildDocs();
    running.push(
      await serveDocs({ port: 0, folder: output }),
      await asItComes(join(folder, 'inline'), '--inlineBundle'),
      await asItComes(join(folder, 'plain')),
    );
    const [site, inline, plain] = running.map(({ url }) => url);
    const candidates: Candidate[] = [
      { name: 'our plain reference', url: `${site}/en/api/payments.html` },
      { name: 'our Redoc page', url: `${site}/en/reference.html${route}` },
      { name: 'redocly build-docs --inlineBundle', url: `${inline}/${route}` },
      { name: 'redocly build-docs as it comes', url: `${plain}/${route}` },
    ];
    console.log(
      `Until "${heading}" is readable; ${(line.downloadThroughput * 8e-6).toFixed(1)} Mbit/s, ${line.latency} ms, ` +
        `processor ${slowerProcessor} times slower, other hosts out of reach, median of ${rounds}:\n`,
    );
    for (const candidate of candidates) {
      const readings: Reading[] = [];
      for (let round = 0; round < rounds; round += 1) readings.push(await read(browser, candidate, heading));
      const times = readings.flatMap(({ readable }) => (readable === undefined ? [] : [readable]));
      const time = times.length < rounds ? 'never' : `${(median(times) / 1000).toFixed(2)} s`;
      const kilobytes = median(readings.map((reading) => reading.kilobytes)).toFixed(0);
      console.log(`  ${candidate.name.padEnd(36)} ${time.padStart(9)} ${kilobytes.padStart(7)} kB`);
    }
    return 0;
  } finally {
    await browser.close();
    await Promise.all(running.map(({ close }) => close()));
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
