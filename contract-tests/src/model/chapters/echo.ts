// Whatever speaks of a payment says of it what it was made with: its amount and its order.
import { type Finding, shown } from '../../judge/finding.ts';
import { stated } from '../../judge/word.ts';
import type { Chapter } from '../chapter.ts';
import type { Known } from '../known.ts';
import { jsonOf } from '../read.ts';

const rules = { amount: '#/components/schemas/Amount', order_id: '#/components/schemas/OrderId' };

/** Whether an object speaks of a part of a payment: then its amount is its own. */
const isPart = (value: Record<string, unknown>) =>
  Object.keys(value).some((key) => key.startsWith('refund_'));

/** Every place in a value that names a payment and says something else of it than what it was made with. */
export function unlikePayments(value: unknown, { payments }: Pick<Known, 'payments'>, at: string): Finding[] {
  if (typeof value !== 'object' || value === null) return [];
  const object = value as Record<string, unknown>;
  const inside = Object.entries(object).flatMap(([key, inner]) =>
    unlikePayments(inner, { payments }, `${at}/${key}`),
  );
  const payment =
    typeof object.authority === 'string' && !isPart(object) ? payments.get(object.authority) : undefined;
  if (!payment) return inside;
  const made = { amount: payment.amount, order_id: payment.orderId };
  const wrong = (['amount', 'order_id'] as const).filter(
    // A number in quotes is still the same number; that it is in quotes is found elsewhere.
    (field) =>
      object[field] !== undefined &&
      made[field] !== undefined &&
      String(object[field]) !== String(made[field]),
  );
  return [
    ...wrong.map((field) => ({
      at: `${at}/${field}`,
      expected: `${shown(made[field])}, as the payment was made with it`,
      got: shown(object[field]),
      rule: rules[field],
      basis: stated,
    })),
    ...inside,
  ];
}

export const echo: Chapter = {
  judge: ({ body }, known) => unlikePayments(body, known, '/body'),
  witness: (happening, known) => {
    switch (happening.kind) {
      case 'callback':
        return unlikePayments(happening.fields, known, '/form');
      case 'delivery':
        return unlikePayments(jsonOf(happening.delivery.body), known, '/body');
      default:
        return [];
    }
  },
};
