// What a monitoring system asks for: counts and durations by operation and status, and the state of the process.
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  observe: (operation: string, status: number, seconds: number) => void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['operation', 'status'] as const;
  const requests = new Counter({
    name: 'irandargah_requests_total',
    help: 'Requests by operation and HTTP status.',
    labelNames,
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'irandargah_request_duration_seconds',
    help: 'How long the answers took, by operation.',
    labelNames: ['operation'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 15],
    registers: [registry],
  });
  // Finding a label's series anew for each answer would cost more than counting it.
  type Series = { count: Counter.Internal; duration: Histogram.Internal<'operation'> };
  const series = new Map<string, Map<number, Series>>();
  return {
    registry,
    observe: (operation, status, seconds) => {
      let ofOperation = series.get(operation);
      if (!ofOperation) {
        ofOperation = new Map();
        series.set(operation, ofOperation);
      }
      let known = ofOperation.get(status);
      if (!known) {
        known = { count: requests.labels(operation, String(status)), duration: durations.labels(operation) };
        ofOperation.set(status, known);
      }
      known.count.inc();
      known.duration.observe(seconds);
    },
  };
}
