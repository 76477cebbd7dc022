// What a mutant is: the gateway with one plausible mistake of its author.
import type { Fault } from './answers/mutating.ts';

/** The kinds of mistakes, each in a few words for the tables of the score. */
export const kinds = {
  money: { en: 'money moves, or does not, against the rules', fa: 'جابه‌جایی پول برخلاف قاعده' },
  strangers: { en: 'who may act on what', fa: 'دسترسی به آنچه مال دیگری است' },
  echo: { en: 'an answer speaks of something else than was asked', fa: 'پاسخ دربارهٔ چیزی جز آنچه پرسیده شد' },
  lists: { en: 'filters, pages and order of lists', fa: 'فیلتر، صفحه و ترتیب فهرست‌ها' },
  reports: { en: 'sums and shares of reports', fa: 'جمع‌ها و سهم‌های گزارش‌ها' },
  time: { en: 'lifetimes, due times and calendars', fa: 'مهلت‌ها، سررسیدها و تقویم' },
  limits: { en: 'rate limits and what is said of them', fa: 'محدودیت نرخ درخواست و آنچه از آن گفته می‌شود' },
  keys: { en: 'idempotency keys', fa: 'کلید Idempotency' },
  webhooks: { en: 'which webhooks are sent, to whom, with what', fa: 'فرستادن وب‌هوک‌ها' },
  callbacks: { en: 'what the payer’s browser brings back', fa: 'بازگشت از درگاه (callback)' },
  signing: { en: 'signatures of requests, answers and webhooks', fa: 'امضای درخواست، پاسخ و وب‌هوک' },
  edges: { en: 'the largest, smallest and rarest that is allowed, refused', fa: 'نپذیرفتن مرزهای مجاز' },
  bounds: { en: 'what is not allowed, let in', fa: 'پذیرفتن آنچه مجاز نیست' },
  bytes: { en: 'the bytes of an answer', fa: 'بایت‌های پاسخ' },
  form: { en: 'the fields of an answer and their types', fa: 'فیلدهای پاسخ و نوع آن‌ها' },
  errors: { en: 'codes, statuses, types and messages of errors', fa: 'کد، وضعیت، نوع و پیام خطاها' },
  headers: { en: 'the headers of an answer', fa: 'هدرهای پاسخ' },
  connections: {
    en: 'no answer at all, or none of the gateway',
    fa: 'نرسیدن پاسخ، یا پاسخی که از درگاه نیست',
  },
  pages: { en: 'the page on which the payer pays', fa: 'صفحهٔ پرداخت' },
} as const satisfies Record<string, { en: string; fa: string }>;

export type Kind = keyof typeof kinds;

/** The kinds of which none may survive: they lose money, or show it to others. */
export const gravest: readonly Kind[] = ['money', 'strangers'];

interface Mistake {
  /** Speaking, in kebab-case; the score and `--only` know it by this. */
  id: string;
  kind: Kind;
  /** The mistake in a sentence, as its author would tell it afterwards. */
  summary: string;
  /** What the demand rests on that it breaks, where the page does not state it: `decision N`, `example LINES`. */
  basis?: string;
  /** Why it may survive, in both languages. */
  accepted?: { en: string; fa: string };
}

/** A change of the text of one file. */
export interface Change {
  /** From the root of the repository. */
  file: string;
  /** Stands exactly once in the file. */
  from: string;
  to: string;
}

/** A mistake in the source of the sandbox. */
export interface SourceMutant extends Mistake, Change {
  /** What else its author would have written, where one mistake stands in several places. */
  and?: readonly Change[];
}

/** A mistake that is made on the way of requests and answers, before a right sandbox. */
export interface AnswerMutant extends Mistake {
  server: Fault;
}

export type Mutant = SourceMutant | AnswerMutant;

export const isOfSource = (mutant: Mutant): mutant is SourceMutant => 'file' in mutant;

/** Every change that a mutant of the source makes. */
export const changesOfSource = ({ file, from, to, and = [] }: SourceMutant): Change[] => [
  { file, from, to },
  ...and,
];
