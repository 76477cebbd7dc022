// getMonthlyReport: one Jalali month of Tehran in figures, computed from the data at each call.
import { endOfJalaliDay, jalaliDate, lengthOfJalaliMonth, startOfJalaliDay } from '../core/calendar.ts';
import { query } from '../core/handlers.ts';
import { byMethod, figuresOf, summaryOf, sumsBy } from './figures.ts';

export const getMonthlyReport = query(async (call, services) => {
  const month = (call.query.month as string | undefined) ?? jalaliDate(call.now).slice(0, 7);
  const period = { from: `${month}-01`, to: `${month}-${lengthOfJalaliMonth(month)}` };
  const span = { start: startOfJalaliDay(period.from), end: endOfJalaliDay(period.to) };
  const figures = await figuresOf(call, services, span);
  const paid = figures.filter(({ cardUsed }) => cardUsed);
  return {
    report_month: month,
    period,
    summary: summaryOf(figures),
    daily_breakdown: sumsBy(figures, ({ startsAt }) => jalaliDate(startsAt)).map(([date, sum]) => ({
      date,
      ...sum,
    })),
    payment_methods: byMethod(figures),
    psp_breakdown: sumsBy(paid, () => 'sandbox').map(([psp, sum]) => ({ psp, ...sum })),
  };
});
