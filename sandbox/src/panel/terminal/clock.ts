// The section of the terminal's clock: what time it is there, and the way to a later one.
import { signing } from '../../../../generated/facts.ts';
import { advanceClock } from '../../control/time-travel.ts';
import { isoInTehran } from '../../core/calendar.ts';
import { code, definitions, form } from '../../html/elements.ts';
import { html } from '../../html/template.ts';
import { wholeNumberPattern, withLatinDigits } from '../frame/latin-digits.ts';
import type { Section } from '../frame/sections.ts';

const minute = 60_000;
/** As far as the control API goes in one step. */
const most = 10 * 365 * 24 * 60;
const steps = [1, 15, 60, 24 * 60];

export const clockSection: Section = {
  path: '/clock',
  notices: {
    moved: {
      en: 'The clock was moved; what was due on the way has happened, in order.',
      fa: 'ساعت جلو رفت و هر چه در این میان موعدش رسیده بود، به ترتیب انجام شد.',
    },
  },
  changes: {
    advance: async ({ terminal, say, count }, form, { services, background }) => {
      const asked = withLatinDigits(form.get('minutes') ?? '');
      const minutes = /^[0-9]{1,7}$/.test(asked) ? Number(asked) : 0;
      if (minutes < 1 || minutes > most) {
        return {
          mistake: say(
            `Give whole minutes from 1 to ${count(most)}.`,
            `تعداد دقیقه‌ها باید عددی درست از ۱ تا ${count(most)} باشد.`,
          ),
        };
      }
      await advanceClock(services, background, terminal.id, minutes * minute);
      return { done: 'moved' };
    },
  },
  view: async (visit, { services }) => {
    const { say, base, now, moment, duration, count } = visit;
    const ahead = now - services.clock.now();
    const body = html`${definitions([
      [say('Now (Jalali, Tehran)', 'اکنون (خورشیدی، تهران)'), moment(now)],
      [say('Now (ISO 8601)', 'اکنون (ISO 8601)'), code(isoInTehran(now))],
      [say('Unix seconds', 'زمان Unix (ثانیه)'), code(Math.floor(now / 1000))],
      [
        say('Ahead of real time', 'جلوتر از زمان واقعی'),
        ahead === 0 ? say('No', 'نه') : html`<bdi>${duration(ahead)}</bdi>`,
      ],
    ])}
<section class="card"><h2>${say('Move the clock forward', 'جلو بردن ساعت')}</h2>
<p>${say(
      'Everything that depends on time follows this clock: expiry of payments, retries of webhooks, grace of old tokens, lifetimes of keys, reports. It belongs to this terminal alone and cannot be moved back.',
      'هر چه به زمان وابسته است از این ساعت پیروی می‌کند: مهلت پرداخت‌ها، تلاش مجدد وب‌هوک‌ها، مهلت توکن‌های قدیمی، عمر کلیدها و گزارش‌ها. این ساعت فقط مال همین ترمینال است و به عقب برنمی‌گردد.',
    )}</p>
${form(
  visit,
  `${base}/clock/advance`,
  html`${steps.map((step) => html`<button name="minutes" value="${step}">${say('+ ', '')}${duration(step * minute)}</button>`)}`,
  'row',
)}
${form(
  visit,
  `${base}/clock/advance`,
  html`<label>${say('Minutes', 'دقیقه')}<input name="minutes" inputmode="numeric" pattern="${wholeNumberPattern}" required dir="ltr"></label>
<button class="main">${say('Move forward', 'جلو ببر')}</button>`,
  'fields',
)}</section>
<p class="hint">${say(
      `Webhooks carry timestamps of this clock, and signed requests need them, within ${count(signing.tolerance_seconds / 60)} minutes.`,
      `زمان وب‌هوک‌ها از روی همین ساعت است و زمان درخواست‌های امضاشده هم باید از روی آن باشد، با حداکثر ${count(signing.tolerance_seconds / 60)} دقیقه اختلاف.`,
    )}</p>`;
    return { title: say('Clock', 'ساعت'), body };
  },
};
