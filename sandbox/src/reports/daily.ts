// getDailyReport: one Jalali day of Tehran in figures, computed from the data at each call.
import { endOfJalaliDay, hourOfDay, jalaliDate, startOfJalaliDay } from '../core/calendar.ts';
import { query } from '../core/handlers.ts';
import { byMethod, figuresOf, summaryOf, sumsBy } from './figures.ts';

export const getDailyReport = query(async (call, services) => {
  const date = (call.query.date as string | undefined) ?? jalaliDate(call.now);
  const span = { start: startOfJalaliDay(date), end: endOfJalaliDay(date) };
  const figures = await figuresOf(call, services, span);
  return {
    report_date: date,
    summary: summaryOf(figures),
    hourly_breakdown: sumsBy(figures, ({ startsAt }) => hourOfDay(startsAt)).map(([hour, sum]) => ({
      hour,
      ...sum,
    })),
    payment_methods: byMethod(figures),
    status_breakdown: sumsBy(figures, ({ state }) => call.contract.states[state].status)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([status, { transactions }]) => ({ status, count: transactions })),
  };
});
