// Servers that keep their limits not at all, too early, or say something else of them than they do.
import { errors, type OperationId } from '../../../generated/facts.ts';
import type { ReceivedAnswer } from '../../src/judge/exchange.ts';
import { type FaultyServer, on, withHeaders } from './change.ts';
import type { Fault } from './mutating.ts';

const usedUp = 'until the limit reports is used up';
const refusal = errors.ErrorRateLimited.http[0];
const facts = 'openapi/common/facts.yaml';
const headers = 'openapi/common/headers.yaml';

/** Gives the last good answer of an operation in place of a refusal. */
function lenient(...operations: OperationId[]): Fault['answer'] {
  const good = new Map<OperationId, ReceivedAnswer>();
  return (answer, { operation }) => {
    if (!operation || !operations.includes(operation)) return answer;
    if (answer.status === 200) good.set(operation, answer);
    return answer.status === refusal ? (good.get(operation) ?? answer) : answer;
  };
}

/** One fault each. */
export function limitFaults(): FaultyServer[] {
  return [
    {
      fault: 'a limit that is never enforced',
      only: usedUp,
      server: { answer: lenient('getDailyReport', 'getMonthlyReport') },
      at: '/status',
      place: [facts, /reports:/],
    },
    {
      fault: 'a limit of the sandbox that is never enforced',
      only: 'getHealth 429',
      server: { answer: lenient('getHealth') },
      at: '/status',
      place: [facts, /rate_limit:/],
    },
    {
      fault: 'a time to wait that is too short',
      only: usedUp,
      server: {
        answer: on(
          'getDailyReport',
          refusal,
          withHeaders((all) => {
            all['retry-after'] = '1';
          }),
        ),
      },
      at: '/headers/Retry-After',
      word: 'differs',
      place: [headers, /./],
    },
    {
      fault: 'as many requests left as ever',
      only: usedUp,
      server: {
        answer: on(
          'getMonthlyReport',
          200,
          withHeaders((all) => {
            all['x-ratelimit-remaining'] = all['x-ratelimit-limit'] ?? '';
          }),
        ),
      },
      at: '/headers/X-RateLimit-Remaining',
      word: 'differs',
      place: [headers, /./],
    },
  ];
}
