// Tells the model of recorded exchanges, in the order in which they took place: what was under way at once stays open.
import type { ContractOperation } from '../contract/document.ts';
import type { Finding } from '../judge/finding.ts';
import { createModel, type Model, type Pending } from '../model/model.ts';
import { readCall } from '../model/read.ts';
import type { RecordedExchange } from './har.ts';

/** A recorded exchange with what its answer was taken for. */
export interface ReadExchange {
  exchange: RecordedExchange;
  operation: ContractOperation;
  /** Undefined when no answer was recorded, or none that could be read. */
  taken?: { status: number; body: unknown };
}

/** A recording says nothing of the clock of a server that may have been moved: everything may have been at any time. */
const anyTime = { from: 0, to: Number.POSITIVE_INFINITY };

/**
 * Judges exchanges by those before them.
 * @param sameClock whether the server's clock was that of the recording
 * @returns the findings by the exchange
 */
export function remembered(
  exchanges: readonly ReadExchange[],
  sameClock: boolean,
): Map<ReadExchange, Finding[]> {
  const found = new Map<ReadExchange, Finding[]>();
  const models = new Map<boolean, Model>();
  const tokens = new Set<string>();
  const underWay: { one: ReadExchange; pending: Pending; to: number }[] = [];

  const modelOf = ({ sandbox }: RecordedExchange): Model => {
    const known = models.get(sandbox) ?? createModel(sandbox ? 'sandbox' : 'production');
    models.set(sandbox, known);
    return known;
  };

  /** Each token is met for the first time: of its terminal no more is known than that it is no other's. */
  const meet = ({ exchange, operation }: ReadExchange, at: number) => {
    const { token } = readCall(operation, exchange.request);
    if (token === undefined || tokens.has(token)) return;
    tokens.add(token);
    modelOf(exchange).happens({
      kind: 'terminal',
      terminal: {
        id: `recorded ${tokens.size}`,
        token,
        requireSignature: false,
        isActive: true,
        isOpen: true,
        isAlone: false,
        at,
      },
    });
  };

  const endUntil = (moment: number) => {
    const over = underWay.filter(({ to }) => to <= moment).sort((one, other) => one.to - other.to);
    for (const ending of over) {
      const { one, pending, to } = ending;
      underWay.splice(underWay.indexOf(ending), 1);
      if (one.taken)
        found.set(one, pending.ends(one.exchange.answer, one.taken, sameClock ? to : anyTime.to));
      else pending.lost();
    }
  };

  let latest = 0;
  const timed = exchanges.map((one) => {
    // What has no time of its own took place after what stands before it in the file.
    const { from, to } = one.exchange.span ?? { from: latest, to: latest };
    latest = Math.max(latest, to);
    return { one, from, to };
  });
  // A sort keeps the order of what began at the same moment.
  for (const { one, from, to } of timed.sort((a, b) => a.from - b.from)) {
    endUntil(from);
    const at = sameClock ? from : anyTime.from;
    meet(one, at);
    underWay.push({
      one,
      pending: modelOf(one.exchange).begins(one.operation, one.exchange.request, at),
      to,
    });
  }
  endUntil(Number.POSITIVE_INFINITY);
  return found;
}
