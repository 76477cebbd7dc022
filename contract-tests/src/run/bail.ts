// Ends a run at the first finding that fails it, for whoever only asks whether there is one.
import { isFailure } from '../report/report.ts';
import type { Recorder } from './recorder.ts';

/** The run has its answer; nothing stands in its way. */
export class FoundEnough extends Error {}

/**
 * A recorder that ends the run once something that was recorded fails it.
 * @param strict whether what differs fails the run
 * @returns the recorder; what it records besides is the same
 */
export function bailing(recorder: Recorder, strict: boolean): Recorder {
  return {
    ...recorder,
    record: (one, findings) => {
      recorder.record(one, findings);
      if (recorder.findings.some((finding) => isFailure(finding, strict))) throw new FoundEnough();
    },
  };
}
