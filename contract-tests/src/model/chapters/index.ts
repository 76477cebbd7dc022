// The book of the model, chapter by chapter.
import type { Chapter } from '../chapter.ts';
import { callbacks } from './callbacks.ts';
import { causes } from './causes.ts';
import { deliveries } from './deliveries.ts';
import { echo } from './echo.ts';
import { identity } from './identity.ts';
import { keys } from './keys.ts';
import { limits } from './limits.ts';
import { lists } from './lists.ts';
import { payments } from './payments.ts';
import { refunds } from './refunds.ts';
import { reports } from './reports.ts';
import { retries } from './retries.ts';
import { strangers } from './strangers.ts';
import { subscriptions } from './subscriptions.ts';
import { terminals } from './terminals.ts';
import { tokens } from './tokens.ts';
import { told } from './told.ts';
import { verifications } from './verifications.ts';
import { webhookTests } from './webhook-tests.ts';

export const chapters: readonly Chapter[] = [
  terminals,
  tokens,
  strangers,
  payments,
  verifications,
  refunds,
  keys,
  echo,
  identity,
  told,
  subscriptions,
  causes,
  webhookTests,
  deliveries,
  retries,
  callbacks,
  limits,
  lists,
  reports,
];
