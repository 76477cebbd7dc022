// Judges whether an answer says of a payment what the payment was made with: its amount and its order.
import { type Finding, shown } from './finding.ts';
import { stated } from './word.ts';

/** What a payment was made with. */
export interface Made {
  amount: number;
  order_id: string;
}

/** Payments by their authority. */
export type MadePayments = ReadonlyMap<string, Made>;

const fields = ['amount', 'order_id'] as const;
const rules = { amount: '#/components/schemas/Amount', order_id: '#/components/schemas/OrderId' };

/** Whether an object speaks of a part of a payment: then its amount is its own. */
const isPart = (value: Record<string, unknown>) =>
  Object.keys(value).some((key) => key.startsWith('refund_'));

/** Every place in a value that names one of the payments and says something else of it. */
export function judgeEcho(value: unknown, made: MadePayments, at: string): Finding[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, inner]) => judgeEcho(inner, made, `${at}/${key}`));
  const object = value as Record<string, unknown>;
  const payment = typeof object.authority === 'string' && !isPart(object) && made.get(object.authority);
  if (!payment) return inside;
  const wrong = fields.filter(
    // A number in quotes is still the same number; that it is in quotes is found elsewhere.
    (field) => object[field] !== undefined && String(object[field]) !== String(payment[field]),
  );
  return [
    ...wrong.map((field) => ({
      at: `${at}/${field}`,
      expected: `${shown(payment[field])}, as the payment was made with it`,
      got: shown(object[field]),
      rule: rules[field],
      basis: stated,
    })),
    ...inside,
  ];
}
