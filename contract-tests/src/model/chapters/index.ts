// The book of the model, chapter by chapter.
import type { Chapter } from '../chapter.ts';
import { echo } from './echo.ts';
import { identity } from './identity.ts';
import { keys } from './keys.ts';
import { payments } from './payments.ts';
import { refunds } from './refunds.ts';
import { strangers } from './strangers.ts';
import { terminals } from './terminals.ts';
import { tokens } from './tokens.ts';
import { told } from './told.ts';
import { verifications } from './verifications.ts';

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
];
