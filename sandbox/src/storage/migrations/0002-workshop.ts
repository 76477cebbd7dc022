// What tests need beyond a gateway: clocks that stand still, seeds, faults of every kind, and snapshots.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('terminals')
    .addColumn('clock_runs', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await db.schema.alterTable('terminals').addColumn('seed', 'text').execute();
  await db.schema
    .alterTable('terminals')
    .addColumn('seed_blocks', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('deliveries')
    .addColumn('copies_left', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('deliveries')
    .addColumn('held_back', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  // Orders do not outlive a test run, so that none is carried over.
  await db.schema.dropTable('faults').execute();
  await db.schema
    .createTable('faults')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('terminal_id', 'text', (column) => column.references('terminals.id'))
    .addColumn('operation', 'text')
    .addColumn('kind', 'text', (column) => column.notNull().defaultTo('error'))
    .addColumn('error', 'text')
    .addColumn('settings', 'text', (column) => column.notNull().defaultTo('{}'))
    .addColumn('position', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('seed', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('probability', sql`double precision`, (column) => column.notNull().defaultTo(1))
    .addColumn('decisions', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('remaining', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('faults_by_terminal')
    .on('faults')
    .columns(['terminal_id', 'remaining'])
    .execute();
  await db.schema
    .createTable('snapshots')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('terminal_id', 'text', (column) => column.notNull().references('terminals.id'))
    .addColumn('taken_at', 'bigint', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .execute();
}
