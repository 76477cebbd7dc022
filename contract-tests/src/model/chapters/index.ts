// The book of the model, chapter by chapter.
import type { Chapter } from '../chapter.ts';
import { echo } from './echo.ts';
import { keys } from './keys.ts';
import { payments } from './payments.ts';
import { refunds } from './refunds.ts';
import { terminals } from './terminals.ts';
import { verifications } from './verifications.ts';

export const chapters: readonly Chapter[] = [terminals, payments, verifications, refunds, keys, echo];
