// Payments: that there is one, since it was made or met, and in which states it may be.
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { paymentLifecycle } from '../../contract/facts.ts';
import type { PaymentState } from '../../plan/spoken.ts';
import type { Chapter, Seen } from '../chapter.ts';
import type { Known } from '../known.ts';

function learnCreation({ body, sent, terminal, period }: Seen, { payments }: Known): void {
  const authority = nodeAt(body, '/data/transaction/authority');
  const [amount, orderId] = [nodeAt(sent, '/amount'), nodeAt(sent, '/order_id')];
  if (typeof authority !== 'string' || typeof amount !== 'number' || typeof orderId !== 'string') return;
  if (payments.has(authority)) return;
  const possible = new Set<PaymentState>(['AWAITING_PAYMENT']);
  // Whose payer nobody watches may have paid at any moment.
  if (!terminal?.isAlone) {
    for (const next of paymentLifecycle.states.AWAITING_PAYMENT.next) possible.add(next);
  }
  payments.set(authority, {
    authority,
    terminal: terminal?.id ?? '',
    request: sent as Record<string, unknown>,
    amount,
    orderId,
    created: period,
    possible,
    told: new Map(),
    refunds: [],
    verifications: 0,
  });
}

export const payments: Chapter = {
  learn: (seen, known) => {
    if (seen.operation.id === 'createPayment' && seen.isSuccess) learnCreation(seen, known);
  },
};
