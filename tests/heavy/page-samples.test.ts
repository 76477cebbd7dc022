// Runs the code samples of the published page, and compares what comes of each with docs/page-samples.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Kind,
  type Lines,
  outcomeText,
  readPageSamples,
  type SampleServer,
  sampleLanguages,
  type Verdict,
} from '../../foundation/reader/page-samples.ts';
import { type Bench, openBench } from './page-samples/bench.ts';
import { tryCallback, tryResponse, tryWebhook } from './page-samples/handlers.ts';
import { type Page, pagePlace, readPage, warnOfMissingPage } from './page-samples/page.ts';
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

/** How often which verdict was found at each server, for the summary. */
const tally = new Map<SampleServer, Map<Verdict, number>>();

function count(server: SampleServer, verdict: Verdict): void {
  const counts = tally.get(server) ?? new Map<Verdict, number>();
  tally.set(server, counts.set(verdict, (counts.get(verdict) ?? 0) + 1));
}

function printSummary(): void {
  const lines = [...tally].map(([server, counts]) => {
    const words = [...counts].map(([verdict, number]) => `${number} ${verdict}`);
    return `  ${server}: ${words.join(', ')}`;
  });
  console.log(["The page's own samples:", ...lines].join('\n'));
}

const { fingerprint, topics, samples, reasons } = readPageSamples();

/** The lines that look like the beginning or the heart of a sample in one of the languages that are run. */
const looksLikeCode =
  /^curl |^<\?php|\bfetch\(|\brequire\(|^(import|from) |\bhttp\.(Get|NewRequest)\(|\brequests\.|:=/;

const within = (line: number, [first, last]: Lines) => line >= first && line <= last;

function trySamples(page: Page): void {
  let bench: Bench;
  let laboratory: Laboratory;
  const built = new Map<SampleServer, BuiltGo>();

  beforeAll(async () => {
    bench = await openBench();
    laboratory = { bench, page, reasons };
    const inGo = samples.filter(({ language }) => language === 'go');
    for (const server of bench.servers) {
      built.set(server.name, await buildGoSamples(laboratory, server, inGo));
    }
  }, compilationTimeout);

  afterAll(async () => {
    await bench.close();
    printSummary();
  });

  test('the copy of the page is the one whose lines are named', () => {
    expect(page.fingerprint).toBe(fingerprint);
  });

  test('no sample of the page is left out', () => {
    const named = topics.flatMap((topic) => [
      ...topic.samples.map(({ lines }) => lines),
      ...(topic.csharp ? [topic.csharp] : []),
    ]);
    const forgotten = page.lines.flatMap((text, index) =>
      looksLikeCode.test(text) && !named.some((lines) => within(index + 1, lines)) ? [index + 1] : [],
    );
    expect(forgotten).toEqual([]);
  });

  describe.each(samples)('$topic.what.en', (sample) => {
    const [first, last] = sample.lines;
    test(`in ${sampleLanguages[sample.language]}, lines ${first}-${last}`, async () => {
      const found = await Promise.all(
        bench.servers.map(async (server) => {
          const go = built.get(server.name) as BuiltGo;
          const { framed, outcome } = await trials[sample.topic.kind](laboratory, server, sample, go);
          count(server.name, outcome.verdict);
          return { server: server.name, framed, outcome: outcomeText(outcome) };
        }),
      );
      const registered = bench.servers.map(({ name }) => ({
        server: name,
        framed: sample.framed,
        outcome: outcomeText(sample.outcome[name]),
      }));
      expect(found).toEqual(registered);
    });
  });
}

const page = readPage();
if (page) {
  trySamples(page);
} else {
  warnOfMissingPage();
  test.skip(`the page's own samples were not run, because there is no ${pagePlace}`, () => {});
}
