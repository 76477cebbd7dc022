// Asks for the panel's password, and says when it was wrong or tried too often.
import { form } from '../../html/elements.ts';
import { html } from '../../html/template.ts';
import { layout } from '../frame/layout.ts';
import type { Visit } from '../frame/visit.ts';

/** @param trouble why the last try did not succeed. */
export function loginPage(
  visit: Visit,
  url: string,
  trouble?: 'wrong' | { waitMilliseconds: number },
): string {
  const { say, language, duration } = visit;
  const to = new URLSearchParams(url.split('?', 2)[1] ?? '').get('to') ?? '';
  const mistake =
    trouble === undefined
      ? null
      : trouble === 'wrong'
        ? say('The password is wrong.', 'رمز درست نیست.')
        : say(
            `Too many attempts. Wait ${duration(trouble.waitMilliseconds)} and try again.`,
            `تعداد تلاش‌ها زیاد بود. ${duration(trouble.waitMilliseconds)} صبر کنید و دوباره امتحان کنید.`,
          );
  const body = html`${mistake === null ? null : html`<p class="notice bad" role="alert">${mistake}</p>`}
${form(
  visit,
  `/dashboard/${language}/login?to=${encodeURIComponent(to)}`,
  html`<input type="hidden" name="to" value="${to}">
<label>${say('Password', 'رمز')}<input type="password" name="password" autocomplete="current-password" required autofocus></label>
<p class="hint">${say('It was set when this sandbox was started.', 'این رمز هنگام راه‌اندازی سندباکس تعیین شده است.')}</p>
<button class="main">${say('Log in', 'ورود')}</button>`,
  'card narrow',
)}`;
  return layout(visit, { title: say('Log in to the panel', 'ورود به پنل'), body });
}
