// Sends prepared requests over many connections at once and measures the answers, with autocannon.
import autocannon from 'autocannon';

export interface PreparedRequest {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Load {
  url: string;
  connections: number;
  /** The requests of each connection; every request is sent once. */
  requestsOf: (connection: number) => PreparedRequest[];
}

export interface Measurement {
  requestsPerSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  answers: number;
  /** Answers other than 2xx, and broken connections: any of them makes the measurement worthless. */
  failures: number;
}

/** How often autocannon looks whether all answers have come, in milliseconds; a second by default. */
const lookEvery = 10;

/** Sends everything once and measures from the first request to the last answer. */
export async function measure({ url, connections, requestsOf }: Load): Promise<Measurement> {
  const lists = Array.from({ length: connections }, (_, connection) => requestsOf(connection));
  const amount = lists.reduce((sum, list) => sum + list.length, 0);
  let next = 0;
  let startedAt = Number.NaN;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(
      {
        url,
        connections,
        amount,
        sampleInt: lookEvery,
        setupClient: (client) => {
          client.setRequests((lists[next] ?? []) as autocannon.Request[]);
          next += 1;
        },
      },
      (error, all) => (error ? reject(error) : resolve(all)),
    );
    // Before that, autocannon has only put the requests into bytes.
    running.once('start', () => {
      startedAt = performance.now();
    });
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const answers = result['2xx'] + result.non2xx;
  return {
    requestsPerSecond: answers / seconds,
    p50: result.latency.p50,
    p99: result.latency.p99,
    answers,
    failures: result.non2xx + result.errors + result.timeouts,
  };
}
