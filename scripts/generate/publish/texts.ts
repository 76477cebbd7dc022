// The sentences that the pipeline adds to the contract, in both languages.
import type { Language } from '../../../foundation/reader/paths.ts';

interface Texts {
  /** After the description of an open list. */
  known: (values: string[]) => string;
  /** Between the name of an error and what follows. */
  errors: string;
  otherError: string;
  errorCode: string;
}

export const texts: Record<Language, Texts> = {
  en: {
    known: (values) => `Known today: ${values.join(', ')}; others may come.`,
    errors: 'Errors known today:',
    otherError:
      'Any other error, or a known one under another status. The body is the same: decide by `error.code`.',
    errorCode: "The gateway's code of an error.",
  },
  fa: {
    known: (values) => `مقدارهای امروز: ${values.join('، ')}؛ مقدارهای دیگری هم ممکن است اضافه شود.`,
    errors: 'خطاهای شناخته‌شدهٔ امروز:',
    otherError:
      'هر خطای دیگر، یا خطایی شناخته‌شده با وضعیتی دیگر. بدنه همان است: تصمیم را از روی `error.code` بگیرید.',
    errorCode: 'کد خطای درگاه.',
  },
};
