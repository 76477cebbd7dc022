// A terminal may be free of all rate limits, for suites and tools that send more than any limit allows.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('terminals')
    .addColumn('rate_limits', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
}
