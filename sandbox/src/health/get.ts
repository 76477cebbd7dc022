// getHealth: says that the API answers, after asking its database (docs/decisions/0039).
import { contractVersion } from '../../../generated/facts.ts';
import { jalaliDateTime } from '../calendar.ts';
import { exampleValue } from '../contract/document.ts';
import { ApiError } from '../contract/errors.ts';
import { type Handler, plain } from '../handlers.ts';

const { status } = exampleValue<{ status: string }>('health');

const healthy = plain(async (call) => ({
  status,
  timestamp: jalaliDateTime(call.now),
  version: contractVersion,
}));

export const getHealth: Handler = async (call, services) => {
  try {
    await services.storage.db.selectFrom('settings').select('name').limit(1).execute();
  } catch (error) {
    // The gateway notices this failure itself, which is what -31 is for (docs/decisions/0064).
    services.log.error({ err: error }, 'the database does not answer');
    throw new ApiError('ErrorInternal');
  }
  return healthy(call, services);
};
