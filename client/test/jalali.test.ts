// Jalali dates in the zone of Tehran, there and back, in agreement with the calendar of the system.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJalali, printJalali, printJalaliDay } from '../src/jalali.ts';

const icu = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  timeZone: 'Asia/Tehran',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

function dayByIcu(moment: Date): string {
  const parts = Object.fromEntries(icu.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

const moments = fc.date({ min: new Date('1930-01-01'), max: new Date('2120-01-01'), noInvalidDate: true });

describe('a Jalali date', () => {
  it.each([
    { text: '1404-07-09 10:35:00', iso: '2025-10-01T07:05:00.000Z' },
    { text: '1404-07-09', iso: '2025-09-30T20:30:00.000Z' },
    { text: '1401-04-01 12:00:00', iso: '2022-06-22T07:30:00.000Z' },
    { text: '1403-12-30', iso: '2025-03-19T20:30:00.000Z' },
  ])('$text is $iso', ({ text, iso }) => {
    expect(parseJalali(text).toISOString()).toBe(iso);
    expect(printJalali(new Date(iso))).toBe(text.padEnd(19, ' 00:00:00'));
  });

  it.each([
    { text: '1404-12-30', why: '1404 is no leap year' },
    { text: '1404-07-31', why: 'Mehr has thirty days' },
    { text: '1404-13-01', why: 'there are twelve months' },
    { text: '1404-01-00', why: 'days begin with 1' },
    { text: '1404-07-09 24:00:00', why: 'a day ends at 23:59:59' },
    { text: '1404-7-9', why: 'months and days have two digits' },
    { text: '۱۴۰۴-۰۷-۰۹', why: 'the digits are Latin' },
    { text: '2025-10-01', why: 'it is Gregorian' },
    { text: '1404-07-09T10:35:00Z', why: 'it is ISO 8601' },
    { text: '', why: 'it is empty' },
  ])('"$text" is refused: $why', ({ text }) => {
    expect(() => parseJalali(text)).toThrow(RangeError);
  });

  it('is the day that the calendar of the system says', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        expect(printJalaliDay(moment)).toBe(dayByIcu(moment));
      }),
    );
  });

  it('comes back as it was, but for the hour that is there twice when clocks go back', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const text = printJalali(moment);
        expect(printJalali(parseJalali(text))).toBe(text);
        const seconds = Math.floor(moment.getTime() / 1000);
        expect([0, 3600]).toContain(seconds - parseJalali(text).getTime() / 1000);
      }),
    );
  });

  it('that clocks skipped is the hour after', () => {
    expect(printJalali(parseJalali('1400-01-02 00:30:00'))).toBe('1400-01-02 01:30:00');
  });
});
