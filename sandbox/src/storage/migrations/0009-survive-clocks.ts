// Clocks that an earlier version let stand beyond every calendar come back into bounds.
import { type Kysely, sql } from 'kysely';

/** As they were when this was written: a migration does not change with the program. */
const [earliest, latest] = [0, Date.UTC(2099, 11, 31, 23, 59, 59)];

export async function up(db: Kysely<unknown>): Promise<void> {
  const now = Date.now();
  const shown = sql`clock_offset_ms + clock_runs * cast(${now} as bigint)`;
  await sql`update terminals set clock_offset_ms = cast(${latest} as bigint) - clock_runs * cast(${now} as bigint) where ${shown} > ${latest}`.execute(
    db,
  );
  await sql`update terminals set clock_offset_ms = cast(${earliest} as bigint) - clock_runs * cast(${now} as bigint) where ${shown} < ${earliest}`.execute(
    db,
  );
}
