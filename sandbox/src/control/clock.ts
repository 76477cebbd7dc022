// Control API: time, read and moved forward.
import { jalaliDateTime } from '../core/calendar.ts';
import { unixSeconds } from '../core/clock.ts';
import { clockOf, timeOf } from '../terminals/clock.ts';
import { advanceClock as advance, advanceEveryClock } from './time-travel.ts';
import { type ControlHandler, existing, terminalAsked } from './workshop.ts';

/** A moment as the control API shows it. */
export function momentOf(milliseconds: number): { unix_seconds: number; jalali: string } {
  return { unix_seconds: unixSeconds(milliseconds), jalali: jalaliDateTime(milliseconds) };
}

export const readClock: ControlHandler<'readClock'> = async (call, { services }) => {
  const id = await terminalAsked(call, services);
  return { clocks: { [id]: momentOf((await clockOf(services, id)) ?? services.clock.now()) } };
};

export const advanceClock: ControlHandler<'advanceClock'> = async ({ body }, { services, background }) => {
  const milliseconds = Math.round(body.advance_seconds * 1000);
  if (body.terminal !== undefined) {
    const id = await existing(services, body.terminal);
    return { clocks: { [id]: momentOf(await advance(services, background, id, milliseconds)) } };
  }
  await advanceEveryClock(services, background, milliseconds);
  const rows = await services.storage.db
    .selectFrom('terminals')
    .select(['id', 'clock_offset_ms', 'clock_runs'])
    .execute();
  return { clocks: Object.fromEntries(rows.map((row) => [row.id, momentOf(timeOf(services.clock, row))])) };
};
