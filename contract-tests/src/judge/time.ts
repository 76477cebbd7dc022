// Judges whether the moment in an answer is now, in the calendar and the zone of the contract.
import { nodeAt } from '../../../foundation/reader/pointers.ts';
import { calendar, signing } from '../contract/facts.ts';
import { type Finding, shown } from './finding.ts';
import { assumed } from './word.ts';

const parts = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  timeZone: calendar.zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** A moment as the contract writes it: `YYYY-MM-DD HH:mm:ss`, Jalali, in Asia/Tehran. @param seconds Unix time */
export function jalaliDateTime(seconds: number): string {
  const part = Object.fromEntries(
    parts.formatToParts(new Date(seconds * 1000)).map(({ type, value }) => [type, value]),
  );
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}:${part.second}`;
}

const written = /^1[0-9]{3}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$/;

/** Before anything that an answer could speak of, and after it: Unix seconds. */
const [earliest, latest] = [0, 2 ** 32];

/** @returns the moment that a text of the form of {@link jalaliDateTime} names, in Unix seconds; undefined for any other text */
export function secondsOf(text: unknown): number | undefined {
  if (typeof text !== 'string' || !written.test(text)) return undefined;
  // The form sorts as time does, so the moment is found by halving.
  let [low, high] = [earliest, latest];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (jalaliDateTime(middle) < text) low = middle + 1;
    else high = middle;
  }
  return jalaliDateTime(low) === text ? low : undefined;
}

/** The day of a moment, `YYYY-MM-DD`. */
export const jalaliDate = (seconds: number): string => jalaliDateTime(seconds).slice(0, 10);

/** Judges the field `timestamp` of an answer that was made just now. Malformed ones are the schema's to find. */
export function judgeTime(body: unknown, now: number): Finding[] {
  const value = nodeAt(body, '/timestamp');
  if (typeof value !== 'string' || !written.test(value)) return [];
  const tolerance = signing.tolerance_seconds;
  // The form sorts as time does, so the edges can be compared as text.
  if (value >= jalaliDateTime(now - tolerance) && value <= jalaliDateTime(now + tolerance)) return [];
  return [
    {
      at: '/body/timestamp',
      expected: `now in the zone ${calendar.zone}, about ${jalaliDateTime(now)}`,
      got: shown(value),
      rule: '#/components/schemas/JalaliDateTime',
      // Neither the zone of times nor what this one means is said anywhere.
      basis: assumed(16),
    },
  ];
}
