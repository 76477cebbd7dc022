// The page that lists every file that can be taken from the site.
import { guidePath } from '../guides/page.ts';
import { escapeHtml } from '../html.ts';
import type { Language } from '../languages.ts';
import { formatNumber } from '../numbers.ts';
import { texts } from '../texts.ts';
import { renderFramed, type Surroundings } from './frame.ts';
import { table } from './parts.ts';

/** What each file is, in both languages; the order is that of the page. */
const files: {
  name: string;
  describe: Record<Language, string>;
  /** Whether the guide on collections says how to use it. */
  guide?: boolean;
}[] = [
  {
    name: 'openapi.yaml',
    describe: {
      en: 'The whole contract in one file, OpenAPI 3.1 as YAML: strict in what you send, open in what you read',
      fa: 'همهٔ قرارداد API در یک فایل، OpenAPI 3.1 به صورت YAML: در آنچه می‌فرستید سخت‌گیر و در آنچه می‌خوانید باز',
    },
  },
  {
    name: 'openapi.json',
    describe: {
      en: 'The same as JSON, for generators and validators',
      fa: 'همان به صورت JSON، برای ابزارهای ساخت کد و اعتبارسنجی',
    },
  },
  {
    name: 'postman.json',
    describe: {
      en: 'A Postman collection (2.1) that runs: every flow of a shop with its tests, every operation with its example answers. Fill in the variable token',
      fa: 'کالکشن Postman (نسخهٔ ۲٫۱) که اجرا می‌شود: همهٔ جریان‌های فروشگاه با آزمون‌هایشان، و همهٔ عملیات با پاسخ‌های نمونه. متغیر token را پر کنید',
    },
    guide: true,
  },
  {
    name: 'bruno.zip',
    describe: {
      en: 'The same flows for Bruno: unpack it and open the folder as a collection',
      fa: 'همان جریان‌ها برای Bruno: آن را از حالت فشرده درآورید و پوشه را به عنوان کالکشن باز کنید',
    },
    guide: true,
  },
  {
    name: 'http-files.zip',
    describe: {
      en: 'The same flows as .http files, for JetBrains’ HTTP Client and for httpyac; each with a second file that signs',
      fa: 'همان جریان‌ها به صورت فایل‌هایی با پسوند http، برای HTTP Client از JetBrains و برای httpyac؛ هر کدام با فایل دومی که امضا می‌کند',
    },
    guide: true,
  },
  {
    name: 'errors.json',
    describe: {
      en: 'The catalogue of errors: code, HTTP status, type, message, meaning, what to do',
      fa: 'فهرست خطاها: کد، وضعیت HTTP، نوع، پیام، معنا و اینکه چه باید کرد',
    },
  },
  {
    name: 'errors.csv',
    describe: { en: 'The same for spreadsheets', fa: 'همان برای صفحه‌گسترده‌ها' },
  },
];

/**
 * @param sizes bytes of each file by its name
 * @throws Error when a file is not there
 */
export function downloadsPage(surroundings: Surroundings, sizes: Map<string, number>): string {
  const { language } = surroundings;
  const words = texts[language];
  const howTo = `<a href="${guidePath('collections')}">${words.howToUse}</a>`;
  const row = (name: string, description: string, bytes: number | undefined) => {
    if (bytes === undefined) throw new Error(`The site has no file ${name}.`);
    const kilobytes = formatNumber(Math.max(1, Math.round(bytes / 1000)), language);
    return {
      cells: [
        `<a href="${name}" download><code>${name}</code></a>`,
        description,
        // A number keeps its unit beside it, however narrow the column is.
        language === 'fa' ? `${kilobytes}\u00A0کیلوبایت` : `${kilobytes}\u00A0kB`,
      ],
    };
  };
  const rows = files.map(({ name, describe, guide }) => {
    const description = escapeHtml(describe[language]);
    return row(name, guide ? `${description}. ${howTo}` : description, sizes.get(name));
  });
  const llms =
    language === 'fa' ? 'نقشهٔ این سایت برای مدل‌های زبانی' : 'A map of this site for language models';
  rows.push({ cells: [`<a href="../llms.txt"><code>llms.txt</code></a>`, llms, ''] });
  return renderFramed(surroundings, {
    path: 'downloads.html',
    title: words.downloads,
    description: files.map(({ describe }) => describe[language]).join(' · '),
    body: `<h1>${words.downloads}</h1>\n${table([words.file, words.contents, words.size], rows, { label: words.downloads })}`,
  });
}
