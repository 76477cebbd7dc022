// Plays one case on a stage and records how it ended, whatever stood in its way.
import type { Finding } from '../../judge/finding.ts';
import type { Part } from '../../run/part.ts';
import type { Session } from '../../run/session.ts';
import { ControlRefused } from '../../targets/refusal.ts';
import { Elsewhere, NotStaged, refusedByControl, Unreachable } from './stage.ts';

export interface Played {
  part: Part;
  operation: string;
  name: string;
  /** What to type to repeat this one alone. */
  repeat?: string;
}

/**
 * @param play brings the case about. @returns what was found to be wrong. @throws NotStaged, Unreachable, ControlRefused
 * @param renamed how the case is called when a request before it has failed
 */
export async function recordPlay(
  { recorder }: Pick<Session, 'recorder'>,
  one: Played,
  play: () => Promise<Finding[]>,
  renamed: (reason: string) => string = () => one.name,
): Promise<void> {
  const { part, operation, name } = one;
  try {
    recorder.record(one, await play());
  } catch (error) {
    if (error instanceof Unreachable) {
      return recorder.notReached(part, operation, name, error.message, error instanceof Elsewhere);
    }
    const failed = error instanceof ControlRefused ? refusedByControl(error) : error;
    if (!(failed instanceof NotStaged)) throw error;
    recorder.record({ ...one, name: renamed(failed.message) }, failed.findings);
  }
}
