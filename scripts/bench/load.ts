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

/** Sends everything once and measures from the first request to the last answer. */
export async function measure({ url, connections, requestsOf }: Load): Promise<Measurement> {
  const lists = Array.from({ length: connections }, (_, connection) => requestsOf(connection));
  const amount = lists.reduce((sum, list) => sum + list.length, 0);
  let next = 0;
  const startedAt = performance.now();
  const result = await autocannon({
    url,
    connections,
    amount,
    setupClient: (client) => {
      client.setRequests((lists[next] ?? []) as autocannon.Request[]);
      next += 1;
    },
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
