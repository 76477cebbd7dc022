// Reads the day or the month that a report or a filter is asked for, and says what is wrong with one that cannot be.
import { existsInJalali, jalaliDate } from '../../core/calendar.ts';
import { type Html, html } from '../../html/template.ts';
import { withLatinDigits } from '../frame/latin-digits.ts';
import type { TerminalVisit } from '../frame/visit.ts';

/** What an address asks for: a period, or the sentence that says why there is none. */
export type Period = { typed: string } & ({ wanted: string } | { mistake: Html });

interface Kind {
  form: RegExp;
  exists: (text: string) => boolean;
  absent: (shown: Html) => Html;
  /** Not given where a time to come is as good as any. */
  future?: (shown: Html) => Html;
}

function read(asked: string | null, current: string, { digits }: TerminalVisit, kind: Kind): Period {
  if (asked === null || asked.trim() === '') return { typed: current, wanted: current };
  const wanted = withLatinDigits(asked);
  const shown = html`<bdi dir="ltr" class="whole">${digits(current)}</bdi>`;
  if (!kind.form.test(wanted) || !kind.exists(wanted)) return { typed: asked, mistake: kind.absent(shown) };
  // Both have the same form, so they stand in the order of time.
  if (kind.future && wanted > current) return { typed: asked, mistake: kind.future(shown) };
  return { typed: asked, wanted };
}

const anyDay = ({ say }: TerminalVisit): Kind => ({
  form: /^1[0-9]{3}-[0-9]{2}-[0-9]{2}$/,
  exists: existsInJalali,
  absent: (example) =>
    html`${say('There is no such day. Write a Jalali day as year-month-day, like', 'چنین روزی وجود ندارد. روز را خورشیدی و به شکل سال-ماه-روز بنویسید، مانند')} ${example}.`,
});

/** A day that narrows a list down. @returns no day when none is asked for. */
export function dayOfFilter(visit: TerminalVisit, name: string): Period {
  const asked = visit.query.get(name)?.trim() ?? '';
  if (asked === '') return { typed: '', wanted: '' };
  return read(asked, jalaliDate(visit.now), visit, anyDay(visit));
}

/** @param today the Jalali day on the terminal's clock, `YYYY-MM-DD`; reported on when none is asked for. */
export function dayAsked(visit: TerminalVisit, today: string): Period {
  const { say, query } = visit;
  return read(query.get('date'), today, visit, {
    ...anyDay(visit),
    future: (now) =>
      html`${say('This day has not come yet; today is', 'این روز هنوز نیامده است. امروز:')} ${now}.`,
  });
}

/** @param thisMonth the Jalali month on the terminal's clock, `YYYY-MM`; reported on when none is asked for. */
export function monthAsked(visit: TerminalVisit, thisMonth: string): Period {
  const { say, query } = visit;
  return read(query.get('month'), thisMonth, visit, {
    form: /^1[0-9]{3}-[0-9]{2}$/,
    exists: (month) => existsInJalali(`${month}-01`),
    absent: (example) =>
      html`${say('There is no such month. Write a Jalali month as year-month, like', 'چنین ماهی وجود ندارد. ماه را خورشیدی و به شکل سال-ماه بنویسید، مانند')} ${example}.`,
    future: (now) =>
      html`${say('This month has not come yet; the current one is', 'این ماه هنوز نیامده است. ماه جاری:')} ${now}.`,
  });
}
