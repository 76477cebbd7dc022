// Moments as the gateway writes them: Jalali in the zone Asia/Tehran, and ISO 8601 for the documented exceptions.
import { isValidJalaaliDate, jalaaliMonthLength, toGregorian, toJalaali } from 'jalaali-js';
import { calendar } from '../../../generated/facts.ts';

const minute = 60_000;
const quarter = 15 * minute;
const day = 24 * 60 * minute;

const zoned = new Intl.DateTimeFormat('en-US', { timeZone: calendar.zone, timeZoneName: 'longOffset' });

/** What the calendar below can write; a moment beyond is shown as the nearest it can, since a clock must never fail. */
const calendarEnds = { first: Date.UTC(700, 0, 1), last: Date.UTC(3700, 0, 1) };

const shownAs = (moment: number) => Math.min(Math.max(moment, calendarEnds.first), calendarEnds.last);

/** Offsets by quarter of an hour: asking Intl for each answer would cost more than the rest of it. */
const offsets = new Map<number, number>();

/** The zone's offset from UTC at a moment, in milliseconds; never a constant, since Tehran kept summer time until 2022. */
function offsetAt(moment: number): number {
  const key = Math.floor(moment / quarter);
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const name = zoned.formatToParts(shownAs(moment)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * minute;
  if (offsets.size > 1000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

const twoDigits = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));

const two = (value: number) => twoDigits[value] as string;

let cachedDay = Number.NaN;
let cachedDate = '';

/** @returns the Jalali day of a moment, `YYYY-MM-DD`. */
export function jalaliDate(anyMoment: number): string {
  const moment = shownAs(anyMoment);
  const local = moment + offsetAt(moment);
  const key = Math.floor(local / day);
  if (key !== cachedDay) {
    const date = new Date(local);
    const { jy, jm, jd } = toJalaali(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
    cachedDate = `${jy}-${two(jm)}-${two(jd)}`;
    cachedDay = key;
  }
  return cachedDate;
}

/** @returns the time of day of a moment in Tehran, `HH:mm:ss`. */
export function timeOfDay(anyMoment: number): string {
  const moment = shownAs(anyMoment);
  const seconds = Math.floor((moment + offsetAt(moment)) / 1000);
  const ofDay = ((seconds % 86_400) + 86_400) % 86_400;
  return `${two(Math.floor(ofDay / 3600))}:${two(Math.floor(ofDay / 60) % 60)}:${two(ofDay % 60)}`;
}

/** @returns the hour of the day in Tehran, 0 to 23. */
export function hourOfDay(moment: number): number {
  return Number(timeOfDay(moment).slice(0, 2));
}

/** @returns `YYYY-MM-DD HH:mm:ss`, Jalali (docs/decisions/0016). */
export function jalaliDateTime(moment: number): string {
  return `${jalaliDate(moment)} ${timeOfDay(moment)}`;
}

/** As jalaliDateTime, and null for a moment that has not come. */
export function jalaliDateTimeOrNull(moment: number | null): string | null {
  return moment === null ? null : jalaliDateTime(moment);
}

/** @returns the fourteen digits that an authority begins with: the Gregorian time in Tehran (docs/decisions/0015). */
export function compactGregorian(anyMoment: number): string {
  const moment = shownAs(anyMoment);
  const local = new Date(moment + offsetAt(moment));
  const day = `${local.getUTCFullYear()}${two(local.getUTCMonth() + 1)}${two(local.getUTCDate())}`;
  return `${day}${two(local.getUTCHours())}${two(local.getUTCMinutes())}${two(local.getUTCSeconds())}`;
}

/** @returns ISO 8601 with the offset of Tehran and no fraction, as webhooks carry it. */
export function isoInTehran(anyMoment: number): string {
  const moment = shownAs(anyMoment);
  const offset = offsetAt(moment) / minute;
  const sign = offset < 0 ? '-' : '+';
  const distance = Math.abs(offset);
  const local = new Date(moment + offset * minute).toISOString().slice(0, 19);
  return `${local}${sign}${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
}

interface JalaliDay {
  year: number;
  month: number;
  day: number;
}

function parseDay(text: string): JalaliDay {
  const [year = 0, month = 0, dayOfMonth = 1] = text.split('-').map(Number);
  return { year, month, day: dayOfMonth };
}

/** Whether a day that has the right form exists; jalaali-js would silently take the next one instead. */
export function existsInJalali(text: string): boolean {
  const { year, month, day: dayOfMonth } = parseDay(text);
  return isValidJalaaliDate(year, month, dayOfMonth);
}

/** @returns the first moment of a Jalali day in Tehran. */
export function startOfJalaliDay(text: string): number {
  const { year, month, day: dayOfMonth } = parseDay(text);
  const { gy, gm, gd } = toGregorian(year, month, dayOfMonth);
  const local = Date.UTC(gy, gm - 1, gd);
  // The offset is a function of the moment, which depends on the offset: two rounds settle it.
  const guess = local - offsetAt(local);
  return local - offsetAt(guess);
}

/** @returns the first moment after a Jalali day in Tehran. */
export function endOfJalaliDay(text: string): number {
  // Noon of the next day is on the next day, whatever the clocks did at midnight.
  return startOfJalaliDay(jalaliDate(startOfJalaliDay(text) + 36 * 60 * minute));
}

/** @returns the number of days of a Jalali month, `YYYY-MM`. */
export function lengthOfJalaliMonth(text: string): number {
  const { year, month } = parseDay(text);
  return jalaaliMonthLength(year, month);
}
