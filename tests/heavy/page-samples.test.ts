// Runs the code samples of the published page, and compares what comes of each with docs/page-samples.
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Kind,
  outcomeText,
  readPageSamples,
  type SampleServer,
  sampleLanguages,
} from '../../scripts/page-samples/read.ts';
import { type Bench, openBench } from './page-samples/bench.ts';
import { tryCallback, tryResponse, tryWebhook } from './page-samples/handlers.ts';
import { pagePlace, readPage, warnOfMissingPage } from './page-samples/page.ts';
import {
  type BuiltGo,
  buildGoSamples,
  type Laboratory,
  tryRequest,
  trySigning,
} from './page-samples/requests.ts';

/** Go compiles its whole standard library the first time; in milliseconds. */
const compilationTimeout = 600_000;

/** How the samples of each kind are tried. */
const trials: Record<Kind, typeof tryRequest> = {
  request: tryRequest,
  headers: tryRequest,
  signing: trySigning,
  callback: tryCallback,
  webhook: tryWebhook,
  response: tryResponse,
};

const { fingerprint, samples, reasons } = readPageSamples();
const page = readPage();

if (!page) {
  warnOfMissingPage();
  test.skip(`the samples of the page: there is no ${pagePlace}`, () => {});
} else {
  let bench: Bench;
  let laboratory: Laboratory;
  const built = new Map<SampleServer, BuiltGo>();

  beforeAll(async () => {
    bench = await openBench();
    laboratory = { bench, page, reasons };
    const inGo = samples.filter(({ language }) => language === 'go');
    for (const server of bench.servers)
      built.set(server.name, await buildGoSamples(laboratory, server, inGo));
  }, compilationTimeout);

  afterAll(() => bench.close());

  test('the copy of the page is the one whose lines are named', () => {
    expect(page.fingerprint).toBe(fingerprint);
  });

  const tried = samples;
  const every: Record<string, object> = {};
  afterAll(() => writeFileSync('/tmp/wt/found-samples.json', JSON.stringify(every, null, 1)));
  describe.each(tried)('$topic.what.en', (sample) => {
    const [first, last] = sample.lines;
    test(`${sampleLanguages[sample.language]}, lines ${first}-${last}`, async () => {
      const found: Partial<Record<SampleServer, object>> = {};
      for (const server of bench.servers) {
        const { framed, outcome } = await trials[sample.topic.kind](
          laboratory,
          server,
          sample,
          built.get(server.name) as BuiltGo,
        );
        found[server.name] = { framed, outcome: outcomeText(outcome) };
      }
      every[sample.id] = found;
      const wanted = bench.servers.map(({ name }) => [
        name,
        { framed: sample.framed, outcome: outcomeText(sample.outcome[name]) },
      ]);
      expect(found).toEqual(Object.fromEntries(wanted));
    });
  });
}
