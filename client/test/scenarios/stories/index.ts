// All scenarios, by what they are about.
import type { Scenario } from '../scenario.ts';
import { attacks } from './attacks.ts';
import { callbacks } from './callbacks.ts';
import { inDialects } from './dialects.ts';
import { mistakes } from './mistakes.ts';
import { payments } from './payments.ts';
import { webhooks } from './webhooks.ts';

export const scenarios: Record<string, Scenario[]> = {
  Payments: payments,
  'Answers that are none': attacks,
  Callbacks: callbacks,
  Webhooks: webhooks,
  'Mistakes and money': mistakes,
  Dialects: inDialects,
};
