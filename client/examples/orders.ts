// The shop's own record, in memory for the examples: two tables of your database, with the same conditional updates.
import type { Rials, StoredPayment } from '@irandargah/client';

export interface Order {
  id: string;
  amount: Rials;
  paid: boolean;
  /** How often the goods were sent: never more than once. */
  deliveries: number;
}

/** One attempt to pay an order; an order may need several. */
export interface Payment extends StoredPayment {
  /** Stored before anything is sent, so that a repetition after a crash cannot make a second payment. */
  idempotencyKey: string;
  refId?: string;
}

export interface Orders {
  place(id: string, amount: Rials): Order;
  find(id: string): Order | undefined;
  /** The attempt whose answer is still missing, or a new one with a key of its own. */
  attempt(order: Order): Payment;
  /** Remembers the authority of an attempt; from then on callbacks can find it. */
  created(attempt: Payment, authority: string): Payment;
  byAuthority(authority: string): Payment | undefined;
  /** Payments of unpaid orders: those whose payer may not have come back. */
  pending(): Payment[];
  /** Marks the order as paid. @returns true exactly once for each order: the moment to deliver. */
  markPaid(payment: Payment, refId: string): boolean;
}

export function createOrders(): Orders {
  const orders = new Map<string, Order>();
  const attempts = new Map<string, Payment>();
  const payments = new Map<string, Payment>();
  return {
    place(id, amount) {
      const order = { id, amount, paid: false, deliveries: 0 };
      orders.set(id, order);
      return order;
    },
    find: (id) => orders.get(id),
    attempt({ id, amount }) {
      const open = attempts.get(id);
      if (open) return open;
      const attempt = { authority: '', amount, order_id: id, idempotencyKey: crypto.randomUUID() };
      attempts.set(id, attempt);
      return attempt;
    },
    created(attempt, authority) {
      const payment = { ...attempt, authority };
      payments.set(authority, payment);
      attempts.delete(attempt.order_id);
      return payment;
    },
    byAuthority: (authority) => payments.get(authority),
    pending: () => [...payments.values()].filter(({ order_id }) => orders.get(order_id)?.paid === false),
    markPaid(payment, refId) {
      const order = orders.get(payment.order_id);
      // In SQL: UPDATE orders SET paid = true WHERE id = ? AND paid = false
      if (!order || order.paid) return false;
      order.paid = true;
      payment.refId = refId;
      return true;
    },
  };
}
