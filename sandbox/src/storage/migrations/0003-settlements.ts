// Settlements, and which payments and refunds each has taken: a primary key lets none be taken twice.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('settlements')
    .addColumn('settlement_code', 'text', (column) => column.primaryKey())
    .addColumn('terminal_id', 'text', (column) => column.notNull().references('terminals.id'))
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('amount', 'bigint', (column) => column.notNull())
    .addColumn('payments_amount', 'bigint', (column) => column.notNull())
    .addColumn('refunds_amount', 'bigint', (column) => column.notNull())
    .addColumn('fees_amount', 'bigint', (column) => column.notNull())
    .addColumn('payments', 'integer', (column) => column.notNull())
    .addColumn('refunds', 'integer', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('settlements_by_terminal')
    .on('settlements')
    .columns(['terminal_id', 'created_at'])
    .execute();
  await db.schema
    .createTable('settled_payments')
    .addColumn('authority', 'text', (column) => column.primaryKey().references('payments.authority'))
    .addColumn('settlement_code', 'text', (column) =>
      column.notNull().references('settlements.settlement_code'),
    )
    .addColumn('terminal_id', 'text', (column) => column.notNull().references('terminals.id'))
    .execute();
  await db.schema
    .createTable('settled_refunds')
    .addColumn('refund_code', 'text', (column) => column.primaryKey().references('refunds.refund_code'))
    .addColumn('settlement_code', 'text', (column) =>
      column.notNull().references('settlements.settlement_code'),
    )
    .addColumn('terminal_id', 'text', (column) => column.notNull().references('terminals.id'))
    .execute();
  // Foreign keys are checked by these columns whenever a terminal is thrown away.
  for (const table of ['settled_payments', 'settled_refunds']) {
    await db.schema.createIndex(`${table}_by_settlement`).on(table).column('settlement_code').execute();
    await db.schema.createIndex(`${table}_by_terminal`).on(table).column('terminal_id').execute();
  }
}
