// The book of the model, chapter by chapter.
import type { Chapter } from '../chapter.ts';
import { callbacks } from './callbacks.ts';
import { causes } from './causes.ts';
import { deliveries } from './deliveries.ts';
import { echo } from './echo.ts';
import { payments } from './payments.ts';
import { retries } from './retries.ts';
import { subscriptions } from './subscriptions.ts';
import { terminals } from './terminals.ts';
import { webhookTests } from './webhook-tests.ts';

export const chapters: readonly Chapter[] = [
  terminals,
  payments,
  echo,
  subscriptions,
  causes,
  webhookTests,
  deliveries,
  retries,
  callbacks,
];
