// What can go wrong on the way to a page, and the page that says so: a sentence, and what to do next.
import type { Both } from '../../html/language.ts';
import { html } from '../../html/template.ts';
import { layout } from './layout.ts';
import type { Visit } from './visit.ts';

interface Failure {
  status: number;
  title: Both;
  text: Both;
}

const failures = {
  'not found': {
    status: 404,
    title: { en: 'There is no such page', fa: 'این صفحه وجود ندارد' },
    text: {
      en: 'What you are looking for is not here, or belongs to another terminal. Begin again at the list of terminals.',
      fa: 'آنچه می‌خواهید اینجا نیست یا مال ترمینال دیگری است. از فهرست ترمینال‌ها دوباره شروع کنید.',
    },
  },
  'stale form': {
    status: 403,
    title: { en: 'This form is out of date', fa: 'این فرم دیگر معتبر نیست' },
    text: {
      en: 'Nothing was changed. Go back, reload the page and send the form again.',
      fa: 'چیزی تغییر نکرد. به صفحهٔ پیش برگردید، آن را از نو باز کنید و فرم را دوباره بفرستید.',
    },
  },
  'foreign form': {
    status: 403,
    title: { en: 'This request came from another site', fa: 'این درخواست از سایت دیگری آمده است' },
    text: {
      en: 'Nothing was changed. The panel takes changes from its own pages only.',
      fa: 'چیزی تغییر نکرد. پنل فقط تغییرهایی را می‌پذیرد که از صفحه‌های خودش می‌آید.',
    },
  },
  unreadable: {
    status: 400,
    title: { en: 'This request cannot be read', fa: 'این درخواست خواندنی نیست' },
    text: {
      en: 'Nothing was changed. Go back and send the form of the page as it is.',
      fa: 'چیزی تغییر نکرد. به صفحهٔ پیش برگردید و همان فرم را بفرستید.',
    },
  },
  unforeseen: {
    status: 500,
    title: { en: 'Something unforeseen happened', fa: 'مشکلی پیش‌بینی‌نشده پیش آمد' },
    text: {
      en: 'The log of the sandbox says what it was. Try again; if it stays, restart the sandbox.',
      fa: 'جزئیات در لاگ سندباکس آمده است. دوباره امتحان کنید و اگر برطرف نشد، سندباکس را از نو راه بیندازید.',
    },
  },
} as const satisfies Record<string, Failure>;

export type FailureName = keyof typeof failures;

/** Ends a request to the panel with one of the failures. */
export class PanelFailure extends Error {
  readonly failure: FailureName;
  constructor(failure: FailureName) {
    super(failure);
    this.failure = failure;
  }
}

export function failurePage(visit: Visit, name: FailureName): { status: number; page: string } {
  const { status, title, text } = failures[name];
  const { language, of, say } = visit;
  const body = html`<p>${of(text)}</p><p><a class="button" href="/dashboard/${language}">${say('To the terminals', 'فهرست ترمینال‌ها')}</a></p>`;
  return { status, page: layout(visit, { title: of(title), body }) };
}
