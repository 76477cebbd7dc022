// getHealth: says that the API answers, after asking its database (docs/decisions/0039).
import { contractVersion } from '../../../generated/facts.ts';
import { exampleValue } from '../contract/document.ts';
import { ApiError } from '../contract/errors.ts';
import { jalaliDateTime } from '../core/calendar.ts';
import { type Handler, plain } from '../core/handlers.ts';
import type { Services } from '../core/services.ts';
import type { Storage } from '../storage/storage.ts';

const { status } = exampleValue<{ status: string }>('health');

const healthy = plain(async (call) => ({
  status,
  timestamp: jalaliDateTime(call.now),
  version: contractVersion,
}));

/** How long one answer to the question whether the database can be written serves all who ask, in milliseconds. */
const askedAgainAfter = 1_000;
const asked = new WeakMap<Storage, { at: number; answer: Promise<unknown> }>();

/** @throws whatever the database says when it cannot be written: a full disk still lets itself be read. */
async function canWrite({ storage, clock }: Services): Promise<void> {
  const now = clock.elapsed();
  let last = asked.get(storage);
  if (last === undefined || now - last.at >= askedAgainAfter) {
    const value = String(Math.round(clock.now()));
    const answer = storage.write((unit) =>
      unit
        .insertInto('settings')
        .values({ name: 'health', value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute(),
    );
    last = { at: now, answer };
    asked.set(storage, last);
  }
  await last.answer;
}

export const getHealth: Handler = async (call, services) => {
  try {
    await services.storage.db.selectFrom('settings').select('name').limit(1).execute();
    await canWrite(services);
  } catch (error) {
    // The gateway notices this failure itself, which is what -31 is for (docs/decisions/0064).
    services.log.error({ err: error }, 'the database does not answer, or cannot be written');
    throw new ApiError('ErrorInternal');
  }
  return healthy(call, services);
};
