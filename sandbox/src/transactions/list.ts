// listTransactions: the terminal's transactions, newest first, filtered and paged (docs/decisions/0060).
import type { Expression, SqlBool } from 'kysely';
import { statesShowing } from '../contract/contract.ts';
import { endOfJalaliDay, jalaliDateTime, jalaliDateTimeOrNull, startOfJalaliDay } from '../core/calendar.ts';
import type { AuthenticatedCall } from '../core/call.ts';
import { query } from '../core/handlers.ts';
import { expireOverdue } from '../payments/expiry.ts';
import { referenceOf } from '../payments/show.ts';
import type { PaymentRow } from '../storage/schema.ts';
import type { Queries } from '../storage/storage.ts';

interface Filters {
  from_date?: string;
  to_date?: string;
  status?: string;
  page: number;
  per_page: number;
}

function matching(
  db: Queries,
  { caller, contract }: AuthenticatedCall,
  { from_date, to_date, status }: Filters,
) {
  return db
    .selectFrom('payments')
    .where('terminal_id', '=', caller.terminalId)
    .where(({ eb, and }) => {
      const conditions: Expression<SqlBool>[] = [];
      if (from_date !== undefined) conditions.push(eb('created_at', '>=', startOfJalaliDay(from_date)));
      if (to_date !== undefined) conditions.push(eb('created_at', '<', endOfJalaliDay(to_date)));
      if (status !== undefined) conditions.push(eb('state', 'in', statesShowing(contract, status)));
      return and(conditions);
    });
}

function summary(payment: PaymentRow, { contract }: AuthenticatedCall): unknown {
  return {
    authority: payment.authority,
    amount: payment.amount,
    status: contract.states[payment.state].status,
    order_id: payment.order_id,
    ref_code: referenceOf(payment),
    created_at: jalaliDateTime(payment.created_at),
    verified_at: jalaliDateTimeOrNull(payment.verified_at),
  };
}

export const listTransactions = query(async (call, services) => {
  const { db } = services.storage;
  const filters = call.query as unknown as Filters;
  const { page, per_page: perPage } = filters;
  await expireOverdue(services, call.caller.terminalId);
  const { total } = await matching(db, call, filters)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const skipped = (page - 1) * perPage;
  const payments =
    skipped >= Number(total)
      ? []
      : await matching(db, call, filters)
          .selectAll()
          .orderBy('created_at', 'desc')
          .orderBy('authority', 'desc')
          .limit(perPage)
          .offset(skipped)
          .execute();
  return {
    transactions: payments.map((payment) => summary(payment, call)),
    pagination: {
      current_page: page,
      per_page: perPage,
      total: Number(total),
      last_page: Math.max(1, Math.ceil(Number(total) / perPage)),
    },
  };
});
