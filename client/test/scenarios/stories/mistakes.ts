// Mistakes of the developer, told before anything is sent; and money, which has a unit.
import type { Scenario } from '../scenario.ts';
import { order, single } from './common.ts';

const misuse = { outcome: 'misuse' };
const money = (unit: 'rials' | 'toman', value: unknown) => ({ do: 'money', unit, value }) as const;

export const mistakes: Scenario[] = [
  single('rials are rials', money('rials', 250_000), { outcome: 'amount', rials: 250_000 }),
  single('a toman is ten rials', money('toman', 25_000), { outcome: 'amount', rials: 250_000 }),
  ...[
    ['less than nothing', -1],
    ['a broken amount', 0.5],
    ['more than any bank has', 2 ** 60],
    ['null', null],
    ['a text of no digits', 'all'],
    ['an empty text', ''],
    ['true', true],
  ].map(([what, value]) => single(`${what} is no amount`, money('toman', value), misuse)),
  {
    name: 'a broken amount is not sent',
    steps: [{ ask: { do: 'create', order: { ...order, amount: 1000.5 } }, told: misuse }],
    requests: [],
  },
  {
    name: 'an empty idempotency key is a mistake, and not sent',
    steps: [{ ask: { do: 'create', order, idempotency_key: '' }, told: misuse }],
    requests: [],
  },
];
