// A payment in a given state: made on the spot where that is allowed, looked up in the list of the terminal where not.
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import type { Credentials } from '../../targets/target.ts';
import { type Stage, textOf, Unreachable } from './stage.ts';

export interface ExistingPayment {
  authority: string;
  as: Credentials;
  createdAt?: string;
}

/** @throws Unreachable when nothing may be made and the terminal has no such payment */
export async function existing(stage: Stage, status: 'completed' | 'pending'): Promise<ExistingPayment> {
  const { target, obstacle } = stage.session;
  if (target.control) {
    const payment = status === 'completed' ? await stage.verified() : await stage.created();
    return { authority: payment.authority, as: payment.by };
  }
  if (status === 'pending' && obstacle(['write']) === undefined) {
    const payment = await stage.created();
    return { authority: payment.authority, as: payment.by };
  }
  const query: [string, string][] = [
    ['status', status],
    ['per_page', '1'],
  ];
  const listed = stage.draft('listTransactions', { query });
  const found = await stage.perform(listed);
  if (nodeAt(found.body, '/data/transactions/0') === undefined) {
    throw new Unreachable(`the terminal has no ${status} payment`);
  }
  const authority = textOf(found, 'listTransactions', '/data/transactions/0/authority');
  const createdAt = nodeAt(found.body, '/data/transactions/0/created_at');
  return { authority, as: target.credentials, ...(typeof createdAt === 'string' && { createdAt }) };
}
