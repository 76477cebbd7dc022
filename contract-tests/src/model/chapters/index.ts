// The book of the model, chapter by chapter.
import type { Chapter } from '../chapter.ts';
import { echo } from './echo.ts';
import { limits } from './limits.ts';
import { payments } from './payments.ts';
import { terminals } from './terminals.ts';

export const chapters: readonly Chapter[] = [terminals, payments, echo, limits];
