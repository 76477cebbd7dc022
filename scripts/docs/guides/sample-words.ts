// The words of the tables about the published page's samples, in both languages.
import type { Framing, SampleServer, Verdict } from '../../../foundation/reader/page-samples.ts';
import type { Language } from '../languages.ts';

interface SampleWords {
  sample: string;
  languages: string;
  outcome: string;
  reason: string;
  decision: string;
  servers: Record<SampleServer, string>;
  verdicts: Record<Verdict, string>;
  /** What is put around a sample: its name in the table, and what it is. */
  framings: Record<Framing, [name: string, meaning: string]>;
  framing: string;
  meaning: string;
  /** Between the parts of a list. */
  comma: string;
}

export const sampleWords: Record<Language, SampleWords> = {
  en: {
    sample: 'What the sample does',
    languages: 'Languages and lines',
    outcome: 'Outcome',
    reason: 'Reason',
    decision: 'Decision',
    servers: { sandbox: 'Sandbox', literal: 'Sandbox, literal', mock: 'Mock' },
    verdicts: {
      'as printed': 'as printed',
      differs: 'as printed, except',
      refused: 'refused',
      works: 'works',
      fails: 'does not run',
      'not tried': '—',
    },
    framings: {
      imports: ['imports', 'The imports that the sample takes for granted.'],
      program: ['program', 'Go: a package with a function around the lines.'],
      reads: [
        'variables',
        'Go: a line at the end that reads the variables which nothing reads, because Go refuses those.',
      ],
      'reads inside': ['variables inside', 'The same, but within a function of the sample.'],
      sends: ['sending', 'A line that sends what the sample prepares and does not send.'],
      calls: ['call', 'A call of the function that the sample only defines.'],
      request: ['request', 'A request on which the lines work.'],
      answer: ['answer', 'An answer on which the lines work.'],
      framework: ['framework', 'Laravel, Express or Django, with orders and pages that are only recorded.'],
      browser: ['browser', 'The `window` of a browser, which Node.js has not.'],
    },
    framing: 'Put around it',
    meaning: 'Meaning',
    comma: ', ',
  },
  fa: {
    sample: 'کار نمونه‌کد',
    languages: 'زبان‌ها و خط‌ها',
    outcome: 'نتیجه',
    reason: 'علت',
    decision: 'تصمیم',
    servers: { sandbox: 'سندباکس', literal: 'سندباکس با literal', mock: 'سرور Mock' },
    verdicts: {
      'as printed': 'مطابق صفحه',
      differs: 'مطابق صفحه، جز',
      refused: 'رد شد',
      works: 'کار می‌کند',
      fails: 'اجرا نمی‌شود',
      'not tried': '—',
    },
    framings: {
      imports: ['import', 'ماژول‌هایی که نمونه فرض می‌کند از پیش وارد شده‌اند.'],
      program: ['برنامه', 'در Go: بسته‌ای با یک تابع گرد خط‌ها.'],
      reads: ['متغیرها', 'در Go: خطی در پایان که متغیرهای خوانده‌نشده را می‌خواند، چون Go آن‌ها را نمی‌پذیرد.'],
      'reads inside': ['متغیرها در درون', 'همان، ولی در درون یکی از تابع‌های نمونه.'],
      sends: ['ارسال', 'خطی که آنچه نمونه آماده می‌کند و نمی‌فرستد را می‌فرستد.'],
      calls: ['فراخوانی', 'فراخوانی تابعی که نمونه فقط تعریفش می‌کند.'],
      request: ['درخواست', 'درخواستی که خط‌ها روی آن کار می‌کنند.'],
      answer: ['پاسخ', 'پاسخی که خط‌ها روی آن کار می‌کنند.'],
      framework: ['فریم‌ورک', 'یکی از Laravel و Express و Django، با سفارش‌ها و صفحه‌هایی که فقط ثبت می‌شوند.'],
      browser: ['مرورگر', 'شیء `window` مرورگر که Node.js ندارد.'],
    },
    framing: 'آنچه اضافه شد',
    meaning: 'معنی',
    comma: '، ',
  },
};
