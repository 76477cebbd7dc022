// The dialects of a terminal: how the gateway speaks to it, where the documentation leaves that open.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('terminals').addColumn('dialects', 'text').execute();
}
