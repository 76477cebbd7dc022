// The servers at which the samples are tried, each behind a front that keeps what arrives.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageSample, SampleServer } from '../../../foundation/reader/page-samples.ts';
import { startMock } from '../../../mock/server.ts';
import {
  startSandbox,
  type TerminalOptions,
  type TestingSandbox,
} from '../../../sandbox/src/testing/index.ts';
import { type Endpoint, endpoint } from '../../../sandbox/test/support/endpoint.ts';
import { type RecordingFront, startRecordingFront } from '../front.ts';

/** One of the servers. */
export interface Server {
  name: SampleServer;
  front: RecordingFront;
  /** The sandbox behind it; the mock has none. */
  gateway?: TestingSandbox;
  /** What makes a terminal of the sandbox speak as this server should. */
  terminalOptions: TerminalOptions;
}

export interface Bench {
  servers: Server[];
  /** A merchant's endpoint that takes every webhook. */
  shop: Endpoint;
  /** A folder of its own for a sample at a server. */
  folder: (server: Server, sample: PageSample) => string;
  close: () => Promise<void>;
}

/** Each sample has an address of its own, so that all of them can share one server: `/SAMPLE/v2/payments`. */
const route = ({ url = '' }: { url?: string }) => {
  const [, name = '', target = '/'] = /^\/([^/]+)(\/.*)$/.exec(url) ?? [];
  return { name, target };
};

/** Starts all servers, on free ports. */
export async function openBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'irandargah-page-samples-'));
  const gateway = await startSandbox();
  const mock = await startMock({ port: 0 });
  const shop = await endpoint();
  const front = (upstream: string) => startRecordingFront({ route, upstream });
  const servers: Server[] = [
    { name: 'sandbox', front: await front(gateway.url), gateway, terminalOptions: {} },
    {
      name: 'literal',
      front: await front(gateway.url),
      gateway,
      terminalOptions: { dialects: ['literal'] },
    },
    { name: 'mock', front: await front(mock.url), terminalOptions: {} },
  ];
  return {
    servers,
    shop,
    folder: (server, sample) => join(folder, server.name, sample.id),
    close: async () => {
      await Promise.all(servers.map((server) => server.front.close()));
      await Promise.all([gateway.close(), mock.close(), shop.close()]);
      await rm(folder, { recursive: true });
    },
  };
}
