// Jalali dates of the API, in the zone of Tehran, as moments and back: `@irandargah/client/jalali`.
import { isValidJalaaliDate, toGregorian, toJalaali } from 'jalaali-js';
import { zone } from '../../generated/client-facts.ts';

const day = 86_400_000;

const wallClock = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** What a clock on a wall in Tehran shows at a moment, as if it were UTC. */
function wallTime(moment: number): number {
  const parts = Object.fromEntries(
    wallClock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
}

/** The moment at which that clock shows a time. Until 2022 the clocks were changed: the earlier of two is taken. */
function momentOf(wall: number): number {
  const offsets = [wall - day, wall + day].map((near) => wallTime(near) - near);
  const moments = offsets.map((offset) => wall - offset).sort((one, other) => one - other);
  return moments.find((moment) => wallTime(moment) === wall) ?? (moments[1] as number);
}

const form = /^(1[0-9]{3})-([0-9]{2})-([0-9]{2})(?: ([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9]))?$/;

/**
 * The moment of `YYYY-MM-DD HH:mm:ss`, or of the first second of `YYYY-MM-DD`, in Tehran.
 * @throws RangeError when it has another form or the day does not exist, as the 30th of Esfand in a common year.
 */
export function parseJalali(text: string): Date {
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = (form.exec(text) ?? [])
    .slice(1)
    .map((digits) => Number(digits ?? 0));
  if (!isValidJalaaliDate(year, month, date) || year === 0) {
    throw new RangeError(`${text} is no Jalali date of the form YYYY-MM-DD or YYYY-MM-DD HH:mm:ss.`);
  }
  const { gy, gm, gd } = toGregorian(year, month, date);
  return new Date(momentOf(Date.UTC(gy, gm - 1, gd, hour, minute, second)));
}

/** A moment as `YYYY-MM-DD HH:mm:ss` of the Jalali calendar in Tehran; milliseconds are cut off. */
export function printJalali(moment: Date): string {
  const wall = new Date(wallTime(moment.getTime()));
  const { jy, jm, jd } = toJalaali(wall.getUTCFullYear(), wall.getUTCMonth() + 1, wall.getUTCDate());
  const two = (number: number) => String(number).padStart(2, '0');
  return `${jy}-${two(jm)}-${two(jd)} ${wall.toISOString().slice(11, 19)}`;
}

/** The day of a moment as `YYYY-MM-DD`, for filters and daily reports; its first seven characters are the month. */
export function printJalaliDay(moment: Date): string {
  return printJalali(moment).slice(0, 10);
}
