// How far the clock of a gateway may be from that of whoever watches it.
import { signing } from '../contract/facts.ts';
import type { Known } from './known.ts';

/** Between two readings of one clock: a second is begun at each of them, and the answer takes its time. */
const sameClock = 5;

/**
 * For how many seconds around a moment nobody can tell on which side of it something happened.
 * @param terminal that of a sandbox that was told to make it keeps its clock with the run; any other is as far away as a
 *   signature may be
 */
export const edgeOf = (terminal: string, { terminals }: Pick<Known, 'terminals'>): number =>
  terminals.get(terminal)?.isAlone ? sameClock : signing.tolerance_seconds;
