// How far clocks may stand from the present: what is reckoned from them stays inside every calendar that shows it.

/** The first and the last moment that a clock may show. */
export const bounds = { earliest: 0, latest: Date.UTC(2099, 11, 31, 23, 59, 59) };

/** The same as text, for sentences. */
export const boundsAsText = 'from 1970-01-01T00:00:00Z to 2099-12-31T23:59:59Z';

/** Whether a clock may show a moment; not a number is none. */
export function isWithinBounds(moment: number): boolean {
  return moment >= bounds.earliest && moment <= bounds.latest;
}
