// Writes numbers and lists as readers of a language write them.
import type { Language } from './languages.ts';

const locales: Record<Language, string> = { en: 'en-GB', fa: 'fa-IR' };

/** `100000` as `100,000` or `۱۰۰٬۰۰۰`. */
export const formatNumber = (value: number, language: Language) =>
  new Intl.NumberFormat(locales[language], { maximumFractionDigits: 2 }).format(value);

/** The digits of a text as the language writes them, everything else as it is; a version for example. */
export const localDigits = (text: string, language: Language) =>
  language === 'fa'
    ? text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x6c0))
    : text;

/** `2, 4 and 8` or `۲، ۴ و ۸`. */
export const formatList = (items: string[], language: Language) =>
  language === 'fa'
    ? items.length < 2
      ? items.join('')
      : `${items.slice(0, -1).join('، ')} و ${items.at(-1)}`
    : new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items);
