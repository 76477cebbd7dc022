// The languages of the site and the few words that are the site's own; everything else comes from the contract.
import type { Language } from '../../foundation/reader/paths.ts';

export { type Language, languages } from '../../foundation/reader/paths.ts';

/** What our own pages say in one language. */
export interface SiteTexts {
  /** The language's name for itself, shown where one can switch to it. */
  name: string;
  direction: 'ltr' | 'rtl';
  brand: string;
  apiReference: string;
  /** Invites to read in this language. */
  choose: string;
  schemas: string;
  switchTo: string;
  home: string;
  skipToContent: string;
  withoutScript: string;
  loadingFailed: string;
  notFound: string;
  notFoundHint: string;
}

/** The other language, which the switch leads to. */
export const otherLanguage = (language: Language): Language => (language === 'en' ? 'fa' : 'en');

export const siteTexts: Record<Language, SiteTexts> = {
  en: {
    name: 'English',
    direction: 'ltr',
    brand: 'IranDargah',
    apiReference: 'API reference',
    choose: 'Read in English',
    schemas: 'Schemas',
    switchTo: 'Read this page in Persian',
    home: 'Choose a language',
    skipToContent: 'Skip to the content',
    withoutScript:
      'This reference needs JavaScript for its details. Without it, the whole contract is here as a file:',
    loadingFailed: 'The reference could not be loaded. Reload the page, or read the contract as a file:',
    notFound: 'There is no page here',
    notFoundHint: 'The address may have changed. Start again from the first page.',
  },
  fa: {
    name: 'فارسی',
    direction: 'rtl',
    brand: 'ایران‌درگاه',
    apiReference: 'مرجع API',
    choose: 'خواندن به فارسی',
    schemas: 'ساختار داده‌ها',
    switchTo: 'خواندن همین صفحه به انگلیسی',
    home: 'انتخاب زبان',
    skipToContent: 'رفتن به محتوا',
    withoutScript:
      'جزئیات این مرجع به جاوااسکریپت نیاز دارد. بدون آن، کل قرارداد API را به صورت فایل از اینجا بردارید:',
    loadingFailed: 'مرجع بار نشد. صفحه را دوباره باز کنید یا قرارداد API را به صورت فایل بخوانید:',
    notFound: 'صفحه‌ای در این آدرس نیست',
    notFoundHint: 'شاید آدرس عوض شده باشد. از صفحهٔ نخست آغاز کنید.',
  },
};
