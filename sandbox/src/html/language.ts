// The two languages of the pages: their words side by side, their digits, and how they write amounts and moments.
import { isoInTehran, jalaliDateTime } from '../core/calendar.ts';
import { type Html, html } from './template.ts';

const languages = ['fa', 'en'] as const;
export type Language = (typeof languages)[number];

export function isLanguage(text: unknown): text is Language {
  return languages.includes(text as Language);
}

/** A sentence in both languages; it always stands with its translation beside it. */
export interface Both {
  en: string;
  fa: string;
}

export interface Speech {
  language: Language;
  /** Chooses between the English and the Persian. */
  say: (en: string, fa: string) => string;
  /** The text of a pair that stands elsewhere. */
  of: (both: Both) => string;
  /** A text whose digits are written as the language writes them; for numbers that are not to be copied. */
  digits: (text: string | number) => string;
  /** A whole number with separators. */
  count: (value: number) => string;
  /** An amount of rials with its unit. */
  rials: (amount: number) => string;
  /** A moment in milliseconds as the gateway writes it: Jalali, in Tehran; ISO 8601 stands in the markup. */
  moment: (milliseconds: number) => Html;
  /** How long something still lasts, in its two largest units. */
  duration: (milliseconds: number) => string;
}

const persian = new Intl.NumberFormat('fa-IR');
const english = new Intl.NumberFormat('en-US');

const units: { milliseconds: number; en: string; fa: string }[] = [
  { milliseconds: 86_400_000, en: 'd', fa: 'روز' },
  { milliseconds: 3_600_000, en: 'h', fa: 'ساعت' },
  { milliseconds: 60_000, en: 'min', fa: 'دقیقه' },
  { milliseconds: 1000, en: 's', fa: 'ثانیه' },
];

function splitDuration(milliseconds: number): { value: number; en: string; fa: string }[] {
  let left = Math.max(0, Math.round(milliseconds / 1000) * 1000);
  // One day is said as 24 hours, as the gateway's documentation does.
  const used = milliseconds < 2 * 86_400_000 ? units.slice(1) : units;
  const parts = used.map(({ milliseconds: unit, ...names }) => {
    const value = Math.floor(left / unit);
    left -= value * unit;
    return { value, ...names };
  });
  const first = parts.findIndex(({ value }) => value > 0);
  return first < 0 ? parts.slice(-1) : parts.slice(first, first + 2).filter(({ value }) => value > 0);
}

/** How one of the languages says things. */
export function speechOf(language: Language): Speech {
  const isPersian = language === 'fa';
  const say: Speech['say'] = (en, fa) => (isPersian ? fa : en);
  const format = isPersian ? persian : english;
  const digits: Speech['digits'] = (text) =>
    isPersian ? String(text).replaceAll(/[0-9]/g, (digit) => persian.format(Number(digit))) : String(text);
  return {
    language,
    say,
    of: (both) => both[language],
    digits,
    count: (value) => format.format(value),
    rials: (amount) => `${format.format(amount)} ${say('rials', 'ریال')}`,
    moment: (milliseconds) =>
      html`<time datetime="${isoInTehran(milliseconds)}" dir="ltr">${digits(jalaliDateTime(milliseconds))}</time>`,
    duration: (milliseconds) =>
      splitDuration(milliseconds)
        .map((part) => `${format.format(part.value)} ${part[language]}`)
        .join(say(' ', ' و ')),
  };
}
