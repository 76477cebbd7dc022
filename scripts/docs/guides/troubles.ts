// What the chaos suite does to the sandbox, in the words of readers.
import type { Language } from '../languages.ts';

export const troubles = {
  kills: { en: '20 kill -9', fa: '۲۰ بار kill -9' },
  fullDisk: { en: 'a full disk', fa: 'دیسک پر' },
  sockets: {
    en: '60 silent and half sockets at each of 3 stops',
    fa: '۶۰ اتصال ساکت و نیمه‌کاره در هر یک از ۳ توقف',
  },
  receivers: {
    en: 'receivers that hang or answer without end',
    fa: 'گیرنده‌هایی که پاسخ نمی‌دهند یا پاسخشان تمام نمی‌شود',
  },
  clocks: { en: "a neighbour's clock that jumps by a year", fa: 'ساعت ترمینال همسایه که یک سال می‌پرد' },
  cuts: { en: '60 cuts of connections in transactions', fa: '۶۰ قطع اتصال به پایگاه داده میان تراکنش‌هایش' },
  postmaster: {
    en: '3 kill -9 of the postmaster of PostgreSQL',
    fa: '۳ بار kill -9 برای خود PostgreSQL',
  },
  process: { en: 'kill -9 of one of two processes', fa: 'kill -9 برای یکی از دو فرایند' },
} as const satisfies Record<string, Record<Language, string>>;

export type Trouble = keyof typeof troubles;
